package dataset

import (
	"strings"

	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/ticket"
)

// Field is a ticket field that a scope can fix.
type Field int

const (
	Department Field = iota
	Category
	Subcategory
	Service
	ConfigurationItem
	Location
	AssignmentGroup
	FieldCount
)

// FieldNames are the canonical column names, by Field.
var FieldNames = [FieldCount]string{"department", "category", "subcategory", "service", "configuration_item", "location", "assignment_group"}

func (f Field) of(t *ticket.Ticket) string {
	switch f {
	case Department:
		return t.Department
	case Category:
		return t.Category
	case Subcategory:
		return t.Subcategory
	case Service:
		return t.Service
	case ConfigurationItem:
		return t.ConfigurationItem
	case Location:
		return t.Location
	default:
		return t.AssignmentGroup
	}
}

// Unknown is the value of a ticket whose field is empty.
const Unknown = 0

// column holds one field of all tickets, its values numbered.
type column struct {
	Value []int32  // by ticket; Unknown if empty
	Name  []string // by value: its most frequent spelling; Name[Unknown] = ""
	Count []int    // by value: tickets
}

func newColumn(tickets []ticket.Ticket, f Field) column {
	c := column{Value: make([]int32, len(tickets)), Name: []string{""}, Count: []int{0}}
	numbers := map[string]int32{"": Unknown}
	spellings := []map[string]int{nil}
	for i := range tickets {
		written := strings.TrimSpace(f.of(&tickets[i]))
		n, ok := numbers[fold.Spelling(written)]
		if !ok {
			n = int32(len(c.Count))
			numbers[fold.Spelling(written)] = n
			c.Count = append(c.Count, 0)
			spellings = append(spellings, map[string]int{})
		}
		c.Value[i] = n
		c.Count[n]++
		if n != Unknown {
			spellings[n][written]++
		}
	}
	for _, s := range spellings[1:] {
		c.Name = append(c.Name, MostFrequent(s))
	}
	return c
}

// MostFrequent returns the key with the highest count; ties go to the first in byte
// order.
func MostFrequent(counts map[string]int) string {
	best, most := "", 0
	for s, n := range counts {
		if n > most || n == most && s < best {
			best, most = s, n
		}
	}
	return best
}
