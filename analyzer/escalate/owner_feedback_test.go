package escalate

import (
	"fmt"
	"testing"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
)

// The third correction of one function moves the next pattern of it, with the
// counts in the reason; before, corrections are evidence with their count, and
// what people kept or took back counts against them.
func TestCorrectionsAreCountedEvidence(t *testing.T) {
	gave := func(n int, kind, to, undone string) past.Decision {
		return past.Decision{Number: n, Pattern: fmt.Sprintf("P-%d", n), Kind: kind, Owner: to, Undone: undone, On: "2026-06-01"}
	}
	wrong := func(n int) past.Decision { return gave(n, past.WrongOwner, "Network", "") }
	for _, c := range []struct {
		name      string
		decisions []past.Decision
		team      string
		evidence  int // count of the line that names Network; 0 = none
	}{
		{"nothing said", nil, "Workplace", 0},
		{"once", []past.Decision{wrong(1)}, "Workplace", 1},
		{"twice", []past.Decision{wrong(1), wrong(2)}, "Workplace", 2},
		{"three times", []past.Decision{wrong(1), wrong(2), wrong(3)}, "Network", 3},
		{"one taken back", []past.Decision{wrong(1), wrong(2), gave(3, past.WrongOwner, "Network", "2026-06-02")}, "Workplace", 2},
		{"as many kept it", []past.Decision{wrong(1), wrong(2), wrong(3), gave(4, past.Accept, "", ""), gave(5, past.Accept, "", ""), gave(6, past.Fixed, "", "")}, "Workplace", 3},
		{"of another function", []past.Decision{wrong(7), wrong(8), wrong(9)}, "Workplace", 0},
	} {
		var m past.Memory
		for n := 1; n <= 9; n++ {
			m.Patterns = append(m.Patterns, past.Pattern{ID: fmt.Sprintf("P-%d", n), Function: []string{"Printing", "Doors"}[n/7]})
		}
		m.Decisions = c.decisions
		before := result.Owner{Team: "Workplace", Function: "Printing", Evidence: []result.Evidence{}}
		o := CorrectOwner(before, nil, m, map[string]string{"Network": "network@example.org"})
		count := 0
		for _, e := range o.Evidence {
			if e.Code == result.EvidenceFunctionDecision && e.Function == "Printing" && e.Values[0].Name == "Network" {
				count = e.Count
			}
		}
		if o.Team != c.team || count != c.evidence {
			t.Errorf("%s: %s with evidence of %d, want %s with %d", c.name, o.Team, count, c.team, c.evidence)
		}
		if c.team == "Network" && (*o.Reason.Decided != (result.OwnerDecision{Code: result.DecidedFunction, Named: 3, MapTeam: "Workplace"}) || o.Contact == "" || o.Alternative != "Workplace" || o.Confidence != 0.75) {
			t.Errorf("%s: %+v, want the counts in the reason, a contact and the first owner as the other", c.name, o)
		}
	}
}

// An answer that names another owner moves the pattern at once; the last one counts.
func TestAnswerNamesTheOwner(t *testing.T) {
	before := result.Owner{Team: "Workplace", Function: "Printing", Gap: true, Evidence: []result.Evidence{}}
	answers := []past.Decision{
		{Kind: past.WrongOwner, Owner: "Storage", On: "2026-06-01"}, {Kind: past.WrongOwner, Owner: "Network", On: "2026-06-02", By: "Kim"},
		{Kind: past.WrongOwner, Owner: "Storage", On: "2026-06-03", Undone: "2026-06-04"},
	}
	got := CorrectOwner(before, answers, past.Memory{}, map[string]string{"Network": "network@example.org"})
	if got.Team != "Network" || got.Contact != "network@example.org" || got.Alternative != "Workplace" || got.Gap || got.Confidence != 1 || got.Reason.Decided.By != "Kim" {
		t.Errorf("%+v, want Network as Kim said", got)
	}
	if before.Team != "Workplace" || len(before.Evidence) != 0 {
		t.Errorf("%+v changed", before)
	}
}

// While an owner is being found, a pattern belongs to no team and its function is not
// told as unowned; what was unowned before stays of its function. The last answer counts.
func TestNobodyIsTheOwner(t *testing.T) {
	find := past.Decision{Kind: past.FindAnOwner, On: "2026-06-02", By: "Kim", Reason: "nobody runs the lifts"}
	wrong := past.Decision{Kind: past.WrongOwner, Owner: "Storage", On: "2026-06-03"}
	undone := find
	undone.Undone = "2026-06-04"
	owned := result.Owner{Team: "Workplace", Contact: "w@example.org", Function: "Printing", Alternative: "Network", AlternativeFunction: "Networking", Split: true, Strength: result.Strong}
	gap := result.Owner{Function: "Doors", Gap: true, Alternative: "Network", Strength: result.Fair}
	for _, c := range []struct {
		name           string
		before         result.Owner
		answers        []past.Decision
		team, function string
		mapTeam        string // in what was decided; "-": nothing was
	}{
		{"of a team", owned, []past.Decision{find}, "", "", "Workplace"},
		{"of nobody", gap, []past.Decision{find}, "", "Doors", ""},
		{"after another team", owned, []past.Decision{wrong, find}, "", "", "Workplace"},
		{"found", owned, []past.Decision{find, wrong}, "Storage", "Printing", "Workplace"},
		{"taken back", owned, []past.Decision{undone}, "Workplace", "Printing", "-"},
	} {
		o := CorrectOwner(c.before, c.answers, past.Memory{}, nil)
		mapTeam := "-"
		if d := o.Reason.Decided; d != nil {
			mapTeam = d.MapTeam
		}
		if o.Team != c.team || o.Function != c.function || mapTeam != c.mapTeam || o.Gap != (c.team == "") {
			t.Errorf("%s: %+v, decided %s", c.name, o, mapTeam)
		}
		if o.Gap && (o.Contact != "" || o.Alternative != "" || o.AlternativeFunction != "" || o.Split || *o.Reason.Decided != (result.OwnerDecision{
			Code: result.DecidedNone, Day: "2026-06-02", By: "Kim", Reason: "nobody runs the lifts", MapTeam: c.mapTeam})) {
			t.Errorf("%s: %+v still names a team", c.name, o)
		}
	}
}
