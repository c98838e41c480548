package html

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"ticketpatterns/reports/internal/fixture"
)

// decide opens the form of a finding, fills fields and asks to keep them; it
// returns whether the browser let the form through.
func decide(b *tab, id string, fields map[string]string) bool {
	b.t.Helper()
	b.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`document.querySelector('#%s .deciding').open = true`, id)))
	b.becomes(fmt.Sprintf(`document.querySelector('#%s form.decide') !== null`, id))
	var set strings.Builder
	for _, name := range []string{"decision", "reason", "date", "owner", "with_issue", "decided_by"} {
		if to, ok := fields[name]; ok {
			fmt.Fprintf(&set, "f.elements.%s.value = %q; f.elements.%[1]s.dispatchEvent(new Event('change'));", name, to)
		}
	}
	return value[bool](b, fmt.Sprintf(`(function () {
		var f = document.querySelector('#%s form.decide'); %s
		var ok = f.checkValidity(); f.requestSubmit(); return ok;
	})()`, id, set.String()))
}

func TestDecisionsInBrowser(t *testing.T) {
	b := newTab(t)
	b.open(rendered(t, fixture.Analysis(6), options()), "")
	if decide(b, "p-01", map[string]string{"decision": "decline"}) {
		t.Error("declined without a reason, want the form to ask for one")
	}
	decide(b, "p-01", map[string]string{"decision": "decline", "reason": `=HYPERLINK("x"), no`, "decided_by": "@lead"})
	decide(b, "p-02", map[string]string{"decision": "fixed", "date": "2026-11-20"})
	if got := value[string](b, `document.querySelector('#p-05 .deciding').open = true, document.querySelector('tr[data-pattern="p-01"] .mark').textContent`); got != "declined" {
		t.Errorf("the list marks the declined finding %q", got)
	}
	b.becomes(`document.querySelector('#p-05 form').elements.decided_by.value === '@lead'`)
	if got := value[int](b, `document.querySelector('#p-05 form').elements.with_issue.options.length`); got != 8 {
		t.Errorf("offers %d findings to merge with, want 7 others and the empty choice", got)
	}
	b.do(chromedp.Reload())
	if got := value[string](b, `document.querySelector('#decisions .count').textContent`); !strings.HasPrefix(got, "Decisions asked for: 5. Answered here: 2. Not yet saved: 2.") {
		t.Errorf("after a reload the page says %q", got)
	}
	value[bool](b, `(function () { var c = document.querySelector('[data-filter=decision]'); c.value = 'made'; return c.dispatchEvent(new Event('input')); })()`)
	if got := value[int](b, `Array.from(document.querySelectorAll('article.finding')).filter(function (f) { return f.offsetParent !== null; }).length`); got != 2 {
		t.Errorf("shows %d decided findings, want 2", got)
	}
	today := value[string](b, `(function () { var d = new Date(); d.setMinutes(d.getMinutes() - d.getTimezoneOffset()); return d.toISOString().slice(0, 10); })()`)
	want := [][]string{
		{"pattern_id", "issue_id", "decision", "reason", "date", "owner", "with_issue", "decided_by", "decided_on"},
		{"p-01", "i-01", "decline", `'=HYPERLINK("x"), no`, "", "", "", "'@lead", today},
		{"p-02", "i-02", "fixed", "", "2026-11-20", "", "", "'@lead", today},
	}
	if diff := cmp.Diff(want, saved(b)); diff != "" {
		t.Errorf("decisions.csv (-want +got):\n%s", diff)
	}
	value[bool](b, `document.querySelector('#decisions tbody button').click() === undefined`)
	if got := value[int](b, `document.querySelectorAll('#decisions tbody tr').length`); got != 1 {
		t.Errorf("lists %d decisions after one was taken back, want 1", got)
	}
	if !value[bool](b, `document.querySelector('#p-01 .decided').hidden`) {
		t.Error("the finding still shows the decision that was taken back")
	}
	b.quiet()
}

// saved clicks on save and reads the file that the browser wrote.
func saved(b *tab) [][]string {
	b.t.Helper()
	dir := b.t.TempDir()
	_, err := chromedp.CallBrowser(b.ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir,
	})
	if err != nil {
		b.t.Fatal(err)
	}
	value[bool](b, `document.querySelector('[data-save]').click() === undefined`)
	path := filepath.Join(dir, "decisions.csv")
	for {
		if rows := readRows(path); len(rows) > 0 {
			return rows
		}
		select {
		case <-b.ctx.Done():
			b.t.Fatal("no decisions.csv was saved")
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// readRows returns nil while there is no whole file.
func readRows(path string) [][]string {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil
	}
	return rows
}

func TestDecisionsWithoutStorage(t *testing.T) {
	b := newTab(t)
	_, err := chromedp.Call(b.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `Object.defineProperty(window, 'localStorage', { get: function () { throw new Error('closed'); } });`,
	})
	if err != nil {
		t.Fatal(err)
	}
	b.open(rendered(t, fixture.Analysis(3), options()), "")
	decide(b, "p-01", map[string]string{"decision": "known"})
	if got := value[string](b, `document.querySelector('#decisions .count').textContent`); !strings.Contains(got, "Answered here: 1. Not yet saved: 1.") || !strings.Contains(got, "save them before you close the page") {
		t.Errorf("without storage the page says %q", got)
	}
	b.quiet()
}

