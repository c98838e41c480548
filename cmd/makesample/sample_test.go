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
	for week, want := range map[int]float64{newYearWeek: 0.5, surgeWeek: 1.5, holidayWeek: 0.75, outageWeek: 1.3} {
		if got := float64(counts[week]) / float64(usual); math.Abs(got-want) > 0.15 {
			t.Errorf("week %d has %.2f times the usual tickets, want about %g", week, got, want)
		}
	}
	for week, n := range counts {
		special := week == newYearWeek || week == surgeWeek || week == holidayWeek || week == outageWeek
		if ratio := float64(n) / float64(usual); !special && (ratio < 0.8 || ratio > 1.3) {
			t.Errorf("week %d has %.2f times the usual tickets, want about 1", week, ratio)
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
// often than their constant rates make likely, by department, site and service.
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
			for _, cell := range []string{ticket.topic, ticket.topic + " in " + ticket.department, ticket.topic + " at " + ticket.location, ticket.topic + " of " + ticket.service} {
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
