package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"ticketpatterns/analyzer"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/cmd/ticketpatterns/internal/archive"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/reports"
	"ticketpatterns/reports/words"
)

// replayFlags are the flags of replay that are not settings.
type replayFlags struct {
	mondays     int
	out         string
	lockTimeout time.Duration
}

// replayHistory is the history that a replay fills, in its own folder.
const replayHistory = "history.sqlite"

func (a *app) replayCommand() *cobra.Command {
	var f replayFlags
	cmd := &cobra.Command{
		Use:   "replay [EXPORT.csv ...]",
		Short: "Say what the last Mondays of an export would have told",
		Long: `Replay runs the last Mondays of an export one after the other. Each sees only the
tickets opened before it and remembers the Mondays before. It prints which Monday
would have told what, how many alarms a week that makes and, where the export names
problem records, how long before the desk itself linked the tickets. The same stands
on a page. The history it fills is its own: that of the weekly run is left alone.

The Mondays share work. What chance shows is learned once for a quarter of a year,
and what words weigh from the whole export.`,
		Example: "  ticketpatterns replay tickets.csv --mondays 26 --out replay",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.replay(cmd, args, f)
		},
	}
	addReadingFlags(cmd)
	addPeopleFlag(cmd)
	cmd.Flags().StringArray("changes", nil, "CSV or .xlsx of declared changes; may be repeated")
	cmd.Flags().String("names", "", "names of people in quoted texts: masked or shown (default masked)")
	cmd.Flags().String("locale", "", "language of the table and the page, such as en-US or de-DE (default en-GB)")
	cmd.Flags().IntVar(&f.mondays, "mondays", 26, "how many Mondays, up to the last one that the export covers")
	cmd.Flags().StringVar(&f.out, "out", "replay", "folder for the page, replay.json and the history of the replay")
	cmd.Flags().DurationVar(&f.lockTimeout, "lock-timeout", lockTimeout, "how long to wait for another run that uses the same folder")
	cmd.Flags().Lookup("out").Annotations = map[string][]string{config.NoSetting: {"true"}} // not the report's folder
	return cmd
}

func (a *app) replay(cmd *cobra.Command, args []string, f replayFlags) error {
	if f.mondays < 1 {
		return usageError(fmt.Errorf("--mondays: is %d, want 1 or more", f.mondays))
	}
	c, err := a.loadConfig(cmd)
	if err != nil {
		return err
	}
	if samePath(filepath.Join(f.out, replayHistory), c.HistoryFile()) {
		return usageError(fmt.Errorf("--out: %s is where the history of the weekly run lies, want another folder", f.out))
	}
	in, err := chooseInputs(cmd, c, args)
	if err != nil {
		return err
	}
	read, err := a.readAll(in, c, newRecord(c))
	if err != nil {
		return err
	}
	days := sundays(earliest(read.batch.Tickets, c.Location()), latest(read.batch.Tickets, c.Location()), f.mondays)
	if len(days) == 0 {
		return errors.New("nothing to replay: the tickets fill no whole week that ends before a Monday")
	}
	held, err := a.takeFolder(f.out, f.lockTimeout)
	if err != nil {
		return err
	}
	defer held.close()
	made, err := reports.BeginReplay(f.out, replayHistory, replayHistory+archive.KeyEnding)
	if err != nil {
		return usageError(err)
	}
	defer made.Remove()
	options := c.Options()
	options.Notice = in.note
	told, err := a.replayDays(read, options, days, made.Path(replayHistory))
	if err != nil {
		return err
	}
	if err := made.Finish(told, version()); err != nil {
		return fmt.Errorf("writing the replay: %w", err)
	}
	if a.quiet {
		return nil
	}
	out := printer{w: a.stdout}
	w := words.Writer{Language: c.Language()}
	tellReplay(&out, w, w.MaskedReplay(told), f.out)
	return out.done()
}

// replayDays runs the days and fills a history in a file.
func (a *app) replayDays(read *reading, o analyzer.Options, days []time.Time, file string) (told *result.Replay, err error) {
	history, err := archive.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, history.Close()) }()
	before, err := history.Memory(o.Notice, "")
	if err != nil {
		return nil, err
	}
	a.log.Info(fmt.Sprintf("replaying %s", count(len(days), "Monday", "Mondays")), "phase", "analyse", "tickets", len(read.batch.Tickets))
	input := read.input()
	progress, finish := a.progressBar()
	defer finish()
	input.Progress = progress
	told, err = analyzer.Replay(input, o, days, before, func(found *result.Analysis, after past.Memory) error {
		document := reports.Document{Analysis: found, Run: result.Run{Version: version(), AsOf: found.AsOf}}
		documents, err := documentsOf(document, false)
		if err != nil {
			return err
		}
		return history.Save(archive.Record{Note: o.Notice, Version: version(), Memory: after, Documents: documents})
	})
	if err != nil {
		return nil, fmt.Errorf("replaying: %w", err)
	}
	return told, nil
}

// earliest returns the first opened time of the tickets in the time zone of the
// configuration.
func earliest(tickets []ticket.Ticket, zone *time.Location) time.Time {
	first := tickets[0].Opened
	for i := range tickets {
		if tickets[i].Opened.Before(first) {
			first = tickets[i].Opened
		}
	}
	return first.In(zone)
}

// sundays returns the last second of the last n Sundays up to the day of last, from
// the first full week on, oldest first: what a run on the Monday after has seen.
func sundays(first, last time.Time, n int) []time.Time {
	var out []time.Time
	day := last.AddDate(0, 0, -int(last.Weekday()))
	for ; len(out) < n; day = day.AddDate(0, 0, -7) {
		y, m, d := day.Date()
		end := time.Date(y, m, d+1, 0, 0, 0, 0, day.Location()).Add(-time.Second)
		if end.AddDate(0, 0, -6).Before(first) {
			break
		}
		out = append(out, end)
	}
	slices.Reverse(out)
	return out
}

// samePath reports whether two names lead to one file.
func samePath(a, b string) bool {
	one, errA := filepath.Abs(a)
	two, errB := filepath.Abs(b)
	return errA == nil && errB == nil && one == two
}
