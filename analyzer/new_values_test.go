package analyzer

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/internal/fixture"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// reorganise gives the tickets of the last days of each department another name.
func (d *invented) reorganise(days int, renamed ...string) {
	for i := range d.Tickets {
		k := &d.Tickets[i]
		if slices.Contains(renamed, k.Department) && lastDay.Sub(k.Opened).Hours() < float64(24*days) {
			k.Department += " (new)"
		}
	}
}

// specialise gives each department a fault of its own, which it always had.
func (d *invented) specialise(weeks, perWeek int) {
	for week := range weeks {
		for i, department := range fixture.Departments {
			fault := fixture.Faults[i]
			for range perWeek {
				d.Open(7*week+d.Random.IntN(7), department, fmt.Sprintf("%s person %d", department, d.Random.IntN(40)), fault.Category, fault.Subject, fixture.Words[d.Random.IntN(len(fixture.Words))])
			}
		}
	}
}

// plantElsewhere files the crashes as another application of another department.
func (d *invented) plantElsewhere(department, application string) {
	for i, subject := range crashes {
		subject = strings.NewReplacer("Ledgerline", application, "LEDGERLINE", application, "journal", application).Replace(subject)
		d.Open([]int{12, 11, 9, 7, 5, 4, 2, 0}[i], department, fmt.Sprintf("%s clerk %d", department, i), "Software", subject, "")
	}
}

// What a reorganisation must not do: hide outbreaks, in the departments concerned
// or elsewhere, because departments without a past are a surprise to themselves.
func TestNewDepartmentsHideNothing(t *testing.T) {
	invent := func() *invented {
		d := newDesk(1, 20, 45)
		d.specialise(20, 2)
		d.PlantCrashes(0)
		d.plantElsewhere("Sales", "Quotemaster")
		return d
	}
	before := invent().analyze(t).Budget.Families
	for _, c := range []struct {
		name    string
		days    int
		renamed []string
	}{
		{"one", 14, fixture.Departments[:1]},
		{"four", 14, fixture.Departments[:4]},
		{"four, five weeks ago", 35, fixture.Departments[:4]},
		{"all", 14, fixture.Departments},
	} {
		d := invent()
		d.reorganise(c.days, c.renamed...)
		a := d.analyze(t)
		for i, f := range a.Budget.Families {
			// A limit may rise, as chance shows less in departments without a past. It may fall
			// as far as two fits of three shuffles differ.
			if f.PValue < before[i].PValue/10 || f.Seen > 1.01*f.FalseAlarms {
				t.Errorf("%s: the limit of %s goes from %.2g to %.2g, where chance shows %.2g of %.2g accepted", c.name, f.Family, before[i].PValue, f.PValue, f.Seen, f.FalseAlarms)
			}
		}
		for _, application := range []string{"ledgerline", "quotemaster"} {
			found := about(a, application)
			if len(found) != 1 || len(found[0].Tickets) < 7 || !found[0].Escalate || found[0].MayBeChance {
				t.Errorf("%s: %d patterns of %s, want the one of 8 tickets, escalated and sure", c.name, len(found), application)
			}
		}
		for _, p := range a.Patterns {
			if label := strings.ToLower(p.Label); p.Kind == result.Emerging && !p.MayBeChance &&
				!strings.Contains(label, "ledgerline") && !strings.Contains(label, "quotemaster") {
				t.Errorf("%s: a new name makes a pattern: %s", c.name, p.Label)
			}
		}
	}
}

// A department that is new and has a real outbreak: nothing can be expected of it,
// but nobody else reports the same.
func TestOutbreakOfANewDepartment(t *testing.T) {
	d := newDesk(2, 20, 45)
	for i := range 40 {
		fault := fixture.Faults[d.Random.IntN(len(fixture.Faults))]
		d.Open(i%14, "Treasury", fmt.Sprintf("newcomer %d", i%30), fault.Category, fault.Subject, fixture.Words[i%len(fixture.Words)])
	}
	d.plantElsewhere("Treasury", "Quotemaster")
	for i := range 4 {
		d.Open(i, "Treasury", fmt.Sprintf("newcomer %d", 20+i), "Software", "Quotemaster crashes at once", "")
	}
	a := d.analyze(t)
	found := about(a, "quotemaster")
	if len(found) != 1 {
		t.Fatalf("%d patterns, want the one of the new department", len(found))
	}
	p := found[0]
	if p.Department != "Treasury" || len(p.Tickets) < 11 || p.MayBeChance || !p.Escalate {
		t.Errorf("%s (may be chance: %v, escalated: %v), want 12 of Treasury, sure and escalated", p.Label, p.MayBeChance, p.Escalate)
	}
	if p.Expected != nil || len(p.Baseline) > 0 {
		t.Errorf("expected %v, baseline %v, want none: the department has no past", p.Expected, p.Baseline)
	}
	if p.PPast == nil || p.PHere == nil || *p.PValue != max(*p.PPast, *p.PHere) {
		t.Errorf("p = %v of %v here and %v past, want the larger of what the place and the desk's past say", p.PValue, p.PHere, p.PPast)
	}
	at := slices.IndexFunc(a.Quality, func(c result.Check) bool { return c.Code == result.CheckNewValues })
	if at < 0 {
		t.Fatalf("quality %+v, want a word about the department without a past", a.Quality)
	}
	if c := a.Quality[at]; c.Field != "department" || c.Count != 1 || c.Names[0] != "Treasury" || c.Since != "2026-06-15" || c.Weight <= 0 || c.Weight >= c.Code.Cost() {
		t.Errorf("check %+v", c)
	}
}

// What is called another name from a day on is nothing new. A report accepts one false
// alarm, so that three may show some.
func TestRenamedFieldsMakeNoPatterns(t *testing.T) {
	alarms := []string{}
	for field, rename := range map[string]func(k *ticket.Ticket){
		"category":   func(k *ticket.Ticket) { k.Category += " 2.0" },
		"location":   func(k *ticket.Ticket) { k.Location += " Campus" },
		"department": func(k *ticket.Ticket) { k.Department += " Team" },
	} {
		d := newDesk(3, 20, 45)
		d.specialise(20, 3)
		for i := range d.Tickets {
			if k := &d.Tickets[i]; lastDay.Sub(k.Opened) < 14*24*time.Hour {
				rename(k)
			}
		}
		a := d.analyze(t)
		for _, p := range a.Patterns {
			if p.Kind == result.Emerging && !p.MayBeChance {
				alarms = append(alarms, field+": "+p.Label)
			}
		}
		if !slices.ContainsFunc(a.Quality, func(c result.Check) bool {
			return c.Code == result.CheckNewValues && c.Field == field && c.Weight > 0.5*c.Code.Cost()
		}) {
			t.Errorf("%s: no word about it in %+v", field, a.Quality)
		}
	}
	if len(alarms) > 2 {
		t.Errorf("%d alarms in three reports: %q, want at most 2", len(alarms), alarms)
	}
}

// The order of the tickets in the export means nothing, to new departments neither.
func TestNewDepartmentsInAnyOrder(t *testing.T) {
	d := newDesk(4, 16, 30)
	d.PlantCrashes(0)
	d.reorganise(14, fixture.Departments[:2]...)
	want := d.analyze(t)
	d.Random.Shuffle(len(d.Tickets), func(i, j int) { d.Tickets[i], d.Tickets[j] = d.Tickets[j], d.Tickets[i] })
	if diff := gocmp.Diff(want, d.analyze(t)); diff != "" {
		t.Errorf("in another order (-want +got):\n%s", diff)
	}
}
