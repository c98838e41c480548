package words

import (
	"strings"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// decisionNames say what was decided about a pattern; the day follows.
var decisionNames = map[string]i18n.English{
	"accept":               "accepted %s",
	"decline":              "declined %s",
	"known":                "known since %s",
	"fixed":                "said to be fixed %s",
	"wrong_owner":          "handed on %s",
	"find_an_owner":        "finding an owner since %s",
	"merge":                "merged %s",
	"split":                "split %s",
	"not_a_pattern":        "no pattern, said %s",
	"ignore_until_doubled": "ignored since %s",
}

// NextAction names the next action on a pattern in a few words; "" if nobody has
// to act.
func (w Writer) NextAction(p *result.Pattern, today result.Day) string {
	switch p.Setback(today) {
	case result.SetbackFix:
		return w.Text("fix failed")
	case result.SetbackBack:
		return w.Text("back")
	}
	switch p.NextAction(today) {
	case result.NextDecide:
		return w.Text("decide")
	case result.NextOwner:
		return w.Text("find an owner")
	case result.NextRead:
		return w.Text("weak signal")
	case result.NextAsked:
		return w.Text("asked %s", w.DayMonth(p.Standing.Asked))
	case result.NextOverdue:
		return w.Text("overdue since %s", w.DayMonth(p.Due))
	case result.NextAnswered:
		answer := p.Answer()
		if name, known := decisionNames[answer.Decision]; known {
			return w.Text(name, w.DayMonth(answer.On))
		}
		return answer.Decision
	}
	return ""
}

// State says in one cell how a pattern stands: its status, whether the report
// before lacks it, whether it may be chance, and what has to happen next.
func (w Writer) State(p *result.Pattern, a *result.Analysis) string {
	before := a.NewSince(p)
	var parts []string
	if before == "" || p.Status != result.StatusNew {
		parts = append(parts, w.Status(p.Status))
	}
	if before != "" {
		parts = append(parts, w.Text("new since %s", w.DayMonth(before)))
	}
	if p.MayBeChance && p.NextAction(result.DayOf(a.AsOf)) != result.NextRead {
		parts = append(parts, w.Text("weak signal"))
	}
	if next := w.NextAction(p, result.DayOf(a.AsOf)); next != "" {
		parts = append(parts, next)
	}
	return strings.Join(parts, ", ")
}

// NextActionMeans explains NextAction in a sentence without its full stop; "" if there is
// nothing to explain.
func (w Writer) NextActionMeans(p *result.Pattern, today result.Day) string {
	switch p.NextAction(today) {
	case result.NextDecide:
		return w.Text("it meets a written criterion, and its owner is asked by this report")
	case result.NextOwner:
		return w.Text("it meets a written criterion and is unowned: the help desk has to find an owner")
	case result.NextRead:
		return w.Text("it meets a written criterion, but chance alone shows as much now and then: read some of its tickets before anybody acts")
	case result.NextAsked, result.NextOverdue, result.NextAnswered:
		return w.StandingReason(p)
	}
	return ""
}
