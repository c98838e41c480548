// Package markdown writes findings and escalations as Markdown, for mail, wikis and problem records.
//
// Ticket text is foreign: every piece of it goes through escape, quote or
// code, so that it can be neither markup, nor HTML, nor a link.
package markdown

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const listed = 10 // ticket ids written out per line of evidence

// draft is a text that is being written.
type draft struct {
	strings.Builder
	words.Writer
}

func (d *draft) linef(format string, operands ...any) { fmt.Fprintf(d, format+"\n", operands...) }

func (d *draft) item(text string) { d.linef("- %s", text) }

// begin writes a title and the notice of the report.
func (d *draft) begin(title, notice string) {
	d.linef("# %s\n", title)
	if notice != "" {
		d.linef("**%s**\n", escape(notice))
	}
}

// WriteSummary writes what the first screen of the report says: the summary,
// the ranked patterns, the gaps and the load.
func WriteSummary(w io.Writer, a *result.Analysis) error {
	in, err := words.For(a)
	if err != nil {
		return err
	}
	d := &draft{Writer: in}
	d.begin(d.Text("Help desk patterns, %s", d.Span(a.Span)), d.Phrase(i18n.English(a.Notice)))
	for _, line := range d.CoverageLines(a) {
		d.linef("**%s**\n", escape(line))
	}
	d.linef("%s\n\n%s", escape(d.Summary(a)), escape(d.QualityLine(a)))
	if fit := d.MapFit(a.MapFit); fit != "" {
		d.linef("\n%s", escape(fit))
	}
	for _, l := range d.Lists(a) {
		d.patternTable(l, a)
	}
	d.outlook(a)
	d.missed(a.Missed)
	d.recurring(a)
	d.gaps(a.Gaps)
	d.load(a.Load)
	_, err = io.WriteString(w, d.String())
	return err
}

// outlook writes what is worth a look where nothing stands out.
func (d *draft) outlook(a *result.Analysis) {
	for _, b := range d.Outlook(a) {
		d.linef("\n## %s\n", b.Title)
		for _, line := range b.Lines {
			d.item(escape(line))
		}
	}
}

// WritePack writes the escalations that are addressed to one team.
func WritePack(w io.Writer, a *result.Analysis, team string, patterns []*result.Pattern) error {
	in, err := words.For(a)
	if err != nil {
		return err
	}
	d := &draft{Writer: in}
	d.begin(d.Text("Escalations to %s, %s", escape(d.Team(team)), d.Span(a.Span)), d.Phrase(i18n.English(a.Notice)))
	d.linef("%s %s", d.Count(len(patterns), "%d escalation.", "%d escalations."),
		d.Text("The help desk keeps the people and their tickets; it asks you to own the root cause."))
	for _, p := range patterns {
		d.linef("")
		d.escalation(p)
	}
	_, err = io.WriteString(w, d.String())
	return err
}

func (d *draft) patternTable(l words.List, a *result.Analysis) {
	var rows []string
	for _, p := range l.Patterns {
		rows = append(rows, row(d.Int(p.Rank), escape(d.Name(p, 80)), escape(d.Where(p)), d.Date(words.Since(p, a.Issues)),
			d.SeenExpected(p), d.Requesters(p), escape(d.OwnerName(p.Owner)), d.State(p, a), d.answerDay(p)))
	}
	if len(rows) == 0 {
		return
	}
	head := row("#", d.Text("Pattern"), d.Text("Where"), d.Text("Since"), d.Text("Tickets"), d.Text("People"), d.Text("Owner"), d.Text("Status"), d.Text("Answer by"))
	d.linef("\n## %s\n\n%s\n|--:|---|---|---|---|---|---|---|---|\n%s", l.Title, head, strings.Join(rows, "\n"))
}

func row(cells ...string) string { return "| " + strings.Join(cells, " | ") + " |" }

func (d *draft) answerDay(p *result.Pattern) string {
	if p.Due == "" {
		return ""
	}
	return d.Date(p.Due)
}

func (d *draft) missed(missed []result.Pattern) {
	if len(missed) == 0 {
		return
	}
	d.linef("\n## %s\n\n%s\n", d.Text(words.ListOver), d.Text("Not unusual any more. Nobody is asked for anything."))
	for i := range missed {
		p := &missed[i]
		d.item(fmt.Sprintf("%s: %s (%s), %s, %s", d.Span(p.Window), escape(d.Name(p, 80)), escape(d.Where(p)), d.SeenExpected(p), d.Requesters(p)))
	}
}

func (d *draft) recurring(a *result.Analysis) {
	lines := d.Recurring(a)
	if len(lines) == 0 {
		return
	}
	d.linef("\n## %s\n", d.Text(words.ListRecurring))
	for _, line := range lines {
		d.item(escape(line))
	}
}

func (d *draft) gaps(all []result.Gap) {
	gaps := slices.DeleteFunc(slices.Clone(all), func(g result.Gap) bool { return g.Patterns == 0 })
	if len(gaps) == 0 {
		return
	}
	d.linef("\n## %s\n", d.Text("Unowned functions"))
	for _, g := range gaps {
		d.item(escape(d.Function(g.Function)) + ": " + d.patterns(g.Patterns) + ", " + d.Tickets(g.Tickets))
	}
}

func (d *draft) patterns(n int) string { return d.Count(n, "%d pattern", "%d patterns") }

func (d *draft) load(all []result.Load) {
	load := slices.DeleteFunc(slices.Clone(all), func(l result.Load) bool { return l.Patterns == 0 && !l.Overloaded })
	if len(load) == 0 {
		return
	}
	d.linef("\n## %s\n", d.Text("What each team is asked to own"))
	for _, l := range load {
		text := escape(d.Team(l.Team)) + ": " + d.patterns(l.Patterns) + ", " + d.Tickets(l.Tickets)
		if l.Overloaded {
			text += ". **" + d.Text("Overloaded") + "**"
		}
		text += ". " + words.Capital(escape(strings.TrimRight(d.LoadReason(&l), ".")))
		d.item(text + ".")
	}
}
