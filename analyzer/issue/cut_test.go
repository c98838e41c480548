package issue

import (
	"fmt"
	"math"
	"testing"
)

// ring lists as neighbours of each of n texts those before and after it, so many
// each.
func ring(n, each int) [][]neighbour {
	near := make([][]neighbour, n)
	for d := range near {
		for k := 1; k <= each; k++ {
			near[d] = append(near[d], neighbour{int32((d + k) % n), 0.5}, neighbour{int32((d - k + n) % n), 0.5})
		}
	}
	return near
}

// By hand: texts on a ring of 101 with the one before and the one after have one triad
// each, of texts two apart. Lists of two hold none of them; lists of four hold all, but
// for the triads three apart: of the nearest five, which are 1, -1, 2, -2, of six pairs
// 1 and -2, -1 and 2 are three apart, 2 and -2 four, so that 3 of 6 are closed.
func TestClosedTriads(t *testing.T) {
	for each, want := range map[int]float64{1: 0, 2: 0.5} {
		closed, chance := closedTriads(ring(101, each))
		apart := 1 - float64(2*each)/100
		if closed != want || math.Abs(chance-(1-apart*apart)) > 1e-9 {
			t.Errorf("closedTriads of a ring with %d on each side = %g, %g, want %g, %g", each, closed, chance, want, 1-apart*apart)
		}
	}
}

// groups lists as neighbours of each text the rest of its group of ten.
func groups(n int) [][]neighbour {
	near := make([][]neighbour, n)
	for d := range near {
		for other := d / 10 * 10; other < d/10*10+10; other++ {
			if other != d {
				near[d] = append(near[d], neighbour{int32(other), 0.5})
			}
		}
	}
	return near
}

// By hand: closed triads say 0 and few texts 0.6, so that 100 texts say
// 200² 0.6 / (100² + 200²) = 0.48; open ones say more than 1.
func TestCuts(t *testing.T) {
	for _, k := range []struct {
		name       string
		near       [][]neighbour
		floor      float64
		want, firm float64
	}{
		{"groups whose members are neighbours of each other", groups(100), 0.4, 0.48, 0.72},
		{"many such groups", groups(20000), 0.4, 0.4, 0.4},
		{"neighbours that are strangers", ring(101, 1), 0.4, maxCut, maxCut},
		{"strangers, and a floor above", ring(101, 1), 0.9, 0.9, 0.9},
		{"half of the triads closed", ring(1001, 2), 0.4, maxCut, maxCut},
		{"too few texts to tell", ring(30, 1), 0.4, 0.6, maxCut},
		{"no neighbours", make([][]neighbour, 50), 0.4, 0.6, maxCut},
	} {
		if got := cutsOf(k.near, k.floor); math.Abs(got.join-k.want) > 1e-4 || math.Abs(got.firm-k.firm) > 1e-4 {
			t.Errorf("%s: cuts %v, want %g and %g", k.name, got, k.want, k.firm)
		}
	}
}

// On an export of different problems whose words are drawn by lot most tickets stay
// alone; the same words in repeated problems make issues.
func TestDifferentProblemsStayAlone(t *testing.T) {
	words := func(seed int) string {
		s := ""
		for range 5 {
			seed = (seed*48271 + 11) % 2147483647
			s += fmt.Sprintf("word%c%c ", 'a'+seed/7%26, 'a'+seed/7/26%6)
		}
		return s
	}
	var different, repeated []string
	for i := range 200 {
		different = append(different, words(1000+i))
		repeated = append(repeated, words(1000+i/8)+words(5000 + i)[:7])
	}
	inIssues := func(all []string) int {
		n := 0
		for _, c := range grouped(subjects(all...), nil, 0.4) {
			if len(c.firm) >= MinTickets {
				n += len(c.firm)
			}
		}
		return n
	}
	if n := inIssues(different); n > 40 {
		t.Errorf("%d of 200 different problems are in issues, want at most 40", n)
	}
	if n := inIssues(repeated); n < 180 {
		t.Errorf("%d of 200 repeated problems are in issues, want at least 180", n)
	}
}
