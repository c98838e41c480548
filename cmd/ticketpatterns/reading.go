package main

import (
	"fmt"
	"slices"
	"strings"
	"ticketpatterns/ingest/prepare"

	"ticketpatterns/analyzer"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/ingest"
)

// reading is everything that was read for one analysis.
type reading struct {
	batch   *ingest.Batch
	changes *ingest.Changes
	people  *ingest.People
	folders []result.Warning // what lies in folders
	prepare.Prepared
}

// readAll reads tickets, changes and people, and gives the tickets what the
// people tell. Departments come from where the configuration says, each written
// in one way.
func (a *app) readAll(in inputs, c *config.Config, record *record) (*reading, error) {
	defer record.phase("read")()
	r := &reading{changes: &ingest.Changes{}}
	options := c.Ingest()
	sorted := in.sort(options)
	var err error
	if r.batch, err = a.readTickets(in.tickets, options); err != nil {
		return nil, err
	}
	if len(in.changes) > 0 {
		a.log.Info("reading "+strings.Join(in.changes, ", "), "phase", "read")
		if r.changes, err = ingest.ReadChanges(in.changes, options); err != nil {
			return nil, fmt.Errorf("reading changes: %w", err)
		}
	}
	if r.people, err = a.readPeople(in.people, options); err != nil {
		return nil, err
	}
	r.folders = slices.Concat(sorted.Warnings, sorted.Desks(r.batch.Tickets))
	r.Prepared = prepare.Tickets(r.batch.Tickets, r.people.People, c.Rules())
	r.shorten()
	return r, nil
}

// readPeople reads lists of people, if there are any.
func (a *app) readPeople(paths []string, o ingest.Options) (*ingest.People, error) {
	if len(paths) == 0 {
		return &ingest.People{}, nil
	}
	a.log.Info("reading "+strings.Join(paths, ", "), "phase", "read")
	people, err := ingest.ReadPeople(paths, o)
	if err != nil {
		return nil, fmt.Errorf("reading people: %w", err)
	}
	return people, nil
}

// input returns what the analyzer takes.
func (r *reading) input() analyzer.Input {
	checks := append(quality(r.batch), r.departmentCheck(), automatedCheck(r.Senders, len(r.batch.Tickets)))
	if len(r.people.Files) > 0 {
		checks = append(checks, result.Check{Code: result.CheckFilled, Count: r.From.People})
	}
	return analyzer.Input{
		Tickets:  r.batch.Tickets,
		Changes:  r.changes.Changes,
		People:   r.people.People,
		Quality:  checks,
		Warnings: slices.Concat(r.folders, r.batch.Warnings, r.changes.Warnings, r.people.Warnings, r.Prepared.Warnings),
	}
}

// rejects returns the rows of all files that were not read.
func (r *reading) rejects() []ticket.Reject {
	return slices.Concat(r.batch.Rejects, r.changes.Rejects, r.people.Rejects)
}

// inputs says of every file how it was read.
func (r *reading) inputs() []result.Input {
	all := []result.Input{}
	for _, f := range r.batch.Files {
		all = append(all, inputOf(f, "tickets"))
	}
	for _, f := range r.changes.Files {
		all = append(all, inputOf(f, "changes"))
	}
	for _, f := range r.people.Files {
		all = append(all, inputOf(f, "people"))
	}
	return all
}
