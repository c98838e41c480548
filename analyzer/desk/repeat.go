package desk

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
)

// repeatWork tells of each ticket whether it is repeat work, as result.RepeatDays
// says. What is in no issue is none.
func repeatWork(data *dataset.Dataset, issueOf []int) []bool {
	out := make([]bool, len(data.Tickets))
	byIssue := map[int][]int32{}
	for t, n := range issueOf {
		if n >= 0 {
			byIssue[n] = append(byIssue[n], int32(t))
		}
	}
	for _, tickets := range byIssue { // each writes its own tickets
		markRepeats(data, tickets, out)
	}
	return out
}

// markRepeats marks the repeat work among the tickets of one issue, oldest first,
// day by day: those between gone and today are the last RepeatDays days.
func markRepeats(data *dataset.Dataset, tickets []int32, out []bool) {
	day := data.Day
	lately := reporterCount{byPerson: map[int32]int{}}
	gone, today := 0, 0
	for _, t := range tickets {
		for ; day[tickets[today]] > day[t]; today++ {
			lately.count(data.Person[tickets[today]], 1)
		}
		for ; day[tickets[gone]] > day[t]+result.RepeatDays; gone++ {
			lately.count(data.Person[tickets[gone]], -1)
		}
		out[t] = lately.without(data.Person[t]) >= result.RepeatPeople
	}
}

// reporterCount counts the people behind tickets; a ticket without requester counts
// as one person.
type reporterCount struct {
	byPerson map[int32]int // tickets; no person has 0
	nameless int
}

func (c *reporterCount) count(person int32, tickets int) {
	if person == dataset.Nobody {
		c.nameless += tickets
		return
	}
	if c.byPerson[person] += tickets; c.byPerson[person] == 0 {
		delete(c.byPerson, person)
	}
}

// without counts the people other than one.
func (c *reporterCount) without(person int32) int {
	n := len(c.byPerson) + c.nameless
	if c.byPerson[person] > 0 {
		n--
	}
	return n
}

// repeatsKnown reports whether the export reaches back far enough before each of
// the last days to tell repeat work. Without texts it never can: what stands for
// the issue is the category then, and nearly everything repeats its category.
func repeatsKnown(data *dataset.Dataset, days int) bool {
	return data.AnyText && days+result.RepeatDays <= data.Days
}

// weeklyRepeat counts repeat work in the export's weeks, oldest first; nil where it
// cannot be told.
func weeklyRepeat(data *dataset.Dataset, issueOf []int) []*int {
	var repeats []int32
	for t, repeat := range repeatWork(data, issueOf) {
		if repeat {
			repeats = append(repeats, int32(t))
		}
	}
	out := make([]*int, data.Weeks())
	for i, n := range data.Weekly(repeats) {
		if repeatsKnown(data, 7*(len(out)-i)) {
			out[i] = &n
		}
	}
	return out
}
