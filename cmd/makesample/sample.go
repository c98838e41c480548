package main

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"
)

// sample is the finished sample.
type sample struct {
	people  []person
	tickets []*ticket // in the order they were opened
	plants  []plant
}

// makeSample draws the sample.
func makeSample(m *material) (*sample, error) {
	people, err := makePeople(m)
	if err != nil {
		return nil, err
	}
	for i := range m.plants {
		p := &m.plants[i]
		if have := len(p.candidates(people)); have < len(p.days) && !p.onePerson {
			return nil, fmt.Errorf("plant %d: %d people for %d tickets, want as many", p.no, have, len(p.days))
		}
	}
	tickets := background(m, people, makeOutsiders(m, people))
	tickets = append(tickets, machineMails(m, people)...)
	d := newDice(diceFlaws)
	tickets = append(tickets, sendTwice(d, tickets)...)
	for range repeatedRows {
		tickets[d.IntN(backgroundTickets)].repeats = 1
	}
	tickets = append(tickets, planted(m, people)...)
	sort.SliceStable(tickets, func(i, j int) bool { return tickets[i].opened.Before(tickets[j].opened) })
	number := 41007
	for _, t := range tickets {
		t.number = fmt.Sprintf("INC%07d", number)
		number += 1 + d.IntN(3)
	}
	return &sample{people: people, tickets: tickets, plants: m.plants}, nil
}

// sendTwice returns second tickets of impatient people: the same text, minutes
// later, closed as a duplicate.
func sendTwice(d dice, tickets []*ticket) []*ticket {
	var second []*ticket
	for range sentTwice {
		t := *tickets[outsiderTickets+blankDepartments+d.IntN(backgroundTickets-outsiderTickets-blankDepartments)]
		t.opened = t.opened.Add(time.Duration(2+d.IntN(40)) * time.Minute)
		t.repeats = 0
		if !t.resolved.IsZero() {
			t.resolved = t.opened.Add(time.Duration(5+d.IntN(15)) * time.Minute)
			t.closeNotes = "Duplicate, see the ticket before."
		}
		second = append(second, &t)
	}
	return second
}

// header is the first row of tickets.csv: field names as a ServiceNow list
// export has them.
var header = strings.Split("number,opened_at,resolved_at,closed_at,sys_updated_on,short_description,description,"+
	"caller_id,caller_id.department,category,subcategory,business_service,cmdb_ci,location,assignment_group,assigned_to,"+
	"priority,state,contact_type,reassignment_count,reopen_count,close_code,close_notes,caused_by,problem_id", ",")

// cells returns the ticket as a row under header.
func (t *ticket) cells() []string {
	var closed time.Time
	updated := t.opened.Add(30 * time.Minute)
	if !t.resolved.IsZero() {
		updated = t.resolved
		if t.state == "Closed" {
			closed = t.resolved.AddDate(0, 0, closeDays)
			updated = closed
		}
	}
	if updated.After(exported) {
		updated = t.opened
	}
	return []string{
		t.number, stamp(t.opened), stamp(t.resolved), stamp(closed), stamp(updated), t.subject, t.description,
		t.requester.name, t.department, t.category, t.subcategory, t.service, t.item, t.location, t.group, t.agent,
		t.priority, t.state, t.channel, strconv.Itoa(t.reassigned), strconv.Itoa(t.reopened), t.closeCode, t.closeNotes,
		t.causedBy, t.problem,
	}
}

// stamp writes a time as the export does, and "" for none.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateTime)
}

// ticketsCSV returns tickets.csv: every cell quoted, rows ended by LF, with some
// rows twice and some broken.
func (s *sample) ticketsCSV(m *material) []byte {
	var b strings.Builder
	writeQuoted(&b, header)
	var again []*ticket
	for i, t := range s.tickets {
		writeQuoted(&b, t.cells())
		if t.repeats > 0 {
			again = append(again, t)
		}
		if k := i / 700; i%700 == 350 && k < len(m.broken) {
			writeQuoted(&b, breakRow(t.cells(), m.broken[k]))
		}
	}
	for _, t := range again {
		writeQuoted(&b, t.cells())
	}
	return []byte(b.String())
}

// writeQuoted writes one row.
func writeQuoted(b *strings.Builder, cells []string) {
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('"')
		b.WriteString(strings.ReplaceAll(c, `"`, `""`))
		b.WriteByte('"')
	}
	b.WriteByte('\n')
}

// breakRow spoils a copy of a row: "column = value" or "cut = cells". The copy
// has a number of its own, so that it is no repeat of the row.
func breakRow(cells []string, how string) []string {
	cells[0] += "9"
	what, value, _ := strings.Cut(how, "=")
	what, value = strings.TrimSpace(what), strings.TrimSpace(value)
	if what == "cut" {
		n, _ := strconv.Atoi(value)
		return cells[:min(n, len(cells))]
	}
	for i, name := range header {
		if name == what {
			cells[i] = value
		}
	}
	return cells
}
