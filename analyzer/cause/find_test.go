package cause

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"ticketpatterns/analyzer/result"
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

// signOf9 is a sign of all nine tickets.
func signOf9(code result.EvidenceCode) []Sign {
	return []Sign{{Evidence: result.Evidence{Code: code, Tickets: ids(9)}}}
}

func TestFind(t *testing.T) {
	update := of9(9, "crashes since the update")
	withNotes := of9(9, "crashes since the update")
	for i := range 3 {
		withNotes[i].Notes = "update rolled back"
	}
	mixed := append(of9(4, "very slow today"), Facts{TicketID: "x", Text: "how do i print"}, Facts{TicketID: "y", Text: "how do i scan"}, Facts{TicketID: "z", Text: "how to"})
	change, vague, sudden := signOf9(result.EvidenceDeclaredChange), signOf9(result.EvidenceDeclaredChange), signOf9(result.EvidenceSuddenOnset)
	vague[0].Vague = true
	for _, c := range []struct {
		name        string
		facts       []Facts
		signs       []Sign
		want        result.CauseKind
		confidence  float64 // worked out from the weights
		alternative result.CauseKind
		evidence    int
	}{
		{name: "nothing", want: result.CauseUnknown},
		{name: "no words", facts: of9(9, "it is odd"), want: result.CauseUnknown},
		{name: "one of nine", facts: of9(1, "since the update"), want: result.CauseUnknown},
		{name: "two of nine are too few", facts: of9(2, "since the update"), want: result.CauseUnknown},
		{name: "all say it", facts: update, want: result.CauseChange, confidence: 0.45, evidence: 1},                                      // 9 * .5 / 10
		{name: "a declared change too", facts: update, signs: change, want: result.CauseChange, confidence: 0.675, evidence: 2},           // 9 * .75 / 10
		{name: "a declared change only", facts: of9(0, ""), signs: change, want: result.CauseChange, confidence: 0.45, evidence: 1},       // 9 * .5 / 10
		{name: "a change that they only name", facts: of9(0, ""), signs: vague, want: result.CauseChange, confidence: 0.225, evidence: 1}, // 9 * .25 / 10
		{name: "some notes", facts: withNotes, want: result.CauseChange, confidence: (6*.5 + 3*.9) / 10, evidence: 2},
		{name: "a shape alone proves nothing", facts: of9(0, ""), signs: sudden, want: result.CauseUnknown},
		{name: "a shape beside words", facts: update, signs: sudden, want: result.CauseChange, confidence: 0.54, evidence: 2}, // 1 - .5 * .8 = .6
		{name: "two kinds", facts: mixed, want: result.CauseCapacity, confidence: 2.0 / 13 * 2 / 3.5, alternative: result.CauseTraining, evidence: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Find(c.facts, c.signs)
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
	if got := Find(facts, nil); got.Kind != result.CauseCapacity || got.Alternative != result.CauseTraining {
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
		a, b := Find(facts, nil), Find(rapid.Permutation(facts).Draw(t, "shuffled"), nil)
		if a.Kind != b.Kind || math.Abs(a.Confidence-b.Confidence) > 1e-12 || len(a.Evidence) != len(b.Evidence) {
			t.Fatalf("got %+v\nand in another order %+v", a, b)
		}
		if a.Confidence < 0 || a.Confidence > most || (a.Kind == result.CauseUnknown) != (len(a.Evidence) == 0) || (a.Kind == result.CauseUnknown) != (a.Confidence == 0) {
			t.Fatalf("%+v", a)
		}
	})
}

func TestNames(t *testing.T) {
	if !Names(result.CauseSecurity, Facts{Text: "looks like phishing"}) || Names(result.CauseSecurity, Facts{Text: "mail is late"}) {
		t.Error("want the words of the kind and no others")
	}
}

func ExampleFind() {
	answer := Find([]Facts{
		{TicketID: "INC1", Text: "ledger closes since the update"},
		{TicketID: "INC2", Text: "ledger is gone", Notes: "client rolled back"},
		{TicketID: "INC3", Text: "cannot post"},
	}, []Sign{{Evidence: result.Evidence{Code: result.EvidenceDeclaredChange, Tickets: []string{"INC1", "INC3"}, Change: &result.ChangeBefore{Change: result.Change{ID: "CHG7"}, DaysBefore: 2}}}})
	fmt.Printf("%s, %.0f %%\n", answer.Kind, 100*answer.Confidence)
	for _, e := range answer.Evidence {
		fmt.Println(e.Count, e.Code, e.Tickets)
	}
	// Output:
	// change, 51 %
	// 2 declared_change [INC1 INC3]
	// 1 change_text [INC1]
	// 1 change_notes [INC2]
}
