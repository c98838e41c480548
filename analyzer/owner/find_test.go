package owner

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ticketpatterns/analyzer/result"
)

// small is a map in which every answer can be worked out by hand.
func small() Map {
	return Map{
		FunctionsPerPerson: 2, PatternsPerPerson: 3,
		Teams: []Team{{Name: "Net", Contact: "net@example.com", Size: 2}, {Name: "Desk", Size: 1}},
		Functions: []Function{
			{Name: "Networking", Team: "Net", Categories: []string{"Network"}, Terms: []string{"wifi"}, CauseTerms: []string{"vlan"}},
			{Name: "Printing", Team: "Desk", Categories: []string{"Printing"}, Terms: []string{"print*"}},
			{Name: "Rooms", Categories: []string{"Meeting room"}, Terms: []string{"projector"}},
			{Name: "Software", Team: "Desk", Categories: []string{"Software"}},
			{Name: "SAP", Team: "Net", Categories: []string{"Software > SAP"}},
		},
	}
}

// printers are nine tickets about printers, of which the desk's notes name the
// VLAN in as many as asked for.
func printers(notes int) []Facts {
	facts := make([]Facts, 9)
	for i := range facts {
		facts[i] = Facts{TicketID: fmt.Sprintf("T%d", i+1), Category: "Printing", Text: "printer offline, prints nothing"}
		if i < notes {
			facts[i].Resolution = "Port was in the wrong VLAN"
		}
	}
	return facts
}

// inShort writes the reason of an owner and its evidence.
func inShort(o result.Owner) string {
	listed := func(evidence []result.Evidence) string {
		var all []string
		for _, e := range evidence {
			all = append(all, fmt.Sprintf("%s %d/%d %v", e.Code, e.Count, e.Of, e.Values))
		}
		return strings.Join(all, ", ")
	}
	text := fmt.Sprintf("%s of %d: %s", o.Reason.Code, o.Reason.Tickets, listed(o.Evidence))
	if n := o.Reason.Nameable; n != nil {
		text += fmt.Sprintf("nameable %v", *n)
	}
	for i, c := range []*result.Claim{o.Reason.FiledAs, o.Reason.CausedBy, o.Reason.Rival} {
		if c != nil {
			text += fmt.Sprintf("; %s %s (%s): %s", []string{"filed as", "caused by", "rival"}[i], c.Function, c.Team, listed(c.Evidence))
		}
	}
	return text
}

// r is the log likelihood ratio of k of m tickets where one in twenty is assumed
// elsewhere, as the package comment works it out.
func r(k, m int) float64 {
	return math.Log(((float64(k)+2*0.05)/(float64(m)+2) + 0.01) / (0.05 + 0.01))
}

