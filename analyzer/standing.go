package analyzer

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

const (
	// grownP is the p-value at which a known pattern has grown beyond its forecast.
	// It is asked of every known pattern every week.
	grownP = 0.01
	// forecastDays is the shortest time that a forecast is held against.
	forecastDays = 7
)

// stand says what earlier runs and decisions make of a pattern. It reports false
// for one that people said is none and that did not grow.
func (r *reporter) stand(s *sighting) bool {
	today := r.export.Date(0)
	s.Standing = result.Standing{Since: s.Standing.Since, FirstReported: today, Decisions: []result.Decision{}}
	if s.before != nil {
		stands := r.patternLife(s.Pattern, s.issue, s.scope, lived{
			life: life{result.Status(s.before.Status), result.Day(s.before.Since)}, reported: result.Day(s.before.FirstReported)})
		s.Status, s.Standing.Since = stands.status, stands.since
	}
	for _, d := range s.answers {
		s.Standing.Decisions = append(s.Standing.Decisions, r.told(d))
	}
	meets, team := s.Escalate, s.Owner.Team
	r.correctOwner(s)
	s.first = s.before == nil
	if _, answered := standingAnswer(s.answers, ""); s.first && answered {
		s.before = r.asIfAsked(s, team)
	}
	if s.before == nil {
		r.ask(s, meets, "")
	} else {
		s.Standing.FirstReported, s.Standing.Asked = result.Day(s.before.FirstReported), result.Day(s.before.Asked)
		if !s.first {
			s.Standing.Forecast = r.forecast(s)
		}
		if !r.weigh(s, meets) {
			return false
		}
	}
	r.tell(s)
	return true
}

// asIfAsked stands in for what would be remembered of a pattern of this very day:
// people answered the report, and the same day is run again.
func (r *reporter) asIfAsked(s *sighting, team string) *past.Pattern {
	today := string(r.export.Date(0))
	return &past.Pattern{ID: s.ID, Issue: s.IssueID, Team: team, FirstReported: today, LastReported: today, Asked: today, Due: string(s.Due),
		AlarmTickets: len(s.tickets), AlarmDays: s.WindowDays}
}

func (r *reporter) told(d past.Decision) result.Decision {
	label := ""
	if d.Kind == past.Merge {
		label = r.labelOf(d.WithIssue)
	}
	return result.Decision{Number: d.Number, Decision: d.Kind, Reason: text.Plain(d.Reason), Date: result.Day(d.Day), Owner: text.Plain(d.Owner),
		WithIssue: d.WithIssue, WithLabel: label, By: text.Plain(d.By), On: result.Day(d.On), Undone: result.Day(d.Undone)}
}

// ask escalates a pattern aloud if it meets a criterion.
func (r *reporter) ask(s *sighting, meets bool, reason string) {
	s.Escalate, s.Standing.Alarm, s.Standing.Reason = meets, meets, reason
	s.Ask, s.Due = "", ""
	if meets {
		s.Standing.Asked = r.export.Date(0)
		s.Due = result.DayOf(r.export.AsOf.AddDate(0, 0, r.options.AnswerDays))
		s.Ask = ask(r.say, s.Pattern)
	}
}

// silence keeps a pattern that meets a criterion from being escalated.
func silence(s *sighting, reason string) {
	s.Escalate, s.Ask, s.Due = false, "", ""
	s.Standing.Reason = reason
}

