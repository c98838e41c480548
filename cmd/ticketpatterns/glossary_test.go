package main

import (
	"encoding/csv"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/leonelquinteros/gotext"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/reports/words"
)

// entry is a row of the glossary: what a thing is called, and what it is not.
type entry struct {
	english, german string
	not             []string
}

func glossary(t *testing.T) []entry {
	t.Helper()
	f, err := os.Open(localeDir + "/glossary.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var terms []entry
	for _, row := range rows[1:] {
		terms = append(terms, entry{row[1], row[2], strings.Split(row[3], "|")})
	}
	return terms
}

// unspoken are numbers as nobody says them: an expected number of less than one
// ticket, and percentages of thousands.
var unspoken = regexp.MustCompile(`(?i)\b0[.,]\d+ (?:would be |were )?(?:expected|erwartet)|\d[\d.,]{3,}\s?%`)

// forbids lists what a text says against the glossary.
func forbids(terms []entry, text string) []string {
	var found []string
	for _, t := range terms {
		for _, not := range t.not {
			if strings.Contains(text, not) {
				found = append(found, not+" (say "+t.english+" or "+t.german+")")
			}
		}
	}
	return append(found, unspoken.FindAllString(text, -1)...)
}

// TestGlossary holds that every thing has one name, in all texts of the program and of
// its translations, in its help, in the configuration and in the guide.
func TestGlossary(t *testing.T) {
	terms := glossary(t)
	for _, m := range collect(t) {
		for _, said := range forbids(terms, m.one+"\n"+m.many) {
			t.Errorf("%s: %q says %s", m.file, m.one, said)
		}
	}
	files, err := filepath.Glob(localeDir + "/*.po")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		po := gotext.NewPo()
		po.ParseFile(file)
		for _, translation := range po.GetDomain().GetTranslations() {
			for _, text := range translation.Trs {
				for _, said := range forbids(terms, text) {
					t.Errorf("%s: %q says %s", filepath.Base(file), text, said)
				}
			}
		}
	}
	for _, name := range []string{"config.yaml", "README.md", "testdata/sample/README.md"} {
		text, err := os.ReadFile(filepath.Join(repository, name))
		if err != nil {
			t.Fatal(err)
		}
		for _, said := range forbids(terms, string(text)) {
			t.Errorf("%s says %s", name, said)
		}
	}
}

// TestOutputsKeepTheGlossary holds the same of all that a run writes for people, and
// that a German report holds no English sentence but those that people wrote.
func TestOutputsKeepTheGlossary(t *testing.T) {
	terms, isPreset := glossary(t), englishNames(t)
	chdirSample(t)
	for _, locale := range []string{"en-GB", "de-DE"} {
		runOK(t, "analyze", "tickets.csv", "--changes", "changes.csv", "--people", "people.csv", "--quiet", "--no-history", "--locale", locale, "--out", locale)
		for name, data := range files(t, locale) {
			if filepath.Ext(name) == ".csv" {
				head, _, _ := strings.Cut(string(data), "\n")
				for _, against := range forbidsAnyCase(terms, head) {
					t.Errorf("%s/%s has a column %s", locale, name, against)
				}
			}
			if ext := filepath.Ext(name); ext != ".html" && ext != ".md" {
				continue
			}
			said := spokenByProgram(name, string(data))
			for _, against := range forbids(terms, said) {
				t.Errorf("%s/%s says %s", locale, name, against)
			}
			if locale != "de-DE" {
				continue
			}
			for _, named := range builtInNames.FindAllStringSubmatch(string(data), -1) {
				if isPreset[html.UnescapeString(named[1])] {
					t.Errorf("%s/%s names %s, want it in German", locale, name, named[1])
				}
			}
			for _, line := range strings.Split(said, "\n") {
				if words := englishWords.FindAllString(line, -1); len(words) > 1 {
					t.Errorf("%s/%s: English in German: %q", locale, name, strings.TrimSpace(line))
				}
			}
		}
	}
}

// builtInNames finds what may be the name of a function or a team: the whole of an element
// or a bold word.
var builtInNames = regexp.MustCompile(`(?:>|\*\*|: |\| )([A-Z][A-Za-z &;-]+)(?:<|\*\*|:| \|)`)

