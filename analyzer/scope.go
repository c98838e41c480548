package analyzer

import (
	"cmp"
	"slices"
	"strings"
)

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

func compareScopes(a, b scope) int {
	return slices.Compare(a.values[:], b.values[:])
}

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
