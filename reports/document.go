// Package reports writes an Analysis as a folder of files: the page, the packs for the teams, JSON and CSV.
//
// All files of a run take their places together or not at all (package folder). To
// add a format, write one file with its function and one line in the table of formats.
package reports

import (
	"errors"
	"fmt"
	"io"
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
	// SaveAs is the file from which the next run reads decisions; "" for decisions.csv.
	SaveAs string
	// Live is for a page that a server shows.
	Live *html.Live
}

// Write is Prepare, Switch and Keep: all files of a report in the folder dir, which is
// made if it is not there.
func Write(dir string, d Document) (err error) {
	made, err := Prepare(dir, d)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, made.Close()) }()
	if err := made.Switch(); err != nil {
		return err
	}
	return made.Keep()
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

func paths(files []file) []string {
	out := make([]string, len(files))
	for i, f := range files {
		out[i] = f.path
	}
	slices.Sort(out)
	return out
}

func page(d Document) html.Options {
	return html.Options{Run: d.Run, TicketURL: d.TicketURL, SaveAs: d.SaveAs}
}
