package words

import (
	"math"
	"strings"

	"ticketpatterns/analyzer/result"
)

// Summary says in a few short sentences what the report holds: a week far from the usual
// first, then what is unusual, whose turn it is, and what can wait.
func (w Writer) Summary(a *result.Analysis) string {
	n := tally(a)
	var parts []string
	add := func(count int, part string) {
		if count > 0 {
			parts = append(parts, part)
		}
	}
	switch {
	case n.emerging > 0 || n.chronic > 0:
	case a.Desk.Surge != nil:
		parts = append(parts, w.Text("No single pattern stands out"))
	default:
		parts = append(parts, w.Text("No pattern stands out among %s", w.Tickets(a.Tickets)))
	}
	add(n.failed, w.Count(n.failed, "%d fix failed", "%d fixes failed"))
	add(n.back, w.Count(n.back, "%d pattern came back", "%d patterns came back"))
	add(n.emerging, w.emergingPart(a, n))
	add(n.chronic, w.chronicPart(n))
	add(n.held, w.Count(n.held, "%d fix holds", "%d fixes hold"))
	text := strings.Join(parts, ". ") + "."
	if a.Desk.Surge != nil {
		text = w.Surge(a.Desk.Surge) + " " + text
	}
	if a.Forgotten {
		return w.Text("The history could not be used, so this report asks nobody: what it shows may have been answered.") + " " + text
	}
	return text
}

// counts are the numbers of the summary. actions count the emerging patterns by
// what has to happen next; fresh counts those that the report before lacks.
type counts struct {
	emerging, fresh, chronic, chronicAsked, back, held, failed int
	actions                                                    map[result.NextAction]int
}

func tally(a *result.Analysis) counts {
	n := counts{actions: map[result.NextAction]int{}}
	for _, f := range a.Fixes {
		if f.Change != "" {
			continue // a declared change is no fix
		}
		n.held += one(f.Verdict == result.VerdictHolds)
		n.failed += one(f.Verdict == result.VerdictNot || f.Verdict == result.VerdictBack || f.Verdict == result.VerdictWorse)
	}
	for i := range a.Patterns {
		p := &a.Patterns[i]
		if p.Kind == result.Chronic {
			n.chronic++
			n.chronicAsked += one(p.Escalate)
		} else {
			n.emerging++
			n.fresh += one(a.NewSince(p) != "")
			n.actions[p.NextAction(result.DayOf(a.AsOf))]++
		}
		n.back += one(p.Status == result.StatusBack)
	}
	return n
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// emergingPart says how many patterns stand out, how many are new, and what has to
// happen next with them.
func (w Writer) emergingPart(a *result.Analysis, n counts) string {
	text := w.Count(n.emerging, "%d pattern is unusual now", "%d patterns are unusual now")
	if a.Desk.NoBaseline != nil {
		text = w.Count(n.emerging, "In %d place many report the same (no baseline yet)", "In %d places many report the same (no baseline yet)")
	}
	switch before := a.ReportBefore(); {
	case before == "":
	case n.fresh == 0:
		text += w.Text(", none new since %s", w.DayMonth(before))
	default:
		text += w.Text(", %d new since %s", n.fresh, w.DayMonth(before))
	}
	text += ": " + strings.Join(w.nextActions(n), ", ")
	if n.actions[result.NextRead] == 0 {
		text += w.noise(n.emerging, a.Budget.FalseAlarms)
	}
	return text
}

// nextActions says with how many patterns each action is next, urgent ones first.
func (w Writer) nextActions(n counts) []string {
	if n.actions[result.NextDecide] == n.emerging {
		if n.emerging == 1 {
			return []string{w.Text("it needs a decision")}
		}
		return []string{w.Text("all need a decision")}
	}
	var parts []string
	add := func(next result.NextAction, say func(n int) string) {
		if n.actions[next] > 0 {
			parts = append(parts, say(n.actions[next]))
		}
	}
	add(result.NextDecide, func(n int) string { return w.Count(n, "%d needs a decision", "%d need a decision") })
	add(result.NextOwner, func(n int) string { return w.Count(n, "%d needs an owner", "%d need an owner") })
	add(result.NextOverdue, func(n int) string { return w.Count(n, "%d answer is overdue", "%d answers are overdue") })
	add(result.NextAsked, func(n int) string { return w.Count(n, "%d waits for an answer", "%d wait for an answer") })
	add(result.NextAnswered, func(n int) string { return w.Count(n, "%d is answered", "%d are answered") })
	add(result.NextWatch, func(n int) string { return w.Count(n, "%d is only watched", "%d are only watched") })
	add(result.NextRead, func(n int) string { return w.Count(n, "%d is a weak signal", "%d are weak signals") })
	return parts
}

// noise says in brackets how many of the emerging patterns may be chance.
func (w Writer) noise(emerging int, falseAlarms float64) string {
	switch whole := int(math.Round(falseAlarms)); {
	case falseAlarms <= 0:
		return ""
	case whole == 0:
		return w.Text(" (probably none by chance)")
	case whole >= emerging && emerging == 1:
		return w.Text(" (perhaps by chance)")
	case whole >= emerging:
		return w.Text(" (perhaps all by chance)")
	case whole == 1:
		return w.Text(" (perhaps one by chance)")
	default:
		return w.Text(" (perhaps %d by chance)", whole)
	}
}

func (w Writer) chronicPart(n counts) string {
	text := w.Count(n.chronic, "%d chronic issue goes on", "%d chronic issues go on")
	if n.chronicAsked > 0 {
		text += w.Count(n.chronicAsked, ", %d needs a decision", ", %d need a decision")
	}
	return text
}
