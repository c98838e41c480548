package analyzer

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/escalate"
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/lifecycle"
	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// recognise finds the patterns of today among the remembered ones.
func recognise(patterns []pattern, data *dataset.Dataset, issues *issue.Set, o *memory.Overlay) []pattern {
	candidates := make([]memory.Candidate, len(patterns))
	for i, p := range patterns {
		candidates[i] = memory.Candidate{Kind: p.kind, Issue: issueID(issues, p), Scope: p.scope, Tickets: p.tickets, Wider: p.tickets}
		if p.finding.emerging != nil {
			candidates[i].Wider = p.finding.emerging.Wider()
		}
	}
	out := slices.Clone(patterns)
	for i, t := range o.Recognise(data, candidates, data.Date(0)) {
		out[i].track, out[i].id = t, t.ID
	}
	return out
}

// decider says how patterns stand. Labels are those of all patterns of the day.
type decider struct {
	data      *dataset.Dataset
	issues    *issue.Set
	overlay   *memory.Overlay
	describer *describe.Describer
	fixes     fixes
	options   Options
	labels    labels
}

// decide says of each pattern how it stands: what was asked, answered and promised
// before, and what is asked now.
func (d decider) decide(patterns []pattern) []pattern {
	out := slices.Clone(patterns)
	for i := range out {
		out[i] = d.stand(out[i])
	}
	return out
}

func (d decider) stand(p pattern) pattern {
	before := p.track.Before
	p.life = d.life(p, before)
	p.standing = standing{known: before != nil, firstReported: d.data.Date(0), decisions: []result.Decision{}}
	for _, a := range p.track.Answers {
		p.standing.decisions = append(p.standing.decisions, d.decisionView(a))
	}
	p.owner = escalate.CorrectOwner(p.profile.Owner, p.track.Answers, d.overlay.Memory, d.contacts())
	if _, answered := past.StandingAnswer(p.track.Answers, ""); before == nil && answered {
		before = d.asIfAsked(p)
	}
	if before != nil {
		p.standing.firstReported = result.Day(before.FirstReported)
	}
	c := d.caseOf(p, before)
	p.standing.forecast, p.standing.decision = c.Forecast, escalate.Decide(c)
	p.standing.history = d.history(p, before)
	return p
}

// past says how patterns of past weeks stood. Nothing is asked about them.
func (d decider) past(patterns []pattern) []pattern {
	out := slices.Clone(patterns)
	for i, p := range out {
		out[i].life = d.life(p, nil)
		out[i].standing = standing{
			firstReported: d.data.Date(0), decisions: []result.Decision{}, history: firstTicket(d.data, d.ofPattern(p)),
			decision: escalate.Decision{Criteria: p.met},
		}
	}
	return out
}

// contacts are those of the teams of the owner map.
func (d decider) contacts() map[string]string {
	out := map[string]string{}
	for _, t := range d.options.Owners.Teams {
		out[t.Name] = t.Contact
	}
	return out
}

// life tells where a pattern stands, by all tickets of its issue in its scope: those
// that its chart shows.
func (d decider) life(p pattern, before *past.Pattern) lifecycle.State {
	known := lifecycle.NoMemory()
	was := known
	if p.issue != noIssue {
		was = remembered(d.data, d.overlay, d.issues.Issues[p.issue].Remembered)
	}
	was.State, was.Reported, was.WasIssue = known.State, known.Reported, false
	if before != nil {
		was.State = lifecycle.State{Status: result.Status(before.Status), Since: daysBack(d.data, before.Since)}
		was.Reported = daysBack(d.data, before.FirstReported)
	}
	tickets := p.ofIssue
	if p.issue == noIssue { // what a scope always has is not what struck it
		tickets = p.tickets
	}
	life := wholeDesk(d.data).Status(d.data.DaysOf(tickets), was)
	first := d.data.Day[p.tickets[0]]
	if p.kind == result.MajorIncident && before == nil { // all its tickets are of now, however short the export
		life = lifecycle.State{Status: result.StatusNew, Since: first}
	}
	if p.kind != result.Chronic {
		life = life.Within(first)
	}
	return life
}

// asIfAsked stands in for what would be remembered of a pattern of this very day:
// people answered the report, and the same day is run again.
func (d decider) asIfAsked(p pattern) *past.Pattern {
	today, due := string(d.data.Date(0)), ""
	if len(p.met) > 0 {
		due = string(d.dueDay())
	}
	return &past.Pattern{
		ID: p.id, Issue: issueID(d.issues, p), Team: p.profile.Owner.Team, FirstReported: today, LastReported: today, Asked: today, Due: due,
		AlarmTickets: len(p.tickets), AlarmDays: p.window.Days(),
	}
}

