package words

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"ticketpatterns/analyzer/text"

	"ticketpatterns/analyzer/result"
)

// Scope is one part of where a pattern is.
type Scope struct{ Field, Value string }

// Scopes lists the parts of a pattern's scope, widest first; empty if it is
// everywhere.
func (w Writer) Scopes(p *result.Pattern) []Scope {
	all := []Scope{
		{"department", p.Department}, {"location", p.Location}, {"category", p.Category},
		{"subcategory", p.Subcategory}, {"service", p.Service},
		{"configuration_item", p.ConfigurationItem}, {"assignment_group", p.AssignmentGroup},
	}
	var out []Scope
	for _, s := range all {
		if s.Value != "" {
			out = append(out, Scope{w.Field(s.Field), s.Value})
		}
	}
	return out
}

// Where writes the scope in one line: "Finance, SAP", "category Email";
// "everywhere" if the pattern has no scope. What comes first is named, unless it
// is a department or a place, which stand for themselves.
func (w Writer) Where(p *result.Pattern) string {
	var parts []string
	add := func(field, value string) {
		switch {
		case value == "":
		case len(parts) > 0 || field == "department" || field == "location":
			parts = append(parts, value)
		default:
			parts = append(parts, w.named(field, value))
		}
	}
	add("department", p.Department)
	add("location", p.Location)
	add("category", p.Category)
	add("subcategory", p.Subcategory)
	add("service", p.Service)
	add("configuration_item", p.ConfigurationItem)
	if p.AssignmentGroup != "" {
		parts = append(parts, w.named("assignment_group", p.AssignmentGroup))
	}
	if len(parts) == 0 {
		return w.Text("everywhere")
	}
	return strings.Join(parts, ", ")
}

// SeenExpected compares seen with usual: "9 tickets, usually none". A chronic pattern
// is beside what the rest of the desk has.
func (w Writer) SeenExpected(p *result.Pattern) string {
	switch tickets := w.Tickets(len(p.Tickets)); {
	case p.Kind == result.Chronic && p.Expected != nil:
		return w.Text("%s, elsewhere %s", tickets, w.Usual(*p.Expected))
	case p.Expected == nil:
		return w.Text("%s, no baseline yet", tickets)
	default:
		return w.Text("%s, usually %s", tickets, w.Usual(*p.Expected))
	}
}

// Glance says the numbers of a pattern in a few words each: people, tickets, since
// when, hours lost and what is still open.
func (w Writer) Glance(p *result.Pattern) []string {
	out := []string{w.SeenExpected(p)}
	if p.Requesters > 0 {
		out = append([]string{w.Count(p.Requesters, "%d person affected", "%d people affected")}, out...)
	}
	out = append(out, w.since(p))
	if p.Impact.PersonHours != nil {
		out = append(out, w.Text("%s lost", w.HoursLost(p.Impact)))
	}
	if p.Impact.Open > 0 {
		out = append(out, w.Text("%d of %d still open", p.Impact.Open, len(p.Tickets)))
	}
	return out
}

// since says from when a pattern is known: a burst of a few days with its hour.
func (w Writer) since(p *result.Pattern) string {
	day := Since(p, w.issues)
	if at := p.BurstSince; at != nil && result.DayOf(*at) == day {
		return w.Text("since %s, %s", w.Date(day), at.Format("15:04"))
	}
	return w.Text("since %s", w.Date(day))
}

// Since returns the day from which a pattern is known: that of its first ticket,
// or, if it is chronic, that of its issue.
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

// Quotable returns the exemplars with a subject or a description.
func Quotable(p *result.Pattern) []result.Exemplar {
	return slices.DeleteFunc(slices.Clone(p.Exemplars), func(e result.Exemplar) bool { return e.Subject == "" && e.Description == "" })
}

// Exception writes a written exception: the criterion, where and why.
func (w Writer) Exception(e result.Exception) string {
	reason := strings.TrimRight(e.Reason, ".")
	switch {
	case e.Department != "" && e.Category != "":
		return w.Text("The criterion \"%s\" does not count in department %s, category %s: %s.", e.Criterion, e.Department, e.Category, reason)
	case e.Department != "":
		return w.Text("The criterion \"%s\" does not count in department %s: %s.", e.Criterion, e.Department, reason)
	case e.Category != "":
		return w.Text("The criterion \"%s\" does not count in category %s: %s.", e.Criterion, e.Category, reason)
	}
	return w.Text("The criterion \"%s\" does not count anywhere: %s.", e.Criterion, reason)
}

