package words

import (
	"fmt"
	"strconv"
	"strings"

	"ticketpatterns/analyzer/result"
)

// HoursLost writes the working hours that a pattern cost at most.
func HoursLost(i result.Impact) string {
	if i.PersonHours == nil {
		return "unknown: the export does not say when tickets were resolved"
	}
	return "at most " + hours(*i.PersonHours)
}

// HoursHow says how the working hours lost were computed, and what is doubtful
// about them; "" where none were.
func HoursHow(i result.Impact) string {
	if i.PersonHours == nil {
		return ""
	}
	bound := "the hours of a working day"
	if i.HoursAtMost > 0 {
		bound = hours(i.HoursAtMost)
	}
	return "Each ticket counts from its opening to its end, an open one until now, with at most " + bound +
		". People may have done other work meanwhile, so it is an upper bound."
}

// Handling says how the tickets of a pattern were handled, in one line without
// its full stop.
func Handling(i result.Impact, tickets int) string {
	var parts []string
	if i.HoursMedian != nil {
		parts = append(parts, "half resolved within "+Duration(*i.HoursMedian))
	}
	open := "none still open"
	if i.Open > 0 {
		open = fmt.Sprintf("%s of %s still open", Int(i.Open), Int(tickets))
	}
	parts = append(parts, open)
	if i.Reassignments != nil {
		parts = append(parts, Count(*i.Reassignments, "reassignment", "reassignments"))
	}
	if i.Reopens != nil {
		parts = append(parts, Count(*i.Reopens, "reopening", "reopenings"))
	}
	if i.Breaches != nil {
		parts = append(parts, fmt.Sprintf("%s missed the agreed time (SLA)", Int(*i.Breaches)))
	}
	return strings.Join(parts, ", ")
}

// Counts writes names with their counts: "3 - Moderate 14, 2 - High 7".
func Counts(counts []result.Count) string {
	parts := make([]string, len(counts))
	for i, c := range counts {
		parts[i] = c.Name + " " + Int(c.Count)
	}
	return strings.Join(parts, ", ")
}

const weeksTold = 12 // of the weekly numbers

// LastWeeks writes the tickets of the last weeks, oldest first, and what is
// usual; "" where no weeks are known.
func LastWeeks(p *result.Pattern) string {
	last := p.Weekly[max(0, len(p.Weekly)-weeksTold):]
	if len(last) == 0 {
		return ""
	}
	numbers := make([]string, len(last))
	for i, n := range last {
		numbers[i] = strconv.Itoa(n)
	}
	text := strings.Join(numbers, ", ")
	if p.WeekLow != nil && p.WeekHigh != nil {
		usual := strconv.Itoa(*p.WeekLow)
		if *p.WeekLow != *p.WeekHigh {
			usual += " to " + strconv.Itoa(*p.WeekHigh)
		}
		text += " (nine usual weeks in ten: " + usual + ")"
	}
	return text
}

// Finished says how many tickets the help desk finished, and how many of them it
// noted something about.
func Finished(p *result.Pattern) string {
	done := fmt.Sprintf("The help desk finished %s of %s", Int(p.Tried.Finished), Tickets(len(p.Tickets)))
	switch {
	case !p.Tried.NotesKnown:
		return done + ". The export holds no notes of what helped."
	case p.Tried.Noted == 0:
		return done + " and noted about none what helped."
	case len(p.Workaround) == 0 && p.Tried.Noted > 1:
		return fmt.Sprintf("%s; %s a note of what was done, and no two say the same.", done, Count(p.Tried.Noted, "has", "have"))
	}
	return fmt.Sprintf("%s; %s a note of what was done.", done, Count(p.Tried.Noted, "has", "have"))
}

// Used says how often a workaround closed a ticket.
func Used(w result.Workaround, p *result.Pattern) string {
	if p.Tried.Noted > w.Count {
		return fmt.Sprintf("Closed %s of the %s tickets with a note", Int(w.Count), Int(p.Tried.Noted))
	}
	return "Closed " + Tickets(w.Count)
}

// Way writes the groups of a path: "Service Desk, then Network, then Storage".
func Way(p result.Path) string { return strings.Join(p.Groups, ", then ") }

// Linked names the problem records that tickets of a pattern are linked to; ""
// for none.
func Linked(t result.Tried) string {
	if len(t.Problems) == 0 {
		return ""
	}
	parts := make([]string, len(t.Problems))
	for i, c := range t.Problems {
		parts[i] = fmt.Sprintf("%s (%s)", c.Name, Tickets(c.Count))
	}
	return "Already linked to a problem record: " + strings.Join(parts, ", ") + "."
}

// NoMisfit says that nothing was found that does not fit.
const NoMisfit = "Nothing that the export holds speaks against one common cause."

// Stands says since when the pattern has its status and when it was first
// reported; "" where nothing is known of it.
func Stands(p *result.Pattern) string {
	s := p.Standing
	if s.Since == "" {
		return ""
	}
	text := Status(p.Status) + " since " + Date(s.Since)
	if s.FirstReported != "" && s.FirstReported != s.Since {
		text += ", first reported " + Date(s.FirstReported)
	}
	return text
}

// Known says since when people report a pattern's issue in this place.
func Known(p *result.Pattern) string {
	if p.FirstTicket == p.LastTicket {
		return Date(p.FirstTicket) + ", all on that day"
	}
	return Date(p.FirstTicket) + "; last ticket " + Date(p.LastTicket)
}

// weak is the confidence below which a hypothesis is called a weak one.
const weak = 0.2

// Hypothesis names the kind of cause, how sure that is, and the other kind that
// it could be.
func Hypothesis(c result.Cause) string {
	text := Capital(Cause(c.Kind))
	switch {
	case c.Confidence > 0 && c.Confidence < weak:
		text += " (weak: confidence " + Percent(c.Confidence) + ")"
	case c.Confidence > 0:
		text += " (confidence " + Percent(c.Confidence) + ")"
	}
	if c.Alternative != "" {
		text += ", or " + Cause(c.Alternative)
	}
	return text + "."
}

// Mandate says what the owner may decide alone and what needs others; "" where
// the owner map does not say.
func Mandate(o result.Owner) string {
	var parts []string
	if o.DecidesAlone != "" {
		parts = append(parts, "May decide alone: "+strings.TrimRight(o.DecidesAlone, ".")+".")
	}
	if o.NeedsOthers != "" {
		parts = append(parts, "Needs others for: "+strings.TrimRight(o.NeedsOthers, ".")+".")
	}
	return strings.Join(parts, " ")
}
