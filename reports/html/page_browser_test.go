package html

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"ticketpatterns/analyzer/text"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
	"ticketpatterns/reports/words"
)

// hasRuntime reports whether charts can be drawn: whether the chart runtime was
// there when the test was built.
func hasRuntime() bool { return runtimeScript() != "" }

// needRuntime fails in continuous integration if the charts cannot be tried.
func needRuntime(t *testing.T) {
	t.Helper()
	if !hasRuntime() && os.Getenv("CI") == "true" {
		t.Fatal("the chart runtime was not there when this test was built; run go generate ./... first")
	}
}

// hoverAll draws every chart and moves the mouse over it, so that every
// tooltip appears once; it returns how many were drawn and how many then
// showed a tooltip.
const hoverAll = `(async function () {
	var drawn = 0, told = 0;
	document.querySelectorAll('details').forEach(function (d) { d.open = true; });
	for (var box of document.querySelectorAll('.chart')) {
		box.scrollIntoView();
		for (var i = 0; i < 500 && !box.querySelector('svg'); i++) { await new Promise(function (r) { setTimeout(r, 10); }); }
		var r = box.getBoundingClientRect(), root = box.firstElementChild, texts = box.querySelectorAll('text').length, most = texts;
		for (var x = 5; x < r.width && root; x += 40) {
			for (var y = 5; y < r.height; y += 20) {
				root.dispatchEvent(new MouseEvent('mousemove', {clientX: r.left + x, clientY: r.top + y, bubbles: true}));
			}
			await new Promise(requestAnimationFrame);
			most = Math.max(most, box.querySelectorAll('text').length);
		}
		told += most > texts ? 1 : 0;
		drawn += box.querySelector('svg') ? 1 : 0;
	}
	return [drawn, told];
})()`

func TestHostilePageInBrowser(t *testing.T) {
	needRuntime(t)
	b := newTab(t)
	html := rendered(t, fixture.Hostile(8), options())
	b.open(html, "")
	if hasRuntime() {
		drawn, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]int](hoverAll, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(err)
		}
		if want := strings.Count(html, `class="chart js"`); drawn[0] != want || drawn[1] != want || want < 9 {
			t.Errorf("drew %d charts and showed %d tooltips, want %d, at least one for each pattern", drawn[0], drawn[1], want)
		}
	}
	b.becomes(`document.querySelectorAll('[data-copy]').forEach(function (e) { e.closest('details').open = true; e.click(); }) === undefined`)
	if got := value[string](b, `String(window.__pwned)`); got != "undefined" {
		t.Errorf("payload %s ran", got)
	}
	b.quiet()
}

func TestPageInBrowser(t *testing.T) {
	needRuntime(t)
	a := fixture.Analysis(12)
	b := newTab(t)
	b.open(rendered(t, a, options()), "#p-03")
	t.Run("deep link", func(t *testing.T) {
		b.becomes(`Math.abs(document.getElementById('p-03').getBoundingClientRect().top) < 80`)
	})
	t.Run("filter", func(t *testing.T) { tryFilter(t, b, a) })
	t.Run("dark", func(t *testing.T) { tryDark(b) })
	t.Run("copy", func(t *testing.T) { tryCopy(t, b) })
	t.Run("print", func(t *testing.T) { tryPrint(t, b) })
	t.Run("narrow", func(t *testing.T) {
		b.do(chromedp.EmulateViewport(390, 800))
		b.becomes(`document.documentElement.scrollWidth <= 390`)
	})
	b.quiet()
}

func tryFilter(t *testing.T, b *tab, a *result.Analysis) {
	shows := func(want int, when string) {
		t.Helper()
		got := value[int](b, `Array.from(document.querySelectorAll('article.finding')).filter(function (f) { return f.offsetParent !== null; }).length`)
		if got != want {
			t.Errorf("%s: shows %d findings, want %d", when, got, want)
		}
	}
	set := func(name, to string) {
		value[bool](b, fmt.Sprintf(`(function () { var c = document.querySelector('[data-filter=%s]'); c.value = %q; return c.dispatchEvent(new Event('input')); })()`, name, to))
	}
	own, all := 0, len(a.Patterns)+len(a.Missed)
	value[bool](b, `(document.querySelector('details.over').open = true)`)
	for _, p := range slices.Concat(a.Patterns, a.Missed) {
		if p.Owner.Team == "Business Applications" {
			own++
		}
	}
	shows(all, "without a filter")
	set("team", "Business Applications")
	shows(own, "one team")
	set("kind", "chronic")
	set("text", "no such words anywhere")
	shows(0, "words that are nowhere")
	if said := value[string](b, `document.querySelector('[data-found]').textContent`); said != "No finding fits." {
		t.Errorf("the filter says %q", said)
	}
	if got := value[int](b, `Array.from(document.querySelectorAll('table.findings, .listed, h2.sections, details.more, details.over')).filter(function (e) { return e.offsetParent !== null; }).length`); got != 0 {
		t.Errorf("%d tables and headings stand over nothing", got)
	}
	value[bool](b, `(location.hash = '#p-02', true)`)
	b.becomes(`document.getElementById('p-02').offsetParent !== null`)
	shows(all, "after a link to a hidden finding")
}