func TestFind(t *testing.T) {
	tests := []struct {
		name        string
		facts       []Facts
		function    string
		team        string
		alternative string
		confidence  float64 // by the formula of the package comment
		gap         bool
		reason      string // see inShort; "" = not looked at
	}{
		{
			name: "symptom only", facts: printers(0), function: "Printing", team: "Desk", confidence: 6.75 * r(9, 9) / (6.75*r(9, 9) + r(1, 1)),
			reason: "evidence of 9: category 9/9 [{Printing 9}], text 9/9 [{print* 9}]",
		},
		{
			// 7 notes, trusted 4, against 9 times half a category and a quarter of a word
			name: "notes outweigh the category", facts: printers(7), function: "Networking", team: "Net", alternative: "Desk", confidence: 28 * r(7, 7) / (28*r(7, 7) + 6.75*r(9, 9) + r(1, 1)),
			reason: "evidence of 9: cause_in_notes 7/7 [{vlan 7}]; filed as Printing (Desk): category 9/9 [{Printing 9}]; caused by Networking (Net): cause_in_notes 7/7 [{vlan 7}]",
		},
		{
			name: "split", facts: printers(2), function: "Printing", team: "Desk", alternative: "Net", confidence: 6.75 * r(9, 9) / (6.75*r(9, 9) + 8*r(2, 2) + r(1, 1)),
			reason: "evidence of 9: category 9/9 [{Printing 9}], text 9/9 [{print* 9}]; rival Networking (Net): cause_in_notes 2/2 [{vlan 2}]",
		},
		{
			name: "known gap", facts: []Facts{{TicketID: "1", Category: "Meeting  Room"}}, function: "Rooms", confidence: 0.5, gap: true,
			reason: "unowned of 1: category 1/1 [{Meeting room 1}]",
		},
		{
			name: "unknown", facts: []Facts{{Category: "Garden"}, {Category: "Garden"}, {Category: "Kitchen"}}, gap: true,
			reason: "unrecognised of 3: nameable {category Garden 2}",
		},
		{name: "nothing to read", facts: []Facts{{}}, gap: true, reason: "unrecognised of 1: "},
		{name: "no tickets", gap: true, reason: "no_tickets of 0: "},
		{
			name: "tickets that show nothing count against", facts: []Facts{{Subject: "wifi"}, {Subject: "wifi"}, {}, {}}, function: "Networking", team: "Net", confidence: r(2, 4) / (r(2, 4) + 2*r(1, 1)),
		},
		{name: "deeper level wins", facts: []Facts{{Category: "Software > SAP > Login"}}, function: "SAP", team: "Net", confidence: 0.5},
		{name: "level above", facts: []Facts{{Category: "Software > CAD"}}, function: "Software", team: "Desk", confidence: 0.5},
		{name: "path over two columns", facts: []Facts{{Category: "Software", Subcategory: "SAP"}}, function: "SAP", team: "Net", confidence: 0.5},
		{
			name: "a word that is repeated counts once", facts: []Facts{{Text: "wifi wifi wifi"}, {Text: "print"}, {Text: "print"}},
			function: "Printing", team: "Desk", confidence: r(2, 3) / (r(2, 3) + 0.25*r(1, 3) + r(1, 1)),
		},
		{name: "what the site wrote outweighs what is built in", facts: []Facts{{Text: "wifi"}, {Text: "print"}}, function: "Printing", team: "Desk", alternative: "Net", confidence: 0.5 * r(1, 2) / (0.75*r(1, 2) + r(1, 1))},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := small().Find(test.facts, Context{})
			if got.Function != test.function || got.Team != test.team || got.Alternative != test.alternative || got.Gap != test.gap {
				t.Errorf("got %+v, want function %q, team %q, alternative %q, gap %t", got, test.function, test.team, test.alternative, test.gap)
			}
			if diff := got.Confidence - test.confidence; diff > 1e-6 || diff < -1e-6 {
				t.Errorf("confidence %g, want %g", got.Confidence, test.confidence)
			}
			if short := inShort(got); test.reason != "" && short != test.reason {
				t.Errorf("reason %s\nwant   %s", short, test.reason)
			}
		})
	}
}

func TestFindEvidence(t *testing.T) {
	got := small().Find(printers(7), Context{})
	want := []string{"T1", "T2", "T3", "T4", "T5", "T6", "T7"}
	if len(got.Evidence) != 1 || got.Evidence[0].Count != 7 || !slices.Equal(got.Evidence[0].Tickets, want) {
		t.Errorf("evidence %+v, want one with the tickets %v", got.Evidence, want)
	}
	if got.Contact != "net@example.com" {
		t.Errorf("contact %q, want that of the team", got.Contact)
	}
}

// A group of a team with several functions speaks for the one at hand, also if
// it is bound to another of them.
func TestGroupOfATeamWithSeveralFunctions(t *testing.T) {
	got := DefaultMap().Find([]Facts{{Category: "Printing", Group: "Workplace"}}, Context{})
	if got.Function != "Printing" || len(got.Evidence) != 2 || got.Confidence < 0.5555 || got.Confidence > 0.5556 {
		t.Errorf("%+v, want Printing by category and group", got)
	}
}

// What a group wrote down as the cause outweighs that it was the group that
// wrote it.
func TestNotesOutweighWhoWroteThem(t *testing.T) {
	passed := Facts{Group: "Application Support", Bounces: 1, Finished: true}
	if got := DefaultMap().Find([]Facts{passed}, Context{}); got.Function != "Business applications" || len(got.Evidence) != 2 {
		t.Errorf("%+v, want Business applications as they resolved it and held it", got)
	}
	passed.Resolution = "deadlock in the database"
	got := DefaultMap().Find([]Facts{passed}, Context{})
	if got.Function != "Databases" || got.AlternativeFunction != "Business applications" || got.Confidence < 0.4999 || got.Confidence > 0.5001 {
		t.Errorf("%+v, want Databases: notes 4 * 1/2 against 1 for the group that held it", got)
	}
}

