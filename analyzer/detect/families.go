package detect

import (
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/parallel"
)

// Family is a kind of search: what is looked for, and in which scopes. Each has a
// share of the accepted false alarms, and its own threshold learned from shuffled
// exports, so that a search with many questions does not drown one with few.
//
// To add one, add its constant, its name, its entry in searches, and its weight in
// the configuration. Its function finds what stands out in one scope; shuffles,
// threshold, order, and what is told of several findings of the same tickets follow.
type Family int

// The families. What stands for the department, where an export has none, is in its
// field.
const (
	DepartmentGroups Family = iota // groups of tickets that say the same, in a department
	OtherGroups                    // the same in all other scopes
	DepartmentWords                // people of a department who use the same telling word
	FamilyCount
)

// FamilyNames are the names of the families in results and in the configuration.
var FamilyNames = [FamilyCount]string{"department_groups", "other_groups", "department_words"}

// FamilyResult is what a family was searched with.
type FamilyResult struct {
	Family      Family
	FalseAlarms float64 // accepted per report
	Tests       int
	Threshold   float64 // its patterns have a p-value below it
	Null        NullDistribution
}

// scopeSearch is how a family is searched for.
type scopeSearch struct {
	kinds [][]dataset.Field // of scopes
	find  func(w *worker, in dataset.ScopedTickets) candidates
	words bool // it counts words, which is cheap
}

var searches = [FamilyCount]scopeSearch{
	DepartmentGroups: {departments, (*worker).searchScope, false},
	OtherGroups:      {otherKinds, (*worker).searchScope, false},
	DepartmentWords:  {departments, (*worker).searchWords, true},
}

// departments is where the users are who this is done for.
var departments = [][]dataset.Field{{dataset.Department}}

// otherKinds are the other fields that scopes fix, alone and in pairs; a subcategory
// stands for itself, as it lies within its category. A field with fewer than two
// values says nothing and is left out.
var otherKinds = [][]dataset.Field{
	{}, {dataset.Category}, {dataset.Subcategory}, {dataset.Service}, {dataset.ConfigurationItem}, {dataset.Location}, {dataset.AssignmentGroup},
	{dataset.Department, dataset.Category}, {dataset.Department, dataset.Service}, {dataset.Department, dataset.ConfigurationItem}, {dataset.Department, dataset.Location}, {dataset.Department, dataset.AssignmentGroup},
	{dataset.Category, dataset.Service}, {dataset.Category, dataset.ConfigurationItem}, {dataset.Category, dataset.Location}, {dataset.Category, dataset.AssignmentGroup},
	{dataset.Service, dataset.ConfigurationItem}, {dataset.Service, dataset.Location}, {dataset.Service, dataset.AssignmentGroup}, {dataset.ConfigurationItem, dataset.Location}, {dataset.ConfigurationItem, dataset.AssignmentGroup}, {dataset.Location, dataset.AssignmentGroup},
}

// placeKinds are the scopes that say where people are, not what their tickets
// are about: a category always holds more of its own subject than others do. Of a
// young export only these are searched.
var placeKinds = [][]dataset.Field{{dataset.Department}, {dataset.Location}, {dataset.Department, dataset.Location}}

// forFamily returns the search as one family does it.
func (s *search) forFamily(f Family) *search {
	here := *s
	here.bound = s.bounds[f]
	if searches[f].words {
		here.windows, here.young = s.wordWindows, s.wordsYoung
		if !here.young {
			here.minPeople = s.options.MinPeople
		}
	}
	return &here
}

// scopes lists the scopes of a family in this export.
func (s *search) scopes(f Family) []dataset.ScopedTickets {
	kinds := searches[f].kinds
	if s.forFamily(f).young {
		kinds = slices.DeleteFunc(slices.Clone(kinds), func(k []dataset.Field) bool {
			return !slices.ContainsFunc(placeKinds, func(p []dataset.Field) bool { return slices.Equal(p, k) })
		})
	}
	return s.export.Scopes(kinds, slices.Max(s.options.WindowDays), s.options.MinTickets)
}

// shareOut gives each family its false alarms. One that has no scope in this export,
// or no words, gives its share back to the others.
func (s *search) shareOut() {
	weights := 0.0
	for f, weight := range s.options.Budget {
		if weight > 0 && (s.export.AnyText || !searches[f].words) && len(s.scopes(Family(f))) > 0 {
			s.accepted[f] = weight
			weights += weight
		}
	}
	for f := range s.accepted {
		s.accepted[f] *= s.options.FalseAlarmsPerReport / max(weights, 1e-9)
	}
}

// running is the number of families that are searched for.
func (s *search) running() int {
	n := 0
	for _, accepted := range s.accepted {
		if accepted > 0 {
			n++
		}
	}
	return n
}

// searchFamily searches for one family on all cores and returns every finding below
// its bound. It is this share of a step.
func (s *search) searchFamily(f Family, step Step, share float64) candidates {
	return s.searchIn(s.scopes(f), f, step, share)
}

// searchIn is searchFamily for some of its scopes.
func (s *search) searchIn(scopes []dataset.ScopedTickets, f Family, step Step, share float64) candidates {
	here := s.forFamily(f)
	parts := make([]candidates, len(scopes))
	parallel.Each(len(scopes), func() func(int) {
		one := here.newWorker()
		return func(i int) {
			parts[i] = searches[f].find(one, scopes[i])
			s.options.Progress(step, share/float64(len(scopes)))
		}
	})
	var all candidates
	for _, p := range parts {
		all.findings = append(all.findings, p.findings...)
		all.tests += p.tests
		all.tooLarge += p.tooLarge
	}
	for i := range all.findings {
		all.findings[i].Family = f
	}
	return all.below(here.bound)
}

// families tells what each family was searched with.
func (s *search) families(tests [FamilyCount]int, chances Chances) []FamilyResult {
	out := []FamilyResult{}
	for f, accepted := range s.accepted {
		if accepted > 0 {
			null := chances.null[f]
			out = append(out, FamilyResult{Family(f), accepted, tests[f], null.threshold(accepted), null})
		}
	}
	return out
}

// ThresholdOf returns the p-value below which a group of tickets in a scope of a kind
// is a pattern; false if such scopes are not searched.
func (r *Result) ThresholdOf(kind []dataset.Field) (float64, bool) {
	same := func(k []dataset.Field) bool { return slices.Equal(k, kind) }
	if r.Young && !slices.ContainsFunc(placeKinds, same) {
		return 0, false
	}
	for _, f := range r.Families {
		if slices.ContainsFunc(searches[f.Family].kinds, same) {
			return f.Threshold, true
		}
	}
	return 0, false
}
