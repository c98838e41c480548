package words

import (
	"math"
	"strings"

	"ticketpatterns/analyzer/result"
)

// Summary says what the report holds in one sentence.
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
	add(n.emerging, w.emergingPart(n)+w.noise(n.emerging, a.Budget.FalseAlarms))
	add(n.before, w.Count(n.before, "%d of them was asked about before", "%d of them were asked about before"))
	add(n.back, w.Text("%d came back", n.back))
	add(n.unowned, w.Count(n.unowned, "%d has no owner", "%d have no owner"))
	add(n.chronic, w.chronicPart(n))
	add(n.held, w.Count(n.held, "%d fix holds", "%d fixes hold"))
	add(n.failed, w.Count(n.failed, "%d fix does not hold", "%d fixes do not hold"))
	return Capital(strings.Join(parts, "; ")) + "."
}

// counts is what the summary says. before are those of emergingAsked whose owner
// an earlier run asked.
type counts struct{ emerging, emergingAsked, before, chronic, chronicAsked, back, unowned, held, failed int }

func tally(a *result.Analysis) counts {
	var n counts
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
			n.emergingAsked += one(p.Escalate)
			n.before += one(p.Escalate && p.Standing.Asked != "" && p.Standing.Asked < result.DayOf(a.AsOf))
		}
		n.back += one(p.Status == result.StatusBack)
		n.unowned += one(p.Owner.Gap)
	}
	return n
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (w Writer) emergingPart(n counts) string {
	switch n.emergingAsked {
	case 0:
		return w.Count(n.emerging, "%d pattern is above what is normal, and needs no owner's decision yet",
			"%d patterns are above what is normal, none needs an owner's decision yet")
	case n.emerging:
		return w.Count(n.emerging, "%d pattern is above what is normal and needs an owner's decision",
			"%d patterns are above what is normal and all need an owner's decision")
	}
	return w.Count(n.emergingAsked, "%[2]d patterns are above what is normal, %[1]d of them needs an owner's decision",
		"%[2]d patterns are above what is normal, %[1]d of them need an owner's decision", n.emerging)
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
