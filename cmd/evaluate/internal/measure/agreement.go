// Package measure holds the measures by which evaluate judges: how well two groupings agree, and how sure a mean is.
package measure

import (
	"cmp"
	"slices"
)

// Agreement says how well a grouping agrees with the true one.
type Agreement struct {
	N       int     // items
	Truth   int     // true groups of two or more
	Groups  int     // groups of the grouping
	LeftOut float64 // share of items in no group, in [0, 1]

	// B-cubed, each in [0, 1]; see Compare.
	Precision, Recall, F1 float64
	// ARI is the adjusted Rand index, at most 1; 0 is what chance gives.
	ARI float64

	Pairs     float64 // pairs of items in one group
	SamePairs float64 // of these, those of one true group
}

// Compare holds a grouping against the truth: the group of each item, by name.
// The slices are equally long. "" means that the item is in no group: it then
// counts as a group of its own, so that leaving items out costs recall and never
// looks like agreement.
//
// B-cubed (Bagga and Baldwin, "Entity-Based Cross-Document Coreferencing Using
// the Vector Space Model", COLING 1998, section 4) asks of each item i, with
// G(i) its group and T(i) its true group,
//
//	precision = mean over i of |G(i) and T(i)| / |G(i)|
//	recall    = mean over i of |G(i) and T(i)| / |T(i)|
//	F1        = 2 precision recall / (precision + recall)
//
// The adjusted Rand index (Hubert and Arabie, "Comparing partitions", Journal of
// Classification 2, 1985, equation 5) counts pairs of items, with S pairs
// together in both, A in the truth, B in the grouping, and N of all:
//
//	ARI = (S - AB/N) / ((A+B)/2 - AB/N)
//
// Special cases: no items give zeros; if both groupings are all alone or all
// together, the ARI is 1.
func Compare(truth, got []string) Agreement {
	pairsOf := overlaps(numbered(truth), numbered(got))
	trueSizes, sizes := map[int]int{}, map[int]int{}
	for _, o := range pairsOf {
		trueSizes[o.truth] += o.n
		sizes[o.got] += o.n
	}
	a := Agreement{N: len(truth)}
	if a.N == 0 {
		return a
	}
	together := 0.0
	for _, o := range pairsOf {
		both := float64(o.n) * float64(o.n)
		a.Precision += both / float64(sizes[o.got])
		a.Recall += both / float64(trueSizes[o.truth])
		together += pairs(o.n)
	}
	a.Precision /= float64(a.N)
	a.Recall /= float64(a.N)
	a.F1 = 2 * a.Precision * a.Recall / (a.Precision + a.Recall)
	a.Pairs, a.SamePairs = sum(sizes), together
	a.ARI = adjusted(together, sum(trueSizes), a.Pairs, pairs(a.N))
	for group, n := range trueSizes {
		if group >= 0 && n > 1 {
			a.Truth++
		}
	}
	alone := 0
	for group := range sizes {
		if group >= 0 {
			a.Groups++
		} else {
			alone++
		}
	}
	a.LeftOut = float64(alone) / float64(a.N)
	return a
}

// adjusted is the index of Hubert and Arabie, from counts of pairs.
func adjusted(both, inTruth, inGot, all float64) float64 {
	expected := 0.0
	if all > 0 {
		expected = inTruth * inGot / all
	}
	if top := (inTruth + inGot) / 2; top != expected {
		return (both - expected) / (top - expected)
	}
	return 1
}

// numbered gives each group a number from 0, and each item alone one below 0.
func numbered(groups []string) []int {
	number := map[string]int{}
	out := make([]int, len(groups))
	for i, g := range groups {
		if g == "" {
			out[i] = -1 - i
			continue
		}
		if _, ok := number[g]; !ok {
			number[g] = len(number)
		}
		out[i] = number[g]
	}
	return out
}

// overlap is the number of items that a true group and a group share.
type overlap struct{ truth, got, n int }

// overlaps lists all that are not empty, in a fixed order, so that sums of
// them do not depend on chance.
func overlaps(truth, got []int) []overlap {
	var all []overlap
	for i := range truth {
		all = append(all, overlap{truth[i], got[i], 1})
	}
	slices.SortFunc(all, func(a, b overlap) int { return cmp.Or(cmp.Compare(a.truth, b.truth), cmp.Compare(a.got, b.got)) })
	var merged []overlap
	for _, o := range all {
		if last := len(merged) - 1; last >= 0 && merged[last].truth == o.truth && merged[last].got == o.got {
			merged[last].n++
			continue
		}
		merged = append(merged, o)
	}
	return merged
}

// pairs is the number of pairs among n items.
func pairs(n int) float64 { return float64(n) * float64(n-1) / 2 }

// sum adds up the pairs within groups of these sizes.
func sum(sizes map[int]int) float64 {
	n := 0.0
	for _, size := range sizes {
		n += pairs(size) // whole numbers below 2^53: the order does not matter
	}
	return n
}
