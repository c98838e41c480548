package desk

import (
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

// reachKinds are the kinds of scope whose reach is told.
var reachKinds = [][]dataset.Field{{}, {dataset.Department}, {dataset.Category}, {dataset.Location}, {dataset.Service}, {dataset.Department, dataset.Category}}

// reach computes the smallest outbreak that would be found by kind of scope.
//
// The model is an outbreak of n different people, one ticket each, that say one thing
// in one scope of the median size and in the middle window, and that nobody said
// before or elsewhere. Of N comparable tickets of the export, m of the scope's are in
// the window. Then the tests of the search answer
//
//	place: P(X >= n), X ~ Hypergeometric(n of N, m drawn)
//	past:  P(X >= n), X as the statistic in use predicts it from windows without one
//
// with the volume of the scope as exposure, and the outbreak is found if both lie
// below the threshold of the family that groups texts, and n reaches the smallest
// numbers of people and tickets. It is optimistic: members that say it in very
// different words, and people who report it twice, are not counted.
func reach(in Input) []result.Reach {
	out := []result.Reach{}
	w := in.Search.Windows[len(in.Search.Windows)/2]
	comparable := 0
	for _, v := range in.Data.TextOf {
		if v >= 0 {
			comparable++
		}
	}
	for _, kind := range reachKinds {
		scopes := in.Data.Scopes([][]dataset.Field{kind}, w.Days, 1)
		threshold, searched := in.Search.ThresholdOf(kind)
		if len(scopes) == 0 || !searched {
			continue
		}
		volumes := make([][]int, len(scopes))
		for i, s := range scopes {
			volumes[i] = volumesOf(in.Data, s.Tickets, w)
		}
		slices.SortStableFunc(volumes, func(a, b []int) int { return a[0] - b[0] })
		middle := volumes[len(volumes)/2]
		r := result.Reach{Fields: []string{}, Scopes: len(scopes), Usual: middle[0], Days: w.Days, Reports: in.smallest(middle, w, comparable, threshold)}
		for _, f := range kind {
			r.Fields = append(r.Fields, dataset.FieldNames[f])
		}
		out = append(out, r)
	}
	return out
}

// volumesOf counts the tickets of a scope by window, 0 = the one that ends today.
func volumesOf(data *dataset.Dataset, tickets []int32, w detect.Window) []int {
	volumes := make([]int, w.Past+1)
	for _, t := range tickets {
		if k := data.Day[t] / w.Days; k <= w.Past {
			volumes[k]++
		}
	}
	return volumes
}

// smallest returns how many reports it takes in a scope with these volumes; 0 if more
// than ReachMost.
func (in Input) smallest(volumes []int, w detect.Window, comparable int, threshold float64) int {
	for n := max(in.Search.MinPeople, in.MinTickets, 1); n <= result.ReachMost; n++ {
		if stat.HypergeometricTail(n, n, volumes[0]+n, comparable+n) < threshold && in.pastOf(n, volumes, w) < threshold {
			return n
		}
	}
	return 0
}

// pastOf tests n reports against windows without any; 0 if there is no past.
func (in Input) pastOf(n int, volumes []int, w detect.Window) float64 {
	if w.Past == 0 {
		return 0
	}
	s := stat.Sample{Count: n, Baseline: make([]int, w.Past), Exposure: float64(volumes[0]) + 1}
	for k := w.Past; k >= 1; k-- {
		s.BaselineExposure = append(s.BaselineExposure, float64(volumes[k])+1)
	}
	return in.Test.Compare(s).P
}
