package words

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// ReplayTitle is the title of a replay.
func (w Writer) ReplayTitle(r *result.Replay) string {
	return w.Count(len(r.Mondays), "What %d Monday would have told", "What %d Mondays would have told")
}

// ReplaySummary says what weekly runs would have told, and how often they would have
// turned to somebody.
func (w Writer) ReplaySummary(r *result.Replay) string {
	first, last := w.Date(r.Mondays[0].Day), w.Date(r.Mondays[len(r.Mondays)-1].Day)
	if len(r.Matters) == 0 {
		return w.Text("From %s to %s, weekly reports would have told nothing.", first, last)
	}
	told := w.Text("From %s to %s, weekly reports would have told %s. They would have asked a team or looked for an owner %s: %s a week.",
		first, last, w.patternsTold(r), w.times(alarms(r)), w.Decimal(float64(alarms(r))/float64(len(r.Mondays))))
	quiet := 0
	for _, m := range r.Mondays {
		if len(m.New) == 0 {
			quiet++
		}
	}
	return told + " " + w.Count(quiet, "%d Monday would have told nothing new.", "%d Mondays would have told nothing new.")
}

func alarms(r *result.Replay) int {
	sum := 0
	for _, m := range r.Mondays {
		sum += m.Alarms
	}
	return sum
}

func (w Writer) times(n int) string { return w.Count(n, "%d time", "%d times") }

func (w Writer) patternsTold(r *result.Replay) string {
	unusual, weak := 0, 0
	for i := range r.Matters {
		if r.Matters[i].Kind != result.Chronic {
			unusual++
		}
		if r.Matters[i].MayBeChance {
			weak++
		}
	}
	told := w.Count(unusual, "%d unusual pattern", "%d unusual patterns")
	if weak > 0 {
		told += " " + w.Count(weak, "(%d a weak signal)", "(%d weak signals)")
	}
	if chronic := len(r.Matters) - unusual; chronic > 0 {
		told = w.Text("%s and %s", told, w.Count(chronic, "%d chronic one", "%d chronic ones"))
	}
	return told
}

// ReplayProblems says how the desk's problem records compare with what was told.
func (w Writer) ReplayProblems(r *result.Replay) string {
	if r.Linked == 0 {
		return w.Text("The export names no problem records, so nothing says when the desk itself saw a pattern.")
	}
	if len(r.Problems) == 0 {
		return w.Text("In these weeks the desk linked no two tickets to one problem record.")
	}
	seen, before := 0, 0
	for i := range r.Problems {
		switch p := &r.Problems[i]; {
		case p.Told == "":
		case p.Told < p.Linked.To:
			before++
			fallthrough
		default:
			seen++
		}
	}
	return w.Count(len(r.Problems), "The desk linked two tickets or more to %d problem record in these weeks.", "The desk linked two tickets or more to each of %d problem records in these weeks.") +
		" " + w.Count(seen, "A Monday told %d of them as a pattern, %[2]d perhaps before the desk made the link.", "Mondays told %d of them as a pattern, %[2]d perhaps before the desk made the link.", before)
}

// ProblemLead says how long before the desk a Monday told the tickets of a problem
// record.
func (w Writer) ProblemLead(p *result.ProblemRecord) string {
	switch days := (result.Span{From: p.Told, To: p.Linked.To}).Days() - 1; {
	case p.Told == "":
		return w.Text("no Monday told it")
	case days > 0:
		return w.Count(days, "at most %d day before the desk", "at most %d days before the desk")
	case days == 0:
		return w.Text("not before the desk")
	default:
		return w.Count(-days, "at least %d day after the desk", "at least %d days after the desk")
	}
}

// ReplayCell says in a cell how a Monday went.
func (w Writer) ReplayCell(m *result.Monday) string {
	if m.Young {
		return w.Text("no past to compare with yet")
	}
	return ""
}

// Matter writes what a Monday told first, where and by whom.
func (w Writer) Matter(k *result.Matter) string {
	said := w.Text("“%s” (%s): %s", text.Shorten(k.Label, 80), w.ScopeOf(k.Scope), w.Tickets(k.Tickets))
	if k.People > 0 {
		said = w.Text("“%s” (%s): %s in %s", text.Shorten(k.Label, 80), w.ScopeOf(k.Scope), w.People(k.People), w.Tickets(k.Tickets))
	}
	switch {
	case k.Kind == result.Chronic:
		said += w.Text(", chronic")
	case k.MayBeChance:
		said += w.Text(", weak signal")
	}
	return said
}

// ReplayLimits say how a replay differs from runs that were made at the time.
func (w Writer) ReplayLimits(r *result.Replay) []string {
	return []string{
		w.Text("Each Monday sees the tickets opened before it. What the export dates later, such as when a ticket was resolved and with which note, is hidden from it."),
		w.Text("What an export does not date is seen as it is today: category, department, resolver group and text may have been corrected since."),
		w.Text("What words weigh and which senders are programs is learned once, from the whole export."),
		w.Count(r.Calibrations, "How much chance shows was learned %d time and shared by the Mondays around.", "How much chance shows was learned %d times; each time serves up to a quarter of a year."),
		w.Text("Nobody answered: in real weeks a pattern that is accepted or declined is silent until it grows."),
		w.Text("An export does not say when a ticket was linked to a problem record: not before the first of them was opened, not after one of them was changed for the last time. The days before the desk are counted to the latter, so they are an upper bound."),
	}
}

// MaskedReplay is [Writer.Masked] for a replay.
func (w Writer) MaskedReplay(r *result.Replay) *result.Replay {
	if replace := w.masking(r.Names); replace != nil {
		return withTexts(r, replace)
	}
	return r
}
