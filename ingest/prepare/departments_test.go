package prepare

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
	got := unifyDepartments(tickets, rules)
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
	if again := unifyDepartments(tickets, rules); again != nil {
		t.Errorf("a second time changes %v, want nothing", again)
	}
}

// What only looks alike stays apart.
func TestUnifyDepartmentsKeepsApart(t *testing.T) {
	different := []string{"Ward 2-1", "Ward 12", "Ward 1.2.", "Sales", "Sales North", "Department", "Abteilung", "--", "??", "IT", "営業"}
	if got := unifyDepartments(ticketsOf(different...), nil); got != nil {
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

func TestAssignDepartments(t *testing.T) {
	people := []ticket.Person{{Requester: "ana", Department: "Sales", Location: "Bern"}}
	export := func() []ticket.Ticket {
		return []ticket.Ticket{{Requester: "Ana", Department: "Export"}, {Requester: "ANA"}, {Requester: "Ben", Company: "Acme", Location: "Basel"}}
	}
	firms := []ticket.Ticket{{Company: "Acme", Location: "Basel"}, {Location: "Basel"}, {Company: "Bolt", Location: "Bern"}}
	sites := []ticket.Ticket{{Location: "Basel"}, {}}
	for _, c := range []struct {
		name    string
		tickets []ticket.Ticket
		people  []ticket.Person
		chain   []string
		want    []string // department/location
		from    DepartmentSources
	}{
		{"the export, else the people", export(), people, DepartmentChain(), []string{"Export/Bern", "Sales/Bern", "/Basel"}, DepartmentSources{Named: 1, People: 2}},
		{"the people first", export(), people, []string{FromPeople, FromDepartment}, []string{"Sales/Bern", "Sales/Bern", "/Basel"}, DepartmentSources{Named: 1, People: 2}},
		{"the people alone", export(), nil, []string{FromPeople}, []string{"/", "/", "/Basel"}, DepartmentSources{}},
		{"the company stands in, before the location", firms, nil, DepartmentChain(), []string{"Acme/Basel", "/Basel", "Bolt/Bern"}, DepartmentSources{StandIn: FromCompany, Stood: 2}},
		{"the location stands in and is none any more", sites, nil, DepartmentChain(), []string{"Basel/", "/"}, DepartmentSources{StandIn: FromLocation, Stood: 1}},
		{"nothing stands in", []ticket.Ticket{{Location: "Basel"}}, nil, []string{FromDepartment}, []string{"/Basel"}, DepartmentSources{}},
	} {
		if got := assignDepartments(c.tickets, c.people, c.chain); got != c.from {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.from)
		}
		var got []string
		for _, k := range c.tickets {
			got = append(got, k.Department+"/"+k.Location)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCheckDepartmentChain(t *testing.T) {
	for want, chain := range map[string][]string{
		"": DepartmentChain(),
		`[1]: unknown source "site", want one of department, people, company, location`: {"people", "site"},
		`[2]: "people" stands there twice, want it once`:                                {"people", "company", "people"},
	} {
		got := ""
		if err := CheckDepartmentChain(chain); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", chain, got, want)
		}
	}
}
