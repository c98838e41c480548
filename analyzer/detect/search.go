package detect

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// The bounds of the search.
const (
	// treeFloor is the mean cosine at which groups of one scope and window are no
	// longer joined. It may be low because a scope and window hold few tickets.
	treeFloor = 0.03
	// minSimilarity is the lowest cosine at which a ticket says what a group says.
	minSimilarity = 0.05
	// smallestGroup is the smallest group that is tested.
	smallestGroup = 3
	// largestTree bounds the texts of one tree, whose cost is their square.
	largestTree = 500
	// centroidTerms bounds the terms of a group's centroid.
	centroidTerms = 100
	// weakestP is a p-value that no finding may reach, however few are tested.
	weakestP = 0.01
)

// search looks into every scope and window for groups of tickets that say the
// same thing more often than they should.
type search struct {
	export      *dataset.Dataset
	index       *text.Index // of the distinct texts of the export
	options     Options
	windows     []Window
	young       bool                 // no window has a past to be compared with
	minPeople   int                  // different people that make a pattern
	wordWindows []Window             // of families of words
	wordsYoung  bool                 // none of them has a past
	tooCommon   int                  // tickets that say the same above which it says nothing
	comparable  int                  // tickets with a text that can be compared
	accepted    [FamilyCount]float64 // false alarms of each family; 0: it is not searched for
	bounds      [FamilyCount]float64 // findings with this p-value or a higher one are of no use
	bound       float64              // of the family at hand
}

func newSearch(data *dataset.Dataset, x *text.Index, o Options) *search {
	s := &search{export: data, index: x, options: o, minPeople: o.MinPeople, tooCommon: text.TooCommon(len(data.Tickets))}
	for f := range s.bounds {
		s.bounds[f] = weakestP
	}
	for _, d := range data.TextOf {
		if d >= 0 {
			s.comparable++
		}
	}
	for _, days := range o.WindowDays {
		s.windows = append(s.windows, newWindow(data, days, o))
	}
	s.keepTestable()
	s.keepWordWindows()
	s.shareOut()
	return s
}

// keepTestable drops windows without a past if another has one: a finding that
// can be compared with its past is worth more than one that cannot.
//
// If none has, the export is young. Then one can only ask whether tickets are
// concentrated in one place, and YoungMinPeople says how many people that takes.
// Windows of more than half of the export go, in which nothing can be
// concentrated; of a very short export the narrowest stays.
func (s *search) keepTestable() {
	noPast := func(w Window) bool { return w.Past == 0 }
	s.young = !slices.ContainsFunc(s.windows, func(w Window) bool { return !noPast(w) })
	if !s.young {
		s.windows = slices.DeleteFunc(s.windows, noPast)
		return
	}
	narrowest := slices.Min(s.options.WindowDays)
	s.windows = slices.DeleteFunc(s.windows, func(w Window) bool { return 2*w.Days > s.export.Days && w.Days > narrowest })
	s.minPeople = max(s.minPeople, s.options.YoungMinPeople)
}

// candidates are the findings of some scopes.
type candidates struct {
	findings []Finding // below the bound, overlapping
	waves    []Finding // above it, and only because of their waves
	tests    int       // groups tested
	testsOf  [FamilyCount]int
	tooLarge int // scope windows that were only searched through their parts
}

// below parts the findings below a bound from those that would be but for their waves,
// and drops the others.
func (c candidates) below(bound float64) candidates {
	var findings []Finding
	for _, f := range c.findings {
		switch {
		case f.P() < bound:
			findings = append(findings, f)
		case f.onlyWave(bound):
			c.waves = append(c.waves, f)
		}
	}
	c.findings = findings
	return c
}

// adjust gives each finding its q-value. Groups that could not become a finding
// count as tested with p = 1.
func (c *candidates) adjust() {
	ps := make([]float64, max(c.tests, len(c.findings)))
	for i := range ps {
		ps[i] = 1
	}
	for i := range c.findings {
		ps[i] = c.findings[i].P()
	}
	for i, q := range stat.BenjaminiHochberg(ps) {
		if i < len(c.findings) {
			c.findings[i].Q = q
		}
	}
}

