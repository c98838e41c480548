package html

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
)

// Each row and each section shows in one chip whose turn it is; what may be chance
// is said once.
func TestChipSaysWhoseTurnItIs(t *testing.T) {
	answered := result.Decision{Number: 1, Decision: "accept", By: "M. Lead", On: "2026-11-16"}
	for _, test := range []struct {
		name, chip, class, chance, asks string
		set                             func(p *result.Pattern)
	}{
		{"to decide", "decide", "mark", "", "yes", func(*result.Pattern) {}},
		{"a gap", "find an owner", "mark", "", "yes", func(p *result.Pattern) { p.Owner.Gap = true }},
		{"perhaps chance", "weak signal", "mark weak", "", "yes", func(p *result.Pattern) { p.MayBeChance = true }},
		{"asked", "asked 15 Nov", "mark waits", "", "yes", func(p *result.Pattern) { p.Standing.Alarm, p.Standing.Asked = false, "2026-11-15" }},
		{"asked, perhaps chance", "asked 15 Nov", "mark waits", "weak signal", "yes", func(p *result.Pattern) {
			p.Standing.Alarm, p.Standing.Asked, p.MayBeChance = false, "2026-11-15", true
		}},
		{"overdue", "overdue since 20 Nov", "mark wrong", "", "yes", func(p *result.Pattern) {
			p.Standing.Alarm, p.Standing.Asked, p.Due = false, "2026-11-06", "2026-11-20"
		}},
		{"answered", "accepted 16 Nov", "mark made", "", "", func(p *result.Pattern) {
			p.Escalate, p.Standing.Decisions = false, []result.Decision{answered}
		}},
		{"watched", "", "", "weak signal", "", func(p *result.Pattern) { p.Escalate, p.MayBeChance = false, true }},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := fixture.Analysis(1)
			test.set(&a.Patterns[0])
			page := stubbed(t, a, stub)
			row := regexp.MustCompile(`(?s)<td data-name="To do".*?</td>`).FindString(page)
			for place, text := range map[string]string{"row": row, "section": regexp.MustCompile(`(?s)<p class="kicker">.*?</p>`).FindString(page)} {
				chips := regexp.MustCompile(`<a class="([^"]*)" data-chip href="#p-01-decide" title="[^"]*">([^<]*)</a>`).FindAllStringSubmatch(text, -1)
				switch {
				case test.chip == "" && len(chips) != 0, test.chip != "" && len(chips) != 1:
					t.Errorf("%s: %d chips in %s", place, len(chips), text)
				case test.chip != "" && (chips[0][1] != test.class || chips[0][2] != test.chip):
					t.Errorf("%s: chip %q of class %q, want %q of %q", place, chips[0][2], chips[0][1], test.chip, test.class)
				}
				if got := strings.Contains(text, ">weak signal</span>"); got != (test.chance != "") && place == "row" {
					t.Errorf("says of chance: %v, want %q: %s", got, test.chance, text)
				}
			}
			if got := strings.Contains(page, `data-asks="yes"`); got != (test.asks != "") {
				t.Errorf("asks: %v", got)
			}
		})
	}
}

// A gap and what has to be read are the help desk's turn, and a team's pack does
// not say so.
func TestAskBoxSaysWhoseTurnItIs(t *testing.T) {
	a := fixture.Analysis(1)
	a.Patterns[0].MayBeChance = true
	page := stubbed(t, a, stub)
	if !strings.Contains(page, "The help desk&#39;s turn:</strong> Read some of its tickets first") && !strings.Contains(page, "The help desk's turn:</strong> Read some of its tickets first") {
		t.Error("the section does not say that its tickets are to be read first")
	}
	var pack strings.Builder
	if err := WritePack(&pack, a, "Business Applications", options()); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(pack.String(), "The help desk&#39;s turn") || !strings.Contains(pack.String(), "<strong>Asked:</strong>") {
		t.Error("the pack does not ask its team")
	}
}

func TestNewIsSaidFromTheSecondReportOn(t *testing.T) {
	a := fixture.Analysis(3)
	for i := range a.Missed { // what earlier reports would have shown is never called new
		a.Missed[i].Standing.FirstReported = "2026-11-22"
	}
	a.Patterns[0].Standing.FirstReported, a.Patterns[1].Standing.FirstReported = "2026-11-22", "2026-11-15"
	const mark = `title="it was not in the report of 15 Nov 2026">new since 15 Nov</span>`
	a.Trend.Runs = []result.TrendRun{{Day: "2026-11-22"}}
	if page := stubbed(t, a, stub); strings.Contains(page, mark) {
		t.Error("the first report calls something new")
	}
	a.Trend.Runs = []result.TrendRun{{Day: "2026-11-15"}, {Day: "2026-11-22"}}
	if got := strings.Count(stubbed(t, a, stub), mark); got != 2 {
		t.Errorf("%d marks, want one in the row and one in the section of the only new pattern", got)
	}
	var pack strings.Builder
	if err := WritePack(&pack, a, "Business Applications", options()); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(pack.String(), mark) {
		t.Error("the pack does not say what is new")
	}
}

