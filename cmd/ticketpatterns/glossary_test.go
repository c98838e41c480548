package main

import (
	"encoding/csv"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/leonelquinteros/gotext"
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
	terms := glossary(t)
	chdirSample(t)
	for _, locale := range []string{"en-GB", "de-DE"} {
		runOK(t, "analyze", "tickets.csv", "--changes", "changes.csv", "--people", "people.csv", "--quiet", "--no-history", "--locale", locale, "--out", locale)
		for name, data := range files(t, locale) {
			if ext := filepath.Ext(name); ext != ".html" && ext != ".md" {
				continue
			}
			said := teamsOfMap.ReplaceAllString(spokenByProgram(name, string(data)), "X")
			for _, against := range forbids(terms, said) {
				t.Errorf("%s/%s says %s", locale, name, against)
			}
			if locale != "de-DE" {
				continue
			}
			for _, line := range strings.Split(said, "\n") {
				if words := englishWords.FindAllString(line, -1); len(words) > 1 {
					t.Errorf("%s/%s: English in German: %q", locale, name, strings.TrimSpace(line))
				}
			}
		}
	}
}

// englishWords are words that English sentences hold and German ones do not.
var englishWords = regexp.MustCompile(`(?i)\b(?:the|and|is|are|were|of|with|that|this|which|not|have|has|been|from|for|by|to)\b`)

// teamsOfMap are teams of the owner map of the sample, which are names.
var teamsOfMap = regexp.MustCompile(`Training and Adoption|Identity and Access|Server and Storage`)

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
