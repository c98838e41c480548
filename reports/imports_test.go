package reports

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
)

var update = flag.Bool("update", false, "write the golden files anew")

func formatOf(t *testing.T, name string, a *result.Analysis) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteFormat(&b, name, document(a)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestImportsGolden(t *testing.T) {
	for _, name := range []string{"servicenow", "jira"} {
		got := formatOf(t, name, fixture.Analysis(6))
		path := filepath.Join("testdata", "escalations-"+name+".csv")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// What the two tools need of a file, whatever people wrote in their tickets.
func TestImportsHoldTheirForm(t *testing.T) {
	a := fixture.Hostile(12)
	ofServiceNow := map[string]*regexp.Regexp{
		"impact": regexp.MustCompile(`^[123]$`), "urgency": regexp.MustCompile(`^[123]$`), "priority": regexp.MustCompile(`^[1-5]$`),
		"due_date": regexp.MustCompile(`^20\d\d-\d\d-\d\d 12:00:00$`), "correlation_display": regexp.MustCompile(`^ticketpatterns$`),
		"short_description": regexp.MustCompile(`^[^\n]{1,161}$`), "assignment_group": regexp.MustCompile(`^[^\n]*$`), "workaround": regexp.MustCompile(`^[^<>]*$`), "cause_notes": regexp.MustCompile(`^[^<>]*$`),
		"correlation_id": regexp.MustCompile(`.`), "description": regexp.MustCompile(`.`), "category": regexp.MustCompile(`.`), "subcategory": nil, "business_service": nil, "cmdb_ci": nil,
	}
	ofJira := map[string]*regexp.Regexp{
		"Summary": regexp.MustCompile(`^[^\n]{1,256}$`), "Issue Type": regexp.MustCompile(`^Problem$`), "Priority": regexp.MustCompile(`^(Highest|High|Medium|Low|Lowest)$`),
		"Due Date": regexp.MustCompile(`^20\d\d-\d\d-\d\d$`), "Components": regexp.MustCompile(`^[^\n]*$`), "Labels": regexp.MustCompile(`^\S*$`), "External issue ID": regexp.MustCompile(`.`),
		"Description": regexp.MustCompile(`.`),
	}
	for name, want := range map[string]map[string]*regexp.Regexp{"servicenow": ofServiceNow, "jira": ofJira} {
		rows := rowsOf(t, formatOf(t, name, a))
		asked := 0
		for _, p := range a.Patterns {
			if p.Escalate {
				asked++
			}
		}
		if len(rows) != 1+asked {
			t.Errorf("%s: %d rows, want a header and one for each of %d escalations", name, len(rows), asked)
		}
		for _, row := range rows[1:] {
			for i, cell := range row {
				shape, known := want[rows[0][i]]
				if !known {
					t.Fatalf("%s: column %q is not one of the tool's", name, rows[0][i])
				}
				if shape != nil && !shape.MatchString(cell) {
					t.Errorf("%s: %s is %q, want %s", name, rows[0][i], cell, shape)
				}
			}
		}
	}
	for _, row := range rowsOf(t, formatOf(t, "servicenow", a))[1:] {
		if n := utf8.RuneCountInString(row[3]); n > descriptionRunes+1 {
			t.Errorf("a description of %d characters, want %d at most", n, descriptionRunes)
		}
	}
}

func TestWiki(t *testing.T) {
	tests := map[string]string{
		"plain - text, done!":      "plain - text, done!",
		"[~admin] please":          `\[~admin] please`,
		`\[~admin]`:                `&#92;\[~admin]`,
		"!http://x.example/a.png!": `\!http://x.example/a.png!`,
		"{html}x{html}":            `\{html}x\{html}`,
		`\\server\share`:           `&#92;&#92;server&#92;share`,
	}
	for in, want := range tests {
		if got := wiki(in); got != want {
			t.Errorf("wiki(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestPriority(t *testing.T) {
	tests := []struct {
		people, tickets int
		kind            result.Kind
		status          result.Status
		cause           result.CauseKind
		want            [3]int
	}{
		{30, 31, result.Emerging, result.StatusGrowing, result.CauseChange, [3]int{1, 1, 1}},
		{25, 25, result.Chronic, result.StatusSteady, result.CauseAccess, [3]int{1, 3, 3}},
		{24, 24, result.Emerging, result.StatusNew, result.CauseUnknown, [3]int{2, 2, 3}},
		{7, 40, result.Emerging, result.StatusNew, result.CauseSecurity, [3]int{3, 1, 3}},
		{0, 8, result.Chronic, result.StatusBack, result.CauseUnknown, [3]int{2, 1, 2}},
		{4, 4, result.Chronic, result.StatusFading, result.CauseTraining, [3]int{3, 3, 5}},
	}
	for _, test := range tests {
		p := &result.Pattern{Requesters: test.people, Tickets: make([]string, test.tickets), Kind: test.kind, Status: test.status, Cause: result.Cause{Kind: test.cause}}
		if got := [3]int{impact(p), urgency(p), priority(p)}; got != test.want {
			t.Errorf("%d people, %s, %s: impact, urgency, priority %v, want %v", test.people, test.kind, test.status, got, test.want)
		}
	}
}

func TestCutKeepsWholeLines(t *testing.T) {
	long := strings.Repeat("0123456789\n", 20)
	got := escalation{}.cut(long, 100)
	if n := utf8.RuneCountInString(got); n > 100 || !strings.HasSuffix(got, "0123456789\n"+string(cutMark)) {
		t.Errorf("%d characters: %q, want at most 100 and whole lines", n, got)
	}
	if got := (escalation{}).cut("short", 100); got != "short" {
		t.Errorf("cut a short text to %q", got)
	}
	if got := (escalation{}).cut(strings.Repeat("x", 101), 100); utf8.RuneCountInString(got) != 100 {
		t.Errorf("one long line became %q", got)
	}
}
