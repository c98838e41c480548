package main

import (
	"time"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/ingest"
)

// record gathers run.json while the run goes on. It is the only place that
// looks at the clock.
type record struct {
	config  *config.Config
	started time.Time
	phases  []result.Phase
}

func newRecord(c *config.Config) *record {
	return &record{config: c, started: time.Now(), phases: []result.Phase{}}
}

// phase begins a step of the run; the function it returns ends it.
func (r *record) phase(name string) func() {
	start := time.Now()
	return func() {
		r.phases = append(r.phases, result.Phase{Name: name, Milliseconds: time.Since(start).Milliseconds()})
	}
}

// run returns run.json. The rows are those of the tickets: rows = kept +
// merged + rejected. Writing the report is no phase of it, as run.json is part
// of the report.
func (r *record) run(read *reading, asOf time.Time) result.Run {
	run := result.Run{
		Version:      version(),
		AsOf:         asOf,
		Started:      r.started.Truncate(time.Second),
		ConfigFile:   r.config.File,
		ConfigSHA256: r.config.SHA256,
		Inputs:       read.inputs(),
		Phases:       r.phases,
		Outputs:      []string{},
		Warnings:     []result.Warning{},
	}
	for _, s := range read.Senders {
		run.Automated += s.Tickets
	}
	for _, f := range read.batch.Files {
		run.Rows += f.Rows
		run.Kept += f.Kept
		run.Merged += f.Merged
		run.Rejected += f.Rejected
	}
	return run
}

// inputOf says of one file how it was read.
func inputOf(f ingest.File, role string) result.Input {
	return result.Input{
		File: f.Name, Role: role, SHA256: f.SHA256, Bytes: f.Bytes,
		System: f.System, Form: f.Form, Confidence: f.Confidence, Encoding: f.Encoding, Delimiter: f.Delimiter,
		Dates: f.DateOrder(),
		Rows:  f.Rows, Kept: f.Kept, Merged: f.Merged, Rejected: f.Rejected,
	}
}
