package reports

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/html"
	"ticketpatterns/reports/internal/folder"
)

// The files of a replay.
const (
	replayPage = "index.html"
	replayJSON = "replay.json"
)

// Making is a replay that is written, but not where readers look: its files take their
// places together or not at all.
type Making struct {
	change *folder.Change
	again  bool // a replay lies there already
}

// BeginReplay makes the output folder dir, and in it the hidden folder that the files
// are made in. It refuses a folder that holds a report.
func BeginReplay(dir string) (*Making, error) {
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
	_, err = os.Lstat(filepath.Join(dir, replayJSON))
	return &Making{change, err == nil}, nil
}

// Path returns where a file of that name is made.
func (m *Making) Path(name string) string { return m.change.Place(name) }

// Remove removes what is not in place. It is safe to call after [Making.Finish].
func (m *Making) Remove() { _ = m.change.Close() } // what stays is a hidden folder that the next run removes

// Finish writes the page and replay.json, and moves them with the files beside,
// which are made already, to their places.
func (m *Making) Finish(r *result.Replay, version string, beside ...string) error {
	for name, write := range map[string]func(io.Writer) error{
		replayPage: func(w io.Writer) error { return html.WriteReplay(w, r, version) },
		replayJSON: func(w io.Writer) error { return encode(w, r) },
	} {
		if err := m.change.Add(name, 0o644, write); err != nil {
			return fmt.Errorf("writing %s: %w", name, err)
		}
	}
	for _, name := range beside {
		m.change.Made(name)
	}
	if err := m.change.Switch(nil, func(string) bool { return m.again }); err != nil {
		return err
	}
	return m.change.Keep()
}
