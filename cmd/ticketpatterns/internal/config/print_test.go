package config

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/spf13/pflag"
	"go.yaml.in/yaml/v3"
	"pgregory.net/rapid"

	"ticketpatterns/analyzer/owner"
)

// printed returns the settings as a file.
func printed(t interface {
	Helper()
	Fatal(...any)
}, c *Config) []byte {
	t.Helper()
	text, err := c.Print()
	if err != nil {
		t.Fatal(err)
	}
	return []byte(text)
}

// TestPrintedSettingsLoad holds that what is printed loads to the same settings
// and is printed the same again, whatever they come from.
func TestPrintedSettingsLoad(t *testing.T) {
	shipped, err := os.ReadFile(filepath.Join(root, DefaultFile))
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		data  string
		flags *pflag.FlagSet
		env   map[string]string
	}{
		"built in": {},
		"shipped":  {data: string(shipped)},
		"examples": {data: string(uncommented(shipped))},
		"small":    {data: "owners: {preset: small}"},
		"large":    {data: "owners: {preset: large, teams: [{name: Network Operations, size: 2}]}"},
		"none":     {data: "owners: {preset: none, desk: \"\"}"},
		"emptied":  {data: "owners: {functions: [{name: Networking, terms: [], locations: [\"abc*\", \"a, b\", \"[x]\", \"true\", \"12\", \"ä: {ö}\", \"# no\"]}]}"},
		"flags":    {data: "output: {names: shown}", flags: flags(t, "--out=here", "--timezone=UTC", "--map=department=Cost: centre, new")},
		"environment": {env: map[string]string{
			"TICKETPATTERNS_ANALYSIS_WINDOW_DAYS": "7,21", "TICKETPATTERNS_INPUTS_NOTE": "two\nlines",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			for k, v := range test.env {
				t.Setenv(k, v)
			}
			want, err := parse("", []byte(test.data), test.flags)
			if err != nil {
				t.Fatal(err)
			}
			for k := range test.env {
				t.Setenv(k, "")
			}
			text := printed(t, want)
			got, err := parse("", text, nil)
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			if diff := cmp.Diff(string(text), string(printed(t, got))); diff != "" {
				t.Errorf("printed again (- first, + second):\n%s", diff)
			}
			if got.Reading.Timezone == chosenUTC {
				got.Reading.Timezone = "UTC"
			}
			if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("loaded again (- before, + after):\n%s", diff)
			}
		})
	}
}

// TestPrintedTexts holds that any text comes back from a value, a record and a
// list.
func TestPrintedTexts(t *testing.T) {
	type texts struct {
		Inputs struct{ Note string }
		Owners struct {
			Teams     []struct{ Name string }
			Functions []struct{ Terms []string }
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[ -~äß€\n\r\t\x{85}\x{2028}]{1,12}`)
		c := &Config{Owners: owner.Map{Teams: make([]owner.Team, 1), Functions: make([]owner.Function, 1)}}
		c.Inputs.Note = text.Draw(t, "note")
		c.Owners.Teams[0].Name = text.Draw(t, "name")
		c.Owners.Functions[0].Terms = rapid.SliceOfN(text, 1, 40).Draw(t, "terms")
		data := printed(t, c)
		var got texts
		if err := yaml.Unmarshal(data, &got); err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if got.Inputs.Note != c.Inputs.Note || got.Owners.Teams[0].Name != c.Owners.Teams[0].Name {
			t.Errorf("%q and %q came back as %q and %q", c.Inputs.Note, c.Owners.Teams[0].Name, got.Inputs.Note, got.Owners.Teams[0].Name)
		}
		if diff := cmp.Diff(c.Owners.Functions[0].Terms, got.Owners.Functions[0].Terms); diff != "" {
			t.Errorf("terms (- before, + after):\n%s", diff)
		}
	})
}
