package words

import (
	"strings"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// HoursLost writes the estimate of the working hours that a pattern cost, as a span.
func (w Writer) HoursLost(i result.Impact) string {
	switch high, low := i.PersonHours, i.PersonHoursLow; {
	case high == nil:
		return w.Text("unknown: the export does not say when tickets were resolved")
	case low == nil:
		return w.Text("at most %s", w.Hours(*high))
	case w.Number(*low) == w.Number(*high):
		return w.Text("about %s", w.Hours(*high))
	default:
		return w.Text("%s to %s", w.Number(*low), w.Hours(*high))
	}
}

// HoursHow says how the hours lost were estimated; "" if they are unknown.
func (w Writer) HoursHow(i result.Impact) string {
	if i.PersonHours == nil {
		return ""
	}
	limit := w.Text("the hours of a working day")
	if i.HoursAtMost > 0 {
		limit = w.Hours(i.HoursAtMost)
	}
	if i.PersonHoursLow == nil { // a run of an earlier version
		return w.Text("An estimate: each ticket from opening to end, with at most %s.", limit)
	}
	return w.Count(i.HoursCapped, "An estimate: the desk's working hours from opening to end, at most %[2]s a ticket, which %[1]d ticket reaches. "+
		"The lower number counts each person once, with at most one working day. People may have done other work meanwhile.",
		"An estimate: the desk's working hours from opening to end, at most %[2]s a ticket, which %[1]d tickets reach. "+
			"The lower number counts each person once, with at most one working day. People may have done other work meanwhile.", limit)
}

// Handling says how the tickets of a pattern were handled, in one line without
// its full stop.
func (w Writer) Handling(i result.Impact, tickets int) string {
	var parts []string
	if i.HoursMedian != nil {
		parts = append(parts, w.Text("median time to resolve %s", w.Duration(*i.HoursMedian)))
	}
	if i.Open > 0 {
		parts = append(parts, w.Text("%d of %d still open", i.Open, tickets))
	} else if i.HoursMedian != nil { // without an end nothing is known of what is open
		parts = append(parts, w.Text("none still open"))
	}
	if i.Reassignments != nil {
		parts = append(parts, w.Count(*i.Reassignments, "%d reassignment", "%d reassignments"))
	}
	if i.Reopens != nil {
		parts = append(parts, w.Count(*i.Reopens, "%d reopening", "%d reopenings"))
	}
	if i.Breaches != nil {
		parts = append(parts, w.Text("%d missed the SLA", *i.Breaches))
	}
	if len(parts) == 0 {
		return w.Text("unknown")
	}
	return strings.Join(parts, ", ")
}

// Counts writes names with their counts: "3 - Moderate 14, 2 - High 7".
func (w Writer) Counts(counts []result.Count) string {
	parts := make([]string, len(counts))
	for i, c := range counts {
		parts[i] = c.Name + " " + w.Int(c.Count)
	}
	return strings.Join(parts, ", ")
}

const weeksTold = 12 // of the weekly numbers

// LastWeeks writes the tickets of the last weeks, oldest first, and what is
// usual; "" where no weeks are known.
func (w Writer) LastWeeks(p *result.Pattern) string {
	last := p.Weekly[max(0, len(p.Weekly)-weeksTold):]
	numbers := make([]string, len(last))
	for i, n := range last {
		numbers[i] = w.Int(n)
	}
	text := strings.Join(numbers, ", ")
	switch low, high := p.WeekLow, p.WeekHigh; {
	case text == "" || low == nil || high == nil:
		return text
	case *low == *high:
		return w.Text("%s (usual: %d)", text, *low)
	default:
		return w.Text("%s (usual: %d to %d)", text, *low, *high)
	}
}

// Finished says how many tickets the help desk resolved, and for how many of them
// it noted what it did.
func (w Writer) Finished(p *result.Pattern) string {
	finished, tickets := p.Tried.Finished, w.Tickets(len(p.Tickets))
	switch {
	case !p.Tried.NotesKnown:
		return w.Text("The help desk resolved %d of %s. The export holds no notes on what helped.", finished, tickets)
	case p.Tried.Noted == 0:
		return w.Text("The help desk resolved %d of %s. No note says what helped.", finished, tickets)
	case len(p.Workaround) == 0 && p.Tried.Noted > 1:
		return w.Text("The help desk resolved %d of %s. %d have a note, and no two notes say the same.", finished, tickets, p.Tried.Noted)
	}
	return w.Count(p.Tried.Noted, "The help desk resolved %[2]d of %[3]s. %[1]d has a note on what helped.",
		"The help desk resolved %[2]d of %[3]s. %[1]d have a note on what helped.", finished, tickets)
}

// Used says how often a workaround closed a ticket.
func (w Writer) Used(workaround result.Workaround, p *result.Pattern) string {
	if p.Tried.Noted > workaround.Count {
		return w.Text("Closed %d of the %d tickets with a note", workaround.Count, p.Tried.Noted)
	}
	return w.Count(workaround.Count, "Closed %d ticket", "Closed %d tickets")
}

// Way writes the groups of a reassignment path: "Service Desk, then Network, then Storage".
func (w Writer) Way(p result.Path) string { return strings.Join(p.Groups, w.Text(", then ")) }

// Linked names the problem records that tickets of a pattern are linked to; ""
// for none.
func (w Writer) Linked(t result.Tried) string {
	if len(t.Problems) == 0 {
		return ""
	}
	parts := make([]string, len(t.Problems))
	for i, c := range t.Problems {
		parts[i] = c.Name + " (" + w.Tickets(c.Count) + ")"
	}
	return w.Text("Already linked to a problem record: %s.", strings.Join(parts, ", "))
}

// NoMisfit says that no ticket contradicts a common cause.
const NoMisfit i18n.English = "Nothing in the export speaks against one common cause."

// Misfits lists what contradicts a common cause, and the other patterns that share
// tickets. It names those by id only: a record that is handed on must not tell one
// team another's findings.
func (w Writer) Misfits(p *result.Pattern) []string {
	var lines []string
	for _, m := range p.Misfits {
		lines = append(lines, w.Misfit(m))
	}
	for _, o := range p.Overlaps {
		lines = append(lines, w.Count(o.Tickets, "%d of %d tickets is also in pattern %s", "%d of %d tickets are also in pattern %s", o.Of, o.PatternID))
	}
	if n := len(p.Perhaps); n > 0 {
		lines = append(lines, w.Count(n, "%d more ticket perhaps belongs here and is not counted: %s", "%d more tickets perhaps belong here and are not counted: %s", strings.Join(p.Perhaps, ", ")))
	}
	if len(lines) == 0 {
		return []string{w.Text(NoMisfit)}
	}
	return lines
}

// Stands says since when the pattern has its status and when it was first
// reported; "" where nothing is known of it.
func (w Writer) Stands(p *result.Pattern) string {
	s := p.Standing
	switch status := w.Status(p.Status); {
	case s.Since == "":
		return ""
	case p.Status == result.StatusNew: // its day is that of the first ticket
		return w.Text("new, first reported %s", w.Date(s.FirstReported))
	case s.FirstReported == "" || s.FirstReported == s.Since:
		return w.Text("%s since %s", status, w.Date(s.Since))
	default:
		return w.Text("%s since %s, first reported %s", status, w.Date(s.Since), w.Date(s.FirstReported))
	}
}

// Known says since when people report a pattern's issue in this place.
func (w Writer) Known(p *result.Pattern) string {
	first := Since(p, w.issues)
	if first == p.LastTicket {
		return w.Text("%s, all on that day", w.Date(first))
	}
	return w.Text("%s; last ticket %s", w.Date(first), w.Date(p.LastTicket))
}

// weak is the confidence below which a hypothesis is called a weak one.
const weak = 0.2

// Hypothesis names the kind of cause, how sure that is, and the other kind that
// it could be.
func (w Writer) Hypothesis(c result.Cause) string {
	text := Capital(w.Cause(c.Kind))
	switch {
	case c.Confidence > 0 && c.Confidence < weak:
		text = w.Text("%s (weak: confidence %s)", text, w.Percent(c.Confidence))
	case c.Confidence > 0:
		text = w.Text("%s (confidence %s)", text, w.Percent(c.Confidence))
	}
	if c.Alternative != "" {
		text = w.Text("%s, or %s", text, w.Cause(c.Alternative))
	}
	return text + "."
}
