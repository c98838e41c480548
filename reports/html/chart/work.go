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
		rows = append(rows, []string{text.Shorten(k.Label, 70), owner(in, k.Team), in.Optional(k.PersonHours), in.Int(k.Of), in.Int(len(k.Tickets))})
	}
	return listFigure(in, "chart-kept", in.Text("What does the help desk keep resolving for others?"),
		in.Text("Issues of the last %d days that the desk resolved itself although the cause belongs to another team. "+
			"That may be as agreed; it is work that the cause goes on making.", a.Work.Days),
		[]string{in.Text("Issue"), in.Text("Cause owned by"), in.Text("Hours people waited"), in.Text("Tickets"), in.Text("Resolved by the desk")}, 2, rows)
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
		rows = append(rows, []string{text.Shorten(b.Label, 70), way, strings.Join(ends, ", "), in.Int(b.Moves), in.Int(b.Of), in.Int(len(b.Tickets))})
	}
	caption := in.Text("Issues of the last %d days whose tickets were handed over more than once. Where they end is often where they should begin.", a.Work.Days)
	head := []string{in.Text("Issue"), in.Text("Commonest way"), in.Text("Ended at"), in.Text("Hand-overs"), in.Text("Tickets"), in.Text("Passed on more than once")}
	if ways {
		caption += " " + in.Text("The commonest way is known where the export has a row for each step.")
		return listFigure(in, "chart-bounced", in.Text("Which issues are passed from team to team?"), caption, head, 3, rows)
	}
	for i := range rows {
		rows[i] = slices.Delete(rows[i], 1, 2)
	}
	return listFigure(in, "chart-bounced", in.Text("Which issues are passed from team to team?"), caption, slices.Delete(head, 1, 2), 2, rows)
}

// functionsFigure lists the recurring work by the function that owns its cause.
func functionsFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	var rows [][]string
	for _, f := range a.Work.Functions {
		name := f.Function
		if name == "" {
			name = in.Text("no function of the owner map fits")
		}
		rows = append(rows, []string{named(in, name), owner(in, f.Team), in.Int(f.Issues), in.Int(f.Tickets)})
	}
	return listFigure(in, "chart-functions", in.Text("Which functions does the recurring work fall to?"),
		in.Text("All recurring issues of the last %d days by the function that their cause belongs to, whether they stand out or not.", a.Work.Days),
		[]string{in.Text("Function"), in.Text("Owned by"), in.Text("Issues"), in.Text("Tickets")}, 2, rows)
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
	return listFigure(in, "chart-themes", in.Text("What comes in that is no fault?"),
		in.Text("Work of the last %d days that no repair will end: it asks for teaching, for rules or for watchfulness. Before is the same time before that.", a.Work.Days),
		[]string{in.Text("Kind"), in.Text("What"), in.Text("People"), in.Text("Before"), in.Text("Tickets")}, 2, rows)
}

// unlistedAppsFigure lists applications that neither the owner map nor the export
// knows.
func unlistedAppsFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	var rows [][]string
	for _, w := range a.Work.Asked {
		rows = append(rows, []string{named(in, w.Name), in.Int(w.People), in.Int(len(w.Tickets))})
	}
	return listFigure(in, "chart-asked", in.Text("Which applications do people ask for that are on no list?"),
		in.Text("Neither the owner map nor the services and items of the export name them. They may be in use without anyone's care."),
		[]string{in.Text("Name"), in.Text("People"), in.Text("Tickets")}, 1, rows)
}
