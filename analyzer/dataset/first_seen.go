package dataset

import "math"

// maxStrays is the largest share of a value's tickets that may precede the others by
// far without making the value old: somebody tried it out.
const maxStrays = 0.05

// FirstSeen tells how long a value of a field, or a scope, has been in use. A
// department that was founded, renamed or moved last week has no past even if the
// export reaches back further: the absence of earlier reports from it carries no
// information.
type FirstSeen struct {
	Days      int     // days from its first ticket to AsOf, both included
	Tickets   int     // since then
	deskShare float64 // share of the desk's tickets opened in these days
}

// always is the FirstSeen of the whole desk.
var always = FirstSeen{Days: math.MaxInt, deskShare: 1}

// PNotNew returns the probability that all tickets come this late in a scope that is
// as old as the desk: deskShare to the power of Tickets.
func (f FirstSeen) PNotNew() float64 { return math.Pow(f.deskShare, float64(f.Tickets)) }

// firstSeen returns how long each value of each field has been in use. The oldest
// twentieth of a value's tickets is ignored if it spans more than half of the time.
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

// sharesSince returns, for each number of days, the share of the desk's tickets
// opened in the last that many days.
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

// firstSeenIn returns how long a scope has been in use: as long as the value that is
// most certainly new. A pair of old values is old, however few tickets it had.
func (s Scope) firstSeenIn(values [FieldCount][]FirstSeen) FirstSeen {
	begin := always
	for f, v := range s.Values {
		if b := values[f][v]; v != Unknown && b.PNotNew() < begin.PNotNew() {
			begin = b
		}
	}
	return begin
}
