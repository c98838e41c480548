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

// A team's pack prints on two pages a finding.
func TestPackPrintsOnTwoPagesAFinding(t *testing.T) {
	a := fixture.Analysis(12)
	var pack strings.Builder
	if err := WritePack(&pack, a, "Business Applications", options()); err != nil {
		t.Fatal(err)
	}
	b := newTab(t)
	b.open(pack.String(), "")
	findings := value[int](b, `document.querySelectorAll('article.finding').length`)
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Count(string(pdf), "/Type /Page\n") + strings.Count(string(pdf), "/Type /Page ")
	if pages == 0 || pages > 1+2*findings {
		t.Errorf("%d findings print on %d pages, want two each and one for the head", findings, pages)
	}
	t.Logf("%d findings, %d pages", findings, pages)
}
