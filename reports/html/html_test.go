package html

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
)

const ticketURL = "https://desk.example/tickets/{id}"

// stub stands for the chart runtime, so that tests of the page do not see the
// names and addresses inside it.
const stub = "/* a chart runtime */"

func options() Options {
	return Options{Run: fixture.Run(), TicketURL: ticketURL, PackPath: func(string) string { return "teams/x.html" }}
}

func stubbed(t *testing.T, a *result.Analysis, runtime string) string {
	t.Helper()
	v, err := newView(a, options(), runtime)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := execute(&b, "page.tmpl", v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPage(t *testing.T) {
	nothing := fixture.Analysis(0)
	noBaseline := fixture.Analysis(12)
	for i := range noBaseline.Desk.Cells {
		noBaseline.Desk.Cells[i].Expected, noBaseline.Desk.Cells[i].PValue = nil, nil
	}
	unfit := fixture.Analysis(3)
	unfit.MapFit = result.MapFit{Known: 7, Of: 3412}
	long := fixture.Analysis(1)
	long.Patterns[0].Exemplars = []result.Exemplar{{ID: "INC1", Category: "SAP"}}
	long.Load = append(long.Load, result.Load{Team: "Idle"})
	for range 40 {
		long.Desk.Weeks = slices.Insert(long.Desk.Weeks, 0, "2026-01-05")
		long.Desk.Weekly = slices.Insert(long.Desk.Weekly, 0, 5)
		long.Patterns[0].Weekly = slices.Insert(long.Patterns[0].Weekly, 0, 5)
		long.Patterns[0].ExpectedWeekly = slices.Insert(long.Patterns[0].ExpectedWeekly, 0, nil)
	}
	tests := []struct {
		name       string
		analysis   *result.Analysis
		runtime    string
		want, deny []string
	}{
		{
			name: "patterns", analysis: fixture.Analysis(12), runtime: stub,
			want: []string{
				`<p class="notice" role="note">Invented sample data`,
				`<p class="summary">8 patterns are unusual now: 3 need a decision, 3 need an owner, 2 are only watched \(perhaps one by chance\)\. 4 chronic issues go on, 3 need a decision\.</p>`,
				`Data quality: nothing that weakens the findings much; 3 small limits\.`,
				`<a href="#p-01"><bdi>SAP GUI closes`,
				`<article class="finding" id="p-01"`,
				`9 tickets, usually none`,
				`no baseline yet`,
				`say by 4 Dec 2026 why not`,
				`href="https://desk\.example/tickets/INC00000" rel="noreferrer noopener"`,
				`Unowned\.</strong> .*The owner map names no team for End-user training and adoption`,
				`Cause: a hypothesis`,
				`people within 14 days: 8, needs &gt;= 8`,
				`<summary>2 more findings</summary>`,
				`<textarea id="p-01-markdown" readonly`,
				`id="chart-heatmap-option">\{`,
				`<a href="teams/x.html">`,
				`ServiceNow, UTF-8`,
				`2\.3e-07`,
				`<h2>Recently over</h2>`,
				`<article class="finding" id="p-13-earlier"`,
				`What it would have been escalated for`,
				`Location: <bdi>Building 2</bdi> 7 <span class="soft">\(78%, of all tickets 21%\)</span>`,
				`<td class="t"><bdi>Facilities 6, \(not given\) 1</bdi></td><td>21</td><td>9</td><td>1</td>`,
				`have an exception here`,
				`The criterion &#34;people&#34; does not count in department Research: the office moves until December\.`,
				`Other changes at that time</h4>(?s:.*?)CHG0057`,
			},
			deny: []string{`(?i)<h\d[^>]*>\s*</h`, `chart runtime, so each chart`, `%!`, `<no value>`, `2026-11-23`, `class="fit"`},
		},
		{
			name: "no chart runtime", analysis: fixture.Analysis(3),
			want: []string{`made without the chart runtime`, `go generate`, `<details open><summary>The numbers</summary>`, `<th scope="col">Week from</th>`},
			deny: []string{`class="chart`},
		},
		{
			name: "nothing found", analysis: nothing, runtime: stub,
			want: []string{`No pattern stands out among 3,412 tickets\.`, `Nothing stands out\.`, `id="chart-heatmap"`},
			deny: []string{`One by one`, `role="search"`, `Recently over`},
		},
		{
			name: "a map that does not fit", analysis: unfit, runtime: stub,
			want: []string{`<p class="fit">The owner map knows under 1% of the tickets \(7 of 3,412 looked at\), .*ticketpatterns check --learn FILE proposes entries for it\.</p>`},
		},
		{
			name: "a long export without texts", analysis: long, runtime: stub,
			want: []string{`40 earlier weeks are not shown\.`, `1 more team is asked for nothing this time\.`, `aria-label="tickets in the last 6 weeks: 0 0 1 0 3 6"`},
			deny: []string{`In people&#39;s own words`, `In people's own words`, `<bdi>Idle</bdi>`},
		},
		{
			name: "no baseline for the desk", analysis: noBaseline, runtime: stub,
			want: []string{`There is no baseline yet, so nothing can be called unusual`, `<td>no baseline</td>`},
			deny: []string{`id="chart-heatmap-option"`},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			page := stubbed(t, test.analysis, test.runtime)
			body := page[strings.Index(page, "<body"):]
			for _, want := range test.want {
				if !regexp.MustCompile(want).MatchString(body) {
					t.Errorf("page lacks %s", want)
				}
			}
			for _, deny := range test.deny {
				if found := regexp.MustCompile(deny).FindString(body); found != "" {
					t.Errorf("page holds %q", found)
				}
			}
		})
	}
}

// tags finds elements; a hostile text that became one shows here.
var (
	tags  = regexp.MustCompile(`<([a-zA-Z][a-zA-Z0-9]*)`)
	attrs = regexp.MustCompile(`\s(?:href|src|action|data|style|on[a-z]+)="([^"]*)"`)
)

func TestHostileTextAddsNoElement(t *testing.T) {
	// A text where there was none adds a paragraph; these only code adds.
	fixed := []string{"script", "style", "svg", "textarea", "meta", "title", "body", "article", "nav"}
	count := func(page string) map[string]int {
		out := map[string]int{}
		for _, tag := range tags.FindAllStringSubmatch(page, -1) {
			out[tag[1]]++
		}
		for tag := range out {
			if !slices.Contains(fixed, tag) {
				out[tag] = 1
			}
		}
		return out
	}
	plain, hostile := stubbed(t, fixture.Analysis(12), stub), stubbed(t, fixture.Hostile(12), stub)
	if diff := cmp.Diff(count(plain), count(hostile)); diff != "" {
		t.Errorf("elements of a page with plain and with hostile texts differ:\n%s", diff)
	}
	for _, deny := range []string{"\u202e", "\x00", "\x1b", "\x07", "</script><script>window"} {
		if strings.Contains(hostile, deny) {
			t.Errorf("page holds %q", deny)
		}
	}
}

func TestLinksStayInTheFileOrGoToTheDesk(t *testing.T) {
	wanted := regexp.MustCompile(`^(#[A-Za-z0-9._-]+|teams/x\.html|https://desk\.example/tickets/[A-Za-z0-9._~%-]+)$`)
	page := stubbed(t, fixture.Hostile(12), stub)
	found := addresses(page)
	if len(found) < 50 {
		t.Fatalf("found %d addresses, want the many of a page with 12 patterns", len(found))
	}
	for _, address := range found {
		if !wanted.MatchString(address) {
			t.Errorf("page holds the address %q", address)
		}
	}
}

func addresses(page string) []string {
	var out []string
	for _, tag := range regexp.MustCompile(`<[a-zA-Z][^<>]*>`).FindAllString(page, -1) {
		for _, m := range attrs.FindAllStringSubmatch(tag, -1) {
			out = append(out, m[1])
		}
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

func TestPageIsTheSameEachTime(t *testing.T) {
	a, b := options(), options()
	b.Run.Started = b.Run.Started.Add(time.Hour)
	b.Run.Phases[0].Milliseconds = 9
	if rendered(t, fixture.Hostile(12), a) != rendered(t, fixture.Hostile(12), b) {
		t.Error("two renderings of one analysis differ")
	}
}

func TestRenderingLeavesTheAnalysisAlone(t *testing.T) {
	a := fixture.Hostile(5)
	rendered(t, a, options())
	if diff := cmp.Diff(fixture.Hostile(5), a); diff != "" {
		t.Errorf("the analysis changed:\n%s", diff)
	}
}

func TestPackHoldsOnlyItsOwn(t *testing.T) {
	var b strings.Builder
	a := fixture.Analysis(7)
	if err := WritePack(&b, a, "Network Services", options()); err != nil {
		t.Fatal(err)
	}
	pack := b.String()
	for _, p := range slices.Concat(a.Patterns, a.Missed) {
		own := ForTeam(&p, "Network Services")
		if holds := strings.Contains(pack, `id="`+p.ID+`"`); holds != own {
			t.Errorf("%s (%s): in the pack %v, want %v", p.ID, p.Owner.Team, holds, own)
		}
		for _, id := range p.Tickets {
			if !own && strings.Contains(pack, id) {
				t.Errorf("ticket %s of %s is in the pack of another team", id, p.Owner.Team)
			}
		}
	}
}

// What is closed is not printed, so a pack has its tickets and numbers open, and
// its id is read at once; the report keeps them closed.
func TestPackIsPrintedWhole(t *testing.T) {
	var b strings.Builder
	a := fixture.Analysis(1)
	if err := WritePack(&b, a, "Business Applications", options()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<details open><summary>9 tickets</summary>", "<details class=\"technical\" open><summary>Technical</summary>", "<code>p-01</code></p>"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the pack has no %s", want)
		}
	}
	if page := rendered(t, a, options()); strings.Contains(page, "<details open><summary>9 tickets") {
		t.Error("the report has a list of tickets open")
	}
}

func TestMailHoldsNoScriptAndNoStyle(t *testing.T) {
	var b strings.Builder
	if err := WriteMail(&b, fixture.Hostile(12), options()); err != nil {
		t.Fatal(err)
	}
	for _, tag := range tags.FindAllStringSubmatch(b.String(), -1) {
		if slices.Contains([]string{"script", "style", "svg", "img", "a", "link", "base"}, tag[1]) {
			t.Errorf("the mail holds a %s element", tag[1])
		}
	}
	if !strings.Contains(b.String(), "8 patterns are unusual now") {
		t.Error("the mail lacks the summary")
	}
}

func TestMailHoldsNothingThatBecomesALink(t *testing.T) {
	a := fixture.Analysis(1)
	a.Patterns[0].Label = `see evil.zip/x or www.evil.org \\srv\share`
	var b strings.Builder
	if err := WriteMail(&b, a, options()); err != nil {
		t.Fatal(err)
	}
	for _, link := range []string{"evil.zip", "www.", "evil.org", `\\srv`} {
		if strings.Contains(b.String(), link) {
			t.Errorf("the mail holds %s", link)
		}
	}
	if !strings.Contains(strings.ReplaceAll(b.String(), "\u200b", ""), "evil.zip/x") {
		t.Error("the mail lacks the label")
	}
}

func TestNewLinks(t *testing.T) {
	tests := []struct{ template, id, want, wrong string }{
		{template: "", id: "A", want: ""},
		{template: "https://d.example/t/{id}", id: "INC 1/2?x&y=é", want: "https://d.example/t/INC%201%2F2%3Fx%26y%3D%C3%A9"},
		{template: "http://d.example/?id={id}", id: "7", want: "http://d.example/?id=7"},
		{template: "javascript:alert({id})", wrong: "begins with https://"},
		{template: "data:text/html,{id}", wrong: "begins with https://"},
		{template: "//d.example/{id}", wrong: "begins with https://"},
		{template: "https:///{id}", wrong: "begins with https://"},
		{template: "https://d.example/", wrong: "holds no {id}"},
		{template: "https://{id}.example/", wrong: "{id} is in the host"},
		{template: "https://{id}@d.example/", wrong: "{id} is in the host"},
		{template: "https://d.example:{id}/", wrong: "not an address"},
	}
	for _, test := range tests {
		l, err := newLinks(test.template)
		switch {
		case test.wrong != "" && (err == nil || !strings.Contains(err.Error(), test.wrong)):
			t.Errorf("%q: error %v, want one with %q", test.template, err, test.wrong)
		case test.wrong == "" && err != nil:
			t.Errorf("%q: %v", test.template, err)
		case test.wrong == "" && l.Link(test.id).URL != test.want:
			t.Errorf("%q: got %q, want %q", test.template, l.Link(test.id).URL, test.want)
		}
	}
}

func TestPolicyKnowsWhatThePageHolds(t *testing.T) {
	page := stubbed(t, fixture.Analysis(3), stub)
	policy := regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)[1]
	for _, element := range regexp.MustCompile(`(?s)<(?:script|style)>(.*?)</(?:script|style)>`).FindAllStringSubmatch(page, -1) {
		// html/template writes the quotes of the attribute as entities.
		if h := strings.ReplaceAll(strings.ReplaceAll(hash(element[1]), "'", "&#39;"), "+", "&#43;"); !strings.Contains(policy, h) {
			t.Errorf("the policy lacks %s of an element that begins %.40q", h, element[1])
		}
	}
	for _, deny := range []string{"unsafe-eval", "http:", "https:", "*", "script-src &#39;unsafe-inline"} {
		if strings.Contains(policy, deny) {
			t.Errorf("the policy allows %s", deny)
		}
	}
}
