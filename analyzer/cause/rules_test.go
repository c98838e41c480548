package cause

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rules {
		name := string(r.kind) + ": " + string(r.code)
		if seen[name] {
			t.Errorf("rule %q is there twice", name)
		}
		seen[name] = true
		if len(r.fires) == 0 || len(r.silent) == 0 {
			t.Errorf("rule %q: want examples that fire and that are silent", name)
		}
		if !slices.Contains(kinds, r.kind) || checks[r.kind] == "" || r.weight <= 0 || r.weight >= 1 || r.supports != (r.weight == supported) {
			t.Errorf("rule %q: kind %q, weight %g, supports %v", name, r.kind, r.weight, r.supports)
		}
		fires := func(e example) bool {
			found := r.find([]Facts{e.ticket}, e.signs)
			return len(found) > 0 && found[0].shows[0]
		}
		for _, e := range r.fires {
			if !fires(e) {
				t.Errorf("rule %q is silent on %+v, want it to fire", name, e)
			}
		}
		for _, e := range r.silent {
			if fires(e) {
				t.Errorf("rule %q fires on %+v, want it silent", name, e)
			}
		}
	}
	for _, k := range kinds {
		if !slices.ContainsFunc(rules, func(r rule) bool { return r.kind == k && !r.supports }) {
			t.Errorf("%s: no direct evidence could name it", k)
		}
	}
}

// Words are compared with folded texts, so they must be folded themselves.
func TestWordsAreFolded(t *testing.T) {
	for _, r := range rules {
		for _, w := range r.words {
			plain := strings.ReplaceAll(strings.TrimSuffix(w, "*"), gap, " ")
			ok := plain == strings.ToLower(plain) && plain == strings.Join(strings.Fields(plain), " ")
			for _, c := range plain {
				ok = ok && (unicode.IsLetter(c) || c == ' ')
			}
			if !ok {
				t.Errorf("%s, %s: %q is not folded", r.kind, string(r.code), w)
			}
		}
	}
}
