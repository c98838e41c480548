package html

import (
	"testing"

	"ticketpatterns/analyzer/result"
)

func TestRankFillsTheFirstScreen(t *testing.T) {
	tests := []struct{ emerging, chronic, wantEmerging, wantChronic, wantRest int }{
		{0, 0, 0, 0, 0},
		{4, 2, 4, 2, 0},
		{20, 0, 10, 0, 10},
		{0, 20, 0, 10, 10},
		{20, 20, 7, 3, 30},
		{9, 1, 9, 1, 0},
		{10, 1, 9, 1, 1},
		{5, 20, 5, 5, 15},
	}
	for _, test := range tests {
		a := &result.Analysis{Patterns: make([]result.Pattern, test.emerging+test.chronic)}
		v := &view{Analysis: a}
		for i := range a.Patterns {
			a.Patterns[i].Kind = result.Emerging
			if i >= test.emerging {
				a.Patterns[i].Kind = result.Chronic
			}
			v.Findings = append(v.Findings, &finding{Pattern: &a.Patterns[i]})
		}
		v.rank()
		lists, rest := v.Lists, v.Rest
		shown := map[result.Kind]int{}
		for _, l := range lists {
			for _, f := range l.Findings {
				shown[f.Kind]++
			}
		}
		if shown[result.Emerging] != test.wantEmerging || shown[result.Chronic] != test.wantChronic || len(rest) != test.wantRest {
			t.Errorf("%d emerging, %d chronic: shows %d and %d and leaves %d, want %d, %d and %d", test.emerging, test.chronic,
				shown[result.Emerging], shown[result.Chronic], len(rest), test.wantEmerging, test.wantChronic, test.wantRest)
		}
	}
}

func TestAnchor(t *testing.T) {
	tests := []struct{ id, want string }{
		{"P-aa05ec2b16", "P-aa05ec2b16"},
		{"a b", "a-b-7"},
		{"", "-7"},
		{`"><script>`, "---script--7"},
		{"é", "--7"},
	}
	for _, test := range tests {
		if got := anchor(&result.Pattern{ID: test.id, Rank: 7}); got != test.want {
			t.Errorf("anchor of %q: %q, want %q", test.id, got, test.want)
		}
	}
}
