package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/cmd/ticketpatterns/internal/archive"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/cmd/ticketpatterns/internal/lock"
	"ticketpatterns/reports"

	"ticketpatterns/ingest/plainfile"
)

// The documents that are kept with a run.
const (
	storedAnalysis = "patterns.json"
	storedRun      = "run.json"
)

// remembrance is the history of one run: what was known before, and where the
// run is stored. A history that cannot be used costs the memory and what is asked of
// people, not the report.
type remembrance struct {
	archive *archive.Archive // nil: nothing is remembered
	lock    *lock.Lock       // nil: nobody else may come
	memory  past.Memory
	decided []decidedRow
	off     bool // nobody wants it
	note    string
	texts   bool
	problem error

	released sync.Once
}

// addHistoryFlags adds the flags of commands that use the history.
func addHistoryFlags(cmd *cobra.Command) {
	cmd.Flags().String("history", "", "file of the history (default: beside the output folder)")
}

// peek opens the history of a run, if there is one, and reads the file of decisions.
// Nothing is written yet. From here on no other run uses the history.
func (a *app) peek(cmd *cobra.Command, c *config.Config, note string, wait time.Duration) (*remembrance, []result.Warning, error) {
	off, err := cmd.Flags().GetBool("no-history")
	if err != nil {
		return nil, nil, usageError(err)
	}
	r := &remembrance{note: note, texts: c.History.Texts}
	if r.off = off || !c.History.Keep; r.off {
		return r, nil, nil
	}
	decided, odd, err := a.readDecisions(c)
	if err != nil {
		return nil, nil, err
	}
	r.decided = decided
	if _, err := os.Stat(filepath.Dir(c.HistoryFile())); err != nil {
		return r, odd, nil // begin makes it
	}
	if err := r.hold(a, c, wait); err != nil {
		return nil, nil, err
	}
	if _, err := os.Stat(c.HistoryFile()); err == nil && r.problem == nil {
		r.archive, err = archive.Open(c.HistoryFile())
		r.lose(err)
	}
	return r, odd, nil
}

// begin makes the history if there is none, writes the decisions into it and takes
// out what was known before the day of the analysis.
func (r *remembrance) begin(a *app, c *config.Config, wait time.Duration, asOf result.Day) error {
	if r.off {
		return nil
	}
	if r.archive == nil && r.problem == nil {
		if err := os.MkdirAll(filepath.Dir(c.HistoryFile()), 0o700); err != nil {
			r.lose(fmt.Errorf("making the folder of the history: %w", err))
			return nil
		}
		if err := r.hold(a, c, wait); err != nil || r.problem != nil {
			return err
		}
		var err error
		if r.archive, err = archive.Open(c.HistoryFile()); err != nil {
			r.lose(err)
			return nil
		}
	}
	if r.problem != nil {
		return nil
	}
	var err error
	if len(r.decided) > 0 {
		all := make([]past.Decision, len(r.decided))
		for i, d := range r.decided {
			all[i] = d.Decision
		}
		_, err = r.archive.Decide(all)
	}
	if err == nil {
		r.memory, err = r.archive.Memory(r.note, string(asOf))
	}
	r.lose(err)
	return nil
}

// hold takes the lock of the history. That another run does not end is an error;
// where no lock can be made, no history can.
func (r *remembrance) hold(a *app, c *config.Config, wait time.Duration) error {
	if r.lock != nil {
		return nil
	}
	held, err := a.lock(c.HistoryFile()+lockEnding, wait)
	if errors.Is(err, lock.ErrHeld) {
		return err
	}
	r.lock = held
	r.lose(err)
	return nil
}

// lose goes on without the history if err says that it cannot be used. The run then
// asks nobody, because it might have asked before.
func (r *remembrance) lose(err error) {
	if err == nil {
		return
	}
	if r.archive != nil {
		r.archive.Close()
	}
	r.archive, r.memory, r.problem = nil, past.Memory{Lost: true}, err
}

func (r *remembrance) close() {
	if r.archive != nil {
		r.archive.Close()
	}
	r.release()
}

// release lets other runs use the history; once.
func (r *remembrance) release() {
	r.released.Do(func() {
		if r.lock != nil {
			r.lock.Release()
		}
	})
}

// store keeps a run; where it cannot, the run is one without memory.
func (r *remembrance) store(memory past.Memory, document reports.Document) {
	if r.archive == nil {
		return
	}
	documents, err := documentsOf(document, r.texts)
	if err == nil {
		err = r.archive.Save(archive.Record{Note: r.note, Version: document.Run.Version, Memory: memory, Documents: documents})
	}
	r.lose(err)
}

// documentsOf returns what render needs to show a run again.
func documentsOf(d reports.Document, texts bool) (map[string][]byte, error) {
	if !texts {
		d.Analysis = withoutTexts(d.Analysis)
	}
	var analysis bytes.Buffer
	if err := reports.WriteFormat(&analysis, "json", d); err != nil {
		return nil, err
	}
	run, err := json.Marshal(d.Run)
	if err != nil {
		return nil, err
	}
	return map[string][]byte{storedAnalysis: analysis.Bytes(), storedRun: run}, nil
}

// withoutTexts returns the analysis without what people wrote in tickets. Labels
// and phrases stay: they name the issues.
func withoutTexts(a *result.Analysis) *result.Analysis {
	out := *a
	quiet := func(patterns []result.Pattern) []result.Pattern {
		all := make([]result.Pattern, len(patterns))
		for i, p := range patterns {
			p.Exemplars = append([]result.Exemplar{}, p.Exemplars...)
			for n := range p.Exemplars {
				p.Exemplars[n].Subject, p.Exemplars[n].Description = "", ""
			}
			p.Workaround, p.Tried.Notes = []result.Workaround{}, []result.Note{}
			all[i] = p
		}
		return all
	}
	out.Patterns, out.Missed = quiet(a.Patterns), quiet(a.Missed)
	out.Desk.LeftOutBy = append([]result.LeftOut{}, a.Desk.LeftOutBy...)
	for i := range out.Desk.LeftOutBy {
		out.Desk.LeftOutBy[i].Examples = []result.Example{}
	}
	return &out
}

// decisionsPath is where the page tells people to save decisions.
func decisionsPath(c *config.Config) string {
	return filepath.ToSlash(cmp.Or(c.History.Decisions, filepath.Join(c.Output.Folder, decisionsFile)))
}

// readDecisions reads the file of decisions: the one that is named or else
// decisions.csv in the output folder and beside the history.
func (a *app) readDecisions(c *config.Config) (all []decidedRow, odd []result.Warning, err error) {
	files := []string{c.History.Decisions}
	if c.History.Decisions == "" {
		files = []string{filepath.Join(c.Output.Folder, decisionsFile), filepath.Join(filepath.Dir(c.HistoryFile()), decisionsFile)}
	}
	for _, file := range files {
		data, err := plainfile.Read(file, maxDecisionBytes)
		if errors.Is(err, fs.ErrNotExist) && c.History.Decisions == "" {
			continue
		}
		if err != nil {
			return nil, nil, usageError(fmt.Errorf("reading decisions: %w", err))
		}
		decisions, wrong := parseDecisions(file, data)
		for _, w := range wrong {
			odd = append(odd, result.Warning{Code: result.WarnDecisionRow, File: w.file, Line: w.line, Reason: w.err.Error()})
		}
		all = append(all, decisions...)
	}
	return all, odd, nil
}
