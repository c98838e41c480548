package analyzer

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/parallel"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// The bounds of the search.
const (
	// treeFloor is the mean cosine at which groups of one scope and window are no
	// longer joined. It may be low because a scope and window hold few tickets.
	treeFloor = 0.03
	// minMeaning is the lowest cosine at which a ticket says what a group says.
	minMeaning = 0.05
	// smallestGroup is the smallest group that is tested.
	smallestGroup = 3
	// largestTree bounds the wordings of one tree, whose cost is their square.
	largestTree = 500
	// centreTerms bounds the terms of a group's meaning.
	centreTerms = 100
	// weakestP is a p-value that no finding may reach, however few are tested.
	weakestP = 0.01
	// minBaselineWindows is the smallest number of earlier windows that make a past.
	minBaselineWindows = 3
	// deskShare is how many tickets of a scope its own volume weighs as much as
	// the volume of the whole desk when both say how busy a window was.
	deskShare = 10.0
)

// finding is a group of tickets of one scope and window that was tested.
type finding struct {
	scope      dataset.Scope
	width      int
	windowDays int
	endsBack   int     // days before AsOf at which the window ends; 0 for now
	tickets    []int32 // that say it, in scope and window, ascending
	baseline   []int   // earlier windows of the scope, oldest first; nil: no baseline yet
	expected   float64 // tickets; only with baseline
	pHere      float64
	pPast      float64 // of the whole desk if only that has a past; 0 if nothing has
	q          float64

	// What the p-values were computed from, to ask again without some tickets.
	counted []int32 // those of tickets that the test counted, ascending
	place   concentration
	past    [2]stat.Sample // of tickets and reports; empty if nothing has a past
}

// p is the p-value of the finding: both questions must be answered with yes.
func (f *finding) p() float64 { return max(f.pHere, f.pPast) }

// search looks into every scope and window for groups of tickets that say the
// same thing more often than they should.
type search struct {
	export  *dataset.Dataset
	index   *text.Index // of the wordings of the export
	options Options
	windows []window
	test    stat.Test
	// young is true if no window has a past to be compared with.
	young     bool
	minPeople int // different people that make a pattern
	text      bool
	tooCommon int     // tickets of one meaning above which it says nothing
	saying    int     // tickets that say something
	bound     float64 // findings with this p-value or a higher one are of no use
	progress  *meter
}

// found is what a search brings home.
type found struct {
	findings  []finding // below the threshold, strongest first, overlapping
	tests     int       // groups tested
	threshold float64   // patterns have a p-value below it
	chance    chance    // where the threshold comes from
	tooLarge  int       // scope windows that were only searched through their parts
}

func newSearch(e *dataset.Dataset, x *text.Index, o Options) *search {
	s := &search{export: e, index: x, options: o, test: stat.GammaPoisson{}, minPeople: o.MinPeople,
		text: e.AnyText, tooCommon: text.TooCommon(len(e.Tickets)), bound: weakestP, progress: &meter{}}
	for _, d := range e.TextOf {
		if d >= 0 {
			s.saying++
		}
	}
	for _, days := range o.WindowDays {
		w := window{days: days, desks: make([]int, o.BaselineWindows+1)}
		before := e.Days - days
		if past := min(o.BaselineWindows, before/days); past >= minBaselineWindows && before >= 7*o.BaselineMinWeeks {
			w.past = past
		}
		for t, d := range e.Day {
			if k := d / days; k < len(w.desks) && e.TextOf[t] >= 0 {
				w.desks[k]++
			}
		}
		if w.past = w.comparable(); w.past < minBaselineWindows {
			w.past = 0
		}
		s.windows = append(s.windows, w)
	}
	s.keepTestable()
	return s
}

