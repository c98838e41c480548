package main

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// What README, SECURITY and config.yaml promise and no other test holds.

// connecting are the packages that may open a network connection: to send, and to show a
// report in a browser.
var connecting = []string{"cmd/ticketpatterns/internal/post", "cmd/ticketpatterns/internal/serve"}

// TestOnlySendAndServeConnect holds that no other package can reach the network.
func TestOnlySendAndServeConnect(t *testing.T) {
	for _, line := range goList(t, `{{.ImportPath}} {{join .Imports " "}}`) {
		imports := strings.Fields(line)
		if slices.Contains(connecting, strings.TrimPrefix(imports[0], module+"/")) {
			continue
		}
		for _, path := range imports[1:] {
			if slices.Contains([]string{"net", "net/http", "net/smtp", "crypto/tls"}, path) && !(imports[0] == module+"/cmd/ticketpatterns" && path == "net") { // which listens, for serve
				t.Errorf("%s imports %s, which only %s may", imports[0], path, strings.Join(connecting, " and "))
			}
		}
	}
}

// TestDecisionsAreYours holds that no run writes or removes the file of decisions.
func TestDecisionsAreYours(t *testing.T) {
	t.Chdir(t.TempDir())
	writeWeeks(t, "tickets.csv", [10]int{0, 8, 9})
	const mine = "pattern_id,issue_id,decision,reason,date,owner,with_issue,decided_by,decided_on\nP-1234567890,,accept,,,,,Kim,2026-03-02\n"
	for week := range 3 {
		runOK(t, "analyze", "tickets.csv", "--quiet", "--as-of", weekDay(week))
		if week == 0 {
			if err := os.WriteFile("report/decisions.csv", []byte(mine), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	after := treeOf(t)
	if after["report/decisions.csv"] != mine || strings.Contains(after["report/run.json"], `"decisions.csv"`) {
		t.Errorf("decisions.csv is %q", after["report/decisions.csv"])
	}
}

// TestLanguagesOfPrograms holds that what programs read is the same in every language:
// results, and the columns of all files.
func TestLanguagesOfPrograms(t *testing.T) {
	t.Chdir(t.TempDir())
	writeWeeks(t, "tickets.csv", [10]int{0, 8, 9})
	runOK(t, "analyze", "tickets.csv", "--quiet", "--no-history", "--out", "en")
	runOK(t, "analyze", "tickets.csv", "--quiet", "--no-history", "--out", "de", "--locale", "de-DE")
	files := treeOf(t)
	for name, text := range files {
		if name, english := strings.CutPrefix(name, "en/"); english && strings.HasSuffix(name, ".csv") {
			columns, _, _ := strings.Cut(text, "\n")
			if german, _, _ := strings.Cut(files["de/"+name], "\n"); german != columns {
				t.Errorf("%s has the columns %s in German, want %s", name, german, columns)
			}
		}
	}
	for _, name := range []string{"assignments.csv", "rejects.csv", "patterns.json"} {
		english, german := files["en/"+name], strings.Replace(files["de/"+name], `"locale": "de-DE"`, `"locale": "en-GB"`, 1)
		if english == "" || english != german {
			t.Errorf("%s differs between languages, or is not there", name)
		}
	}
	if files["en/index.html"] == files["de/index.html"] {
		t.Error("the page is the same in both languages")
	}
}

// TestNothingIsRemembered holds that history.keep: false leaves no history, and that a history
// holds quoted texts only where history.texts is set.
func TestNothingIsRemembered(t *testing.T) {
	t.Chdir(t.TempDir())
	writeWeeks(t, "tickets.csv", [10]int{0, 8, 9})
	if err := os.WriteFile("config.yaml", []byte("history: {keep: false}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	runOK(t, "analyze", "tickets.csv", "--quiet")
	for name := range treeOf(t) {
		if strings.Contains(name, "history") {
			t.Errorf("%s was written", name)
		}
	}
}
