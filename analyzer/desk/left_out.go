package desk

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/result"
)

// exclusions maps reasons to those of results.
var exclusions = [dataset.ExclusionCount]result.Exclusion{
	dataset.Machine:      result.ExcludedMachine,
	dataset.AutoReply:    result.ExcludedAutomatic,
	dataset.Vague:        result.ExcludedPlea,
	dataset.NoText:       result.ExcludedWordless,
	dataset.NoSharedTerm: result.ExcludedAlone,
}

// leftOut counts the excluded tickets by reason, most frequent first, with the most
// frequent subjects.
func leftOut(in Input) []result.LeftOut {
	byReason := make([][]int32, dataset.ExclusionCount)
	for t, why := range in.Data.Excluded {
		byReason[why] = append(byReason[why], int32(t))
	}
	out := []result.LeftOut{}
	for why := dataset.Machine; why < dataset.ExclusionCount; why++ {
		if len(byReason[why]) > 0 {
			out = append(out, result.LeftOut{Reason: exclusions[why], Tickets: len(byReason[why]), Examples: mostFrequent(in, byReason[why])})
		}
	}
	slices.SortStableFunc(out, func(a, b result.LeftOut) int { return -cmp.Compare(a.Tickets, b.Tickets) })
	return out
}

// maxExamples bounds the subjects listed per reason.
const maxExamples = 3

// mostFrequent returns the subjects whose templates occur most often.
func mostFrequent(in Input, tickets []int32) []result.Example {
	byForm := map[string][]int32{}
	for _, t := range tickets {
		if k := dataset.SubjectTemplate(&in.Data.Tickets[t]); k != "" {
			byForm[k] = append(byForm[k], t)
		}
	}
	var forms [][]int32
	for _, f := range byForm {
		if len(f) >= issue.MinTickets {
			forms = append(forms, f)
		}
	}
	slices.SortFunc(forms, func(a, b []int32) int { return cmp.Or(-cmp.Compare(len(a), len(b)), cmp.Compare(a[0], b[0])) })
	out := []result.Example{}
	for _, f := range forms[:min(len(forms), maxExamples)] {
		out = append(out, result.Example{Subject: in.Describer.Subject(f[0]), Tickets: len(f)})
	}
	return out
}
