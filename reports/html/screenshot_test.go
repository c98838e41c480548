package html

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"ticketpatterns/reports/internal/fixture"
)

var (
	screenshots = flag.String("screenshots", "", "write pictures of the page to this folder")
	pictured    = flag.String("page", "", "take the pictures of this index.html instead of an invented one")
)

// TestScreenshots writes pictures of the page's main states, for people to
// look at: go test ./reports/html -run Screenshots -screenshots DIR.
func TestScreenshots(t *testing.T) {
	shots := []struct {
		name, scheme, kind string
		width, height      int64
		scripts, whole     bool
		at                 string
		paper              bool
		decided            bool // with two decisions made
	}{
		{name: "first-screen", scheme: "light", width: 1280, height: 860, scripts: true},
		{name: "first-screen-dark", scheme: "dark", width: 1280, height: 860, scripts: true},
		{name: "narrow", scheme: "light", width: 390, height: 1700, scripts: true},
		{name: "narrow-finding", scheme: "light", width: 390, height: 1700, scripts: true, at: "article"},
		{name: "finding", scheme: "light", width: 1280, height: 1500, scripts: true, at: "article"},
		{name: "finding-dark", scheme: "dark", width: 1280, height: 1500, scripts: true, at: "article"},
		{name: "decided", scheme: "light", width: 1280, height: 1300, scripts: true, decided: true},
		{name: "decided-finding", scheme: "light", width: 1280, height: 800, scripts: true, decided: true, at: "article"},
		{name: "decided-narrow-dark", scheme: "dark", width: 390, height: 1500, scripts: true, decided: true, at: "article"},
		{name: "overview", scheme: "light", width: 1280, height: 1700, scripts: true, at: "#weeks"},
		{name: "desk", scheme: "light", width: 1280, height: 2400, scripts: true, at: "#desk"},
		{name: "overview-dark", scheme: "dark", width: 1280, height: 1700, scripts: true, at: "#weeks"},
		{name: "overview-narrow", scheme: "light", width: 390, height: 1700, scripts: true, at: "#weeks"},
		{name: "quality", scheme: "light", width: 1280, height: 1100, scripts: true, at: "#quality"},
		{name: "print", scheme: "dark", kind: "print", width: 720, height: 2400, scripts: true, paper: true},
		{name: "print-finding", scheme: "dark", kind: "print", width: 720, height: 1500, scripts: true, paper: true, at: "article"},
		{name: "print-overview", scheme: "dark", kind: "print", width: 720, height: 1800, scripts: true, paper: true, at: "#weeks"},
		{name: "desk-narrow", scheme: "dark", width: 390, height: 2400, scripts: true, at: "#desk"},
		{name: "no-scripts", scheme: "light", width: 1280, height: 2200},
	}
	if *screenshots == "" {
		return // nobody asked for pictures
	}
	html := rendered(t, fixture.Analysis(12), Options{Run: fixture.Run(), TicketURL: "https://desk.example/t/{id}"})
	if *pictured != "" {
		b, err := os.ReadFile(*pictured)
		if err != nil {
			t.Fatal(err)
		}
		html = string(b)
	}
	b := newTab(t)
	for _, s := range shots {
		b.media(s.scheme, s.kind)
		b.do(chromedp.EmulateViewport(s.width, s.height))
		if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !s.scripts}); err != nil {
			t.Fatal(err)
		}
		b.open(html, "")
		if s.decided {
			value[bool](b, decideTwo)
		}
		if s.paper {
			value[bool](b, `dispatchEvent(new Event("beforeprint"))`)
		}
		if s.at != "" {
			value[bool](b, `document.querySelector("`+s.at+`")?.scrollIntoView() === undefined`)
		}
		if s.scripts {
			b.becomes(drawnInSight)
		}
		png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*screenshots, s.name+".png"), png, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{}); err != nil {
		t.Fatal(err)
	}
	b.media("light", "")
	b.open(html, "")
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*screenshots, "print.pdf"), pdf, 0o644); err != nil {
		t.Fatal(err)
	}
}

// decideTwo declines the first finding, which stays open, and says when the
// second was fixed.
const decideTwo = `(function () {
	[{decision: 'fixed', date: '2026-11-20', decided_by: 'M. Lead'}, {decision: 'decline', reason: 'No budget before January', decided_by: 'M. Lead'}].forEach(function (answer, i) {
		var box = document.querySelectorAll('.deciding')[1 - i];
		if (!box) { return; }
		box.open = true;
		box.dispatchEvent(new Event('toggle'));
		Object.keys(answer).forEach(function (name) {
			box.querySelector('form').elements[name].value = answer[name];
			box.querySelector('form').elements[name].dispatchEvent(new Event('change'));
		});
		box.querySelector('form').requestSubmit();
	});
	return true;
})()`

// drawnInSight is true when every chart in the window has its drawing.
const drawnInSight = `Array.from(document.querySelectorAll('.chart')).every(function (c) {
	var r = c.getBoundingClientRect();
	return !window.echarts || r.bottom < 0 || r.top > innerHeight || c.querySelector('svg') !== null;
})`
