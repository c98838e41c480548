package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"ticketpatterns/analyzer"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/reports"
	"ticketpatterns/reports/words"
)

// analyzeFlags are the flags of analyze that are not settings.
type analyzeFlags struct {
	asOf              string
	failOnEscalations bool
	partial           bool
	send              bool
	strict            bool
	lockTimeout       time.Duration
}

func (a *app) analyzeCommand() *cobra.Command {
	var f analyzeFlags
	cmd := &cobra.Command{
		Use:   "analyze [EXPORT.csv ...]",
		Short: "Read exports, find patterns, write the report (the weekly run)",
		Long: `Analyze reads exports in CSV and Excel's .xlsx (files, folders, patterns, - for
standard input; .gz and .zst are unpacked; tickets.xlsx#Sheet is one sheet), finds
patterns and their owners, and writes the report folder. Without an export it
reads the inputs that the configuration names.

In a folder, lists of people and of changes are told by their headers and used as
such, and what is no list of tickets is left out; the report says so.`,
		Example: "  ticketpatterns analyze tickets.csv --changes changes.csv --out report",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.analyze(cmd, args, f)
		},
	}
	addReadingFlags(cmd)
	addReportFlags(cmd)
	cmd.Flags().StringArray("changes", nil, "CSV or .xlsx of declared changes; may be repeated")
	addPeopleFlag(cmd)
	cmd.Flags().StringVar(&f.asOf, "as-of", "", "last day of the analysis (default: the last opened time in the export)")
	cmd.Flags().BoolVar(&f.failOnEscalations, "fail-on-escalations", false, "exit with status 3 if there is anything new to escalate")
	cmd.Flags().BoolVar(&f.partial, "partial", false, "analyse an export that lacks what earlier runs read, because it is meant to")
	cmd.Flags().BoolVar(&f.send, "send", false, "send the report as send does, once it is written")
	cmd.Flags().BoolVar(&f.strict, "strict", false, "write nothing and exit with status 1 if anything is odd that is said with --quiet too")
	cmd.Flags().DurationVar(&f.lockTimeout, "lock-timeout", lockTimeout, "how long to wait for another run that uses the same history or output folder")
	cmd.Flags().Bool("no-history", false, "remember nothing, neither from earlier runs nor of this one")
	return cmd
}

// analyze is the weekly run: read, analyse, write, sum up.
func (a *app) analyze(cmd *cobra.Command, args []string, f analyzeFlags) error {
	defer a.interrupts.listen()()
	c, err := a.loadConfig(cmd)
	if err != nil {
		return err
	}
	if info, err := os.Stat(c.Output.Folder); err == nil && !info.IsDir() {
		return usageError(fmt.Errorf("output folder %s: is a file, want a folder or nothing there", c.Output.Folder))
	}
	options := c.Options()
	if f.asOf != "" {
		if options.AsOf, err = parseAsOf(f.asOf, c.Location()); err != nil {
			return err
		}
	}
	if f.send && c.Send.Nobody() {
		return errNobody
	}
	in, err := chooseInputs(cmd, c, args)
	if err != nil {
		return err
	}
	options.Notice = in.note
	record := newRecord(c)
	read, err := a.readAll(in, c, record)
	if err != nil {
		return err
	}
	odd := []result.Warning{}
	if options.AsOf.IsZero() {
		options.AsOf = latest(read.batch.Tickets, c.Location())
	} else {
		odd = append(odd, dayNotice(options.AsOf, read, c.Location())...)
	}
	remembered, run, err := a.look(cmd, c, in.note, read, record.run(read, options.AsOf), odd, f)
	if err != nil {
		return err
	}
	defer a.interrupts.holds(remembered.release)()
	defer remembered.close()
	out, err := a.takeOutputs(c, f.lockTimeout)
	if err != nil {
		return err
	}
	defer a.interrupts.holds(out.close)()
	if out.recovered {
		run.Warnings = append(run.Warnings, result.Warning{Code: result.WarnBroughtBack})
	}
	document, err := a.findAndPut(read, options, c, remembered, record, run, f)
	if err != nil {
		return err
	}
	err = a.conclude(document.Analysis, document.Run, c, f, remembered.problem)
	if !f.send {
		return err
	}
	if remembered.problem != nil {
		a.log.Warn("nothing was sent, as it may have been answered already")
		return err
	}
	if failed := a.send(cmd.Context(), c, document, false); failed != nil {
		return fmt.Errorf("the report is written, but not sent to everybody: %w", failed)
	}
	return err
}

