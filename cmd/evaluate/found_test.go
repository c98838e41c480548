package main

import (
	"fmt"
	"testing"

	"ticketpatterns/analyzer/result"
)

// testPattern is a pattern that holds so many tickets of the plant "p" and so
// many others.
func testPattern(rank int, kind result.Kind, escalate bool, planted, others int) result.Pattern {
	q := result.Pattern{Rank: rank, Kind: kind, Escalate: escalate}
	for i := range planted {
		q.Tickets = append(q.Tickets, fmt.Sprint("p", i))
	}
	for i := range others {
		q.Tickets = append(q.Tickets, fmt.Sprint("x", rank, "-", i))
	}
	return q
}

func testPlant(size int) plant {
	p := plant{ids: map[string]bool{}}
	for i := range size {
		p.ids[fmt.Sprint("p", i)] = true
	}
	return p
}

func TestCheck(t *testing.T) {
	const e, c = result.Emerging, result.Chronic
	// ranked puts nine other escalations, or more, before the one that matters.
	ranked := func(before int, q result.Pattern) []result.Pattern {
		all := []result.Pattern{q}
		for i := range before {
			all = append(all, testPattern(i+1, c, true, 0, 5))
		}
		return all
	}
	for _, k := range []struct {
		name          string
		size          int
		patterns      []result.Pattern
		found, strict bool
		shown, wrong  int
	}{
		{"nothing reported", 8, nil, false, false, 0, 0},
		{"exactly half of the plant", 8, ranked(0, testPattern(1, e, true, 4, 0)), true, false, 0, 0},
		{"less than half of the plant", 8, ranked(0, testPattern(1, e, true, 3, 0)), false, false, 0, 0},
		{"less than half of an odd plant", 9, ranked(0, testPattern(1, e, true, 4, 0)), false, false, 0, 0},
		{"exactly half of the pattern", 8, ranked(0, testPattern(1, e, true, 8, 8)), true, true, 0, 0},
		{"less than half of the pattern", 8, ranked(0, testPattern(1, e, true, 8, 9)), false, false, 0, 0},
		{"exactly 70 % of the plant", 10, ranked(0, testPattern(1, e, true, 7, 0)), true, true, 0, 0},
		{"less than 70 % of the plant", 10, ranked(0, testPattern(1, e, true, 6, 0)), true, false, 0, 0},
		{"tenth", 8, ranked(9, testPattern(10, e, true, 8, 0)), true, true, 0, 0},
		{"eleventh", 8, ranked(10, testPattern(11, e, true, 8, 0)), false, false, 0, 0},
		{"not escalated", 8, ranked(0, testPattern(1, e, false, 8, 0)), false, false, 0, 0},
		{"what is not escalated takes no place", 8, append(ranked(9, testPattern(20, e, true, 8, 0)), testPattern(10, c, false, 0, 5)), true, true, 0, 0},
		{"a chronic pattern finds too", 8, ranked(0, testPattern(1, c, true, 8, 0)), true, true, 0, 0},
		{"false alarm", 8, ranked(0, testPattern(1, e, true, 0, 5)), false, false, 1, 1},
		{"false pattern, not escalated", 8, ranked(0, testPattern(1, e, false, 0, 5)), false, false, 1, 0},
		{"chronic is no false alarm", 8, ranked(0, testPattern(1, c, true, 0, 5)), false, false, 0, 0},
		{"one planted ticket is enough to be no false alarm", 8, ranked(0, testPattern(1, e, true, 1, 9)), false, false, 0, 0},
	} {
		a := check(k.patterns, []plant{testPlant(k.size)})
		if a.found[0] != k.found || a.strict[0] != k.strict || a.shown != k.shown || a.wrong != k.wrong {
			t.Errorf("%s: got %+v, want %+v", k.name, a, k)
		}
	}
}

// A reader sees an outbreak twice if a second pattern holds a good part of it.
func TestShownTwice(t *testing.T) {
	const e, c = result.Emerging, result.Chronic
	for _, k := range []struct {
		name   string
		size   int
		second result.Pattern
		want   int
	}{
		{"four tickets", 16, testPattern(2, e, true, 4, 9), 1},
		{"three of sixteen", 16, testPattern(2, e, true, 3, 9), 0},
		{"30 % of a small one", 10, testPattern(2, e, true, 3, 9), 1},
		{"none of it", 8, testPattern(2, e, true, 0, 9), 0},
		{"chronic", 8, testPattern(2, c, true, 8, 0), 0},
		{"not escalated", 8, testPattern(2, e, false, 8, 0), 1},
	} {
		patterns := []result.Pattern{testPattern(1, e, true, k.size, 0), k.second}
		if got := check(patterns, []plant{testPlant(k.size)}).twice; got != k.want {
			t.Errorf("%s: %d outbreaks shown twice, want %d", k.name, got, k.want)
		}
	}
}

func TestCheckWithoutPlants(t *testing.T) {
	got := check([]result.Pattern{testPattern(1, result.Emerging, true, 0, 5), testPattern(2, result.Emerging, false, 0, 5)}, nil)
	if got.shown != 2 || got.wrong != 1 || len(got.found) != 0 {
		t.Errorf("got %+v, want 2 shown, 1 wrong", got)
	}
}
