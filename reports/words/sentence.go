package words

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
)

// Scope is one part of where a pattern is.
type Scope struct{ Field, Value string }

// Scopes lists the parts of a pattern's scope, widest first; empty if it is
// everywhere.
func Scopes(p *result.Pattern) []Scope {
	all := []Scope{
		{"department", p.Department}, {"location", p.Location}, {"category", p.Category},
		{"subcategory", p.Subcategory}, {"service", p.Service},
		{"configuration_item", p.ConfigurationItem}, {"assignment_group", p.AssignmentGroup},
	}
	var out []Scope
	for _, s := range all {
		if s.Value != "" {
			out = append(out, Scope{Field(s.Field), s.Value})
		}
	}
	return out
}

// Where writes the scope in one line: "Finance, SAP"; "everywhere" if the
// pattern has no scope.
func Where(p *result.Pattern) string {
	var values []string
	for _, s := range Scopes(p) {
		values = append(values, s.Value)
	}
	if len(values) == 0 {
		return "everywhere"
	}
	return strings.Join(values, ", ")
}

// Expected writes the expected count, or that there is no baseline yet.
func Expected(p *result.Pattern) string {
	if p.Expected == nil {
		return "no baseline yet"
	}
	return Number(*p.Expected)
}

// SeenExpected compares seen with expected: "9 tickets, 0.4 expected".
func SeenExpected(p *result.Pattern) string {
	if p.Expected == nil {
		return Tickets(len(p.Tickets)) + ", no baseline yet"
	}
	return Tickets(len(p.Tickets)) + ", " + Number(*p.Expected) + " expected"
}

// AnswerBy says until when an answer is asked for; "" if p asks for none or
// its ask names the day itself.
func AnswerBy(p *result.Pattern) string {
	if p.Due == "" || strings.Contains(p.Ask, string(p.Due)) || strings.Contains(p.Ask, Date(p.Due)) {
		return ""
	}
	return "Answer by " + Date(p.Due) + "."
}

// Since returns the day from which people know the pattern: a chronic one is
// as old as its issue, not as its window.
func Since(p *result.Pattern, issues []result.Issue) result.Day {
	if p.Kind != result.Chronic {
		return p.FirstTicket
	}
	for i := range issues {
		if issues[i].ID == p.IssueID {
			return issues[i].FirstSeen
		}
	}
	return p.FirstTicket
}

// Quotable returns the exemplars in which people said something. An export
// without texts has none.
func Quotable(p *result.Pattern) []result.Exemplar {
	return slices.DeleteFunc(slices.Clone(p.Exemplars), func(e result.Exemplar) bool { return e.Subject == "" && e.Description == "" })
}

// Values writes what decided a criterion: "people: 9, needs >= 8".
func Values(c result.Criterion) string {
	parts := make([]string, len(c.Values))
	for i, v := range c.Values {
		parts[i] = v.Name + ": " + v.Seen + ", needs " + v.Want
	}
	return strings.Join(parts, "; ")
}

// Exception writes a written exception: the criterion, where and why.
func Exception(e result.Exception) string {
	where := "anywhere"
	switch {
	case e.Department != "" && e.Category != "":
		where = "in department " + e.Department + ", category " + e.Category
	case e.Department != "":
		where = "in department " + e.Department
	case e.Category != "":
		where = "in category " + e.Category
	}
	return "The criterion \"" + e.Criterion + "\" does not count " + where + ": " + strings.TrimRight(e.Reason, ".") + "."
}

// OtherChanges returns the changes around p that the evidence for its cause
// does not name already.
func OtherChanges(p *result.Pattern) []result.Change {
	return slices.DeleteFunc(slices.Clone(p.Changes), func(c result.Change) bool {
		return slices.ContainsFunc(p.Cause.Evidence, func(e result.Evidence) bool { return strings.Contains(e.What, c.ID) })
	})
}

// Requesters writes how many different people are behind a pattern.
func Requesters(p *result.Pattern) string {
	if p.Requesters == 0 {
		return "people unknown"
	}
	return People(p.Requesters)
}

// Impact writes what a pattern costs in one sentence without its full stop.
func Impact(i result.Impact) string {
	var parts []string
	if i.People > 0 {
		parts = append(parts, People(i.People)+" affected")
	}
	if i.PersonHours != nil {
		parts = append(parts, "at most "+hours(*i.PersonHours)+" of waiting")
	}
	if i.HoursMedian != nil {
		parts = append(parts, "half of the tickets resolved within "+Duration(*i.HoursMedian))
	}
	if i.Open == 0 {
		parts = append(parts, "none still open")
	} else {
		parts = append(parts, Int(i.Open)+" still open")
	}
	if i.Reassignments != nil && *i.Reassignments > 0 {
		parts = append(parts, Count(*i.Reassignments, "reassignment", "reassignments"))
	}
	if i.Reopens != nil && *i.Reopens > 0 {
		parts = append(parts, Count(*i.Reopens, "reopened", "reopened"))
	}
	return strings.Join(parts, ", ")
}

