package dataset

import "math"

// strays is the share of a value's tickets that may lie long before the
// others without making it old: somebody tried it out.
const maxStrays = 0.05

// FirstSeen says since when a value of a field, or a scope, is in use. A
// department that was founded, renamed or moved last week has no past, although
// the export has one: that nobody of it reported anything before says nothing.
type FirstSeen struct {
	Days      int     // from its first ticket to AsOf, both included
	Tickets   int     // since then
	deskShare float64 // of the desk's tickets that were opened since then
}

// always is since when the whole desk is in use.
var always = FirstSeen{Days: math.MaxInt, deskShare: 1}

// Chance is how likely all tickets come so late in a scope that is as old as the
// desk.
func (f FirstSeen) PNotNew() float64 { return math.Pow(f.deskShare, float64(f.Tickets)) }

// firstSeen returns since when each value of each field is in use. The oldest
// twentieth of its tickets does not count if it takes more than half of the time.
func (d *Dataset) firstSeen() [FieldCount][]FirstSeen {
	var out [FieldCount][]FirstSeen
	share := d.sharesSince()
	for f := range d.Fields {
		out[f] = d.firstSeenOf(d.Fields[f])
		for v, b := range out[f] {
			out[f][v].deskShare = share[min(b.Days, len(share)-1)]
		}
		out[f][Unknown] = always
	}
	return out
}

func (d *Dataset) firstSeenOf(c column) []FirstSeen {
	out := make([]FirstSeen, len(c.Name))
	for t, v := range c.Value {
		if d.TextOf[t] >= 0 {
			out[v].Tickets++
		}
	}
	seen := make([]int, len(c.Name))
	for t, v := range c.Value {
		if d.TextOf[t] < 0 {
			continue
		}
		b, days := &out[v], d.Day[t]+1
		ignored := int(maxStrays * float64(b.Tickets))
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
func (d *Dataset) sharesSince() []float64 {
	share, all := make([]float64, d.Days+1), 0.0
	for t, day := range d.Day {
		if d.TextOf[t] >= 0 {
			share[day+1]++
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
		if b := values[f][v]; v != Unknown && b.PNotNew() < begin.PNotNew() {
			begin = b
		}
	}
	return begin
}
