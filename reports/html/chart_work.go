package html

import (
	"fmt"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const workRows = 12 // rows of a list; the rest is in patterns.json

// workTable makes a list without a chart of rows that begin with text and end
// with numbers.
func workTable(id, title, caption string, head []string, numeric int, rows [][]string) (figure, error) {
	f := figure{ID: id, Title: title, Caption: caption, Open: true, Table: table{Head: head, Numeric: numeric, Rows: rows[:min(len(rows), workRows)]}}
	if more := len(rows) - workRows; more > 0 {
		f.Table.Note = words.Count(more, "smaller one is", "smaller ones are") + " only in patterns.json."
	}
	return f, nil
}

// keptFigure lists what the desk resolves again and again for others.
func keptFigure(a *result.Analysis) (figure, error) {
	var rows [][]string
	for _, k := range a.Work.Kept {
		rows = append(rows, []string{words.Short(k.Label, 70), owner(k.Team), words.Optional(k.PersonHours), words.Int(k.Of), words.Int(len(k.Tickets))})
	}
	return workTable("chart-kept", "What does the help desk keep resolving for others?",
		fmt.Sprintf("Issues of the last %d days that the desk resolved itself although the cause belongs to another team. "+
			"That may be as agreed; it is work that the cause goes on making.", a.Work.Days),
		[]string{"Issue", "Cause owned by", "Hours people waited", "Tickets", "Resolved by the desk"}, 2, rows)
}

// bouncedFigure lists issues whose tickets look for their owner.
func bouncedFigure(a *result.Analysis) (figure, error) {
	var rows [][]string
	for _, b := range a.Work.Bounced {
		var ends []string
		for _, e := range b.EndedAt[:min(len(b.EndedAt), 3)] {
			ends = append(ends, fmt.Sprintf("%s %d", named(e.Name), e.Count))
		}
		way := ""
		if len(b.Paths) > 0 {
			way = fmt.Sprintf("%s (%d)", words.Way(b.Paths[0]), len(b.Paths[0].Tickets))
		}
		rows = append(rows, []string{words.Short(b.Label, 70), named(way), strings.Join(ends, ", "), words.Int(b.Moves), words.Int(b.Of), words.Int(len(b.Tickets))})
	}
	return workTable("chart-bounced", "Which issues are passed from team to team?",
		fmt.Sprintf("Issues of the last %d days whose tickets were handed over more than once. Where they end is often where they should begin. "+
			"The commonest way is known where the export has a row for each step.", a.Work.Days),
		[]string{"Issue", "Commonest way", "Ended at", "Hand-overs", "Tickets", "Passed on more than once"}, 3, rows)
}

// functionsFigure lists whose the recurring work is.
func functionsFigure(a *result.Analysis) (figure, error) {
	var rows [][]string
	for _, f := range a.Work.Functions {
		name := f.Function
		if name == "" {
			name = "no function of the owner map fits"
		}
		rows = append(rows, []string{named(name), owner(f.Team), words.Int(f.Issues), words.Int(f.Tickets)})
	}
	return workTable("chart-functions", "Which functions does the recurring work fall to?",
		fmt.Sprintf("All recurring issues of the last %d days by the function that their cause belongs to, whether they stand out or not.", a.Work.Days),
		[]string{"Function", "Owned by", "Issues", "Tickets"}, 2, rows)
}

var themeNames = map[result.ThemeKind]string{
	result.ThemePhishing: "phishing, by channel", result.ThemeTraining: "how-to questions: a training need", result.ThemeAccess: "access of joiners, movers and leavers",
}

// themesFigure lists work that is no fault.
func themesFigure(a *result.Analysis) (figure, error) {
	var rows [][]string
	for _, t := range a.Work.Themes {
		rows = append(rows, []string{named(themeNames[t.Kind]), words.Short(t.Name, 70), words.Int(t.People), words.Int(t.Before), words.Int(len(t.Tickets))})
	}
	return workTable("chart-themes", "What comes in that is no fault?",
		fmt.Sprintf("Work of the last %d days that no repair will end: it asks for teaching, for rules or for watchfulness. Before is the same time before that.", a.Work.Days),
		[]string{"Kind", "What", "People", "Before", "Tickets"}, 2, rows)
}

// askedFigure lists applications that nobody has on a list.
func askedFigure(a *result.Analysis) (figure, error) {
	var rows [][]string
	for _, w := range a.Work.Asked {
		rows = append(rows, []string{named(w.Name), words.Int(w.People), words.Int(len(w.Tickets))})
	}
	return workTable("chart-asked", "Which applications do people ask for that are on no list?",
		"Neither the owner map nor the services and items of the export name them. They may be in use without anyone's care.",
		[]string{"Name", "People", "Tickets"}, 1, rows)
}
