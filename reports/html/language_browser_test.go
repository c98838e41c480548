package html

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"ticketpatterns/reports/internal/fixture"
)

// germanTexts stands for what the translators wrote, with operands turned round.
const germanTexts = `<script type="application/json" id="texts">{"%d of %d findings":"von %[2]d sind %[1]d zu sehen","No finding fits.":"Nichts passt."}</script>`

var textsBlock = regexp.MustCompile(`<script type="application/json" id="texts">.*?</script>`)

// A page in German writes numbers and days as German does, in its text, in its
// charts and in what its scripts add.
func TestGermanPageInBrowser(t *testing.T) {
	needRuntime(t)
	a := fixture.Analysis(4)
	a.Locale = "de-DE"
	a.Load[0].Tickets, a.Load[1].Tickets = 12345, 23456
	for i, people := range []int{7, 1234, 20, 3} {
		a.Patterns[i].Requesters = people
	}
	html := textsBlock.ReplaceAllString(rendered(t, a, options()), "")
	b := newTab(t)
	b.open(strings.Replace(html, "<footer>", germanTexts+"<footer>", 1), "")
	reads := func(what, script, want string) {
		t.Helper()
		if got := value[string](b, script); !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q in it", what, got, want)
		}
	}
	reads("language", `document.documentElement.lang`, "de-DE")
	reads("tickets", `document.querySelector('.quality').textContent`, "3.412 ")
	reads("day", `document.querySelector('.quality').textContent`, "22. Nov. 2026")
	reads("number", `document.querySelector('#p-01 .facts').textContent`, "sonst keine")

	decide(b, "p-01", map[string]string{"decision": "fixed", "date": "2026-11-20"})
	reads("day of a decision", `document.querySelector('#p-01 .decided').textContent`, "20. Nov. 2026")

	value[bool](b, `(function () { var c = document.querySelector('[data-filter=text]'); c.value = 'no such words'; return c.dispatchEvent(new Event('input')); })()`)
	reads("text of a script", `document.querySelector('[data-found]').textContent`, "Nichts passt.")
	value[bool](b, `document.querySelector('[data-reset]').click() === undefined`)

	value[bool](b, `document.querySelector('table.findings thead').rows[0].cells[5].querySelector('button').click() === undefined`)
	reads("order by people", `Array.from(document.querySelector('table.findings').tBodies[0].rows).map(function (r) { return r.cells[5].textContent; }).join(' ')`, "1.234 7 3")

	if hasRuntime() {
		value[bool](b, `(document.getElementById('chart-load').closest('details').open = true, document.getElementById('chart-load').scrollIntoView()) === undefined`)
		texts := `Array.from(document.querySelectorAll('#chart-load svg text')).map(function (e) { return e.textContent; })`
		for _, want := range []string{"12.345", "10.000"} { // beside a bar and on the axis
			b.becomes(fmt.Sprintf(`%s.includes(%q)`, texts, want))
		}
	}
	b.quiet()
}
