package main

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"time"
)

// exportHeader is that of plain registers.
var exportHeader = []string{"id", "opened", "resolved", "subject", "description", "requester", "department", "category", "location",
	"assignment_group", "priority", "state"}

const (
	scalingDays      = 26 * 7
	ticketsPerPerson = 20
)

// writeExportFile writes an export of n tickets.
func writeExportFile(name string, n int, w *wordings) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriter(f)
	if err := writeExport(buffered, n, w); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// writeExport writes n tickets of 26 weeks, oldest first, one at a time: an
// export of a million is never held in memory here. Departments are skewed as
// in makeExport; each person has ticketsPerPerson tickets, on average.
func writeExport(out io.Writer, n int, w *wordings) error {
	rows := csv.NewWriter(out)
	if err := rows.Write(exportHeader); err != nil {
		return err
	}
	m := &maker{Rand: w.Rand}
	for k := range plantDepartments {
		m.skew = append(m.skew, 1/float64(k+1))
	}
	departments := cumulated(m.skew)
	people := max(fewestPeople, n/ticketsPerPerson)
	for i := range n {
		// Ticket i is opened at the i-th of n moments that part the weeks evenly, by
		// working hours.
		at := float64(i) / float64(n) * scalingDays
		opened := plantEnd.AddDate(0, 0, int(at)+1-scalingDays).Add(7*time.Hour + time.Duration((at-float64(int(at)))*float64(12*time.Hour)))
		resolved, state := "", "Open"
		if w.Float64() < resolvedShare {
			resolved, state = stamp(opened.Add(time.Duration(w.ExpFloat64()*resolvedHours*float64(time.Hour)))), "Closed"
		}
		t, department := w.next(), m.weighted(departments)
		person := department + len(plantDepartments)*w.IntN(people/len(plantDepartments)+1)
		row := []string{fmt.Sprintf("T%07d", i+1), stamp(opened), resolved, t.subject, t.description, fmt.Sprintf("person %d", person),
			plantDepartments[department], t.category, pick(m, plantSites), pick(m, plantGroups), pick(m, plantPriorities), state}
		if err := rows.Write(row); err != nil {
			return err
		}
	}
	rows.Flush()
	return rows.Error()
}

func stamp(t time.Time) string { return t.Format(time.DateTime) }