// keepTestable drops windows without a past if another has one: a finding that
// can be compared with its past is worth more than one that cannot.
//
// If none has, the export is young. Then what can be asked is only whether
// tickets are concentrated in one place, and the written criterion says how many
// people that takes. Windows of more than half of the export go, in which
// nothing can be concentrated; of a very short export the narrowest stays.
func (s *search) keepTestable() {
	noPast := func(w window) bool { return w.past == 0 }
	s.young = !slices.ContainsFunc(s.windows, func(w window) bool { return !noPast(w) })
	if !s.young {
		s.windows = slices.DeleteFunc(s.windows, noPast)
		return
	}
	narrowest := slices.Min(s.options.WindowDays)
	s.windows = slices.DeleteFunc(s.windows, func(w window) bool { return 2*w.days > s.export.Days && w.days > narrowest })
	for _, c := range s.options.Criteria {
		if c.On && c.Kind == KindPeople {
			s.minPeople = max(s.minPeople, c.People)
		}
	}
}

// run searches all scopes on all cores and keeps, strongest first, the findings
// that the false alarm budget allows: those below the threshold at which the
// same search in shuffled exports finds as much as the user accepts.
func (s *search) run() found {
	all := s.everywhere()
	ps := make([]float64, max(all.tests, len(all.findings)))
	for i := range ps {
		ps[i] = 1 // groups tested that could not become a pattern
	}
	for i := range all.findings {
		ps[i] = all.findings[i].p()
	}
	for i, q := range stat.BenjaminiHochberg(ps) {
		if i < len(all.findings) {
			all.findings[i].q = q
		}
	}
	all.chance = s.calibrate()
	all.threshold = all.chance.threshold(s.options.FalseAlarmsPerReport)
	all.findings = below(all.findings, all.threshold)
	return all
}

func below(findings []finding, p float64) []finding {
	return slices.DeleteFunc(findings, func(f finding) bool { return f.p() >= p })
}

// everywhere searches all scopes and returns every finding below the bound,
// strongest first.
func (s *search) everywhere() found {
	kinds := scopeKinds
	if s.young {
		kinds = placeKinds
	}
	scopes := s.export.Scopes(kinds, slices.Max(s.options.WindowDays), s.options.MinTickets)
	parts := make([]found, len(scopes))
	share := 1 / float64(len(scopes)*(1+s.options.Shuffles+missedDays/missedEveryDays))
	parallel.Each(len(scopes), func() func(int) {
		one := s.newWorker()
		return func(i int) {
			parts[i] = one.searchScope(scopes[i])
			s.progress.add(share)
		}
	})
	var all found
	for _, p := range parts {
		all.findings = append(all.findings, p.findings...)
		all.tests += p.tests
		all.tooLarge += p.tooLarge
	}
	all.findings = below(all.findings, s.bound)
	slices.SortStableFunc(all.findings, compareFindings)
	return all
}

// compareFindings orders by evidence, then size, then the narrower scope, then
// a fixed order.
func compareFindings(a, b finding) int {
	return cmp.Or(cmp.Compare(a.p(), b.p()), -cmp.Compare(len(a.tickets), len(b.tickets)), -cmp.Compare(a.width, b.width),
		cmp.Compare(a.windowDays, b.windowDays), dataset.CompareScopes(a.scope, b.scope), slices.Compare(a.tickets, b.tickets))
}

// scopeKinds are the fields that scopes fix, alone and in pairs; a subcategory
// stands for itself, as it lies within its category. A field with fewer than two
// values says nothing and is left out.
var scopeKinds = [][]dataset.Field{
	{}, {dataset.Department}, {dataset.Category}, {dataset.Subcategory}, {dataset.Service}, {dataset.ConfigurationItem}, {dataset.Location}, {dataset.AssignmentGroup},
	{dataset.Department, dataset.Category}, {dataset.Department, dataset.Service}, {dataset.Department, dataset.ConfigurationItem}, {dataset.Department, dataset.Location}, {dataset.Department, dataset.AssignmentGroup},
	{dataset.Category, dataset.Service}, {dataset.Category, dataset.ConfigurationItem}, {dataset.Category, dataset.Location}, {dataset.Category, dataset.AssignmentGroup},
	{dataset.Service, dataset.ConfigurationItem}, {dataset.Service, dataset.Location}, {dataset.Service, dataset.AssignmentGroup}, {dataset.ConfigurationItem, dataset.Location}, {dataset.ConfigurationItem, dataset.AssignmentGroup}, {dataset.Location, dataset.AssignmentGroup},
}

