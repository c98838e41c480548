package detect

import (
	"fmt"
	"testing"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/internal/fixture"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// twoPlaces is a search in an export in which five people each of two departments said
// something in the same week, and the findings of that: of the whole desk and of either
// department.
func twoPlaces(finance, sales []string) (*search, []Finding) {
	var tickets []ticket.Ticket
	add := func(department, subject string) {
		i := len(tickets)
		tickets = append(tickets, ticket.Ticket{ID: fmt.Sprintf("T%03d", i), Opened: fixture.LastDay.AddDate(0, 0, -1), Subject: subject, Department: department, Requester: fmt.Sprint("p", i)})
	}
	for i := range 5 {
		add("Finance", finance[i%len(finance)])
	}
	for i := range 5 {
		add("Sales", sales[i%len(sales)])
	}
	e := dataset.New(tickets, fixture.LastDay)
	s := &search{export: e, index: text.NewIndex(e.Vectors()), options: defaults, minPeople: defaults.MinPeople}
	all, here, there := seen(0, from(0, 10)...), seen(0, from(0, 5)...), seen(0, from(5, 5)...)
	here.Scope.Values[dataset.Department] = e.Fields[dataset.Department].Value[0]
	there.Scope.Values[dataset.Department] = e.Fields[dataset.Department].Value[5]
	return s, []Finding{all, here, there}
}

var (
	ordersFail = []string{"cannot save sales order, timeout", "sales order save fails", "order save ends with timeout", "saving the sales order fails", "timeout at sales order"}
	samplesGet = []string{"sample results get lost, error at save", "lab sample cannot be stored", "error, sample results gone", "lab results of a sample not stored", "sample results lost again"}
)

// Two departments that say different things in the same week tell two matters, though
// the whole desk tells both with the words they share; two that say the same tell one.
func TestTwoMattersOfTwoPlacesAreTwo(t *testing.T) {
	for _, c := range []struct {
		name           string
		finance, sales []string
		want           int
	}{
		{"different", ordersFail, samplesGet, 2},
		{"the same", ordersFail, ordersFail, 1},
		{"the same, in the words of either", ordersFail, append(ordersFail[2:5:5], ordersFail[:2]...), 1},
	} {
		s, findings := twoPlaces(c.finance, c.sales)
		got := s.suppressSecondary(findings, nil)
		if len(got) != c.want {
			t.Errorf("%s: %d patterns, want %d", c.name, len(got), c.want)
		}
		for _, p := range got {
			if whole := p.Scope == (dataset.Scope{}); whole != (c.want == 1) {
				t.Errorf("%s: told of the whole desk: %v", c.name, whole)
			}
		}
	}
}

// A finding goes for its parts only if both are findings of their own and hold half of it:
// else more would be lost than told better.
func TestFindingWithOnePartStays(t *testing.T) {
	s, findings := twoPlaces(ordersFail, samplesGet)
	if got := s.suppressSecondary(findings[:2], nil); len(got) != 1 || got[0].Scope != (dataset.Scope{}) {
		t.Errorf("%d patterns with one part, want the whole desk", len(got))
	}
	large := findings[0]
	large.Tickets = append(append([]int32(nil), findings[1].Tickets...), from(5, 20)...)
	if s.isMixed(&large, nil) {
		t.Error("a finding without parts is mixed")
	}
}

func TestNearerToOwn(t *testing.T) {
	s, _ := twoPlaces(ordersFail, samplesGet)
	if got := s.nearerToOwn(from(0, 5), from(5, 5)); got != 5 {
		t.Errorf("%d of 5 tickets are nearer to their own", got)
	}
	if s.sayDifferent(from(0, 3), from(5, 3)) {
		t.Error("six tickets tell two matters, though one of 64 exports does so by chance")
	}
	if got := s.nearerToOwn(from(0, 1), from(5, 5)); got != 0 {
		t.Error("a ticket alone is near to its own")
	}
}
