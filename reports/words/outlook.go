package words

import (
	"math"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/reports/i18n"
)

// Block is a heading with lines below it.
type Block struct {
	Title string
	Lines []string
}

// Outlook writes what is worth a look in a week in which nothing stands out; nil in
// other weeks.
func (w Writer) Outlook(a *result.Analysis) []Block {
	if len(a.Patterns) > 0 || a.Tickets == 0 {
		return nil
	}
	w.standIn = standIn(a.Quality)
	var out []Block
	add := func(title string, lines []string) {
		if len(lines) > 0 {
			out = append(out, Block{title, lines})
		}
	}
	add(w.Text("What would have been found"), w.reach(a))
	add(w.Text("Largest issues of the last four weeks"), w.recents(a.Outlook.Largest))
	add(w.Text("More or fewer than in the four weeks before"), w.recents(a.Outlook.Movers))
	add(w.Text("Oldest open tickets"), w.oldest(&a.Outlook))
	add(w.usersTitle(a.Outlook.Users), w.users(a.Outlook.Users))
	return out
}

// reach says how large an outbreak has to be, and what would make it smaller.
func (w Writer) reach(a *result.Analysis) []string {
	if len(a.Outlook.Reach) == 0 {
		return []string{
			w.Text("Nothing: the export has no past to compare with, and names no departments or locations to compare with each other."),
			w.reachLimit(a),
			w.Text("Or tell where requesters work: --people LIST.csv tells it, or --map department=COLUMN. Then departments are compared with each other at once."),
		}
	}
	var lines []string
	for _, r := range a.Outlook.Reach {
		where := w.Count(r.Usual, "%[2]s (%[1]d ticket in %[3]d days)", "%[2]s (%[1]d tickets in %[3]d days)", w.typical(r.Fields), r.Days)
		switch {
		case r.Reports == 0:
			lines = append(lines, w.Text("%s: not even %d reports of one thing.", where, result.ReachMost))
		case a.People == 0:
			lines = append(lines, w.Count(r.Reports, "%[2]s: %[1]d ticket about one thing that nobody reported before.", "%[2]s: %[1]d tickets about one thing that nobody reported before.", where))
		default:
			lines = append(lines, w.Count(r.Reports, "%[2]s: %[1]d person with one thing that nobody reported before.", "%[2]s: %[1]d people with one thing that nobody reported before.", where))
		}
	}
	return append(lines, w.reachLimit(a))
}

// typicalScopes name a scope of the median size, by its fields.
var typicalScopes = map[string]i18n.English{
	"": "Anywhere at the desk", "department": "In a typical department", "location": "In a typical location", "company": "In a typical company",
	"category": "In a typical category", "service": "In a typical service", "department category": "In a typical category of one department",
	"location category": "In a typical category of one location", "company category": "In a typical category of one company",
}

func (w Writer) typical(fields []string) string {
	key := strings.Join(fields, " ")
	if w.standIn != "" {
		key = strings.Replace(key, "department", w.standIn, 1)
	}
	return w.Text(typicalScopes[key])
}

// reachLimit says what limits most what can be seen, and the way to change it.
func (w Writer) reachLimit(a *result.Analysis) string {
	has := func(code result.CheckCode) *result.Check {
		for i := range a.Quality {
			if a.Quality[i].Code == code {
				return &a.Quality[i]
			}
		}
		return nil
	}
	young, alone := has(result.CheckYoung), len(a.Outlook.Reach) < 2
	switch {
	case young != nil && young.NoBaseline != nil && young.NoBaseline.Code == result.BaselineFiltered:
		return w.Text("What limits this most: the weeks before are filtered. Export by the day of opening.")
	case young != nil && young.NoBaseline != nil:
		return w.Count(young.NoBaseline.WeeksNeeded, "What limits this most: the short history. Export at least %d week before the last one.",
			"What limits this most: the short history. Export at least %d weeks before the last one.")
	case has(result.CheckNoTexts) != nil:
		return w.Text("What limits this most: there are no texts that tell tickets apart. Export subject and description; if they have other names, --map subject=COLUMN names one.")
	case has(result.CheckNoDepartments) != nil || alone:
		return w.Text("What limits this most: no ticket tells where its requester works. --people LIST.csv tells it, or --map department=COLUMN.")
	case has(result.CheckNoRequesters) != nil:
		return w.Text("What limits this most: no ticket names its requester. --map requester=COLUMN names the column.")
	}
	return w.Text("To be told of smaller ones too, accept more false alarms: false_alarms_per_report in config.yaml, now %s.", w.Number(a.Budget.FalseAlarms))
}

func (w Writer) recents(issues []result.Recent) []string {
	var lines []string
	for _, i := range issues {
		line := w.Text("“%s”: %s", text.Shorten(i.Label, 80), w.Tickets(i.Tickets))
		if i.People > 0 {
			line += ", " + w.People(i.People)
		}
		if i.Before != nil {
			line += ", " + w.Text("%d before", *i.Before)
		}
		lines = append(lines, line)
	}
	return lines
}

func (w Writer) oldest(o *result.Outlook) []string {
	var lines []string
	if o.Open == nil {
		return nil
	}
	for _, t := range o.Oldest {
		line := w.Count(t.Days, "%[2]s, open for %[1]d day: “%[3]s”", "%[2]s, open for %[1]d days: “%[3]s”", t.ID, text.Shorten(t.Subject, 80))
		if t.Group != "" {
			line += ", " + t.Group
		}
		lines = append(lines, line)
	}
	if more := *o.Open - len(o.Oldest); more > 0 {
		lines = append(lines, w.Count(more, "and %d more open ticket", "and %d more open tickets"))
	}
	return lines
}

func (w Writer) usersTitle(users []result.DeskUser) string {
	if w.standIn == "location" {
		return w.Text("Locations that use the desk most")
	}
	if w.standIn != "" {
		return w.Text("Customers that use the desk most")
	}
	return w.Text("Departments that use the desk most")
}

func (w Writer) users(users []result.DeskUser) []string {
	var lines []string
	for _, u := range users {
		line := w.Text("%s: %s in four weeks", u.Department, w.Tickets(u.Tickets))
		switch {
		case u.Heads > 0:
			line = w.Text("%s: %s in four weeks, %s for every 100 of its %s", u.Department, w.Tickets(u.Tickets), w.Int(int(math.Round(100*float64(u.Tickets)/float64(u.Heads)))), w.People(u.Heads))
		case u.People > 0:
			line = w.Text("%s: %s of %s in four weeks", u.Department, w.Tickets(u.Tickets), w.People(u.People))
		}
		lines = append(lines, line)
	}
	return lines
}
