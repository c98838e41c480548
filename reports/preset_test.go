package reports

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
)

// ownedByPreset is an analysis in German whose teams bear names of a preset, in every place
// where an output may name one.
func ownedByPreset(t *testing.T) *result.Analysis {
	t.Helper()
	a := fixture.Analysis(9)
	p := &a.Patterns[0]
	p.Standing.Decisions = []result.Decision{{Number: 1, Decision: "wrong_owner", Owner: "Identity", On: "2026-11-20"}}
	p.Standing.Reason = result.Reason{Code: result.ReasonMoved, Team: "Identity", Day: "2026-11-20"}
	p.History = append(p.History, result.Event{Day: "2026-11-15", Code: result.EventAsked, Team: "Endpoint Team"}, result.Event{Day: "2026-11-20", Code: result.EventDecided, Decision: 1})
	p.Owner.Reason.Decided = &result.OwnerDecision{Code: result.DecidedNone, Day: "2026-11-20", MapTeam: "Endpoint Team"}
	p.Ask, p.Owner.Split = result.AskAgree, true
	a.Patterns[1].Owner.Reason.Rival = &result.Claim{Function: "Networking", Team: "Identity", Evidence: p.Owner.Evidence}
	a.Patterns[1].Owner.Evidence = append([]result.Evidence{{Code: result.EvidenceOwnerNamed, Values: []result.Count{{Name: "Endpoint Team", Count: 1}}}}, a.Patterns[1].Owner.Evidence...)
	a.Fixes = []result.FixCheck{{IssueID: "i-01", Label: "printing", On: "2026-11-01", Days: 21, Seen: 9, Expected: 9, Verdict: result.VerdictNot, Team: "Endpoint Team"}}
	a.Work.Pace = nil
	for i := range a.Desk.Flow { // what tickets call a group stays as it is
		a.Desk.Flow[i].LoggedAs = "a group"
	}
	for _, list := range [][]result.Pattern{a.Patterns, a.Missed} {
		for i := range list {
			list[i].Paths = nil
		}
	}
	data, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	data = []byte(strings.NewReplacer("Business Applications", "Print Services", "Network Services", "Network Operations", "Endpoint Team", "Project Office", `"Identity"`, `"Data Office"`).Replace(string(data)))
	made := new(result.Analysis)
	if err := json.Unmarshal(data, made); err != nil {
		t.Fatal(err)
	}
	made.Assignments, made.Locale = a.Assignments, "de-DE"
	made.Preset = result.Preset{Teams: []string{"Print Services", "Network Operations", "Project Office", "Data Office"}}
	return made
}

var (
	presetTeams = regexp.MustCompile(`Print Services|Network Operations|Project Office|Data Office`)
	inCode      = regexp.MustCompile(`data-team="[^"]*"`) // the map's own name, so that it is understood too
)

// TestGermanNamesOfPresets holds that outputs for people name the teams of a preset in
// their language, and those that the site wrote as they are written.
func TestGermanNamesOfPresets(t *testing.T) {
	a := ownedByPreset(t)
	for _, bySite := range []bool{false, true} {
		if bySite {
			a.Preset.Teams = []string{}
		}
		for name, text := range written(t, t.TempDir(), document(a)) {
			if !strings.HasSuffix(name, ".html") && !strings.HasSuffix(name, ".md") {
				continue
			}
			said := inCode.ReplaceAllString(text, "")
			if english := presetTeams.FindString(said); english != "" && !bySite {
				at := strings.Index(said, english)
				t.Errorf("%s names %s: %q", name, english, said[max(0, at-120):min(len(said), at+60)])
			}
			if german := strings.Contains(said, "Druckdienste") || strings.Contains(said, "Netzbetrieb"); german == bySite {
				t.Errorf("%s: named by the site: %v, and in German: %v", name, bySite, german)
			}
		}
	}
}
