package words

import (
	"strings"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// Statement says in one sentence who reports what, where, since when, and how
// many would be expected.
func (w Writer) Statement(p *result.Pattern) string {
	clause, first, last := w.whoReports(p), w.Date(p.FirstTicket), w.Date(p.LastTicket)
	switch oneDay := p.FirstTicket == p.LastTicket; {
	case p.Kind == result.Chronic:
		return w.Count(p.WindowDays/7, "%[2]s, week after week, in the last %[1]d week.", "%[2]s, week after week, in the last %[1]d weeks.", clause)
	case oneDay && p.Expected == nil:
		return w.Text("%s on %s. There is no baseline yet, so nothing can be expected.", clause, first)
	case oneDay:
		return w.Text("%s on %s, where %s would be expected.", clause, first, w.Number(*p.Expected))
	case p.Expected == nil:
		return w.Text("%s between %s and %s. There is no baseline yet, so nothing can be expected.", clause, first, last)
	}
	return w.Text("%s between %s and %s, where %s would be expected.", clause, first, last, w.Number(*p.Expected))
}

// whoReports is the clause that a statement begins with.
func (w Writer) whoReports(p *result.Pattern) string {
	switch tickets, where := len(p.Tickets), w.place(p); p.Requesters {
	case 0:
		return w.Count(tickets, "%d ticket %s says “%s”", "%d tickets %s say “%s”", where, p.Label)
	case tickets:
		return w.Count(p.Requesters, "%d person %s reports “%s”", "%d people %s report “%s”", where, p.Label)
	default:
		return w.Count(p.Requesters, "%d person %s reports “%s” in %d tickets", "%d people %s report “%s” in %d tickets", where, p.Label, tickets)
	}
}

// place names the scope as it follows people or tickets in a sentence.
func (w Writer) place(p *result.Pattern) string {
	var parts []string
	for _, f := range []struct {
		text  i18n.English
		value string
	}{
		{"of department %s", p.Department}, {"at %s", p.Location}, {"with service %s", p.Service}, {"with configuration item %s", p.ConfigurationItem},
		{"with tickets in category %s", p.Category}, {"with tickets in subcategory %s", p.Subcategory}, {"with tickets held by %s", p.AssignmentGroup},
	} {
		if f.value != "" {
			parts = append(parts, w.Text(f.text, f.value))
		}
	}
	if len(parts) == 0 {
		return w.Text("of the whole desk")
	}
	return strings.Join(parts, " ")
}

// Ask says what the owning team is asked to do and by when; "" if nothing is
// asked.
func (w Writer) Ask(p *result.Pattern) string {
	team, by := p.Owner.Team, w.Date(p.Due)
	switch p.Ask {
	case result.AskNobody:
		return w.Text("Nobody owns this. Name an owner for it by %s, who then confirms or refutes the cause.", by)
	case result.AskAgree:
		return w.Text("%s: almost as much speaks for %s as for you. Agree by %s which of you takes over the root cause, or say "+
			"why neither does: declined with a reason, known, belongs to another team, or fixed on a date.", team, p.Owner.Alternative, by)
	case result.AskWhether:
		return w.Text("%s: it is not sure that this is yours. Say by %s whether you take over the root cause, or why not: declined "+
			"with a reason, known, belongs to another team, or fixed on a date.", team, by)
	case result.AskTakeOver:
		return w.Text("%s: take over the root cause, or say by %s why not: declined with a reason, known, "+
			"belongs to another team, or fixed on a date.", team, by)
	}
	return ""
}
