package owner

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
)

func TestPresets(t *testing.T) {
	for name, want := range map[string][]string{
		"small": {"Meeting rooms", "Building technology"}, "middle": {"Meeting rooms", "Building technology"}, "large": {"Building technology"}, "none": {},
	} {
		m, ok := Preset(name)
		if !ok || m.Preset != name {
			t.Fatalf("no preset %q", name)
		}
		if err := m.Validate(); err != nil {
			t.Errorf("preset %s is wrong:\n%v", name, err)
		}
		if got := m.Gaps(); !slices.Equal(got, want) {
			t.Errorf("%s: gaps %v, want %v", name, got, want)
		}
		for _, f := range m.Functions {
			if f.DecidesAlone == "" || f.NeedsOthers == "" {
				t.Errorf("%s: %s: want what it decides alone and what needs others", name, f.Name)
			}
		}
		for _, l := range m.Load(nil) {
			if l.Overloaded {
				t.Errorf("%s: %s is overloaded before any pattern: %v", name, l.Team, l.Exceeded)
			}
			if l.Functions == 0 {
				t.Errorf("%s: %s owns no function", name, l.Team)
			}
		}
	}
	if !slices.Equal(presetNames(), []string{"small", "middle", "large", "none"}) {
		t.Errorf("presets %v", presetNames())
	}
	if _, ok := Preset("huge"); ok {
		t.Error("a preset that is not there was found")
	}
}

// TestPresetsAssignEachFunctionOnce holds that every owned name is a function.
func TestPresetsAssignEachFunctionOnce(t *testing.T) {
	for _, p := range presets {
		owners := map[string]string{}
		for team, owned := range p.owns {
			if !slices.ContainsFunc(p.teams, func(t Team) bool { return t.Name == team }) {
				t.Errorf("%s: %s is no team", p.name, team)
			}
			for _, name := range owned {
				if owners[name] != "" || !DefaultMap().hasFunction(name) {
					t.Errorf("%s: %q of %s is no function, or that of %q too", p.name, name, team, owners[name])
				}
				owners[name] = team
			}
		}
	}
}

func TestDefaultMapIsFresh(t *testing.T) {
	DefaultMap().Functions[0].Categories[0] = "changed"
	if DefaultMap().Functions[0].Categories[0] == "changed" {
		t.Error("two calls share a list, want each its own")
	}
}

func TestValidate(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Map)
		want   string
	}{
		{"unknown preset", func(m *Map) { m.Preset = "smal" }, `owners.preset: unknown preset "smal", want "small"? (one of "small", "middle", "large", "none")`},
		{"unknown desk", func(m *Map) { m.Desk = "Printin" }, `owners.desk: unknown function "Printin", want "Printing"? (one of`},
		{"carries itself", func(m *Map) { m.Functions[0].Carries = []string{"Printing", "networking"} }, `owners.functions[0].carries[1]: "networking" is no other function`},
		{"carries the unknown", func(m *Map) { m.Functions[0].Carries = []string{"Stars"} }, `owners.functions[0].carries[0]: "Stars" is no other function`},
		{"unknown team", func(m *Map) { m.Functions[3].Team = "Ned" }, `owners.functions[3].team: unknown team "Ned", want "Net"? (one of "Net", "Desk")`},
		{"no team like it", func(m *Map) { m.Functions[3].Team = "Garden" }, `owners.functions[3].team: unknown team "Garden", want one of "Net", "Desk"`},
		{"no teams at all", func(m *Map) { m.Teams = nil; m.Functions = m.Functions[:1] }, `owners.functions[0].team: unknown team "Net", want it listed under owners`},
		{"team twice", func(m *Map) { m.Teams[1].Name = "NET" }, `owners.teams[1].name: "NET" is there twice, want each name once`},
		{"team without name", func(m *Map) { m.Teams = append(m.Teams, Team{}) }, `owners.teams[2].name: is empty, want a name`},
		{"function twice", func(m *Map) { m.Functions[1].Name = "networking" }, `owners.functions[1].name: "networking" is there twice, want each name once`},
		{"negative size", func(m *Map) { m.Teams[0].Size = -1 }, `owners.teams[0].size: is -1, want 0 (unknown) or more`},
		{"no limit", func(m *Map) { m.FunctionsPerPerson = 0 }, `owners.functions_per_person: is 0, want more than 0`},
		{"negative limit", func(m *Map) { m.PatternsPerPerson = -2 }, `owners.patterns_per_person: is -2, want more than 0`},
		{"no values", func(m *Map) { m.Functions[3].Categories = nil }, `owners.functions[3]: "Software" can never answer because it has no values`},
		{
			"hidden", func(m *Map) { m.Functions[3].Categories = []string{"PRINTING"} },
			`owners.functions[3]: "Software" can never answer because "Printing" comes first with all the same values, want a value of its own`,
		},
		{"punctuation only", func(m *Map) { m.Functions[0].Terms = []string{"wifi", "--"} }, `owners.functions[0].terms[1]: "--" has no letter or digit, want a word or phrase`},
		{"short stem", func(m *Map) { m.Functions[0].CauseTerms[0] = "vl*" }, `owners.functions[0].cause_terms[0]: "vl*" is too short, want 3 letters or more before the *`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := small()
			test.change(&m)
			err := m.Validate()
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v\nwant %s", err, test.want)
			}
		})
	}
	if err := small().Validate(); err != nil {
		t.Errorf("the map without a mistake: %v", err)
	}
}

func TestValidateNamesAllMistakes(t *testing.T) {
	m := small()
	m.Teams[0].Size, m.Functions[0].Team, m.Functions[1].Name = -1, "x", ""
	if got := strings.Count(m.Validate().Error(), "\n") + 1; got != 3 {
		t.Errorf("got %d mistakes, want 3:\n%v", got, m.Validate())
	}
}

func TestLoad(t *testing.T) {
	got := small().Load([]Work{
		{Team: "Net", PatternIDs: []string{"1", "2", "3", "4"}, Tickets: 30, Hours: 12.4},
		{Team: "Net", PatternIDs: []string{"5", "6", "7"}, Tickets: 10},
		{Team: "Desk", PatternIDs: []string{"8"}, Tickets: 5},
		{Team: "Gone", PatternIDs: []string{"9"}, Tickets: 9},
	})
	want := []result.Load{
		{
			Team: "Net", Contact: "net@example.com", Size: 2, Functions: 2, Patterns: 7, Tickets: 40, PersonHours: 12.4, Overloaded: true,
			FunctionNames: []string{"Networking", "SAP"}, PatternIDs: []string{"1", "2", "3", "4", "5", "6", "7"},
			Exceeded: []result.Limit{{Code: result.LimitPatterns, Limit: 3}},
		},
		{Team: "Gone", Patterns: 1, Tickets: 9, FunctionNames: []string{}, PatternIDs: []string{"9"}, Exceeded: []result.Limit{}},
		{
			Team: "Desk", Size: 1, Functions: 2, Patterns: 1, Tickets: 5, Alone: true,
			FunctionNames: []string{"Printing", "Software"}, PatternIDs: []string{"8"}, Exceeded: []result.Limit{},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("load (-want +got):\n%s", diff)
	}
}
