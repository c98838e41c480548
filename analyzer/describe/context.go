package describe

import (
	"cmp"
	"maps"
	"slices"
	"sync/atomic"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

const (
	// minPlaceShare is the share of tickets with a known location that must have the
	// same location for a pattern to have one.
	minPlaceShare = 0.75
	// maxPlaceDays is the longest time, in days, in which symptoms at one location
	// may have a common fault.
	maxPlaceDays = 28
	// pastSpans bounds the earlier periods from which the usual number is estimated.
	pastSpans = 12
	// elevatedTickets and elevatedP are the thresholds at which a symptom is more
	// frequent than usual at a location; minExpected is the expected number for a
	// symptom never seen there.
	elevatedTickets = 3
	elevatedP       = 0.01
	minExpected     = 0.5
	// usualTickets and usualShare are the thresholds for the usual group of a
	// service or item.
	usualTickets = 5
	usualShare   = 0.5
)

// exportContext answers what the whole export says about the owner of some tickets.
type exportContext struct {
	data   *dataset.Dataset
	finder *owner.Finder
	fit    result.MapFit
	groups [len(usualGroupFields)]groupCounts

	// symptoms is filled on demand: matching every ticket would dominate the run
	// time, and few tickets are asked for, most of them repeatedly. The value of an
	// entry is always the same, so concurrent writes are harmless.
	symptoms []atomic.Pointer[string] // by ticket: the function that it was filed for
}

// learnedTickets bounds the tickets from which is learned how common the values of the
// map are: a share of one in a hundred is then known to a tenth of itself, nearly.
const learnedTickets = 4000

// sample returns the facts of an even sample of tickets.
func (x *exportContext) sample() []owner.Facts {
	step := max(1, len(x.data.Tickets)/learnedTickets)
	var facts []owner.Facts
	for t := 0; t < len(x.data.Tickets); t += step {
		facts = append(facts, x.facts(int32(t)))
	}
	return facts
}

func newExportContext(data *dataset.Dataset, m owner.Map) *exportContext {
	x := &exportContext{data: data, finder: m.Finder(), symptoms: make([]atomic.Pointer[string], len(data.Tickets))}
	for i, f := range usualGroupFields {
		x.groups[i] = countGroups(data, f)
	}
	x.finder.Learn(x.sample())
	fit := x.finder.Fit()
	x.fit = result.MapFit{Known: fit.Known, Of: fit.Of, Fits: fit.Fits()}
	return x
}

// groupCounts counts tickets by field value and support group.
type groupCounts map[int32]map[int32]int

// usualGroupFields are the fields whose usual support group is determined.
var usualGroupFields = [2]dataset.Field{dataset.Service, dataset.ConfigurationItem}

func countGroups(data *dataset.Dataset, f dataset.Field) groupCounts {
	out := groupCounts{}
	for t := range data.Tickets {
		v, g := data.Fields[f].Value[t], data.Fields[dataset.AssignmentGroup].Value[t]
		if v == dataset.Unknown || g == dataset.Unknown {
			continue
		}
		if out[v] == nil {
			out[v] = map[int32]int{}
		}
		out[v][g]++
	}
	return out
}

// facts returns what ticket t says about its owner.
func (x *exportContext) facts(t int32) owner.Facts {
	k := &x.data.Tickets[t]
	return owner.Facts{
		TicketID: x.data.Refs[t], Category: k.Category, Subcategory: k.Subcategory, Service: k.Service,
		ConfigurationItem: k.ConfigurationItem, Location: k.Location,
		Group: k.AssignmentGroup, Bounces: k.Reassignments.N, Finished: !k.Finished().IsZero(),
		Subject: x.data.Repeated.Subject(k.Subject), Text: x.data.Said(t), Code: k.ResolutionCode, Resolution: k.Resolution,
	}
}

// symptomOf returns the function that ticket t was filed for.
func (x *exportContext) symptomOf(t int32) string {
	if known := x.symptoms[t].Load(); known != nil {
		return *known
	}
	symptom := x.finder.Symptom(x.facts(t))
	x.symptoms[t].Store(&symptom)
	return symptom
}

// usualGroups returns the groups that the rest of the export assigns the services
// and items of tickets to.
func (x *exportContext) usualGroups(tickets []int32) []owner.Usual {
	var out []owner.Usual
	for i, f := range usualGroupFields {
		inside := map[int32]map[int32]int{}
		for _, t := range tickets {
			v := x.data.Fields[f].Value[t]
			if v == dataset.Unknown {
				continue
			}
			if inside[v] == nil {
				inside[v] = map[int32]int{}
			}
			inside[v][x.data.Fields[dataset.AssignmentGroup].Value[t]]++
		}
		for _, v := range slices.Sorted(maps.Keys(inside)) {
			if u, ok := x.mostFrequentGroup(x.groups[i][v], inside[v]); ok {
				name := x.data.Fields[f].Name[v]
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

// mostFrequentGroup returns the group with most tickets, not counting those in
// without and groups of the help desk; false if it is not clear enough.
func (x *exportContext) mostFrequentGroup(all, without map[int32]int) (owner.Usual, bool) {
	best, u := int32(dataset.Unknown), owner.Usual{}
	names := x.data.Fields[dataset.AssignmentGroup].Name
	for g, n := range all {
		n -= without[g]
		if x.finder.Bind(names[g]).Desk {
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

// commonLocation returns the location of most tickets, or Unknown.
func (x *exportContext) commonLocation(tickets []int32) int32 {
	counts := map[int32]int{}
	known := 0
	for _, t := range tickets {
		if v := x.data.Fields[dataset.Location].Value[t]; v != dataset.Unknown {
			counts[v]++
			known++
		}
	}
	for v, n := range counts {
		if float64(n) >= minPlaceShare*float64(known) && 2*known >= len(tickets) {
			return v // with three quarters no other value can qualify
		}
	}
	return dataset.Unknown
}

// coOccurring returns the functions whose symptoms other tickets of a location show
// in the last days more often than usual there, by name.
func (x *exportContext) coOccurring(tickets []int32, place int32, days int) []owner.Beside {
	spans := min(pastSpans, x.data.Days/days-1)
	if spans < 1 {
		return nil
	}
	now, before := map[string][]string{}, map[string]int{}
	for t, v := range x.data.Fields[dataset.Location].Value {
		span := x.data.Day[t] / days
		if v != place || span > spans {
			continue
		}
		if _, own := slices.BinarySearch(tickets, int32(t)); own {
			continue
		}
		f := x.symptomOf(int32(t))
		if span == 0 {
			now[f] = append(now[f], x.data.Refs[t])
		} else {
			before[f]++
		}
	}
	var out []owner.Beside
	for _, f := range slices.Sorted(maps.Keys(now)) {
		usual := float64(before[f]) / float64(spans)
		n := len(now[f])
		if f != "" && n >= elevatedTickets && stat.PoissonTail(n, max(usual, minExpected)) < elevatedP {
			out = append(out, owner.Beside{Function: f, Tickets: now[f], Usual: usual})
		}
	}
	return out
}
