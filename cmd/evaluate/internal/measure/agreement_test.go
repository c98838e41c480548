package measure

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// split gives each letter as the group of one item; "." is no group.
func split(s string) []string {
	groups := strings.Split(s, "")
	for i := range groups {
		if groups[i] == "." {
			groups[i] = ""
		}
	}
	return groups
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name, truth, got             string
		precision, recall, f1, ari   float64
		groups, trueGroups, outOfTen int // out: left out, in tenths
	}{
		// Bagga and Baldwin 1998, section 5: truth {1-5}, {6,7}, {8-12}. The first
		// response joins the last two (precision 76 %), the second the first and the
		// last (58 %). ARI by hand: 21, 31 and 46 pairs of 66 are together.
		{"Bagga and Baldwin, first", "aaaaabbccccc", "aaaaabbbbbbb", 0.7619, 1, 0.8649, 0.6901, 2, 3, 0},
		{"Bagga and Baldwin, second", "aaaaabbccccc", "aaaaabbaaaaa", 7.0 / 12, 1, 0.7368, 0.3373, 2, 3, 0},
		// The examples of scikit-learn's adjusted_rand_score: 1, 0.57, 0, -0.5.
		{"the same with other names", "aabb", "bbaa", 1, 1, 1, 1, 2, 2, 0},
		{"one split", "aabb", "aabc", 1, 0.75, 0.8571, 0.5714, 3, 2, 0},
		{"all split", "aaaa", "abcd", 1, 0.25, 0.4, 0, 4, 1, 0},
		{"across", "aabb", "abab", 0.5, 0.5, 0.5, -0.5, 2, 2, 0},
		// By hand.
		{"left out is alone", "aabb", "aa..", 1, 0.75, 0.8571, 0.5714, 1, 2, 5},
		{"nothing in common, nothing joined", "....", "....", 1, 1, 1, 1, 0, 0, 10},
		{"all in one", "aabb", "xxxx", 0.5, 1, 0.6667, 0, 1, 2, 0},
		{"the truth leaves two out", "aa..", "aaaa", 0.375, 1, 0.5455, 0, 1, 1, 0},
	} {
		a := Compare(split(c.truth), split(c.got))
		for _, v := range []struct {
			what      string
			got, want float64
		}{
			{"precision", a.Precision, c.precision}, {"recall", a.Recall, c.recall}, {"F1", a.F1, c.f1}, {"ARI", a.ARI, c.ari},
			{"groups", float64(a.Groups), float64(c.groups)}, {"true groups", float64(a.Truth), float64(c.trueGroups)},
			{"left out", a.LeftOut, float64(c.outOfTen) / 10},
		} {
			if math.Abs(v.got-v.want) > 5e-5 {
				t.Errorf("%s: %s is %.4f, want %.4f", c.name, v.what, v.got, v.want)
			}
		}
	}
	if a := Compare(split("aabb.."), split("aaabb.")); a.Pairs != 4 || a.SamePairs != 1 {
		t.Errorf("%g of %g pairs are of one true group, want 1 of 4", a.SamePairs, a.Pairs)
	}
	if got := Compare(nil, nil); got != (Agreement{}) {
		t.Errorf("nothing agrees as %+v, want zeros", got)
	}
}

// TestCompareMirrors holds that truth and grouping change places: what was
// precision is recall, and the ARI stays.
func TestCompareMirrors(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "n")
		draw := func(label string) []string {
			return rapid.SliceOfN(rapid.SampledFrom([]string{"", "a", "b", "c", "d"}), n, n).Draw(t, label)
		}
		truth, got := draw("truth"), draw("got")
		a, b := Compare(truth, got), Compare(got, truth)
		if math.Abs(a.Precision-b.Recall) > 1e-9 || math.Abs(a.Recall-b.Precision) > 1e-9 || math.Abs(a.ARI-b.ARI) > 1e-9 {
			t.Fatalf("%+v, and the other way round %+v", a, b)
		}
		if a.Precision <= 0 || a.Precision > 1+1e-9 || a.ARI > 1+1e-9 {
			t.Fatalf("out of range: %+v", a)
		}
		if same := Compare(truth, truth); same.F1 < 1-1e-9 || same.ARI != 1 {
			t.Fatalf("a grouping does not agree with itself: %+v", same)
		}
	})
}
