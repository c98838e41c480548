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

// reader counts by hand what evidence says of a ticket.
type reader struct {
	reads func(Facts) string
	could func(Facts) bool // whether the ticket could show it; nil = all
}

func heldAndMoved(f Facts) bool { return f.Bounces > 0 && f.Finished }

// readers are those of all evidence that tickets show by themselves.
var readers = map[result.EvidenceCode]reader{
	result.EvidenceSubject:       {reads: func(f Facts) string { return f.Subject }},
	result.EvidenceText:          {reads: func(f Facts) string { return f.Text }},
	result.EvidenceCauseInText:   {reads: func(f Facts) string { return f.Subject + "\n" + f.Text }},
	result.EvidenceCategory:      {reads: func(f Facts) string { return f.Category }},
	result.EvidenceSubcategory:   {reads: func(f Facts) string { return f.Subcategory }},
	result.EvidenceCategoryPath:  {reads: func(f Facts) string { return f.Category + "\n" + f.Subcategory }},
	result.EvidenceBroadCategory: {reads: func(f Facts) string { return f.Category + "\n" + f.Subcategory }},
	result.EvidenceService:       {reads: func(f Facts) string { return f.Service }},
	result.EvidenceItem:          {reads: func(f Facts) string { return f.ConfigurationItem }},
	result.EvidenceLocation:      {reads: func(f Facts) string { return f.Location }},
	result.EvidenceHeldBy:        {reads: func(f Facts) string { return f.Group }},
	result.EvidenceCauseInNotes:  {func(f Facts) string { return f.Resolution }, func(f Facts) bool { return f.Resolution != "" }},
	result.EvidenceCauseInCode:   {func(f Facts) string { return f.Code }, func(f Facts) bool { return f.Code != "" }},
	result.EvidenceEarlierNotes:  {func(f Facts) string { return f.Resolution }, func(f Facts) bool { return f.Resolution != "" }},
	result.EvidenceEarlierCode:   {func(f Facts) string { return f.Code }, func(f Facts) bool { return f.Code != "" }},
	result.EvidencePassedOn:      {func(f Facts) string { return f.Group }, heldAndMoved},
	result.EvidenceUsualGroup:    {reads: func(f Facts) string { return map[string]string{"vpn": "Network", "database": "Group 22"}[f.Service] }},
	result.EvidenceChangedBy:     {reads: func(f Facts) string { return map[string]string{"0": "Network", "2": "Cloud"}[f.TicketID] }},
}

// says reports whether a text has a value of the map, or is it.
func says(text, value string) bool {
	return text == value || slices.ContainsFunc(fold.Words(text), func(w string) bool {
		return w == value || strings.HasSuffix(value, "*") && strings.HasPrefix(w, strings.TrimSuffix(value, "*"))
	})
}