// englishNames are the names of presets that German has others for, without what the
// sample's tickets say too.
func englishNames(t *testing.T) map[string]bool {
	t.Helper()
	sample := ""
	for _, name := range []string{"tickets.csv", "people.csv", "changes.csv"} {
		data, err := os.ReadFile(filepath.Join(repository, "testdata/sample", name))
		if err != nil {
			t.Fatal(err)
		}
		sample += string(data)
	}
	names := map[string]bool{}
	for _, preset := range []string{"small", "middle", "large"} {
		m, _ := owner.Preset(preset)
		built := m.BuiltIn()
		in := german(t).Naming(built)
		for _, name := range slices.Concat(built.Teams, built.Functions) {
			names[name] = in.Team(name) != name && !regexp.MustCompile(`(?m)(^|[,;"])`+name+`($|[,;"])`).MatchString(sample)
		}
	}
	if !names["End-user training and adoption"] {
		t.Fatal("the sample's tickets name what this test looks for")
	}
	return names
}

// TestPresetsHaveGermanNames holds that every team and function of a preset has one, no
// two of a preset the same.
func TestPresetsHaveGermanNames(t *testing.T) {
	same := []string{"IT", "Service Desk", "Cloud"} // German says so too
	for _, preset := range []string{"small", "middle", "large"} {
		m, _ := owner.Preset(preset)
		built := m.BuiltIn()
		if len(built.Teams) != len(m.Teams) || len(built.Functions) != len(m.Functions) {
			t.Errorf("%s: built in are %d of %d teams and %d of %d functions", preset, len(built.Teams), len(m.Teams), len(built.Functions), len(m.Functions))
		}
		in := german(t).Naming(built)
		for kind, names := range map[string][]string{"teams": built.Teams, "functions": built.Functions} {
			said := map[string]string{}
			for _, name := range names {
				name, translated := name, in.Team(name)
				if translated == name && !slices.Contains(same, name) {
					t.Errorf("%s: %s has no German name", preset, name)
				}
				if other := said[translated]; other != "" {
					t.Errorf("%s: the %s %s and %s are both %s", preset, kind, other, name, translated)
				}
				said[translated] = name
			}
		}
	}
}

// TestOwnNamesStay holds that what a site wrote keeps its name in every language, also
// where a preset has the same.
func TestOwnNamesStay(t *testing.T) {
	for name, text := range map[string]string{
		"team":     "owners:\n  teams:\n    - {name: Network, contact: net@corp.example, size: 2}\n  functions:\n    - {name: Networking, team: Network}\n",
		"function": "owners:\n  preset: none\n  teams:\n    - {name: Network}\n  functions:\n    - {name: Networking, team: Network, categories: [net]}\n",
	} {
		file := filepath.Join(t.TempDir(), "config.yaml")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := config.Load(file, nil)
		if err != nil {
			t.Fatal(err)
		}
		in := german(t).Naming(c.Owners.BuiltIn())
		function := map[string]string{"team": "Netzwerk", "function": "Networking"}[name]
		if in.Team("Network") != "Network" || in.Function("Networking") != function {
			t.Errorf("%s: %q, %q; want the site's own names", name, in.Team("Network"), in.Function("Networking"))
		}
	}
}

func german(t *testing.T) words.Writer {
	t.Helper()
	in, err := words.ForLocale("de-DE")
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// englishWords are words that English sentences hold and German ones do not.
var englishWords = regexp.MustCompile(`(?i)\b(?:the|and|is|are|were|of|with|that|this|which|not|have|has|been|from|for|by|to)\b`)

var (
	unread    = regexp.MustCompile(`(?s)<(script|style|textarea|head|pre)\b.*?</(?:script|style|textarea|head|pre)>`) // pre: licences
	foreign   = regexp.MustCompile(`(?s)<(?:bdi|code)\b[^>]*>.*?</(?:bdi|code)>|<option\b[^>]*>[^<]*</option>`)
	quotation = regexp.MustCompile("(?s:```.*?```)|[„“\"][^„“”\"\n]*[“”\"]|`[^`\n]*`")
	element   = regexp.MustCompile(`<[^>]*>`)
	listed    = regexp.MustCompile(`(?m)^(?:\||#).*$|ersten Ticket: .*$|  X , \pL.*$`) // rows, heads and changes hold texts of people
)

// spokenByProgram is the text of a file without what people wrote in tickets.
func spokenByProgram(name, text string) string {
	if strings.HasSuffix(name, ".md") {
		return listed.ReplaceAllString(quotation.ReplaceAllString(text, " X "), "")
	}
	text = foreign.ReplaceAllString(unread.ReplaceAllString(text, "\n"), " X ")
	text = element.ReplaceAllString(regexp.MustCompile(`</(?:p|li|td|th|dd|dt|h\d|summary|figcaption|option|tr|caption|a|span)>`).ReplaceAllString(text, "\n"), "")
	return quotation.ReplaceAllString(html.UnescapeString(text), " X ")
}
