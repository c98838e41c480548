package analyzer

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
)

// replay replays the last n Sundays of the desk.
func (d *invented) replay(t *testing.T, n int) (*result.Replay, []*result.Analysis) {
	t.Helper()
	o := DefaultOptions()
	o.Owners = owner.DefaultMap()
	var days []time.Time
	for i := range n {
		days = append(days, lastDay.AddDate(0, 0, -7*(n-1-i)))
	}
	var runs []*result.Analysis
	told, err := Replay(Input{Tickets: d.Tickets}, o, days, past.Memory{}, func(a *result.Analysis, _ past.Memory) error {
		runs = append(runs, a)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return told, runs
}

// The eight people of four weeks ago are told on the Monday after, in no earlier
// week, and for as long as they are in the window; the desk linked their tickets
// five days later.
func TestReplayTellsWhenItWouldHaveBeenTold(t *testing.T) {
	d := newDesk(1, 26, 60)
	planted := map[string]bool{}
	for _, id := range d.PlantCrashes(28) {
		planted[id] = true
	}
	linked := time.Date(2026, 6, 6, 12, 0, 0, 0, time.UTC)
	for i := range d.Tickets {
		if planted[d.Tickets[i].ID] {
			d.Tickets[i].Problem, d.Tickets[i].Updated = "PRB7", linked
		}
	}
	told, runs := d.replay(t, 8)
	var crash *result.Matter
	for i := range told.Matters {
		if strings.Contains(told.Matters[i].Label, "Ledgerline") && crash == nil {
			crash = &told.Matters[i]
		}
	}
	if crash == nil || crash.First > "2026-06-01" || crash.Tickets != 8 || crash.People != 8 {
		t.Fatalf("told %+v, want the crash by 1 June with 8 tickets of 8 people", crash)
	}
	for i, m := range told.Mondays {
		if crash.Told[i] && m.Day < "2026-05-25" {
			t.Errorf("told on %s, when nobody had reported it", m.Day)
		}
	}
	if len(crash.Alarms) == 0 || crash.Alarms[0] != crash.First {
		t.Errorf("alarms %v, want one on %s", crash.Alarms, crash.First)
	}
	want := []result.ProblemRecord{{ID: "PRB7", Tickets: 8, Linked: result.Span{From: "2026-05-19", To: "2026-06-06"}, Matter: crash.ID, Shared: 8, Told: crash.First}}
	if diff := cmp.Diff(want, told.Problems); diff != "" {
		t.Errorf("problem records (-want +got):\n%s", diff)
	}
	if len(runs) != 8 || told.Linked != 8 {
		t.Errorf("%d runs, %d linked tickets; want 8 and 8", len(runs), told.Linked)
	}
}

// What comes later changes nothing that a Monday says of a pattern: departments of
// tickets opened later, and ends and notes dated later. Only how much chance shows is
// shared by the Mondays of a quarter.
func TestReplaySeesNothingOfTheFuture(t *testing.T) {
	d := newDesk(3, 20, 60)
	d.PlantCrashes(14)
	_, before := d.replay(t, 3)
	for i := range d.Tickets {
		if d.Tickets[i].Opened.After(lastDay.AddDate(0, 0, -14)) {
			d.Tickets[i].Department, d.Tickets[i].Resolution = "Finance", "replaced the server"
		}
		if end := d.Tickets[i].Resolved; end.After(lastDay.AddDate(0, 0, -13)) {
			d.Tickets[i].Resolution = "replaced the server"
		}
	}
	_, after := d.replay(t, 3)
	crash := func(a *result.Analysis) []result.Pattern {
		found := slices.DeleteFunc(about(a, "ledgerline"), func(p result.Pattern) bool { return p.Kind != result.Emerging }) // a busy site may name it as a symptom
		for i := range found {
			found[i].ByChance, found[i].QValue, found[i].Rank, found[i].AlsoSeenAs = nil, nil, 0, nil // by the limit of chance
		}
		return found
	}
	if diff := cmp.Diff(crash(before[0]), crash(after[0])); diff != "" || len(crash(before[0])) != 1 {
		t.Errorf("the first Monday changes with later tickets (-before +after):\n%s", diff)
	}
	if before[0].People != after[0].People || before[0].Tickets != 18*60+8 {
		t.Errorf("%d tickets of %d people, want %d", before[0].Tickets, before[0].People, 18*60+8)
	}
}

// The number of cores changes nothing.
func TestReplayOnOneCore(t *testing.T) {
	d := newDesk(5, 20, 40)
	d.PlantCrashes(7)
	want, _ := d.replay(t, 3)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	got, _ := d.replay(t, 3)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("one core (-many +one):\n%s", diff)
	}
}

// A replay ends with the error of whoever keeps its runs, and leaves nothing running
// that would hang.
func TestReplayStops(t *testing.T) {
	d := newDesk(5, 20, 40)
	broken := fmt.Errorf("disk full")
	_, err := Replay(Input{Tickets: d.Tickets}, DefaultOptions(), []time.Time{lastDay.AddDate(0, 0, -7), lastDay}, past.Memory{},
		func(*result.Analysis, past.Memory) error { return broken })
	if err != broken {
		t.Errorf("error %v, want %v", err, broken)
	}
}
