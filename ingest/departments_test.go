package ingest

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/ticket"
)

func ticketsOf(departments ...string) []ticket.Ticket {
	tickets := make([]ticket.Ticket, len(departments))
	for i, d := range departments {
		tickets[i].Department = d
	}
	return tickets
}

func TestUnifyDepartments(t *testing.T) {
	tickets := ticketsOf("Finance", "Finance", "finance dept.", "Department of Finance", "", "R&D", "R and D", "R&D", "Vertrieb Süd", "Süd, Vertrieb", "Human Resources", "Personnel")
	rules := []DepartmentRule{{Name: "HR", Aliases: []string{"human resources", "PERSONNEL"}}}
	got := UnifyDepartments(tickets, rules)
	want := []Merge{
		{Name: "Finance", Spellings: []string{"Department of Finance", "finance dept."}, Tickets: 2},
		{Name: "HR", Spellings: []string{"Human Resources", "Personnel"}, Tickets: 2},
		{Name: "R&D", Spellings: []string{"R and D"}, Tickets: 1},
		{Name: "Süd, Vertrieb", Spellings: []string{"Vertrieb Süd"}, Tickets: 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("merges (-want +got):\n%s", diff)
	}
	var names []string
	for i := range tickets {
		names = append(names, tickets[i].Department)
	}
	if want := []string{"Finance", "Finance", "Finance", "Finance", "", "R&D", "R&D", "R&D", "Süd, Vertrieb", "Süd, Vertrieb", "HR", "HR"}; !slices.Equal(names, want) {
		t.Errorf("departments %q, want %q", names, want)
	}
	if again := UnifyDepartments(tickets, rules); again != nil {
		t.Errorf("a second time changes %v, want nothing", again)
	}
}

// What only looks alike stays apart.
func TestUnifyDepartmentsKeepsApart(t *testing.T) {
	different := []string{"Ward 2-1", "Ward 12", "Ward 1.2.", "Sales", "Sales North", "Department", "Abteilung", "--", "??", "IT", "営業"}
	if got := UnifyDepartments(ticketsOf(different...), nil); got != nil {
		t.Errorf("merged %v, want nothing", got)
	}
}

func TestCheckDepartmentRules(t *testing.T) {
	err := CheckDepartmentRules([]DepartmentRule{{Name: "HR", Aliases: []string{"People"}}, {Name: "Staff", Aliases: []string{"people dept"}}, {Aliases: []string{"x"}}, {Name: "IT"}})
	want := `[1]: "people dept" belongs to "HR" and to "Staff", want one of them
[2]: has no name, want that of a department
[3]: department "IT" has no aliases, want at least one`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestStandInForDepartments(t *testing.T) {
	some := []ticket.Ticket{{Department: "IT"}, {Location: "Bern"}}
	if StandInForDepartments(some) || some[1].Department != "" {
		t.Errorf("one ticket names a department, yet a location stands for it: %+v", some)
	}
	none := []ticket.Ticket{{}, {Location: "Bern"}}
	if !StandInForDepartments(none) || none[1].Department != "Bern" || none[0].Department != "" {
		t.Errorf("no ticket names a department: %+v, want the location in its place", none)
	}
	if StandInForDepartments(ticketsOf("", "")) {
		t.Error("neither department nor location, yet something stands in")
	}
}
