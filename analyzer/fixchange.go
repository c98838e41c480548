package analyzer

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// concerned lists the tickets of issue n that a change concerns: of the service,
// item or place that was changed.
func (r *reporter) concerned(n int, c ticket.Change) []int32 {
	var out []int32
	for _, t := range r.members[n] {
		k := &r.export.tickets[t]
		if same(c.Service, k.Service) || same(c.ConfigurationItem, k.ConfigurationItem) || same(c.Location, placeOf(k)) {
			out = append(out, t)
		}
	}
	return out
}

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
	f.Change, f.IssueID, f.Label, f.Where = id, r.issueList[n].ID, r.issueList[n].Label, "what the change concerns"
	f.Text = changeInWords(f)
	return f
}

func changeInWords(f *result.FixCheck) string {
	than := "fewer"
	if f.Verdict == result.VerdictWorse {
		than = "more"
	}
	return "After change " + f.Change + " on " + spoken(f.On) + " there were " + than + ": " + plural(f.Seen, "ticket", "tickets") + " where " +
		amount(f.Expected) + " would have come. That need not be its doing."
}
