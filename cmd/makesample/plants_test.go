package main

import (
	"regexp"
	"strings"
	"testing"
	"time"
)

// plantedRow is a row of plants.csv with its tickets.
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
		{"10", "location", "^Lyon$", 24, 24},
		{"10", "opened_at", "^2026-06-2[56]", 24, 24},
		{"11", "caller_id.department", "^Procurement$", 4, 4},
		{"11", "opened_at", "^2026-06-26", 4, 4},
		{"12", "opened_at", "^2026-0[1-6]-2[5-8]", 60, 60},
		{"12", "opened_at", "^2026-06", 10, 10},
	}
	for _, tt := range tests {
		if n := plants[tt.plant].count(tt.column, tt.pattern); n < tt.low || n > tt.high {
			t.Errorf("plant %s: %d tickets hold %q in %s, want %d to %d", tt.plant, n, tt.pattern, tt.column, tt.low, tt.high)
		}
	}
	for plant, want := range map[string][2]int{
		"1": {9, 9}, "2": {14, 15}, "3": {15, 16}, "4": {14, 15}, "5": {80, 140}, "6": {9, 9}, "7": {1, 1}, "8": {40, 80}, "10": {24, 24}, "11": {4, 4}, "12": {60, 60},
	} {
		if n := plants[plant].values("caller_id"); n < want[0] || n > want[1] {
			t.Errorf("plant %s: %d people, want %d to %d", plant, n, want[0], want[1])
		}
	}
	if p := plants["10"]; p.values("category") < 10 || p.values("caller_id.department") < 5 {
		t.Errorf("plant 10: %d categories and %d departments, want 10 and 5", p.values("category"), p.values("caller_id.department"))
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
	if len(changes) != 61 {
		t.Errorf("%d changes, want 61", len(changes))
	}
	plants := readPlants(t)
	tests := []struct {
		plant, change, column, value string
		days                         int // from the change to the first ticket
	}{
		{"1", "CHG0030056", "service", "Ledgra", 2},
		{"2", "CHG0030055", "location", "Rotterdam", 2},
		{"4", "CHG0030052", "service", "Tripform", 2},
		{"10", "CHG0030060", "location", "Lyon", 1},
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