// A broad category counts only for tickets that show nothing else.
func TestBroadCategoryIsAskedLast(t *testing.T) {
	got := DefaultMap().Find([]Facts{{TicketID: "1", Category: "Software", Text: "outlook is gone"}, {TicketID: "2", Category: "Software"}}, Context{})
	if got.Function != "Email and collaboration" || got.AlternativeFunction != "Business applications" || len(got.Evidence) != 1 {
		t.Errorf("%+v, want one ticket for each", got)
	}
}

// TestFindLongestPhrase holds that a phrase keeps its words from shorter ones.
func TestFindLongestPhrase(t *testing.T) {
	m := Map{Functions: []Function{
		{Name: "Networking", Team: "Net", Terms: []string{"network", "drive letter"}},
		{Name: "Storage", Team: "Disk", Terms: []string{"network drive"}},
	}}
	for _, c := range []struct{ text, want string }{
		{"my network drive is gone", "Storage"},
		{"the network is gone", "Networking"},
		{"network drive letter", "Networking"}, // overlapping phrases both count, and the first of equals wins
	} {
		if got := m.Find([]Facts{{Text: c.text}}, Context{}); got.Function != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got.Function, c.want)
		}
	}
}

// TestFindOrder holds that the order of tickets changes nothing but the order of ids.
func TestFindOrder(t *testing.T) {
	m := DefaultMap()
	text := rapid.SampledFrom([]string{"", "printer", "vpn drops", "password", "sap invoice", "vlan", "projector", "how do I", "garden"})
	rapid.Check(t, func(t *rapid.T) {
		facts := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Facts {
			return Facts{Category: text.Draw(t, "category"), Text: text.Draw(t, "text"), Resolution: text.Draw(t, "resolution")}
		}), 1, 12).Draw(t, "facts")
		for i := range facts {
			facts[i].TicketID = fmt.Sprint(i)
		}
		shuffled := rapid.Permutation(facts).Draw(t, "shuffled")
		a, b := m.Find(facts, Context{}), m.Find(shuffled, Context{})
		if inShort(a) != inShort(b) || a.Team != b.Team || a.Confidence != b.Confidence || a.Alternative != b.Alternative {
			t.Fatalf("got %+v\nand in another order %+v", a, b)
		}
		if a.Confidence < 0 || a.Confidence > 1 || a.Gap != (a.Team == "") {
			t.Fatalf("confidence out of [0, 1] or gap with a team: %+v", a)
		}
	})
}

// TestDefaultMapAnswers are the cases that the built-in map must get right:
// where symptom and cause part, and the languages it speaks.
func TestDefaultMapAnswers(t *testing.T) {
	m := DefaultMap()
	for _, c := range []struct {
		want  string
		facts Facts
	}{
		{"Printing", Facts{Category: "Hardware > Printer", Text: "Drucker druckt nicht"}},
		{"Networking", Facts{Category: "Printing", Text: "printer offline again", Resolution: "printer was in wrong VLAN after switch port change"}},
		{"Databases", Facts{Category: "Application", Service: "ERP", Text: "invoice screen slow", Resolution: "blocking session, index rebuilt on the database"}},
		{"DevOps and deployment", Facts{Category: "Software", Text: "crashes since the update", Resolution: "deployment rolled back"}},
		{"Identity and access", Facts{Category: "Accesos", Text: "No puedo entrar, contraseña caducada"}},
		{"Email and collaboration", Facts{Text: "Outlook: Postfach voll"}},
		{"Storage", Facts{Text: "Lecteur réseau inaccessible, shared drive gone"}},
		{"Security", Facts{Text: "Suspicious e-mail, looks like phishing with a QR code", Category: "Phishing"}},
		{"Meeting rooms", Facts{Category: "Meeting room", Text: "Projector in room 3 shows nothing"}},
		{"Building technology", Facts{Category: "Facilities", Text: "Badge refused at the door of hall B"}},
		{"End-user training and adoption", Facts{Category: "Software", Text: "How do I share a folder?", Resolution: "explained to user"}},
		{"Backup and recovery", Facts{Text: "Please restore a file deleted by mistake", Resolution: "restored from backup"}},
	} {
		if got := m.Find([]Facts{c.facts}, Context{}); got.Function != c.want {
			t.Errorf("%+v: got %s (%s), want %s", c.facts, got.Function, inShort(got), c.want)
		}
	}
}
