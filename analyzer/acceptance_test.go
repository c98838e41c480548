package analyzer

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// The case that the product exists for: eight different people of one
// department report one application crashing within two weeks, each in other
// words, in an otherwise normal export.
func TestEightPeopleOfOneDepartment(t *testing.T) {
	d := newDesk(1, 26, 60)
	planted := d.PlantCrashes(0)
	a := d.analyze(t)
	found := about(a, "ledgerline")
	if len(found) != 1 {
		t.Fatalf("patterns about the application = %d, want 1", len(found))
	}
	p := found[0]
	if p.Kind != result.Emerging || p.Department != "Finance" || !p.Escalate {
		t.Errorf("kind %s, department %q, escalate %v; want an escalated emerging pattern of Finance", p.Kind, p.Department, p.Escalate)
	}
	if got := slices.Sorted(slices.Values(p.Tickets)); !cmp.Equal(got, planted) {
		t.Errorf("tickets = %v, want the planted %v", got, planted)
	}
	if p.Requesters != 8 {
		t.Errorf("requesters = %d, want 8", p.Requesters)
	}
	if p.FirstTicket != "2026-06-16" || p.LastTicket != "2026-06-28" {
		t.Errorf("from %s to %s, want 2026-06-16 to 2026-06-28", p.FirstTicket, p.LastTicket)
	}
	if p.Expected == nil || *p.Expected > 0.5 {
		t.Errorf("expected = %v, want a rate near 0 for something that was never reported", p.Expected)
	}
	told := map[string]bool{}
	for _, also := range p.AlsoSeenAs {
		scope := fmt.Sprint(also.Scope, also.WindowDays)
		if told[scope] {
			t.Errorf("also seen as %q twice", scope)
		}
		told[scope] = true
	}
	if len(told) == 0 {
		t.Error("the pattern was seen in no other scope, want some")
	}
	if names := criterionNames(p); !slices.Contains(names, "people") {
		t.Errorf("criteria = %v, want people among them", names)
	}
	if p.Owner.Gap || p.Owner.Team == "" || p.Owner.Reason.Code != result.OwnerByEvidence {
		t.Errorf("owner = %+v, want a team with a reason", p.Owner)
	}
}

// The counter-case: one person who files eight is not eight people.
func TestOnePersonWhoFilesEightIsNotEight(t *testing.T) {
	d := newDesk(1, 26, 60)
	for i, subject := range crashes {
		d.Open(i, "Finance", "one clerk", "Software", subject, "")
	}
	if found := about(d.analyze(t), "ledgerline"); len(found) != 0 {
		t.Errorf("pattern %q of %d people, want none", found[0].Label, found[0].Requesters)
	}
}

// The counter-case: eight in a department that always has eight is nothing new.
func TestEightWhereThereAreAlwaysEightIsNotEmerging(t *testing.T) {
	d := newDesk(1, 26, 60)
	for fortnight := range 13 {
		for i, subject := range crashes {
			d.Open(14*fortnight+i, "Finance", fmt.Sprintf("clerk %d", i), "Software", subject, "")
		}
	}
	a := d.analyze(t)
	for _, p := range about(a, "ledgerline") {
		if p.Kind == result.Emerging {
			t.Errorf("emerging: %s (expected %.1f)", p.Label, *p.Expected)
		}
	}
	if len(about(a, "ledgerline")) != 1 {
		t.Errorf("patterns = %d, want the one chronic pattern", len(about(a, "ledgerline")))
	}
}

// Two applications of one department fail in the same
// days, told in nearly the same words.
func TestTwoIssuesOfOneDepartmentAndWeekStayTwo(t *testing.T) {
	d := newDesk(1, 26, 60)
	d.PlantCrashes(0)
	d.plantElsewhere("Finance", "Quotemaster")
	a := d.analyze(t)
	for _, application := range []string{"ledgerline", "quotemaster"} {
		if found := about(a, application); len(found) != 1 || len(found[0].Tickets) < 7 {
			t.Errorf("%s: %d patterns, want the one of its 8 tickets", application, len(found))
		}
	}
}

