package analyzer

import (
	"cmp"
	"slices"
	"strings"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/volume"
)

const (
	// noIssue is the issue of a pattern that holds many.
	noIssue = -1
	// explains is the share of a surplus of tickets from which one issue explains it, and
	// atOnce how many issues that stand out in one scope at the same time are no
	// coincidence.
	explains = 0.5
	atOnce   = 3
	// named is how many symptoms name a major incident.
	named = 3
)

// oneCause tells what stands out in one way only. A scope that no longer stands out
// without one issue, or without two, is left out: the issues are the findings. An issue
// most of whose tickets lie in a surplus of many issues is one of its symptoms, unless
// earlier reports told of it, which isKnown says. The scope has to stand out without
// what is told elsewhere, and is told without it.
func oneCause(issues []detect.Pattern, scopes volume.Result, isKnown func(tickets []int32) bool) ([]detect.Pattern, []volume.Pattern) {
	kept := []volume.Pattern{}
	for _, v := range scopes.Patterns {
		if rest, stands := scopes.Without(v, toldElsewhere(v, issues, isKnown)); stands && !explained(v, issues) {
			kept = append(kept, rest)
		}
	}
	out := slices.DeleteFunc(slices.Clone(issues), func(p detect.Pattern) bool { return isPart(p, kept) && !isKnown(p.Tickets) })
	return out, kept
}

// toldElsewhere returns the tickets of issues that are findings of their own whatever the
// scope does, ascending: those that earlier reports told of, and those most of whose
// tickets lie outside. One or two issues that lie inside count as well: only when more
// stand out at once in one scope is that no coincidence.
func toldElsewhere(v volume.Pattern, issues []detect.Pattern, isKnown func(tickets []int32) bool) []int32 {
	var told, inside []int32
	count := 0
	for _, p := range issues {
		if isKnown(p.Tickets) || !isPart(p, []volume.Pattern{v}) {
			told = append(told, p.Wider()...)
		} else {
			inside = append(inside, p.Wider()...)
			count++
		}
	}
	if count < atOnce {
		told = append(told, inside...)
	}
	slices.Sort(told)
	return slices.Compact(told)
}

// explained reports whether one issue holds most of a surplus.
func explained(v volume.Pattern, issues []detect.Pattern) bool {
	return slices.ContainsFunc(issues, func(p detect.Pattern) bool {
		return float64(dataset.Shared(p.Wider(), v.Tickets)) >= explains*v.Surplus()
	})
}

// isPart reports whether most of an issue's tickets lie in one of the scopes.
func isPart(p detect.Pattern, scopes []volume.Pattern) bool {
	return slices.ContainsFunc(scopes, func(v volume.Pattern) bool { return dataset.MostlyIn(p.Tickets, v.Tickets) })
}

// majorIncidents makes patterns of scopes that hold more than their past explains.
func (f profiler) majorIncidents(found []volume.Pattern, list []result.Issue) []pattern {
	var out []pattern
	for _, v := range found {
		p := pattern{
			kind: result.MajorIncident, scope: v.Scope, tickets: v.Tickets, window: f.data.Span(v.WindowDays, v.EndsBack), issue: noIssue,
			finding: finding{
				volume: &v, p: pointer(v.P), expected: pointer(v.Expected), byChance: v.ByChance / f.volumeShare,
			},
			changes:  f.describer.ChangesDuring(v.Tickets),
			symptoms: f.symptoms(v, list),
		}
		out = append(out, f.profile(p))
	}
	return out
}

// symptoms counts the tickets of a surplus by issue. What is most above its own past
// in the scope comes first, what belongs to no issue last.
func (f profiler) symptoms(v volume.Pattern, list []result.Issue) []result.Symptom {
	counts := map[int][]int32{}
	for _, t := range v.Tickets {
		n := f.issues.Of[t]
		if !f.issues.Firm[t] {
			n = noIssue
		}
		counts[n] = append(counts[n], t)
	}
	out := []result.Symptom{}
	for n, tickets := range counts {
		s := result.Symptom{Tickets: len(tickets), People: f.data.DistinctPeople(tickets)}
		if n >= 0 {
			s.IssueID, s.Label = list[n].ID, list[n].Label
			s.Usual = f.usual(n, v)
		}
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b result.Symptom) int {
		return cmp.Or(trueFirst(a.IssueID != "", b.IssueID != ""), -cmp.Compare(float64(a.Tickets)-a.Usual, float64(b.Tickets)-b.Usual),
			-cmp.Compare(a.Tickets, b.Tickets), cmp.Compare(a.IssueID, b.IssueID))
	})
	return out
}

// usual is how many tickets of an issue the scope has in as long a time, by the days
// of its baseline.
func (f profiler) usual(issue int, v volume.Pattern) float64 {
	from := v.EndsBack + v.WindowDays
	days := len(v.Baseline) * v.WindowDays
	before := f.data.Filter(f.data.InScope(f.issues.Issues[issue].Tickets, v.Scope), func(t int32) bool {
		return f.data.Day[t] >= from && f.data.Day[t] < from+days
	})
	return stat.Round(float64(len(before))*float64(v.WindowDays)/float64(days), 100)
}

// symptomLabels names a pattern by its largest symptoms; otherwise is for one
// without any.
func symptomLabels(symptoms []result.Symptom, otherwise string) string {
	var labels []string
	for _, s := range symptoms {
		if s.Label != "" && len(labels) < named {
			labels = append(labels, s.Label)
		}
	}
	if len(labels) == 0 {
		return otherwise
	}
	return strings.Join(labels, ", ")
}
