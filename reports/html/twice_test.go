package html

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
	"ticketpatterns/reports/words"
)

var (
	rowOf     = regexp.MustCompile(`(?s)<tr data-finding [^>]*data-pattern="([^"]*)".*?</tr>`)
	sectionOf = regexp.MustCompile(`(?s)<article class="finding" id="([^"]*)".*?</article>`)
	anyTag    = regexp.MustCompile(`<[^>]*>`)
)

// plainText is what a reader sees of a part of the page.
func plainText(part string) string {
	return strings.Join(strings.Fields(html.UnescapeString(anyTag.ReplaceAllString(part, " "))), " ")
}

func cut(t *testing.T, page, pattern string) string {
	t.Helper()
	found := regexp.MustCompile(`(?s)` + pattern).FindStringSubmatch(page)
	if found == nil {
		t.Fatalf("the page lacks %s", pattern)
	}
	return plainText(found[1])
}

// What the page tells twice of a finding is the same in the list, in its section and
// in the appendix: name, day, tickets, people, hours, owner and status.
func TestToldTwiceIsTheSame(t *testing.T) {
	for _, locale := range []string{"en-GB", "de-DE"} {
		a := fixture.Analysis(12)
		a.Locale = locale
		for i := range a.Issues { // what an issue is called and how it stands by itself may differ
			a.Issues[i].Label, a.Issues[i].Status, a.Issues[i].FirstSeen = "something else", result.StatusFading, "2026-07-01"
		}
		in, err := words.For(a)
		if err != nil {
			t.Fatal(err)
		}
		page := stubbed(t, a, stub)
		rows, sections := map[string]string{}, map[string]string{}
		for _, r := range rowOf.FindAllStringSubmatch(page, -1) {
			rows[r[1]] = r[0]
		}
		for _, s := range sectionOf.FindAllStringSubmatch(page, -1) {
			sections[s[1]] = s[0]
		}
		issues := cut(t, page, `<h3 id="chart-issues-title">.*?<tbody>(.*?)</tbody>`)
		for i := range a.Patterns {
			p := &a.Patterns[i]
			row, section := rows[p.ID], sections[p.ID]
			if row == "" || section == "" {
				t.Fatalf("%s has no row or no section", p.ID)
			}
			name := cut(t, row, `<th scope="row"[^>]*>(.*?)</th>`)
			if title := cut(t, section, `<h3[^>]*>(.*?)</h3>`); name != title {
				t.Errorf("%s: called %q in the list and %q in its section", p.ID, name, title)
			}
			if !strings.Contains(issues, name+" "+in.Status(p.Status)) {
				t.Errorf("%s: no issue %q that is %s in the appendix: %s", p.ID, name, in.Status(p.Status), issues)
			}
			day := cut(t, row, `data-name="[^"]*" data-value="\d{4}-\d\d-\d\d"[^>]*>(.*?)</td>`)
			glance := cut(t, section, `<ul class="glance">(.*?)</ul>`)
			known := cut(t, section, `<dt>`+in.Text("Since")+`</dt><dd>(.*?)</dd>`)
			if !strings.Contains(glance, day) || !strings.HasPrefix(known, day) {
				t.Errorf("%s: since %q in the list, %q and %q in its section", p.ID, day, glance, known)
			}
			for what, want := range map[string]string{
				"tickets": in.Tickets(len(p.Tickets)), "people": in.Int(p.Requesters) + " ", "hours": in.HoursLost(p.Impact),
			} {
				if !strings.Contains(glance, want) {
					t.Errorf("%s: %s %q not in %q", p.ID, what, want, glance)
				}
			}
			if !strings.Contains(plainText(row), in.Int(p.Requesters)) || !strings.Contains(cut(t, row, `data-state>(.*?)</td>`), cut(t, section, `<p class="kicker">.*?`+regexp.QuoteMeta(in.Kind(p.Kind))+` · (.*?) ·`)) {
				t.Errorf("%s: people or status differ between the list and its section", p.ID)
			}
			owner := cut(t, row, `data-name="`+in.Text("Owner")+`"[^>]*>(.*?)</td>`)
			if owned := cut(t, section, `<section class="owned">(.*?)</section>`); !strings.Contains(strings.ToLower(owned), strings.ToLower(owner)) {
				t.Errorf("%s: owner %q in the list, %q in its section", p.ID, owner, owned)
			}
		}
		open := 0
		for _, g := range a.Gaps {
			open += min(g.Patterns, 1)
		}
		gaps := regexp.MustCompile(`(?s)<h3 id="chart-gaps-title">.*?<tbody>(.*?)</tbody>`).FindStringSubmatch(page)
		if n := strings.Count(gaps[1], "<tr>"); n != len(a.Gaps) || open > n {
			t.Errorf("%d unowned functions in the appendix, want %d", n, len(a.Gaps))
		}
	}
}
