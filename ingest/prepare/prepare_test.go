package prepare

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

func TestPrepare(t *testing.T) {
	people := []ticket.Person{{Requester: "ana", Department: "Sales", Location: "Bern"}}
	for _, c := range []struct {
		name          string
		tickets, want []ticket.Ticket
		rules         Rules
		warnings      []result.Warning
	}{
		{
			"completed, unified, marked", []ticket.Ticket{{Requester: "Ana"}, {Requester: "Zabbix", Department: "SALES"}},
			[]ticket.Ticket{{Requester: "Ana", Department: "SALES", Location: "Bern"}, {Requester: "Zabbix", Department: "SALES", Automated: true}}, Rules{},
			[]result.Warning{{Code: result.WarnMergedDepartments, Field: "department", Count: 1, Merged: []result.Spelling{{Name: "SALES", Others: []string{"Sales"}, Tickets: 1}}}},
		},
		{
			"as the rules say", []ticket.Ticket{{Requester: "Ana"}, {Requester: "Zabbix", Department: "SALES"}},
			[]ticket.Ticket{{Requester: "Ana", Automated: true}, {Requester: "Zabbix", Department: "Selling"}},
			Rules{DepartmentFrom: []string{FromDepartment}, Departments: []DepartmentRule{{Name: "Selling", Aliases: []string{"sales"}}}, Senders: SenderRules{Programs: []string{"ana"}, People: []string{"zab*"}}},
			[]result.Warning{{Code: result.WarnMergedDepartments, Field: "department", Count: 1, Merged: []result.Spelling{{Name: "Selling", Others: []string{"SALES"}, Tickets: 1}}}},
		},
		{
			"a stand-in", []ticket.Ticket{{Location: "Bern"}}, []ticket.Ticket{{Department: "Bern"}}, Rules{},
			[]result.Warning{{Code: result.WarnLocationStandsIn, Field: "department", Of: 1}},
		},
		{"nothing known", []ticket.Ticket{{}}, []ticket.Ticket{{}}, Rules{}, []result.Warning{{Code: result.WarnNoDepartment, Field: "department"}}},
	} {
		got := Tickets(c.tickets, people, c.rules)
		if diff := cmp.Diff(c.want, c.tickets); diff != "" {
			t.Errorf("%s: tickets (-want +got):\n%s", c.name, diff)
		}
		if diff := cmp.Diff(c.warnings, got.Warnings); diff != "" {
			t.Errorf("%s: warnings (-want +got):\n%s", c.name, diff)
		}
	}
}
