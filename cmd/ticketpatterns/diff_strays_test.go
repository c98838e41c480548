package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"ticketpatterns/analyzer/result"
)

// Diff tells the tickets, people, day and status that list, section, mail and patterns.json
// tell: those of the firm tickets. What only perhaps belongs to a finding changes nothing.
func TestDiffCountsFirmTicketsOnly(t *testing.T) {
	run := func(day int, status result.Status, perhaps ...string) *result.Analysis {
		return &result.Analysis{AsOf: time.Date(2026, 6, day, 0, 0, 0, 0, time.UTC), Patterns: []result.Pattern{{
			ID: "P-1", Label: "badge refused", Kind: result.Emerging, Status: status, Department: "Logistics", Requesters: 3,
			Tickets: []string{"T1", "T2", "T3"}, Perhaps: perhaps, FirstTicket: "2026-06-16", LastTicket: "2026-06-20",
			Standing: result.Standing{Since: "2026-06-16", FirstReported: "2026-06-21"},
		}}}
	}
	told := func(first, second *result.Analysis) string {
		var b bytes.Buffer
		tellChanges(&printer{w: &b}, first, second)
		return b.String()
	}
	if got := told(run(21, result.StatusNew), run(28, result.StatusNew, "S1", "S2")); !strings.Contains(got, "Nothing changed.") {
		t.Errorf("strays change %q", got)
	}
	got := told(&result.Analysis{AsOf: time.Date(2026, 6, 14, 0, 0, 0, 0, time.UTC)}, run(21, result.StatusNew, "S1"))
	for _, want := range []string{"3 people", "since 16 Jun 2026", "badge refused"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
	if strings.Contains(got, "4 tickets") || strings.Contains(got, "4 people") || strings.Contains(got, "S1") {
		t.Errorf("%q counts a stray", got)
	}
	if got := told(run(21, result.StatusNew), run(28, result.StatusFading, "S1")); !strings.Contains(got, "fading, new before") {
		t.Errorf("%q does not tell the new status", got)
	}
}
