package analyzer

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
)

// checkChange compares tickets of issue n before and after a declared change. It
// returns nil where too few came before and after to say anything.
func (r *reporter) checkChange(n int, day, id string, tickets []int32) *result.FixCheck {
	if len(tickets) < 2*r.options.MinTickets {
		return nil
	}
	f := r.check(tickets, day)
	if f == nil || f.Expected+float64(f.Seen) < 2*judgeable {
		return nil
	}
	f.Change, f.IssueID, f.Label, f.Where = id, r.issueList[n].ID, r.issueList[n].Label, r.say.Text("what the change concerns")
	f.Text = changeInWords(r.say, f)
	return f
}

func changeInWords(l *say.Language, f *result.FixCheck) string {
	if f.Verdict == result.VerdictWorse {
		return l.Count(f.Seen, "After change %[2]s on %[3]s there were more: %[1]d ticket where %[4]s would have come. That need not be its doing.",
			"After change %[2]s on %[3]s there were more: %[1]d tickets where %[4]s would have come. That need not be its doing.", f.Change, l.Date(f.On), l.Number(f.Expected))
	}
	return l.Count(f.Seen, "After change %[2]s on %[3]s there were fewer: %[1]d ticket where %[4]s would have come. That need not be its doing.",
		"After change %[2]s on %[3]s there were fewer: %[1]d tickets where %[4]s would have come. That need not be its doing.", f.Change, l.Date(f.On), l.Number(f.Expected))
}
