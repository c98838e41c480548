package desk

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
)

// repeatWork returns for each ticket whether it is repeat work (see
// result.RepeatDays). Tickets outside issues never are.
func repeatWork(data *dataset.Dataset, issueOf []int) []bool {
	out := make([]bool, len(data.Tickets))
	byIssue := map[int][]int32{}
	for t, n := range issueOf {
		if n >= 0 {
			byIssue[n] = append(byIssue[n], int32(t))
		}
	}
	for _, tickets := range byIssue { // each iteration writes its own tickets
		markRepeats(data, tickets, out)
	}
	return out
}

// markRepeats marks the repeat work among the tickets of one issue, oldest first. It
// slides a window of RepeatDays days over them: the tickets in [gone, today).
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

// reporterCount counts the people behind tickets; a ticket without a requester
// counts as one person.
type reporterCount struct {
	byPerson map[int32]int // by person: tickets, never 0
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

// without returns the number of people other than person.
func (c *reporterCount) without(person int32) int {
	n := len(c.byPerson) + c.nameless
	if c.byPerson[person] > 0 {
		n--
	}
	return n
}

// repeatsKnown reports whether the export reaches back far enough to determine the
// repeat work of the last days days. Without texts it cannot be determined: the
// category then stands in for the issue, and nearly everything repeats its category.
func repeatsKnown(data *dataset.Dataset, days int) bool {
	return data.AnyText && days+result.RepeatDays <= data.Days
}

// weeklyRepeat counts repeat work by week, oldest first; nil where it is unknown.
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