// searchAllScopes searches for all families on all cores and returns every finding
// below their bounds, strongest first. It is one of so many times that the step does
// it.
func (s *search) searchAllScopes(step Step, times int) candidates {
	var all candidates
	for f, accepted := range s.accepted {
		if accepted == 0 {
			continue
		}
		c := s.searchFamily(Family(f), step, 1/float64(times*s.running()))
		all.findings = append(all.findings, c.findings...)
		all.waves = append(all.waves, c.waves...)
		all.tests += c.tests
		all.testsOf[f] = c.tests
		all.tooLarge += c.tooLarge
	}
	slices.SortStableFunc(all.findings, compareFindings)
	return all
}

// worker searches one scope at a time with scratch memory of its own.
type worker struct {
	*search
	lately  *scopeIndex // the tickets of the scope at hand in its widest window
	here    *scopeIndex // all its tickets, once a group needs them
	indexed bool        // it does
	all     *matcher    // of all tickets
	sought  sought
	pairing *pairing
	sum     *vectorSum
	counter *Counter
	words   *wordCounts // for families of words
}

func (s *search) newWorker() *worker {
	terms := len(s.index.Postings)
	return &worker{
		search: s, lately: newScopeIndex(s.export, terms), here: newScopeIndex(s.export, terms), all: newGlobalMatcher(s.export, s.index), sought: sought{weightOf: make([]float64, terms)},
		pairing: &pairing{postings: make([][]text.Posting, terms)}, sum: newVectorSum(terms), counter: NewCounter(s.export),
	}
}

// searchScope tests the groups of one scope in each window.
func (w *worker) searchScope(in dataset.ScopedTickets) candidates {
	var out candidates
	w.indexed = false
	widest := slices.MaxFunc(w.windows, func(a, b Window) int { return cmp.Compare(a.Days, b.Days) }).Days
	w.lately.use(w.export, w.export.Recent(in.Tickets, widest))
	for _, win := range w.windows {
		c := w.newCell(in, win)
		if len(c.tickets) < w.options.MinTickets {
			continue
		}
		texts, weight, fits := w.distinctTexts(c)
		if !fits && in.Width > 0 { // nobody expects the whole desk to be one group
			out.tooLarge++
		}
		if !fits {
			continue
		}
		w.searchCell(c, texts, weight, &out)
	}
	return out
}

// cell is one scope in one window.
type cell struct {
	in      dataset.ScopedTickets
	desk    Window  // with the past of the desk
	window  Window  // the same with what the scope has of it
	tickets []int32 // in the window, ascending
	volumes []int   // the scope's tickets by window, 0 = the one tested
}

func (w *worker) newCell(in dataset.ScopedTickets, win Window) cell {
	c := cell{in: in, desk: win, window: w.scopeWindow(in.FirstSeen, win), volumes: make([]int, len(win.Volumes))}
	for _, t := range in.Tickets {
		k := win.index(w.export.Day[t])
		if k == 0 {
			c.tickets = append(c.tickets, t)
		}
		if k >= 0 && k < len(c.volumes) {
			c.volumes[k]++
		}
	}
	return c
}

func (w *worker) searchCell(c cell, texts []int32, weight []int, out *candidates) {
	vectors := make([]text.Vector, len(texts))
	for i, d := range texts {
		vectors[i] = w.export.Texts[d].Vector
	}
	for _, group := range leavesAndNodes(averageLink(w.pairing.similarities(vectors), weight, treeFloor), weight) {
		if f, tested := w.testCandidate(c, texts, weight, group); tested {
			out.tests++
			if f != nil {
				out.findings = append(out.findings, *f)
			}
		}
	}
}

// distinctTexts returns the texts of a cell and how many tickets there use each. A
// single field or the whole desk with too many is left to its parts; of a pair the
// newest are taken.
func (w *worker) distinctTexts(c cell) (texts []int32, weight []int, fits bool) {
	place := map[int32]int{}
	for _, t := range slices.Backward(c.tickets) {
		d := w.export.TextOf[t]
		if d < 0 {
			continue
		}
		at, ok := place[d]
		if !ok {
			if len(texts) == largestTree {
				if c.in.Width < 2 {
					return nil, nil, false
				}
				continue
			}
			at = len(texts)
			place[d] = at
			texts = append(texts, d)
			weight = append(weight, 0)
		}
		weight[at]++
	}
	return texts, weight, true
}

// leavesAndNodes returns the groups to test: the nodes of the tree, and each
// text that alone is used often enough to be a group.
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
