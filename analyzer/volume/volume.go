package volume

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/calendar"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/stat"
)

// Options says how to search.
type Options struct {
	// FalseAlarms is how many findings of one report may be noise on average; 0 leaves the search out.
	FalseAlarms float64
	// Permutations is how many times the days are permuted to learn what noise looks
	// like; >= 1.
	Permutations int
	// MinPeople and MinTickets are the smallest numbers of different people and of
	// tickets that make a finding.
	MinPeople, MinTickets int
	// BaselineMinWeeks is the history before a window of a week or more without which
	// nothing is expected.
	BaselineMinWeeks int
	// Test compares a count with its past. nil is [stat.GammaPoisson].
	Test stat.Test
}

// Finding is a scope that holds more in a window than its past explains.
type Finding struct {
	Scope      dataset.Scope
	WindowDays int
	EndsBack   int     // days before AsOf at which the window ends; 0 for now
	Tickets    []int32 // of the scope and window, ascending
	Baseline   []int   // tickets in the earlier windows of the scope, oldest first
	Expected   float64 // tickets
	P          float64 // p-value against the past: the larger of tickets and people
	// Score is P times the scopes of this kind over the weight of the kind. It makes
	// findings comparable: a pair of fields is one of many pairs.
	Score    float64
	ByChance float64 // findings as strong that an export with permuted days shows

	// Wave is what came at the same time of earlier months, quarters or years; only of
	// what is expected because of it.
	Wave *calendar.Wave

	width int // fields that Scope fixes
}

// Surplus is how many tickets more than expected there are.
func (f *Finding) Surplus() float64 { return float64(len(f.Tickets)) - f.Expected }

// Pattern is the strongest of several findings of the same surplus.
type Pattern struct {
	Finding
	Also []Finding // the others, strongest first
}

// Result is what a search found.
type Result struct {
	Patterns  []Pattern // strongest first
	Expected  []Finding // would stand out but for their waves, strongest first
	Tests     int       // scopes and windows tested
	Threshold float64   // Patterns have a Score below it
	Null      Null

	search *search
	table  *table
}

// Without returns a pattern without these tickets, ascending, of its own; false if it
// would be none.
func (r *Result) Without(p Pattern, tickets []int32) (Pattern, bool) {
	left := slices.DeleteFunc(slices.Clone(p.Tickets), func(t int32) bool {
		_, gone := slices.BinarySearch(tickets, t)
		return gone
	})
	if len(left) == len(p.Tickets) {
		return p, true
	}
	p.Tickets, p.Score = left, r.search.scoreWithout(r.table, r.table.asItWas(), p.Finding, left)
	p.P, p.ByChance = p.Score/r.table.of(p.Scope).tests, r.Null.Below(p.Score)
	return p, p.Score < r.Threshold
}

// widths are the windows looked at, in days: trouble that is over in a day is lost
// in a week, trouble that goes on is lost in a day.
var widths = []int{1, 2, 3, 7, 14}

const (
	// latestEnds is how many days back a window may end: a report that is read once
	// a week must see what is over by now.
	latestEnds = 7
	// atLeast is how many times as many as expected make a finding. A large scope
	// that is ten percent busier may be no chance, but is no outage.
	atLeast = 1.5
	// weakestScore is a score that no finding may reach, however few are tested.
	weakestScore = 1.0
)

// CanSearch reports whether at least the narrowest window has a past.
func CanSearch(data *dataset.Dataset) bool { return usableDays(data) > minPastDays }

// Search finds the scopes that stand out. The same data set and options give the
// same result, on any number of cores.
func Search(data *dataset.Dataset, o Options) Result {
	if o.Test == nil {
		o.Test = stat.GammaPoisson{}
	}
	s := &search{data: data, options: o}
	all := newTable(data, o.MinTickets, nil)
	if o.FalseAlarms == 0 || !CanSearch(data) || len(all.scopes) == 0 {
		return Result{Patterns: []Pattern{}}
	}
	null := s.null(all)
	threshold := null.threshold(o.FalseAlarms)
	found, tests := s.findings(all, all.asItWas(), threshold)
	found, waves := s.partWaves(all, found, threshold)
	patterns := s.suppressShadows(all, all.asItWas(), found, threshold)
	for i := range patterns {
		patterns[i].ByChance = null.Below(patterns[i].Score)
	}
	return Result{Patterns: patterns, Expected: withoutShadows(waves), Tests: tests, Threshold: threshold, Null: null, search: s, table: all}
}

// search holds what does not change from permutation to permutation.
type search struct {
	data    *dataset.Dataset
	options Options
}

// compareFindings orders by score, then size, then the wider scope, then a fixed
// order.
func compareFindings(a, b Finding) int {
	return cmp.Or(cmp.Compare(a.Score, b.Score), -cmp.Compare(len(a.Tickets), len(b.Tickets)), cmp.Compare(a.width, b.width),
		cmp.Compare(a.WindowDays, b.WindowDays), cmp.Compare(a.EndsBack, b.EndsBack), dataset.CompareScopes(a.Scope, b.Scope))
}

// suppressShadows keeps the findings that have a surplus of their own. A site that is
// cut off makes its departments, its groups and the windows around it stand out as
// well: each is tested again without the tickets of the stronger ones, and goes with
// one of those if it no longer stands out (sequential deletion; Zhang, Assunção and
// Kulldorff, Journal of Probability and Statistics 2010, 642379).
func (s *search) suppressShadows(t *table, o order, findings []Finding, threshold float64) []Pattern {
	slices.SortStableFunc(findings, compareFindings)
	kept := []Pattern{}
	taken := map[int32]bool{}
	for _, f := range findings {
		at := -1
		left := slices.DeleteFunc(slices.Clone(f.Tickets), func(k int32) bool { return taken[k] })
		if len(left) < len(f.Tickets) && s.scoreWithout(t, o, f, left) >= threshold {
			at = mostShared(kept, f.Tickets)
		}
		if at >= 0 {
			kept[at].Also = append(kept[at].Also, f)
			continue
		}
		kept = append(kept, Pattern{Finding: f})
		for _, k := range f.Tickets {
			taken[k] = true
		}
	}
	return kept
}

// scoreWithout is the score of a finding of which only these tickets are left. What
// was expected stays as it is, also of the tickets that are gone.
func (s *search) scoreWithout(t *table, o order, f Finding, left []int32) float64 {
	if len(left) < s.options.MinTickets || float64(len(left)) < atLeast*f.Expected {
		return weakestScore
	}
	sc := t.of(f.Scope)
	m := newMeter(s, t, o)
	m.use(sc)
	sample := m.sample(window{f.WindowDays, f.EndsBack})
	sample.Count = len(left)
	return s.options.Test.Compare(sample).P * sc.tests
}

// mostShared returns which pattern holds most of the tickets, the first of equals.
func mostShared(patterns []Pattern, tickets []int32) int {
	at, most := -1, 0
	for i, p := range patterns {
		if n := dataset.Shared(p.Tickets, tickets); n > most {
			at, most = i, n
		}
	}
	return at
}
