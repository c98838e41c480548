package reports

import (
	"io"

	"ticketpatterns/reports/html"
	"ticketpatterns/reports/markdown"
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
	{"html", "index.html", writePage},
	{"json", jsonPath, writeJSON},
	{"csv", "patterns.csv", writePatterns},
	{"escalations", "escalations.csv", writeEscalations},
	{"servicenow", "escalations-servicenow.csv", writeServiceNow},
	{"jira", "escalations-jira.csv", writeJira},
	{"md", "summary.md", writeSummary},
	{"mail", "summary.html", writeMail},
}

// lists are made only by the run that read the tickets.
var lists = []file{
	{"assignments.csv", writeAssignments},
	{"rejects.csv", writeRejects},
}

// files are all files but the packs and run.json.
func files() []file {
	var out []file
	for _, f := range formats {
		out = append(out, file{f.path, f.write})
	}
	return append(out, lists...)
}

func writePage(w io.Writer, d Document) error {
	o := page(d)
	o.PackPath = packPaths(d)
	return html.WritePage(w, d.Analysis, o)
}

func writeMail(w io.Writer, d Document) error { return html.WriteMail(w, d.Analysis, page(d)) }

func writeSummary(w io.Writer, d Document) error {
	return markdown.WriteSummary(w, d.Analysis)
}
