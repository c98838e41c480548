package reports

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/html"
	"ticketpatterns/reports/internal/folder"
)

// The files of a replay. The record says what it wrote, apart from replay.json, which is
// the same for the same export.
const (
	replayPage   = "index.html"
	replayJSON   = "replay.json"
	replayRecord = "replay-run.json"
)

// Making is a replay that is written, but not where readers look: its files take their
// places together or not at all.
type Making struct {
	change *folder.Change
	last   earlier
	beside []string
}

// BeginReplay makes the output folder dir, and in it the hidden folder that the files
// are made in, those beside the page by others. It refuses a folder that holds a report.
func BeginReplay(dir string, beside ...string) (*Making, error) {
	if _, err := os.Lstat(filepath.Join(dir, runPath)); err == nil {
		return nil, fmt.Errorf("%s holds a report, want a folder for the replay alone", dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("making the output folder: %w", err)
	}
	change, err := folder.Begin(dir)
	if err != nil {
		return nil, fmt.Errorf("output folder %s: %w", dir, err)
	}
	known := append([]string{replayPage, replayJSON, replayRecord}, beside...)
	last := listed(dir, replayRecord, func(name string) bool { return slices.Contains(known, name) })
	return &Making{change, last, beside}, nil
}

// Path returns where a file of that name is made.
func (m *Making) Path(name string) string { return m.change.Place(name) }

// Remove removes what is not in place. It is safe to call after [Making.Finish].
func (m *Making) Remove() { _ = m.change.Close() } // what stays is a hidden folder that the next run removes

// Finish writes the page, replay.json and the record, and moves them with the files
// beside, which are made already, to their places.
func (m *Making) Finish(r *result.Replay, version string) (err error) {
	d, sums := Document{}, map[string]string{}
	for _, f := range []file{
		{replayPage, func(w io.Writer, _ Document) error { return html.WriteReplay(w, r, version) }},
		{replayJSON, func(w io.Writer, _ Document) error { return encode(w, r) }},
	} {
		if sums[f.path], err = add(m.change, f, d); err != nil {
			return err
		}
	}
	for _, name := range m.beside {
		m.change.Made(name)
		if sums[name], err = sumOf(filepath.Dir(m.change.Place(name)), name); err != nil {
			return fmt.Errorf("reading what was written: %w", err)
		}
	}
	record := file{replayRecord, func(w io.Writer, _ Document) error {
		return encode(w, replayRun{version, append(slices.Sorted(maps.Keys(sums)), replayRecord), sums})
	}}
	if _, err := add(m.change, record, d); err != nil {
		return err
	}
	if err := m.change.Switch(nil, m.last.ours); err != nil {
		return err
	}
	return m.change.Keep()
}

// replayRun is the record of a replay. The next one replaces only what still has the sum
// in it; what somebody changed or put there is kept beside.
type replayRun struct {
	Version      string            `json:"version"`
	Outputs      []string          `json:"outputs"`
	OutputSHA256 map[string]string `json:"output_sha256"` // of each output but this record, by its path
}
