package archive

import (
	"path/filepath"
	"testing"

	"ticketpatterns/analyzer/past"
)

// TestRenew holds that somebody who takes a decision back and makes it again has made it,
// and that the file of decisions, which is read every week, does not.
func TestRenew(t *testing.T) {
	a := must(t, filepath.Join(t.TempDir(), "history.sqlite"))
	accept := past.Decision{Pattern: "P-1", Issue: "I-1", Kind: past.Accept, By: "Kim", On: "2026-06-22"}
	known := past.Decision{Pattern: "P-1", Issue: "I-1", Kind: past.Known, By: "Kim", On: "2026-06-22"}
	last := func() string {
		all, err := a.Decisions()
		if err != nil {
			t.Fatal(err)
		}
		if d, ok := past.StandingAnswer(all, ""); ok {
			return d.Kind
		}
		return ""
	}
	decide := func(want int, d past.Decision) {
		t.Helper()
		if added, err := a.Decide([]past.Decision{d}); err != nil || added != want {
			t.Fatalf("added %d, %v; want %d", added, err, want)
		}
	}
	renew := func(want bool, d past.Decision) {
		t.Helper()
		if renewed, err := a.Renew(d); err != nil || renewed != want {
			t.Fatalf("renewed %v, %v; want %v", renewed, err, want)
		}
	}
	decide(1, accept)
	renew(false, accept)
	if err := a.Undo(1, "Kim", "2026-06-22"); err != nil {
		t.Fatal(err)
	}
	decide(0, accept)
	if got := last(); got != "" {
		t.Errorf("a file read again brought back %q", got)
	}
	renew(true, accept)
	decide(1, known)
	renew(true, accept)
	if got := last(); got != past.Accept {
		t.Errorf("%q stands, want what was made last", got)
	}
}
