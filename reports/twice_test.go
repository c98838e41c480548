package reports

import (
	"encoding/csv"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"ticketpatterns/reports/internal/fixture"
)

var (
	mailRow = regexp.MustCompile(`(?s)<tr>(<td>.*?)</tr>`)
	mailTag = regexp.MustCompile(`<[^>]*>`)
)

// TestOutputsTellTheSame holds that summary, mail and patterns.csv tell the same of each
// finding: name, place, day, tickets, people, owner, status and the day for the answer.
func TestOutputsTellTheSame(t *testing.T) {
	for _, locale := range []string{"en-GB", "de-DE"} {
		a := fixture.Analysis(9)
		a.Locale = locale
		for i := range a.Patterns {
			a.Patterns[i].Label += " " + strconv.Itoa(i)
		}
		files := written(t, t.TempDir(), document(a))
		mail := mailRows(files["summary.html"])
		told := 0
		for line := range strings.Lines(files["summary.md"]) {
			cells := strings.Split(strings.Trim(strings.ReplaceAll(strings.TrimSpace(line), `\`, ""), "|"), "|")
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			if len(cells) < 9 || mail[cells[1]] == nil {
				continue
			}
			told++
			for i, cell := range mail[cells[1]] {
				if cells[i+1] != cell {
					t.Errorf("%s, %s: %q in the summary, %q in the mail", locale, cells[1], cells[i+1], cell)
				}
			}
		}
		if told != len(a.Patterns) {
			t.Errorf("%s: %d findings in summary and mail, want %d", locale, told, len(a.Patterns))
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(files["patterns.csv"], "\ufeff"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		column := map[string]int{}
		for i, name := range rows[0] {
			column[name] = i
		}
		for _, row := range rows[1:] {
			at := func(name string) string { return row[column[name]] }
			cells := mail[at("label")]
			if cells == nil {
				t.Errorf("%s: %q of patterns.csv is not in the mail", locale, at("label"))
				continue
			}
			if !strings.HasPrefix(cells[3], at("tickets")+" ") || !strings.HasPrefix(cells[4], at("requesters")+" ") || at("owner_gap") != "true" && cells[5] != at("owner_team") {
				t.Errorf("%s, %s: tickets, people or owner are %q in the mail, %s, %s and %s in patterns.csv", locale, at("label"), cells[3:6], at("tickets"), at("requesters"), at("owner_team"))
			}
		}
	}
}
