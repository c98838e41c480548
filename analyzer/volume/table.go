package volume

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
)

const (
	// lookback is how many days before AsOf are looked at.
	lookback = 217
	// zone is how many of them the tested windows cover.
	zone = latestEnds + 14
	// mayBeRare is the chance below which a value that is seen late counts as new.
	mayBeRare = 0.001
)

// kind is a set of fields whose values make scopes.
type kind struct {
	fields []dataset.Field
	weight float64 // share of the budget, against the others
}

// kinds are the scopes searched. Where people are is what an outage spares or hits,
// so departments and locations get most of the budget; pairs, of which there are
// many, share what one field gets.
var kinds = makeKinds()

func makeKinds() []kind {
	single := []dataset.Field{dataset.Department, dataset.Location, dataset.Service, dataset.ConfigurationItem, dataset.AssignmentGroup, dataset.Category, dataset.Subcategory}
	var out []kind
	for _, f := range single {
		weight := 1.0
		if f == dataset.Department || f == dataset.Location {
			weight = 2
		}
		out = append(out, kind{[]dataset.Field{f}, weight})
	}
	for i, a := range single {
		for _, b := range single[i+1:] {
			if a != dataset.Subcategory && b != dataset.Subcategory {
				out = append(out, kind{[]dataset.Field{a, b}, 0.1})
			}
		}
	}
	return out
}

// noise are tickets that do not measure how many people have trouble.
var noise = map[dataset.Exclusion]bool{dataset.Machine: true, dataset.AutoReply: true, dataset.Vague: true}

// table holds the tickets of people by scope and day.
type table struct {
	data    *dataset.Dataset
	days    int   // looked back, at most lookback
	desk    []int // by day: tickets of people
	weekday []int // by day: 0..6
	scopes  []scope
	number  map[dataset.Scope]int
}

// scope is one scope with its tickets.
type scope struct {
	dataset.Scope
	width   int
	days    int     // since it is in use, at most those of the table
	tests   float64 // scopes of its kind over the weight of the kind
	tickets []int32 // those of day 0 first, each day's ascending
	start   []int32 // by day: where its tickets begin; one more for the end
}

// holdsLately reports whether the zone holds enough tickets, in an order of days.
func (s *scope) holdsLately(o order, enough int) bool {
	for _, day := range o[:min(zone, len(o))] {
		enough -= int(s.start[day+1] - s.start[day])
	}
	return enough <= 0
}

func (s *scope) on(day int) []int32 { return s.tickets[s.start[day]:s.start[day+1]] }

// newTable lists the scopes that hold enough tickets, without those tickets that
// without tells to leave out.
func newTable(data *dataset.Dataset, enough int, without map[int32]bool) *table {
	t := &table{data: data, days: usableDays(data), number: map[dataset.Scope]int{}}
	t.desk, t.weekday = make([]int, t.days), make([]int, t.days)
	for day := range t.days {
		t.weekday[day] = int(data.AsOf.AddDate(0, 0, -day).Weekday())
	}
	var counted []int32
	for k := len(data.Tickets) - 1; k >= 0 && data.Day[k] < t.days; k-- {
		if !noise[data.Excluded[k]] && !without[int32(k)] {
			counted = append(counted, int32(k))
			t.desk[data.Day[k]]++
		}
	}
	slices.SortFunc(counted, func(a, b int32) int { return cmp.Or(cmp.Compare(data.Day[a], data.Day[b]), cmp.Compare(a, b)) })
	for _, k := range kinds {
		if !slices.ContainsFunc(k.fields, func(f dataset.Field) bool { return len(data.Fields[f].Name) < 3 }) {
			t.addScopes(k, counted, enough)
		}
	}
	for i := range t.scopes {
		t.number[t.scopes[i].Scope] = i
	}
	return t
}

// thinHistory is the share of the volume of the zone below which an earlier week is
// no past to compare with: an export that was filtered by the day of closing holds of
// the months before only what stayed open for long.
const thinHistory = 0.1

// usableDays returns how many days can be looked back: the most weeks before the zone
// of which three quarters are not thin.
func usableDays(data *dataset.Dataset) int {
	days := min(data.Days, lookback)
	usual := thinHistory * float64(data.Volume(0, zone)) * 7 / zone
	thin := 0
	usable := min(days, zone)
	for weeks := 1; zone+7*weeks <= days; weeks++ {
		if float64(data.Volume(zone+7*(weeks-1), 7)) < usual {
			thin++
		}
		if 4*thin <= weeks {
			usable = zone + 7*weeks
		}
	}
	if usable+7 > days && thin == 0 {
		usable = days
	}
	return usable
}

// addScopes adds the scopes of a kind that hold enough tickets, in the order of their
// values. Whether they hold them lately is asked later, of each order of days anew
// ([scope.holdsLately]): scopes chosen because they are busy now would be less so in
// every permuted export, and what chance does to them would look rare.
func (t *table) addScopes(k kind, counted []int32, enough int) {
	all := map[dataset.Scope]int{}
	for _, ticket := range counted {
		if s, ok := t.scopeOf(k, ticket); ok {
			all[s]++
		}
	}
	held := map[dataset.Scope][]int32{}
	for _, ticket := range counted {
		if s, ok := t.scopeOf(k, ticket); ok && all[s] >= enough {
			held[s] = append(held[s], ticket)
		}
	}
	first := len(t.scopes)
	for s, tickets := range held {
		t.scopes = append(t.scopes, t.newScope(s, len(k.fields), tickets))
	}
	added := t.scopes[first:]
	slices.SortFunc(added, func(a, b scope) int { return dataset.CompareScopes(a.Scope, b.Scope) })
	for i := range added {
		added[i].tests = float64(len(added)) / k.weight
	}
}

func (t *table) scopeOf(k kind, ticket int32) (dataset.Scope, bool) {
	var s dataset.Scope
	for _, f := range k.fields {
		v := t.data.Fields[f].Value[ticket]
		if v == dataset.Unknown {
			return s, false
		}
		s.Values[f] = v
	}
	return s, true
}

func (t *table) newScope(s dataset.Scope, width int, tickets []int32) scope {
	out := scope{Scope: s, width: width, days: t.days, tickets: tickets, start: make([]int32, t.days+1)}
	for _, k := range tickets {
		out.start[t.data.Day[k]+1]++
	}
	for day := range t.days {
		out.start[day+1] += out.start[day]
	}
	for f, v := range s.Values {
		if b := t.data.FirstSeen[f][v]; v != dataset.Unknown && b.PNotNew() < mayBeRare {
			out.days = min(out.days, b.Days)
		}
	}
	return out
}

func (t *table) of(s dataset.Scope) *scope { return &t.scopes[t.number[s]] }

// order says which day of the export stands in the place of each day.
type order []int

// asItWas is the order of the export.
func (t *table) asItWas() order {
	out := make(order, t.days)
	for day := range out {
		out[day] = day
	}
	return out
}
