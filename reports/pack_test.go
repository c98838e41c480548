package reports

import (
	"strings"
	"testing"

	"ticketpatterns/reports/internal/fixture"
)

func TestSlug(t *testing.T) {
	tests := map[string]string{
		"Business Applications": "business-applications",
		"  R&D / Labs (EU) ":    "r-d-labs-eu",
		"Büro Köln":             "büro-köln",
		"../../etc/passwd":      "etc-passwd",
		`C:\temp\x`:             "c-temp-x",
		"CON":                   "team-con",
		"com1":                  "team-com1",
		"...":                   "team-",
		"":                      "team-",
		"\u202egnp.exe":         "gnp-exe",
		"<img src=x>":           "img-src-x",
		"日本語チーム":                "日本語チーム",
		strings.Repeat("x", 99): strings.Repeat("x", 48),
	}
	for team, want := range tests {
		if got := slug(team); got != want {
			t.Errorf("slug(%q) = %q, want %q", team, got, want)
		}
	}
}

func TestTeamsWithTheSameSlug(t *testing.T) {
	a := fixture.Analysis(3)
	for i, team := range []string{"Ops A", "ops a", "OPS/A"} {
		a.Patterns[i].Owner.Team, a.Patterns[i].Escalate, a.Patterns[i].Owner.Gap = team, true, false
	}
	got := written(t, t.TempDir(), document(a))
	for name, team := range map[string]string{"teams/ops-a.md": "OPS/A", "teams/ops-a-2.md": "Ops A", "teams/ops-a-3.md": "ops a"} {
		if !strings.HasPrefix(got[name], "# Escalations to "+team+",") {
			t.Errorf("%s begins %.40q, want the pack of %s", name, got[name], team)
		}
	}
	for _, name := range []string{"teams/ops-a.html", "teams/ops-a-2.html", "teams/ops-a-3.html"} {
		if !strings.Contains(got["index.html"], `href="`+name+`"`) {
			t.Errorf("index.html has no link to %s", name)
		}
	}
}
