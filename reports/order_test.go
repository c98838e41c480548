package reports

import (
	"slices"
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
)

// TestWhatIsNotOverStandsFirst holds that page, mail and summary tell failed fixes, then
// overdue answers, then what came back, all before what is new, whatever its kind and
// rank, and what is answered behind that.
func TestWhatIsNotOverStandsFirst(t *testing.T) {
	a := fixture.Analysis(8)
	set := func(i int, label string, change func(p *result.Pattern)) {
		p := &a.Patterns[i]
		p.Label, p.Escalate, p.Owner.Gap, p.Standing.Alarm = label, true, false, true
		change(p)
	}
	set(0, "first new", func(*result.Pattern) {})
	set(1, "somebody took it", func(p *result.Pattern) {
		p.Escalate, p.Standing.Alarm, p.Standing.Decisions = false, false, []result.Decision{{Decision: "accept", On: "2026-11-16"}}
	})
	set(2, "it is chronic", func(*result.Pattern) {})
	set(4, "printers stop again", func(p *result.Pattern) { p.Status = result.StatusBack })
	set(5, "answer is late", func(p *result.Pattern) {
		p.Kind, p.Standing.Alarm, p.Standing.Asked, p.Due = result.Chronic, false, "2026-11-06", "2026-11-20"
	})
	set(7, "fix did not help", func(p *result.Pattern) {
		p.Standing.Fix = &result.FixCheck{Verdict: result.VerdictNot, On: "2026-11-01", Seen: 9, Expected: 9}
	})
	want := []string{"fix did not help", "answer is late", "printers stop again", "first new", "somebody took it", "it is chronic"}
	files := written(t, t.TempDir(), document(a))
	for _, name := range []string{"summary.md", "summary.html", "index.html"} {
		_, told, _ := strings.Cut(files[name], "Not over yet")
		for _, over := range []string{"Recently over", "Appendix: the desk"} {
			told, _, _ = strings.Cut(told, over)
		}
		at := func(label string) int { return strings.Index(told, label) }
		if slices.ContainsFunc(want, func(label string) bool { return at(label) < 0 }) || !slices.IsSortedFunc(want, func(x, y string) int { return at(x) - at(y) }) {
			for _, label := range want {
				t.Errorf("%s: %q at %d", name, label, at(label))
			}
		}
	}
}
