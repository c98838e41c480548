package config

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/spf13/pflag"
	"go.yaml.in/yaml/v3"

	"ticketpatterns/analyzer/owner"
)

// root is the folder of the shipped config.yaml.
const root = "../../../.."

func TestShippedFileEqualsDefaults(t *testing.T) {
	t.Chdir(root)
	got, err := Load("", nil)
	if err != nil {
		t.Fatal(err)
	}
	if got.File != DefaultFile || len(got.SHA256) != 64 {
		t.Errorf("file %q, sha256 %q, want those of the shipped file", got.File, got.SHA256)
	}
	got.File, got.SHA256 = "", ""
	if diff := cmp.Diff(Default(), got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("config.yaml differs from the built-in defaults (- built in, + file):\n%s", diff)
	}
}

// TestShippedFileIsComplete walks every key there is and demands it in the file.
func TestShippedFileIsComplete(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, DefaultFile))
	if err != nil {
		t.Fatal(err)
	}
	var file yaml.Node
	if err := yaml.Unmarshal(uncommented(data), &file); err != nil {
		t.Fatal(err)
	}
	written := map[string]bool{}
	writtenKeys(file.Content[0], "", written)
	for _, key := range allKeys(reflect.TypeFor[Config](), "") {
		if !written[key] {
			t.Errorf("config.yaml does not have %s", key)
		}
	}
}

var (
	commentedExample = regexp.MustCompile(`(?m)^( *)#(  (?:- |  )[^ ].*)$`)
	emptyList        = regexp.MustCompile(`(?m)^( *(?:columns|teams|functions|except|automated)|  departments): \[\]$`)
)

// uncommented makes settings of the examples in comments, which stand below the
// lists that are empty by default.
func uncommented(data []byte) []byte {
	data = commentedExample.ReplaceAll(data, []byte("$1 $2"))
	return emptyList.ReplaceAll(data, []byte("$1:"))
}

// TestShippedExamplesWork holds that the examples in the comments of the shipped
// file are valid, all at once.
func TestShippedExamplesWork(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, DefaultFile))
	if err != nil {
		t.Fatal(err)
	}
	got, err := parse("config.yaml", uncommented(data), nil)
	if err != nil {
		t.Fatal(err)
	}
	teams, functions := len(got.Owners.Teams), len(got.Owners.Functions)-len(Default().Owners.Functions)
	if teams < 2 || functions != 1 || len(got.Reading.Columns) == 0 || len(got.Criteria[0].Except) == 0 {
		t.Errorf("%d teams, %d new functions, columns %v, exceptions %v: want an example of each",
			teams, functions, got.Reading.Columns, got.Criteria[0].Except)
	}
}

// TestOwnersAreLaidOverThePreset holds what a file replaces of a preset.
func TestOwnersAreLaidOverThePreset(t *testing.T) {
	load := func(yaml string) owner.Map {
		t.Helper()
		c, err := parse("config.yaml", []byte(yaml), nil)
		if err != nil {
			t.Fatal(err)
		}
		return c.Owners
	}
	small, _ := owner.Preset("small")
	if diff := cmp.Diff(small, load("owners: {preset: small}"), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("one line (- preset, + loaded):\n%s", diff)
	}
	m := load(`
owners:
  patterns_per_person: 5
  teams: [{name: Network, size: 9}, {name: Rooms}]
  functions:
    - {name: meeting ROOMS, team: Rooms}
    - {name: Networking, terms: ["...", zscaler], groups: [NET-1]}
    - {name: Trading floor, team: Network, services: [dealing]}
`)
	function := func(name string) owner.Function {
		i := slices.IndexFunc(m.Functions, func(f owner.Function) bool { return owner.Same(f.Name, name) })
		return m.Functions[i]
	}
	built := owner.DefaultMap()
	networking := built.Functions[slices.IndexFunc(built.Functions, func(f owner.Function) bool { return f.Name == "Networking" })]
	want := networking
	want.Terms, want.Groups = append(slices.Clone(networking.Terms), "zscaler"), []string{"NET-1"}
	if diff := cmp.Diff(want, function("Networking"), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("a function in part (-want +got):\n%s", diff)
	}
	if f := function("Meeting rooms"); f.Team != "Rooms" || len(f.Terms) == 0 {
		t.Errorf("%+v, want the built-in words with another team", f)
	}
	if len(m.Teams) != 2 || len(m.Functions) != len(built.Functions)+1 || m.Functions[2].Name != "Trading floor" {
		t.Errorf("%d teams and %d functions, want 2 and one more than built in, those of the file first", len(m.Teams), len(m.Functions))
	}
	if function("Telephony").Team != "Network" || function("Printing").Team != "" {
		t.Error("want the preset's owners where the file has a team of that name, else a gap")
	}
	if m.PatternsPerPerson != 5 || m.FunctionsPerPerson != built.FunctionsPerPerson || m.Desk != built.Desk {
		t.Errorf("limits %g and %g, desk %q", m.PatternsPerPerson, m.FunctionsPerPerson, m.Desk)
	}
	if m := load("owners: {preset: none, desk: \"\"}"); len(m.Functions) != 0 || len(m.Teams) != 0 || m.Desk != "" {
		t.Errorf("no preset: %+v", m)
	}
}

