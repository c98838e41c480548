package reports

import (
	"fmt"
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// record writes a whole escalation as plain lines, for the main text of a
// problem record, which shows no markup: what it means for the people and what is
// asked first, then the technical part. The list of tickets comes last, as a
// record may cut its end off.
func record(p *result.Pattern) string {
	var b strings.Builder
	b.WriteString(p.Statement + "\n")
	if p.Ask != "" {
		b.WriteString("\nAsked: " + strings.TrimSpace(p.Ask+" "+words.AnswerBy(p)) + "\n")
	}
	section(&b, "What it means", meaning(p))
	section(&b, "Why it is escalated", criteriaTexts(p))
	section(&b, "Owner of the root cause", ownerLines(p))
	section(&b, "In people's own words", quotes(p))
	section(&b, "What was tried so far", slices.Concat(done(p), workarounds(p), once(p)))
	section(&b, "How its tickets were passed on", ways(p))
	section(&b, "Cause", causeLines(p))
	section(&b, "Numbers", numbers(p))
	section(&b, "What does not fit", misfits(p))
	section(&b, "History", history(p))
	section(&b, "Tickets", []string{strings.Join(p.Tickets, ", "), "Pattern " + p.ID + ", issue " + p.IssueID + "."})
	return b.String()
}

func section(b *strings.Builder, title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	b.WriteString("\n" + title + "\n")
	for _, line := range lines {
		b.WriteString("- " + words.OneLine(line) + "\n")
	}
}

func meaning(p *result.Pattern) []string {
	lines := []string{
		"People held up: " + words.Requesters(p),
		strings.TrimSpace("Working hours lost: " + words.HoursLost(p.Impact) + ". " + words.HoursHow(p.Impact)),
		"Since: " + words.Known(p),
		"Handling: " + words.Handling(p.Impact, len(p.Tickets)),
	}
	if len(p.Impact.Priorities) > 0 {
		lines = append(lines, "Priority: "+words.Counts(p.Impact.Priorities))
	}
	return lines
}

func ownerLines(p *result.Pattern) []string {
	o := p.Owner
	lines := []string{"Nobody owns this: a known gap. " + o.Reason}
	if !o.Gap {
		lines[0] = fmt.Sprintf("%s. %s Confidence %s.", words.OwnerName(o), o.Reason, words.Percent(o.Confidence))
	}
	if o.Alternative != "" {
		lines = append(lines, "It could also be "+o.Alternative+".")
	}
	if m := words.Mandate(o); m != "" {
		lines = append(lines, m)
	}
	return lines
}

func quotes(p *result.Pattern) []string {
	var lines []string
	for _, e := range words.Quotable(p) {
		lines = append(lines, e.ID+", "+words.Date(e.Opened)+": "+e.Subject+" "+e.Description)
	}
	return lines
}

func causeLines(p *result.Pattern) []string {
	lines := []string{causeNotes(p)}
	for _, e := range p.Cause.Evidence {
		lines = append(lines, fmt.Sprintf("%s (%d)", e.What, e.Count))
	}
	for _, c := range words.OtherChanges(p) {
		lines = append(lines, fmt.Sprintf("also changed around that time: %s, %s, %s", words.Date(c.Day), c.ID, c.Summary))
	}
	return lines
}

func numbers(p *result.Pattern) []string {
	lines := []string{"Where: " + words.Where(p), "Seen: " + words.SeenExpected(p) + ", " + words.Span(p.Window)}
	if weeks := words.LastWeeks(p); weeks != "" {
		lines = append(lines, "Tickets in the last weeks, this one last: "+weeks)
	}
	for _, s := range p.Shares {
		lines = append(lines, fmt.Sprintf("In common: %d of %d have %s %s (%s in the whole export)", s.Count, s.Of, words.Field(s.Field), s.Value, words.Tickets(s.Desk)))
	}
	return lines
}
