package detect

import (
	"testing"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/internal/fixture"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// smallDesk is a search in an export of 400 tickets of as many people.
func smallDesk() *search {
	e := dataset.New(fixture.NewDesk(1, 4, 100).Tickets, fixture.LastDay)
	for t := range e.Person {
		e.Person[t] = int32(t)
	}
	return &search{export: e, index: text.NewIndex(e.Vectors()), options: defaults, minPeople: defaults.MinPeople}
}

// seen is a finding of these tickets in a scope that had so many in each of its
// twelve earlier windows, and in which as many more speak elsewhere.
func seen(usual int, tickets ...int32) Finding {
	f := Finding{Tickets: tickets, counted: tickets, // of no window, in which nothing else can say the same
		concentration: concentration{here: len(tickets), everywhere: len(tickets) + 2*usual, part: 40, whole: 4000}}
	for range 12 {
		f.Baseline = append(f.Baseline, usual)
	}
	f.Expected = float64(usual)
	f.samples = [2]stat.Sample{{Count: len(tickets), Baseline: f.Baseline}, {Count: len(tickets), Baseline: f.Baseline}}
	return f
}

// from lists so many tickets from a number on.
func from(first, count int32) []int32 {
	var tickets []int32
	for t := range count {
		tickets = append(tickets, first+t)
	}
	return tickets
}

func TestSuppressSecondary(t *testing.T) {
	s := smallDesk()
	outbreak := seen(0, from(0, 17)...)
	for _, c := range []struct {
		name string
		next Finding
		want int // patterns
	}{
		{"inside", seen(0, from(2, 5)...), 1},
		{"half of it and as many others", seen(0, from(8, 17)...), 1},
		{"eight of it, thinned by thirteen where six are usual", seen(6, from(9, 21)...), 1},
		{"eight of it, and thirteen where two are usual", seen(2, from(9, 21)...), 2},
		{"a third of it, and more others than were ever seen", seen(0, from(12, 15)...), 2},
		{"one ticket of it", seen(0, from(16, 12)...), 2},
		{"nothing of it", seen(4, from(20, 21)...), 2},
		{"a small one that shares a third", seen(0, from(15, 6)...), 2},
	} {
		if got := s.suppressSecondary([]Finding{outbreak, c.next}, nil); len(got) != c.want || len(got[0].Also) != 2-c.want {
			t.Errorf("%s: %d patterns, want %d", c.name, len(got), c.want)
		}
	}
}

// Two different issues of one department and week share a few tickets that name
// both. Neither is the other's shadow, whichever is stronger.
func TestSuppressSecondaryKeepsTwoOutbreaksThatShareAThird(t *testing.T) {
	s := smallDesk()
	a, b := seen(0, from(0, 15)...), seen(0, from(10, 15)...)
	for _, both := range [][]Finding{{a, b}, {b, a}} {
		if got := s.suppressSecondary(both, nil); len(got) != 2 {
			t.Errorf("%d patterns of two outbreaks", len(got))
		}
	}
}

// A finding is tested without the tickets of all stronger patterns together, and
// is seen again in the one that holds most of it.
func TestSuppressSecondaryTakesOutWhatAllStrongerPatternsHold(t *testing.T) {
	s := smallDesk()
	first, second := seen(0, from(0, 14)...), seen(0, from(20, 14)...)
	both := seen(2, append(from(10, 4), from(20, 6)...)...)
	both.Tickets = append(both.Tickets, from(40, 4)...)
	both.counted = both.Tickets
	got := s.suppressSecondary([]Finding{first, second, both}, nil)
	if len(got) != 2 || len(got[0].Also) != 0 || len(got[1].Also) != 1 {
		t.Errorf("%d patterns, want two, the second seen again", len(got))
	}
}

// What was told already is not told again.
func TestSuppressSecondaryLeavesOutWhatIsToldAlready(t *testing.T) {
	s := smallDesk()
	told := []Pattern{{Finding: seen(0, from(0, 17)...)}}
	got := s.suppressSecondary([]Finding{seen(6, from(9, 21)...), seen(0, from(50, 9)...)}, told)
	if len(got) != 1 || got[0].Tickets[0] != 50 || len(told[0].Also) != 0 {
		t.Errorf("%d patterns beside the one told, which was seen %d times more; want one, and none", len(got), len(told[0].Also))
	}
}

// One person who files all that is left is one report; tickets of nobody count one
// by one.
func TestStandsAloneCountsReports(t *testing.T) {
	s := smallDesk()
	f := seen(0, from(0, 12)...)
	taken := make([]bool, len(s.export.Tickets))
	take(taken, f.Tickets[:1])
	for _, c := range []struct {
		name   string
		person func(int32) int32
		want   bool
	}{
		{"eleven people", func(t int32) int32 { return t }, true},
		{"one person", func(int32) int32 { return 1 }, false},
		{"no names", func(int32) int32 { return dataset.Nobody }, true},
	} {
		for _, ticket := range f.Tickets {
			s.export.Person[ticket] = c.person(ticket)
		}
		if got := s.standsAlone(&f, taken); got != c.want {
			t.Errorf("%s: stands alone %v, want %v", c.name, got, c.want)
		}
	}
}

// Without losing a ticket, a finding has the p-value that it had.
func TestPValueWithoutNothingIsTheSame(t *testing.T) {
	d := fixture.NewDesk(1, 26, 60)
	d.PlantCrashes(0)
	e := dataset.New(d.Tickets, fixture.LastDay)
	s := newSearch(e, text.NewIndex(e.Vectors()), defaults)
	findings := s.searchAllScopes(Today, 1).findings
	if len(findings) == 0 {
		t.Fatal("no findings")
	}
	for _, f := range findings {
		if got := s.pValueWithout(&f, f.counted); got != f.P() {
			t.Errorf("p = %g again, it was %g", got, f.P())
		}
	}
}

// A pattern of a queue, or of the whole desk, is shown where people see it.
func TestPreferPlaces(t *testing.T) {
	var queue, finance dataset.Scope
	queue.Values[dataset.AssignmentGroup], finance.Values[dataset.Department] = 1, 1
	all := []int32{1, 2, 3, 4, 5}
	for _, c := range []struct {
		name     string
		strong   dataset.Scope
		narrower []int32
		want     dataset.Scope
	}{
		{"queue", queue, all[:4], finance}, {"whole desk", dataset.Scope{}, all[1:], finance},
		{"too few of them", queue, all[:3], queue}, {"place already", finance, all, finance},
	} {
		f := []Pattern{{Finding: Finding{Scope: c.strong, Tickets: all}, Also: []Finding{{Scope: finance, Tickets: c.narrower}}}}
		if got := preferPlaces(f)[0].Scope; got != c.want {
			t.Errorf("%s: shown in %v, want %v", c.name, got, c.want)
		}
	}
}