func writtenKeys(n *yaml.Node, path string, found map[string]bool) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			key := join(path, n.Content[i].Value)
			found[key] = true
			writtenKeys(n.Content[i+1], key, found)
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			writtenKeys(item, path+"[]", found)
		}
	}
}

func allKeys(t reflect.Type, path string) []string {
	var keys []string
	for i := range t.NumField() {
		tag := t.Field(i).Tag.Get("mapstructure")
		if tag == "-" {
			continue
		}
		key, f := join(path, tag), t.Field(i).Type
		keys = append(keys, key)
		if f.Kind() == reflect.Slice && f.Elem().Kind() == reflect.Struct {
			keys = append(keys, allKeys(f.Elem(), key+"[]")...)
		} else if f.Kind() == reflect.Struct {
			keys = append(keys, allKeys(f, key)...)
		}
	}
	return keys
}

func TestLoadWithoutFile(t *testing.T) {
	t.Chdir(t.TempDir())
	got, err := Load("", nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Default(), got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("without a file (- default, + got):\n%s", diff)
	}
	if _, err := Load("missing.yaml", nil); err == nil || !strings.Contains(err.Error(), "missing.yaml") {
		t.Errorf("a named file that is missing: got %v, want an error that names it", err)
	}
}

// flags makes the flags of the command line, as given.
func flags(t *testing.T, args ...string) *pflag.FlagSet {
	t.Helper()
	set := pflag.NewFlagSet("", pflag.ContinueOnError)
	for _, name := range []string{"out", "names", "source", "timezone", "date-order"} {
		set.String(name, "", "")
	}
	set.StringArray("map", nil, "")
	if err := set.Parse(args); err != nil {
		t.Fatal(err)
	}
	return set
}

