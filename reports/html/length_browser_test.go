package html

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"ticketpatterns/reports/internal/fixture"
)

// As it opens, a report of ten findings is short enough to be read: nine screens of a
// desktop, and on a phone as long as its texts need.
func TestLengthInBrowser(t *testing.T) {
	a := fixture.Analysis(10)
	html := rendered(t, a, options())
	b := newTab(t)
	for _, test := range []struct{ width, most int64 }{{1280, 9000}, {390, 20000}} {
		b.do(chromedp.EmulateViewport(test.width, 860))
		b.open(html, "")
		t.Logf("%d wide: %d long", test.width, value[int64](b, `document.documentElement.scrollHeight`))
		if got := value[int64](b, `document.documentElement.scrollHeight`); got >= test.most || got < 3000 {
			t.Errorf("%d wide: %d pixels long, want fewer than %d", test.width, got, test.most)
		}
	}
	b.do(chromedp.EmulateViewport(1280, 860))
	b.open(html, "")
	if got := value[int64](b, `Math.max.apply(null, Array.from(document.querySelectorAll('article.finding')).map(function (f) { return f.offsetHeight; }))`); got > 860 {
		t.Errorf("the longest finding is %d pixels long, want one screen of 860", got)
	}
	if got := value[float64](b, `document.querySelector('table.findings:last-of-type').getBoundingClientRect().bottom`); got > 1000 {
		t.Errorf("the list ends %g pixels below the top, want it on the first screen", got)
	}
	b.quiet()
}

// A team's pack prints on at most two pages a finding, its head among them, in both
// languages, and nothing that is asked is left out.
func TestPackPrintsOnTwoPagesAFinding(t *testing.T) {
	b := newTab(t)
	for _, test := range []struct{ locale, team string }{{"en-GB", "Business Applications"}, {"de-DE", "Business Applications"}, {"en-GB", "Identity"}} {
		a := fixture.Analysis(12)
		a.Locale = test.locale
		var pack strings.Builder
		if err := WritePack(&pack, a, test.team, options()); err != nil {
			t.Fatal(err)
		}
		b.open(pack.String(), "")
		findings := value[int](b, `document.querySelectorAll('article.finding').length`)
		pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
		if err != nil {
			t.Fatal(err)
		}
		pages := strings.Count(string(pdf), "/Type /Page\n") + strings.Count(string(pdf), "/Type /Page ")
		if pages == 0 || pages > 2*findings {
			t.Errorf("%s, %s: %d findings print on %d pages, want two each", test.team, test.locale, findings, pages)
		}
		b.media("light", "print")
		for _, part := range []string{".summary", "table.findings", ".statement", ".ask", ".glance", ".core figure", ".quotes", ".owned", ".facts .long", ".sides section"} {
			if hidden := value[int](b, `Array.from(document.querySelectorAll('article.finding')).filter(function (f) {
				var part = f.querySelector('`+part+`') || document.querySelector('header `+part+`, #findings `+part+`'); return !part || part.offsetHeight === 0; }).length`); hidden > 0 {
				t.Errorf("%s, %s: %d findings lack %s on paper", test.team, test.locale, hidden, part)
			}
		}
		b.media("light", "") // so that the next is printed as it is
	}
}
