package main

import (
	"fmt"
	"strconv"
	"time"
)

// loadChanges reads the changes, which stand in the order of their starts, and
// numbers them.
func loadChanges(m *material) error {
	lines, err := readLines("texts/changes.txt")
	if err != nil {
		return err
	}
	for i, l := range lines {
		f, err := l.fields(10)
		if err != nil {
			return err
		}
		start, err := time.Parse("2006-01-02 15:04", f[0])
		if err != nil {
			return l.errorf("start is %q, want 2026-01-31 18:00", f[0])
		}
		hours, err := strconv.Atoi(f[1])
		if err != nil {
			return l.errorf("hours are %q, want a whole number", f[1])
		}
		m.changes = append(m.changes, change{
			id:    fmt.Sprintf("CHG%07d", 30001+i),
			start: start.Format(time.RFC3339), end: start.Add(time.Duration(hours) * time.Hour).Format(time.RFC3339),
			summary: f[2], service: f[3], item: f[4], site: f[5], kind: f[6], state: f[7], risk: f[8], ownersGroup: f[9],
		})
	}
	return nil
}

// changesCSV returns changes.csv.
func changesCSV(changes []change) ([]byte, error) {
	rows := [][]string{{"id", "start", "end", "summary", "service", "configuration_item", "location", "type", "state", "risk", "group"}}
	for _, c := range changes {
		rows = append(rows, []string{c.id, c.start, c.end, c.summary, c.service, c.item, c.site, c.kind, c.state, c.risk, c.ownersGroup})
	}
	return plainCSV(rows)
}
