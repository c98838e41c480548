package describe

import (
	"maps"
	"math"
	"slices"
	"time"

	"ticketpatterns/analyzer/dataset"
)

// quietShare is the part of the middle weekday's tickets below which the desk counts
// as closed on a weekday.
const quietShare = 1.0 / 3

// shift is when the desk works: on some weekdays, in one stretch of hours.
type shift struct {
	works [7]bool // by time.Weekday
	from  int     // hour of the day
	hours float64 // length of a working day
	zone  *time.Location
}

// newShift takes the weekdays that are not quiet, and of the day the hours of a
// working day in which most tickets are opened. Exports that know days only have no
// such hours; any stretch is then as good.
func newShift(data *dataset.Dataset, openedShare [24]float64, workday float64) shift {
	s := shift{hours: workday, zone: data.AsOf.Location()}
	var weekdays [7]int
	for i := range data.Tickets {
		weekdays[data.Tickets[i].Opened.In(s.zone).Weekday()]++
	}
	middle := float64(slices.Sorted(slices.Values(weekdays[:]))[3])
	for day, n := range weekdays {
		s.works[day] = float64(n) >= quietShare*middle
	}
	most := -1.0
	long := int(math.Ceil(workday))
	for from := 0; from+long <= 24; from++ {
		sum := 0.0
		for _, share := range openedShare[from : from+long] {
			sum += share
		}
		if sum >= most-1e-9 {
			s.from, most = from, sum
		}
	}
	return s
}

// span is the time between two moments.
type span struct{ from, to time.Time }

// lost returns the working hours of the desk that lie in spans, which are in order
// and do not overlap, at most those of one working day.
func (s shift) lost(spans []span) float64 {
	sum := 0.0
	for _, wait := range spans {
		from := wait.from.In(s.zone)
		for day := time.Date(from.Year(), from.Month(), from.Day(), 0, 0, 0, 0, s.zone); day.Before(wait.to) && sum < s.hours; day = day.AddDate(0, 0, 1) {
			if !s.works[day.Weekday()] {
				continue
			}
			begin := day.Add(time.Duration(s.from) * time.Hour)
			end := begin.Add(time.Duration(s.hours * float64(time.Hour)))
			if wait.from.After(begin) {
				begin = wait.from
			}
			if wait.to.Before(end) {
				end = wait.to
			}
			sum += max(end.Sub(begin).Hours(), 0)
		}
	}
	return min(sum, s.hours)
}

// merged returns spans in order, those that touch as one.
func merged(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return a.from.Compare(b.from) })
	var out []span
	for _, s := range spans {
		if last := len(out) - 1; last >= 0 && !s.from.After(out[last].to) {
			if s.to.After(out[last].to) {
				out[last].to = s.to
			}
			continue
		}
		out = append(out, s)
	}
	return out
}

// waits collects how long people waited.
type waits struct {
	shift
	tickets float64 // hours, each ticket by itself
	capped  int     // tickets that reach a working day
	people  map[int32][]span
}

// add counts a ticket of a person; nobody's counts as a person of its own.
func (w *waits) add(person int32, s span) {
	hours := w.lost([]span{s})
	w.tickets += hours
	if hours >= w.hours {
		w.capped++
	}
	if person == dataset.Nobody {
		person = -2 - int32(len(w.people))
	}
	w.people[person] = append(w.people[person], s)
}

// once returns the hours if each person's tickets count together, with at most a
// working day.
func (w *waits) once() float64 {
	sum := 0.0
	for _, person := range slices.Sorted(maps.Keys(w.people)) { // sums of floats depend on their order
		sum += w.lost(merged(w.people[person]))
	}
	return sum
}
