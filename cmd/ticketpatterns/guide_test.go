package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// guide is where the packages are listed.
const guide = ".github/CONTRIBUTING.md"

// packageRow is a row of the guide's table of packages:
//
//	| `analyzer/ticket` | Package ticket defines ... |
var packageRow = regexp.MustCompile("(?m)^\\|\\s*`([a-z0-9/]+)`\\s*\\|\\s*((?:Package )?[A-Za-z]+ [^|]*?)\\s*\\|")

// TestGuideNamesPackages holds that the guide says of each package what its
// package comment says, in the same words.
func TestGuideNamesPackages(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(repository, guide))
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, row := range packageRow.FindAllStringSubmatch(string(data), -1) {
		said[row[1]] = row[2]
	}
	for _, line := range goList(t, `{{.ImportPath}} {{.Doc}}`) {
		path, doc, _ := strings.Cut(line, " ")
		room := strings.TrimPrefix(path, module+"/")
		switch got := said[room]; {
		case doc == "" || !strings.HasSuffix(doc, "."):
			t.Errorf("%s: its package comment does not begin with one sentence: %q", room, doc)
		case got == "":
			t.Errorf("%s does not name %s", guide, room)
		case got != doc:
			t.Errorf("%s says of %s\n\t%s\nand its package comment\n\t%s", guide, room, got, doc)
		}
	}
}

// readmeWords is how many words the README may have: what it is, how to run it
// and where to read on.
const readmeWords = 900

func TestReadmeIsShort(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(repository, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(strings.Fields(string(data))); n >= readmeWords {
		t.Errorf("README.md has %d words, want fewer than %d", n, readmeWords)
	}
}

// documents are the texts for people who look at the repository.
var documents = []string{
	"README.md", guide, ".github/CHANGELOG.md", ".github/SECURITY.md", "analyzer/lifecycle/life.md", "cmd/ticketpatterns/internal/archive/history.md",
}

var (
	localLink  = regexp.MustCompile(`\]\(([^):#]+)\)`)
	quotedFile = regexp.MustCompile("`([a-z_]+/[a-z_/]+\\.(?:go|md))`")
)

// TestLinks holds that the files which Markdown links to or quotes are there.
func TestLinks(t *testing.T) {
	for _, file := range documents {
		data, err := os.ReadFile(filepath.Join(repository, file))
		if err != nil {
			t.Fatal(err)
		}
		for _, link := range localLink.FindAllStringSubmatch(string(data), -1) {
			if _, err := os.Stat(filepath.Join(repository, filepath.Dir(file), link[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", file, link[1])
			}
		}
		for _, quoted := range quotedFile.FindAllStringSubmatch(string(data), -1) {
			if _, err := os.Stat(filepath.Join(repository, quoted[1])); err != nil {
				t.Errorf("%s speaks of %s, which is not there", file, quoted[1])
			}
		}
	}
}

// readmeCommand is a command of the README that works on any export; those on ids
// and days are run by testdata/history.txtar.
var readmeCommand = regexp.MustCompile(`(?m)^\./ticketpatterns ((?:inspect|analyze|check|config)\b[^#\n]*)`)

func TestReadmeCommands(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(repository, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	commands := readmeCommand.FindAllStringSubmatch(string(data), -1)
	if len(commands) < 5 {
		t.Fatalf("%d commands, want 5 or more", len(commands))
	}
	chdirSample(t)
	for _, c := range commands {
		runOK(t, splitQuoted(c[1])...)
	}
}
