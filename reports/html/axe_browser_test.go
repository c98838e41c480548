package html

import (
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
)

// axeScript returns the accessibility checker. Without it the test is skipped,
// but never in continuous integration, where CI is set.
func axeScript(t *testing.T) string {
	t.Helper()
	script, err := os.ReadFile("axe/axe.min.js")
	switch {
	case err == nil:
		return string(script)
	case os.Getenv("CI") == "true":
		t.Fatalf("no axe-core, want it for the tests of accessibility: run go generate ./... first: %v", err)
	}
	t.Skip("no axe-core, so accessibility was not checked; run go generate ./... with npm to check it")
	return ""
}

// everythingOpen opens what can be opened, one form of each kind included, and
// draws every chart.
const everythingOpen = `(async function () {
	document.querySelectorAll('details').forEach(function (d) { d.open = true; });
	for (var i = 0; i < 200 && document.querySelectorAll('form.decide').length < document.querySelectorAll('.deciding').length; i++) {
		await new Promise(function (r) { setTimeout(r, 10); });
	}
	document.querySelectorAll('form.decide').forEach(function (f, i) {
		f.elements.decision.selectedIndex = 1 + i % (f.elements.decision.options.length - 1);
		f.elements.decision.dispatchEvent(new Event('change'));
		['reason', 'date', 'owner', 'with_issue'].forEach(function (name) {
			if (f.elements[name].required) { f.elements[name].value = name === 'date' ? '2026-11-20' : name === 'with_issue' ? f.elements[name].options[1]?.value : 'x'; }
		});
		if (i % 2) { f.requestSubmit(); }
	});
	for (var box of document.querySelectorAll('.chart')) {
		box.scrollIntoView();
		for (var j = 0; j < 500 && !box.querySelector('svg'); j++) { await new Promise(function (r) { setTimeout(r, 10); }); }
	}
	return true;
})()`

// violations runs the rules of WCAG 2.0 to 2.2, levels A and AA, and lists what
// breaks them: rule, what it wants and the first elements.
const violations = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(function (r) {
	if (r.passes.length < 20) { return ['only ' + r.passes.length + ' rules were checked']; }
	return r.violations.map(function (v) {
		return v.id + ': ' + v.help + ': ' + v.nodes.length + ' times, e.g. ' + v.nodes.slice(0, 3).map(function (n) { return n.html.slice(0, 160) + ' (' + (n.any[0] ? n.any[0].message : '') + ')'; }).join(' | ');
	});
})`

func TestAccessibility(t *testing.T) {
	needRuntime(t)
	script := axeScript(t)
	a := fixture.Analysis(9)
	var pack strings.Builder
	if err := WritePack(&pack, a, "Network Services", options()); err != nil {
		t.Fatal(err)
	}
	nothing := fixture.Analysis(0)
	nothing.Issues = []result.Issue{}
	b := newTab(t)
	for name, html := range map[string]string{"report": rendered(t, a, options()), "pack": pack.String(), "nothing found": rendered(t, nothing, options())} {
		for _, scheme := range []string{"light", "dark"} {
			t.Run(name+", "+scheme, func(t *testing.T) {
				b.media(scheme, "screen")
				b.open(html, "")
				if _, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](everythingOpen, chromedp.EvalAwaitPromise)); err != nil {
					t.Fatal(err)
				}
				value[string](b, script+"; axe.version")
				found, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]string](violations, chromedp.EvalAwaitPromise))
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range found {
					t.Error(f)
				}
			})
		}
	}
}
