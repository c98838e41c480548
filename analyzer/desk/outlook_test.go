package desk

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/internal/fixture"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/ticket"
)

// What is told to be found is found: an outbreak of the size told for the whole desk
// has both p-values below the threshold, one of a report less has not.
func TestReachIsTheSmallest(t *testing.T) {
	data := dataset.New(fixture.NewDesk(2, 26, 60).Tickets, fixture.LastDay)
	in := Input{Data: data, Test: stat.GammaPoisson{}, MinPeople: 2, MinTickets: 2, Search: detect.Result{
		Windows: []detect.Window{{Days: 14, Past: 12}}, Families: []detect.FamilyResult{{Family: detect.DepartmentGroups, Threshold: 1e-6}, {Family: detect.OtherGroups, Threshold: 1e-6}},
	}}
	told := reach(in)
	if len(told) < 3 || len(told[0].Fields) != 0 {
		t.Fatalf("reach %+v, want the whole desk and its departments and categories", told)
	}
	for _, r := range told {
		if r.Reports < 3 || r.Reports > 40 {
			t.Errorf("%v: %d reports, want more than the least and fewer than all", r.Fields, r.Reports)
		}
	}
	volumes := volumesOf(data, data.Scopes([][]dataset.Field{{}}, 14, 1)[0].Tickets, in.Search.Windows[0])
	found := func(n int) bool {
		return stat.HypergeometricTail(n, n, volumes[0]+n, len(data.Tickets)+n) < 1e-6 && in.pastOf(n, volumes, in.Search.Windows[0]) < 1e-6
	}
	if n := told[0].Reports; !found(n) || found(n-1) {
		t.Errorf("%d reports found: %v, one less: %v; want true, false", n, found(n), found(n-1))
	}
	strict := in
	strict.Search.Families = []detect.FamilyResult{{Family: detect.OtherGroups, Threshold: 1e-9}}
	if reach(strict)[0].Reports <= told[0].Reports {
		t.Error("a lower threshold does not take more reports")
	}
	if strict.Search.Young = true; len(reach(strict)) != 1 {
		t.Errorf("young: %+v, want locations alone", reach(strict))
	}
}

// Departments are ordered by head where the heads of all are known, else by tickets.
func TestDeskUsers(t *testing.T) {
	d := fixture.NewDesk(2, 4, 1)
	d.Tickets = d.Tickets[:0]
	for i := range 12 {
		d.Open(i, map[bool]string{true: "Sales", false: "Legal"}[i%3 > 0], fmt.Sprint(i%4), "Network", "vpn drops", "")
	}
	in := Input{Data: dataset.New(d.Tickets, fixture.LastDay)}
	if got := deskUsers(in); len(got) != 2 || got[0].Department != "Sales" || got[0].Tickets != 8 || got[0].Heads != 0 {
		t.Errorf("users %+v, want Sales first with 8 tickets", got)
	}
	in.Heads = map[string]int{"sales": 80, "legal": 2}
	if got := deskUsers(in); got[0].Department != "Legal" || got[0].Heads != 2 || got[0].Tickets != 4 {
		t.Errorf("users %+v, want Legal first: 2 tickets a head", got)
	}
}

// A list of people has a person under each name by which tickets may call them; one head.
func TestHeadsCountAPersonOnce(t *testing.T) {
	people := []ticket.Person{
		{Requester: "U1", Department: "Sales"}, {Requester: "ana.silva", Department: "Sales", Alias: true}, {Requester: "Ana Silva", Department: "Sales", Alias: true},
		{Requester: "U2", Department: "SALES"}, {Requester: "u1", Department: "Sales"}, {Requester: "U3", Department: "Legal"}, {Requester: "U4"},
	}
	if diff := cmp.Diff(map[string]int{"sales": 2, "legal": 1}, Heads(people)); diff != "" {
		t.Errorf("heads (-want +got):\n%s", diff)
	}
}
