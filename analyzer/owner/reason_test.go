package owner

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/result"
)

// Every number of the evidence is what a reader counts in the export: the tickets
// with the value, of those that could have it, also if another value or another
// function of the same team weighed more.
func TestEvidenceIsCountedAsAReaderCounts(t *testing.T) {
	m := DefaultMap()
	word := rapid.SampledFrom([]string{"", "printing", "storage", "vpn", "laptop", "database", "software", "azure"})
	group := rapid.SampledFrom([]string{"", "Network", "Server and Storage", "Cloud", "Group 22", "Service Desk"})
	says := func(text string, v string) bool {
		return slices.ContainsFunc(fold.Words(text), func(w string) bool {
			return w == v || strings.HasSuffix(v, "*") && strings.HasPrefix(w, strings.TrimSuffix(v, "*"))
		})
	}
	reads := map[result.EvidenceCode]func(Facts) string{
		result.EvidenceSubject: func(f Facts) string { return f.Subject }, result.EvidenceText: func(f Facts) string { return f.Text },
		result.EvidenceSubcategory: func(f Facts) string { return f.Subcategory }, result.EvidenceService: func(f Facts) string { return f.Service },
		result.EvidenceCauseInNotes: func(f Facts) string { return f.Resolution }, result.EvidenceHeldBy: func(f Facts) string { return f.Group },
	}
	checked := map[result.EvidenceCode]int{}
	rapid.Check(t, func(t *rapid.T) {
		facts := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Facts {
			return Facts{Category: rapid.SampledFrom([]string{"", "Software", "Other"}).Draw(t, "category"), Subcategory: word.Draw(t, "subcategory"),
				Service: word.Draw(t, "service"), Subject: word.Draw(t, "subject"), Text: word.Draw(t, "text"),
				Resolution: word.Draw(t, "resolution"), Group: group.Draw(t, "group")}
		}), 1, 15).Draw(t, "facts")
		for i := range facts {
			facts[i].TicketID = fmt.Sprint(i)
		}
		for _, e := range m.Find(facts, Context{}).Evidence {
			read, ok := reads[e.Code]
			if !ok {
				continue
			}
			checked[e.Code]++
			count, of := 0, 0
			for _, f := range facts {
				if e.Code != result.EvidenceCauseInNotes || f.Resolution != "" {
					of++
				}
				if slices.ContainsFunc(e.Values, func(v result.Count) bool { return says(read(f), v.Name) || read(f) == v.Name }) {
					count++
				}
			}
			if e.Count != count || e.Of != of || len(e.Tickets) != count {
				t.Fatalf("%s %v: %d of %d, a reader counts %d of %d in %+v", e.Code, e.Values, e.Count, e.Of, count, of, facts)
			}
			for _, v := range e.Values {
				n := 0
				for _, f := range facts {
					if says(read(f), v.Name) || read(f) == v.Name {
						n++
					}
				}
				if n != v.Count {
					t.Fatalf("%s %q: %d, a reader counts %d", e.Code, v.Name, v.Count, n)
				}
			}
		}
	})
	for code := range reads {
		if checked[code] == 0 {
			t.Errorf("%s never came", code)
		}
	}
}

// All tickets held by one group are all, also if they were filed for different
// functions of its team.
func TestAllHeldByOneGroupAreAll(t *testing.T) {
	var facts []Facts
	for i := range 60 {
		facts = append(facts, Facts{TicketID: fmt.Sprint(i), Subject: []string{"azure portal", "aws console"}[i%2], Group: "Cloud"})
	}
	for _, e := range DefaultMap().Find(facts, Context{}).Evidence {
		if e.Code == result.EvidenceHeldBy && (e.Count != 60 || e.Of != 60) {
			t.Errorf("held by: %d of %d, want 60 of 60", e.Count, e.Of)
		}
	}
}

// A group that the map does not know, but that resolves such tickets, is to be
// confirmed as owner; it is no gap.
func TestUnknownGroupThatResolves(t *testing.T) {
	facts := []Facts{{TicketID: "a", Text: "zorblax"}, {TicketID: "b", Text: "zorblax"}}
	earlier := &Earlier{Of: 58, Groups: []EarlierGroup{{Group: "Group 22", Tickets: make([]string, 49), Bounced: 3}, {Group: "Group 7", Tickets: make([]string, 9)}}}
	got := DefaultMap().Find(facts, Context{Earlier: earlier})
	if got.Team != "Group 22" || got.Gap || got.Function != "" || got.Reason.Code != result.OwnerByGroup {
		t.Fatalf("%+v, want Group 22, to be confirmed", got)
	}
	if e := got.Evidence[0]; e.Code != result.EvidenceEarlier || e.Count != 49 || e.Of != 58 || e.Bounced != 3 {
		t.Errorf("%+v, want 49 of 58 earlier tickets", e)
	}
}
