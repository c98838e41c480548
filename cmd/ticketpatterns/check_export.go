package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"ticketpatterns/ingest/prepare"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
)

// unknownNamed is how many categories and services without a function are listed.
const unknownNamed = 10

// checkExport shows how the owner map understands the resolver groups,
// categories and services of an export, for a person to confirm.
func (a *app) checkExport(paths []string, c *config.Config) error {
	tickets, err := a.checkedTickets(paths, c)
	if err != nil {
		return err
	}
	out := printer{w: a.stdout}
	finder := c.Owners.Finder()
	describeGroups(&out, tickets, finder)
	describeUnknown(&out, "category", "categories", tickets, func(t *ticket.Ticket) owner.Facts {
		return owner.Facts{Category: t.Category, Subcategory: t.Subcategory}
	}, func(t *ticket.Ticket) string { return t.Category }, finder)
	describeUnknown(&out, "service", "services", tickets, func(t *ticket.Ticket) owner.Facts {
		return owner.Facts{Service: t.Service}
	}, func(t *ticket.Ticket) string { return t.Service }, finder)
	describeFit(&out, tickets, finder)
	return out.done()
}

// describeFit says so if the owner map knows hardly any of the tickets of an export.
func describeFit(out *printer, tickets []ticket.Ticket, finder *owner.Finder) {
	var facts []owner.Facts
	for i := range tickets {
		facts = append(facts, factsOf(&tickets[i]))
	}
	finder.Learn(facts)
	if fit := finder.Fit(); !fit.Fits() {
		out.linef("The owner map fits this export's words in %d of %s only. Write your applications, categories and resolver groups into it:", fit.Known, count(fit.Of, "ticket", "tickets"))
		out.linef("check --learn proposes entries.")
	}
}

// checkedTickets reads exports as an analysis does.
func (a *app) checkedTickets(paths []string, c *config.Config) ([]ticket.Ticket, error) {
	in := inputs{tickets: paths}
	in.sort(c.Ingest())
	batch, err := a.readTickets(in.tickets, c.Ingest())
	if err != nil {
		return nil, err
	}
	prepare.Tickets(batch.Tickets, nil, c.Rules())
	return batch.Tickets, nil
}

// describeGroups lists every resolver group with the function it would speak for.
func describeGroups(out *printer, tickets []ticket.Ticket, finder *owner.Finder) {
	counts := map[string]int{}
	for i := range tickets {
		counts[tickets[i].AssignmentGroup]++
	}
	delete(counts, "")
	out.linef("%s.", count(len(counts), "resolver group", "resolver groups"))
	bound := 0
	for _, group := range byCount(counts) {
		b := finder.Bind(group)
		switch {
		case b.Function == "":
			out.linef("%8s  %q: no function, as %s. Add it to the groups of one.", english.Int(counts[group]), group, boundBy(b))
			continue
		case b.Desk:
			out.linef("%8s  %q: the help desk, as %s; it says nothing about causes.", english.Int(counts[group]), group, boundBy(b))
		case b.Likeness < 1:
			out.linef("%8s  %q: %s of %s, only as %s. Please confirm.", english.Int(counts[group]), group, b.Function, orNobody(b.Team), boundBy(b))
		default:
			out.linef("%8s  %q: %s of %s, as %s.", english.Int(counts[group]), group, b.Function, orNobody(b.Team), boundBy(b))
		}
		bound += counts[group]
	}
	if len(counts) > 0 {
		out.linef("Bound to a function: %s of all tickets.", english.Percent(float64(bound)/float64(len(tickets))))
	}
}

// boundBy says what binds a resolver group to its function.
func boundBy(b owner.Binding) string {
	switch b.By {
	case owner.BoundByValue:
		return fmt.Sprintf("its name holds %q", b.Value)
	case owner.BoundByTeam:
		return "the team has that name, and this is its first function"
	case owner.BoundByLikeness:
		return fmt.Sprintf("its name is like %q", b.Value)
	}
	return "nothing in the map is like it"
}

// describeUnknown lists the commonest values of a field that no function knows.
func describeUnknown(out *printer, one, many string, tickets []ticket.Ticket, facts func(*ticket.Ticket) owner.Facts,
	value func(*ticket.Ticket) string, finder *owner.Finder,
) {
	counts := map[string]int{}
	for i := range tickets {
		if v := value(&tickets[i]); v != "" && finder.Symptom(facts(&tickets[i])) == "" {
			counts[v]++
		}
	}
	if len(counts) == 0 {
		return
	}
	out.linef("%s that no function knows:", count(len(counts), one, many))
	for i, v := range byCount(counts) {
		if i == unknownNamed {
			out.linef("          and %s more", english.Int(len(counts)-unknownNamed))
			break
		}
		out.linef("%8s  %q", english.Int(counts[v]), v)
	}
}

// byCount sorts the keys by their counts, most first, then by name.
func byCount(counts map[string]int) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
}

func orNobody(team string) string { return cmp.Or(team, "nobody") }
