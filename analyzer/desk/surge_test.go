package desk

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/ticket"
)

// busyDesk invents a desk with busy Mondays, quiet weekends and weeks that vary.
type busyDesk struct {
	*rand.Rand
	asOf    time.Time
	tickets []ticket.Ticket
}

func newBusyDesk(seed uint64, asOf time.Time, weeks, perDay int, share func(back int) float64) *busyDesk {
	d := &busyDesk{Rand: rand.New(rand.NewPCG(seed, 77)), asOf: asOf}
	rate := 1.0
	for back := range 7 * weeks {
		if back%7 == 0 {
			rate = 0.8 + 0.4*d.Float64()
		}
		usual := float64(perDay) * rate
		switch asOf.AddDate(0, 0, -back).Weekday() {
		case time.Monday:
			usual *= 1.5
		case time.Saturday, time.Sunday:
			usual *= 0.1
		}
		for range int(usual*share(back) + d.NormFloat64()*usual/8 + d.Float64()) {
			d.open(back, fmt.Sprintf("person %d", d.IntN(400)), fmt.Sprintf("Team %d", d.IntN(6)), fmt.Sprintf("Category %d", d.IntN(8)))
		}
	}
	return d
}

func (d *busyDesk) open(back int, person, group, category string) {
	d.tickets = append(d.tickets, ticket.Ticket{
		ID: fmt.Sprint(len(d.tickets)), Opened: d.asOf.AddDate(0, 0, -back).Add(-time.Duration(d.IntN(9)) * time.Hour),
		Subject: fmt.Sprintf("word%d word%d", d.IntN(300), d.IntN(300)), Requester: person, AssignmentGroup: group, Category: category,
	})
}

func (d *busyDesk) surge() *result.Surge {
	data := dataset.New(d.tickets, d.asOf)
	in := Input{Data: data, Describer: describe.New(data, describe.Options{WorkdayHours: 8}), Test: stat.GammaPoisson{}, FalseAlarms: 1}
	_, off, _ := calendar(data, dailyVolumes(data))
	return Surge(in, off)
}

func always(int) float64 { return 1 }

func TestSurgeTellsWhatMakesTheDifference(t *testing.T) {
	for _, c := range []struct {
		name       string
		strike     func(d *busyDesk)
		more       bool
		alone      bool
		days       int
		field, any string
	}{
		{"thirteen times the tickets of a week, of all groups", func(d *busyDesk) {
			for i := range 12 * 160 {
				d.open(i%7, fmt.Sprintf("person %d", d.IntN(400)), fmt.Sprintf("Team %d", d.IntN(6)), fmt.Sprintf("Category %d", d.IntN(8)))
			}
		}, true, false, 7, "assignment_group", ""},
		{"one sender", func(d *busyDesk) {
			for range 200 {
				d.open(2, "person 7", fmt.Sprintf("Team %d", d.IntN(6)), fmt.Sprintf("Category %d", d.IntN(8)))
			}
		}, true, true, 1, "requester", ""},
		{"one category on three days", func(d *busyDesk) {
			for i := range 300 {
				d.open(2+i%3, fmt.Sprintf("person %d", d.IntN(400)), fmt.Sprintf("Team %d", d.IntN(6)), "Category 3")
			}
		}, true, true, 3, "category", "Category 3"},
		{"one category and one group", func(d *busyDesk) {
			for i := range 300 {
				d.open(i%5, fmt.Sprintf("person %d", d.IntN(400)), fmt.Sprintf("Team %d", d.IntN(6)), "Category 3")
				d.open(i%5, fmt.Sprintf("person %d", d.IntN(400)), "Team 2", fmt.Sprintf("Category %d", d.IntN(8)))
			}
		}, true, false, 7, "assignment_group", "Team 2"},
		{"half of the week", func(d *busyDesk) {
			kept := d.tickets[:0]
			for i, k := range d.tickets {
				if d.asOf.Sub(k.Opened) > 7*24*time.Hour || i%2 == 0 {
					kept = append(kept, k)
				}
			}
			d.tickets = kept
		}, false, false, 7, "assignment_group", ""},
	} {
		d := newBusyDesk(3, lastDay, 30, 30, always)
		c.strike(d)
		s := d.surge()
		if s == nil || len(s.Parts) == 0 {
			t.Errorf("%s: told %+v, want a surge and what it consists of", c.name, s)
			continue
		}
		p := s.Parts[0]
		if s.More() != c.more || s.Alone != c.alone || s.Span.Days() != c.days || p.Field != c.field || c.any != "" && p.Value != c.any {
			t.Errorf("%s: told %+v, want more %v, alone %v, %d days, first %s %s", c.name, s, c.more, c.alone, c.days, c.field, c.any)
		}
	}
}

// Mondays, holidays, what comes back after them and a desk that grows slowly are no
// surge, nor is a desk that is too young to tell.
func TestTheRhythmOfTheDeskIsNoSurge(t *testing.T) {
	christmas := time.Date(2026, 12, 27, 18, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name  string
		asOf  time.Time
		weeks int
		share func(back int) float64
	}{
		{"an ordinary week", lastDay, 30, always},
		{"a week that ends on a Monday", lastDay.AddDate(0, 0, 1), 30, always},
		{"Christmas", christmas, 40, func(back int) float64 {
			if back < 4 {
				return 0.05
			}
			return 1
		}},
		{"the week after two holidays", lastDay, 30, func(back int) float64 {
			switch back {
			case 5, 6:
				return 0.02
			case 4:
				return 2
			}
			return 1
		}},
		{"month ends", time.Date(2026, 6, 30, 18, 0, 0, 0, time.UTC), 30, func(back int) float64 {
			if day := time.Date(2026, 6, 30-back, 0, 0, 0, 0, time.UTC); day.AddDate(0, 0, 1).Day() == 1 {
				return 4
			}
			return 1
		}},
		{"a desk that grows by a third in half a year", lastDay, 30, func(back int) float64 { return 1 - float64(back)/900 }},
		{"three weeks", lastDay, 3, func(back int) float64 { return 1 + 5/float64(back+1) }},
	} {
		for seed := range uint64(3) {
			if s := newBusyDesk(seed, c.asOf, c.weeks, 30, c.share).surge(); s != nil {
				t.Errorf("%s, seed %d: told %+v, want nothing", c.name, seed, s)
			}
		}
	}
}

// The desk gets a fortieth of one false alarm a report: of 60 desks whose weeks vary by
// a fifth one or two may be told of, and six or more come up in 1 % of all trials.
func TestSurgesKeepTheirBudget(t *testing.T) {
	told := 0
	for seed := range uint64(60) {
		if newBusyDesk(1000+seed, lastDay, 26, 12, always).surge() != nil {
			told++
		}
	}
	if told > 5 {
		t.Errorf("%d of 60 ordinary desks have a surge, want one or two", told)
	}
}

// Of an export of open tickets only, the last weeks always hold the most.
func TestWeeksOfSomeStatesDoNotCompare(t *testing.T) {
	d := newBusyDesk(3, lastDay, 30, 30, func(back int) float64 { return 1 / (1 + float64(back)/7) })
	data := dataset.New(d.tickets, d.asOf)
	in := Input{Data: data, Describer: describe.New(data, describe.Options{WorkdayHours: 8}), Test: stat.GammaPoisson{}, FalseAlarms: 1}
	if Surge(in, nil) == nil {
		t.Fatal("no surge even if the export is taken for whole: this test cannot fail")
	}
	in.StatesMissing = true
	if s := Surge(in, nil); s != nil {
		t.Errorf("told %+v of an export that lacks states", s)
	}
}
