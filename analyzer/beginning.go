package analyzer

import "math"

// strays is the share of a value's tickets that may lie long before the
// others without making it old: somebody tried it out.
const strays = 0.05

// beginning says since when a value of a field, or a scope, is in use. A
// department that was founded, renamed or moved last week has no past, although
// the export has one: that nobody of it reported anything before says nothing.
type beginning struct {
	days    int     // from its first ticket to AsOf, both included
	tickets int     // since then
	share   float64 // of the desk's tickets that were opened since then
}

// always is the beginning of the whole desk.
var always = beginning{days: math.MaxInt, share: 1}

// chance is how likely all tickets come so late in a scope that is as old as the
// desk.
func (b beginning) chance() float64 { return math.Pow(b.share, float64(b.tickets)) }

// beginnings returns since when each value of each field is in use. The oldest
// twentieth of its tickets does not count if it takes more than half of the time.
func (e *export) beginnings() [fieldCount][]beginning {
	var out [fieldCount][]beginning
	share := e.sharesSince()
	for f := range e.fields {
		out[f] = e.beginningsOf(e.fields[f])
		for v, b := range out[f] {
			out[f][v].share = share[min(b.days, len(share)-1)]
		}
		out[f][unknown] = always
	}
	return out
}

func (e *export) beginningsOf(c column) []beginning {
	out := make([]beginning, len(c.name))
	for t, v := range c.value {
		if e.docOf[t] >= 0 {
			out[v].tickets++
		}
	}
	seen := make([]int, len(c.name))
	for t, v := range c.value {
		if e.docOf[t] < 0 {
			continue
		}
		b, days := &out[v], e.day[t]+1
		ignored := int(strays * float64(b.tickets))
		if seen[v] == 0 {
			b.days = days
		}
		if seen[v] == ignored && 2*days < b.days {
			b.days = days
		}
		seen[v]++
	}
	return out
}

// sharesSince returns the share of the desk's tickets that were opened within
// each number of days before AsOf.
func (e *export) sharesSince() []float64 {
	share, all := make([]float64, e.days+1), 0.0
	for t, d := range e.day {
		if e.docOf[t] >= 0 {
			share[d+1]++
			all++
		}
	}
	sum := 0.0
	for days := range share {
		sum += share[days]
		share[days] = sum / max(all, 1)
	}
	return share
}

// beginningOf returns the beginning of a scope: of the value that is most surely
// new. A pair of old values is old, however few tickets it had.
func (s scope) beginningOf(values [fieldCount][]beginning) beginning {
	begin := always
	for f, v := range s.values {
		if b := values[f][v]; v != unknown && b.chance() < begin.chance() {
			begin = b
		}
	}
	return begin
}