// weigh decides about a known pattern: it alarms again only if it grew beyond its
// forecast, is back after its fix, or belongs to somebody else. Until it is
// answered it stays on its owner's list with the day on which it was due. An answer
// to the report of this very day is not overruled by what that report asked for. A
// pattern that was merged with another is asked with it.
func (r *reporter) weigh(s *sighting, meets bool) bool {
	f := s.Standing.Forecast
	answer, answered := standingAnswer(s.answers, s.before.Alarm)
	grown := f != nil && f.PValue <= grownP && (!answered || answer.On < string(r.export.Date(0)))
	switch {
	case r.spokenFor(s):
		silence(s, r.say.Text("It was merged with “%s”, which is in this report.", r.labelOf(s.merged)))
	case answered && answer.Kind == past.Fixed:
		r.weighFix(s, answer, meets)
	case answered && answer.Kind == past.IgnoreUntilDoubled:
		r.weighDoubled(s, answer.On, meets)
	case answered && answer.Kind == past.WrongOwner && s.before.Team != s.Owner.Team:
		r.ask(s, meets, r.say.Text("It was given to %s on %s.", s.Owner.Team, r.say.Date(result.Day(answer.On))))
	case grown && meets:
		r.ask(s, meets, r.say.Count(f.Seen, "It grew beyond its forecast: %d ticket since %s, at most %d were to be expected.",
			"It grew beyond its forecast: %d tickets since %s, at most %d were to be expected.", r.say.Date(f.Window.From), f.High))
	case answered && answer.Kind == past.NotAPattern:
		return false
	case answered && answer.Kind != past.WrongOwner:
		silence(s, r.within(r.answered(s, answer), f))
	case meets && s.Standing.Asked == "":
		r.ask(s, meets, r.say.Text("It meets a criterion for the first time."))
	case meets:
		s.Due = result.Day(s.before.Due)
		s.Ask = ask(r.say, s.Pattern)
		s.Standing.Reason = r.within(r.say.Text("Asked on %s and not answered", r.say.Date(s.Standing.Asked)), f)
		if s.Due != "" && s.Due < r.export.Date(0) {
			s.Standing.Reason = r.say.Text("Asked on %s; the answer was due on %s.", r.say.Date(s.Standing.Asked), r.say.Date(s.Due))
		}
	default:
		silence(s, "")
	}
	return true
}

// standingAnswer is the last answer that was given since a pattern was last said
// aloud and that still stands.
func standingAnswer(answers []past.Decision, since string) (past.Decision, bool) {
	for _, d := range slices.Backward(answers) {
		if d.Undone == "" && d.On >= since {
			return d, true
		}
	}
	return past.Decision{}, false
}

// weighFix silences a pattern whose fix holds or is too young to be judged.
func (r *reporter) weighFix(s *sighting, fix past.Decision, meets bool) {
	check := r.checkFix(fix, s.before, s.scope, s.IssueID, s.Label)
	if check == nil {
		silence(s, r.say.Text("Fixed on %s.", r.say.Date(result.Day(fix.Day))))
		return
	}
	s.Standing.Fix = check
	broken := check.Verdict == result.VerdictBack || check.Verdict == result.VerdictNot || check.Verdict == result.VerdictWorse
	if broken && (r.repeatAfterFix(s, check) || meets) {
		r.ask(s, true, check.Text)
		return
	}
	silence(s, check.Text)
}

// weighDoubled keeps a pattern silent until it has twice the tickets a day that it
// had when it was last said aloud.
func (r *reporter) weighDoubled(s *sighting, on string, meets bool) {
	rate := float64(len(s.Tickets)) / float64(s.WindowDays)
	then := float64(s.before.AlarmTickets) / float64(max(s.before.AlarmDays, 1))
	if then > 0 && rate >= 2*then && on < string(r.export.Date(0)) {
		r.ask(s, meets, r.say.Count(len(s.Tickets), "It has doubled: %d ticket in %d days, %d in %d days when that was decided.",
			"It has doubled: %d tickets in %d days, %d in %d days when that was decided.", s.WindowDays, s.before.AlarmTickets, s.before.AlarmDays))
		return
	}
	silence(s, r.say.Text("To be ignored until it doubles."))
}

// answeredOn and answeredBy say that an owner answered, and who did.
var (
	answeredOn = map[string]say.English{past.Accept: "Accepted on %s", past.Decline: "Declined on %s", past.Known: "Known on %s", past.Split: "Split off on %s"}
	answeredBy = map[string]say.English{past.Accept: "Accepted on %s by %s", past.Decline: "Declined on %s by %s", past.Known: "Known on %s by %s",
		past.Split: "Split off on %s by %s"}
)

func (r *reporter) answered(s *sighting, d past.Decision) string {
	on := r.say.Date(result.Day(d.On))
	if d.Kind == past.Merge {
		return r.say.Text("Merged with “%s” on %s", r.labelOf(s.merged), on)
	}
	if d.By == "" {
		return r.say.Text(answeredOn[d.Kind], on)
	}
	return r.say.Text(answeredBy[d.Kind], on, text.Plain(d.By))
}

