package prepare

import (
	"fmt"
	"slices"
	"strings"

	"ticketpatterns/analyzer/ticket"
)

// What may say in which department a requester works.
const (
	FromDepartment = "department" // the export's own column
	FromPeople     = "people"     // the list of people
	FromCompany    = "company"    // the requester's firm, for desks that serve several
	FromLocation   = "location"   // the requester's site
)

// DepartmentChain returns the built-in chain, the most trusted first.
func DepartmentChain() []string {
	return []string{FromDepartment, FromPeople, FromCompany, FromLocation}
}

// CheckDepartmentChain reports the first mistake in a chain.
func CheckDepartmentChain(chain []string) error {
	for i, link := range chain {
		switch {
		case !slices.Contains(DepartmentChain(), link):
			return fmt.Errorf("[%d]: unknown source %q, want one of %s", i, link, strings.Join(DepartmentChain(), ", "))
		case slices.Contains(chain[:i], link):
			return fmt.Errorf("[%d]: %q stands there twice, want it once", i, link)
		}
	}
	return nil
}

// DepartmentSources says what the departments of tickets are.
type DepartmentSources struct {
	Named   int    // tickets whose department the export says
	People  int    // tickets that got department or location from the list of people
	StandIn string // FromCompany or FromLocation if that stands for the department; else ""
	Stood   int    // tickets for which it does
}

// standInShare is the share of tickets with a department below which something
// else stands for it. Above, tickets without one stay without: a dimension
// that holds departments and sites at once would compare one with the other.
const standInShare = 0.05

// assignDepartments gives each ticket its department, from the links of the
// chain in their order, and says from where. Department and people fill each
// other's gaps. Company and location stand for the department only where hardly
// a ticket has one, and a location that does so is no location any more: a
// pattern would name the same place twice. Empty locations are filled from
// people in any case.
func assignDepartments(tickets []ticket.Ticket, people []ticket.Person, chain []string) DepartmentSources {
	var from DepartmentSources
	own, list := slices.Index(chain, FromDepartment), slices.Index(chain, FromPeople)
	written := make([]string, len(tickets))
	for i := range tickets {
		written[i] = tickets[i].Department
		if own < 0 || list >= 0 && list < own {
			tickets[i].Department = ""
		}
		if written[i] != "" && own >= 0 {
			from.Named++
		}
	}
	if list >= 0 {
		from.People = Fill(tickets, people)
	}
	known := 0
	for i := range tickets {
		if tickets[i].Department == "" && own >= 0 {
			tickets[i].Department = written[i]
		}
		if tickets[i].Department != "" {
			known++
		}
	}
	if float64(known) >= standInShare*float64(len(tickets)) {
		return from
	}
	for _, link := range chain {
		if from.StandIn != "" {
			break
		}
		from.stand(tickets, link)
	}
	return from
}

// stand lets a company or location stand for the departments that are not known,
// if there are any.
func (from *DepartmentSources) stand(tickets []ticket.Ticket, link string) {
	for i := range tickets {
		t := &tickets[i]
		switch {
		case t.Department != "":
		case link == FromCompany && t.Company != "":
			t.Department = t.Company
			from.Stood++
		case link == FromLocation && t.Location != "":
			t.Department, t.Location = t.Location, ""
			from.Stood++
		}
	}
	if from.Stood > 0 {
		from.StandIn = link
	}
}
