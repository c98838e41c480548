package analyzer

import (
	"slices"
	"ticketpatterns/analyzer/dataset"

	"ticketpatterns/analyzer/stat"
)

// examine tests one group of wordings of a cell. It is tested if it holds enough
// tickets; it is a finding if enough different people are behind it and both
// questions are answered with yes. What costs least is asked first: the window,
// the scope's own past, the whole export. Each step knows more, so that a group
// whose p-value cannot come below the bound is left as soon as that is known.
func (w *worker) examine(c cell, docs []int32, weight []int, group []int) (f *finding, tested bool) {
	size := 0
	for _, g := range group {
		size += weight[g]
	}
	if size < smallestGroup {
		return nil, false
	}
	m := w.meaning(docs, weight, group)
	w.here.ask(m)
	if !w.promising(c) {
		return nil, true
	}
	inScope := w.here.all()
	f, here := w.evaluate(c, inScope)
	if f == nil || f.baseline != nil && f.pPast >= w.bound || w.concentrated(c, here, inScope).p() >= w.bound { // even if nobody elsewhere says it
		return nil, true
	}
	everywhere := w.wide.saying(m)
	if w.text && len(everywhere) > w.tooCommon {
		return nil, true // what everybody says is no meaning
	}
	f.place = w.concentrated(c, here, everywhere)
	f.pHere = f.place.p()
	switch {
	case f.baseline != nil:
		rest := w.saying - len(c.in.Tickets)
		w.comparePast(c, here, f, elsewhere(float64(len(everywhere)-len(inScope))/float64(max(rest, 1))))
	case c.desk.past > 0:
		w.compareDesk(c.desk, here, f, everywhere)
	}
	f.counted = f.tickets
	f.tickets = w.withGroup(f.counted, c, docs, group)
	if w.export.People > 0 && w.export.DistinctPeople(f.tickets) < w.minPeople {
		return nil, true
	}
	return f, true
}

func (w *worker) enough(recent []int32, now counts) bool {
	return len(recent) >= w.options.MinTickets && now.enough() >= w.options.MinPeople
}

// concentrated asks of a window's reports whether they are more than its share
// of all that say the same. A person counts once in a window: one who files
// eight is one report.
func (w *worker) concentrated(c cell, here counts, everywhere []int32) concentration {
	return concentration{here.reports, w.counter.reports(everywhere, c.window.days), len(c.tickets), w.saying}
}

// concentration is what it takes to say whether a window holds more than its
// share of all that say the same.
type concentration struct {
	here, everywhere int // reports
	part, whole      int // tickets that say anything
}

