package main

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// tellReplay prints what the Mondays would have told.
func tellReplay(out *printer, w words.Writer, r *result.Replay, folder string) {
	out.linef("%s", w.ReplaySummary(r))
	matters := map[string]*result.Matter{}
	for i := range r.Matters {
		matters[r.Matters[i].ID] = &r.Matters[i]
	}
	rows := [][]string{{w.Text("Monday"), w.Text("Tickets"), w.Text("On the page"), w.Text("Asked"), w.Text("New that day")}}
	for i := range r.Mondays {
		rows = append(rows, mondayRows(w, &r.Mondays[i], matters)...)
	}
	out.linef("")
	for _, line := range columns(rows) {
		out.linef("%s", line)
	}
	out.linef("")
	out.linef("%s", w.ReplayProblems(r))
	for i := range r.Problems {
		if p := &r.Problems[i]; p.Told != "" {
			out.linef("  %s: %s", p.ID, w.ProblemLead(p))
		}
	}
	out.linef("")
	out.linef("%s", w.Text("Page: %s", filepath.Join(folder, "index.html")))
	last := result.DayOf(r.Mondays[len(r.Mondays)-1].Day.Time().AddDate(0, 0, -1))
	out.linef("%s", w.Text("The whole report of a Monday, under the day before it: %s", "ticketpatterns render "+string(last)+" --format html --history "+filepath.Join(folder, replayHistory)))
}

// mondayRows are a Monday's row, and one more for each further pattern that it told
// first.
func mondayRows(w words.Writer, m *result.Monday, matters map[string]*result.Matter) [][]string {
	news := []string{w.ReplayCell(m)}
	for _, id := range m.New {
		news = append(news, w.Matter(matters[id]))
	}
	if news[0] == "" && len(news) > 1 {
		news = news[1:]
	}
	rows := [][]string{{w.Date(m.Day), w.Int(m.Tickets), w.Int(m.Told), w.Int(m.Alarms), news[0]}}
	for _, n := range news[1:] {
		rows = append(rows, []string{"", "", "", "", n})
	}
	return rows
}

// columns aligns rows: the first and the last column to the left, numbers to the
// right.
func columns(rows [][]string) []string {
	width := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			width[i] = max(width[i], utf8.RuneCountInString(cell))
		}
	}
	var lines []string
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			space := strings.Repeat(" ", width[i]-utf8.RuneCountInString(cell))
			if i == 0 || i == len(row)-1 {
				line += cell + space + "  "
			} else {
				line += space + cell + "  "
			}
		}
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return lines
}
