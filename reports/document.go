// Package reports writes an Analysis as a folder of files: the page, the packs for the teams, JSON and CSV.
//
// Every file is first made in a temporary folder inside the output folder and
// moved into place only when all of them are there, so that a run that fails
// leaves the last good report whole. To add a format, write one file with its
// function and one line in the table of formats.
package reports

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/reports/html"
)

// Document is all that a report is made of.
type Document struct {
	Analysis *result.Analysis
	Rejects  []ticket.Reject
	Run      result.Run
	// TicketURL is a template with {id} for links to tickets, such as
	// https://desk.example/tickets/{id}; "" for none. Only http and https.
	TicketURL string
}

// Write makes the output folder dir: all files of all formats, the packs of
// the teams and, last, run.json with the list of what was written. Files of
// the last run that are no longer made are removed; whatever else is in dir
// stays untouched. On an error the last report is left as it was.
func Write(dir string, d Document) error {
	return write(dir, d, append(files(), packs(d)...))
}

// WriteFormat writes one of Formats to w.
func WriteFormat(w io.Writer, name string, d Document) error {
	for _, f := range formats {
		if f.name == name {
			return f.write(w, d)
		}
	}
	return fmt.Errorf("unknown format %q, want one of %s", name, strings.Join(Formats(), ", "))
}

// Formats lists the names that WriteFormat knows.
func Formats() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

func write(dir string, d Document, files []file) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making the output folder: %w", err)
	}
	made, err := os.MkdirTemp(dir, temporary+"*")
	if err != nil {
		return fmt.Errorf("making a temporary folder: %w", err)
	}
	defer os.RemoveAll(made)
	for _, f := range append(files, runFile(files)) {
		if err := create(filepath.Join(made, filepath.FromSlash(f.path)), d, f.write); err != nil {
			return fmt.Errorf("writing %s: %w", f.path, err)
		}
	}
	return replace(dir, filepath.Base(made), append(paths(files), runPath))
}

func create(path string, d Document, write func(io.Writer, Document) error) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	return write(f, d)
}

func paths(files []file) []string {
	out := make([]string, len(files))
	for i, f := range files {
		out[i] = f.path
	}
	slices.Sort(out)
	return out
}

func page(d Document) html.Options {
	return html.Options{Run: d.Run, TicketURL: d.TicketURL}
}