// A decision takes the place of what is asked, and taken back it gives it free
// again; that a finding may be chance stays said.
func TestMarksInBrowser(t *testing.T) {
	a := fixture.Analysis(2)
	a.Patterns[0].Standing.Alarm, a.Patterns[0].Standing.Asked = false, "2026-11-15"
	a.Patterns[0].MayBeChance = true
	b := newTab(t)
	b.open(rendered(t, a, options()), "")
	marks := func(want string) {
		t.Helper()
		if got := value[string](b, `Array.from(document.querySelectorAll('tr[data-pattern="p-01"] .mark')).map(function (m) { return m.textContent; }).join(', ')`); got != want {
			t.Errorf("marks %q, want %q", got, want)
		}
	}
	marks("asked 15 Nov, weak signal")
	decide(b, "p-01", map[string]string{"decision": "known"})
	marks("known, weak signal")
	value[bool](b, `document.querySelector('#decisions tbody button').click() === undefined`)
	marks("asked 15 Nov, weak signal")
	b.quiet()
}

func TestSortAndKeysInBrowser(t *testing.T) {
	a := fixture.Analysis(7)
	for i := range a.Patterns {
		a.Patterns[i].Requesters = []int{3, 100, 20, 7, 1, 50, 0}[i]
	}
	b := newTab(t)
	b.open(rendered(t, a, options()), "")
	people := func() string {
		return value[string](b, `Array.from(document.querySelector('table.findings').tBodies[0].rows).map(function (r) { return r.cells[5].textContent; }).join(' ')`)
	}
	press := func() {
		value[bool](b, `document.querySelector('table.findings thead').rows[0].cells[5].querySelector('button').click() === undefined`)
	}
	unsorted := people()
	for _, want := range []string{"100 7 3 1 unknown", "unknown 1 3 7 100"} {
		press()
		if got := people(); got != want {
			t.Errorf("sorted by people: %q, want %q", got, want)
		}
	}
	value[bool](b, `document.querySelector('[data-reset]').click() === undefined`)
	if got := people(); got != unsorted {
		t.Errorf("after a reset: %q, want the order of the report, %q", got, unsorted)
	}
	b.do(chromedp.KeyEvent("j"))
	b.do(chromedp.KeyEvent("j"))
	b.becomes(`document.activeElement.closest('article').id === 'p-02'`)
	b.do(chromedp.KeyEvent("o"))
	b.becomes(`document.querySelector('#p-02 details.rest').open && !document.querySelector('#p-01 details.rest').open`)
	b.do(chromedp.KeyEvent("k"))
	b.becomes(`document.activeElement.closest('article').id === 'p-01'`)
	b.do(chromedp.KeyEvent("/"))
	b.becomes(`document.activeElement === document.querySelector('[data-filter=text]')`)
	value[bool](b, `(document.activeElement.blur(), document.querySelector('[data-shortcut]').click(), document.activeElement.blur(), true)`)
	b.do(chromedp.KeyEvent("/"))
	if value[bool](b, `document.activeElement === document.querySelector('[data-filter=text]')`) {
		t.Error("the key that was switched off still goes to the search")
	}
	b.quiet()
}

// The first thing that the keyboard reaches is the way past the head of the
// page, and every control after it can be seen when it has the focus.
func TestFocusInBrowser(t *testing.T) {
	b := newTab(t)
	b.open(rendered(t, fixture.Analysis(3), options()), "")
	b.do(chromedp.KeyEvent("\t"))
	if got := value[string](b, `document.activeElement.className`); got != "skip" {
		t.Fatalf("the first Tab goes to %q, want the link past the head", got)
	}
	for i := range 30 {
		if !value[bool](b, `(function () {
			var e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e);
			return e !== document.body && r.width > 0 && r.height > 0 && r.left >= 0 && s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0;
		})()`) {
			t.Fatalf("stop %d: %s has the focus and does not show it", i, value[string](b, `document.activeElement.outerHTML.slice(0, 120)`))
		}
		b.do(chromedp.KeyEvent("\t"))
	}
	b.quiet()
}