// look opens the history of a run that read its exports, and says what is odd about
// it. With --strict that ends it, before anything is written.
func (a *app) look(cmd *cobra.Command, c *config.Config, note string, read *reading, run result.Run, odd []result.Warning, f analyzeFlags) (*remembrance, result.Run, error) {
	remembered, wrong, err := a.peek(cmd, c, note, f.lockTimeout)
	if err != nil {
		return nil, run, err
	}
	today := max(result.DayOf(run.AsOf), result.DayOf(run.Started))
	odd = slices.Concat(rejectNotice(run.Rows, run.Rejected), odd, wrong, remembered.notices(run, c, today))
	a.tell(c, odd)
	if f.strict && len(odd) > 0 {
		remembered.close()
		return nil, run, errStrict
	}
	run.Warnings = append(run.Warnings, odd...)
	return remembered, run, nil
}

// findAndPut analyses, writes and remembers. A run that cannot be remembered is put back
// and made again without memory: the next one would not know what it asked, and ask again.
func (a *app) findAndPut(read *reading, options analyzer.Options, c *config.Config, remembered *remembrance, record *record, run result.Run, f analyzeFlags) (reports.Document, error) {
	document, memory, err := a.find(read, options, c, remembered, record, run, f)
	if err != nil {
		return document, err
	}
	if err := a.interrupts.replacing(func() error { return a.put(c, remembered, memory, document) }); err != nil {
		return document, err
	}
	if remembered.problem == nil || document.Analysis.Forgotten {
		return document, nil
	}
	if run, err = a.tellLost(c, remembered, run, f); err != nil {
		return document, err
	}
	return a.findAndPut(read, options, c, remembered, record, run, f)
}

// tellLost says that the history was lost since the run began, which ends a strict one.
func (a *app) tellLost(c *config.Config, remembered *remembrance, run result.Run, f analyzeFlags) (result.Run, error) {
	lost := []result.Warning{{Code: result.WarnForgotten, Reason: remembered.problem.Error()}}
	a.tell(c, lost)
	if f.strict {
		return run, errStrict
	}
	run.Warnings = append(run.Warnings, lost...)
	return run, nil
}

// find analyses what was read, with what earlier runs remember.
func (a *app) find(read *reading, options analyzer.Options, c *config.Config, remembered *remembrance, record *record, run result.Run, f analyzeFlags) (reports.Document, past.Memory, error) {
	a.log.Info("analysing "+counted(read.batch), "phase", "analyse", "tickets", len(read.batch.Tickets))
	done := record.phase("analyse")
	known := remembered.problem == nil
	if err := remembered.begin(a, c, f.lockTimeout, result.DayOf(options.AsOf)); err != nil {
		return reports.Document{}, past.Memory{}, err
	}
	if known && remembered.problem != nil {
		var err error
		if run, err = a.tellLost(c, remembered, run, f); err != nil {
			return reports.Document{}, past.Memory{}, err
		}
	}
	input := read.input()
	if !f.partial {
		if err := misleading(analyzer.Coverage(input, options, remembered.memory), c); err != nil {
			return reports.Document{}, past.Memory{}, err
		}
	}
	progress, finish := a.progressBar()
	finish = a.interrupts.holds(finish)
	input.Progress = progress
	found, memory, err := analyzer.Continue(input, options, remembered.memory)
	finish()
	if err != nil {
		return reports.Document{}, past.Memory{}, fmt.Errorf("analysing: %w", err)
	}
	done()
	run.AsOf, run.Phases, run.Warnings = found.AsOf, record.phases, append(slices.Clone(found.Warnings), run.Warnings...)
	return reports.Document{Analysis: found, Rejects: read.rejects(), Run: run, TicketURL: c.Output.TicketURL, SaveAs: decisionsPath(c)}, memory, nil
}

