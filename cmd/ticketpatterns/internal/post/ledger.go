package post

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"ticketpatterns/ingest/plainfile"
)

// maxLedger is far more than the runs that are kept need.
const maxLedger = 16 << 20

// keptRuns is how many runs the ledger remembers.
const keptRuns = 60

// Ledger remembers in a file what was sent for which run.
type Ledger struct {
	file string
	runs []sentRun
}

type sentRun struct {
	Run  string   `json:"run"`
	Sent []string `json:"sent"` // keys of the places, sorted
}

// OpenLedger reads the file, which need not be there yet.
func OpenLedger(file string) (*Ledger, error) {
	l := &Ledger{file: file}
	data, err := plainfile.Read(file, maxLedger)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return l, nil
	case err != nil:
		return nil, fmt.Errorf("reading what was sent: %w", err)
	}
	if err := json.Unmarshal(data, &l.runs); err != nil {
		return nil, fmt.Errorf("%s: not a list of what was sent: %w; delete it to send again", file, err)
	}
	return l, nil
}

// Forget lets a run be sent again.
func (l *Ledger) Forget(run string) {
	l.runs = slices.DeleteFunc(l.runs, func(r sentRun) bool { return r.Run == run })
}

func (l *Ledger) has(run, key string) bool {
	return slices.ContainsFunc(l.runs, func(r sentRun) bool { return r.Run == run && slices.Contains(r.Sent, key) })
}

// note writes down that key was sent, in a new file that takes the place of the old.
func (l *Ledger) note(run, key string) error {
	at := slices.IndexFunc(l.runs, func(r sentRun) bool { return r.Run == run })
	if at < 0 {
		at = len(l.runs)
		l.runs = append(l.runs, sentRun{Run: run})
	}
	l.runs[at].Sent = append(l.runs[at].Sent, key)
	slices.Sort(l.runs[at].Sent)
	l.runs = l.runs[max(0, len(l.runs)-keptRuns):]
	data, err := json.MarshalIndent(l.runs, "", "  ")
	if err != nil {
		return fmt.Errorf("noting what was sent: %w", err)
	}
	part, err := os.CreateTemp(filepath.Dir(l.file), "."+filepath.Base(l.file)+".*") // 0600
	if err != nil {
		return fmt.Errorf("noting what was sent: %w", err)
	}
	defer os.Remove(part.Name()) // gone already if all went well
	_, err = part.Write(append(data, '\n'))
	if closed := part.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(part.Name(), l.file)
	}
	if err != nil {
		return fmt.Errorf("noting what was sent: %w", err)
	}
	return nil
}