// within adds to a clause that a pattern is within its forecast.
func (r *reporter) within(clause string, f *result.Forecast) string {
	if f == nil {
		return r.say.Text("%s; it is within its forecast.", clause)
	}
	return r.say.Text("%s; it is within its forecast (%d since %s, at most %d).", clause, f.Seen, r.say.Date(f.Window.From), f.High)
}

// forecast holds the tickets opened since the last run, or in the last week,
// against the rate at which the pattern stood when it was last said aloud. With n
// tickets in w days then, the count in d days is negative binomial with
//
//	mean = (n + 1/2) d/w, size = n + 1/2
//
// the prediction of a Poisson rate with the prior of Jeffreys (Bernardo and Smith,
// Bayesian Theory, 1994, section 5.4).
func (r *reporter) forecast(s *sighting) *result.Forecast {
	if s.before.AlarmDays <= 0 {
		return nil
	}
	last, err := time.Parse(time.DateOnly, s.before.LastReported)
	if err != nil {
		return nil
	}
	days := int(r.export.Date(0).Time().Sub(last).Hours() / 24)
	days = min(max(days, forecastDays), s.WindowDays)
	size := float64(s.before.AlarmTickets) + 0.5
	mean := size * float64(days) / float64(s.before.AlarmDays)
	seen := len(r.export.Recent(s.tickets, days))
	return &result.Forecast{
		Window: r.export.Span(days, 0), Seen: seen, Expected: stat.Round(mean, 10),
		High: stat.NegativeBinomialQuantile(1-grownP, mean, size), PValue: stat.NegativeBinomialTail(seen, mean, size),
	}
}

// tell writes the history of a pattern from what is remembered.
func (r *reporter) tell(s *sighting) {
	add := func(day result.Day, what string) {
		if day != "" {
			s.History = append(s.History, result.Event{Day: day, What: what})
		}
	}
	if !s.first {
		add(s.Standing.FirstReported, r.say.Text("first reported"))
		if s.Standing.Asked != s.Standing.FirstReported {
			add(s.Standing.Asked, r.whoWasAsked(s.before))
		}
	}
	for _, d := range s.Standing.Decisions {
		add(d.On, decisionInWords(r.say, d))
		add(d.Undone, r.say.Text("decision %s taken back", strconv.Itoa(d.Number)))
	}
	for _, d := range s.absorbed {
		add(result.Day(d.On), r.say.Text("“%s” was merged with it", r.labelOf(d.Issue)))
	}
	if f := s.Standing.Fix; f != nil && f.Verdict == result.VerdictBack {
		add(r.export.Date(0), r.say.Text("back after the fix"))
	}
	slices.SortStableFunc(s.History, func(a, b result.Event) int { return cmp.Compare(a.Day, b.Day) })
}

func (r *reporter) whoWasAsked(p *past.Pattern) string {
	if team := text.Plain(p.Team); team != "" {
		return r.say.Text("asked %s", team)
	}
	return r.say.Text("asked for an owner")
}

var decisionWords = map[string]say.English{
	past.Accept: "Accepted", past.Decline: "Declined", past.Known: "Known", past.NotAPattern: "Said to be no pattern",
	past.Fixed: "Fixed", past.WrongOwner: "Given to another owner", past.Merge: "Merged with another issue", past.Split: "Split off", past.IgnoreUntilDoubled: "To be ignored until it doubles",
}

// decisionInWords says what was decided by whom.
func decisionInWords(l *say.Language, d result.Decision) string {
	what := l.Text(decisionWords[d.Decision])
	switch {
	case d.Decision == past.Fixed && d.Date != "":
		what = l.Text("Fixed on %s", l.Date(d.Date))
	case d.Owner != "":
		what += ": " + d.Owner
	case d.Decision == past.Merge && d.WithLabel != "":
		what = l.Text("Merged with “%s”", d.WithLabel)
	}
	if d.By != "" {
		what = l.Text("%s, by %s", what, d.By)
	}
	if d.Reason != "" {
		what += ": " + d.Reason
	}
	return what
}
