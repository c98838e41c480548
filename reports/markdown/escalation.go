package markdown

import (
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// Escalation writes the record of one pattern as a text of its own.
func Escalation(w words.Writer, p *result.Pattern) string {
	d := &draft{Writer: w}
	d.escalation(p)
	return d.String()
}

func (d *draft) escalation(p *result.Pattern) {
	d.linef("## %s\n\n%s\n\n%s", escape(d.Name(p, 120)), escape(d.Statement(p)), d.Text("Pattern %s, issue %s.", code(p.ID), code(p.IssueID)))
	d.ask(p)
	for _, code := range words.Layout {
		write, known := parts[code]
		if !known {
			continue
		}
		body := &draft{Writer: d.Writer}
		if write(body, p); body.Len() > 0 {
			d.linef("\n### %s\n\n%s", d.Heading(code), strings.TrimSuffix(body.String(), "\n"))
		}
	}
}

// parts write those of a record that Markdown shows under a heading. A part that
// writes nothing has no heading.
var parts = map[words.SectionCode]func(*draft, *result.Pattern){
	words.SectionMeaning:    (*draft).meaning,
	words.SectionNumbers:    (*draft).numbers,
	words.SectionCriteria:   (*draft).criteria,
	words.SectionExceptions: (*draft).exceptions,
	words.SectionOwner:      (*draft).owner,
	words.SectionHypothesis: (*draft).cause,
	words.SectionChanges:    (*draft).changes,
	words.SectionQuotes:     (*draft).quotes,
	words.SectionTried:      (*draft).tried,
	words.SectionPaths:      (*draft).paths,
	words.SectionMisfits:    (*draft).misfits,
	words.SectionHistory:    (*draft).history,
	words.SectionTickets:    (*draft).tickets,
}

// escaped lists lines that may hold foreign text.
func (d *draft) escaped(lines []string) {
	for _, line := range lines {
		d.item(escape(line))
	}
}

func (d *draft) ask(p *result.Pattern) {
	if p.Ask == "" {
		return
	}
	d.linef("\n**%s** %s", d.Text("Asked:"), escape(d.Ask(p)))
	if reason := d.StandingReason(p); reason != "" {
		d.linef("\n%s", escape(reason))
	}
}

// meaning says in business terms what a pattern means for the people.
func (d *draft) meaning(p *result.Pattern) {
	lines := d.MeaningLines(p)
	if len(p.Impact.Priorities) > 0 {
		lines[len(lines)-1] += "; " + d.Text("priority %s", escape(d.Counts(p.Impact.Priorities)))
	}
	for _, line := range lines {
		d.item(line)
	}
	if s := d.Stands(p); s != "" {
		d.item(d.Text("Status: %s", escape(s)))
	}
	if reason := d.StandingReason(p); reason != "" {
		d.item(escape(reason))
	}
}

func (d *draft) numbers(p *result.Pattern) {
	d.item(d.Text("Where: %s", d.scopes(p)))
	d.item(d.Text("Tickets: %s, %s; %s", d.SeenExpected(p), d.Requesters(p), d.Span(p.Window)))
	if weeks := d.LastWeeks(p); weeks != "" {
		d.item(d.Text("Tickets in the last weeks, this one last: %s", weeks))
	}
	for _, s := range p.Spread {
		d.item(words.Capital(escape(d.Field(s.Field))) + ": " + d.places(s))
	}
	for _, s := range p.Shares {
		d.item(d.Text("In common: %d of %d have %s %s (%s in the whole export)", s.Count, s.Of, escape(d.Field(s.Field)), code(s.Value), d.Tickets(s.Desk)))
	}
}

// places writes where tickets come from, beside the share of the whole desk.
func (d *draft) places(s result.Spread) string {
	parts := make([]string, len(s.Values))
	for i, v := range s.Values {
		parts[i] = d.Text("%s %d of %d (of all tickets %s)", code(v.Value), v.Count, s.Of, d.Percent(v.DeskShare))
	}
	text := strings.Join(parts, ", ")
	if s.Others > 0 {
		text += " " + d.Count(s.Others, "and %d other", "and %d others")
	}
	return text
}

func (d *draft) scopes(p *result.Pattern) string {
	var parts []string
	for _, s := range d.Scopes(p) {
		parts = append(parts, escape(s.Field)+" "+code(s.Value))
	}
	if len(parts) == 0 {
		return d.Text("everywhere")
	}
	return strings.Join(parts, ", ")
}

func (d *draft) criteria(p *result.Pattern) { d.escaped(d.CriteriaLines(p)) }

func (d *draft) exceptions(p *result.Pattern) {
	for _, e := range p.Exceptions {
		d.item(escape(d.Exception(e)))
	}
}

func (d *draft) owner(p *result.Pattern) {
	o := p.Owner
	switch sure := escape(d.Strength(o)); {
	case o.Gap && o.Function == "":
		d.linef("%s %s", d.Text("Unowned."), escape(d.OwnerReason(o)))
	case o.Gap:
		d.linef("%s %s", d.Text("Unowned: %s.", escape(d.Function(o.Function))), escape(d.OwnerReason(o)))
	case o.Function == "":
		d.linef("**%s**%s. %s %s", escape(d.Team(o.Team)), bracket(o.Contact), escape(d.OwnerReason(o)), sure)
	default:
		d.linef("**%s**%s, %s. %s %s", escape(d.Team(o.Team)), bracket(o.Contact), d.Text("for %s", escape(d.Function(o.Function))), escape(d.OwnerReason(o)), sure)
	}
	if o.Alternative != "" {
		d.linef("%s", d.Text("It could also be %s.", escape(d.Team(o.Alternative))))
	}
	if m := d.Mandate(o); m != "" {
		d.linef("%s", escape(m))
	}
	d.evidence(o.Evidence)
}

func bracket(s string) string {
	if s == "" {
		return ""
	}
	return " (" + code(s) + ")"
}

func (d *draft) cause(p *result.Pattern) {
	d.linef("%s", escape(d.Hypothesis(p.Cause)))
	if p.Cause.Check != "" {
		d.linef("%s", d.Text("To confirm or refute it: %s", escape(d.CauseCheck(p.Cause))))
	}
	d.evidence(p.Cause.Evidence)
}

func (d *draft) changes(p *result.Pattern) {
	changes := words.OtherChanges(p)
	if len(changes) == 0 {
		return
	}
	d.linef("%s\n", d.Text("None of these need be the cause."))
	for _, c := range changes {
		d.item(d.Date(c.Day) + ": " + code(c.ID) + ", " + escape(c.Summary))
	}
}

func (d *draft) evidence(evidence []result.Evidence) {
	if len(evidence) == 0 {
		return
	}
	d.linef("")
	for _, e := range evidence {
		seen := d.Int(e.Count)
		if len(e.Tickets) > 0 {
			seen += ": " + d.ids(e.Tickets)
		}
		d.item(escape(d.Evidence(e)) + " (" + seen + ")")
	}
}

func (d *draft) quotes(p *result.Pattern) {
	for i, e := range words.Quotable(p) {
		if i > 0 {
			d.linef("")
		}
		text := e.Subject
		if e.Description != "" {
			text += "\n" + e.Description
		}
		d.linef("%s, %s\n\n%s", code(e.ID), d.Date(e.Opened), block(text))
	}
}

func (d *draft) tried(p *result.Pattern) {
	d.linef("%s", d.Finished(p))
	if linked := d.Linked(p.Tried); linked != "" {
		d.linef("%s", escape(linked))
	}
	for _, w := range p.Workaround {
		d.linef("\n%s:\n\n%s", d.Used(w, p), block(w.Text))
	}
	for _, n := range p.Tried.Notes {
		d.linef("\n%s\n\n%s", d.Text("Once, in %s:", code(n.Ticket)), block(n.Text))
	}
}

func (d *draft) paths(p *result.Pattern) {
	for _, way := range p.Paths {
		d.item(escape(d.Way(way)) + " (" + d.Tickets(len(way.Tickets)) + ": " + d.ids(way.Tickets) + ")")
	}
}

func (d *draft) misfits(p *result.Pattern) { d.escaped(d.Misfits(p)) }

func (d *draft) history(p *result.Pattern) {
	for _, e := range p.History {
		d.item(d.Date(e.Day) + ": " + escape(d.Event(p, e)))
	}
}

func (d *draft) tickets(p *result.Pattern) {
	d.linef("%s\n\np %s, q %s.", allIDs(p.Tickets), d.Probability(p.PValue), d.Probability(p.QValue))
	if chance := d.MayBeChance(p); chance != "" {
		d.linef("\n%s", chance)
	}
}
