package analyzer

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/lifecycle"
	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/parallel"
	"ticketpatterns/analyzer/result"
)

// describeIssues says of each issue what it is about and where it stands.
func describeIssues(issues *issue.Set, data *dataset.Dataset, d *describe.Describer, o *memory.Overlay) []result.Issue {
	said := make([]describe.Wording, len(issues.Issues))
	parallel.Each(len(said), func() func(int) {
		return func(i int) { said[i] = d.Wording(issues.Issues[i].Tickets) }
	})
	out := []result.Issue{}
	for k, i := range issues.Issues {
		words, life := said[k], wholeDesk(data).Status(data.DaysOf(i.Tickets), remembered(data, o, i.Remembered))
		out = append(out, result.Issue{
			ID: i.ID, Label: words.Label, LabelIsExample: words.Example, Phrases: words.Phrases, Exemplars: words.Typical, Tickets: data.IDs(i.Tickets), Perhaps: data.IDs(i.Perhaps),
			FirstSeen: i.FirstSeen, LastSeen: i.LastSeen, Status: life.Status, Since: data.Date(life.Since), PreviousIDs: i.PreviousIDs,
		})
	}
	return out
}

// nameByPatterns gives an issue the name of its strongest pattern, whose tickets it is
// surest of, and its further patterns that name where it holds for them. patterns come
// strongest first.
func nameByPatterns(patterns []pattern, list []result.Issue, issues *issue.Set, d *describe.Describer) {
	named := map[int]bool{}
	for i := range patterns {
		p := &patterns[i]
		if p.issue == noIssue {
			continue
		}
		of := &list[p.issue]
		switch {
		case !named[p.issue]:
			named[p.issue] = true
			of.Label = p.profile.Label
			of.LabelIsExample = !d.Holds(of.Label, issues.Issues[p.issue].Tickets)
		case d.Holds(of.Label, p.tickets):
			p.profile.Label, p.profile.Example = of.Label, false
		}
	}
}

// remembered is what earlier runs know of a remembered issue.
func remembered(data *dataset.Dataset, o *memory.Overlay, number int32) lifecycle.Remembered {
	if number < 0 {
		return lifecycle.NoMemory()
	}
	k := &o.Issues[number]
	was := lifecycle.Remembered{
		State:    lifecycle.State{Status: result.Status(k.Status), Since: daysBack(data, k.Since)},
		Reported: lifecycle.None, FirstSeen: daysBack(data, k.FirstSeen), LastSeen: daysBack(data, k.LastSeen),
	}
	for _, p := range o.Memory.Patterns {
		if o.Current(p.Issue) == k.ID {
			was.Reported = max(was.Reported, daysBack(data, p.FirstReported))
		}
	}
	was.WasIssue = lifecycle.WasIssue(k.Departed, was.FirstSeen-was.LastSeen)
	return was
}
