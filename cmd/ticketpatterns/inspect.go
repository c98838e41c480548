package main

import (
	"cmp"
	"fmt"
	"strings"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/ingest/prepare"

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
	addPeopleFlag(cmd)
	return cmd
}

func (a *app) inspect(cmd *cobra.Command, args []string) error {
	c, err := a.loadConfig(cmd)
	if err != nil {
		return err
	}
	in, err := chooseInputs(cmd, c, args)
	if err != nil {
		return err
	}
	sorted := in.sort(c.Ingest())
	people, changes, err := readBeside(in, c)
	if err != nil {
		return err
	}
	// The batch comes beside the error: what was found explains it best.
	batch, err := ingest.Read(in.tickets, a.stdin, c.Ingest())
	out := printer{w: a.stdout}
	for _, w := range sorted.Warnings {
		out.linef("%s", english.Warning(w))
	}
	if len(sorted.Warnings) > 0 {
		out.linef("")
	}
	if batch != nil {
		for i := range batch.Files {
			inspectFile(&out, &batch.Files[i], batch.Rejects, english.Tickets)
		}
		inspectBeside(&out, people, changes)
		if len(batch.Files) > 1 {
			out.linef("Together: %s", counted(batch)+".")
		}
		for _, w := range sorted.Desks(batch.Tickets) {
			out.linef("%s", english.Warning(w))
		}
		inspectTickets(&out, batch.Tickets, people.People, c)
	}
	if batch == nil {
		return fmt.Errorf("reading tickets: %w", err)
	}
	if unread := unreadFiles(batch); err != nil && unread == 1+strings.Count(err.Error(), "\n") {
		return fmt.Errorf("%s of %s could not be read: see above", count(unread, "file", "files"), english.Int(len(batch.Files)))
	} else if err != nil {
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

// unreadFiles counts the files that could not be read and say so themselves.
func unreadFiles(b *ingest.Batch) int {
	n := 0
	for _, f := range b.Files {
		if f.Problem != "" {
			n++
		}
	}
	return n
}

// withoutFile returns a problem without the name of its file, which stands above.
func withoutFile(problem, file string) string {
	rest := strings.TrimPrefix(strings.TrimPrefix(problem, file), ":")
	if rest != problem && rest != "" && rest[0] >= '0' && rest[0] <= '9' {
		return "line " + rest
	}
	return strings.TrimSpace(rest)
}

// inspectTickets describes what the tickets of all files are together, prepared
// as analyze would.
func inspectTickets(out *printer, tickets []ticket.Ticket, people []ticket.Person, c *config.Config) {
	all := prepare.Tickets(tickets, people, c.Rules())
	if len(people) > 0 {
		out.linef("  People:    department or location of %s comes from the lists of people", english.Tickets(all.From.People))
	}
	if len(all.Senders) > 0 {
		out.linef("  Programs:  %s", english.Senders(sendersOf(all.Senders), len(tickets)))
		out.linef("  To fix:    if one of them is a person: in config.yaml under reading, not_automated: [%s]", fmt.Sprintf("%q", all.Senders[0].Name))
	}
	for _, w := range all.Warnings {
		if w.Code == result.WarnNoDepartment {
			continue // stands above: as missing, or as a column without values
		}
		out.linef("  Warning:   %s", english.WarningText(w))
		if fix := english.WarningFix(w); fix != "" {
			out.linef("  To fix:    %s", fix)
		}
	}
}

// readBeside reads what comes beside the tickets.
func readBeside(in inputs, c *config.Config) (*ingest.People, *ingest.Changes, error) {
	people, changes := &ingest.People{}, &ingest.Changes{}
	var err error
	if len(in.people) > 0 {
		if people, err = ingest.ReadPeople(in.people, c.Ingest()); err != nil {
			return nil, nil, fmt.Errorf("reading people: %w", err)
		}
	}
	if len(in.changes) > 0 {
		if changes, err = ingest.ReadChanges(in.changes, c.Ingest()); err != nil {
			return nil, nil, fmt.Errorf("reading changes: %w", err)
		}
	}
	return people, changes, nil
}

// inspectBeside describes the files that come beside the tickets.
func inspectBeside(out *printer, people *ingest.People, changes *ingest.Changes) {
	for i := range people.Files {
		inspectFile(out, &people.Files[i], people.Rejects, func(n int) string { return count(n, "person", "people") })
	}
	for i := range changes.Files {
		inspectFile(out, &changes.Files[i], changes.Rejects, func(n int) string { return count(n, "change", "changes") })
	}
}

// inspectFile describes one file, from the outside in. counted says how many of
// what it holds.
func inspectFile(out *printer, f *ingest.File, rejects []ticket.Reject, counted func(int) string) {
	out.linef("%s", f.Name)
	if f.Problem != "" {
		out.linef("  Not read:  %s", withoutFile(f.Problem, f.Name))
		out.linef("")
		return
	}
	out.linef("  System:    %s (%s sure%s)", english.System(f.System, f.Form), english.Percent(f.Confidence), because(f.Evidence))
	out.linef("  Layout:    %s", layout(f))
	for _, line := range f.Preamble {
		out.linef("             above the header: %s", text.Shorten(line, 60))
	}
	for _, line := range f.Footer {
		out.linef("             below the rows: %s", text.Shorten(line, 60))
	}
	out.linef("  Rows:      %s = %s + %s merged + %s rejected", english.Int(f.Rows), counted(f.Kept), english.Int(f.Merged), english.Int(f.Rejected))
	if !f.From.IsZero() {
		out.linef("  Opened:    %s", english.Span(result.Span{From: result.DayOf(f.From), To: result.DayOf(f.To)}))
	}
	inspectColumns(out, f)
	inspectDates(out, f)
	inspectLosses(out, f, rejects)
	out.linef("")
}

// layout says how the table stands in its file.
func layout(f *ingest.File) string {
	if f.Sheet == "" {
		return fmt.Sprintf("%s, header in line %d; %s%s", f.Delimiter, f.HeaderLine, english.Encoding(f.Encoding), prefixed(", ", f.Compression))
	}
	said := fmt.Sprintf("sheet %q, header in row %d; %s", f.Sheet, f.HeaderLine, english.Encoding(f.Encoding))
	if len(f.OtherSheets) > 0 {
		said += "; not read, add # and the name to the file for another: " + quotedFew(f.OtherSheets, 5)
	}
	return said
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

// inspectColumns prints the table of fields. Columns without a value share one
// line.
func inspectColumns(out *printer, f *ingest.File) {
	out.linef("  Columns:")
	var empty []string
	for _, column := range f.Columns {
		if column.Filled == 0 && !column.Given && f.Rows > 0 {
			empty = append(empty, fmt.Sprintf("%s (%s)", column.Field, quotedFew(column.Headers, 2)))
			continue
		}
		filled := 0.0
		if f.Rows > 0 {
			filled = float64(column.Filled) / float64(f.Rows)
		}
		given := ""
		switch {
		case column.Given:
			given = " (given)"
		case column.Likely:
			given = " (likely)"
		}
		out.linef("    %-18s %s%s, %s filled: %s", column.Field, quotedFew(column.Headers, headersShown), given, english.Percent(filled),
			cmp.Or(samples(column.Samples), "no values"))
	}
	if len(empty) > 0 {
		out.linef("  No values: %s", strings.Join(empty, ", "))
	}
	if len(f.Unused) > 0 {
		out.linef("  Not used:  %s", quotedFew(f.Unused, unusedShown))
	}
}

// How much of a list fits in one line.
const (
	headersShown = 3
	unusedShown  = 8
	samplesWidth = 56
)

// samples quotes as many values as fit in one line.
func samples(values []string) string {
	var quoted []string
	width := 0
	for _, v := range values {
		v = text.Shorten(v, 28)
		if width += len([]rune(v)); width > samplesWidth && len(quoted) > 0 {
			break
		}
		quoted = append(quoted, fmt.Sprintf("%q", v))
	}
	return strings.Join(quoted, ", ")
}

// quotedFew quotes the first names of a list, shortened, and counts the others.
func quotedFew(names []string, shown int) string {
	if len(names) <= shown+1 {
		shown = len(names)
	}
	var few []string
	for _, n := range names[:shown] {
		few = append(few, text.Shorten(n, 32))
	}
	all := words.Quoted(few)
	if more := len(names) - shown; more > 0 {
		all += fmt.Sprintf(" and %s more", english.Int(more))
	}
	return all
}

// inspectDates says how times are read: columns for which the same is said share
// one line.
func inspectDates(out *printer, f *ingest.File) {
	said := map[string]bool{}
	for i, d := range f.Dates {
		if d.Times == 0 && d.Bad == 0 {
			continue
		}
		how, zone := english.Dates(d.How), zoneOf(d)
		var fields []string
		for _, other := range f.Dates[i:] {
			if other.Times+other.Bad > 0 && (other.Clear && d.Clear || english.Dates(other.How) == how) && zoneOf(other) == zone && other.Bad == d.Bad {
				fields = append(fields, fmt.Sprintf("%s from %q", other.Field, other.Column))
			}
		}
		key := fmt.Sprint(d.Clear, zone, d.Bad)
		if !d.Clear {
			key = fmt.Sprint(how, zone, d.Bad)
		}
		if !said[key] {
			said[key] = true
			out.linef("  Times:     %s: %s%s%s", strings.Join(fields, ", "), how, prefixed("; ", zone), notTimes(d))
		}
	}
	var right []string
	for _, c := range f.Checks {
		if c.Wrong == 0 {
			right = append(right, fmt.Sprintf("%s before %s (%s)", c.First, c.Then, count(c.Rows, "row", "rows")))
		}
	}
	if len(right) > 0 {
		out.linef("  In order:  %s", strings.Join(right, ", "))
	}
}

func zoneOf(d ingest.Dates) string { return english.Zone(d.Zoned, d.Times, d.Zone) }

func notTimes(d ingest.Dates) string {
	if d.Bad == 0 {
		return ""
	}
	return "; " + count(d.Bad, "cell is no time", "cells are no times")
}

// rejectsShown is how many rejected rows of a file are listed.
const rejectsShown = 5

// inspectLosses says what is missing, doubtful and not read.
func inspectLosses(out *printer, f *ingest.File, rejects []ticket.Reject) {
	var little, fields []string
	for i, gap := range f.Missing {
		if gap.Minor {
			little = append(little, gap.Field)
			continue
		}
		fields = append(fields, gap.Field)
		if i+1 == len(f.Missing) || f.Missing[i+1].Loss.Code != gap.Loss.Code || f.Missing[i+1].Minor {
			out.linef("  Missing:   %s: %s", strings.Join(fields, ", "), english.Loss(gap.Loss))
			fields = nil
		}
	}
	if len(little) > 0 {
		out.linef("  Missing:   %s (little is lost)", strings.Join(little, ", "))
	}
	for _, w := range f.Warnings {
		if w.Code == result.WarnMissingField {
			continue // stands above
		}
		out.linef("  Warning:   %s", english.WarningText(w))
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
	if f.Rejected > rejectsShown {
		out.linef("  Rejected:  and %s more", english.Int(f.Rejected-rejectsShown))
	}
}

func quotedShort(s string) string {
	if s == "" {
		return ""
	}
	return fmt.Sprintf("%q", text.Shorten(s, 40))
}
