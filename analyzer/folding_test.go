package analyzer

import (
	"testing"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// foldDesk is a search in an export of 400 tickets of as many people.
func foldDesk() *search {
	e := dataset.New(newDesk(1, 4, 100).Tickets, lastDay)
	for t := range e.Person {
		e.Person[t] = int32(t)
	}
	return &search{export: e, options: DefaultOptions(), test: stat.GammaPoisson{}, minPeople: 4}
}

// seen is a finding of these tickets in a scope that had so many in each of its
// twelve earlier windows, and in which as many more speak elsewhere.
func seen(usual int, tickets ...int32) finding {
	f := finding{tickets: tickets, counted: tickets, windowDays: 14,
		place: concentration{here: len(tickets), everywhere: len(tickets) + 2*usual, part: 40, whole: 4000}}
	for range 12 {
		f.baseline = append(f.baseline, usual)
	}
	f.expected = float64(usual)
	f.past = [2]stat.Sample{{Count: len(tickets), Baseline: f.baseline}, {Count: len(tickets), Baseline: f.baseline}}
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

func TestFold(t *testing.T) {
	s := foldDesk()
	outbreak := seen(0, from(0, 17)...)
	for _, c := range []struct {
		name string
		next finding
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
		if got := s.fold([]finding{outbreak, c.next}, nil); len(got) != c.want || len(got[0].also) != 2-c.want {
			t.Errorf("%s: %d patterns, want %d", c.name, len(got), c.want)
		}
	}
}

// Two different issues of one department and week share a few tickets that name
// both. Neither is the other's shadow, whichever is stronger.
func TestFoldKeepsTwoOutbreaksThatShareAThird(t *testing.T) {
	s := foldDesk()
	a, b := seen(0, from(0, 15)...), seen(0, from(10, 15)...)
	for _, both := range [][]finding{{a, b}, {b, a}} {
		if got := s.fold(both, nil); len(got) != 2 {
			t.Errorf("%d patterns of two outbreaks", len(got))
		}
	}
}

// The same in a whole export: two applications of one department fail in the same
// days, told in nearly the same words.
func TestTwoIssuesOfOneDepartmentAndWeekStayTwo(t *testing.T) {
	d := newDesk(1, 26, 60)
	d.PlantCrashes(0)
	d.plantElsewhere("Finance", "Quotemaster")
	a := d.analyze(t)
	for _, application := range []string{"ledgerline", "quotemaster"} {
		if found := about(a, application); len(found) != 1 || len(found[0].Tickets) < 7 {
			t.Errorf("%s: %d patterns, want the one of its 8 tickets", application, len(found))
		}
	}
}

// A finding is asked without the tickets of all stronger patterns together, and
// is seen again in the one that holds most of it.
func TestFoldTakesOutWhatAllStrongerPatternsHold(t *testing.T) {
	s := foldDesk()
	first, second := seen(0, from(0, 14)...), seen(0, from(20, 14)...)
	both := seen(2, append(from(10, 4), from(20, 6)...)...)
	both.tickets = append(both.tickets, from(40, 4)...)
	both.counted = both.tickets
	got := s.fold([]finding{first, second, both}, nil)
	if len(got) != 2 || len(got[0].also) != 0 || len(got[1].also) != 1 {
		t.Errorf("%d patterns, want two, the second seen again", len(got))
	}
}

// What was told already is not told again.
func TestFoldLeavesOutWhatIsToldAlready(t *testing.T) {
	s := foldDesk()
	told := []folded{{finding: seen(0, from(0, 17)...)}}
	got := s.fold([]finding{seen(6, from(9, 21)...), seen(0, from(50, 9)...)}, told)
	if len(got) != 1 || got[0].tickets[0] != 50 || len(told[0].also) != 0 {
		t.Errorf("%d patterns beside the one told, which was seen %d times more; want one, and none", len(got), len(told[0].also))
	}
}

// One person who files all that is left is one report; tickets of nobody count one
// by one.
func TestStandsAloneCountsReports(t *testing.T) {
	s := foldDesk()
	f := seen(0, from(0, 12)...)
	taken := make([]bool, len(s.export.Tickets))
	take(taken, f.tickets[:1])
	for _, c := range []struct {
		name   string
		person func(int32) int32
		want   bool
	}{
		{"eleven people", func(t int32) int32 { return t }, true},
		{"one person", func(int32) int32 { return 1 }, false},
		{"no names", func(int32) int32 { return dataset.Nobody }, true},
	} {
		for _, ticket := range f.tickets {
			s.export.Person[ticket] = c.person(ticket)
		}
		if got := s.standsAlone(&f, taken); got != c.want {
			t.Errorf("%s: stands alone %v, want %v", c.name, got, c.want)
		}
	}
}

// Asked again with all its tickets, a finding has the p-value that it had.
func TestAgainIsTheSameQuestion(t *testing.T) {
	d := newDesk(1, 26, 60)
	d.PlantCrashes(0)
	e := dataset.New(d.Tickets, lastDay)
	s := newSearch(e, text.NewIndex(e.Vectors()), DefaultOptions())
	findings := s.everywhere().findings
	if len(findings) == 0 {
		t.Fatal("no findings")
	}
	for _, f := range findings {
		if got := s.again(&f, f.counted); got != f.p() {
			t.Errorf("asked again p = %g, it was %g", got, f.p())
		}
	}
}