func TestPrecedence(t *testing.T) {
	file := []byte("output: {names: shown}\nanalysis: {min_people: 5}\n")
	names := func(c *Config) any { return c.Output.Names }
	people := func(c *Config) any { return c.Analysis.MinPeople }
	for _, test := range []struct {
		name string
		data []byte
		env  map[string]string
		args []string
		get  func(*Config) any
		want any
	}{
		{"default", nil, nil, nil, names, "masked"},
		{"file over default", file, nil, nil, names, "shown"},
		{"environment over file", file, map[string]string{"TICKETPATTERNS_OUTPUT_NAMES": "masked"}, nil, names, "masked"},
		{"flag over environment", nil, map[string]string{"TICKETPATTERNS_OUTPUT_NAMES": "masked"}, []string{"--names=shown"}, names, "shown"},
		{"a flag that says the default", file, nil, []string{"--names=masked"}, names, "masked"},
		{"a key that only the environment has", nil, map[string]string{"TICKETPATTERNS_ANALYSIS_MIN_PEOPLE": "9"}, nil, people, 9},
		{"an empty variable is not set", file, map[string]string{"TICKETPATTERNS_ANALYSIS_MIN_PEOPLE": ""}, nil, people, 5},
		{
			"a list from the environment", nil, map[string]string{"TICKETPATTERNS_ANALYSIS_WINDOW_DAYS": "7,21"}, nil,
			func(c *Config) any { return c.Analysis.WindowDays }, []int{7, 21},
		},
		{
			"columns from flags replace those of the same field",
			[]byte("reading: {columns: [{field: department, column: A}, {field: subject, column: B}]}"), nil,
			[]string{"--map=department=Cost centre"},
			func(c *Config) any { return c.Reading.Columns[0].Column + "+" + c.Reading.Columns[1].Column }, "Cost centre+B",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			for k, v := range test.env {
				t.Setenv(k, v)
			}
			c, err := parse("config.yaml", test.data, flags(t, test.args...))
			if err != nil {
				t.Fatal(err)
			}
			if got := test.get(c); !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

// TestListsReplace holds that a list in the file leaves nothing of the default
// list, neither its items nor fields of them.
func TestListsReplace(t *testing.T) {
	c, err := parse("config.yaml", []byte(`
analysis: {window_days: [28]}
criteria: [{name: mine, kind: hours, on: true, text: x, hours: 5}]
owners:
  preset: none
  teams: [{name: "Müller, Ops.EU"}, {name: DBA}]
  functions: [{name: All, team: DBA, terms: [x1]}]
`), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Analysis.WindowDays) != 1 || len(c.Criteria) != 1 || len(c.Owners.Teams) != 2 || len(c.Owners.Functions) != 1 {
		t.Errorf("got %v, %v, %v, %v", c.Analysis.WindowDays, c.Criteria, c.Owners.Teams, c.Owners.Functions)
	}
	if got := c.Criteria[0]; got.People != 0 || got.Days != 0 || got.Hours != 5 {
		t.Errorf("criterion %+v holds fields of a default one", got)
	}
	if got := c.Owners.Teams[0]; got.Name != "Müller, Ops.EU" || got.Contact != "" || got.Size != 0 {
		t.Errorf("team %+v, want its name as written and no field of a default one", got)
	}
	if c.Owners.FunctionsPerPerson != Default().Owners.FunctionsPerPerson {
		t.Error("a key beside the list lost its default")
	}
}

func TestPaths(t *testing.T) {
	data := []byte("inputs: {tickets: [exports, /data/t.csv, '-']}\noutput: {folder: out}\n")
	c, err := parse("etc/desk.yaml", data, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{filepath.Join("etc", "exports"), "/data/t.csv", "-"}
	if !reflect.DeepEqual(c.Inputs.Tickets, want) || c.Output.Folder != filepath.Join("etc", "out") {
		t.Errorf("got %v and %q, want paths below the file's folder", c.Inputs.Tickets, c.Output.Folder)
	}
	if c.Inputs.Changes != nil || c.Inputs.Note != "" {
		t.Errorf("own inputs kept the sample's changes %v and note %q", c.Inputs.Changes, c.Inputs.Note)
	}
	if c, err = parse("etc/desk.yaml", data, flags(t, "--out=here")); err != nil || c.Output.Folder != "here" {
		t.Errorf("--out: got %q, %v, want it relative to the current folder", c.Output.Folder, err)
	}
}

func TestEnvironmentMistakes(t *testing.T) {
	t.Setenv("TICKETPATTERNS_ANALYSIS_MIN_PEPLE", "3")
	t.Setenv("TICKETPATTERNS_ANALYSIS_MIN_TICKETS", "many")
	t.Setenv("TICKETPATTERNS_ANALYSIS_WINDOW_DAYS", "7,x")
	_, err := parse("", nil, nil)
	want := `TICKETPATTERNS_ANALYSIS_WINDOW_DAYS: is "7,x", want a whole number (or several, with commas)
TICKETPATTERNS_ANALYSIS_MIN_TICKETS: is "many", want a whole number
TICKETPATTERNS_ANALYSIS_MIN_PEPLE: unknown environment variable, want TICKETPATTERNS_ANALYSIS_MIN_PEOPLE`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestMistakesNameTheirSource(t *testing.T) {
	t.Setenv("TICKETPATTERNS_ANALYSIS_MIN_TICKETS", "1")
	_, err := parse("config.yaml", []byte("analysis:\n  min_people: 0\n"), flags(t, "--names=hidden"))
	want := `--names: output.names: is "hidden", want masked or shown
TICKETPATTERNS_ANALYSIS_MIN_TICKETS: analysis.min_tickets: is 1, want 2 or more
config.yaml:2: analysis.min_people: is 0, want 1 or more`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
	if _, err := parse("", nil, flags(t, "--map=departmnt=X")); err == nil || err.Error() != `--map: unknown field "departmnt", want department` {
		t.Errorf("--map: got %v", err)
	}
	if _, err := parse("", nil, flags(t, "--map=department")); err == nil || err.Error() != `--map: is "department", want field=Column` {
		t.Errorf("--map: got %v", err)
	}
}

func FuzzLoad(f *testing.F) {
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range append(files, filepath.Join(root, DefaultFile)) {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := parse("config.yaml", data, nil)
		switch {
		case err != nil && err.Error() == "":
			t.Error("an error without a message")
		case err != nil && strings.Contains(err.Error(), "reading the configuration: "):
			t.Errorf("viper refused what the strict pass let through: %v", err)
		case err == nil && c.Options().Validate() != nil:
			t.Error("let through options that do not validate")
		}
	})
}
