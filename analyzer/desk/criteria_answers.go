package desk

import (
	"slices"

	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
)

// CriteriaAnswers counts, for each criterion, the escalations and how many were
// accepted and declined.
func CriteriaAnswers(o *memory.Overlay) []result.Answers {
	byName := map[string]*result.Answers{}
	var names []string
	for _, p := range o.Memory.Patterns {
		if p.Asked == "" {
			continue
		}
		decisions := slices.DeleteFunc(o.DecisionsOn(p.ID, o.Current(p.Issue)), func(d past.Decision) bool { return d.Kind == past.Merge || d.Kind == past.Split })
		answer, answered := past.StandingAnswer(decisions, "")
		for _, name := range p.Criteria {
			if byName[name] == nil {
				byName[name] = &result.Answers{Criterion: name}
				names = append(names, name)
			}
			a := byName[name]
			a.Asked++
			switch {
			case !answered:
			case answer.Kind == past.Accept || answer.Kind == past.Fixed:
				a.Accepted++
			case answer.Kind == past.Decline || answer.Kind == past.NotAPattern:
				a.Declined++
			}
		}
	}
	slices.Sort(names)
	out := []result.Answers{}
	for _, name := range names {
		out = append(out, *byName[name])
	}
	return out
}
