package analyzer

import (
	"cmp"
	"maps"
	"slices"
	"ticketpatterns/analyzer/dataset"
	"time"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/stat"
)

const (
	// onePlace is the share of tickets with a known location that must have the
	// same for it to be the place of a pattern.
	onePlace = 0.75
	// placeDays is the longest time in which symptoms at one place can be one
	// fault.
	placeDays = 28
	// pastSpans is how many earlier spans say what is usual at a place.
	pastSpans = 12
	// raisedTickets and raisedP say when a symptom is more than usual at a place,
	// and leastUsual what is expected of one that was never seen there.
	raisedTickets = 3
	raisedP       = 0.01
	leastUsual    = 0.5
	// usualTickets and usualShare say when a group is the usual one.
	usualTickets = 5
	usualShare   = 0.5
)

// surroundings answer what the whole export says about the owner of a pattern.
type surroundings struct {
	export  *dataset.Dataset
	finder  *owner.Finder
	symptom []*string        // by ticket: the function it was filed for; nil = not yet asked
	endings [2]endingsByName // of services and of configuration items
	median  float64          // hours to resolve a ticket of the desk; NaN if none is
	opened  [24]float64      // share of the desk's tickets opened in each hour of the day
}

// endingsByName counts the tickets of each value of a field by their group.
type endingsByName map[int32]map[int32]int

// endingFields are the fields whose usual group is known.
var endingFields = [2]dataset.Field{dataset.Service, dataset.ConfigurationItem}

func newSurroundings(e *dataset.Dataset, m owner.Map, zone *time.Location) *surroundings {
	s := &surroundings{export: e, finder: m.Finder(), symptom: make([]*string, len(e.Tickets))}
	s.median, _ = medianHours(e, allOf(e))
	for i := range e.Tickets {
		s.opened[e.Tickets[i].Opened.In(zone).Hour()] += 1 / float64(len(e.Tickets))
	}
	for i, f := range endingFields {
		s.endings[i] = endingsByName{}
		for t := range e.Tickets {
			v, g := e.Fields[f].Value[t], e.Fields[dataset.AssignmentGroup].Value[t]
			if v == dataset.Unknown || g == dataset.Unknown {
				continue
			}
			if s.endings[i][v] == nil {
				s.endings[i][v] = map[int32]int{}
			}
			s.endings[i][v][g]++
		}
	}
	return s
}

// facts is what ticket t says about its owner.
func (s *surroundings) facts(t int32) owner.Facts {
	k := &s.export.Tickets[t]
	return owner.Facts{
		TicketID: s.export.Refs[t], Category: k.Category, Subcategory: k.Subcategory, Service: k.Service,
		ConfigurationItem: k.ConfigurationItem, Location: k.Location,
		Group: k.AssignmentGroup, Bounces: k.Reassignments.N, Finished: !k.Finished().IsZero(),
		Subject: k.Subject, Text: k.Description, Code: k.ResolutionCode, Resolution: k.Resolution,
	}
}

func (s *surroundings) symptomOf(t int32) string {
	if s.symptom[t] == nil {
		s.symptom[t] = pointer(s.finder.Symptom(s.facts(t)))
	}
	return *s.symptom[t]
}

// usual lists the groups that the services and items of tickets end up with in
// the rest of the export.
func (s *surroundings) usual(tickets []int32) []owner.Usual {
	var out []owner.Usual
	for i, f := range endingFields {
		inside := map[int32]map[int32]int{}
		for _, t := range tickets {
			v := s.export.Fields[f].Value[t]
			if v == dataset.Unknown {
				continue
			}
			if inside[v] == nil {
				inside[v] = map[int32]int{}
			}
			inside[v][s.export.Fields[dataset.AssignmentGroup].Value[t]]++
		}
		for _, v := range slices.Sorted(maps.Keys(inside)) {
			if u, ok := s.commonest(s.endings[i][v], inside[v]); ok {
				name := s.export.Fields[f].Name[v]
				if f == dataset.Service {
					u.Service = name
				} else {
					u.ConfigurationItem = name
				}
				out = append(out, u)
			}
		}
	}
	return out
}

// commonest returns the group that most tickets have, but for those to leave
// out and those that the help desk holds.
func (s *surroundings) commonest(all, without map[int32]int) (owner.Usual, bool) {
	best, u := int32(dataset.Unknown), owner.Usual{}
	names := s.export.Fields[dataset.AssignmentGroup].Name
	for g, n := range all {
		n -= without[g]
		if s.finder.Bind(names[g]).Desk {
			continue
		}
		u.Of += n
		if c := cmp.Or(cmp.Compare(n, u.Count), -cmp.Compare(names[g], names[best])); c > 0 {
			best, u.Count = g, n
		}
	}
	u.Group = names[best]
	return u, u.Count >= usualTickets && float64(u.Count) >= usualShare*float64(u.Of)
}

// place returns the one location of most tickets; unknown if there is none.
func (s *surroundings) place(tickets []int32) int32 {
	counts := map[int32]int{}
	known := 0
	for _, t := range tickets {
		if v := s.export.Fields[dataset.Location].Value[t]; v != dataset.Unknown {
			counts[v]++
			known++
		}
	}
	for v, n := range counts {
		if float64(n) >= onePlace*float64(known) && 2*known >= len(tickets) {
			return v // three quarters: no other can have as many
		}
	}
	return dataset.Unknown
}

// beside lists the functions whose symptoms other tickets of a place show in
// the last days more often than is usual there, in the order of their names.
func (s *surroundings) beside(tickets []int32, place int32, days int) []owner.Beside {
	spans := min(pastSpans, s.export.Days/days-1)
	if spans < 1 {
		return nil
	}
	now, before := map[string][]string{}, map[string]int{}
	for t, v := range s.export.Fields[dataset.Location].Value {
		span := s.export.Day[t] / days
		if v != place || span > spans {
			continue
		}
		if _, own := slices.BinarySearch(tickets, int32(t)); own {
			continue
		}
		f := s.symptomOf(int32(t))
		if span == 0 {
			now[f] = append(now[f], s.export.Refs[t])
		} else {
			before[f]++
		}
	}
	var out []owner.Beside
	for _, f := range slices.Sorted(maps.Keys(now)) {
		usual := float64(before[f]) / float64(spans)
		n := len(now[f])
		if f != "" && n >= raisedTickets && stat.PoissonTail(n, max(usual, leastUsual)) < raisedP {
			out = append(out, owner.Beside{Function: f, Tickets: now[f], Usual: usual})
		}
	}
	return out
}
