package analyzer

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
)

// repeats tells of each ticket whether it is repeat work, as result.RepeatDays
// says. What is in no issue is none.
func (r *reporter) repeats() []bool {
	out := make([]bool, len(r.export.Tickets))
	byIssue := map[int][]int32{}
	for t, n := range r.issues.Of {
		if n >= 0 {
			byIssue[n] = append(byIssue[n], int32(t))
		}
	}
	for _, tickets := range byIssue { // each writes its own tickets
		r.repeatsOf(tickets, out)
	}
	return out
}

// repeatsOf judges the tickets of one issue, oldest first, day by day: those
// between gone and today are the last RepeatDays days.
func (r *reporter) repeatsOf(tickets []int32, out []bool) {
	day := r.export.Day
	lately := voices{by: map[int32]int{}}
	gone, today := 0, 0
	for _, t := range tickets {
		for ; day[tickets[today]] > day[t]; today++ {
			lately.count(r.export.Person[tickets[today]], 1)
		}
		for ; day[tickets[gone]] > day[t]+result.RepeatDays; gone++ {
			lately.count(r.export.Person[tickets[gone]], -1)
		}
		out[t] = lately.without(r.export.Person[t]) >= result.RepeatPeople
	}
}

// voices counts tickets by person; each that nobody is known of speaks for itself.
type voices struct {
	by       map[int32]int
	nameless int
}

func (v *voices) count(person int32, tickets int) {
	if person == dataset.Nobody {
		v.nameless += tickets
		return
	}
	if v.by[person] += tickets; v.by[person] == 0 {
		delete(v.by, person)
	}
}

// without is how many there are beside a person.
func (v *voices) without(person int32) int {
	n := len(v.by) + v.nameless
	if v.by[person] > 0 {
		n--
	}
	return n
}

// repeatsKnown reports whether the export reaches back far enough before each of
// the last days to tell repeat work. Without texts it never can: what stands for
// the issue is the category then, and nearly everything repeats its category.
func (r *reporter) repeatsKnown(days int) bool {
	return r.export.AnyText && days+result.RepeatDays <= r.export.Days
}

// weeklyRepeat counts repeat work in the export's weeks, oldest first.
func (r *reporter) weeklyRepeat() []*int {
	var again []int32
	for t, is := range r.repeats() {
		if is {
			again = append(again, int32(t))
		}
	}
	out := make([]*int, r.export.Weeks())
	for i, n := range r.export.Weekly(again) {
		if r.repeatsKnown(7 * (r.export.Weeks() - i)) {
			out[i] = &n
		}
	}
	return out
}
