package chart

import (
	"slices"
	"strings"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const workRows = 12 // rows of a list; the rest is in patterns.json

// listFigure makes a table without a chart; its columns from numeric on are
// numbers.
func listFigure(in words.Writer, id, title, caption string, head []string, numeric int, rows [][]string) (Figure, error) {
	f := Figure{ID: id, Title: title, Caption: caption, Open: true, Table: Table{Head: head, Numeric: numeric, Rows: rows[:min(len(rows), workRows)]}}
	if more := len(rows) - workRows; more > 0 {
		f.Table.Note = in.Count(more, "%d smaller one is only in %s.", "%d smaller ones are only in %s.", "patterns.json")
	}
	return f, nil
}

// deskResolvedFigure lists issues that the desk resolves itself although another
// team owns the cause.
func deskResolvedFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	var rows [][]string
	for _, k := range a.Work.Kept {
		rows = append(rows, []string{in.IssueName(a, k.IssueID, k.Label, 70), owner(in, k.Team), in.Optional(k.PersonHours), in.Int(k.Of), in.Int(len(k.Tickets))})
	}
	return listFigure(in, "chart-kept", in.Text("Fixed at the desk, caused elsewhere"),
		in.Text("Issues of the last %d days that the desk resolved although another team owns the cause. "+
			"That may be as agreed, but the work goes on until the cause is removed.", a.Work.Days),
		[]string{in.Text("Issue"), in.Text("Owner of the cause"), in.Text("Hours lost"), in.Text("Tickets"), in.Text("Resolved by the desk")}, 2, rows)
}

// bouncedFigure lists issues whose tickets are reassigned more than once.
func bouncedFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	var rows [][]string
	ways := false
	for _, b := range a.Work.Bounced {
		var ends []string
		for _, e := range b.EndedAt[:min(len(b.EndedAt), 3)] {
			ends = append(ends, named(in, e.Name)+" "+in.Int(e.Count))
		}
		way := in.Text("unknown")
		if len(b.Paths) > 0 {
			way, ways = named(in, in.Way(b.Paths[0])+" ("+in.Int(len(b.Paths[0].Tickets))+")"), true
		}
		rows = append(rows, []string{in.IssueName(a, b.IssueID, b.Label, 70), way, strings.Join(ends, ", "), in.Int(b.Moves), in.Int(b.Of), in.Int(len(b.Tickets))})
	}
	caption := in.Text("Issues of the last %d days whose tickets were reassigned more than once. Where they end is often where they should begin.", a.Work.Days)
	head := []string{in.Text("Issue"), in.Text("Most frequent path"), in.Text("Ended at"), in.Text("Reassignments"), in.Text("Tickets"), in.Text("Reassigned more than once")}
	if ways {
		caption += " " + in.Text("The path is known where the export has a row for each step.")
		return listFigure(in, "chart-bounced", in.Text("Tickets that bounce"), caption, head, 3, rows)
	}
	for i := range rows {
		rows[i] = slices.Delete(rows[i], 1, 2)
	}
	return listFigure(in, "chart-bounced", in.Text("Tickets that bounce"), caption, slices.Delete(head, 1, 2), 2, rows)
}

// functionsFigure lists the recurring work by the function that owns its cause.
func functionsFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	var rows [][]string
	for _, f := range a.Work.Functions {
		rows = append(rows, []string{named(in, in.Function(f.Function)), owner(in, f.Team), in.Int(f.Issues), in.Int(f.Tickets)})
	}
	return listFigure(in, "chart-functions", in.Text("Recurring work by function"),
		in.Text("All recurring issues of the last %d days by the function that owns their cause, unusual or not.", a.Work.Days),
		[]string{in.Text("Function"), in.Text("Owner"), in.Text("Issues"), in.Text("Tickets of all issues")}, 2, rows)
}

var themeNames = map[result.ThemeKind]i18n.English{
	result.ThemePhishing: "phishing, by channel", result.ThemeTraining: "how-to questions: a training need", result.ThemeAccess: "access of joiners, movers and leavers",
}

func themeName(in words.Writer, k result.ThemeKind) string {
	if name, ok := themeNames[k]; ok {
		return in.Text(name)
	}
	return named(in, string(k))
}

// themesFigure lists recurring requests that no repair can end.
func themesFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	var rows [][]string
	for _, t := range a.Work.Themes {
		rows = append(rows, []string{themeName(in, t.Kind), text.Shorten(in.Theme(t), 70), in.Int(t.People), in.Int(t.Before), in.Int(len(t.Tickets))})
	}
	return listFigure(in, "chart-themes", in.Text("Requests, how-to questions and phishing"),
		in.Text("Work of the last %d days that no repair ends: it needs training, rules or caution. “Before” is as many days before that.", a.Work.Days),
		[]string{in.Text("Kind"), in.Text("What"), in.Text("People"), in.Text("Before"), in.Text("Tickets")}, 2, rows)
}

// unlistedAppsFigure lists applications that neither the owner map nor the export
// knows.
func unlistedAppsFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	var rows [][]string
	for _, w := range a.Work.Asked {
		rows = append(rows, []string{named(in, w.Name), in.Int(w.People), in.Int(len(w.Tickets))})
	}
	return listFigure(in, "chart-asked", in.Text("Applications that are on no list"),
		in.Text("People ask for them, but neither the owner map nor the services and items of the export name them."),
		[]string{in.Text("Name"), in.Text("People"), in.Text("Tickets")}, 1, rows)
}
