package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// readmeRow is a row of the README's table of packages:
//
//	| `analyzer/ticket` | Package ticket defines ... |
var readmeRow = regexp.MustCompile("(?m)^\\|\\s*`([a-z/]+)`\\s*\\|\\s*((?:Package )?[A-Za-z]+ [^|]*?)\\s*\\|")

// TestReadmeNamesPackages holds that the README says of each package what its
// package comment says, in the same words.
func TestReadmeNamesPackages(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(repository, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, row := range readmeRow.FindAllStringSubmatch(string(data), -1) {
		said[row[1]] = row[2]
	}
	for _, line := range goList(t, `{{.ImportPath}} {{.Doc}}`) {
		path, doc, _ := strings.Cut(line, " ")
		room := strings.TrimPrefix(path, module+"/")
		switch got := said[room]; {
		case doc == "" || !strings.HasSuffix(doc, "."):
			t.Errorf("%s: its package comment does not begin with one sentence: %q", room, doc)
		case got == "":
			t.Errorf("README.md does not name %s", room)
		case got != doc:
			t.Errorf("README.md says of %s\n\t%s\nand its package comment\n\t%s", room, got, doc)
		}
	}
}
