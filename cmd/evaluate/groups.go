package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"ticketpatterns/ingest/prepare"

	"ticketpatterns/analyzer"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest"
)

// measureGroups asks of the exports how often the owner is the team to which the
// final resolver group is bound, when the group itself is not shown. The map is
// the built-in one.
func measureGroups(data folder, stderr io.Writer) (*table, error) {
	paths, err := filepath.Glob(filepath.Join(string(data), "exports", "*", "*.csv"))
	if err != nil {
		return nil, fmt.Errorf("looking for exports: %w", err)
	}
	out := &table{header: append([]string{"export", "tickets", "with a group", "bound", "desk's", "asked of", "n"}, append(shareHeader, "commonest")...)}
	bar := newProgress(stderr, len(paths))
	defer bar.end()
	for _, path := range paths {
		name := filepath.Base(filepath.Dir(path)) + "/" + filepath.Base(path)
		bar.step("%s", name)
		batch, err := ingest.Read([]string{path}, nil, ingest.Options{})
		if err != nil || !slices.ContainsFunc(batch.Tickets, func(t ticket.Ticket) bool { return t.AssignmentGroup != "" }) {
			continue // no export of tickets, or none with groups
		}
		prepare.Tickets(batch.Tickets, nil, prepare.Rules{})
		if err := reportGroups(out, name, batch.Tickets); err != nil {
			return nil, err
		}
	}
	out.note("How often the team of the final resolver group is named when the group is hidden. bound: tickets whose group the built-in map knows;")
	out.note("desk's: of these, those that the help desk kept, of which nobody can be asked. Of an issue its commonest team is right. commonest: the")
	out.note("share of an answer that always names the one team that is right most often.")
	return out, nil
}

// reportGroups adds the rows of one export: its tickets one by one, and its
// issues.
func reportGroups(out *table, name string, tickets []ticket.Ticket) error {
	m := owner.DefaultMap()
	g := &grouped{finder: m.Finder(), team: map[string]string{}}
	withGroup, bound, desk := 0, 0, 0
	single := answered{right: map[string]int{}}
	for i := range tickets {
		t := &tickets[i]
		if t.AssignmentGroup == "" {
			continue
		}
		withGroup++
		b := g.finder.Bind(t.AssignmentGroup)
		if b.Function == "" {
			continue
		}
		bound++
		if b.Desk {
			desk++
			continue
		}
		g.team[t.ID] = b.Team
		g.ask(&single, []*ticket.Ticket{t}, b.Team)
	}
	issues, err := g.askIssues(tickets, m)
	if err != nil {
		return err
	}
	for _, row := range []struct {
		unit string
		answered
	}{{"each ticket", single}, {"each issue", issues}} {
		out.add(slices.Concat([]any{name, len(tickets), withGroup, bound, desk, row.unit, row.asked}, row.shares(), []any{row.commonest()})...)
	}
	return nil
}

// answered counts questions and which teams were right.
type answered struct {
	named
	right map[string]int
}

// commonest is the share of the questions to which one team is the right answer.
func (a answered) commonest() string {
	most := 0
	for _, n := range a.right {
		most = max(most, n)
	}
	return ratio(most, a.asked)
}

// grouped knows the right team of each ticket that one can be asked of.
type grouped struct {
	finder *owner.Finder
	team   map[string]string // by ticket id
}

// ask counts one question: whose are these tickets, their groups not shown?
func (g *grouped) ask(n *answered, tickets []*ticket.Ticket, right string) {
	n.right[right]++
	var whole, categories []owner.Facts
	for _, t := range tickets {
		categories = append(categories, categoryOf(t))
		whole = append(whole, owner.Facts{
			TicketID: t.ID, Category: t.Category, Subcategory: t.Subcategory, Service: t.Service, ConfigurationItem: t.ConfigurationItem,
			Location: t.Location, Subject: t.Subject, Text: t.Description, Code: t.ResolutionCode, Resolution: t.Resolution,
		})
	}
	a := g.finder.Find(whole, owner.Context{})
	n.count(a.Team, a.Alternative, g.finder.Find(categories, owner.Context{}), []string{right})
}

// askIssues asks of every recurring issue of the export; of its teams the
// commonest is right, of equals the first in the alphabet.
func (g *grouped) askIssues(tickets []ticket.Ticket, m owner.Map) (answered, error) {
	n := answered{right: map[string]int{}}
	hidden := slices.Clone(tickets)
	byID := map[string]*ticket.Ticket{}
	for i := range hidden {
		hidden[i].AssignmentGroup = ""
		byID[hidden[i].ID] = &hidden[i]
	}
	o := analyzer.DefaultOptions()
	o.Owners = m
	a, err := analyzer.Analyze(analyzer.Input{Tickets: hidden}, o)
	if err != nil {
		return n, fmt.Errorf("analysing an export: %w", err)
	}
	for _, issue := range a.Issues {
		counts := map[string]int{}
		var of []*ticket.Ticket
		for _, id := range issue.Tickets {
			of = append(of, byID[id])
			if team, ok := g.team[id]; ok {
				counts[team]++
			}
		}
		if len(counts) == 0 {
			continue
		}
		teams := slices.Sorted(maps.Keys(counts))
		g.ask(&n, of, slices.MaxFunc(teams, func(a, b string) int { return cmp.Or(cmp.Compare(counts[a], counts[b]), cmp.Compare(b, a)) }))
	}
	return n, nil
}
