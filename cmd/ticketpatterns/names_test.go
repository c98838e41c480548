package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// hostileNames are written into every text of the export that TestNoNameLeaves reads:
// those of requesters, of an assignee and of the list of people.
var hostileNames = regexp.MustCompile(`(?i)ashcombe|gwendolyn|quennell|torquil|hardenfels|grosskurth|mirkowicz|wetherspoonly|otter!7|5550123`)

// writeHostile writes an export in which a share that is named after somebody breaks,
// and everybody is named in every way that people type.
func writeHostile(t *testing.T) {
	t.Helper()
	requesters := []string{"Torquil Quennell", "Hardenfels, Konstantin", "Wiebke Großkurth", "Yolanda Peñafuerte", "Amaury Delacourt", "Femke Braaksma", "Joost Zandveld", "Casilda Arregui", "Ottilie Kranewitter", "Ruggero Scognamillo"}
	usual := []string{"printer jams", "laptop is slow", "mailbox does not open", "vpn drops", "screen flickers"}
	spelled := []string{"ASHCOMBE share not reachable", "ashcombe share not reachable", "Share of Ashcombe not reachable", "share of gwendolyn ashcombe not reachable", "Gwendolyn's share not reachable"}
	start := time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC)
	rows := [][]string{{"number", "opened_at", "resolved_at", "short_description", "description", "caller_id", "department", "category", "assigned_to", "close_notes"}}
	add := func(opened time.Time, subject, description, requester, note string) {
		rows = append(rows, []string{fmt.Sprintf("INC%07d", len(rows)), opened.Format(time.DateTime), opened.Add(5 * time.Hour).Format(time.DateTime), subject, description, requester,
			"Plant", "Network", "Ashcombe, Gwendolyn", note})
	}
	for i := range 400 {
		add(start.Add(time.Duration(i)*10*time.Hour), usual[i%5], "regards, "+strings.ToLower(requesters[i%10])+", 0171 5550123, password: Otter!7", requesters[(i+3)%10], "Told QUENNELL and w.großkurth")
	}
	end := start.Add(4000 * time.Hour)
	for i := range 20 {
		add(end.Add(time.Duration(i)*time.Hour), spelled[i%5], `user gashcombe, \\fs01\gashcombe, ask wetherspoonly or rmirkowicz; torquil knows, so does Hardenfels`, requesters[i%10], "share of mirkowicz mapped again")
	}
	writeCSV(t, "tickets.csv", rows)
	writeCSV(t, "people.csv", [][]string{{"user id", "display name", "department"}, {"x1", "Radoslaw Mirkowicz", "Plant"}, {"x2", "Wetherspoonly, Philippa", "Plant"}})
	writeCSV(t, "changes.csv", [][]string{{"number", "start", "end", "summary"}, {"CHG1", end.Add(-9 * time.Hour).Format(time.DateTime), end.Format(time.DateTime), "Ashcombe moves the share of mirkowicz"}})
}

func writeCSV(t *testing.T, name string, rows [][]string) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := csv.NewWriter(f).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
}

// Whoever the export or the list of people knows is named nowhere: in no file, not in
// the history, not on the terminal.
func TestNoNameLeaves(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	writeHostile(t)
	out, messages := runOK(t, "analyze", "tickets.csv", "--people", "people.csv", "--changes", "changes.csv", "--locale", "de-DE")
	if !strings.Contains(out, "share") {
		t.Fatalf("the pattern about the share is not found: %s", out)
	}
	written := treeOf(t)
	written["standard output"], written["messages"] = out, messages
	for name, text := range written {
		if filepath.Dir(name) == "." && strings.HasSuffix(name, ".csv") {
			continue // what was read
		}
		if found := hostileNames.FindAllString(text, 5); found != nil {
			t.Errorf("%s names %q", name, found)
		}
	}
	if len(written) < 15 {
		t.Errorf("%d files, want a whole report and its history", len(written))
	}
}
