package html

import (
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"ticketpatterns/reports/internal/fixture"
)

// drawAll scrolls to every chart, waits for it, and returns the ids of those
// that stay empty.
const drawAll = `(async function () {
	var empty = [];
	document.querySelectorAll('details').forEach(function (d) { d.open = true; });
	for (var box of document.querySelectorAll('.chart')) {
		box.scrollIntoView();
		for (var i = 0; i < 300 && box.isConnected && !box.querySelector('svg'); i++) { await new Promise(function (r) { setTimeout(r, 10); }); }
		if (box.isConnected && !box.querySelector('svg')) { empty.push(box.id); }
	}
	return empty.join(' ');
})()`

func emptyCharts(t *testing.T, b *tab) string {
	t.Helper()
	empty, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](drawAll, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return empty
}

func TestShortHistoryInBrowser(t *testing.T) {
	needRuntime(t)
	if !hasRuntime() {
		t.Log("without the chart runtime there is no chart to draw")
		return
	}
	b := newTab(t)
	b.open(rendered(t, fixture.TenDays(), options()), "")
	if empty := emptyCharts(t, b); empty != "" {
		t.Errorf("charts that stay empty on ten days: %s", empty)
	}
	if !value[bool](b, `document.querySelector('#chart-weeks svg') !== null`) {
		t.Error("the chart of the volume is not on the page")
	}
	b.quiet()
}

// One chart that cannot be drawn must not take the others with it, on the screen
// or on paper.
func TestBrokenChartInBrowser(t *testing.T) {
	needRuntime(t)
	if !hasRuntime() {
		t.Log("without the chart runtime there is no chart to draw")
		return
	}
	page := rendered(t, fixture.Analysis(3), options())
	option := regexp.MustCompile(`id="chart-heatmap-option">[^<]*<`)
	if !option.MatchString(page) {
		t.Fatal("the page has no heat map to break")
	}
	page = option.ReplaceAllLiteralString(page, `id="chart-heatmap-option">{"series":[]}<`)
	b := newTab(t)
	b.open(page, "")
	if empty := emptyCharts(t, b); empty != "" {
		t.Errorf("charts that stay empty beside a broken one: %s", empty)
	}
	if !value[bool](b, `document.getElementById('chart-heatmap') === null && document.getElementById('chart-heatmap-title').closest('details').querySelector('figure details').open`) {
		t.Error("the broken chart does not give way to its table")
	}
	if said := strings.Join(b.troubles, ", "); said != "console: error" {
		t.Errorf("the browser said %q, want one error", said)
	}

	b = newTab(t)
	b.open(page, "")
	b.becomes(`!!window.echarts`)
	value[bool](b, `document.querySelectorAll('details').forEach(function (d) { d.open = true; }) === undefined`)
	value[bool](b, `addEventListener('beforeprint', function () { window.__bare = Array.from(document.querySelectorAll('.chart:not(:has(svg))')).filter(function (c) { return !c.closest('details:not([open])'); }).length; }) === undefined`)
	if _, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4))); err != nil {
		t.Fatal(err)
	}
	if bare := value[int](b, `window.__bare`); bare != 0 {
		t.Errorf("%d charts are empty on paper beside a broken one", bare)
	}
}

// alongScale moves the mouse along the scale of colours of a chart and collects
// what it says there.
const alongScale = `(async function () {
	var box = document.getElementById('chart-heatmap'), said = new Set();
	box.closest('details').open = true;
	box.scrollIntoView();
	for (var i = 0; i < 500 && !box.querySelector('svg'); i++) { await new Promise(function (r) { setTimeout(r, 10); }); }
	var before = new Set(Array.from(box.querySelectorAll('text'), function (t) { return t.textContent; }));
	var r = box.getBoundingClientRect();
	for (var x = 5; x < 300; x += 12) {
		for (var y = 4; y < 40; y += 6) {
			box.firstElementChild.dispatchEvent(new MouseEvent('mousemove', {clientX: r.left + x, clientY: r.bottom - y, bubbles: true}));
			await new Promise(requestAnimationFrame);
			box.querySelectorAll('text').forEach(function (t) { if (!before.has(t.textContent)) { said.add(t.textContent); } });
		}
	}
	return Array.from(said).join('; ');
})()`

func TestScaleSpeaksTheLanguageOfThePage(t *testing.T) {
	needRuntime(t)
	if !hasRuntime() {
		t.Log("without the chart runtime there is no chart to draw")
		return
	}
	b := newTab(t)
	b.open(rendered(t, fixture.Analysis(3), options()), "")
	said, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](alongScale, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`about 1 in [1-9]0,000\b`).MatchString(said) {
		t.Errorf("along the scale the map says %q, want odds with the marks of the page's language", said)
	}
	b.quiet()
}
