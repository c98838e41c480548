package reports

import (
	"fmt"
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
	"ticketpatterns/reports/words"
)

// escalation is a pattern that is handed to another tool, in the words of a
// language.
type escalation struct {
	*result.Pattern
	w words.Writer
}

// record writes a whole escalation as plain lines, for the main text of a
// problem record, which shows no markup: what it means for the people and what is
// asked first, then the technical part. The list of tickets comes last, as a
// record may cut its end off.
func (e escalation) record() string {
	var b strings.Builder
	b.WriteString(e.Statement + "\n")
	if e.Ask != "" {
		b.WriteString("\n" + e.w.Text("Asked:") + " " + strings.TrimSpace(e.Ask+" "+e.w.AnswerBy(e.Pattern)) + "\n")
	}
	section := func(title say.English, lines []string) {
		if len(lines) > 0 {
			b.WriteString("\n" + e.w.Text(title) + "\n")
		}
		for _, line := range lines {
			b.WriteString("- " + words.OneLine(line) + "\n")
		}
	}
	section("What it means", e.meaning())
	section("Why it is escalated", e.criteriaTexts())
	section("Owner of the root cause", e.ownerLines())
	section("In people's own words", e.quotes())
	section("What was tried so far", slices.Concat(e.done(), e.workarounds(), e.once()))
	section("How its tickets were passed on", e.ways())
	section("Cause", e.causeLines())
	section("Numbers", e.numbers())
	section("What does not fit", e.w.Misfits(e.Pattern))
	section("History", e.history())
	section("Tickets", []string{strings.Join(e.Tickets, ", "), e.w.Text("Pattern %s, issue %s.", e.ID, e.IssueID)})
	return b.String()
}

func (e escalation) meaning() []string {
	lines := []string{
		e.w.Text("People held up: %s", e.w.Requesters(e.Pattern)),
		e.w.Text("Working hours lost: %s.", e.w.HoursLost(e.Impact)) + " " + e.w.HoursHow(e.Impact),
		e.w.Text("Since: %s", e.w.Known(e.Pattern)),
		e.w.Text("Handling: %s", e.w.Handling(e.Impact, len(e.Tickets))),
	}
	if len(e.Impact.Priorities) > 0 {
		lines = append(lines, e.w.Text("Priority: %s", e.w.Counts(e.Impact.Priorities)))
	}
	return lines
}

// criteriaTexts quotes each criterion with the values that decided it.
func (e escalation) criteriaTexts() []string {
	out := make([]string, len(e.Criteria))
	for i, c := range e.Criteria {
		out[i] = c.Text
		if len(c.Values) > 0 {
			out[i] += " (" + e.w.Values(c) + ")"
		}
	}
	return out
}

func (e escalation) ownerLines() []string {
	o := e.Owner
	lines := []string{e.w.Text("Nobody owns this: a known gap.") + " " + o.Reason}
	if !o.Gap {
		lines[0] = e.w.OwnerName(o) + ". " + o.Reason + " " + e.w.Text("Confidence %s.", e.w.Percent(o.Confidence))
	}
	if o.Alternative != "" {
		lines = append(lines, e.w.Text("It could also be %s.", o.Alternative))
	}
	if m := e.w.Mandate(o); m != "" {
		lines = append(lines, m)
	}
	return lines
}

func (e escalation) quotes() []string {
	var lines []string
	for _, quote := range words.Quotable(e.Pattern) {
		lines = append(lines, quote.ID+", "+e.w.Date(quote.Opened)+": "+quote.Subject+" "+quote.Description)
	}
	return lines
}

// done says how much the help desk finished, and where it is known already.
func (e escalation) done() []string {
	out := []string{e.w.Finished(e.Pattern)}
	if linked := e.w.Linked(e.Tried); linked != "" {
		out = append(out, linked)
	}
	return out
}

func (e escalation) workarounds() []string {
	out := make([]string, len(e.Workaround))
	for i, workaround := range e.Workaround {
		out[i] = workaround.Text + " (" + e.w.Used(workaround, e.Pattern) + ")"
	}
	return out
}

// once lists the notes of what was tried in one ticket only.
func (e escalation) once() []string {
	out := make([]string, len(e.Tried.Notes))
	for i, n := range e.Tried.Notes {
		out[i] = e.w.Text("Once, in %s:", n.Ticket) + " " + n.Text
	}
	return out
}

func (e escalation) ways() []string {
	out := make([]string, len(e.Paths))
	for i, way := range e.Paths {
		out[i] = e.w.Way(way) + " (" + e.w.Tickets(len(way.Tickets)) + ")"
	}
	return out
}

func (e escalation) causeNotes() string {
	notes := e.w.Text("Hypothesis: %s", e.w.Hypothesis(e.Cause))
	if e.Cause.Check != "" {
		notes += " " + e.w.Text("To confirm or refute it: %s", e.Cause.Check)
	}
	return text(notes)
}

func (e escalation) causeLines() []string {
	lines := []string{e.causeNotes()}
	for _, line := range e.Cause.Evidence {
		lines = append(lines, fmt.Sprintf("%s (%d)", line.What, line.Count))
	}
	for _, c := range words.OtherChanges(e.Pattern) {
		lines = append(lines, e.w.Text("also changed around that time: %s, %s, %s", e.w.Date(c.Day), c.ID, c.Summary))
	}
	return lines
}

// evidence lists what was seen, and what speaks for the owner and the cause.
func (e escalation) evidence() []string {
	out := []string{e.w.SeenExpected(e.Pattern) + ", " + e.w.Requesters(e.Pattern)}
	for _, line := range slices.Concat(e.Owner.Evidence, e.Cause.Evidence) {
		out = append(out, fmt.Sprintf("%s (%d)", line.What, line.Count))
	}
	return out
}

func (e escalation) numbers() []string {
	lines := []string{e.w.Text("Where: %s", e.w.Where(e.Pattern)), e.w.Text("Seen: %s, %s", e.w.SeenExpected(e.Pattern), e.w.Span(e.Window))}
	if weeks := e.w.LastWeeks(e.Pattern); weeks != "" {
		lines = append(lines, e.w.Text("Tickets in the last weeks, this one last: %s", weeks))
	}
	for _, s := range e.Shares {
		lines = append(lines, e.w.Text("In common: %d of %d have %s %s (%s in the whole export)", s.Count, s.Of, e.w.Field(s.Field), s.Value, e.w.Tickets(s.Desk)))
	}
	return lines
}

// history lists since when it stands as it does and what happened on which day.
func (e escalation) history() []string {
	var out []string
	for _, line := range []string{e.w.Stands(e.Pattern), e.Standing.Reason} {
		if line != "" {
			out = append(out, line)
		}
	}
	for _, event := range e.History {
		out = append(out, e.w.Date(event.Day)+": "+event.What)
	}
	return out
}