// Duration writes hours in the unit that people would use.
func Duration(h float64) string {
	switch minutes := math.Round(60 * h); {
	case minutes < 90:
		return Count(int(minutes), "minute", "minutes")
	case h > 72:
		return Number(h/24) + " days"
	}
	return hours(h)
}

func hours(h float64) string {
	if Number(h) == "1" {
		return "1 hour"
	}
	return Number(h) + " hours"
}

// Summary says what the report holds in one sentence.
func Summary(a *result.Analysis) string {
	n := tally(a)
	var parts []string
	switch {
	case n.emerging > 0:
		parts = append(parts, emergingPart(n, a.Budget.FalseAlarms))
	case n.chronic == 0:
		parts = append(parts, "No pattern stands out among "+Tickets(a.Tickets))
	}
	if n.before > 0 {
		parts = append(parts, Int(n.before)+" of them "+was(n.before)+" asked about before")
	}
	if n.back > 0 {
		parts = append(parts, Int(n.back)+" came back")
	}
	if n.unowned > 0 {
		parts = append(parts, Count(n.unowned, "has no owner", "have no owner"))
	}
	if n.chronic > 0 {
		parts = append(parts, chronicPart(n))
	}
	if n.held > 0 {
		parts = append(parts, Count(n.held, "fix holds", "fixes hold"))
	}
	if n.failed > 0 {
		parts = append(parts, Count(n.failed, "fix does not hold", "fixes do not hold"))
	}
	return Capital(strings.Join(parts, "; ")) + "."
}

func was(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
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

func emergingPart(n counts, falseAlarms float64) string {
	text := Count(n.emerging, "pattern is above what is normal", "patterns are above what is normal")
	switch {
	case n.emergingAsked == 0:
		text += ", none needs an owner's decision yet"
	case n.emergingAsked == n.emerging && n.emerging == 1:
		text += " and needs an owner's decision"
	case n.emergingAsked == n.emerging:
		text += " and all need an owner's decision"
	case n.emergingAsked == 1:
		text += ", 1 of them needs an owner's decision"
	default:
		text += fmt.Sprintf(", %s of them need an owner's decision", Int(n.emergingAsked))
	}
	return text + noise(n.emerging, falseAlarms)
}

func noise(emerging int, falseAlarms float64) string {
	switch whole := int(math.Round(falseAlarms)); {
	case falseAlarms <= 0:
		return ""
	case whole == 0:
		return " (probably none is noise)"
	case whole >= emerging && emerging == 1:
		return " (it may still be noise)"
	case whole >= emerging:
		return " (any of them may be noise)"
	case whole == 1:
		return " (about one may be noise)"
	default:
		return fmt.Sprintf(" (about %d may be noise)", whole)
	}
}

func chronicPart(n counts) string {
	text := Count(n.chronic, "chronic issue goes on", "chronic issues go on")
	if n.chronicAsked > 0 {
		text += fmt.Sprintf(", %d worth an owner's time", n.chronicAsked)
	}
	return text
}

// QualityLine says in one line how good the data are and what that does to
// the findings: the checks that have an effect, first ones first.
func QualityLine(a *result.Analysis) string {
	var effects []string
	for _, c := range a.Quality {
		if c.Effect != "" {
			effects = append(effects, strings.TrimRight(OneLine(c.Check+": "+c.Effect), "."))
		}
	}
	if a.Desk.NoBaseline != "" {
		effects = append([]string{strings.TrimRight(OneLine(a.Desk.NoBaseline), ".")}, effects...)
	}
	switch {
	case len(effects) == 0 && len(a.Warnings) == 0:
		return "Data quality: nothing found that weakens the findings."
	case len(effects) == 0:
		return "Data quality: " + Count(len(a.Warnings), "warning", "warnings") + ", no check that weakens the findings."
	case len(effects) == 1:
		return "Data quality: " + Short(effects[0], 160) + "."
	}
	return "Data quality: " + Short(effects[0], 160) + "; and " + Count(len(effects)-1, "more limit", "more limits") + "."
}

// MayBeChance says of a pattern near the edge how often chance shows one as
// strong; "" of others.
func MayBeChance(p *result.Pattern) string {
	if !p.MayBeChance || p.ByChance == nil {
		return ""
	}
	return fmt.Sprintf("This may be chance: where the tickets are shuffled, so that nothing happened, the same search shows about %s "+
		"as strong as this one. Read some of its tickets before anybody acts on it.", Number(*p.ByChance))
}