// The promise of the one knob: in exports in which nothing happened the patterns
// number what the user accepts, also when the last fortnight had 1.6 times of
// everything. Eight reports with 1 accepted are a sum of about 8; more than 17
// would come by chance once in five hundred times even if they were Poisson.
func TestFalseAlarmBudgetIsKept(t *testing.T) {
	for name, surge := range map[string]int{"normal": 0, "busy fortnight": 24} {
		sum := 0
		for seed := range uint64(8) {
			d := newDesk(100+seed, 16, 40)
			for _, k := range newDesk(200+seed, 2, surge).Tickets {
				k.ID = "more " + k.ID
				d.Tickets = append(d.Tickets, k)
			}
			for _, p := range d.analyze(t).Patterns {
				if p.Kind == result.Emerging {
					sum++
				}
			}
		}
		if sum > 17 {
			t.Errorf("%s: %d false alarms in 8 reports, want about 8", name, sum)
		}
	}
}

// A first report says what earlier ones would have shown, and does not escalate
// what is over.
func TestMissedWeeks(t *testing.T) {
	d := newDesk(1, 26, 60)
	planted := d.PlantCrashes(28)
	a := d.analyze(t)
	if found := about(a, "ledgerline"); len(found) != 0 {
		t.Errorf("what ended four weeks ago is a pattern of today: %s", found[0].Label)
	}
	var missed []result.Pattern
	for _, p := range a.Missed {
		if strings.Contains(p.Label, "Ledgerline") {
			missed = append(missed, p)
		}
	}
	if len(missed) != 1 {
		t.Fatalf("missed = %d, want the one pattern of four weeks ago", len(missed))
	}
	p := missed[0]
	if got := slices.Sorted(slices.Values(p.Tickets)); !cmp.Equal(got, planted) || p.Escalate || p.Status != result.StatusQuiet {
		t.Errorf("tickets %v, escalate %v, status %s; want %v, not escalated, quiet", got, p.Escalate, p.Status, planted)
	}
	if p.Window.To != "2026-05-31" {
		t.Errorf("window ends on %s, want 2026-05-31", p.Window.To)
	}
}

// Row order is no information.
func TestPermutedRowsGiveTheSameResult(t *testing.T) {
	d := newDesk(4, 16, 60)
	d.PlantCrashes(0)
	want := d.analyze(t)
	rand.New(rand.NewPCG(9, 9)).Shuffle(len(d.Tickets), func(i, j int) { d.Tickets[i], d.Tickets[j] = d.Tickets[j], d.Tickets[i] })
	if diff := cmp.Diff(want, d.analyze(t)); diff != "" {
		t.Errorf("shuffled rows change the result (-want +got):\n%s", diff)
	}
}

// Every ticket is accounted for once, and every number can be traced to ids.
func TestNothingIsLost(t *testing.T) {
	d := newDesk(5, 16, 60)
	d.PlantCrashes(0)
	a := d.analyze(t)
	issueOf := map[string]string{}
	for _, x := range a.Assignments {
		if _, twice := issueOf[x.TicketID]; twice {
			t.Fatalf("ticket %s is assigned twice", x.TicketID)
		}
		issueOf[x.TicketID] = x.IssueID
	}
	if len(issueOf) != len(d.Tickets) || a.Tickets != len(d.Tickets) {
		t.Errorf("%d assigned, %d analysed, want %d", len(issueOf), a.Tickets, len(d.Tickets))
	}
	inIssues := 0
	for _, i := range a.Issues {
		inIssues += len(i.Tickets)
		for _, id := range i.Tickets {
			if issueOf[id] != i.ID {
				t.Errorf("ticket %s of issue %s is assigned to %q", id, i.ID, issueOf[id])
			}
		}
	}
	if inIssues+a.Desk.LeftOut != len(d.Tickets) {
		t.Errorf("%d in issues and %d left out, want %d together", inIssues, a.Desk.LeftOut, len(d.Tickets))
	}
	weekly := 0
	for _, n := range a.Desk.Weekly {
		weekly += n
	}
	if weekly != len(d.Tickets) || len(a.Desk.Weekly) != len(a.Desk.Weeks) {
		t.Errorf("weekly counts sum to %d over %d weeks, want %d", weekly, len(a.Desk.Weeks), len(d.Tickets))
	}
}

