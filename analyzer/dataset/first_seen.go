package dataset

import "math"

// strays is the share of a value's tickets that may lie long before the
// others without making it old: somebody tried it out.
const strays = 0.05

// FirstSeen says since when a value of a field, or a scope, is in use. A
// department that was founded, renamed or moved last week has no past, although
// the export has one: that nobody of it reported anything before says nothing.
type FirstSeen struct {
	Days    int     // from its first ticket to AsOf, both included
	Tickets int     // since then
	share   float64 // of the desk's tickets that were opened since then
}

// always is since when the whole desk is in use.
var always = FirstSeen{Days: math.MaxInt, share: 1}

// Chance is how likely all tickets come so late in a scope that is as old as the
// desk.
func (b FirstSeen) Chance() float64 { return math.Pow(b.share, float64(b.Tickets)) }

// firstSeen returns since when each value of each field is in use. The oldest
// twentieth of its tickets does not count if it takes more than half of the time.
func (e *Dataset) firstSeen() [FieldCount][]FirstSeen {
	var out [FieldCount][]FirstSeen
	share := e.sharesSince()
	for f := range e.Fields {
		out[f] = e.firstSeenOf(e.Fields[f])
		for v, b := range out[f] {
			out[f][v].share = share[min(b.Days, len(share)-1)]
		}
		out[f][Unknown] = always
	}
	return out
}

func (e *Dataset) firstSeenOf(c column) []FirstSeen {
	out := make([]FirstSeen, len(c.Name))
	for t, v := range c.Value {
		if e.TextOf[t] >= 0 {
			out[v].Tickets++
		}
	}
	seen := make([]int, len(c.Name))
	for t, v := range c.Value {
		if e.TextOf[t] < 0 {
			continue
		}
		b, days := &out[v], e.Day[t]+1
		ignored := int(strays * float64(b.Tickets))
		if seen[v] == 0 {
			b.Days = days
		}
		if seen[v] == ignored && 2*days < b.Days {
			b.Days = days
		}
		seen[v]++
	}
	return out
}

// sharesSince returns the share of the desk's tickets that were opened within
// each number of days before AsOf.
func (e *Dataset) sharesSince() []float64 {
	share, all := make([]float64, e.Days+1), 0.0
	for t, d := range e.Day {
		if e.TextOf[t] >= 0 {
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

// firstSeenIn returns since when a scope is in use: as its value that is most surely
// new. A pair of old values is old, however few tickets it had.
func (s Scope) firstSeenIn(values [FieldCount][]FirstSeen) FirstSeen {
	begin := always
	for f, v := range s.Values {
		if b := values[f][v]; v != Unknown && b.Chance() < begin.Chance() {
			begin = b
		}
	}
	return begin
}