// dueDay is the day by which whoever is asked today is to answer.
func (d decider) dueDay() result.Day {
	return result.DayOf(d.data.AsOf.AddDate(0, 0, d.options.AnswerDays))
}

// caseOf gathers what decides about a pattern.
func (d decider) caseOf(p pattern, before *past.Pattern) escalate.Case {
	c := escalate.Case{
		Today: d.data.Date(0), DueDay: d.dueDay(), Tickets: len(p.tickets), Days: p.window.Days(),
		Met: p.met, Owner: p.owner, Before: before, Answers: p.track.Answers, Lost: d.overlay.Memory.Lost,
	}
	if before == nil {
		return c
	}
	if p.standing.known {
		c.Forecast = d.forecast(p, before)
	}
	if p.track.TargetPresent {
		c.MergedWith = d.labels.of(p.track.Merged)
	}
	switch answer, answered := past.StandingAnswer(p.track.Answers, before.Alarm); {
	case answered && answer.Kind == past.Fixed:
		if c.Fix = d.fixes.check(answer, before, p.scope, issueID(d.issues, p), p.profile.Label); c.Fix != nil {
			if met, back := escalate.MeasureReturn(d.options.Criteria, d.data, subject(p, d.describer), p.met, c.Fix); back {
				c.MetSinceFix = met
			}
		}
	case answered && answer.Kind == past.Merge:
		c.AnsweredLabel = d.labels.of(p.track.Merged)
	}
	return c
}

// forecast holds the tickets opened since the last run, or in the last week,
// against the rate at which the pattern stood when it was last said aloud.
func (d decider) forecast(p pattern, before *past.Pattern) *result.Forecast {
	last := daysBack(d.data, before.LastReported)
	if before.AlarmDays <= 0 || last == lifecycle.None {
		return nil
	}
	days := lifecycle.ForecastDays(last, p.window.Days())
	seen := len(d.data.Recent(p.tickets, days))
	f := lifecycle.NewForecast(before.AlarmTickets, before.AlarmDays, days, seen)
	return &result.Forecast{Window: d.data.Span(days, 0), Seen: seen, Expected: f.Expected, High: f.High, PValue: f.P}
}

// decisionView returns a decision as the result shows it.
func (d decider) decisionView(a past.Decision) result.Decision {
	label := ""
	if a.Kind == past.Merge {
		label = d.labels.of(a.WithIssue)
	}
	return result.Decision{Number: a.Number, Decision: a.Kind, Reason: text.Plain(a.Reason), Date: result.Day(a.Day), Owner: text.Plain(a.Owner),
		WithIssue: a.WithIssue, WithLabel: label, By: text.Plain(a.By), On: result.Day(a.On), Undone: result.Day(a.Undone)}
}

// history lists what is known of a pattern by day, oldest first.
func (d decider) history(p pattern, before *past.Pattern) []result.Event {
	out := firstTicket(d.data, d.ofPattern(p))
	add := func(e result.Event) {
		if e.Day != "" {
			out = append(out, e)
		}
	}
	if p.standing.known {
		add(result.Event{Day: p.standing.firstReported, Code: result.EventReported})
		if asked := p.standing.decision.Asked; asked != p.standing.firstReported {
			add(result.Event{Day: asked, Code: result.EventAsked, Team: text.Plain(before.Team)})
		}
	}
	for _, a := range p.standing.decisions {
		add(result.Event{Day: a.On, Code: result.EventDecided, Decision: a.Number})
		add(result.Event{Day: a.Undone, Code: result.EventUndone, Decision: a.Number})
	}
	for _, a := range p.track.Absorbed {
		add(result.Event{Day: result.Day(a.On), Code: result.EventMerged, Label: d.labels.of(a.Issue)})
	}
	if f := p.standing.decision.Fix; f != nil && f.Verdict == result.VerdictBack {
		add(result.Event{Day: d.data.Date(0), Code: result.EventBack})
	}
	slices.SortStableFunc(out, func(a, b result.Event) int { return cmp.Compare(a.Day, b.Day) })
	return out
}

// ofPattern lists the tickets of a pattern's issue; its own if it holds many.
func (d decider) ofPattern(p pattern) []int32 {
	if p.issue == noIssue {
		return p.tickets
	}
	return d.issues.Issues[p.issue].Tickets
}

// firstTicket is how the history of every pattern begins.
func firstTicket(data *dataset.Dataset, ofIssue []int32) []result.Event {
	first, _ := data.FirstAndLast(ofIssue)
	return []result.Event{{Day: first, Code: result.EventFirstTicket}}
}
