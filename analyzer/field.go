package analyzer

import (
	"strings"
	"ticketpatterns/analyzer/ticket"
)

// field is a property of tickets that a scope can fix.
type field int

const (
	department field = iota
	category
	subcategory
	service
	item
	location
	group
	fieldCount
)

// fieldNames are the canonical columns.
var fieldNames = [fieldCount]string{"department", "category", "subcategory", "service", "configuration_item", "location", "assignment_group"}

func (f field) of(t *ticket.Ticket) string {
	switch f {
	case department:
		return t.Department
	case category:
		return t.Category
	case subcategory:
		return t.Subcategory
	case service:
		return t.Service
	case item:
		return t.ConfigurationItem
	case location:
		return t.Location
	default:
		return t.AssignmentGroup
	}
}

// unknown is the value of a ticket whose field is empty.
const unknown = 0

// column holds one field of all tickets, values numbered.
type column struct {
	value []int32  // by ticket; unknown if empty
	name  []string // by value: the most frequent spelling; name[unknown] = ""
	count []int    // by value: tickets
}

func newColumn(tickets []ticket.Ticket, f field) column {
	c := column{value: make([]int32, len(tickets)), name: []string{""}, count: []int{0}}
	numbers := map[string]int32{"": unknown}
	spellings := []map[string]int{nil}
	for i := range tickets {
		written := strings.TrimSpace(f.of(&tickets[i]))
		n, ok := numbers[fold(written)]
		if !ok {
			n = int32(len(c.count))
			numbers[fold(written)] = n
			c.count = append(c.count, 0)
			spellings = append(spellings, map[string]int{})
		}
		c.value[i] = n
		c.count[n]++
		if n != unknown {
			spellings[n][written]++
		}
	}
	for _, s := range spellings[1:] {
		c.name = append(c.name, mostFrequent(s))
	}
	return c
}

// mostFrequent returns the key with the highest count, the first in byte order
// of equals.
func mostFrequent(counts map[string]int) string {
	best, most := "", 0
	for s, n := range counts {
		if n > most || n == most && s < best {
			best, most = s, n
		}
	}
	return best
}
