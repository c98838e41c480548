package reports

import (
	"bytes"
	"encoding/csv"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/reports/internal/fixture"
)

func TestEveryCSVIsInertAndWhole(t *testing.T) {
	d := document(fixture.Hostile(12))
	for name, text := range written(t, t.TempDir(), d) {
		if filepath.Ext(name) != ".csv" {
			continue
		}
		records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if len(records) < 3 {
			t.Errorf("%s: %d lines, want a header and rows", name, len(records))
		}
		for _, record := range records {
			for _, cell := range record {
				if cell != inert(cell) {
					t.Errorf("%s: a spreadsheet would run %.40q", name, cell)
				}
			}
		}
	}
}

func TestInert(t *testing.T) {
	tests := map[string]string{
		"":                       "",
		"plain":                  "plain",
		"=1+1":                   "'=1+1",
		"=cmd|' /C calc'!A0":     "'=cmd|' /C calc'!A0",
		"+49 170 123":            "'+49 170 123",
		"+49170":                 "+49170",
		"-5":                     "-5",
		"-2.3e-7":                "-2.3e-7",
		"-2+3":                   "'-2+3",
		"-Inf":                   "'-Inf",
		"-0x1p-2":                "'-0x1p-2",
		"@SUM(A1)":               "'@SUM(A1)",
		"\t=1":                   "'\t=1",
		"\r=1":                   "'\r=1",
		"\n=1":                   "'\n=1",
		"＝1+1":                   "'＝1+1",
		"a=1":                    "a=1",
		"'=1":                    "'=1",
		"\xff=1":                 "\xff=1",
		"=HYPERLINK(\"http:x\")": "'=HYPERLINK(\"http:x\")",
	}
	for cell, want := range tests {
		if got := inert(cell); got != want {
			t.Errorf("inert(%q) = %q, want %q", cell, got, want)
		}
	}
}

func TestEscalationsHoldEachEscalation(t *testing.T) {
	a := fixture.Analysis(12)
	var b bytes.Buffer
	if err := WriteFormat(&b, "escalations", document(a)); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for _, r := range records[1:] {
		got = append(got, r[0])
	}
	for _, p := range a.Patterns {
		if p.Escalate {
			want = append(want, p.ID)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("escalations (-want +got):\n%s", diff)
	}
	head := strings.Join(records[0], ",")
	if !strings.HasPrefix(head, "correlation_id,short_description,description,assignment_group,") {
		t.Errorf("header %s", head)
	}
	row := map[string]string{}
	for i, name := range records[0] {
		row[name] = records[1][i]
	}
	check := func(name, want string) {
		t.Helper()
		if !strings.Contains(row[name], want) {
			t.Errorf("%s: %q, want it to hold %q", name, row[name], want)
		}
	}
	check("short_description", "SAP GUI closes when posting an invoice")
	check("assignment_group", "Business Applications")
	check("due_date", "2026-12-04")
	check("impact", "8 people affected, 37 to 41 hours lost")
	check("criteria", "At least 8 different people report the same issue within 14 days. (people within 14 days: 8, needs >= 8")
	check("evidence", "9 tickets, usually none, 8 people; ")
	check("ticket_ids", "INC00000; INC00001")
}
