package detect

import (
	"slices"

	"ticketpatterns/analyzer/stat"
)

// testCandidate tests one group of texts of a cell. It is tested if it holds enough
// tickets; it is a finding if enough different people are behind it and both
// questions are answered with yes. What costs least is asked first: the window,
// the scope's own past, the whole export. Each step knows more, so that a group
// whose p-value cannot come below the bound is left as soon as that is known.
func (w *worker) testCandidate(c cell, texts []int32, weight []int, group []int) (f *Finding, tested bool) {
	size := 0
	for _, g := range group {
		size += weight[g]
	}
	if size < smallestGroup {
		return nil, false
	}
	w.sought.set(w.centroid(texts, weight, group))
	if !w.standsOutLately(c) || !w.canReachThreshold(c) {
		return nil, true
	}
	inScope := w.here.all()
	f, here := w.comparePast(c, inScope)
	if f == nil || f.Baseline != nil && f.PPast >= w.bound || w.concentrationIn(c, here, inScope).p() >= w.bound { // even if nobody elsewhere says it
		return nil, true
	}
	everywhere, few := w.everywhere(c, here)
	if !few {
		return nil, true
	}
	f.concentration = w.concentrationIn(c, here, everywhere)
	f.PHere = f.concentration.p()
	switch {
	case f.Baseline != nil:
		rest := w.comparable - len(c.in.Tickets)
		w.compareScope(c, here, f, elsewhere(float64(len(everywhere)-len(inScope))/float64(max(rest, 1))))
	case c.desk.Past > 0:
		w.compareDesk(c.desk, here, f, everywhere)
	}
	w.expectWave(f, inScope)
	f.counted = f.Tickets
	f.Tickets = w.withGroup(f.counted, c, texts, group)
	if w.export.People > 0 && w.export.DistinctPeople(f.Tickets) < w.minPeople {
		return nil, true
	}
	return f, true
}

func (w *worker) enough(recent []int32, now Counts) bool {
	return len(recent) >= w.options.MinTickets && now.people() >= w.options.MinPeople
}

// concentrationIn asks of a window's reports whether they are more than its share
// of all that say the same. A person counts once in a window: one who files
// eight is one report.
func (w *worker) concentrationIn(c cell, here Counts, everywhere []int32) concentration {
	return concentration{here.Reports, w.counter.reports(everywhere, c.window.Days), len(c.tickets), w.comparable}
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

// withGroup adds the group's own tickets that stand too far from its centroid to
// be counted in the test. They were joined with the others here, so people see
// them as part of the pattern; leaving them out of the test only makes it
// stricter.
func (w *worker) withGroup(tickets []int32, c cell, texts []int32, group []int) []int32 {
	grouped := make(map[int32]bool, len(group))
	for _, g := range group {
		grouped[texts[g]] = true
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

// comparePast tests the tickets of a scope that match a group against the scope's
// own past. It returns nil if too few tickets or people of the window are among
// them.
func (w *worker) comparePast(c cell, matches []int32) (*Finding, Counts) {
	f := &Finding{Scope: c.in.Scope, width: c.in.Width, WindowDays: c.window.Days, EndsBack: c.window.EndsBack}
	for _, t := range matches {
		if c.window.index(w.export.Day[t]) == 0 {
			f.Tickets = append(f.Tickets, t)
		}
	}
	here := w.counter.Count(matches, f.Tickets, c.window)
	if !w.enough(f.Tickets, here) {
		return nil, here
	}
	if c.window.Past == 0 {
		return f, here
	}
	w.compareScope(c, here, f, nothing)
	return f, here
}

// elsewhere is the share of the tickets in question among all tickets of the
// rest of the desk. It counts as one more window of the scope's past.
type elsewhere float64

// nothing is the lowest share, with which a p-value is the lowest, too.
const nothing elsewhere = 0

// compareScope tests whether the window holds more than the scope's own past, in
// tickets and in people, and fills what was expected. A scope with little past
// of its own leans on the rest of the desk.
func (w *worker) compareScope(c cell, here Counts, f *Finding, share elsewhere) {
	samples := w.samples(c, here, share)
	expected, p, ok := w.testBoth(samples)
	if !ok {
		return // the earlier windows are empty: nothing can be expected
	}
	f.samples, f.Expected, f.PPast = samples, expected, p
	f.Baseline = here.pastTickets()
}

// compareDesk tests whether the window holds more of what is said than the past
// of the whole desk, for a scope that has none of its own. What is said in a new
// scope was said elsewhere before, if it is nothing new: a department that got
// another name goes on with its old trouble, which the desk knows. Those who say
// it elsewhere count up to what is usual: what is more there is not due to this
// scope, which may hold but a part of an outbreak.
func (w *worker) compareDesk(win Window, here Counts, f *Finding, everywhere []int32) {
	all := w.counter.Count(everywhere, nil, win)
	samples := w.samples(cell{window: win, volumes: win.Volumes}, all, nothing)
	for i, count := range []int{here.Tickets[0], here.Reports} {
		if usual := w.options.Test.Compare(samples[i]); usual.Size > 0 {
			samples[i].Count = min(samples[i].Count, count+int(usual.Expected))
		}
	}
	if _, p, ok := w.testBoth(samples); ok {
		f.samples, f.PPast = samples, p
	}
}

// samples are the counts of a cell with its earlier windows, in tickets and in
// people.
func (w *worker) samples(c cell, said Counts, share elsewhere) [2]stat.Sample {
	exposure, past := w.exposures(c, said.Tickets)
	sample := func(count int, baseline []int) stat.Sample {
		return stat.Sample{
			Count: count, Baseline: baseline, BaselineExposure: past, Exposure: exposure,
			PriorMean: float64(share), PriorWeight: mean(past),
		}
	}
	return [2]stat.Sample{sample(said.Tickets[0], said.pastTickets()), sample(said.Reports, said.PastReports())}
}

// testBoth tests samples of tickets and of people; ok is false if nothing can be
// expected.
func (s *search) testBoth(samples [2]stat.Sample) (expected, p float64, ok bool) {
	tickets, reports := s.options.Test.Compare(samples[0]), s.options.Test.Compare(samples[1])
	return tickets.Expected, max(tickets.P, reports.P), tickets.Size > 0 && reports.Size > 0
}

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(max(len(x), 1))
}

// deskShare is how many tickets of a scope its own volume weighs as much as the
// volume of the whole desk when both say how busy a window was.
const deskShare = 10.0

// exposures says how busy the scope was in the window and in the earlier ones
// (oldest first), the tickets in question left out. A scope with few other
// tickets leans on the volume of the whole desk, so that a surge of everything
// is expected everywhere.
func (w *worker) exposures(c cell, own []int) (window float64, past []float64) {
	desk := 0.0
	for k := 1; k <= c.window.Past; k++ {
		desk += float64(c.window.Volumes[k] - own[k])
	}
	desk = max(desk/float64(c.window.Past), 1)
	busy := func(k int) float64 {
		return float64(c.volumes[k]-own[k]) + deskShare*float64(c.window.Volumes[k]-own[k])/desk
	}
	for k := c.window.Past; k >= 1; k-- {
		past = append(past, busy(k))
	}
	return busy(0), past
}
