package reports

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
	"ticketpatterns/reports/words"
)

var (
	articleOf = regexp.MustCompile(`(?s)<article class="finding" id="([^"]*)".*?</article>`)
	glanceOf  = regexp.MustCompile(`(?s)<ul class="glance">(.*?)</ul>`)
)

// strayed are findings with tickets that only perhaps belong to them, and with issues that
// began earlier and stand otherwise: none of that may show in what is told of a finding.
func strayed(locale string) *result.Analysis {
	a := fixture.Analysis(9)
	a.Locale = locale
	for i := range a.Patterns {
		a.Patterns[i].Label += " " + string(rune('a'+i))
		a.Patterns[i].Perhaps = []string{"STRAY-1", "STRAY-2"}
	}
	for i := range a.Issues {
		a.Issues[i].Label, a.Issues[i].Status = "something else", result.StatusFading
	}
	return a
}

// TestJSONTellsTheSame holds that patterns.json tells of each finding what the mail does:
// the same tickets, people, day, owner and status.
func TestJSONTellsTheSame(t *testing.T) {
	for _, locale := range []string{"en-GB", "de-DE"} {
		a := strayed(locale)
		in, err := words.For(a)
		if err != nil {
			t.Fatal(err)
		}
		files := written(t, t.TempDir(), document(a))
		var read result.Analysis
		if err := json.Unmarshal([]byte(files["patterns.json"]), &read); err != nil {
			t.Fatal(err)
		}
		mail := mailRows(files["summary.html"])
		for i := range read.Patterns {
			p := &read.Patterns[i]
			want := []string{in.Name(p, 80), in.Where(p), in.Date(words.Since(p, read.Issues)), in.SeenExpected(p), in.Requesters(p), in.OwnerName(p.Owner), in.State(p, &read)}
			for k, cell := range mail[want[0]] {
				if k < len(want) && cell != want[k] {
					t.Errorf("%s, %s: %q in the mail, %q by patterns.json", locale, p.ID, cell, want[k])
				}
			}
			if mail[want[0]] == nil {
				t.Errorf("%s: %q is not in the mail", locale, want[0])
			}
		}
	}
}

// TestPacksTellTheSame holds that both packs of a team tell of each finding what the mail
// does.
func TestPacksTellTheSame(t *testing.T) {
	for _, locale := range []string{"en-GB", "de-DE"} {
		a := strayed(locale)
		in, err := words.For(a)
		if err != nil {
			t.Fatal(err)
		}
		files := written(t, t.TempDir(), document(a))
		mail, slugs, told := mailRows(files["summary.html"]), teamSlugs(a), 0
		for _, team := range escalated(a) {
			page, text := files["teams/"+slugs[team]+".html"], files["teams/"+slugs[team]+".md"]
			sections := map[string]string{}
			for _, s := range articleOf.FindAllStringSubmatch(page, -1) {
				sections[s[1]] = s[0]
			}
			for _, p := range addressed(a, team) {
				told++
				packTells(t, in, mail[in.Name(p, 80)], p, sections[p.ID], section(text, p))
			}
		}
		if told == 0 {
			t.Errorf("%s: no pack tells anything", locale)
		}
	}
}

// packTells holds a finding of both packs of a team against its row of the mail.
func packTells(t *testing.T, in words.Writer, row []string, p *result.Pattern, page, text string) {
	t.Helper()
	glance := glanceOf.FindStringSubmatch(page)
	if row == nil || glance == nil || text == "" {
		t.Fatalf("%s is not in the mail or not in both packs", p.ID)
	}
	seen, day := plain(glance[1]), row[2]
	for _, want := range []string{row[3], in.Int(p.Requesters) + " ", day} {
		if !strings.Contains(seen, want) {
			t.Errorf("%s: %q of the mail is not in the page of the pack: %s", p.ID, want, seen)
		}
	}
	for _, want := range []string{row[0], row[3], row[4], in.Text("Since: %s", day), in.Status(p.Status)} {
		if !strings.Contains(text, want) {
			t.Errorf("%s: %q of the mail is not in the text of the pack:\n%s", p.ID, want, text)
		}
	}
	for _, id := range p.Perhaps {
		if strings.Count(text, id) != 1 || !strings.Contains(text, in.Misfits(&result.Pattern{Perhaps: p.Perhaps})[0]) {
			t.Errorf("%s: %s, which is no firm ticket, is told otherwise than as perhaps", p.ID, id)
		}
	}
}

// section returns the part of a Markdown pack about a finding, without escapes.
func section(text string, p *result.Pattern) string {
	for _, s := range strings.Split(text, "\n## ")[1:] {
		if strings.Contains(s, "`"+p.ID+"`") {
			return strings.ReplaceAll(s, `\`, "")
		}
	}
	return ""
}

// mailRows returns the cells of the findings of a mail, by the name of the finding.
func mailRows(mail string) map[string][]string {
	rows := map[string][]string{}
	for _, row := range mailRow.FindAllStringSubmatch(mail, -1) {
		var cells []string
		for _, cell := range strings.Split(row[1], "</td>") {
			cells = append(cells, plain(cell))
		}
		rows[cells[0]] = cells[:len(cells)-1]
	}
	return rows
}

func plain(part string) string {
	return strings.Join(strings.Fields(html.UnescapeString(mailTag.ReplaceAllString(part, " "))), " ")
}
