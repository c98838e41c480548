package html

import (
	"html/template"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template/parse"

	"ticketpatterns/reports/internal/fixture"
	"ticketpatterns/reports/words"
)

// What a template writes itself stands in one language only.
func TestTemplatesHoldNoText(t *testing.T) {
	files, err := filepath.Glob("page/*.tmpl")
	if err != nil || len(files) < 5 {
		t.Fatalf("templates %v, %v; want those of the page", files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range unsaid(t, string(data)) {
			t.Errorf("%s: %q is not said in the language of the page, want {{t ...}}", file, text)
		}
	}
	for text, want := range map[string]string{
		`<p>Hello</p>`: "Hello",
		`<p>{{t "Seen"}}, {{with .X}} in {{.}}{{end}}`:  "in",
		`{{define "a"}}<p title="Help {{.}}">{{end}}`:   "Help \x00",
		`<td data-name="Seen">{{t "Seen"}}</td>`:        "Seen",
		`<p{{if .A}} class="many"{{end}}>1 · {{.}}</p>`: "",
	} {
		if got := strings.Join(unsaid(t, text), "|"); got != want {
			t.Errorf("%s: finds %q, want %q", text, got, want)
		}
	}
}

var (
	markup  = regexp.MustCompile(`<[^>]*>`)
	shown   = regexp.MustCompile(`\s(?:aria-label|title|placeholder|alt|label|data-name)="([^"]*)"`)
	letters = regexp.MustCompile(`\pL(?:[^<\n]*\pL)?`)
)

// unsaid lists the letters of a template that people see and no function says.
func unsaid(t *testing.T, text string) []string {
	t.Helper()
	trees := map[string]*parse.Tree{}
	tree := parse.New("x")
	tree.Mode = parse.SkipFuncCheck
	if _, err := tree.Parse(text, "", "", trees); err != nil {
		t.Fatal(err)
	}
	trees["x"] = tree
	var found []string
	for _, name := range slices.Sorted(maps.Keys(trees)) {
		var page strings.Builder
		writeText(&page, trees[name].Root)
		html := page.String()
		if !strings.Contains(html, "<") && strings.Contains(html, `="`) {
			html = "<x " + html + ">" // attributes for elements of other templates
		}
		for _, attribute := range shown.FindAllStringSubmatch(html, -1) {
			if letters.MatchString(attribute[1]) {
				found = append(found, attribute[1])
			}
		}
		found = append(found, letters.FindAllString(markup.ReplaceAllString(html, "\n"), -1)...)
	}
	return found
}

// writeText writes what a template holds beside its actions, for each of which
// stands a zero byte; of a condition it writes both sides.
func writeText(to *strings.Builder, n parse.Node) {
	branch := func(b *parse.BranchNode) {
		writeText(to, b.List)
		if b.ElseList != nil {
			writeText(to, b.ElseList)
		}
	}
	switch n := n.(type) {
	case *parse.ListNode:
		for _, child := range n.Nodes {
			writeText(to, child)
		}
	case *parse.TextNode:
		to.Write(n.Text)
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	default:
		to.WriteByte(0)
	}
}

// A script's text begins with a capital letter; names of keys and elements do not
// have small ones after it.
func TestScriptsHoldNoText(t *testing.T) {
	script, err := pageScript()
	if err != nil {
		t.Fatal(err)
	}
	if said := spoken.FindAllString(script, -1); len(said) < 10 {
		t.Errorf("found %d texts, want those of decisions and findings", len(said))
	}
	rest := regexp.MustCompile(`(?m)(^|\s)//.*$`).ReplaceAllString(spoken.ReplaceAllString(script, ""), "")
	for _, text := range regexp.MustCompile(`'[^'\n]*[A-Z][a-z]+ [^'\n]*'|'[A-Z][a-z]+'`).FindAllString(rest, -1) {
		t.Errorf("%s is not said in the language of the page, want say(...)", text)
	}
}

func TestTextWithElementsIsEscaped(t *testing.T) {
	functions := functions(words.Writer{})
	page := template.Must(template.New("").Funcs(functions).Parse(
		`<p title="{{t "It could also be %s." .}}">{{t "It could also be %s." (element "bdi" .)}} {{t "Escalations to %s, %s" . (element "b" (element "i" .))}}</p>`))
	var got strings.Builder
	if err := page.Execute(&got, `<a>"`); err != nil {
		t.Fatal(err)
	}
	const safe = `&lt;a&gt;&#34;`
	want := `<p title="It could also be ` + safe + `.">It could also be <bdi>` + safe + `</bdi>. Escalations to ` + safe + `, <b><i>` + safe + `</i></b></p>`
	if got.String() != want {
		t.Errorf("got %s\nwant %s", &got, want)
	}
}

func TestPageOfAnUnknownLanguage(t *testing.T) {
	a := fixture.Analysis(1)
	a.Locale = "tlh"
	if err := WriteMail(&strings.Builder{}, a, options()); err == nil || !strings.Contains(err.Error(), `"tlh"`) {
		t.Errorf("error %v, want one that names the locale", err)
	}
}
