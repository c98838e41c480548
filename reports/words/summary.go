package words

import (
	"math"
	"strings"

	"ticketpatterns/analyzer/result"
)

// Summary says in one sentence what the report holds: what is new, whose turn it
// is, and what can wait.
func (w Writer) Summary(a *result.Analysis) string {
	n := tally(a)
	var parts []string
	add := func(count int, part string) {
		if count > 0 {
			parts = append(parts, part)
		}
	}
	if n.emerging == 0 && n.chronic == 0 {
		parts = append(parts, w.Text("No pattern stands out among %s", w.Tickets(a.Tickets)))
	}
	add(n.emerging, w.emergingPart(a, n))
	add(n.back, w.Text("%d came back", n.back))
	add(n.chronic, w.chronicPart(n))
	add(n.held, w.Count(n.held, "%d fix holds", "%d fixes hold"))
	add(n.failed, w.Count(n.failed, "%d fix does not hold", "%d fixes do not hold"))
	return Capital(strings.Join(parts, "; ")) + "."
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
	text := w.Count(n.emerging, "%d pattern is above what is normal", "%d patterns are above what is normal")
	if a.Desk.NoBaseline != nil {
		text = w.Count(n.emerging, "in %d place many report the same (no baseline yet)", "in %d places many report the same (no baseline yet)")
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
			return []string{w.Text("it needs an owner's decision")}
		}
		return []string{w.Text("all need an owner's decision")}
	}
	var parts []string
	add := func(next result.NextAction, say func(n int) string) {
		if n.actions[next] > 0 {
			parts = append(parts, say(n.actions[next]))
		}
	}
	add(result.NextDecide, func(n int) string { return w.Count(n, "%d needs an owner's decision", "%d need an owner's decision") })
	add(result.NextOwner, func(n int) string { return w.Count(n, "%d has no owner yet", "%d have no owner yet") })
	add(result.NextOverdue, func(n int) string { return w.Count(n, "%d is overdue for an answer", "%d are overdue for an answer") })
	add(result.NextAsked, func(n int) string { return w.Count(n, "%d waits for an answer", "%d wait for an answer") })
	add(result.NextRead, func(n int) string {
		return w.Count(n, "%d may be chance and is to be read first", "%d may be chance and are to be read first")
	})
	add(result.NextAnswered, func(n int) string { return w.Count(n, "%d is answered", "%d are answered") })
	add(result.NextWatch, func(n int) string { return w.Count(n, "%d is to be watched", "%d are to be watched") })
	return parts
}

// noise says in brackets how many of the emerging patterns may be chance.
func (w Writer) noise(emerging int, falseAlarms float64) string {
	switch whole := int(math.Round(falseAlarms)); {
	case falseAlarms <= 0:
		return ""
	case whole == 0:
		return w.Text(" (probably none is noise)")
	case whole >= emerging && emerging == 1:
		return w.Text(" (it may still be noise)")
	case whole >= emerging:
		return w.Text(" (any of them may be noise)")
	case whole == 1:
		return w.Text(" (about one may be noise)")
	default:
		return w.Text(" (about %d may be noise)", whole)
	}
}

func (w Writer) chronicPart(n counts) string {
	text := w.Count(n.chronic, "%d chronic issue goes on", "%d chronic issues go on")
	if n.chronicAsked > 0 {
		text += w.Text(", %d worth an owner's time", n.chronicAsked)
	}
	return text
}
