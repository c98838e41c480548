package describe

import (
	"testing"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/ticket"
)

// at is a time in the week of Monday 1 June 2026.
func at(day, hour, minute int) time.Time {
	return time.Date(2026, 6, day, hour, minute, 0, 0, time.UTC)
}

// officeHours are the tickets of a desk that works from Monday to Friday, 9 to 17.
func officeHours() []ticket.Ticket {
	var all []ticket.Ticket
	for day := 1; day <= 14; day++ {
		if at(day, 0, 0).Weekday()%6 == 0 {
			continue
		}
		for hour := 9; hour < 17; hour++ {
			all = append(all, ticket.Ticket{ID: at(day, hour, 0).String(), Opened: at(day, hour, 0), Resolved: at(day, hour, 30)})
		}
	}
	return all
}

func TestShift(t *testing.T) {
	s := New(dataset.New(officeHours(), at(14, 23, 0)), Options{WorkdayHours: 8}).shift
	if s.from != 9 || s.works != [7]bool{false, true, true, true, true, true, false} {
		t.Errorf("works %v from %d o'clock, want Monday to Friday from 9", s.works, s.from)
	}
	for _, test := range []struct {
		name  string
		waits []span
		want  float64
	}{
		{"within a day", []span{{at(1, 10, 0), at(1, 12, 30)}}, 2.5},
		{"over night", []span{{at(1, 16, 0), at(2, 10, 0)}}, 2},
		{"over the weekend", []span{{at(5, 16, 0), at(8, 9, 30)}}, 1.5},
		{"at night only", []span{{at(1, 20, 0), at(2, 6, 0)}}, 0},
		{"at most a working day", []span{{at(1, 9, 0), at(12, 9, 0)}}, 8},
		{"two that touch", merged([]span{{at(1, 11, 0), at(1, 13, 0)}, {at(1, 10, 0), at(1, 12, 0)}}), 3},
		{"ended before it began", []span{{at(1, 12, 0), at(1, 10, 0)}}, 0},
	} {
		if got := s.lost(test.waits); got != test.want {
			t.Errorf("%s: %g hours, want %g", test.name, got, test.want)
		}
	}
}

// A person with several tickets loses one working day at most in the lower number;
// tickets of nobody are of several people.
func TestHoursLostPerTicketAndPerPerson(t *testing.T) {
	all := officeHours()
	n := int32(len(all))
	for i, requester := range []string{"a", "a", "b", "", ""} {
		all = append(all, ticket.Ticket{ID: "wait" + string(rune('0'+i)), Requester: requester, Opened: at(12, 17+i, 0).Add(time.Hour), Resolved: time.Time{}})
	}
	for i := range all[n:] {
		all[int(n)+i].Opened, all[int(n)+i].Resolved = at(12, 9, i), at(12, 17, 0)
	}
	d := New(dataset.New(all, at(14, 23, 0)), Options{WorkdayHours: 8})
	var waiting []int32
	for i := range d.data.Tickets {
		if d.data.Tickets[i].ID[:4] == "wait" {
			waiting = append(waiting, int32(i))
		}
	}
	got := d.Impact(waiting)
	// The first waits from 9:00 and so the whole day, the others up to four minutes less.
	if high, low := *got.PersonHours, *got.PersonHoursLow; high != 39.8 || low != 31.9 || got.HoursCapped != 1 {
		t.Errorf("%g hours by ticket, %g by person, %d capped; want 39.8, 31.9 and 1", high, low, got.HoursCapped)
	}
}