// tryDark changes the browser's colour scheme and waits for a chart to follow.
func tryDark(b *tab) {
	if !hasRuntime() {
		return
	}
	bar := `document.querySelector('#chart-p-02 svg path[fill]:not([fill=none])')`
	value[bool](b, `document.getElementById('chart-p-02').scrollIntoView() === undefined`)
	b.becomes(bar + ` !== null`)
	light := value[string](b, `getComputedStyle(`+bar+`).fill`)
	b.media("dark", "screen")
	b.becomes(bar + ` !== null && getComputedStyle(` + bar + `).fill !== ` + fmt.Sprintf("%q", light))
}

// tryPrint prints the page, which must draw the charts that nobody has
// scrolled to, in the colours of paper although the screen is dark.
func tryPrint(t *testing.T, b *tab) {
	value[bool](b, `addEventListener('beforeprint', function () {
		var shown = Array.from(document.querySelectorAll('.chart')).filter(function (c) { return !c.closest('details:not([open])'); });
		window.__printed = [shown.length, shown.filter(function (c) { return c.querySelector('svg'); }).length];
		window.__text = getComputedStyle(document.querySelector('#chart-p-02 svg text')).fill;
	}) === undefined`)
	if _, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4))); err != nil {
		t.Fatal(err)
	}
	if !hasRuntime() {
		return
	}
	if got := value[[]int](b, `window.__printed`); got[0] != got[1] || got[0] < 12 {
		t.Errorf("printed %d of %d charts", got[1], got[0])
	}
	if got := value[string](b, `window.__text`); got != "rgb(60, 69, 84)" {
		t.Errorf("printed the charts' text in %s, want the dark grey of the light theme", got)
	}
}

func tryCopy(t *testing.T, b *tab) {
	got := value[string](b, `document.getElementById('p-01-markdown').value`)
	if !strings.HasPrefix(got, "## SAP GUI closes when posting an invoice\n") {
		t.Errorf("the text to copy begins %.60q", got)
	}
	value[bool](b, `(function () { var c = document.querySelector('[data-copy=p-01-markdown]'); c.closest('details').open = true; c.click(); return true; })()`)
	b.becomes(`/^(Copied|Press)/.test(document.querySelector('[data-copy=p-01-markdown]').parentNode.querySelector('output').textContent)`)
}

func TestManyFindingsInBrowser(t *testing.T) {
	html := rendered(t, fixture.Analysis(500), options())
	b := newTab(t)
	b.open(html, "#p-300")
	b.becomes(`document.readyState === 'complete' && document.querySelectorAll('article.finding').length === 502`)
	b.becomes(`Math.abs(document.getElementById('p-300').getBoundingClientRect().top) < 80 && document.querySelector(':target').id === 'p-300'`)
	if hasRuntime() {
		b.becomes(`document.querySelector('#chart-p-300 svg') !== null`)
		if drawn := value[int](b, `document.querySelectorAll('.chart svg').length`); drawn > 20 {
			t.Errorf("drew %d charts before anyone scrolled, want only those near", drawn)
		}
	}
	if decide(b, "p-400", map[string]string{"decision": "known"}); !value[bool](b, `document.querySelector('tr[data-pattern="p-400"]').dataset.decision === 'made'`) {
		t.Error("a later finding does not take a decision")
	}
	t.Logf("page of 500 patterns: %d bytes, loaded in %.0f ms", len(html),
		value[float64](b, `performance.getEntriesByType('navigation')[0].loadEventEnd`))
	b.quiet()
}

// However many findings a report holds, a reader without scripts can read each.
func TestEveryFindingIsReadableWithoutScripts(t *testing.T) {
	a := fixture.Analysis(manyFindings + 20)
	page := rendered(t, a, options())
	b := newTab(t)
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	in, err := words.For(a)
	if err != nil {
		t.Fatal(err)
	}
	b.open(page, "")
	unreadable := func(p result.Pattern) string {
		said := value[string](b, fmt.Sprintf(`(function (e) { return e && e.checkVisibility() ? e.textContent : ''; })(document.getElementById(%q))`, p.ID))
		for _, want := range []string{p.Label, in.Statement(&p), in.Ask(&p), in.OwnerReason(p.Owner), in.CauseCheck(p.Cause), p.Tickets[0]} {
			if !strings.Contains(said, text.OneLine(want)) {
				return want
			}
		}
		return ""
	}
	for _, p := range a.Patterns {
		if lacks := unreadable(p); lacks != "" {
			t.Errorf("%s, number %d, cannot be read: no %q", p.ID, p.Rank, lacks)
		}
	}
	b.quiet()
}

// What is unpacked later becomes elements by way of the browser's parser; text
// must stay text there, too.
func TestHostileLaterFindings(t *testing.T) {
	html := rendered(t, fixture.Hostile(manyFindings+3), options())
	if !strings.Contains(html, `id="later"`) {
		t.Fatal("nothing is packed, want the last three findings to be")
	}
	b := newTab(t)
	b.open(html, "")
	b.becomes(fmt.Sprintf(`document.querySelectorAll('article.finding').length === %d`, manyFindings+5))
	if got := value[int](b, `document.querySelectorAll('article img, article base, article script:not([type="application/json"])').length`); got != 0 {
		t.Errorf("%d elements came out of texts", got)
	}
	if got := value[string](b, `String(window.__pwned)`); got != "undefined" {
		t.Errorf("payload %s ran", got)
	}
	b.quiet()
}