func TestAnsweredStandApart(t *testing.T) {
	a := fixture.Analysis(9)
	for _, i := range []int{0, 2} { // an emerging and a chronic one
		a.Patterns[i].Escalate = false
		a.Patterns[i].Standing.Decisions = []result.Decision{{Number: i, Decision: "known", On: "2026-11-16"}}
	}
	v, err := newView(a, options(), stub)
	if err != nil {
		t.Fatal(err)
	}
	var titles, answered []string
	shown := 0
	for _, l := range v.Lists {
		titles = append(titles, l.Title)
		shown += len(l.Findings)
		for _, f := range l.Findings {
			if f.NextAction == result.NextAnswered {
				answered = append(answered, l.Title+" "+f.ID)
			}
		}
	}
	if !slices.Equal(titles, []string{"Unusual now", "Answered, and watched", "Chronic"}) || shown != 9 {
		t.Errorf("lists %q with %d findings, want three with nine", titles, shown)
	}
	if !slices.Equal(answered, []string{"Answered, and watched p-01", "Answered, and watched p-03"}) {
		t.Errorf("answered: %q", answered)
	}
}

func TestListsWithoutBaseline(t *testing.T) {
	a := fixture.Analysis(3)
	a.Desk.NoBaseline = &result.NoBaseline{Code: result.BaselineShort, Days: 20, WeeksNeeded: 4}
	page := stubbed(t, a, stub)
	if strings.Contains(page, "Unusual now") || !strings.Contains(page, "<h2>Many people, one place</h2>") {
		t.Error("without a baseline the list still says what is normal")
	}
	a.Patterns[2].WindowDays = 84
	if page = stubbed(t, a, stub); !strings.Contains(page, "The numbers are those of the last 12 weeks.") {
		t.Error("the chronic list does not say of which weeks its numbers are")
	}
}

func TestAlsoSeenAsIsCut(t *testing.T) {
	f := &finding{Pattern: &result.Pattern{}}
	for n := range 5 {
		f.AlsoSeenAs = append(f.AlsoSeenAs, result.Sighting{WindowDays: 7, Tickets: n + 2})
	}
	if len(f.AlsoFirst()) != 4 || len(f.AlsoMore()) != 1 || f.AlsoMore()[0] != "the whole desk, 7 days: 6 tickets" {
		t.Errorf("got %q and %q, want four at once and one more", f.AlsoFirst(), f.AlsoMore())
	}
	f.AlsoSeenAs = f.AlsoSeenAs[:2]
	if len(f.AlsoFirst()) != 2 || len(f.AlsoMore()) != 0 {
		t.Errorf("of two: %v and %v", f.AlsoFirst(), f.AlsoMore())
	}
}

func TestDepartmentsOfTheSpread(t *testing.T) {
	f := &finding{Pattern: &result.Pattern{Department: "Finance", Spread: []result.Spread{
		{Field: "location", Values: []result.SpreadValue{{Value: "Leeds"}}},
		{Field: "department", Values: []result.SpreadValue{{Value: "Sales"}, {Value: "Human\nResources"}, {Value: "Finance"}}},
	}}}
	if got, want := f.Departments(), "Finance\nSales\nHuman Resources"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Another finding with the same tickets is a link on the page; a pack names none
// that it does not hold.
func TestSharedTickets(t *testing.T) {
	a := fixture.Analysis(2)
	a.Patterns[0].Overlaps = []result.Overlap{{PatternID: "p-02", Tickets: 4, Of: 9}}
	if page := stubbed(t, a, stub); !strings.Contains(page, `<li>4 of 9 tickets are also in <a href="#p-02"><bdi>Wi-Fi drops in meeting rooms</bdi></a></li>`) {
		t.Error("the page has no link to the other finding")
	}
	var pack strings.Builder
	if err := WritePack(&pack, a, a.Patterns[0].Owner.Team, options()); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(pack.String(), "Wi-Fi") || strings.Contains(pack.String(), `href="#p-02"`) || !strings.Contains(pack.String(), "<li>4 of 9 tickets are also in a finding that is not in this file</li>") {
		t.Error("the pack tells what it must not, or does not tell that others have the same tickets")
	}
}

func TestSpreadSaysHowManyNameOne(t *testing.T) {
	a := fixture.Analysis(1)
	a.Patterns[0].Spread[0].Of = 7
	page := stubbed(t, a, stub)
	if !strings.Contains(page, `<li>Location <span class="soft">(named by 7 of 9 tickets)</span>: <bdi>Building 2</bdi>`) {
		t.Error("the section does not say that only some tickets name a location")
	}
}
