package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/ingest"
)

// inputs are the files of one run.
type inputs struct {
	tickets, changes, people []string
	note                     string
}

// chooseInputs takes the exports that the command line names. Only if it names
// none, those of the configuration count, with the files that come beside them
// and their note.
func chooseInputs(cmd *cobra.Command, c *config.Config, args []string) (inputs, error) {
	in := inputs{tickets: args}
	if len(args) == 0 {
		in = inputs{c.Inputs.Tickets, c.Inputs.Changes, c.Inputs.People, c.Inputs.Note}
		if err := checkConfigured(in.tickets); err != nil {
			return inputs{}, usageError(err)
		}
	}
	for name, paths := range map[string]*[]string{"changes": &in.changes, "people": &in.people} {
		if f := cmd.Flags().Lookup(name); f != nil && f.Changed {
			given, err := cmd.Flags().GetStringArray(name)
			if err != nil {
				return inputs{}, usageError(err)
			}
			*paths = given
		}
	}
	return in, nil
}

// checkConfigured refuses inputs of the configuration that are not there, as
// somebody who names no export on the command line may not know of them.
func checkConfigured(paths []string) error {
	const name = "name an export: ticketpatterns analyze EXPORT.csv"
	if len(paths) == 0 {
		return errors.New("nothing to read: the configuration names no tickets; " + name)
	}
	for _, p := range paths {
		if _, err := os.Stat(p); errors.Is(err, fs.ErrNotExist) && !strings.ContainsAny(p, "*?[#") && p != "-" {
			return fmt.Errorf("nothing to read: %s, which inputs.tickets names, is not there; %s", p, name)
		}
	}
	return nil
}

// sort looks into the folders among the tickets and takes the lists of people and
// changes that lie there for what they are.
func (in *inputs) sort(o ingest.Options) ingest.Sorted {
	sorted := ingest.Sort(in.tickets, o)
	in.tickets = sorted.Tickets
	in.changes, in.people = slices.Concat(in.changes, sorted.Changes), slices.Concat(in.people, sorted.People)
	return sorted
}

// readTickets reads the exports, with a progress line. That no ticket could be
// read is an error, with the first reasons.
func (a *app) readTickets(paths []string, o ingest.Options) (*ingest.Batch, error) {
	a.log.Info("reading "+strings.Join(paths, ", "), "phase", "read")
	batch, err := ingest.Read(paths, a.stdin, o)
	if err != nil {
		return nil, fmt.Errorf("reading tickets: %w", err)
	}
	if len(batch.Tickets) == 0 {
		return nil, noTickets(batch)
	}
	return batch, nil
}

// reasonsNamed is how many reasons are given for a read without tickets.
const reasonsNamed = 3

func noTickets(b *ingest.Batch) error {
	wrong := []error{errors.New("no ticket could be read; `ticketpatterns inspect` shows what was found in the files")}
	for _, f := range b.Files {
		if f.Problem != "" && len(wrong) <= reasonsNamed {
			wrong = append(wrong, fmt.Errorf("%s: %s", f.Name, f.Problem))
		}
	}
	for _, r := range b.Rejects {
		if len(wrong) <= reasonsNamed {
			wrong = append(wrong, r)
		}
	}
	return errors.Join(wrong...)
}

// latest returns the last opened time of the tickets in the time zone of the
// configuration.
func latest(tickets []ticket.Ticket, zone *time.Location) time.Time {
	var last time.Time
	for i := range tickets {
		if tickets[i].Opened.After(last) {
			last = tickets[i].Opened
		}
	}
	return last.In(zone)
}

// parseAsOf reads the day or time of --as-of. A day means its last second, in
// the time zone of the configuration.
func parseAsOf(text string, zone *time.Location) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t.In(zone), nil
	}
	day, err := time.ParseInLocation(time.DateOnly, text, zone)
	if err != nil {
		return time.Time{}, usageError(fmt.Errorf("--as-of: is %q, want a day such as 2026-11-22", text))
	}
	return day.AddDate(0, 0, 1).Add(-time.Second), nil
}

// counted says "1,234 tickets from 2 files".
func counted(b *ingest.Batch) string {
	return fmt.Sprintf("%s from %s", english.Tickets(len(b.Tickets)), count(len(b.Files), "file", "files"))
}
