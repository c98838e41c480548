// Package prepare completes tickets once all exports are read: their departments, which of them programs opened, and whether something is odd about them.
package prepare

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// Rules are what people know better than the tickets: Tickets goes by them.
type Rules struct {
	// DepartmentFrom says where departments come from, the most trusted first;
	// nil means DepartmentChain().
	DepartmentFrom []string
	Departments    []DepartmentRule // spellings of one department
	Senders        SenderRules      // which requesters are programs
}

// Prepared says what Tickets found and changed.
type Prepared struct {
	From     DepartmentSources // where the departments come from
	Merged   []Merge           // departments written in several ways, by name
	Senders  []Sender          // programs that open tickets, those with the most tickets first
	Warnings []result.Warning  // what only all tickets together show
}

// Tickets completes tickets in place, once all files are read: it gives them
// departments and locations, writes each department in one way, and marks the
// tickets that programs opened. Whatever analyses or measures tickets calls it
// first, so that what is measured is what runs.
func Tickets(tickets []ticket.Ticket, people []ticket.Person, rules Rules) Prepared {
	chain := rules.DepartmentFrom
	if chain == nil {
		chain = DepartmentChain()
	}
	var p Prepared
	p.From = assignDepartments(tickets, people, chain)
	p.Senders = markAutomated(tickets, rules.Senders)
	p.Merged = unifyDepartments(tickets, rules.Departments)
	p.Warnings = append(p.departmentWarnings(len(tickets)), checkTickets(tickets)...)
	return p
}

// departmentWarnings says what stands for departments, and which spellings
// were taken for one.
func (p *Prepared) departmentWarnings(tickets int) []result.Warning {
	var warnings []result.Warning
	switch named := p.From.Named + p.From.People; {
	case p.From.StandIn == FromLocation:
		warnings = append(warnings, result.Warning{Code: result.WarnLocationStandsIn, Field: "department", Count: named, Of: tickets})
	case p.From.StandIn != "":
		warnings = append(warnings, result.Warning{Code: result.WarnCompanyStandsIn, Field: "department", Count: named, Of: tickets})
	case named == 0:
		warnings = append(warnings, result.Warning{Code: result.WarnNoDepartment, Field: "department"})
	}
	if len(p.Merged) == 0 {
		return warnings
	}
	merged := result.Warning{Code: result.WarnMergedDepartments, Field: "department"}
	for _, m := range p.Merged {
		merged.Count += m.Tickets
		merged.Merged = append(merged.Merged, result.Spelling{Name: m.Name, Others: m.Spellings, Tickets: m.Tickets})
	}
	return append(warnings, merged)
}
