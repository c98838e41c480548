package owner

import (
	"slices"
	"testing"

	"ticketpatterns/analyzer/result"
)

// sandbox is a map in which the value stands in every list of its first
// function, which carries three others: only the rule's own list may be read.
func sandbox(value string) Map {
	f := Function{Name: "f", Team: "t", Carries: []string{"printing", "storage", "identity"}}
	for _, l := range []*[]string{&f.Categories, &f.BroadCategories, &f.Services, &f.ConfigurationItems, &f.Locations, &f.Groups, &f.Terms, &f.CauseTerms} {
		*l = []string{value}
	}
	return Map{Desk: "desk", Functions: []Function{
		f,
		{Name: "printing", Terms: []string{"printer"}},
		{Name: "storage", Terms: []string{"drive"}, Categories: []string{"storage"}},
		{Name: "identity", Terms: []string{"password"}, Categories: []string{"identity"}},
		{Name: "desk", Groups: []string{"service desk"}},
	}}
}

func TestRules(t *testing.T) {
	if rules[heldBy].code != result.EvidenceHeldBy {
		t.Errorf("heldBy is the rule %q", rules[heldBy].code)
	}
	if rules[causeInNotes].code != result.EvidenceCauseInNotes {
		t.Errorf("causeInNotes is the rule %q", rules[causeInNotes].code)
	}
	for at, r := range rules {
		if len(r.fires) == 0 || len(r.silent) == 0 {
			t.Errorf("rule %q: want examples that fire and that are silent", r.code)
		}
		if at > 0 && r.trust > rules[at-1].trust {
			t.Errorf("rule %q is heavier than the one before it", r.code)
		}
		if at > 0 && rules[at-1].fallback && !r.fallback {
			t.Errorf("rule %q comes after a fallback, which asks what all others found", r.code)
		}
		fires := func(e example) bool {
			q := sandbox(e.value).Finder().question(append([]Facts{e.ticket}, e.beside...), e.context)
			return slices.ContainsFunc(q.signs(at, 0), func(s sign) bool { return s.function == 0 })
		}
		for _, e := range r.fires {
			if !fires(e) {
				t.Errorf("rule %q is silent on %+v, want it to fire", r.code, e)
			}
		}
		for _, e := range r.silent {
			if fires(e) {
				t.Errorf("rule %q fires on %+v, want it silent", r.code, e)
			}
		}
	}
}

// TestRuleReadsItsOwnList holds that no two rules read the same field for the same list.
func TestRuleReadsItsOwnList(t *testing.T) {
	full := Facts{Category: "c", Subcategory: "c", Service: "s", ConfigurationItem: "i", Location: "l", Group: "g", Subject: "u", Text: "t", Code: "o", Resolution: "r"}
	f := Function{Categories: []string{"C"}, BroadCategories: []string{"B"}, Services: []string{"S"}, ConfigurationItems: []string{"I"},
		Locations: []string{"L"}, Groups: []string{"G"}, Terms: []string{"T"}, CauseTerms: []string{"R"}}
	seen := map[string]result.EvidenceCode{}
	for _, r := range rules {
		if r.values == nil {
			continue
		}
		id := r.values(&f)[0] + "/" + r.reads(full)[0]
		if other := seen[id]; other != "" {
			t.Errorf("rules %q and %q both read %s", r.code, other, id)
		}
		seen[id] = r.code
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"E-Mail: Wörter", "e mail worter"},
		{"Straße", "strasse"},
		{"IMPRESIÓN", "impresion"},
		{"e\u0301cran", "ecran"},
		{"Łódź", "lodz"},
		{"Ünïcödé 365", "unicode 365"},
		{"<b>VPN</b>", "b vpn b"},
		{"... --- !!", ""},
		{"принтер", "принтер"},
		{"a\x00b\x7fc", "a b c"},
	} {
		if got := key(c.in); got != c.want {
			t.Errorf("key(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestNearest(t *testing.T) {
	names := []string{"Network", "Databases", "Workplace"}
	for _, c := range []struct{ word, want string }{
		{"Netwrk", "Network"}, {"network", "Network"}, {"Database", "Databases"}, {"Newtrok", "Network"}, {"Finance", ""}, {"", ""},
	} {
		if got, _ := Nearest(c.word, names); got != c.want {
			t.Errorf("Nearest(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}
