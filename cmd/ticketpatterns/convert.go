package main

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"ticketpatterns/ingest"
	"ticketpatterns/ingest/prepare"
)

func (a *app) convertCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "convert EXPORT.csv ...",
		Short: "Write the tickets as one clean CSV",
		Long: `Convert writes the tickets of all exports as one CSV in the canonical columns:
UTF-8, times in RFC 3339, each ticket once. Reading its own output gives the
same bytes. Departments and locations that are empty come from --people.`,
		Example: "  ticketpatterns convert tickets.csv --out clean.csv",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.convert(cmd, args, out)
		},
	}
	addReadingFlags(cmd)
	addPeopleFlag(cmd)
	cmd.Flags().StringVar(&out, "out", "", "file to write (default: standard output)")
	return cmd
}

// convert writes the tickets as they were read, with what people tell where they
// say nothing. It does not prepare them: its output is an input again, and is
// prepared then.
func (a *app) convert(cmd *cobra.Command, args []string, out string) error {
	c, err := a.loadConfig(cmd)
	if err != nil {
		return err
	}
	in, err := chooseInputs(cmd, c, args)
	if err != nil {
		return err
	}
	sorted := in.sort(c.Ingest())
	batch, err := a.readTickets(in.tickets, c.Ingest())
	if err != nil {
		return err
	}
	people, err := a.readPeople(in.people, c.Ingest())
	if err != nil {
		return err
	}
	prepare.Fill(batch.Tickets, people.People)
	for _, w := range slices.Concat(sorted.Warnings, sorted.Desks(batch.Tickets), batch.Warnings, people.Warnings) {
		a.log.Warn(english.Warning(w))
	}
	return a.write(out, func(w io.Writer) error { return ingest.WriteCanonical(w, batch.Tickets) })
}
