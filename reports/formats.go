package reports

import (
	"io"
	"io/fs"
	"slices"

	"ticketpatterns/reports/html"
	"ticketpatterns/reports/markdown"
	"ticketpatterns/reports/words"
)

// file is one file of the output folder.
type file struct {
	path  string // below the folder, with slashes
	write func(io.Writer, Document) error
}

// format is a file that can also be asked for by name.
type format struct {
	name  string
	path  string
	write func(io.Writer, Document) error
}

// formats are all that can be made from a stored run.
var formats = []format{
	{"html", "index.html", inLanguage(writePage)},
	{"json", jsonPath, writeJSON},
	{"csv", "patterns.csv", writePatterns},
	{"escalations", "escalations.csv", inLanguage(writeEscalations)},
	{"servicenow", "escalations-servicenow.csv", inLanguage(writeServiceNow)},
	{"jira", "escalations-jira.csv", inLanguage(writeJira)},
	{"md", "summary.md", inLanguage(writeSummary)},
	{"mail", "summary.html", inLanguage(writeMail)},
}

// imports are the files that other tools take in.
var imports = []string{"escalations.csv", "escalations-servicenow.csv", "escalations-jira.csv"}

// private are the files that are for nobody but who runs the program.
var private = []string{"rejects.csv"}

// mode lets others read the report, as far as the user's mask does.
func (f file) mode() fs.FileMode {
	if slices.Contains(private, f.path) {
		return 0o600
	}
	return 0o644
}

// lists are made only by the run that read the tickets.
var lists = []file{
	{"assignments.csv", writeAssignments},
	{"rejects.csv", writeRejects},
}

// inLanguage lets write see the texts with the masks of the reader's language.
// Files for programs keep those of patterns.json.
func inLanguage(write func(io.Writer, Document) error) func(io.Writer, Document) error {
	return func(w io.Writer, d Document) error {
		in, err := words.For(d.Analysis)
		if err != nil {
			return err
		}
		d.Analysis = in.Masked(d.Analysis)
		return write(w, d)
	}
}

// files lists all files except the packs and run.json.
func files() []file {
	var out []file
	for _, f := range formats {
		out = append(out, file{f.path, f.write})
	}
	return append(out, lists...)
}

func writePage(w io.Writer, d Document) error {
	o := page(d)
	o.Live = d.Live
	if d.Live == nil { // packs lie beside the file
		o.PackPath = packPaths(d)
	}
	return html.WritePage(w, d.Analysis, o)
}

func writeMail(w io.Writer, d Document) error { return html.WriteMail(w, d.Analysis, page(d)) }

func writeSummary(w io.Writer, d Document) error {
	return markdown.WriteSummary(w, d.Analysis)
}
