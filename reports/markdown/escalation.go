package markdown

import (
	"fmt"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

func writeAsk(b *strings.Builder, p *result.Pattern) {
	if p.Ask == "" {
		return
	}
	fmt.Fprintf(b, "\n**Asked:** %s", escape(p.Ask))
	if by := words.AnswerBy(p); by != "" {
		fmt.Fprintf(b, " **%s**", by)
	}
	b.WriteString("\n")
	if p.Standing.Reason != "" {
		fmt.Fprintf(b, "\n%s\n", escape(p.Standing.Reason))
	}
}

// writeMeaning says in business terms what a pattern means for the people.
func writeMeaning(b *strings.Builder, p *result.Pattern) {
	b.WriteString("\n### What it means\n\n")
	fmt.Fprintf(b, "- People held up: %s\n", words.Requesters(p))
	fmt.Fprintf(b, "- Working hours lost: %s. %s\n", words.HoursLost(p.Impact), words.HoursHow(p.Impact))
	fmt.Fprintf(b, "- Since: %s\n", words.Known(p))
	fmt.Fprintf(b, "- Handling: %s", words.Handling(p.Impact, len(p.Tickets)))
	if len(p.Impact.Priorities) > 0 {
		fmt.Fprintf(b, "; priority %s", escape(words.Counts(p.Impact.Priorities)))
	}
	b.WriteString("\n")
	if s := words.Stands(p); s != "" {
		fmt.Fprintf(b, "- Status: %s\n", escape(s))
	}
	if p.Standing.Reason != "" {
		fmt.Fprintf(b, "- %s\n", escape(p.Standing.Reason))
	}
}

func writeNumbers(b *strings.Builder, p *result.Pattern) {
	b.WriteString("\n### Numbers\n\n")
	fmt.Fprintf(b, "- Where: %s\n", scopes(p))
	fmt.Fprintf(b, "- Seen: %s, %s; %s\n", words.SeenExpected(p), words.Requesters(p), words.Span(p.Window))
	if weeks := words.LastWeeks(p); weeks != "" {
		fmt.Fprintf(b, "- Tickets in the last weeks, this one last: %s\n", weeks)
	}
	for _, s := range p.Spread {
		fmt.Fprintf(b, "- %s: %s\n", words.Capital(escape(words.Field(s.Field))), places(s))
	}
	for _, s := range p.Shares {
		fmt.Fprintf(b, "- In common: %d of %d have %s %s (%s in the whole export)\n",
			s.Count, s.Of, escape(words.Field(s.Field)), code(s.Value), words.Tickets(s.Desk))
	}
}

// places writes where tickets come from, against the desk.
func places(s result.Spread) string {
	parts := make([]string, len(s.Values))
	for i, v := range s.Values {
		parts[i] = fmt.Sprintf("%s %d of %d (of all tickets %s)", code(v.Value), v.Count, s.Of, words.Percent(v.DeskShare))
	}
	text := strings.Join(parts, ", ")
	if s.Others > 0 {
		text += " and " + words.Count(s.Others, "other", "others")
	}
	return text
}

func scopes(p *result.Pattern) string {
	var parts []string
	for _, s := range words.Scopes(p) {
		parts = append(parts, escape(s.Field)+" "+code(s.Value))
	}
	if len(parts) == 0 {
		return "everywhere"
	}
	return strings.Join(parts, ", ")
}

func writeCriteria(b *strings.Builder, p *result.Pattern) {
	if len(p.Criteria) == 0 {
		return
	}
	b.WriteString("\n### Why it is escalated\n\n")
	for _, c := range p.Criteria {
		fmt.Fprintf(b, "- %s", escape(c.Text))
		if len(c.Values) > 0 {
			fmt.Fprintf(b, " (%s)", escape(words.Values(c)))
		}
		b.WriteString("\n")
	}
}

func writeExceptions(b *strings.Builder, exceptions []result.Exception) {
	if len(exceptions) == 0 {
		return
	}
	b.WriteString("\n### Written exceptions that apply\n\n")
	for _, e := range exceptions {
		fmt.Fprintf(b, "- %s\n", escape(words.Exception(e)))
	}
}

func writeOwner(b *strings.Builder, p *result.Pattern) {
	o := p.Owner
	b.WriteString("\n### Owner of the root cause\n\n")
	if o.Gap {
		fmt.Fprintf(b, "Nobody owns this: a gap in %s. %s\n", escape(functionName(o)), escape(o.Reason))
	} else {
		fmt.Fprintf(b, "**%s**%s, for %s. %s Confidence %s.\n", escape(o.Team), bracket(o.Contact),
			escape(functionName(o)), escape(o.Reason), words.Percent(o.Confidence))
	}
	if o.Alternative != "" {
		fmt.Fprintf(b, "It could also be %s.\n", escape(o.Alternative))
	}
	if m := words.Mandate(o); m != "" {
		fmt.Fprintf(b, "%s\n", escape(m))
	}
	writeEvidence(b, o.Evidence)
}

func functionName(o result.Owner) string {
	if o.Function == "" {
		return "an unnamed function"
	}
	return o.Function
}

func bracket(s string) string {
	if s == "" {
		return ""
	}
	return " (" + code(s) + ")"
}

func writeCause(b *strings.Builder, p *result.Pattern) {
	fmt.Fprintf(b, "\n### Cause: a hypothesis\n\n%s\n", escape(words.Hypothesis(p.Cause)))
	if p.Cause.Check != "" {
		fmt.Fprintf(b, "To confirm or refute it: %s\n", escape(p.Cause.Check))
	}
	writeEvidence(b, p.Cause.Evidence)
}

func writeChanges(b *strings.Builder, changes []result.Change) {
	if len(changes) == 0 {
		return
	}
	b.WriteString("\n### What else was changed around that time\n\nNone of these need be the cause.\n\n")
	for _, c := range changes {
		fmt.Fprintf(b, "- %s: %s, %s\n", words.Date(c.Day), code(c.ID), escape(c.Summary))
	}
}

func writeEvidence(b *strings.Builder, evidence []result.Evidence) {
	if len(evidence) == 0 {
		return
	}
	b.WriteString("\n")
	for _, e := range evidence {
		fmt.Fprintf(b, "- %s (%d", escape(e.What), e.Count)
		if len(e.Tickets) > 0 {
			fmt.Fprintf(b, ": %s", ids(e.Tickets))
		}
		b.WriteString(")\n")
	}
}

func writeExemplars(b *strings.Builder, p *result.Pattern) {
	quotes := words.Quotable(p)
	if len(quotes) == 0 {
		return
	}
	b.WriteString("\n### In people's own words\n")
	for _, e := range quotes {
		fmt.Fprintf(b, "\n%s, %s\n\n", code(e.ID), words.Date(e.Opened))
		text := e.Subject
		if e.Description != "" {
			text += "\n" + e.Description
		}
		b.WriteString(block(text))
	}
}

func writeTried(b *strings.Builder, p *result.Pattern) {
	fmt.Fprintf(b, "\n### What was tried so far\n\n%s\n", words.Finished(p))
	if linked := words.Linked(p.Tried); linked != "" {
		fmt.Fprintf(b, "%s\n", escape(linked))
	}
	for _, w := range p.Workaround {
		fmt.Fprintf(b, "\n%s:\n\n%s", words.Used(w, p), block(w.Text))
	}
	for _, n := range p.Tried.Notes {
		fmt.Fprintf(b, "\nOnce, in %s:\n\n%s", code(n.Ticket), block(n.Text))
	}
}

func writePaths(b *strings.Builder, p *result.Pattern) {
	if len(p.Paths) == 0 {
		return
	}
	b.WriteString("\n### How its tickets were passed on\n\n")
	for _, way := range p.Paths {
		fmt.Fprintf(b, "- %s (%s: %s)\n", escape(words.Way(way)), words.Tickets(len(way.Tickets)), ids(way.Tickets))
	}
}

func writeMisfits(b *strings.Builder, misfits []string) {
	b.WriteString("\n### What does not fit\n\n")
	if len(misfits) == 0 {
		b.WriteString(string(words.NoMisfit) + "\n")
	}
	for _, m := range misfits {
		fmt.Fprintf(b, "- %s\n", escape(m))
	}
}

func writeHistory(b *strings.Builder, p *result.Pattern) {
	if len(p.History) == 0 {
		return
	}
	b.WriteString("\n### History\n\n")
	for _, e := range p.History {
		fmt.Fprintf(b, "- %s: %s\n", words.Date(e.Day), escape(e.What))
	}
}

func writeTickets(b *strings.Builder, p *result.Pattern) {
	fmt.Fprintf(b, "\n### Tickets\n\n%s\n\np %s, q %s.\n", allIDs(p.Tickets),
		words.Probability(p.PValue), words.Probability(p.QValue))
	if chance := words.MayBeChance(p); chance != "" {
		fmt.Fprintf(b, "\n%s\n", chance)
	}
}
