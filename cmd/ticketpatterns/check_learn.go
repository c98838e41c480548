package main

import (
	"strconv"
	"strings"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
)

// learn writes what an export suggests for the owner map, as YAML for config.yaml.
// Every line says from how many tickets it comes.
func (a *app) learn(paths []string, c *config.Config) error {
	tickets, err := a.checkedTickets(paths, c)
	if err != nil {
		return err
	}
	var facts []owner.Facts
	for i := range tickets {
		facts = append(facts, factsOf(&tickets[i]))
	}
	proposed := c.Owners.Finder().Propose(facts)
	out := printer{w: a.stdout}
	out.linef("# Proposed from %s. Nothing of it is in force: read it, change it, and", count(len(tickets), "ticket", "tickets"))
	out.linef("# paste what is right into config.yaml.")
	if len(proposed.Groups)+len(proposed.Functions) == 0 {
		out.linef("# Nothing to propose: no unknown resolver group is mostly about one function, and no unknown service has five tickets.")
		return out.done()
	}
	out.linef("owners:")
	out.linef("  functions:")
	proposeGroups(&out, c.Owners, proposed.Groups)
	for _, f := range proposed.Functions {
		proposeFunction(&out, f)
	}
	return out.done()
}

func factsOf(t *ticket.Ticket) owner.Facts {
	return owner.Facts{
		TicketID: t.ID, Category: t.Category, Subcategory: t.Subcategory, Service: t.Service, ConfigurationItem: t.ConfigurationItem,
		Location: t.Location, Group: t.AssignmentGroup, Finished: !t.Finished().IsZero(), Subject: t.Subject, Text: t.Description,
		Code: t.ResolutionCode, Resolution: t.Resolution,
	}
}

// proposeGroups writes each function once, with all groups that are proposed for it.
func proposeGroups(out *printer, m owner.Map, groups []owner.GroupProposal) {
	written := map[string]bool{}
	for _, g := range groups {
		if written[g.Function] {
			continue
		}
		written[g.Function] = true
		var names []string
		out.linef("    - name: %q", g.Function)
		for _, other := range groups {
			if other.Function == g.Function {
				names = append(names, other.Group)
				out.linef("      # %q: %d of %d of its tickets that the map recognises are about this", other.Group, other.Count, other.Of)
			}
		}
		out.linef("      groups: %s", flowList(m.GroupsWith(g.Function, names...)))
	}
}

func proposeFunction(out *printer, f owner.FunctionProposal) {
	out.linef("    - name: %q # %s", f.Name, count(f.Tickets, "ticket", "tickets"))
	switch {
	case f.Group == "":
		out.linef("      team: \"\" # no resolver group is known")
	case f.Team == "":
		out.linef("      team: \"\" # %d of %d ended with %q, which the map does not know: name its team", f.Count, f.Of, f.Group)
	default:
		out.linef("      team: %q # %d of %d ended with %q", f.Team, f.Count, f.Of, f.Group)
	}
	out.linef("      services: %s", flowList([]string{f.Name}))
	if len(f.Words) == 0 {
		return
	}
	out.linef("      terms:")
	for _, w := range f.Words {
		out.linef("        - %q # said by %d of %d, and by %s", w.Word, w.Count, f.Tickets, count(w.Elsewhere, "other ticket", "other tickets"))
	}
}

// flowList writes values as a list of YAML in one line.
func flowList(values []string) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = strconv.Quote(v)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
