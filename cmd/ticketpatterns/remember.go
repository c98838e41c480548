package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/cmd/ticketpatterns/internal/archive"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/reports"
)

// The documents that are kept with a run.
const (
	storedAnalysis = "patterns.json"
	storedRun      = "run.json"
)

// remembrance is the history of one run: what was known before, and where the
// run is stored. A history that cannot be used costs the memory, not the report.
type remembrance struct {
	archive *archive.Archive // nil: nothing is remembered
	memory  past.Memory
	note    string
	texts   bool
	problem error
}

// addHistoryFlags adds the flags of commands that use the history.
func addHistoryFlags(cmd *cobra.Command) {
	cmd.Flags().String("history", "", "file of the history (default: beside the output folder)")
}

// remember opens the history of a run, reads the decisions into it and takes out
// what was known before the day of the analysis.
func (a *app) remember(cmd *cobra.Command, c *config.Config, note string, asOf result.Day) (*remembrance, error) {
	off, err := cmd.Flags().GetBool("no-history")
	if err != nil {
		return nil, usageError(err)
	}
	r := &remembrance{note: note, texts: c.History.Texts}
	if off || !c.History.Keep {
		return r, nil
	}
	decided, err := a.readDecisions(c)
	if err != nil {
		return nil, err
	}
	if r.archive, err = archive.Open(c.HistoryFile()); err != nil {
		return a.without(r, err), nil
	}
	if len(decided) > 0 {
		if _, err := r.archive.Decide(decided); err != nil {
			return a.without(r, err), nil
		}
	}
	if r.memory, err = r.archive.Memory(note, string(asOf)); err != nil {
		return a.without(r, err), nil
	}
	return r, nil
}

// without goes on without a history.
func (a *app) without(r *remembrance, err error) *remembrance {
	a.log.Warn("nothing is remembered in this run: " + err.Error())
	r.close()
	r.archive, r.memory, r.problem = nil, past.Memory{}, err
	return r
}

func (r *remembrance) close() {
	if r.archive != nil {
		r.archive.Close()
	}
}

// store keeps a run. What fails is said and decides the exit status; the report
// is written already.
func (a *app) store(r *remembrance, memory past.Memory, document reports.Document) {
	if r.archive == nil {
		return
	}
	documents, err := documentsOf(document, r.texts)
	if err == nil {
		err = r.archive.Save(archive.Record{Note: r.note, Version: document.Run.Version, Memory: memory, Documents: documents})
	}
	if err != nil {
		r.problem = err
		a.log.Warn("this run is not remembered: " + err.Error())
	}
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

// readDecisions reads the file of decisions: the one that is named or else
// decisions.csv in the output folder and beside the history.
func (a *app) readDecisions(c *config.Config) ([]past.Decision, error) {
	files := []string{c.History.Decisions}
	if c.History.Decisions == "" {
		files = []string{filepath.Join(c.Output.Folder, decisionsFile), filepath.Join(filepath.Dir(c.HistoryFile()), decisionsFile)}
	}
	var all []past.Decision
	for _, file := range files {
		data, err := os.ReadFile(file)
		if errors.Is(err, fs.ErrNotExist) && c.History.Decisions == "" {
			continue
		}
		if err != nil {
			return nil, usageError(fmt.Errorf("reading decisions: %w", err))
		}
		decisions, wrong := parseDecisions(file, data)
		for _, w := range wrong {
			a.log.Warn(w.Error())
		}
		all = append(all, decisions...)
	}
	return all, nil
}
