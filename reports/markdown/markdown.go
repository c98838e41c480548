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

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const listed = 10 // ticket ids written out per line of evidence

// WriteSummary writes what the first screen of the report says: the summary,
// the ranked patterns, the gaps and the load.
func WriteSummary(w io.Writer, a *result.Analysis) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# Help desk patterns, %s\n\n", words.Span(a.Span))
	if a.Notice != "" {
		fmt.Fprintf(&b, "**%s**\n\n", escape(a.Notice))
	}
	fmt.Fprintf(&b, "%s\n\n%s\n", escape(words.Summary(a)), escape(words.QualityLine(a)))
	writePatternTable(&b, "Above what is normal", a, result.Emerging)
	writePatternTable(&b, "Chronic", a, result.Chronic)
	writeMissed(&b, a.Missed)
	writeGaps(&b, a.Gaps)
	writeLoad(&b, a.Load)
	_, err := io.WriteString(w, b.String())
	return err
}

// WritePack writes the escalations that are addressed to one team.
func WritePack(w io.Writer, a *result.Analysis, team string, patterns []*result.Pattern) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# Escalations to %s, %s\n\n", escape(team), words.Span(a.Span))
	if a.Notice != "" {
		fmt.Fprintf(&b, "**%s**\n\n", escape(a.Notice))
	}
	fmt.Fprintf(&b, "%s. The help desk keeps the people and their tickets; it asks you to own the root cause.\n",
		words.Count(len(patterns), "escalation", "escalations"))
	for _, p := range patterns {
		b.WriteString("\n")
		b.WriteString(Escalation(p))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Escalation writes one pattern as a text that stands alone.
func Escalation(p *result.Pattern) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n%s\n\nPattern %s, issue %s.\n", escape(words.Short(p.Label, 120)), escape(p.Statement), code(p.ID), code(p.IssueID))
	writeAsk(&b, p)
	writeMeaning(&b, p)
	writeNumbers(&b, p)
	writeCriteria(&b, p)
	writeExceptions(&b, p.Exceptions)
	writeOwner(&b, p)
	writeCause(&b, p)
	writeChanges(&b, words.OtherChanges(p))
	writeExemplars(&b, p)
	writeTried(&b, p)
	writePaths(&b, p)
	writeMisfits(&b, p.Misfits)
	writeHistory(&b, p)
	writeTickets(&b, p)
	return b.String()
}

func writePatternTable(b *strings.Builder, title string, a *result.Analysis, kind result.Kind) {
	var rows []string
	for i := range a.Patterns {
		if p := &a.Patterns[i]; p.Kind == kind {
			rows = append(rows, fmt.Sprintf("| %d | %s | %s | %s | %s | %s | %s | %s | %s |",
				p.Rank, escape(words.Short(p.Label, 80)), escape(words.Where(p)), words.Date(words.Since(p, a.Issues)),
				words.SeenExpected(p), words.Requesters(p), escape(words.OwnerName(p.Owner)), words.Status(p.Status), answerDay(p)))
		}
	}
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## %s\n\n| # | Pattern | Where | Since | Seen | People | Owner | Status | Answer by |\n|--:|---|---|---|---|---|---|---|---|\n%s\n",
		title, strings.Join(rows, "\n"))
}

func answerDay(p *result.Pattern) string {
	if p.Due == "" {
		return ""
	}
	return words.Date(p.Due)
}

func writeMissed(b *strings.Builder, missed []result.Pattern) {
	if len(missed) == 0 {
		return
	}
	b.WriteString("\n## What earlier reports would have shown\n\nNot above normal any more, so nothing is asked of anyone.\n\n")
	for i := range missed {
		p := &missed[i]
		fmt.Fprintf(b, "- %s: %s (%s), %s, %s\n", words.Span(p.Window), escape(words.Short(p.Label, 80)), escape(words.Where(p)),
			words.SeenExpected(p), words.Requesters(p))
	}
}

func writeGaps(b *strings.Builder, all []result.Gap) {
	gaps := slices.DeleteFunc(slices.Clone(all), func(g result.Gap) bool { return g.Patterns == 0 })
	if len(gaps) == 0 {
		return
	}
	b.WriteString("\n## What nobody owns\n\n")
	for _, g := range gaps {
		fmt.Fprintf(b, "- %s: %s, %s\n", escape(g.Function),
			words.Count(g.Patterns, "pattern", "patterns"), words.Tickets(g.Tickets))
	}
}

func writeLoad(b *strings.Builder, all []result.Load) {
	load := slices.DeleteFunc(slices.Clone(all), func(l result.Load) bool { return l.Patterns == 0 && !l.Overloaded })
	if len(load) == 0 {
		return
	}
	b.WriteString("\n## What each team is asked to own\n\n")
	for _, l := range load {
		fmt.Fprintf(b, "- %s: %s, %s", escape(l.Team),
			words.Count(l.Patterns, "pattern", "patterns"), words.Tickets(l.Tickets))
		if l.Overloaded {
			b.WriteString(". **Overloaded**")
		}
		if l.Reason != "" {
			b.WriteString(". " + words.Capital(escape(strings.TrimRight(l.Reason, "."))))
		}
		b.WriteString(".\n")
	}
}