// put writes the report and remembers the run, or does neither: of a run that is killed
// in between, the next one brings the report before it back.
func (a *app) put(c *config.Config, remembered *remembrance, memory past.Memory, document reports.Document) (err error) {
	a.log.Info("writing "+c.Output.Folder, "phase", "write")
	made, err := reports.Prepare(c.Output.Folder, document)
	if err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	defer func() { err = errors.Join(err, made.Close()) }()
	if err := made.Switch(); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	remembered.store(memory, document)
	if remembered.problem != nil && !document.Analysis.Forgotten {
		return nil
	}
	if err := made.Keep(); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return nil
}

// conclude says what came out and decides the exit status.
func (a *app) conclude(found *result.Analysis, run result.Run, c *config.Config, f analyzeFlags, forgotten error) error {
	in, err := words.For(found)
	if err != nil {
		return err
	}
	for _, w := range found.Warnings {
		a.log.Warn(in.Warning(w))
	}
	if !a.quiet {
		out := printer{w: a.stdout}
		summarise(&out, in, found, run, c.Output.Folder)
		if err := out.done(); err != nil {
			return err
		}
	}
	if f.failOnEscalations && slices.ContainsFunc(found.Patterns, func(p result.Pattern) bool { return p.Standing.Alarm }) {
		return errEscalations
	}
	if forgotten != nil {
		return &exitError{exitForgotten, fmt.Errorf("the report is written, and asks nobody: %w", forgotten)}
	}
	return nil
}

// findingsNamed is how many findings the summary lists.
const findingsNamed = 5

// summarise prints what a person wants to know before opening the report, in
// the report's language.
func summarise(out *printer, w words.Writer, a *result.Analysis, run result.Run, folder string) {
	for _, line := range w.CoverageLines(a) {
		out.linef("%s", line)
	}
	read := w.Text("%s read, opened %s.", w.Tickets(a.Tickets), w.Span(a.Span))
	if run.Rejected > 0 {
		read += " " + w.Count(run.Rejected, "%d row could not be read: see rejects.csv.", "%d rows could not be read: see rejects.csv.")
	}
	out.linef("%s", read)
	out.linef("%s", w.Summary(a))
	if len(a.Patterns) > 0 {
		out.linef("")
	}
	for _, b := range w.Outlook(a) {
		out.linef("")
		out.linef("%s", b.Title)
		for _, line := range b.Lines {
			out.linef("  %s", line)
		}
	}
	for i := range a.Patterns {
		if i == findingsNamed {
			out.linef("   %s", w.Text("and %d more in the report", len(a.Patterns)-findingsNamed))
			break
		}
		p := &a.Patterns[i]
		out.linef("%2d. %s", p.Rank, w.Statement(p))
		out.linef("    %s", ownerLine(w, p))
	}
	out.linef("")
	out.linef("%s", w.Text("Report: %s", filepath.Join(folder, "index.html")))
}

func ownerLine(w words.Writer, p *result.Pattern) string {
	line := ""
	switch o := p.Owner; {
	case o.Reason.Decided != nil && o.Reason.Decided.Code == result.DecidedNone:
		line = w.Text("Owner: none yet; one is being found since %s", w.Date(o.Reason.Decided.Day))
	case o.Gap && o.Function == "":
		line = w.Text("Owner: none; the owner map does not know this kind of ticket")
	case o.Gap:
		line = w.Text("Owner: none; %s has no team in the owner map", w.Function(o.Function))
	case o.Alternative != "":
		line = w.Text("Owner: %s (evidence: %s; or %s)", w.Team(o.Team), w.StrengthName(o), w.Team(o.Alternative))
	default:
		line = w.Text("Owner: %s (evidence: %s)", w.Team(o.Team), w.StrengthName(o))
	}
	if p.Escalate {
		line += w.Text(", answer due %s", w.Date(p.Due))
	}
	return line
}
