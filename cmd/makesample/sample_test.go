package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the sample into testdata/sample")

// shipped is the folder of the sample in the repository.
var shipped = filepath.Join("..", "..", "testdata", "sample")

// TestShippedSample holds the shipped files to what the program writes.
func TestShippedSample(t *testing.T) {
	if *update {
		if err := run([]string{"--out", shipped}, io.Discard); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	if err := run([]string{"--out", dir}, io.Discard); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 5 {
		t.Errorf("wrote %d files, want 5", len(entries))
	}
	for _, e := range entries {
		got, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join(shipped, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from the shipped file; run: go run ./cmd/makesample", e.Name())
		}
	}
}

func TestRunRefusesArguments(t *testing.T) {
	var log bytes.Buffer
	for _, args := range [][]string{{"extra"}, {"--nonsense"}} {
		if err := run(args, &log); err == nil {
			t.Errorf("run(%q) succeeded, want an error", args)
		}
	}
}

// row is a row of a shipped CSV file by the names of its columns.
type row map[string]string

// readShipped reads a shipped CSV file. Rows may be cut short.
func readShipped(t *testing.T, name string) []row {
	t.Helper()
	f, err := os.Open(filepath.Join(shipped, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for _, rec := range records[1:] {
		cells := row{}
		for i, c := range rec {
			cells[records[0][i]] = c
		}
		rows = append(rows, cells)
	}
	return rows
}

// opened returns when a ticket was opened and whether the row can be read.
func (r row) opened() (time.Time, bool) {
	at, err := time.Parse(time.DateTime, r["opened_at"])
	_, whole := r["problem_id"]
	return at, err == nil && whole && r["number"] != ""
}

// readTickets returns the readable rows by number, without repeats, and counts
// the repeated and the broken ones.
func readTickets(t *testing.T) (tickets map[string]row, repeated, broken int) {
	t.Helper()
	tickets = map[string]row{}
	for _, r := range readShipped(t, "tickets.csv") {
		if _, ok := r.opened(); !ok {
			broken++
		} else if tickets[r["number"]] != nil {
			repeated++
		} else {
			tickets[r["number"]] = r
		}
	}
	return tickets, repeated, broken
}

func TestShape(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(shipped, "tickets.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if len(data) >= 2<<20 {
		t.Errorf("tickets.csv has %d bytes, want less than 2 MB", len(data))
	}
	if want := `"number","opened_at",`; !strings.HasPrefix(string(data), want) {
		t.Errorf("tickets.csv begins with %.30q, want %q", data, want)
	}
	if i := regexp.MustCompile(`\{[a-z]+\}`).Find(data); i != nil {
		t.Errorf("tickets.csv holds the unfilled slot %s", i)
	}
	tickets, repeated, broken := readTickets(t)
	if n := len(tickets); n < 4100 || n > 4300 {
		t.Errorf("%d tickets, want about 4200", n)
	}
	if repeated != repeatedRows || broken != 5 {
		t.Errorf("%d repeated and %d broken rows, want %d and 5", repeated, broken, repeatedRows)
	}
	for id, r := range tickets {
		at, _ := r.opened()
		if at.Before(firstDay) || !at.Before(lastDay.AddDate(0, 0, 1)) {
			t.Errorf("%s: opened %s, want %s to %s", id, at, firstDay, lastDay)
		}
		if done, err := time.Parse(time.DateTime, r["resolved_at"]); err == nil && (done.Before(at) || done.After(exported)) {
			t.Errorf("%s: resolved %s, opened %s", id, done, at)
		}
		if (r["state"] == "Closed") != (r["closed_at"] != "") {
			t.Errorf("%s: state %q and closed %q do not agree", id, r["state"], r["closed_at"])
		}
	}
}

func TestPeople(t *testing.T) {
	people := map[string]string{}
	for _, r := range readShipped(t, "people.csv") {
		people[r["requester"]] = r["department"]
	}
	if len(people) != 600 {
		t.Errorf("%d people, want 600", len(people))
	}
	blank, known := 0, 0
	tickets, _, _ := readTickets(t)
	for id, r := range tickets {
		dep := people[r["caller_id"]]
		switch {
		case r["caller_id.department"] == "":
			blank++
			if dep != "" {
				known++
			}
		case dep != r["caller_id.department"] && r["caller_id.department"] != "Information Technology":
			t.Errorf("%s: department %q, people.csv says %q", id, r["caller_id.department"], dep)
		}
	}
	if blank*100 < len(tickets)/2 || blank*100 > len(tickets)*3/2 {
		t.Errorf("%d of %d tickets lack the department, want about 1 %%", blank, len(tickets))
	}
	if known*100 < blank*45 || known*100 > blank*60 {
		t.Errorf("people.csv knows %d of %d missing departments, want about half", known, blank)
	}
}

func TestWeeks(t *testing.T) {
	counts := make([]int, weeks)
	tickets, _, _ := readTickets(t)
	for _, r := range tickets {
		at, _ := r.opened()
		counts[dayOf(at)/7]++
	}
	usual := slices.Sorted(slices.Values(counts))[weeks/2]
	for week, want := range map[int]float64{newYearWeek: 0.5, surgeWeek: 1.5, holidayWeek: 0.75} {
		if got := float64(counts[week]) / float64(usual); math.Abs(got-want) > 0.15 {
			t.Errorf("week %d has %.2f times the usual tickets, want about %g", week, got, want)
		}
	}
	for week, n := range counts {
		special := week == newYearWeek || week == surgeWeek || week == holidayWeek
		if ratio := float64(n) / float64(usual); !special && (ratio < 0.8 || ratio > 1.3) {
			t.Errorf("week %d has %.2f times the usual tickets, want about 1", week, ratio)
		}
	}
}

// planted is a row of plants.csv with its tickets.
type plantedRow struct {
	row
	tickets []row
}

func readPlants(t *testing.T) map[string]plantedRow {
	t.Helper()
	tickets, _, _ := readTickets(t)
	plants := map[string]plantedRow{}
	for _, r := range readShipped(t, "plants.csv") {
		p := plantedRow{row: r}
		for id := range strings.SplitSeq(r["ids"], ";") {
			if id == "" {
				continue
			}
			if tickets[id] == nil {
				t.Fatalf("plant %s: ticket %q is not in tickets.csv", r["plant"], id)
			}
			p.tickets = append(p.tickets, tickets[id])
		}
		plants[r["plant"]] = p
	}
	return plants
}

// count returns how many tickets of the plant hold in a column what matches.
func (p plantedRow) count(column, pattern string) int {
	re, n := regexp.MustCompile(pattern), 0
	for _, r := range p.tickets {
		if re.MatchString(r[column]) {
			n++
		}
	}
	return n
}

// values returns how many different values the plant's tickets have in a column.
func (p plantedRow) values(column string) int {
	seen := map[string]bool{}
	for _, r := range p.tickets {
		seen[r[column]] = true
	}
	return len(seen)
}

// TestPlants checks what README.md says of each plant against the tickets.
func TestPlants(t *testing.T) {
	plants := readPlants(t)
	tests := []struct {
		plant, column, pattern string // how many tickets hold the pattern in the column
		low, high              int
	}{
		{"1", "caller_id.department", "^Finance$", 9, 9},
		{"1", "category", "^Business Application$", 4, 5},
		{"1", "opened_at", "^2026-06-(1[5-9]|2[0-8])", 9, 9},
		{"1", "description", "Ledgra|ledgra", 4, 8},
		{"2", "location", "^Rotterdam$", 15, 15},
		{"2", "opened_at", "^2026-06-(1[5-9]|2[0-8])", 15, 15},
		{"2", "close_notes", "VLAN|DHCP|switch", 6, 15},
		{"2", "short_description", "(?i)network (problem|issue|is down)", 0, 0},
		{"3", "caller_id.department", "^Customer Service$", 16, 16},
		{"3", "opened_at", "^2026-06-(0[89]|1.|2[0-8])", 16, 16},
		{"3", "close_notes", "(?i)lock|long running|query", 7, 16},
		{"4", "caller_id.department", "^Sales$", 15, 15},
		{"4", "resolved_at", "^2026", 15, 15},
		{"5", "caller_id.department", "^Operations$", 140, 170},
		{"6", "caller_id.department", "^Logistics$", 9, 9},
		{"6", "opened_at", "^2026-06-(1[5-9]|2[01])", 3, 3},
		{"6", "opened_at", "^2026-06-2[2-8]", 6, 6},
		{"6", "reassignment_count", "^[2-9]", 9, 9},
		{"7", "caller_id.department", "^Legal$", 8, 8},
		{"8", "caller_id.department", "^Logistics$", 95, 110},
	}
	for _, tt := range tests {
		if n := plants[tt.plant].count(tt.column, tt.pattern); n < tt.low || n > tt.high {
			t.Errorf("plant %s: %d tickets hold %q in %s, want %d to %d", tt.plant, n, tt.pattern, tt.column, tt.low, tt.high)
		}
	}
	for plant, want := range map[string][2]int{
		"1": {9, 9}, "2": {14, 15}, "3": {15, 16}, "4": {14, 15}, "5": {80, 140}, "6": {9, 9}, "7": {1, 1}, "8": {40, 80},
	} {
		if n := plants[plant].values("caller_id"); n < want[0] || n > want[1] {
			t.Errorf("plant %s: %d people, want %d to %d", plant, n, want[0], want[1])
		}
	}
	if p := plants["2"]; p.values("category") < 4 || p.values("caller_id.department") < 5 {
		t.Errorf("plant 2: %d categories and %d departments, want 4 and 5", p.values("category"), p.values("caller_id.department"))
	}
	for _, plant := range []string{"1", "2", "3", "4", "6", "7"} {
		if p := plants[plant]; p.values("short_description") != len(p.tickets) {
			t.Errorf("plant %s: a subject comes twice, want each in other words", plant)
		}
	}
	for _, r := range plants["4"].tickets {
		at, _ := r.opened()
		done, err := time.Parse(time.DateTime, r["resolved_at"])
		if err != nil || (done.Sub(at) > time.Hour && done.YearDay() == at.YearDay()) {
			t.Errorf("plant 4: %s took until %q, want a short time", r["number"], r["resolved_at"])
		}
	}
}

// TestSteadyPlants checks that the chronic plants come in every week, and no
// more in the last weeks than before.
func TestSteadyPlants(t *testing.T) {
	plants := readPlants(t)
	for plant, usual := range map[string]int{"5": 6, "8": 4} {
		counts := make([]int, weeks)
		for _, r := range plants[plant].tickets {
			at, _ := r.opened()
			counts[dayOf(at)/7]++
		}
		for week, n := range counts {
			want := (usual*weekPercent(week) + 50) / 100
			if n != want {
				t.Errorf("plant %s: %d tickets in week %d, want %d", plant, n, week, want)
			}
		}
	}
}

func TestChangesBeforePlants(t *testing.T) {
	changes := map[string]row{}
	for _, r := range readShipped(t, "changes.csv") {
		changes[r["id"]] = r
	}
	if len(changes) != 60 {
		t.Errorf("%d changes, want 60", len(changes))
	}
	plants := readPlants(t)
	tests := []struct {
		plant, change, column, value string
		days                         int // from the change to the first ticket
	}{
		{"1", "CHG0030056", "service", "Ledgra", 2},
		{"2", "CHG0030055", "location", "Rotterdam", 2},
		{"4", "CHG0030052", "service", "Tripform", 2},
		{"9", mailboxMove, "service", "Outlook", 2},
	}
	for _, tt := range tests {
		c := changes[tt.change]
		if c[tt.column] != tt.value {
			t.Errorf("%s: %s is %q, want %q", tt.change, tt.column, c[tt.column], tt.value)
		}
		first, err := time.Parse(time.DateOnly, plants[tt.plant].row["first"])
		if err != nil {
			t.Fatal(err)
		}
		start, err := time.Parse(time.RFC3339, c["start"])
		if err != nil {
			t.Fatal(err)
		}
		if days := dayOf(first) - dayOf(start); days != tt.days {
			t.Errorf("plant %s begins %d days after %s, want %d", tt.plant, days, tt.change, tt.days)
		}
	}
	for id, c := range changes {
		if c["service"] == "Ordanza" && c["start"] > "2026-05-01" {
			t.Errorf("%s could explain plant 3, want no change to Ordanza since May", id)
		}
	}
}

// TestTopicsAreVaried holds the background to many matters in many wordings.
func TestTopicsAreVaried(t *testing.T) {
	m, err := loadMaterial()
	if err != nil {
		t.Fatal(err)
	}
	if len(m.topics) < 60 {
		t.Errorf("%d topics, want 60 or more", len(m.topics))
	}
	seen := map[string]string{}
	for _, topic := range m.topics {
		if n := len(topic.phrases["en"]); n < 6 {
			t.Errorf("topic %s has %d wordings, want 6 or more", topic.id, n)
		}
		for _, phrases := range topic.phrases {
			for _, p := range phrases {
				text := p.subject + p.description
				if other := seen[text]; other != "" {
					t.Errorf("topics %s and %s share the wording %q", topic.id, other, text)
				}
				seen[text] = topic.id
			}
		}
	}
}

// TestBackgroundIsCalm looks for topics that came up in the last weeks more
// often than their constant rates make likely, by department and by site.
func TestBackgroundIsCalm(t *testing.T) {
	m, err := loadMaterial()
	if err != nil {
		t.Fatal(err)
	}
	s, err := makeSample(m)
	if err != nil {
		t.Fatal(err)
	}
	for _, days := range []int{7, 14, 28} {
		total, recent := map[string]int{}, map[string]int{}
		for _, ticket := range s.tickets {
			if ticket.plant != 0 {
				continue
			}
			for _, cell := range []string{ticket.topic, ticket.topic + " in " + ticket.department, ticket.topic + " at " + ticket.location} {
				total[cell]++
				if dayOf(ticket.opened) >= 7*weeks-days {
					recent[cell]++
				}
			}
		}
		for cell, n := range recent {
			mean := (float64(total[cell]-n) + 0.5) * float64(days) / float64(7*weeks-days)
			if n >= 4 && poissonTail(mean, n) < 1e-4 {
				t.Errorf("%s: %d in %d days, expected %.2f", cell, n, days, mean)
			}
		}
	}
}

// poissonTail returns P(X >= n) for a Poisson variable with the given mean.
func poissonTail(mean float64, n int) float64 {
	term, sum := math.Exp(-mean), 0.0
	for k := range n {
		sum += term
		term *= mean / float64(k+1)
	}
	return 1 - sum
}

// TestLanguages holds the shares of the languages.
func TestLanguages(t *testing.T) {
	m, err := loadMaterial()
	if err != nil {
		t.Fatal(err)
	}
	s, err := makeSample(m)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, ticket := range s.tickets {
		counts[ticket.lang]++
	}
	for lang, want := range map[string][2]float64{"de": {6, 10}, "fr": {1, 4}, "es": {1, 4}} {
		if got := 100 * float64(counts[lang]) / float64(len(s.tickets)); got < want[0] || got > want[1] {
			t.Errorf("%.1f %% of the tickets are %s, want %g to %g", got, lang, want[0], want[1])
		}
	}
}