// Every number of the evidence is what a reader counts in the export: the tickets
// with the value, of those that could have it, also if another value or another
// function of the same team weighed more.
func TestEvidenceIsCountedAsAReaderCounts(t *testing.T) {
	m := DefaultMap()
	m.Functions = slices.Clone(m.Functions)
	for i := range m.Functions {
		switch m.Functions[i].Name {
		case "Networking":
			m.Functions[i].Locations = []string{"leeds"}
		case "Printing":
			m.Functions[i].Locations = []string{"porto"}
		}
	}
	word := rapid.SampledFrom([]string{"", "printing", "storage", "vpn", "laptop", "database", "dhcp", "toner", "software", "azure"})
	category := rapid.SampledFrom([]string{"", "Software", "Other", "printing", "storage"})
	group := rapid.SampledFrom([]string{"", "Network", "Server and Storage", "Cloud", "Group 22", "Service Desk"})
	context := Context{
		Usual:   []Usual{{Service: "vpn", Group: "Network", Count: 9, Of: 10}, {Service: "database", Group: "Group 22", Count: 7, Of: 9}},
		Changes: []Change{{ID: "C1", Group: "Network", Tickets: []string{"0"}}, {ID: "C2", Group: "Cloud", Tickets: []string{"2"}}},
		Earlier: &Earlier{Of: 9, Groups: []EarlierGroup{{Group: "Cloud", Tickets: []string{"x", "y", "z"}, Bounced: 2}, {Group: "Group 22", Tickets: []string{"w"}}},
			Noted: []Facts{{TicketID: "x", Resolution: "dhcp, then vlan", Code: "azure"}, {TicketID: "y", Resolution: "toner", Code: "azure"}, {TicketID: "z", Code: "none"}, {TicketID: "w", Resolution: "gone"}}},
		Problem: &Earlier{Of: 5, Groups: []EarlierGroup{{Group: "Network", Tickets: []string{"p", "q", "r"}, Bounced: 3, Reopened: 1}, {Group: "Cloud", Tickets: []string{"s"}}}},
	}
	checked := map[result.EvidenceCode]int{}
	check := func(t *rapid.T) {
		facts := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Facts {
			return Facts{
				Category: category.Draw(t, "category"), Subcategory: word.Draw(t, "subcategory"), Service: word.Draw(t, "service"),
				ConfigurationItem: word.Draw(t, "item"), Location: rapid.SampledFrom([]string{"", "leeds", "porto"}).Draw(t, "location"),
				Subject: word.Draw(t, "subject"), Text: word.Draw(t, "text"), Code: word.Draw(t, "code"), Resolution: word.Draw(t, "resolution"),
				Group: group.Draw(t, "group"), Bounces: rapid.IntRange(0, 1).Draw(t, "bounces"), Finished: rapid.Bool().Draw(t, "finished"),
			}
		}), 1, 15).Draw(t, "facts")
		around := context
		// Now and then tickets show little, so that each kind decides.
		if bare := rapid.IntRange(0, 6).Draw(t, "bare"); bare > 0 {
			around = Context{}
			for i, f := range facts {
				facts[i] = Facts{Category: f.Category, Location: f.Location}
				switch bare {
				case 1:
					facts[i] = Facts{Category: f.Category, Subcategory: f.Subcategory}
				case 2:
					facts[i] = Facts{Category: []string{"Software", "Other"}[i%2]}
				case 3:
					facts[i] = Facts{Text: f.Text}
				case 5:
					facts[i], around = Facts{}, Context{Earlier: context.Earlier, Problem: context.Problem}
				case 4:
					facts[i], around = Facts{Service: f.Service}, Context{Usual: context.Usual}
				}
			}
		}
		if around.Earlier != nil {
			earlier := *around.Earlier
			earlier.Own = rapid.Bool().Draw(t, "own")
			around.Earlier = &earlier
		}
		for i := range facts {
			facts[i].TicketID = fmt.Sprint(i)
		}
		for _, e := range m.Find(facts, around).Evidence {
			checked[e.Code]++
			switch e.Code {
			case result.EvidenceEarlier, result.EvidenceOwnPast:
				if around.Earlier.Own != (e.Code == result.EvidenceOwnPast) {
					t.Fatalf("%s of the issue's own past: %v", e.Code, around.Earlier.Own)
				}
				countEarlier(t, e, context.Earlier)
			case result.EvidenceProblem:
				countEarlier(t, e, context.Problem)
			case result.EvidenceEarlierNotes, result.EvidenceEarlierCode:
				r := readers[e.Code]
				countTickets(t, e, r, slices.DeleteFunc(slices.Clone(context.Earlier.Noted), func(f Facts) bool { return !r.could(f) }))
			default:
				countAsReader(t, e, facts)
			}
		}
	}
	for range 5 { // rare evidence comes in one of them
		rapid.Check(t, check)
	}
	for code := range readers {
		if checked[code] == 0 {
			t.Errorf("%s never came", code)
		}
	}
	for _, code := range []result.EvidenceCode{result.EvidenceEarlier, result.EvidenceOwnPast, result.EvidenceProblem} {
		if checked[code] == 0 {
			t.Errorf("%s never came", code)
		}
	}
	for _, r := range rules {
		if _, ok := readers[r.code]; !ok && r.told != heldBy && r.code != result.EvidenceSeveralSymptoms {
			t.Errorf("nobody recounts %s", r.code)
		}
	}
}

func countAsReader(t *rapid.T, e result.Evidence, facts []Facts) {
	countTickets(t, e, readers[e.Code], facts)
}

func countTickets(t *rapid.T, e result.Evidence, r reader, facts []Facts) {
	count, of := 0, 0
	each := make([]int, len(e.Values))
	for _, f := range facts {
		if r.could != nil && !r.could(f) {
			continue
		}
		of++
		any := false
		for i, v := range e.Values {
			if says(r.reads(f), v.Name) {
				each[i]++
				any = true
			}
		}
		if any {
			count++
		}
	}
	if e.Code == result.EvidenceBroadCategory && e.Count <= count && e.Of == of {
		return // only where a ticket shows nothing else
	}
	if e.Count != count || e.Of != of || len(e.Tickets) != count {
		t.Fatalf("%s %v: %d of %d, a reader counts %d of %d in %+v", e.Code, e.Values, e.Count, e.Of, count, of, facts)
	}
	for i, v := range e.Values {
		if each[i] != v.Count {
			t.Fatalf("%s %q: %d, a reader counts %d in %+v", e.Code, v.Name, v.Count, each[i], facts)
		}
	}
}

func countEarlier(t *rapid.T, e result.Evidence, earlier *Earlier) {
	count, bounced, reopened := 0, 0, 0
	for _, g := range earlier.Groups {
		if slices.ContainsFunc(e.Values, func(v result.Count) bool { return v.Name == g.Group && v.Count == len(g.Tickets) }) {
			count += len(g.Tickets)
			bounced += g.Bounced
			reopened += g.Reopened
		}
	}
	if e.Count != count || e.Of != earlier.Of || e.Bounced != bounced || e.Reopened != reopened || len(e.Tickets) != count {
		t.Fatalf("%+v, want %d of %d, %d bounced", e, count, earlier.Of, bounced)
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
