package analyzer

import (
	"slices"

	"ticketpatterns/analyzer/stat"
)

// examine tests one group of wordings of a cell. It is tested if it holds enough
// tickets; it is a finding if enough different people are behind it.
func (w *worker) examine(c cell, docs []int32, weight []int, group []int) (f *finding, tested bool) {
	size := 0
	for _, g := range group {
		size += weight[g]
	}
	if size < smallestGroup {
		return nil, false
	}
	saying := w.saying(docs, weight, group)
	if w.text && len(saying) > w.tooCommon {
		return nil, true // what everybody says is no meaning
	}
	f = w.evaluate(c, saying)
	if f == nil {
		return nil, true
	}
	f.tickets = w.withGroup(f.tickets, c, docs, group)
	if w.export.people > 0 && w.export.distinctPeople(f.tickets) < w.minPeople {
		return nil, true
	}
	return f, true
}

// withGroup adds the group's own tickets that stand too far from its centre to
// be counted in the test. They were joined with the others here, so people see
// them as part of the pattern; leaving them out of the test only makes it
// stricter.
func (w *worker) withGroup(tickets []int32, c cell, docs []int32, group []int) []int32 {
	grouped := make(map[int32]bool, len(group))
	for _, g := range group {
		grouped[docs[g]] = true
	}
	all := slices.Clone(tickets)
	for _, t := range c.tickets {
		if grouped[w.export.docOf[t]] {
			all = append(all, t)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// saying returns all tickets of the export, ascending, that say what the group
// says: at least as close to its centre as three quarters of its own members,
// each compared with the centre of the others.
func (w *worker) saying(docs []int32, weight []int, group []int) []int32 {
	centre, own := w.adder.centre(w.export.docs, docs, weight, group)
	var scores []float64
	for i, g := range group {
		for range weight[g] {
			scores = append(scores, own[i])
		}
	}
	slices.Sort(scores)
	threshold := max(minMeaning, scores[len(scores)/4])
	for _, g := range group {
		w.member[docs[g]] = true
	}
	var tickets []int32
	w.scorer.similar(centre, 0, func(d int32, score float64) {
		if score >= threshold && !w.member[d] {
			tickets = append(tickets, w.export.docs[d].tickets...)
		}
	})
	for i, g := range group {
		w.member[docs[g]] = false
		if own[i] >= threshold {
			tickets = append(tickets, w.export.docs[docs[g]].tickets...)
		}
	}
	slices.Sort(tickets)
	return tickets
}

// evaluate asks of the tickets that say something whether they are concentrated
// in the cell and more than the scope's own past. It returns nil if too few
// tickets or people of the cell are among them.
func (w *worker) evaluate(c cell, saying []int32) *finding {
	f := &finding{scope: c.in.scope, width: c.in.width, windowDays: c.window.days, elsewhere: len(saying)}
	days := c.window.days
	for _, t := range saying {
		if w.export.day[t] < days && c.in.scope.holds(w.export, t) {
			f.tickets = append(f.tickets, t)
		}
	}
	here := w.counter.count(saying, f.tickets, c)
	if len(f.tickets) < w.options.MinTickets || here.enough() < w.options.MinPeople {
		return nil
	}
	// A person counts once in a window: one who files eight is one report.
	f.pHere = stat.HypergeometricTail(here.reports, here.reportsInAll, len(c.tickets), len(w.export.tickets))
	if c.window.past == 0 {
		return f
	}
	exposure, past := w.exposures(c, here.tickets)
	tickets := w.test.Compare(stat.Sample{Count: len(f.tickets), Baseline: here.pastTickets(), BaselineExposure: past, Exposure: exposure})
	reports := w.test.Compare(stat.Sample{Count: here.reports, Baseline: here.pastReports(), BaselineExposure: past, Exposure: exposure})
	if tickets.Size == 0 || reports.Size == 0 {
		return f // the earlier windows are empty: nothing can be expected
	}
	f.expected = tickets.Expected
	f.pPast = max(tickets.P, reports.P)
	f.baseline = here.pastTickets()
	return f
}

// exposures says how busy the scope was in the window and in the earlier ones
// (oldest first), the tickets in question left out. A scope with few other
// tickets leans on the volume of the whole desk, so that a surge of everything
// is expected everywhere.
func (w *worker) exposures(c cell, own []int) (window float64, past []float64) {
	desk := 0.0
	for k := 1; k <= c.window.past; k++ {
		desk += float64(c.window.desks[k] - own[k])
	}
	desk = max(desk/float64(c.window.past), 1)
	busy := func(k int) float64 {
		return float64(c.volumes[k]-own[k]) + deskShare*float64(c.window.desks[k]-own[k])/desk
	}
	for k := c.window.past; k >= 1; k-- {
		past = append(past, busy(k))
	}
	return busy(0), past
}

// counter counts tickets and the people behind them by window.
type counter struct {
	export *export
	last   []int32 // by person: the window of the last report seen
}

func newCounter(e *export) *counter {
	return &counter{export: e, last: make([]int32, e.people)}
}

// counts are the numbers of one group in one cell.
type counts struct {
	past          int   // earlier windows
	tickets       []int // in scope by window, 0 = the one that ends at AsOf
	reportsByTime []int // the same, a person counted once in a window
	reports       int   // in scope and window
	people        int   // distinct in scope and window, unknown ones not counted
	nameless      int   // tickets in scope and window without requester
	reportsInAll  int   // in the whole export
}

// enough is the number of different people as far as one can say: where the
// export names nobody, tickets stand for them.
func (c counts) enough() int {
	if c.people == 0 {
		return c.nameless
	}
	return c.people
}

func (c counts) pastTickets() []int { return oldestFirst(c.tickets, c.past) }
func (c counts) pastReports() []int { return oldestFirst(c.reportsByTime, c.past) }

func oldestFirst(byWindow []int, past int) []int {
	out := make([]int, 0, past)
	for k := past; k >= 1; k-- {
		out = append(out, byWindow[k])
	}
	return out
}

// count goes through all tickets that say something, oldest first.
func (n *counter) count(saying, here []int32, c cell) counts {
	e, days := n.export, c.window.days
	out := counts{past: c.window.past, tickets: make([]int, len(c.window.desks)), reportsByTime: make([]int, len(c.window.desks))}
	n.forget(saying)
	for _, t := range saying {
		if n.report(t, e.day[t]/days) {
			out.reportsInAll++
		}
	}
	n.forget(saying)
	for _, t := range saying {
		k := e.day[t] / days
		if k >= len(out.tickets) || !c.in.scope.holds(e, t) {
			continue
		}
		out.tickets[k]++
		if n.report(t, k) {
			out.reportsByTime[k]++
		}
	}
	out.reports = out.reportsByTime[0]
	for _, t := range here {
		if e.person[t] == nobody {
			out.nameless++
		}
	}
	out.people = out.reports - out.nameless
	return out
}

// report tells whether ticket t is its person's first in window k.
func (n *counter) report(t int32, k int) bool {
	p := n.export.person[t]
	if p == nobody {
		return true
	}
	if n.last[p] == int32(k)+1 {
		return false
	}
	n.last[p] = int32(k) + 1
	return true
}

func (n *counter) forget(tickets []int32) {
	for _, t := range tickets {
		if p := n.export.person[t]; p != nobody {
			n.last[p] = 0
		}
	}
}
