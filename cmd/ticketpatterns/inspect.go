package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/ingest"
	"ticketpatterns/reports/words"
)

func (a *app) inspectCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "inspect EXPORT.csv ...",
		Short: "Say what would be read from exports, and what is missing; write nothing",
		Long: `Inspect reads exports as analyze would and says, for each file, which system it
was recognised as, which column holds which field, how its dates are read, what
could not be read, what is missing with what that costs, and which option or
line of the configuration would change it.`,
		Example: "  ticketpatterns inspect tickets.csv --map \"department=Cost centre\"",
		Args:    cobra.MinimumNArgs(1),
		RunE:    a.inspect,
	}
	addReadingFlags(cmd)
	return cmd
}

func (a *app) inspect(cmd *cobra.Command, args []string) error {
	c, err := a.loadConfig(cmd)
	if err != nil {
		return err
	}
	// The batch comes beside the error: what was found explains it best.
	batch, err := ingest.Read(args, a.stdin, c.Ingest())
	out := printer{w: a.stdout}
	if batch != nil {
		for i := range batch.Files {
			inspectFile(&out, &batch.Files[i], batch.Rejects)
		}
		if len(batch.Files) > 1 {
			out.linef("Together: %s", counted(batch)+".")
		}
		inspectTickets(&out, batch.Tickets, c)
	}
	if err != nil {
		return fmt.Errorf("reading tickets: %w", err)
	}
	if err := out.done(); err != nil {
		return err
	}
	if len(batch.Tickets) == 0 {
		return fmt.Errorf("no ticket could be read")
	}
	return nil
}

// inspectTickets describes what the tickets of all files are together.
func inspectTickets(out *printer, tickets []ticket.Ticket, c *config.Config) {
	if senders := ingest.MarkAutomated(tickets, c.Senders()); len(senders) > 0 {
		out.linef("  Programs:  %s", sendersText(senders, len(tickets)))
		out.linef("  To fix:    if one of them is a person: in config.yaml under reading, not_automated: [%s]", fmt.Sprintf("%q", senders[0].Name))
	}
	for _, w := range ingest.CheckSpan(tickets) {
		out.linef("  Warning:   %s", w.Text)
		out.linef("  To fix:    %s", w.Fix.String())
	}
}

// inspectFile describes one file, from the outside in.
func inspectFile(out *printer, f *ingest.File, rejects []ticket.Reject) {
	out.linef("%s", f.Name)
	if f.Problem != "" {
		out.linef("  Not read: %s", f.Problem)
		out.linef("")
		return
	}
	out.linef("  System:    %s (%s sure%s)", f.System, words.Percent(f.Confidence), because(f.Evidence))
	out.linef("  Encoding:  %s%s", f.Encoding, prefixed(", ", f.Compression))
	out.linef("  Layout:    %s, header in line %d", f.Delimiter, f.HeaderLine)
	for _, line := range f.Preamble {
		out.linef("             above the header: %s", words.Short(line, 60))
	}
	for _, line := range f.Footer {
		out.linef("             below the rows: %s", words.Short(line, 60))
	}
	out.linef("  Rows:      %s = %s + %s merged + %s rejected", words.Int(f.Rows), words.Tickets(f.Kept), words.Int(f.Merged), words.Int(f.Rejected))
	if !f.From.IsZero() {
		out.linef("  Opened:    %s", words.Span(result.Span{From: result.DayOf(f.From), To: result.DayOf(f.To)}))
	}
	inspectColumns(out, f)
	inspectDates(out, f.Dates)
	inspectLosses(out, f, rejects)
	out.linef("")
}

func because(evidence []string) string {
	if len(evidence) == 0 {
		return ""
	}
	return ": " + strings.Join(evidence, "; ")
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// inspectColumns prints the table of fields.
func inspectColumns(out *printer, f *ingest.File) {
	out.linef("  Columns:")
	for _, column := range f.Columns {
		filled := 0.0
		if f.Rows > 0 {
			filled = float64(column.Filled) / float64(f.Rows)
		}
		given := ""
		if column.Given {
			given = " (given)"
		}
		var samples []string
		for _, s := range column.Samples {
			samples = append(samples, fmt.Sprintf("%q", words.Short(s, 32)))
		}
		out.linef("    %-20s %s%s, %s filled: %s", column.Field, quoted(column.Headers), given, words.Percent(filled),
			cmp.Or(strings.Join(samples, ", "), "no values"))
	}
	if len(f.Unused) > 0 {
		out.linef("  Not used:  %s", quoted(f.Unused))
	}
}

func quoted(names []string) string {
	all := make([]string, len(names))
	for i, n := range names {
		all[i] = fmt.Sprintf("%q", n)
	}
	return strings.Join(all, ", ")
}

func inspectDates(out *printer, dates []ingest.Dates) {
	for _, d := range dates {
		out.linef("  Times:     %s from %q: %s; %s%s", d.Field, d.Column, cmp.Or(d.Proof, d.Order), cmp.Or(d.Zone, "no values"), notTimes(d))
	}
}

func notTimes(d ingest.Dates) string {
	if d.Bad == 0 {
		return ""
	}
	return "; " + words.Count(d.Bad, "cell is no time", "cells are no times")
}

// rejectsShown is how many rejected rows of a file are listed.
const rejectsShown = 10

// inspectLosses says what is missing, doubtful and not read.
func inspectLosses(out *printer, f *ingest.File, rejects []ticket.Reject) {
	for _, gap := range f.Missing {
		out.linef("  Missing:   %s%s", gap.Field, prefixed(": ", gap.Cost))
	}
	for _, w := range f.Warnings {
		out.linef("  Warning:   %s", w.Text)
	}
	for _, fix := range fixes(f) {
		out.linef("  To fix:    %s", fix)
	}
	shown := 0
	for _, r := range rejects {
		if r.Pos.File != f.Name {
			continue
		}
		if shown++; shown <= rejectsShown {
			out.linef("  Rejected:  %s", r.Error()+prefixed(": ", quotedShort(r.Value)))
		}
	}
	if shown > rejectsShown {
		out.linef("  Rejected:  and %s more", words.Int(shown-rejectsShown))
	}
}

func quotedShort(s string) string {
	if s == "" {
		return ""
	}
	return fmt.Sprintf("%q", words.Short(s, 40))
}
