package html

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
)

// keptBefore puts a decision into the browser as an earlier page kept it.
func keptBefore(b *tab, kept map[string]string) {
	b.t.Helper()
	text, err := json.Marshal(kept)
	if err != nil {
		b.t.Fatal(err)
	}
	value[bool](b, fmt.Sprintf(`localStorage.setItem('ticketpatterns.decision.' + %q, %q) === undefined`, kept["pattern_id"], text))
}

// A decision that an earlier page kept answers what the report asks only if the
// report has not read it and did not ask again since.
func TestEarlierDecisionsInBrowser(t *testing.T) {
	accepted := result.Decision{Number: 1, Decision: "accept", Reason: "Done: by “Apps”", By: "M. Lead", On: "2026-11-20"}
	kept := func(set ...string) map[string]string {
		out := map[string]string{"pattern_id": "p-01", "issue_id": "i-01", "decision": "accept", "reason": `Done: by "Apps"`, "decided_by": "M. Lead", "decided_on": "2026-11-20"}
		for i := 0; i < len(set); i += 2 {
			out[set[i]] = set[i+1]
		}
		return out
	}
	for _, test := range []struct {
		name                string
		set                 func(p *result.Pattern)
		kept                map[string]string
		chip, says          string
		made, asks, written bool
	}{
		{"an answer to this report", func(*result.Pattern) {}, kept("decided_on", "2026-11-23"), "accepted", "Decided: accepted.", true, false, true},
		{"given on the day of the ask", func(*result.Pattern) {}, kept("decided_on", "2026-11-22"), "accepted", "Decided: accepted.", true, false, true},
		{"older than the ask", func(*result.Pattern) {}, kept(), "decide", "An answer to an earlier report, which asks again: accepted.", false, true, true},
		{"given later on the page of an earlier report", func(*result.Pattern) {}, kept("decided_on", "2026-11-23", "report", "2026-11-15"), "decide", "An answer to an earlier report", false, true, true},
		{"older, but nothing is asked anew", func(p *result.Pattern) { p.Standing.Alarm, p.Standing.Asked = false, "2026-11-15" }, kept(), "accepted", "Decided: accepted.", true, false, true},
		{"read, and asked again", func(p *result.Pattern) { p.Standing.Decisions = []result.Decision{accepted} }, kept(), "decide", "Already read by this report: accepted.", false, true, false},
		{"read, and taken back since", func(p *result.Pattern) {
			undone := accepted
			undone.Undone = "2026-11-21"
			p.Standing.Decisions = []result.Decision{undone}
		}, kept(), "decide", "Already read by this report: accepted.", false, true, false},
		{"read, and it stands", func(p *result.Pattern) {
			p.Escalate, p.Ask, p.Standing.Decisions = false, "", []result.Decision{accepted}
		}, kept(), "accepted 20 Nov", "Already read by this report: accepted.", true, false, false},
		{"of the same kind on the same day, with another reason", func(p *result.Pattern) {
			p.Standing.Alarm, p.Standing.Decisions = false, []result.Decision{accepted}
		}, kept("reason", "It is ours after all"), "accepted", "Decided: accepted.", true, false, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := fixture.Analysis(1)
			test.set(&a.Patterns[0])
			b := newTab(t)
			b.open(rendered(t, a, options()), "")
			keptBefore(b, test.kept)
			b.do(chromedp.Reload())
			if got := value[string](b, `document.querySelector('tr[data-pattern="p-01"] [data-chip]').textContent`); got != test.chip {
				t.Errorf("chip %q, want %q", got, test.chip)
			}
			if got := value[string](b, `document.querySelector('#p-01 .decided').textContent`); !strings.HasPrefix(got, test.says) {
				t.Errorf("says %q, want %q", got, test.says)
			}
			if got := value[string](b, `document.querySelector('#p-01').dataset.decision`) == "made"; got != test.made {
				t.Errorf("counts as decided: %v", got)
			}
			if got := value[bool](b, `document.querySelector('#p-01 .ask')?.checkVisibility() === true`); got != test.asks {
				t.Errorf("asks: %v, want %v", got, test.asks)
			}
			if got := value[int](b, `document.querySelectorAll('#decisions tbody tr').length`) == 1; got != test.written {
				t.Errorf("listed to be saved: %v, want %v", got, test.written)
			}
			if test.written {
				if got := saved(b); len(got) != 2 || got[1][8] != test.kept["decided_on"] {
					t.Errorf("decisions.csv %q", got)
				}
			}
			b.quiet()
		})
	}
}