// placeKinds are the scopes that say where people are, not what their tickets
// are about: a category always holds more of its own subject than others do.
var placeKinds = [][]dataset.Field{{dataset.Department}, {dataset.Location}, {dataset.Department, dataset.Location}}

// worker searches one scope at a time with memory of its own.
type worker struct {
	*search
	here    *locality // the tickets of the scope at hand
	wide    *lookup   // all tickets
	pairing *pairing
	adder   *adder
	counter *counter
}

func (s *search) newWorker() *worker {
	return &worker{
		search: s, here: newLocality(s.export, len(s.index.Postings)), wide: newLookup(s.export, s.index),
		pairing: &pairing{postings: make([][]text.Posting, len(s.index.Postings))},
		adder:   newAdder(len(s.index.Postings)), counter: newCounter(s.export),
	}
}

// searchScope tests the groups of one scope in each window.
func (w *worker) searchScope(in dataset.ScopedTickets) found {
	var out found
	indexed := false
	for _, win := range w.windows {
		c := cell{in: in, desk: win, window: w.pastOf(in.Begin, win), volumes: make([]int, len(win.desks))}
		for _, t := range in.Tickets {
			k := w.export.Day[t] / win.days
			if k == 0 {
				c.tickets = append(c.tickets, t)
			}
			if k < len(c.volumes) {
				c.volumes[k]++
			}
		}
		if len(c.tickets) < w.options.MinTickets {
			continue
		}
		docs, weight, fits := w.wordings(c)
		if !fits && in.Width > 0 { // nobody expects the whole desk to be one group
			out.tooLarge++
		}
		if !fits {
			continue
		}
		if !indexed {
			w.here.use(w.export, in.Tickets)
			indexed = true
		}
		w.searchCell(c, docs, weight, &out)
	}
	return out
}

// cell is one scope in one window.
type cell struct {
	in      dataset.ScopedTickets
	desk    window  // with the past of the desk
	window  window  // the same with what the scope has of it
	tickets []int32 // in the window, ascending
	volumes []int   // the scope's tickets by window, 0 = the one that ends at AsOf
}

func (w *worker) searchCell(c cell, docs []int32, weight []int, out *found) {
	vectors := make([]text.Vector, len(docs))
	for i, d := range docs {
		vectors[i] = w.export.Texts[d].Vector
	}
	for _, group := range leavesAndNodes(averageLink(w.pairing.similarities(vectors), weight, treeFloor), weight) {
		if f, tested := w.examine(c, docs, weight, group); tested {
			out.tests++
			if f != nil {
				out.findings = append(out.findings, *f)
			}
		}
	}
}

// wordings returns the wordings of a cell with their tickets there. A single
// field or the whole desk with too many is left to its parts; of a pair the
// newest are taken.
func (w *worker) wordings(c cell) (docs []int32, weight []int, fits bool) {
	place := map[int32]int{}
	for i := len(c.tickets) - 1; i >= 0; i-- {
		d := w.export.TextOf[c.tickets[i]]
		if d < 0 {
			continue
		}
		at, ok := place[d]
		if !ok {
			if len(docs) == largestTree {
				if c.in.Width < 2 {
					return nil, nil, false
				}
				continue
			}
			at = len(docs)
			place[d] = at
			docs = append(docs, d)
			weight = append(weight, 0)
		}
		weight[at]++
	}
	return docs, weight, true
}

// leavesAndNodes returns the groups to test: the nodes of the tree, and each
// wording that alone is used often enough to be a group.
func leavesAndNodes(nodes []node, weight []int) [][]int {
	var groups [][]int
	for i, n := range weight {
		if n >= smallestGroup {
			groups = append(groups, []int{i})
		}
	}
	for _, n := range nodes {
		groups = append(groups, n.members)
	}
	return groups
}
