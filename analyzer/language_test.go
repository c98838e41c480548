package analyzer

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
	"ticketpatterns/analyzer/ticket"
)

// sentences are the fields that are written in the reader's language.
var sentences = map[string]bool{"Analysis.Locale": true}

// alike compares sentences by whether there are any, and all else as it stands.
var alike = cmp.FilterPath(func(p cmp.Path) bool {
	for i, step := range p {
		if f, ok := step.(cmp.StructField); ok && sentences[p[i-1].Type().Name()+"."+f.Name()] {
			return true
		}
	}
	return false
}, cmp.Comparer(func(a, b string) bool { return (a == "") == (b == "") }))

// No sentence steers anything: in another language the same is found, numbered,
// asked, silenced and remembered.
func TestLanguageSteersNothing(t *testing.T) {
	german, err := say.Open("de")
	if err != nil {
		t.Fatal(err)
	}
	s := &story{desk: newDesk(3, 26, 40)}
	s.crash(7, 8)
	s.crash(0, 24)
	for i := range 12 {
		s.desk.Open(i, "Legal", fmt.Sprintf("gardener%d Ziegelmann", i), "Gardening", "hedge before the window too high, call Ziegelmann", "call +49 30 1234567")
	}
	run := func(l *say.Language, daysBack int, m past.Memory) (*result.Analysis, past.Memory) {
		t.Helper()
		o := DefaultOptions()
		o.Shuffles, o.AsOf, o.Owners, o.Language = 2, lastDay.AddDate(0, 0, -daysBack), owner.DefaultMap(), l
		change := ticket.Change{ID: "C-1", Start: lastDay.AddDate(0, 0, -14), Summary: "new ledgerline", ConfigurationItem: "ledgerline"}
		a, next, err := Continue(Input{Tickets: s.desk.Tickets, Changes: []ticket.Change{change}}, o, m)
		if err != nil {
			t.Fatal(err)
		}
		return a, next
	}
	first, memory := run(nil, 7, past.Memory{})
	translated, remembered := run(german, 7, past.Memory{})
	if diff := cmp.Diff(first, translated, alike); diff != "" {
		t.Fatalf("first run (-English +German):\n%s", diff)
	}
	if diff := cmp.Diff(memory, remembered, alike); diff != "" {
		t.Fatalf("memory (-English +German):\n%s", diff)
	}
	p := about(first, "ledgerline")
	if len(p) == 0 || len(about(first, "hedge")) == 0 || first.Locale != say.Default || translated.Locale != "de" {
		t.Fatalf("%d patterns in %s and %s, want the crash and the hedge in two languages", len(first.Patterns), first.Locale, translated.Locale)
	}
	for _, kind := range []string{past.Accept, past.Decline, past.NotAPattern, past.Fixed, past.WrongOwner, past.IgnoreUntilDoubled} {
		on := string(first.Desk.Weeks[len(first.Desk.Weeks)-1])
		memory.Decisions = []past.Decision{{Number: 1, Pattern: p[0].ID, Issue: p[0].IssueID, Kind: kind, By: "Ann", Reason: "known", Owner: "Facilities", Day: on, On: string(result.DayOf(first.AsOf))}}
		english, after := run(nil, 0, memory)
		translated, remembered := run(german, 0, memory)
		if diff := cmp.Diff(english, translated, alike); diff != "" {
			t.Errorf("%s (-English +German):\n%s", kind, diff)
		}
		if diff := cmp.Diff(after, remembered, alike); diff != "" {
			t.Errorf("%s: memory (-English +German):\n%s", kind, diff)
		}
	}
}
