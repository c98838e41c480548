package words

import (
	"strings"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// Criterion writes a criterion as configured, with its parameters filled in. A
// built-in sentence is said in the reader's language, one that the site wrote
// stays as it is.
func (w Writer) Criterion(c result.Criterion) string {
	return strings.NewReplacer(
		"{people}", w.Int(c.People), "{days}", w.Int(c.Days), "{times}", w.Decimal(c.Times),
		"{hours}", w.Decimal(c.Hours), "{weeks}", w.Int(c.Weeks), "{tickets}", w.Decimal(c.Tickets),
	).Replace(w.Phrase(i18n.English(c.Text)))
}

// measureTexts name what criteria measure, but for what is measured within some
// days or since a day.
var measureTexts = map[result.Measure]i18n.English{
	result.MeasurePeople: "people", result.MeasureTickets: "tickets",
	result.MeasureTimesExpected:  "times the usual number",
	result.MeasureHours:          "hours lost",
	result.MeasureQuietDays:      "days without a ticket",
	result.MeasureTicketsBefore:  "tickets before",
	result.MeasureResolvedBefore: "of these resolved",
	result.MeasurePeopleSince:    "people since then",
	result.MeasureTicketsSince:   "tickets since then",
	result.MeasureListedPeople:   "people of the list",
	result.MeasureListedTickets:  "tickets of the list",
	result.MeasureWeeks:          "weeks with a ticket",
	result.MeasureTicketsPerWeek: "tickets a week",
}

// Measure names what a criterion measured.
func (w Writer) Measure(v result.Value) string {
	switch v.Measure {
	case result.MeasurePeopleWithin:
		return w.Count(v.Days, "people within %d day", "people within %d days")
	case result.MeasureTicketsWithin:
		return w.Count(v.Days, "tickets within %d day", "tickets within %d days")
	case result.MeasureAttackPeople:
		return w.Count(v.Days, "people who report an attack within %d day", "people who report an attack within %d days")
	case result.MeasureAttackTickets:
		return w.Count(v.Days, "tickets that report an attack within %d day", "tickets that report an attack within %d days")
	case result.MeasurePeopleSinceFix:
		return w.Text("people since the fix of %s", w.Date(v.Since))
	case result.MeasureTicketsSinceFix:
		return w.Text("tickets since the fix of %s", w.Date(v.Since))
	}
	if text, known := measureTexts[v.Measure]; known {
		return w.Text(text)
	}
	return string(v.Measure)
}

// Values writes what decided a criterion: "people: 9, needs >= 8".
func (w Writer) Values(c result.Criterion) string {
	parts := make([]string, len(c.Values))
	for i, v := range c.Values {
		parts[i] = w.Text("%s: %s, needs %s", w.Measure(v), w.Decimal(v.Seen), ">= "+w.Decimal(v.AtLeast))
	}
	return strings.Join(parts, "; ")
}
