package detect

import (
	"fmt"
	"slices"
	"testing"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/internal/fixture"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// By hand: 3, 1 and 2, 0 fall, and their means 2 and 1 fall too, so that all four are
// one block.
func TestRising(t *testing.T) {
	for _, k := range []struct{ in, want []float64 }{
		{nil, nil}, {[]float64{1, 2, 2}, []float64{1, 2, 2}}, {[]float64{3, 1, 2, 0}, []float64{1.5, 1.5, 1.5, 1.5}}, {[]float64{0, 4, 2, 9}, []float64{0, 3, 3, 9}},
	} {
		if got := rising(k.in); !slices.Equal(got, k.want) {
			t.Errorf("rising(%v) = %v, want %v", k.in, got, k.want)
		}
	}
}

// softphones is an export of 200 everyday tickets, of six of yesterday that say the same,
// and of others of that day.
func softphones(others ...string) *dataset.Dataset {
	everyday := []string{"printer jams on tray", "mailbox is full", "vpn asks for token", "screen stays dark", "invoice cannot be posted", "laptop battery swollen", "loud ring from printer tray"}
	subjects := slices.Concat(slices.Repeat(everyday, 29)[:200], slices.Repeat([]string{"softphone does not ring for calls"}, 6), others)
	var tickets []ticket.Ticket
	for i, subject := range subjects {
		daysBack := 1
		if i < 200 {
			daysBack = 20 + i
		}
		tickets = append(tickets, ticket.Ticket{ID: fmt.Sprintf("T%05d", i), Opened: fixture.LastDay.AddDate(0, 0, -daysBack), Subject: subject})
	}
	return dataset.New(tickets, fixture.LastDay)
}

// Six tickets of the last week say that the softphone does not ring; one says what the
// desk hears every day, with one common word. It only perhaps belongs to them, unless
// the test has counted it.
func TestStrayIsWeak(t *testing.T) {
	data := softphones("loud ring from printer")
	all := []int32{200, 201, 202, 203, 204, 205, 206}
	for _, k := range []struct{ counted, firm int }{{6, 6}, {7, 7}} {
		s := &search{export: data, index: text.NewIndex(data.Vectors()), options: Options{MinTickets: 4, MinPeople: 1}}
		f := Finding{WindowDays: 7, Tickets: slices.Clone(all), counted: all[:k.counted], concentration: concentration{part: 7, whole: 207}}
		s.part(&f, text.NewScorer(s.index, len(data.Texts)))
		if !slices.Equal(f.Tickets, all[:k.firm]) || len(f.Perhaps) != 7-k.firm {
			t.Errorf("with %d counted: firm %v, perhaps %v; want the first %d firm", k.counted, f.Tickets, f.Perhaps, k.firm)
		}
	}
}

// A pattern with too few firm members is none.
func TestPatternNeedsFirmMembers(t *testing.T) {
	s := &search{export: &dataset.Dataset{}, index: text.NewIndex(nil), options: Options{MinTickets: 4}}
	short := Pattern{Finding: Finding{Tickets: []int32{1, 2, 3}, Perhaps: []int32{4}, counted: []int32{1, 2, 3}}}
	if got := s.firmOnly([]Pattern{short}); len(got) != 0 {
		t.Errorf("%d patterns with three firm members, want none", len(got))
	}
}

// A group grows by what its scope and window say nearer to it than the desk ever does,
// though the tree of texts put it elsewhere: else one matter is told twice, in other words.
func TestGroupGrowsByItsKin(t *testing.T) {
	data := softphones("softphone silent since noon", "mailbox is full")
	s := &search{export: data, index: text.NewIndex(data.Vectors()), options: Options{MinTickets: 4, MinPeople: 1}}
	f := Finding{Family: DepartmentGroups, WindowDays: 7, Tickets: from(200, 6), counted: from(200, 6), concentration: concentration{part: 8, whole: 208}}
	got := (&kin{search: s}).whole(f)
	if !slices.Equal(got.Tickets, from(200, 7)) || len(got.counted) != 6 {
		t.Errorf("grown to %v, %d counted; want the six and the silent softphone", got.Tickets, len(got.counted))
	}
}
