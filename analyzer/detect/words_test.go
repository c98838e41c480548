package detect

import (
	"fmt"
	"slices"
	"testing"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/internal/fixture"
	"ticketpatterns/analyzer/text"
)

// fewOfOneWord are reports that have one telling word in common and hardly another.
var fewOfOneWord = []string{
	"Ledgerline rejects postings", "cannot print the journal from ledgerline", "yellow banner after signing in to Ledgerline", "ledgerline export arrives empty at the bank",
}

// Four people of one department who name the same rare thing within two days are
// found by their word, on whichever day since the last run it was.
func TestWordsShowFourPeopleOfOneDepartment(t *testing.T) {
	for _, back := range []int{0, 5} {
		d := fixture.NewDesk(2, 26, 150)
		var want []string
		for i, subject := range fewOfOneWord {
			d.Open(back+i%2, "Finance", fmt.Sprint("clerk ", i), "Software", subject, "")
			want = append(want, d.Tickets[len(d.Tickets)-1].ID)
		}
		data := dataset.New(d.Tickets, fixture.LastDay)
		o := defaults
		o.Budget = [FamilyCount]float64{DepartmentWords: 1}
		found := slices.DeleteFunc(Search(data, o).Patterns, func(p Pattern) bool {
			ids := data.IDs(p.Tickets)
			return slices.ContainsFunc(want, func(id string) bool { return !slices.Contains(ids, id) })
		})
		if len(found) != 1 {
			t.Errorf("%d days back: %d patterns hold all four, want 1", back, len(found))
			continue
		}
		if p := found[0]; !searches[p.Family].words || len(p.Tickets) > 5 || p.EndsBack > back || p.WindowDays > 7 {
			t.Errorf("%d days back: %s, %d tickets, window of %d days that ends %d days back", back, FamilyNames[p.Family], len(p.Tickets), p.WindowDays, p.EndsBack)
		}
	}
}

// A busy Monday after a quiet weekend is no burst: what is always said is said more
// often when more is said. The same number on a day like the others is one.
func TestShortWindowsAllowForBusyDays(t *testing.T) {
	p := func(others int) float64 {
		d := fixture.NewDesk(3, 0, 0)
		say := func(day, n int, subject string) {
			for range n {
				d.Open(day, "Finance", fmt.Sprint("clerk ", d.Random.IntN(400)), "Software", subject, "")
			}
		}
		for day := 1; day < 90; day++ {
			if weekday := (day + 6) % 7; weekday < 2 { // day 0 is taken for a Monday
				continue
			}
			say(day, 20, fixture.Faults[day%len(fixture.Faults)].Subject)
			say(day, 2, "ledgerline is slow")
		}
		say(0, others, "vpn asks for token twice")
		say(0, 8, "ledgerline is slow")
		data := dataset.New(d.Tickets, fixture.LastDay)
		s := newSearch(data, text.NewIndex(data.Vectors()), defaults)
		w := s.newWorker()
		win := newShortWindow(data, 1, 0, defaults)
		if win.Past != 84 {
			t.Fatalf("%d earlier days, want 84", win.Past)
		}
		in := data.Scopes([][]dataset.Field{{}}, 28, 1)[0]
		c := w.newCell(in, win)
		said := w.export.Filter(c.in.Tickets, func(t int32) bool { return data.Tickets[t].Subject == "ledgerline is slow" })
		f, _ := w.comparePast(c, said)
		if f == nil {
			t.Fatal("not tested")
		}
		return f.PPast
	}
	if usual, busy := p(20), p(100); usual > 0.01 || busy < 0.05 {
		t.Errorf("p = %g on a usual day, %g on a busy one; want the first small, the other not", usual, busy)
	}
}

// A month is a past for a window of days, and not for one of a week.
func TestShortWindowsHaveAPastEarlier(t *testing.T) {
	for _, c := range []struct{ days, want int }{{20, 0}, {30, 0}, {35, 34}, {200, 84}} {
		d := fixture.NewDesk(4, 0, 0)
		for day := range c.days {
			d.Open(day, "Finance", "clerk", "Software", "vpn asks for token twice", "")
		}
		data := dataset.New(d.Tickets, fixture.LastDay)
		if got := newShortWindow(data, 1, 0, defaults); got.Past != c.want {
			t.Errorf("%d days: %d earlier ones, want %d", c.days, got.Past, c.want)
		}
		if got := newShortWindow(data, 2, 3, defaults); got.Past != max(0, c.want-c.want%2)/2 && got.Past != max(0, c.want-4)/2 {
			t.Errorf("%d days: %d earlier pairs of days", c.days, got.Past)
		}
	}
}

// Who does not use the word and says the same is found by the other words.
func TestWordsGrowByMeaning(t *testing.T) {
	d := fixture.NewDesk(2, 26, 150)
	d.Open(9, "Finance", "clerk 1", "Software", "Ledgerline quarterly statement", "")
	d.Open(6, "Finance", "clerk 2", "Software", "Ledgerline posting rejected", "")
	d.Open(4, "Finance", "clerk 3", "Software", "banner in Ledgerline after signing", "")
	d.Open(2, "Finance", "clerk 4", "Software", "quarterly posting shows a banner", "")
	want := d.Tickets[len(d.Tickets)-1].ID
	d.Open(3, "Finance", "clerk 5", "Software", "projector bulb burnt out", "")
	stranger := d.Tickets[len(d.Tickets)-1].ID
	data := dataset.New(d.Tickets, fixture.LastDay)
	o := defaults
	o.Budget = [FamilyCount]float64{DepartmentWords: 1}
	found := slices.DeleteFunc(Search(data, o).Patterns, func(p Pattern) bool { return !slices.Contains(data.IDs(p.Tickets), want) })
	if len(found) != 1 {
		t.Fatalf("%d patterns hold who does not use the word, want one", len(found))
	}
	if ids := data.IDs(found[0].Tickets); len(ids) != 4 || slices.Contains(ids, stranger) {
		t.Errorf("the pattern holds %v, want the three that use the word and %s", ids, want)
	}
}

// A group that holds what a word found and more in the same scope stands for it.
func TestGroupsStandForTheirWords(t *testing.T) {
	word := Finding{Family: DepartmentWords, Tickets: []int32{1, 2, 3, 4}}
	for _, c := range []struct {
		name  string
		other Finding
		want  Family
	}{
		{"all and more", Finding{Family: DepartmentGroups, Tickets: []int32{1, 2, 3, 4, 5, 6}}, DepartmentGroups},
		{"not more", Finding{Family: DepartmentGroups, Tickets: []int32{1, 2, 3, 4}}, DepartmentWords},
		{"half of them", Finding{Family: DepartmentGroups, Tickets: []int32{1, 2, 5, 6, 7}}, DepartmentWords},
		{"elsewhere", Finding{Family: DepartmentGroups, Scope: dataset.Scope{Values: [dataset.FieldCount]int32{1}}, Tickets: []int32{1, 2, 3, 4, 5, 6}}, DepartmentWords},
	} {
		got := preferGroups([]Pattern{{Finding: word, Also: []Finding{c.other}}})
		if got[0].Family != c.want || len(got[0].Also) != 1 {
			t.Errorf("%s: told by %s, want %s", c.name, FamilyNames[got[0].Family], FamilyNames[c.want])
		}
	}
}