// A chip goes to its finding and opens the form; what was kept is counted under
// the summary until it is saved.
func TestChipsAndCountInBrowser(t *testing.T) {
	a := fixture.Analysis(6)
	b := newTab(t)
	b.open(rendered(t, a, options()), "")
	line := func(want string) {
		t.Helper()
		got := value[string](b, `(function () { var l = document.querySelector('header .unsaved'); return l.checkVisibility() ? l.firstElementChild.textContent : ''; })()`)
		if got != want {
			t.Errorf("under the summary: %q, want %q", got, want)
		}
	}
	line("")
	value[bool](b, `document.querySelector('tr[data-pattern="p-05"] [data-chip]').click() === undefined`)
	b.becomes(`location.hash === '#p-05-decide' && document.activeElement === document.querySelector('#p-05 form.decide select')`)
	b.becomes(`(function () { var r = document.querySelector('#p-05 form.decide').getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight; })()`)
	decide(b, "p-05", map[string]string{"decision": "merge", "with_issue": "i-02"})
	said := value[string](b, `document.querySelector('#p-05 .decided').textContent`)
	if !strings.Contains(said, "Wi-Fi drops in meeting rooms") || strings.Contains(said, "i-02") || !strings.HasSuffix(said, "It takes effect in the next report.") {
		t.Errorf("a merge is said as %q", said)
	}
	decide(b, "p-04", map[string]string{"decision": "known"}) // nobody asked about it
	if got := value[string](b, `document.querySelector('tr[data-pattern="p-04"] [data-chip]').textContent`); got != "known" {
		t.Errorf("what nobody asked about is marked %q", got)
	}
	const counted = "Decisions asked for: 5. Answered here: 1. Not yet saved: "
	line(counted + "2.")
	saved(b)
	line(counted + "0.")
	b.do(chromedp.Reload())
	line(counted + "0.")
	decide(b, "p-04", map[string]string{"decision": "accept"})
	line(counted + "1.")
	value[bool](b, `(function () { Array.from(document.querySelectorAll('#decisions tbody button')).forEach(function () { document.querySelector('#decisions tbody button').click(); }); return true; })()`)
	line("")
	if got := value[string](b, `Array.from(document.querySelectorAll('tr[data-pattern="p-04"] [data-chip], tr[data-pattern="p-05"] [data-chip]')).filter(function (c) { return !c.hidden; }).map(function (c) { return c.textContent; }).join()`); got != "find an owner" {
		t.Errorf("chips %q after all was taken back", got)
	}
	b.quiet()
}

// Which decisions are open follows whose turn it is, and a department is found
// where most of the tickets come from, too.
func TestFilterByTurnAndDepartmentInBrowser(t *testing.T) {
	a := fixture.Analysis(4) // the last is not asked about
	a.Patterns[1].Escalate, a.Patterns[1].Standing.Decisions = false, []result.Decision{{Decision: "known", On: "2026-11-16"}}
	a.Patterns[2].Standing.Alarm, a.Patterns[2].Standing.Asked = false, "2026-11-15"
	a.Patterns[0].Spread = append(a.Patterns[0].Spread, result.Spread{Field: "department", Of: 9, Values: []result.SpreadValue{{Value: "Legal", Count: 3}}})
	b := newTab(t)
	b.open(rendered(t, a, options()), "")
	shown := func(filter, to string) []string {
		value[bool](b, fmt.Sprintf(`(function () { document.querySelector('[data-reset]').click(); var c = document.querySelector('[data-filter=%s]'); c.value = %q; return c.dispatchEvent(new Event('input')) && c.value === %[2]q; })()`, filter, to))
		return value[[]string](b, `Array.from(document.querySelectorAll('tr[data-finding]')).filter(function (r) { return r.checkVisibility(); }).map(function (r) { return r.dataset.id; })`)
	}
	for _, test := range []struct {
		filter, to string
		want       []string
	}{
		{"decision", "open", []string{"p-01", "p-03"}},
		{"decision", "made", []string{"p-02"}},
		{"department", "Legal", []string{"p-01"}},
	} {
		if diff := cmp.Diff(test.want, shown(test.filter, test.to)); diff != "" {
			t.Errorf("%s %s (-want +got):\n%s", test.filter, test.to, diff)
		}
	}
	b.quiet()
}

// On a phone the filters are folded, and no long name makes the page wide.
func TestPhoneInBrowser(t *testing.T) {
	a := fixture.Analysis(3)
	a.Patterns[0].Department = strings.Repeat("Finance and Controlling ", 4)
	b := newTab(t)
	b.do(chromedp.EmulateViewport(320, 700))
	b.open(rendered(t, a, options()), "")
	if !value[bool](b, `!document.querySelector('.filters').checkVisibility() && document.querySelector('.filtering summary').checkVisibility()`) {
		t.Error("the filters stand open")
	}
	value[bool](b, `document.querySelector('.filtering summary').click() === undefined`)
	b.becomes(`document.querySelector('[data-filter=department]').checkVisibility()`)
	b.becomes(`document.documentElement.scrollWidth <= 320`)
	b.quiet()
}

// All that is asked is printed, with every row of the list; what a reader left folded
// is not, and what the printer opened is closed again.
func TestPrintIsWholeInBrowser(t *testing.T) {
	b := newTab(t)
	b.open(rendered(t, fixture.Analysis(12), options()), "")
	value[bool](b, `document.querySelector('#p-02 details.rest').open = true`)
	open := value[int](b, `document.querySelectorAll('details[open]').length`)
	value[bool](b, `dispatchEvent(new Event('beforeprint'))`)
	b.media("light", "print")
	for what, script := range map[string]string{
		"what is asked":            `document.querySelector('#p-01 .ask').checkVisibility()`,
		"the owner":                `document.querySelector('#p-01 .owned').checkVisibility()`,
		"the rest of the findings": `document.querySelector('details.more table').checkVisibility()`,
		"what was opened":          `document.querySelector('#p-02 .facts').checkVisibility()`,
		"nothing that is folded":   `!document.querySelector('#p-01 details.rest').checkVisibility()`,
		"no empty appendix":        `!document.querySelector('#desk').checkVisibility()`,
		"no form":                  `!document.querySelector('#p-01 .deciding').checkVisibility()`,
		"no evidence twice":        `!document.querySelector('#p-02 details.again')?.checkVisibility()`,
	} {
		if !value[bool](b, script) {
			t.Errorf("the printed page lacks this: %s", what)
		}
	}
	b.media("light", "screen")
	value[bool](b, `dispatchEvent(new Event('afterprint'))`)
	if got := value[int](b, `document.querySelectorAll('details[open]').length`); got != open {
		t.Errorf("%d details stand open after printing, %d before", got, open)
	}
	b.quiet()
}
