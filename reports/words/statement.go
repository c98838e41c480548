package words

import (
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
)

// Statement says who reported what, where, since when, and what is usual.
func (w Writer) Statement(p *result.Pattern) string {
	if p.Kind == result.MajorIncident {
		return strings.TrimSpace(w.when(p, w.whoOpened(p)) + " " + w.usually(p) + " " + w.symptoms(p.Symptoms))
	}
	clause := w.whoReports(p)
	if p.Kind == result.Chronic {
		return w.Count(p.WindowDays/7, "%[2]s, week after week, in the last %[1]d week.", "%[2]s, week after week, in the last %[1]d weeks.", clause)
	}
	return w.when(p, clause) + " " + w.usually(p)
}

// stillDays is how long ago the last ticket may be for a pattern to go on.
const stillDays = 7

func (w Writer) when(p *result.Pattern, clause string) string {
	first, last := w.Date(p.FirstTicket), w.Date(p.LastTicket)
	over := w.today != "" && p.LastTicket.Time().AddDate(0, 0, stillDays).Before(w.today.Time())
	switch {
	case p.FirstTicket == p.LastTicket:
		return w.Text("%s on %s.", clause, first)
	case over:
		return w.Text("%s between %s and %s.", clause, first, last)
	}
	return w.Text("%s since %s.", clause, first)
}

// usually says how many tickets are usual.
func (w Writer) usually(p *result.Pattern) string {
	switch {
	case p.Expected == nil:
		return w.Text("There is no baseline yet, so it is not known how many are usual.")
	case p.Wave != nil:
		return w.usuallyThen(p)
	case *p.Expected < noneBelow:
		return w.Text("Usually nobody does.")
	}
	return w.Text("Usually it is %s.", w.usualTickets(*p.Expected))
}

// noneBelow is the expected number of tickets that people call none.
const noneBelow = 0.5

func (w Writer) usualTickets(expected float64) string {
	if w.Usual(expected) == w.Int(1) {
		return w.Tickets(1)
	}
	return w.Text("%s tickets", w.Usual(expected))
}

// whoReports is the clause that a statement begins with. The label is what one or
// some of the tickets say, so it is an example.
func (w Writer) whoReports(p *result.Pattern) string {
	switch tickets, where := len(p.Tickets), w.place(p); p.Requesters {
	case 0:
		return w.Count(tickets, "%d ticket%s reported problems such as “%s”", "%d tickets%s reported problems such as “%s”", where, p.Label)
	case tickets:
		return w.Count(p.Requesters, "%d person%s reported problems such as “%s”", "%d people%s reported problems such as “%s”", where, p.Label)
	default:
		return w.Count(p.Requesters, "%d person%s reported problems such as “%s” in %d tickets", "%d people%s reported problems such as “%s” in %d tickets", where, p.Label, tickets)
	}
}

// whoOpened is the clause that the statement of a major incident begins with.
func (w Writer) whoOpened(p *result.Pattern) string {
	if p.Requesters == 0 {
		return w.Count(len(p.Tickets), "%d ticket%s came in", "%d tickets%s came in", w.place(p))
	}
	return w.Count(p.Requesters, "%d person%s opened %s", "%d people%s opened %s", w.place(p), w.Tickets(len(p.Tickets)))
}

// namedSymptoms is how many symptoms of a major incident are named.
const namedSymptoms = 3

// symptoms says what the tickets of a major incident report; "" if no issue is known.
func (w Writer) symptoms(all []result.Symptom) string {
	if len(all) > 0 && !slices.ContainsFunc(all, func(s result.Symptom) bool { return s.Label != "" && s.Tickets > 1 }) {
		return w.Text("No two report the same.")
	}
	var parts []string
	more := 0
	for _, s := range all {
		switch {
		case s.Label == "":
			more += s.Tickets
		case len(parts) == namedSymptoms:
			more++
		default:
			parts = append(parts, w.Text("“%s” (%s)", s.Label, w.Int(s.Tickets)))
		}
	}
	switch list := strings.Join(parts, ", "); {
	case len(parts) == 0:
		return ""
	case more > 0:
		return w.Count(more, "They report %[2]s and %[1]d more.", "They report %[2]s and %[1]d more.", list)
	default:
		return w.Text("They report %s.", list)
	}
}

// place names the scope as it follows people or tickets in a sentence, with a space
// before it: " in Finance, Leeds (category Email)"; "" for the whole desk.
func (w Writer) place(p *result.Pattern) string {
	var in, of []string
	for _, v := range []string{p.Department, p.Location} {
		if v != "" {
			in = append(in, v)
		}
	}
	for _, f := range []result.FieldValue{
		{Field: "category", Value: p.Category}, {Field: "subcategory", Value: p.Subcategory}, {Field: "service", Value: p.Service},
		{Field: "configuration_item", Value: p.ConfigurationItem}, {Field: "assignment_group", Value: p.AssignmentGroup},
	} {
		if f.Value != "" {
			of = append(of, w.named(f.Field, f.Value))
		}
	}
	text := ""
	if len(in) > 0 {
		text = " " + w.Text("in %s", strings.Join(in, ", "))
	}
	if len(of) > 0 {
		text += " (" + strings.Join(of, ", ") + ")"
	}
	return text
}

// Ask says what the owning team is asked to do and by when; "" if nothing is
// asked.
func (w Writer) Ask(p *result.Pattern) string {
	team, by := w.Team(p.Owner.Team), w.Date(p.Due)
	switch p.Ask {
	case result.AskNobody:
		return w.Text("It is unowned. Name an owner by %s, who then confirms or refutes the cause.", by)
	case result.AskAgree:
		return w.Text("%s: almost as much speaks for %s. Agree by %s which of you takes over the root cause, or say "+
			"why neither does: declined, known, wrong owner or fixed.", team, w.Team(p.Owner.Alternative), by)
	case result.AskWhether:
		return w.Text("%s: it may not be yours. Say by %s whether you take over the root cause, or why not: declined, known, wrong owner or fixed.", team, by)
	case result.AskTakeOver:
		return w.Text("%s: take over the root cause, or say by %s why not: declined, known, wrong owner or fixed.", team, by)
	}
	return ""
}