// OtherChanges returns the changes around p that the evidence for its cause
// does not name already.
func OtherChanges(p *result.Pattern) []result.Change {
	return slices.DeleteFunc(slices.Clone(p.Changes), func(c result.Change) bool {
		return slices.ContainsFunc(p.Cause.Evidence, func(e result.Evidence) bool { return e.Change != nil && e.Change.ID == c.ID })
	})
}

// Requesters writes how many different people are behind a pattern.
func (w Writer) Requesters(p *result.Pattern) string {
	if p.Requesters == 0 {
		return w.Text("people unknown")
	}
	return w.People(p.Requesters)
}

// Impact writes what a pattern costs in one sentence without its full stop.
func (w Writer) Impact(i result.Impact) string {
	var parts []string
	if i.People > 0 {
		parts = append(parts, w.Count(i.People, "%d person affected", "%d people affected"))
	}
	if i.PersonHours != nil {
		parts = append(parts, w.Text("%s lost", w.HoursLost(i)))
	}
	if i.HoursMedian != nil {
		parts = append(parts, w.Text("median time to resolve %s", w.Duration(*i.HoursMedian)))
	}
	switch {
	case i.Open > 0:
		parts = append(parts, w.Text("%d still open", i.Open))
	case i.HoursMedian != nil:
		parts = append(parts, w.Text("none still open"))
	}
	if i.Reassignments != nil && *i.Reassignments > 0 {
		parts = append(parts, w.Count(*i.Reassignments, "%d reassignment", "%d reassignments"))
	}
	if i.Reopens != nil && *i.Reopens > 0 {
		parts = append(parts, w.Text("%d reopened", *i.Reopens))
	}
	return strings.Join(parts, ", ")
}

// weighty is the lowest weight of a check that the quality line mentions.
const weighty = 0.02

// QualityLine says in one line whether the data can be trusted: what weakens
// the findings most, with what it does to them.
func (w Writer) QualityLine(a *result.Analysis) string {
	limits := slices.DeleteFunc(slices.Clone(a.Quality), func(c result.Check) bool { return w.CheckEffect(c) == "" })
	slices.SortStableFunc(limits, func(a, b result.Check) int { return cmp.Compare(b.Weight, a.Weight) })
	all := len(limits) + len(a.Warnings)
	if limits = slices.DeleteFunc(limits, func(c result.Check) bool { return c.Weight < weighty }); len(limits) == 0 {
		if all == 0 {
			return w.Text("Data quality: nothing found that weakens the findings.")
		}
		return w.Count(all, "Data quality: nothing that weakens the findings much; %d small limit.", "Data quality: nothing that weakens the findings much; %d small limits.")
	}
	worst := text.Shorten(strings.TrimRight(w.limit(limits[0]), "."), limitRunes)
	if len(limits) == 1 {
		return w.Text("Data quality: %s.", worst)
	}
	return w.Count(len(limits)-1, "Data quality: %[2]s; and %[1]d more limit.", "Data quality: %[2]s; and %[1]d more limits.", worst)
}

const (
	limitRunes = 240 // of the limit that the line tells
	valueRunes = 32  // of a value that stands in it
)

// limit writes a check with its effect: "requesters, none: tickets are counted".
func (w Writer) limit(c result.Check) string {
	name, value, effect := w.CheckName(c), w.CheckValue(c), w.CheckEffect(c)
	if value == "" || len([]rune(value)) > valueRunes {
		return text.OneLine(name + ": " + effect)
	}
	return text.OneLine(name + ", " + value + ": " + effect)
}

// MayBeChance says how many patterns as strong as p chance alone shows, if p is
// near the threshold; "" otherwise.
func (w Writer) MayBeChance(p *result.Pattern) string {
	if !p.MayBeChance || p.ByChance == nil {
		return ""
	}
	// Counts by chance are Poisson: at least one shows in a share 1 - e^-m of reports.
	if n := int(math.Round(1 / max(1-math.Exp(-*p.ByChance), 0.01))); n > 1 {
		return w.Text("Weak signal: chance alone shows something as strong in one report of %d. Read some of its tickets before anybody acts.", n)
	}
	return w.Text("Weak signal: chance alone shows something as strong in nearly every report. Read some of its tickets before anybody acts.")
}
