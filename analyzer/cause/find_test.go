package cause

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"ticketpatterns/analyzer/say"
)

// said9 are nine tickets of which n say text.
func of9(n int, text string) []Facts {
	facts := make([]Facts, 9)
	for i := range facts {
		facts[i].TicketID = fmt.Sprint(i)
		if i < n {
			facts[i].Text = text
		}
	}
	return facts
}

func ids(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprint(i))
	}
	return out
}

func TestFind(t *testing.T) {
	update := of9(9, "crashes since the update")
	withNotes := of9(9, "crashes since the update")
	for i := range 3 {
		withNotes[i].Notes = "update rolled back"
	}
	mixed := append(of9(4, "very slow today"), Facts{TicketID: "x", Text: "how do i print"}, Facts{TicketID: "y", Text: "how do i scan"}, Facts{TicketID: "z", Text: "how to"})
	change := Context{Changes: []Declared{{Says: "change C1", Tickets: ids(9), Exact: true}}}
	sudden := Context{Onset: Onset{Sudden: true, Says: "9 of 9 within 3 days", Tickets: ids(9)}}
	for _, c := range []struct {
		name        string
		facts       []Facts
		context     Context
		want        Kind
		confidence  float64 // worked out from the weights
		alternative Kind
		evidence    int
	}{
		{name: "nothing", want: Unknown},
		{name: "no words", facts: of9(9, "it is odd"), want: Unknown},
		{name: "one of nine", facts: of9(1, "since the update"), want: Unknown},
		{name: "two of nine are too few", facts: of9(2, "since the update"), want: Unknown},
		{name: "all say it", facts: update, want: Change, confidence: 0.45, evidence: 1},                                  // 9 * .5 / 10
		{name: "a declared change too", facts: update, context: change, want: Change, confidence: 0.675, evidence: 2},     // 9 * .75 / 10
		{name: "a declared change only", facts: of9(0, ""), context: change, want: Change, confidence: 0.45, evidence: 1}, // 9 * .5 / 10
		{name: "some notes", facts: withNotes, want: Change, confidence: (6*.5 + 3*.9) / 10, evidence: 2},
		{name: "a shape alone proves nothing", facts: of9(0, ""), context: sudden, want: Unknown},
		{name: "a shape beside words", facts: update, context: sudden, want: Change, confidence: 0.54, evidence: 2}, // 1 - .5 * .8 = .6
		{name: "two kinds", facts: mixed, want: Capacity, confidence: 2.0 / 13 * 2 / 3.5, alternative: Training, evidence: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Find(c.facts, c.context)
			if got.Kind != c.want || math.Abs(got.Confidence-c.confidence) > 1e-12 || len(got.Evidence) != c.evidence || got.Alternative != c.alternative {
				t.Errorf("got %+v\nwant %s with confidence %g, %d kinds of evidence and alternative %q", got, c.want, c.confidence, c.evidence, c.alternative)
			}
			if got.Check == "" {
				t.Error("want a check, also for unknown")
			}
		})
	}
}

func TestFindNamesASecondKind(t *testing.T) {
	facts := append(of9(4, "very slow")[:4], of9(3, "how do i print")[:3]...)
	if got := Find(facts, Context{}); got.Kind != Capacity || got.Alternative != Training {
		t.Errorf("%+v, want capacity or training", got)
	}
}

// The confidence stays a careful number, whatever the tickets say, and the order
// of tickets changes nothing but the order of ids.
func TestFindProperties(t *testing.T) {
	text := rapid.SampledFrom([]string{"", "since the update", "very slow", "how do i", "phishing", "battery", "account locked", "settings", "vendor", "explained"})
	rapid.Check(t, func(t *rapid.T) {
		facts := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Facts {
			return Facts{Text: text.Draw(t, "text"), Notes: text.Draw(t, "notes"), Code: text.Draw(t, "code")}
		}), 1, 12).Draw(t, "facts")
		for i := range facts {
			facts[i].TicketID = fmt.Sprint(i)
		}
		a, b := Find(facts, Context{}), Find(rapid.Permutation(facts).Draw(t, "shuffled"), Context{})
		if a.Kind != b.Kind || math.Abs(a.Confidence-b.Confidence) > 1e-12 || len(a.Evidence) != len(b.Evidence) {
			t.Fatalf("got %+v\nand in another order %+v", a, b)
		}
		if a.Confidence < 0 || a.Confidence > most || (a.Kind == Unknown) != (len(a.Evidence) == 0) || (a.Kind == Unknown) != (a.Confidence == 0) {
			t.Fatalf("%+v", a)
		}
	})
}

// What is found is said in the language of the context; what that has no texts
// for, and what the caller worded, stays as it is.
func TestLanguage(t *testing.T) {
	german, err := say.Open("de")
	if err != nil {
		t.Fatal(err)
	}
	change := []Declared{{Says: "Änderung C1", Tickets: ids(9), Exact: true}}
	for _, language := range []*say.Language{nil, german} {
		got := Find(of9(9, "crashes since the update"), Context{Language: language, Changes: change})
		texts := []string{got.Check, Find(nil, Context{Language: language}).Check, got.Evidence[1].What, got.Evidence[0].What}
		for i, want := range []string{
			language.Text(checks[Change]), language.Text(checks[Unknown]), language.Text("wording that names an update or a change"), "Änderung C1",
		} {
			if texts[i] != want {
				t.Errorf("%s: got %q, want %q", language.Locale(), texts[i], want)
			}
		}
	}
}

func TestNames(t *testing.T) {
	if !Names(Security, Facts{Text: "looks like phishing"}) || Names(Security, Facts{Text: "mail is late"}) {
		t.Error("want the words of the kind and no others")
	}
}

func ExampleFind() {
	answer := Find([]Facts{
		{TicketID: "INC1", Text: "ledger closes since the update"},
		{TicketID: "INC2", Text: "ledger is gone", Notes: "client rolled back"},
		{TicketID: "INC3", Text: "cannot post"},
	}, Context{Changes: []Declared{{Says: "change CHG7, 2 days before", Tickets: []string{"INC1", "INC3"}, Exact: true}}})
	fmt.Printf("%s, %.0f %%\n", answer.Kind, 100*answer.Confidence)
	for _, e := range answer.Evidence {
		fmt.Println(e.Count, e.What, e.Tickets)
	}
	// Output:
	// change, 51 %
	// 2 change CHG7, 2 days before [INC1 INC3]
	// 1 wording that names an update or a change [INC1]
	// 1 resolution notes that name an update or its withdrawal [INC2]
}
