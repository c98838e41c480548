package main

import (
	"fmt"
	"testing"

	"ticketpatterns/analyzer/result"
)

// A step counts tickets that keep their issue, that changed with and without a
// word of it, and that are in none any more. Tickets that left the export or were
// in no issue do not count.
func TestStep(t *testing.T) {
	var k kept
	k.step(map[string]string{"same": "I-1", "merged": "I-2", "moved": "I-3", "out": "I-1", "left": "I-1", "new": ""},
		map[string]string{"same": "I-1", "merged": "I-1", "moved": "I-1", "out": "", "new": "I-1"},
		&result.Analysis{Issues: []result.Issue{{ID: "I-1", PreviousIDs: []string{"I-2"}}}})
	if want := (kept{pairs: 3, same: 1, merged: 1, left: 1}); k != want {
		t.Errorf("counted %+v, want %+v", k, want)
	}
}

func TestMostlyIn(t *testing.T) {
	p := plant{ids: map[string]bool{}}
	now := map[string]string{}
	for i := range 10 {
		id := fmt.Sprint(i)
		p.ids[id] = true
		now[id] = map[bool]string{true: "I-1", false: "I-2"}[i < 6]
	}
	if got := mostlyIn(p, now); got != "I-1" {
		t.Errorf("6 of 10 in I-1: %q, want I-1", got)
	}
	now["0"] = ""
	if got := mostlyIn(p, now); got != "" {
		t.Errorf("5 of 10 in I-1: %q, want none", got)
	}
}

// In texts of which each fault has its own words, all is followed.
func TestFollow(t *testing.T) {
	var texts []wording
	for i := range 12 {
		texts = append(texts, wording{subject: fmt.Sprintf("alpha%d beta%d gamma%d", i, i, i), category: "Software"})
	}
	var phrasings []wording
	for i := range 12 {
		phrasings = append(phrasings, wording{subject: fmt.Sprintf("omega sigma tau case%d", i%4), category: "Software"})
	}
	e := spreadOut(makeExport(texts, []family{{id: "f", title: "omega", phrasings: phrasings}}, plantOptions{seed: 1, weeks: 26, perWeek: 30, plants: 1, size: 12, surge: 1}))
	k, err := follow(e, 15)
	if err != nil {
		t.Fatal(err)
	}
	if k.steps != identityRuns-1 || k.pairs < 1000 || k.same != k.pairs || k.plants != 1 || k.followed != 1 || k.said != 1 {
		t.Errorf("counted %+v, want ten steps in which all tickets and the plant keep their issue", k)
	}
}
