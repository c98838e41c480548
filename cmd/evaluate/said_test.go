package main

import (
	"strings"
	"testing"
	"time"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

func TestRightLabel(t *testing.T) {
	of := func(texts ...string) (out [][]string) {
		for _, s := range texts {
			out = append(out, strings.Fields(s))
		}
		return out
	}
	family := of("door badge reader red", "badge refused door", "gate stays shut badge")
	for _, k := range []struct {
		label, stray string
		want         bool
	}{
		{"badge door", "pdf reader default", true},
		{"badge red", "pdf", false}, // half of the words are one person's
		{"badge door red", "pdf", true},
		{"reader default", "pdf reader default", false},
		{"badge", "badge photo", true}, // a stray says it, and the family too
		{"", "pdf", false},
	} {
		if got := rightLabel(strings.Fields(k.label), family, of(k.stray)); got != k.want {
			t.Errorf("label %q beside a stray %q is right: %v, want %v", k.label, k.stray, got, k.want)
		}
	}
}

func TestSaidOf(t *testing.T) {
	e := export{plants: []plant{{ids: map[string]bool{"a": true, "b": true, "c": true, "d": true}, family: family{phrasings: []wording{
		{subject: "badge door"}, {subject: "door badge"}}}}}}
	for id, s := range map[string]string{"a": "badge door", "b": "door badge", "c": "badge", "x": "waiting music"} {
		e.tickets = append(e.tickets, ticket.Ticket{ID: id, Subject: s, Opened: time.Time{}})
	}
	for label, want := range map[string]said{
		"badge door":       {tickets: 4, strays: 1, planted: 4, labels: 1, right: 1, unmarked: 1, holding: 1},
		"waiting music":    {tickets: 4, strays: 1, planted: 4, labels: 1, unmarked: 1},
		"example of music": {tickets: 4, strays: 1, planted: 4, labels: 1},
	} {
		q := result.Pattern{Rank: 1, Kind: result.Emerging, Escalate: true, Label: label, LabelIsExample: strings.HasPrefix(label, "example"), Tickets: []string{"a", "b", "c", "x"}}
		if got := saidOf([]result.Pattern{q}, e); got != want {
			t.Errorf("%q: %+v, want %+v", label, got, want)
		}
	}
}
