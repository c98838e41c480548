// Package detect finds the scopes and windows in which people report one thing more often than chance explains.
//
// [Search] looks into every scope (a department, a location, a category within a
// department ...) and every window that ends at AsOf, by families of search, each with
// a share of the accepted false alarms (see [Family]). A family groups the texts there
// and asks of each group two questions: do more of all the tickets that say this come
// from here than its share of tickets explains, and are they more than the past of this
// scope explains? How small a p-value must be is learned, for each family, from the
// same search in shuffled exports (see [NullDistribution]). The family of words asks the
// same of single telling words, and adds to those who say one what is near to them by
// its other words.
//
// [SearchChronic] finds what is always high.
package detect

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/calendar"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// Options says how to search.
type Options struct {
	// FalseAlarmsPerReport is how many patterns of one report may be noise on
	// average; > 0.
	FalseAlarmsPerReport float64
	// Budget says how the families share them, as weights; >= 0, and one is > 0.
	Budget [FamilyCount]float64
	// Shuffles says how sure the threshold is: as if noise were counted in so many
	// shuffled exports, which is the most that are made; >= 1.
	Shuffles int
	// WindowDays are the widths of the windows that end at AsOf: whole weeks.
	WindowDays []int
	// BaselineWindows is how many earlier windows of the same width make the past.
	BaselineWindows int
	// BaselineMinWeeks is the history before a window without which nothing is
	// expected.
	BaselineMinWeeks int
	// MinPeople and MinTickets are the smallest numbers of different people and of
	// tickets that make a pattern.
	MinPeople, MinTickets int
	// YoungMinPeople is how many different people make a pattern in an export that
	// is too young to have a past, where only their number speaks; what is below
	// MinPeople counts as MinPeople.
	YoungMinPeople int
	// Test compares a count with its past. nil is [stat.GammaPoisson].
	Test stat.Test
	// Chances is what chance shows, as [Calibrate] learned it; nil: it is learned from
	// shuffles of this export.
	Chances *Chances
	// NoPastWeeks leaves out what reports of the past weeks would have shown.
	NoPastWeeks bool
	// Progress is told how much more of a step is done, as a share of the step, by
	// several goroutines at once. nil: nobody wants to know. It changes nothing in
	// the result.
	Progress func(step Step, share float64)
}

// Step is a part of the search, which searches all scopes once or several times.
type Step int

// The steps, in their order.
const (
	Shuffles  Step = iota // what chance shows
	Today                 // what stands out
	PastWeeks             // what earlier reports would have shown
)

// Finding is a group of tickets of one scope and window that was tested.
type Finding struct {
	Family     Family
	Scope      dataset.Scope
	WindowDays int
	EndsBack   int     // days before AsOf at which the window ends; 0 for now
	Tickets    []int32 // that say it, in scope and window, ascending
	Perhaps    []int32 // of a pattern, in scope and window: those too far from Tickets to count as saying it, ascending
	Baseline   []int   // tickets in the earlier windows of the scope, oldest first; nil: no baseline yet
	Expected   float64 // tickets; only with Baseline
	PHere      float64 // p-value of the place
	PPast      float64 // p-value of the past; of the whole desk's if only that has one; 0 if nothing has
	Q          float64 // of Benjamini and Hochberg, over all groups tested
	// ByChance is how many patterns a report shows by pure chance, of all families, if
	// each is as strict as it takes to leave this one out. 0: not known yet.
	ByChance float64

	// Wave says that what came at the same time of earlier months,
	// quarters or years; nil: they did not.
	Wave *calendar.Wave

	width    int     // fields that Scope fixes
	pNoWaves float64 // PPast as if Wave were unknown

	// What the p-values were computed from, to compute them anew without some of
	// the tickets.
	counted       []int32 // those of Tickets that the test counted, ascending
	concentration concentration
	before        before         // of a family of words
	samples       [2]stat.Sample // of tickets and reports; empty if nothing has a past
}

// P is the p-value of the finding: both questions must be answered with yes.
func (f *Finding) P() float64 { return max(f.PHere, f.PPast) }

// Firm returns those of Tickets that the test counted, ascending.
func (f *Finding) Firm() []int32 { return f.counted }

// compareFindings orders by the false alarms that a report has to accept with the
// finding, which compares those of different families, then by evidence, size, the narrower scope, and
// a fixed order.
func compareFindings(a, b Finding) int {
	return cmp.Or(cmp.Compare(a.ByChance, b.ByChance), cmp.Compare(a.P(), b.P()), -cmp.Compare(len(a.Tickets), len(b.Tickets)), -cmp.Compare(a.width, b.width),
		cmp.Compare(a.WindowDays, b.WindowDays), dataset.CompareScopes(a.Scope, b.Scope), slices.Compare(a.Tickets, b.Tickets),
		cmp.Compare(a.Family, b.Family))
}

// Pattern is the strongest of several findings of the same tickets.
type Pattern struct {
	Finding
	Also []Finding // the others, strongest first
}

// Wider returns the tickets of the largest finding that holds nearly all of the
// pattern's: what else says the same in a longer time.
func (p *Pattern) Wider() []int32 {
	widest := p.Tickets
	for _, a := range p.Also {
		if len(a.Tickets) > len(widest) && float64(dataset.Shared(a.Tickets, p.Tickets)) >= nearlyAll*float64(len(p.Tickets)) {
			widest = a.Tickets
		}
	}
	return widest
}

// Result is what a search found.
type Result struct {
	// Patterns stand out today, strongest first.
	Patterns []Pattern
	// Missed would have stood out in reports of the past eight weeks and are not
	// among Patterns, strongest first.
	Missed []Pattern

	// Expected would stand out but for their waves, strongest first: what comes at this
	// time of each month, quarter or year.
	Expected []Finding

	Tests    int            // groups tested
	TooLarge int            // scope windows with too many texts, which only their parts were searched for
	Families []FamilyResult // those that could be searched for, in their order

	// Windows were searched, narrowest first as in Options; never empty.
	Windows []Window
	// Young is true if no window has a past to be compared with. Then only places
	// were searched, for patterns of MinPeople different people.
	Young     bool
	MinPeople int
	// NewValues are the values of each field that have no past in any window while
	// the desk has one, and tickets enough to be searched; most tickets first.
	NewValues [dataset.FieldCount][]NewValue
}

// Search finds what stands out in an export. The same export and options give the
// same result, on any number of cores.
func Search(data *dataset.Dataset, o Options) Result {
	o = o.completed()
	s := newSearch(data, text.NewIndex(data.Vectors()), o)
	chances := s.chances()
	s.bounds = chances.thresholds(1)
	c := s.searchAllScopes(Today, 1)
	c.adjust()
	patterns := s.firmOnly(preferPlaces(preferGroups(s.suppressSecondary(chances.below(c.findings, 1), nil))))
	var missed []Pattern
	if !o.NoPastWeeks {
		missed = s.firmOnly(preferPlaces(preferGroups(s.missed(patterns, chances))))
	}
	return Result{
		Patterns: patterns, Missed: missed, Expected: s.expected(c, chances, patterns),
		Tests: c.tests, TooLarge: c.tooLarge, Families: s.families(c.testsOf, chances),
		Windows: s.windows, Young: s.young, MinPeople: s.minPeople, NewValues: s.newValues(),
	}
}

// completed returns the options with what nil stands for.
func (o Options) completed() Options {
	if o.Test == nil {
		o.Test = stat.GammaPoisson{}
	}
	if o.Progress == nil {
		o.Progress = func(Step, float64) {}
	}
	return o
}