func (n concentration) p() float64 {
	return stat.HypergeometricTail(n.here, n.everywhere, n.part, n.whole)
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
		if grouped[w.export.TextOf[t]] {
			all = append(all, t)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// meaning is what a group of wordings says: a ticket says it too if it is at
// least as close to the centre as three quarters of the group's own members,
// each compared with the centre of the others.
type meaning struct {
	centre    []weighed // of unit length
	threshold float64
	members   []int32   // wordings
	own       []float64 // their closeness to the others
}

func (w *worker) meaning(docs []int32, weight []int, group []int) meaning {
	m := meaning{members: make([]int32, len(group))}
	m.centre, m.own = w.adder.centre(w.export.Texts, docs, weight, group)
	var scores []float64
	for i, g := range group {
		m.members[i] = docs[g]
		for range weight[g] {
			scores = append(scores, m.own[i])
		}
	}
	slices.Sort(scores)
	m.threshold = max(minMeaning, scores[len(scores)/4])
	return m
}

// evaluate asks of the tickets of a scope that say something whether they are
// more than the scope's own past. It returns nil if too few tickets or people of
// the window are among them.
func (w *worker) evaluate(c cell, saying []int32) (*finding, counts) {
	f := &finding{scope: c.in.Scope, width: c.in.Width, windowDays: c.window.days}
	for _, t := range saying {
		if w.export.Day[t] < c.window.days {
			f.tickets = append(f.tickets, t)
		}
	}
	here := w.counter.count(saying, f.tickets, c.window)
	if !w.enough(f.tickets, here) {
		return nil, here
	}
	if c.window.past == 0 {
		return f, here
	}
	w.comparePast(c, here, f, nothing)
	return f, here
}

// elsewhere is the share of the tickets in question among all tickets of the
// rest of the desk. It counts as one more window of the scope's past.
type elsewhere float64

// nothing is the lowest share, with which a p-value is the lowest, too.
const nothing elsewhere = 0

// comparePast tests whether the window holds more than the scope's own past, in
// tickets and in people, and fills what was expected. A scope with little past
// of its own leans on the rest of the desk.
func (w *worker) comparePast(c cell, here counts, f *finding, share elsewhere) {
	samples := w.samples(c, here, share)
	expected, p, ok := w.unusual(samples)
	if !ok {
		return // the earlier windows are empty: nothing can be expected
	}
	f.past, f.expected, f.pPast = samples, expected, p
	f.baseline = here.pastTickets()
}

// compareDesk tests whether the window holds more of what is said than the past
// of the whole desk, for a scope that has none of its own. What is said in a new
// scope was said elsewhere before, if it is nothing new: a department that got
// another name goes on with its old trouble, which the desk knows. Those who say
// it elsewhere count up to what is usual: what is more there is not due to this
// scope, which may hold but a part of an outbreak.
func (w *worker) compareDesk(win window, here counts, f *finding, everywhere []int32) {
	all := w.counter.count(everywhere, nil, win)
	samples := w.samples(cell{window: win, volumes: win.desks}, all, nothing)
	for i, count := range []int{here.tickets[0], here.reports} {
		if usual := w.test.Compare(samples[i]); usual.Size > 0 {
			samples[i].Count = min(samples[i].Count, count+int(usual.Expected))
		}
	}
	if _, p, ok := w.unusual(samples); ok {
		f.past, f.pPast = samples, p
	}
}

// samples are the counts of a cell with its earlier windows, in tickets and in
// people.
func (w *worker) samples(c cell, said counts, share elsewhere) [2]stat.Sample {
	exposure, past := w.exposures(c, said.tickets)
	sample := func(count int, baseline []int) stat.Sample {
		return stat.Sample{
			Count: count, Baseline: baseline, BaselineExposure: past, Exposure: exposure,
			PriorMean: float64(share), PriorWeight: mean(past),
		}
	}
	return [2]stat.Sample{sample(said.tickets[0], said.pastTickets()), sample(said.reports, said.pastReports())}
}

// unusual tests samples of tickets and of people; ok is false if nothing can be
// expected.
func (s *search) unusual(samples [2]stat.Sample) (expected, p float64, ok bool) {
	tickets, reports := s.test.Compare(samples[0]), s.test.Compare(samples[1])
	return tickets.Expected, max(tickets.P, reports.P), tickets.Size > 0 && reports.Size > 0
}

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(max(len(x), 1))
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
	export *dataset.Dataset
	last   []int32 // by person: the window of the last report seen
}

func newCounter(e *dataset.Dataset) *counter {
	return &counter{export: e, last: make([]int32, e.People)}
}

// counts are the numbers of one group in one cell.
type counts struct {
	past          int   // earlier windows
	tickets       []int // in scope by window, 0 = the one that ends at AsOf
	reportsByTime []int // the same, a person counted once in a window
	reports       int   // in scope and window
	nameless      int   // of these, tickets without requester
}

// enough is the number of different people as far as one can say: where the
// export names nobody, tickets stand for them.
func (c counts) enough() int {
	if people := c.reports - c.nameless; people > 0 {
		return people
	}
	return c.nameless
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

// count goes through all tickets of a scope that say something, oldest first;
// recent are those of the window that ends at AsOf.
func (n *counter) count(saying, recent []int32, win window) counts {
	out := counts{past: win.past, tickets: make([]int, len(win.desks)), reportsByTime: make([]int, len(win.desks))}
	n.forget(saying)
	for _, t := range saying {
		k := n.export.Day[t] / win.days
		if k >= len(out.tickets) {
			continue
		}
		out.tickets[k]++
		if n.report(t, k) {
			out.reportsByTime[k]++
		}
	}
	out.reports = out.reportsByTime[0]
	for _, t := range recent {
		if n.export.Person[t] == dataset.Nobody {
			out.nameless++
		}
	}
	return out
}

// reports counts tickets, oldest first, a person once in each window of days.
func (n *counter) reports(tickets []int32, days int) int {
	reports := 0
	n.forget(tickets)
	for _, t := range tickets {
		if n.report(t, n.export.Day[t]/days) {
			reports++
		}
	}
	return reports
}

// report tells whether ticket t is its person's first in window k.
func (n *counter) report(t int32, k int) bool {
	p := n.export.Person[t]
	if p == dataset.Nobody {
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
		if p := n.export.Person[t]; p != dataset.Nobody {
			n.last[p] = 0
		}
	}
}