// An export without texts: the category path stands for the issue.
func TestTicketsWithoutText(t *testing.T) {
	d := newDesk(6, 26, 60)
	for i := range d.Tickets {
		d.Tickets[i].Subject, d.Tickets[i].Description = "", ""
	}
	for i := range 14 {
		d.Open(i, "Legal", fmt.Sprintf("clerk %d", i), "Telephony", "", "")
	}
	found := about(d.analyze(t), "telephony")
	if len(found) != 1 || found[0].Department != "Legal" && found[0].Category != "Telephony" {
		t.Fatalf("patterns = %+v, want the one of Telephony in Legal", found)
	}
}

// A young export has no past: it says so and expects nothing.
func TestNoBaselineYet(t *testing.T) {
	d := newDesk(7, 5, 100)
	d.PlantCrashes(0)
	a := d.analyze(t)
	if a.Desk.NoBaseline == nil {
		t.Error("five weeks of history are taken for a baseline")
	}
	found := about(a, "ledgerline")
	if len(found) != 1 {
		t.Fatalf("patterns = %d, want the crash found by its concentration", len(found))
	}
	if p := found[0]; p.Expected != nil || p.PPast != nil {
		t.Errorf("expected %v, p_past %v; want none of it", p.Expected, p.PPast)
	}
}

// An export filtered by the last change holds few tickets of the months before:
// those still open. They are no past.
func TestFilteredHistoryIsNoBaseline(t *testing.T) {
	d := newDesk(3, 26, 80)
	kept := d.Tickets[:0]
	last := latestOf(d.Tickets)
	for i, k := range d.Tickets {
		if last.Sub(k.Opened) < 21*24*time.Hour || i%40 == 0 {
			kept = append(kept, k)
		}
	}
	a, err := Analyze(Input{Tickets: kept}, DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	if a.Desk.NoBaseline == nil || a.Desk.NoBaseline.Code != result.BaselineFiltered {
		t.Errorf("no baseline: %+v, want that the export is filtered", a.Desk.NoBaseline)
	}
	for _, p := range a.Patterns {
		if p.Expected != nil {
			t.Errorf("%q: %g expected from weeks that are hardly there", p.Label, *p.Expected)
		}
	}
}

func latestOf(tickets []ticket.Ticket) (last time.Time) {
	for _, k := range tickets {
		if k.Opened.After(last) {
			last = k.Opened
		}
	}
	return last
}

func TestEmptyExport(t *testing.T) {
	a, err := Analyze(Input{}, DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	if a.Tickets != 0 || a.Patterns == nil || a.Issues == nil || a.Gaps == nil || a.Warnings == nil {
		t.Errorf("analysis of nothing = %+v, want empty lists, none nil", a)
	}
}

func TestNamesAreMasked(t *testing.T) {
	d := newDesk(8, 26, 60)
	d.PlantCrashes(0)
	for i := range d.Tickets {
		if d.Tickets[i].Requester == "clerk 3" {
			d.Tickets[i].Requester = "Berta Ziegelmann"
			d.Tickets[i].Subject += ", call Berta Ziegelmann"
			d.Tickets[i].Description = "berta.ziegelmann@example.org +49 30 1234567"
		}
	}
	for _, p := range d.analyze(t).Patterns {
		if s := fmt.Sprintf("%+v", p); strings.Contains(s, "Ziegelmann") || strings.Contains(s, "example.org") || strings.Contains(s, "1234567") {
			t.Errorf("pattern %q shows a person", p.Label)
		}
	}
}

func criterionNames(p result.Pattern) []string {
	var names []string
	for _, c := range p.Criteria {
		names = append(names, c.Name)
	}
	return names
}

func ExampleAnalyze() {
	d := newDesk(1, 26, 60)
	d.PlantCrashes(0)
	o := DefaultOptions()
	o.Owners = owner.DefaultMap()
	a, err := Analyze(Input{Tickets: d.Tickets}, o)
	if err != nil {
		fmt.Println(err)
		return
	}
	p := a.Patterns[0]
	fmt.Printf("%s: %d people in %s from %s to %s, %.2f expected\n", p.Label, p.Requesters, p.Department, p.FirstTicket, p.LastTicket, *p.Expected)
	// Output:
	// Ledgerline crashes when I post a journal: 8 people in Finance from 2026-06-16 to 2026-06-28, 0.04 expected
}
