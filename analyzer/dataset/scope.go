package dataset

import (
	"cmp"
	"slices"
	"strings"

	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// Scope fixes the values of zero to two fields. It is comparable; the zero value is
// the whole desk.
type Scope struct{ Values [FieldCount]int32 } // Unknown = any value

// Holds reports whether a ticket is in the scope.
func (s Scope) Holds(d *Dataset, t int32) bool {
	for f, v := range s.Values {
		if v != Unknown && d.Fields[f].Value[t] != v {
			return false
		}
	}
	return true
}

// Describe names the scope in English.
func (s Scope) Describe(d *Dataset) string {
	var parts []string
	for f, v := range s.Values {
		if v != Unknown {
			parts = append(parts, strings.ReplaceAll(FieldNames[f], "_", " ")+" "+d.Fields[f].Name[v])
		}
	}
	if len(parts) == 0 {
		return "the whole desk"
	}
	return strings.Join(parts, ", ")
}

// Key identifies the scope by canonical columns and values, independent of language:
// equal scopes have equal keys, different scopes different ones.
func (s Scope) Key(d *Dataset) string {
	var parts []string
	for f, v := range s.Values {
		if v != Unknown {
			parts = append(parts, FieldNames[f]+"="+d.Fields[f].Name[v])
		}
	}
	return strings.Join(parts, "\n")
}

// FieldValues lists the values that the scope fixes, in field order, as results and
// the memory name them.
func (s Scope) FieldValues(d *Dataset) []result.FieldValue {
	out := []result.FieldValue{}
	for f, v := range s.Values {
		if v != Unknown {
			out = append(out, result.FieldValue{Field: FieldNames[f], Value: text.Plain(d.Fields[f].Name[v])})
		}
	}
	return out
}

// absent is a value that no ticket has.
const absent = -1

// FindScope returns the scope that fixes the given values in this data set. A value
// that no ticket has yields a scope that holds nothing.
func (d *Dataset) FindScope(values []result.FieldValue) Scope {
	var s Scope
	for _, v := range values {
		f := slices.Index(FieldNames[:], v.Field)
		if f < 0 || strings.TrimSpace(v.Value) == "" {
			continue
		}
		s.Values[f] = absent
		for n, name := range d.Fields[f].Name {
			if n != Unknown && fold.Spelling(text.Plain(name)) == fold.Spelling(v.Value) {
				s.Values[f] = int32(n)
			}
		}
	}
	return s
}

// CompareScopes is a total order of scopes.
func CompareScopes(a, b Scope) int {
	return slices.Compare(a.Values[:], b.Values[:])
}

// ScopedTickets are the tickets of one scope.
type ScopedTickets struct {
	Scope     Scope
	Width     int     // number of fields fixed
	Tickets   []int32 // ascending: oldest first
	FirstSeen FirstSeen
}

// Scopes returns all scopes of the given kinds (sets of fields) that hold at least
// enough tickets of the last recentDays days, by width, then [CompareScopes].
func (d *Dataset) Scopes(kinds [][]Field, recentDays, enough int) []ScopedTickets {
	var out []ScopedTickets
	for _, kind := range kinds {
		if slices.ContainsFunc(kind, func(f Field) bool { return len(d.Fields[f].Name) < 3 }) {
			continue
		}
		out = append(out, d.scopesOf(kind, recentDays, enough)...)
	}
	for i := range out {
		out[i].FirstSeen = out[i].Scope.firstSeenIn(d.FirstSeen)
	}
	return out
}

func (d *Dataset) scopesOf(kind []Field, recentDays, enough int) []ScopedTickets {
	recent := map[int]int{} // by place
	for t := range d.Tickets {
		if d.Day[t] < recentDays {
			if at := d.placeOf(kind, int32(t)); at >= 0 {
				recent[at]++
			}
		}
	}
	number := map[int]int{}
	var out []ScopedTickets
	for t := range d.Tickets {
		at := d.placeOf(kind, int32(t))
		if at < 0 || recent[at] < enough {
			continue
		}
		n, ok := number[at]
		if !ok {
			n = len(out)
			number[at] = n
			out = append(out, ScopedTickets{Scope: d.scopeOf(kind, int32(t)), Width: len(kind)})
		}
		out[n].Tickets = append(out[n].Tickets, int32(t))
	}
	slices.SortFunc(out, func(a, b ScopedTickets) int {
		return cmp.Or(cmp.Compare(a.Width, b.Width), CompareScopes(a.Scope, b.Scope))
	})
	return out
}

// placeOf numbers the scopes of a kind: the one that ticket t falls in, as a mixed-radix
// number of its values, which costs less to count by than the scope itself. It is -1 if
// one of the fields is unknown, or if the ticket is excluded: a storm of machine mails
// does not measure how busy people were.
func (d *Dataset) placeOf(kind []Field, t int32) int {
	if d.TextOf[t] < 0 {
		return -1
	}
	at := 0
	for _, f := range kind {
		v := d.Fields[f].Value[t]
		if v == Unknown {
			return -1
		}
		at = at*len(d.Fields[f].Name) + int(v)
	}
	return at
}

// scopeOf returns the scope of a kind that ticket t falls in.
func (d *Dataset) scopeOf(kind []Field, t int32) (s Scope) {
	for _, f := range kind {
		s.Values[f] = d.Fields[f].Value[t]
	}
	return s
}
