package analyzer

import (
	"cmp"
	"slices"
	"strings"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/say"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// field is a property of tickets that a scope can fix.
type field int

const (
	department field = iota
	category
	subcategory
	service
	item
	location
	group
	fieldCount
)

// fieldNames are the canonical columns.
var fieldNames = [fieldCount]string{"department", "category", "subcategory", "service", "configuration_item", "location", "assignment_group"}

// fieldWords name the fields for people, and fieldValues with a value.
var (
	fieldWords  = [fieldCount]say.English{"department", "category", "subcategory", "service", "configuration item", "location", "assignment group"}
	fieldValues = [fieldCount]say.English{"department %s", "category %s", "subcategory %s", "service %s", "configuration item %s", "location %s", "assignment group %s"}
)

func (f field) of(t *ticket.Ticket) string {
	switch f {
	case department:
		return t.Department
	case category:
		return t.Category
	case subcategory:
		return t.Subcategory
	case service:
		return t.Service
	case item:
		return t.ConfigurationItem
	case location:
		return t.Location
	default:
		return t.AssignmentGroup
	}
}

// unknown is the value of a ticket whose field is empty.
const unknown = 0

// column holds one field of all tickets, values numbered.
type column struct {
	value []int32  // by ticket; unknown if empty
	name  []string // by value: the most frequent spelling; name[unknown] = ""
	count []int    // by value: tickets
}

func newColumn(tickets []ticket.Ticket, f field) column {
	c := column{value: make([]int32, len(tickets)), name: []string{""}, count: []int{0}}
	numbers := map[string]int32{"": unknown}
	spellings := []map[string]int{nil}
	for i := range tickets {
		written := strings.TrimSpace(f.of(&tickets[i]))
		n, ok := numbers[fold(written)]
		if !ok {
			n = int32(len(c.count))
			numbers[fold(written)] = n
			c.count = append(c.count, 0)
			spellings = append(spellings, map[string]int{})
		}
		c.value[i] = n
		c.count[n]++
		if n != unknown {
			spellings[n][written]++
		}
	}
	for _, s := range spellings[1:] {
		c.name = append(c.name, mostFrequent(s))
	}
	return c
}

// mostFrequent returns the key with the highest count, the first in byte order
// of equals.
func mostFrequent(counts map[string]int) string {
	best, most := "", 0
	for s, n := range counts {
		if n > most || n == most && s < best {
			best, most = s, n
		}
	}
	return best
}

// scope fixes the value of no, one or two fields. It is comparable. The zero
// value is the whole desk.
type scope struct{ values [fieldCount]int32 } // unknown = any value

func (s scope) holds(e *export, t int32) bool {
	for f, v := range s.values {
		if v != unknown && e.fields[f].value[t] != v {
			return false
		}
	}
	return true
}

// describe names the scope in English, as it is remembered.
func (s scope) describe(e *export) string {
	var parts []string
	for f, v := range s.values {
		if v != unknown {
			parts = append(parts, strings.ReplaceAll(fieldNames[f], "_", " ")+" "+e.fields[f].name[v])
		}
	}
	if len(parts) == 0 {
		return "the whole desk"
	}
	return strings.Join(parts, ", ")
}

// inWords names a scope by its values, for people.
func (r *reporter) inWords(values []past.Value) string {
	var parts []string
	for _, v := range values {
		if f := slices.Index(fieldNames[:], v.Field); f >= 0 {
			parts = append(parts, r.say.Text(fieldValues[f], text.Plain(v.Value)))
		}
	}
	if len(parts) == 0 {
		return r.say.Text("the whole desk")
	}
	return strings.Join(parts, ", ")
}

func compareScopes(a, b scope) int {
	return slices.Compare(a.values[:], b.values[:])
}

// scopeKinds are the fields that scopes fix, alone and in pairs; a subcategory
// stands for itself, as it lies within its category. A field with fewer than two
// values says nothing and is left out.
var scopeKinds = [][]field{
	{}, {department}, {category}, {subcategory}, {service}, {item}, {location}, {group},
	{department, category}, {department, service}, {department, item}, {department, location}, {department, group},
	{category, service}, {category, item}, {category, location}, {category, group},
	{service, item}, {service, location}, {service, group}, {item, location}, {item, group}, {location, group},
}

// placeKinds are the scopes that say where people are, not what their tickets
// are about: a category always holds more of its own subject than others do.
var placeKinds = [][]field{{department}, {location}, {department, location}}

// scopedTickets are the tickets of one scope.
type scopedTickets struct {
	scope   scope
	width   int     // fields fixed
	tickets []int32 // ascending, so oldest first
	begin   beginning
}

// scopes returns all scopes of the kinds that hold at least enough tickets of the last
// recentDays days, in a total order.
func (e *export) scopes(kinds [][]field, recentDays, enough int) []scopedTickets {
	var out []scopedTickets
	for _, kind := range kinds {
		if slices.ContainsFunc(kind, func(f field) bool { return len(e.fields[f].name) < 3 }) {
			continue
		}
		out = append(out, e.scopesOf(kind, recentDays, enough)...)
	}
	begin := e.beginnings()
	for i := range out {
		out[i].begin = out[i].scope.beginningOf(begin)
	}
	return out
}

func (e *export) scopesOf(kind []field, recentDays, enough int) []scopedTickets {
	recent := map[scope]int{}
	for t := range e.tickets {
		if s, ok := e.scopeOf(kind, int32(t)); ok && e.day[t] < recentDays {
			recent[s]++
		}
	}
	place := map[scope]int{}
	var out []scopedTickets
	for t := range e.tickets {
		s, ok := e.scopeOf(kind, int32(t))
		if !ok || recent[s] < enough {
			continue
		}
		at, ok := place[s]
		if !ok {
			at = len(out)
			place[s] = at
			out = append(out, scopedTickets{scope: s, width: len(kind)})
		}
		out[at].tickets = append(out[at].tickets, int32(t))
	}
	slices.SortFunc(out, func(a, b scopedTickets) int {
		return cmp.Or(cmp.Compare(a.width, b.width), compareScopes(a.scope, b.scope))
	})
	return out
}

// scopeOf returns the scope of a kind that ticket t falls in; false if a field
// of it is unknown, or if the ticket says nothing: a storm of machine mails is
// no measure of how busy people were.
func (e *export) scopeOf(kind []field, t int32) (scope, bool) {
	var s scope
	if e.docOf[t] < 0 {
		return s, false
	}
	for _, f := range kind {
		v := e.fields[f].value[t]
		if v == unknown {
			return s, false
		}
		s.values[f] = v
	}
	return s, true
}
