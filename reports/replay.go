package reports

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/html"
)

// The files of a replay.
const (
	replayPage = "index.html"
	replayJSON = "replay.json"
)

// Making is a folder inside an output folder in which a replay is made, so that its
// files appear only when all of them are there.
type Making struct{ dir, made string }

// BeginReplay makes the output folder dir, and in it the folder that the files are
// made in. It refuses a folder that holds a report.
func BeginReplay(dir string) (*Making, error) {
	if _, err := os.Lstat(filepath.Join(dir, runPath)); err == nil {
		return nil, fmt.Errorf("%s holds a report, want a folder for the replay alone", dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("making the output folder: %w", err)
	}
	made, err := os.MkdirTemp(dir, temporary+"*")
	if err != nil {
		return nil, fmt.Errorf("making a temporary folder: %w", err)
	}
	return &Making{dir, made}, nil
}

// Path returns where a file of that name is made.
func (m *Making) Path(name string) string { return filepath.Join(m.made, name) }

// Remove removes what is not in place. It is safe to call after [Making.Finish].
func (m *Making) Remove() { _ = os.RemoveAll(m.made) } // what stays is a hidden folder of no use

// Finish writes the page and replay.json, and moves them with the files beside,
// which are made already, to their places.
func (m *Making) Finish(r *result.Replay, version string, beside ...string) error {
	for _, f := range []file{
		{replayPage, func(w io.Writer, _ Document) error { return html.WriteReplay(w, r, version) }},
		{replayJSON, func(w io.Writer, _ Document) error { return encode(w, r) }},
	} {
		if err := create(m.Path(f.path), Document{}, f.write); err != nil {
			return fmt.Errorf("writing %s: %w", f.path, err)
		}
	}
	return replace(m.dir, filepath.Base(m.made), append([]string{replayPage, replayJSON}, beside...))
}
