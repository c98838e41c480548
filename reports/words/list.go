package words

import (
	"slices"

	"ticketpatterns/analyzer/result"
)

// List is a list of patterns that page, mail and summary show together.
type List struct {
	Title, Note string
	Chronic     bool
	Patterns    []*result.Pattern // in the order of the list
}

// Lists sorts the patterns of a into the lists that a reader meets one after the other:
// what was dealt with and is not over, the worst first; what is unusual now; what is
// answered; what is chronic. A list can be empty.
func (w Writer) Lists(a *result.Analysis) [4]List {
	var setbacks, emerging, answered, chronic []*result.Pattern
	today := result.DayOf(a.AsOf)
	for i := range a.Patterns {
		switch p := &a.Patterns[i]; {
		case p.Setback(today) != "":
			setbacks = append(setbacks, p)
		case p.NextAction(today) == result.NextAnswered:
			answered = append(answered, p)
		case p.Kind == result.Chronic:
			chronic = append(chronic, p)
		default:
			emerging = append(emerging, p)
		}
	}
	slices.SortStableFunc(setbacks, func(p, q *result.Pattern) int { return p.Setback(today).Order() - q.Setback(today).Order() })
	now := List{Title: w.Text(ListEmerging), Note: w.Text("More tickets than the past and the rest of the desk explain. Weak signals stand last."), Patterns: emerging}
	if a.Desk.NoBaseline != nil {
		now.Title, now.Note = w.Text(ListPlaces), w.Text("There is no baseline yet: these are places where many report the same and others do not.")
	}
	return [4]List{
		{Title: w.Text(ListSetbacks), Note: w.Text("A fix failed, an answer is overdue, or it came back after it was over."), Patterns: setbacks},
		now,
		{Title: w.Text(ListAnswered), Note: w.Text("Decided before. The report asks again if one of these grows or comes back."), Patterns: answered},
		{Title: w.Text(ListChronic), Note: w.chronicNote(chronic), Chronic: true, Patterns: chronic},
	}
}

func (w Writer) chronicNote(patterns []*result.Pattern) string {
	days := 0
	for _, p := range patterns {
		days = max(days, p.WindowDays)
	}
	if weeks := days / 7; weeks > 0 {
		return w.Count(weeks, "Not new, but they cost time every week. The numbers are those of the last %d week.", "Not new, but they cost time every week. The numbers are those of the last %d weeks.")
	}
	return w.Text("Not new, but they cost time every week.")
}
