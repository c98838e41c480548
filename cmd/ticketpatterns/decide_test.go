package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// wordsOf lists the words that a text joins by bars, commas and "or".
func wordsOf(text string) []string {
	return regexp.MustCompile(`[a-z_]{3,}`).FindAllString(text, -1)
}

// between returns what stands between two parts of a file, its comment signs left out.
func between(t *testing.T, name, from, to string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(repository, name))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(text), from)
	inside, _, ends := strings.Cut(rest, to)
	if !found || !ends {
		t.Fatalf("%s: nothing between %q and %q", name, from, to)
	}
	return inside
}

var offered = regexp.MustCompile(`<option value="([a-z_]+)" data-done="[^"]+" data-needs="([a-z_]*)">([^<]+)</option>`)

// TestDecisionsAreTheSameEverywhere holds that page, file, command, manual and guide offer
// the same decisions in the same words and order, and want the same of each.
func TestDecisionsAreTheSameEverywhere(t *testing.T) {
	kinds := past.Kinds()
	d := desk(t)
	var page strings.Builder
	if err := d.Page(&page, "2026-06-28"); err != nil {
		t.Fatal(err)
	}
	_, command, _ := strings.Cut(d.app.decideCommand().Use, " ")
	_, command, _ = strings.Cut(command, " ")
	lists := map[string][]string{
		"decide": slices.DeleteFunc(wordsOf(command), func(word string) bool { return word == undo }),
		"manual": wordsOf(between(t, "cmd/ticketpatterns/doc.go", "a decision is", ".")),
	}
	// The guide shows one in its example and the others beside it.
	guide := wordsOf(between(t, "README.md", "# or", "\n./ticketpatterns"))
	lists["guide"] = slices.Insert(guide, slices.Index(kinds, past.Fixed), past.Fixed)
	for _, option := range offered.FindAllStringSubmatch(page.String(), -1) {
		kind, needs, text := option[1], option[2], option[3]
		lists["page"] = append(lists["page"], kind)
		if !strings.HasPrefix(text, strings.ReplaceAll(kind, "_", " ")) {
			t.Errorf("the page offers %q as %q, want it to begin with its word", kind, text)
		}
		if said := strings.ReplaceAll(kind, "_", " "); decisionWord(said) != kind {
			t.Errorf("%q is not read", kind)
		}
		bare := past.Decision{Pattern: "P-1", Kind: kind, On: "2026-06-28"}
		if err := checkDecision(bare); err != nil && !strings.HasPrefix(err.Error(), needs+":") {
			t.Errorf("%s: the page asks for %q, the file says %v", kind, needs, err)
		}
	}
	for place, list := range lists {
		if !slices.Equal(list, kinds) {
			t.Errorf("%s has\n%q, want\n%q", place, list, kinds)
		}
	}
}

// TestDecisionsAreTold holds that the report says of every decision what it was, who made
// it and since when it stands, in both languages.
func TestDecisionsAreTold(t *testing.T) {
	for _, locale := range []string{"en-GB", "de-DE"} {
		w, err := words.For(&result.Analysis{Locale: locale})
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range past.Kinds() {
			decided := result.Decision{Decision: kind, On: "2026-06-28", Date: "2026-06-28", By: "Kim"}
			p := &result.Pattern{Standing: result.Standing{Decisions: []result.Decision{decided}}}
			p.Standing.Reason = result.Reason{Code: result.ReasonAnswered, Decision: kind, Day: decided.On, By: decided.By}
			told := map[string]string{"chip": w.NextAction(p, "2026-06-29"), "history": strings.TrimSuffix(w.Decided(decided), "Kim")}
			if !slices.Contains([]string{past.Fixed, past.WrongOwner, past.IgnoreUntilDoubled, past.NotAPattern}, kind) { // have reasons of their own
				told["standing"] = w.StandingReason(p)
			}
			for place, text := range told {
				if len(text) < 5 || strings.Contains(text, "%!") || strings.Contains(text, kind) && strings.Contains(kind, "_") {
					t.Errorf("%s: %s of %s is %q", locale, place, kind, text)
				}
				if place != "history" && !strings.Contains(text, "28") {
					t.Errorf("%s: %s of %s is %q, without its day", locale, place, kind, text)
				}
			}
		}
	}
}

// A file that is cut off in a quotation is a mistake with its line; what stands above it
// is taken.
func TestDecisionsThatAreCutOff(t *testing.T) {
	for text, want := range map[string]string{
		"pattern_id,decision,decided_on\nP-1,accept,2026-03-02\nP-2,\"acc\nP-3,accept\n": `decisions.csv:3: is not written as CSV: extraneous or missing " in quoted-field`,
		"pattern_id,decision,decided_on\nP-1,accept,2026-03-02\nP-2,ac\"c\n":             `decisions.csv:3: is not written as CSV: bare " in non-quoted-field`,
	} {
		decisions, wrong := parseDecisions("decisions.csv", []byte(text))
		if len(decisions) != 1 || len(wrong) != 1 || wrong[0].Error() != want {
			t.Errorf("%q: %v, %v, want one decision and %s", text, decisions, wrong, want)
		}
	}
}
