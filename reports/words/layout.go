package words

import (
	"fmt"
	"slices"
	"strings"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// SectionCode names a part of the record of an escalation, the same in every
// language.
type SectionCode string

// The parts of a record.
const (
	SectionStatement  SectionCode = "statement"  // what was seen, in a sentence; no heading
	SectionAsk        SectionCode = "ask"        // what its owner is asked, and until when; no heading
	SectionMeaning    SectionCode = "meaning"    // what it means for the people
	SectionCriteria   SectionCode = "criteria"   // why it is escalated
	SectionUnasked    SectionCode = "unasked"    // criteria that it meets, though it is not escalated
	SectionExceptions SectionCode = "exceptions" // criteria that do not count
	SectionOwner      SectionCode = "owner"
	SectionQuotes     SectionCode = "quotes" // what people wrote
	SectionTried      SectionCode = "tried"  // how it was dealt with
	SectionPaths      SectionCode = "paths"  // from group to group
	SectionCause      SectionCode = "cause"
	SectionHypothesis SectionCode = "hypothesis" // the cause, apart from other changes
	SectionChanges    SectionCode = "changes"    // what the cause does not name
	SectionNumbers    SectionCode = "numbers"
	SectionMisfits    SectionCode = "misfits" // what speaks against one cause
	SectionHistory    SectionCode = "history"
	SectionTickets    SectionCode = "tickets"
)

// headings stand over the parts of a record in every output.
var headings = map[SectionCode]i18n.English{
	SectionMeaning:    "What it means",
	SectionCriteria:   "Why it is escalated",
	SectionUnasked:    "What it would have been escalated for",
	SectionExceptions: "Written exceptions that apply",
	SectionOwner:      "Owner",
	SectionQuotes:     "In people's own words",
	SectionTried:      "What was tried so far",
	SectionPaths:      "How its tickets were reassigned",
	SectionCause:      "Cause",
	SectionHypothesis: "Cause: a hypothesis",
	SectionChanges:    "Other changes at that time",
	SectionNumbers:    "Numbers",
	SectionMisfits:    "What does not fit",
	SectionHistory:    "History",
	SectionTickets:    "Tickets",
}

// Heading returns what stands over a part of a record; "" over those that need
// nothing.
func (w Writer) Heading(code SectionCode) string {
	if heading, ok := headings[code]; ok {
		return w.Text(heading)
	}
	return ""
}

// Section is one part of the record of an escalation.
type Section struct {
	Code    SectionCode
	Heading string   // "" where the lines stand alone
	Lines   []string // plain text, not cleaned; at least one
}

// Layout is the order of the parts of a record in every output: first what it means
// for the people and what is asked, then the technical part. The tickets come last,
// as a tool may cut off the end of a long text. An output may leave parts out.
var Layout = []SectionCode{
	SectionStatement, SectionAsk, SectionMeaning, SectionCriteria, SectionUnasked, SectionExceptions, SectionOwner, SectionQuotes, SectionTried,
	SectionPaths, SectionCause, SectionHypothesis, SectionChanges, SectionNumbers, SectionMisfits, SectionHistory, SectionTickets,
}

// Record lays out what is known of p as plain text, in the order of [Layout]. Parts
// that hold nothing are left out.
func (w Writer) Record(p *result.Pattern) []Section {
	lines := map[SectionCode][]string{
		SectionStatement: {w.Statement(p)},
		SectionAsk:       w.askLines(p),
		SectionMeaning:   slices.Concat(w.MeaningLines(p), w.priorityLines(p)),
		SectionOwner:     w.ownerLines(p),
		SectionQuotes:    w.quoteLines(p),
		SectionTried:     slices.Concat(w.HandledLines(p), w.WorkaroundLines(p), w.NoteLines(p)),
		SectionPaths:     w.PathLines(p),
		SectionCause:     w.CauseLines(p),
		SectionNumbers:   w.numberLines(p),
		SectionMisfits:   w.Misfits(p),
		SectionHistory:   w.HistoryLines(p),
		SectionTickets:   {strings.Join(p.Tickets, ", "), w.Text("Pattern %s, issue %s.", p.ID, p.IssueID)},
	}
	if p.Escalate {
		lines[SectionCriteria] = w.CriteriaLines(p)
	} else {
		lines[SectionUnasked] = w.CriteriaLines(p)
	}
	var out []Section
	for _, code := range Layout {
		if len(lines[code]) > 0 {
			out = append(out, Section{code, w.Heading(code), lines[code]})
		}
	}
	return out
}

func (w Writer) askLines(p *result.Pattern) []string {
	if p.Ask == "" {
		return nil
	}
	return []string{w.Text("Asked:") + " " + w.Ask(p)}
}

// MeaningLines say what a pattern means for the people and the help desk: who is
// affected, the hours lost, since when, and last how its tickets are handled.
func (w Writer) MeaningLines(p *result.Pattern) []string {
	return []string{
		w.Text("People affected: %s", w.Requesters(p)),
		strings.TrimSpace(w.Text("Hours lost: %s.", w.HoursLost(p.Impact)) + " " + w.HoursHow(p.Impact)),
		w.Text("Since: %s", w.Known(p)),
		w.Text("Handling: %s", w.Handling(p.Impact, len(p.Tickets))),
	}
}

func (w Writer) priorityLines(p *result.Pattern) []string {
	if len(p.Impact.Priorities) == 0 {
		return nil
	}
	return []string{w.Text("Priority: %s", w.Counts(p.Impact.Priorities))}
}

// CriteriaLines quote each criterion with the values that decided it.
func (w Writer) CriteriaLines(p *result.Pattern) []string {
	out := make([]string, len(p.Criteria))
	for i, c := range p.Criteria {
		out[i] = w.Criterion(c)
		if len(c.Values) > 0 {
			out[i] += " (" + w.Values(c) + ")"
		}
	}
	return out
}

func (w Writer) ownerLines(p *result.Pattern) []string {
	o := p.Owner
	lines := []string{w.Text("Unowned.") + " " + w.OwnerReason(o)}
	if !o.Gap {
		lines[0] = w.OwnerName(o) + ". " + w.OwnerReason(o) + " " + w.Strength(o)
	}
	if o.Alternative != "" {
		lines = append(lines, w.Text("It could also be %s.", w.Team(o.Alternative)))
	}
	if m := w.Mandate(o); m != "" {
		lines = append(lines, m)
	}
	return lines
}

func (w Writer) quoteLines(p *result.Pattern) []string {
	var lines []string
	for _, quote := range Quotable(p) {
		lines = append(lines, quote.ID+", "+w.Date(quote.Opened)+": "+quote.Subject+" "+quote.Description)
	}
	return lines
}

// HandledLines say how much the help desk finished, and where it is known already.
func (w Writer) HandledLines(p *result.Pattern) []string {
	out := []string{w.Finished(p)}
	if linked := w.Linked(p.Tried); linked != "" {
		out = append(out, linked)
	}
	return out
}

// WorkaroundLines are what closed tickets before, with how often it did.
func (w Writer) WorkaroundLines(p *result.Pattern) []string {
	out := make([]string, len(p.Workaround))
	for i, workaround := range p.Workaround {
		out[i] = workaround.Text + " (" + w.Used(workaround, p) + ")"
	}
	return out
}

// NoteLines are the notes of what was tried in one ticket only.
func (w Writer) NoteLines(p *result.Pattern) []string {
	out := make([]string, len(p.Tried.Notes))
	for i, n := range p.Tried.Notes {
		out[i] = w.Text("Once, in %s:", n.Ticket) + " " + n.Text
	}
	return out
}

// PathLines are the ways of tickets from group to group, with how many took each.
func (w Writer) PathLines(p *result.Pattern) []string {
	out := make([]string, len(p.Paths))
	for i, way := range p.Paths {
		out[i] = w.Way(way) + " (" + w.Tickets(len(way.Tickets)) + ")"
	}
	return out
}

// CauseNotes name the hypothesis of the cause and how to confirm or refute it.
func (w Writer) CauseNotes(p *result.Pattern) string {
	notes := w.Text("Hypothesis: %s", w.Hypothesis(p.Cause))
	if p.Cause.Check != "" {
		notes += " " + w.Text("To confirm or refute it: %s", w.CauseCheck(p.Cause))
	}
	return notes
}

// CauseLines are CauseNotes, the evidence and the changes that it does not name.
func (w Writer) CauseLines(p *result.Pattern) []string {
	lines := []string{w.CauseNotes(p)}
	for _, line := range p.Cause.Evidence {
		lines = append(lines, fmt.Sprintf("%s (%d)", w.Evidence(line), line.Count))
	}
	for _, c := range OtherChanges(p) {
		lines = append(lines, w.Text("also changed around that time: %s, %s, %s", w.Date(c.Day), c.ID, c.Summary))
	}
	return lines
}

// EvidenceLines list what was seen, and what speaks for the owner and the cause.
func (w Writer) EvidenceLines(p *result.Pattern) []string {
	out := []string{w.SeenExpected(p) + ", " + w.Requesters(p)}
	for _, line := range slices.Concat(p.Owner.Evidence, p.Cause.Evidence) {
		out = append(out, fmt.Sprintf("%s (%d)", w.Evidence(line), line.Count))
	}
	return out
}

func (w Writer) numberLines(p *result.Pattern) []string {
	lines := []string{w.Text("Where: %s", w.Where(p)), w.Text("Tickets: %s, %s", w.SeenExpected(p), w.Span(p.Window))}
	if weeks := w.LastWeeks(p); weeks != "" {
		lines = append(lines, w.Text("Tickets in the last weeks, this one last: %s", weeks))
	}
	for _, s := range p.Shares {
		lines = append(lines, w.Text("In common: %d of %d have %s %s (%s in the whole export)", s.Count, s.Of, w.Field(s.Field), s.Value, w.Tickets(s.Desk)))
	}
	return lines
}

// HistoryLines list since when it stands as it does and what happened on which day.
func (w Writer) HistoryLines(p *result.Pattern) []string {
	var out []string
	for _, line := range []string{w.Stands(p), w.StandingReason(p)} {
		if line != "" {
			out = append(out, line)
		}
	}
	for _, event := range p.History {
		out = append(out, w.Date(event.Day)+": "+w.Event(p, event))
	}
	return out
}
