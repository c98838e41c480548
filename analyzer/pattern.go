package analyzer

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"ticketpatterns/analyzer/cause"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/desk"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/escalate"
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/lifecycle"
	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/volume"
)

const (
	// nearTheEdge is the share of the accepted false alarms above which a pattern may
	// be one of them: three in four false alarms are weaker than that.
	nearTheEdge = 0.25
	// mostChronic bounds the list: what is always high is no news.
	mostChronic = 10
)

// pattern is an issue concentrated in a scope and a window. Each step fills a part
// of its own and gives the value on.
type pattern struct {
	kind    result.Kind
	scope   dataset.Scope
	tickets []int32 // ascending
	issue   int     // number of its issue, or noIssue
	ofIssue []int32 // tickets of its issue in its scope and its own, all time; without an issue all tickets of the scope
	window  result.Span
	finding finding

	profile    describe.Profile
	changes    []result.Change
	symptoms   []result.Symptom
	people     int                // different requesters
	met        []result.Criterion // criteria
	exceptions []result.Exception

	id       string
	life     lifecycle.State
	track    memory.Track
	owner    result.Owner // as corrected by people
	standing standing
}

// finding is what the search says of a pattern.
type finding struct {
	emerging    *detect.Pattern // nil: not found as an issue
	volume      *volume.Pattern // nil: not found by its number of tickets
	p, expected *float64        // nil: nothing could be tested
	byChance    float64         // patterns as strong that a shuffled export shows
	mayBeChance bool
}

// standing is what earlier runs and decisions make of a pattern.
type standing struct {
	known         bool // an earlier run showed it
	firstReported result.Day
	decision      escalate.Decision
	forecast      *result.Forecast
	decisions     []result.Decision
	history       []result.Event
}

// profiler makes patterns of findings.
type profiler struct {
	data      *dataset.Dataset
	describer *describe.Describer
	issues    *issue.Set
	options   Options
	// volumeShare is the share of the accepted false alarms that numbers of tickets get,
	// not issues.
	volumeShare float64
}

// emerging makes patterns of what stands out.
func (f profiler) emerging(found []detect.Pattern) []pattern {
	var out []pattern
	for _, d := range found {
		p := pattern{
			kind: result.Emerging, scope: d.Scope, tickets: d.Tickets, window: f.data.Span(d.WindowDays, d.EndsBack),
			issue: f.issues.Majority(d.Tickets), // every finding began an issue, so there is one
			finding: finding{
				emerging: &d, p: pointer(d.P()), byChance: d.ByChance / (1 - f.volumeShare),
			},
			changes: f.describer.ChangesDuring(d.Tickets), symptoms: []result.Symptom{},
		}
		if d.Baseline != nil {
			p.finding.expected = &d.Expected
		}
		out = append(out, f.profile(p))
	}
	return out
}

// markWeak marks the patterns of a report that may be chance: the weakest ones, as
// many as there are false alarms accepted, rounded up, of those near the edge. Chance
// shows so many on average, however many lie near the edge: where eight do and chance
// accounts for one, seven are real, and the weakest is the likeliest not to be.
func markWeak(patterns []pattern, accepted float64) []pattern {
	out := slices.Clone(patterns)
	var near []int
	for i, p := range out {
		if p.finding.byChance > nearTheEdge*accepted {
			near = append(near, i)
		}
	}
	slices.SortStableFunc(near, func(a, b int) int { return -cmp.Compare(out[a].finding.byChance, out[b].finding.byChance) })
	for _, i := range near[:min(len(near), int(math.Ceil(accepted)))] {
		out[i].finding.mayBeChance = true
	}
	return out
}

// chronic makes patterns of the issues that are high and steady. Those that are
// emerging are not told twice.
func (f profiler) chronic(emerging []pattern) []pattern {
	var out []pattern
	for _, d := range detect.SearchChronic(f.data, f.issues.Tickets(), detect.ChronicOptions(f.options.Chronic)) {
		if slices.ContainsFunc(emerging, func(p pattern) bool { return p.issue == d.Issue }) {
			continue
		}
		p := pattern{
			kind: result.Chronic, scope: d.Scope, tickets: d.Tickets, window: f.data.Span(7*f.options.Chronic.Weeks, 0), issue: d.Issue,
			changes: []result.Change{}, symptoms: []result.Symptom{},
		}
		if !d.WholeDesk() {
			p.finding = finding{p: &d.P, expected: &d.Expected}
		}
		out = append(out, f.profile(p))
	}
	slices.SortStableFunc(out, func(a, b pattern) int {
		return cmp.Or(-cmp.Compare(len(a.tickets), len(b.tickets)), cmp.Compare(a.id, b.id))
	})
	return out[:min(len(out), mostChronic)]
}

// profile says what the tickets of a pattern are and which criteria they meet.
func (f profiler) profile(p pattern) pattern {
	p.ofIssue = dataset.Union(f.data.InScope(ofIssue(f.data, f.issues, p), p.scope), p.tickets)
	var everywhere []int32
	if p.issue != noIssue {
		everywhere = f.issues.Issues[p.issue].Tickets
	}
	p.profile, p.people = f.describer.Profile(p.scope, p.tickets, p.ofIssue, everywhere), f.data.DistinctPeople(p.tickets)
	p.owner, p.id = p.profile.Owner, memory.PatternID(f.data, issueID(f.issues, p), p.kind, p.scope)
	if p.issue == noIssue {
		p.profile.Label, p.profile.Example = symptomLabels(p.symptoms, p.profile.Label), false // it lists what is said
	}
	p.met, p.exceptions = escalate.Measure(f.options.Criteria, f.data, subject(p, f.describer))
	return p
}

// issueID is the id of a pattern's issue; "" if it holds many.
func issueID(issues *issue.Set, p pattern) string {
	if p.issue == noIssue {
		return ""
	}
	return issues.Issues[p.issue].ID
}

// ofIssue lists the tickets of a pattern's issue; those of the desk if it holds many.
func ofIssue(data *dataset.Dataset, issues *issue.Set, p pattern) []int32 {
	if p.issue != noIssue {
		return issues.Issues[p.issue].Tickets
	}
	all := make([]int32, len(data.Tickets))
	for t := range all {
		all[t] = int32(t)
	}
	return all
}

// deskInput is what the desk is measured by. patterns are those of the report, ranked.
func (f profiler) deskInput(found detect.Result, list []result.Issue, patterns []pattern) desk.Input {
	in := desk.Input{
		Data: f.data, Describer: f.describer, Search: found, Owners: f.options.Owners, Test: f.options.test(), MinPeople: f.options.MinPeople, MinTickets: f.options.MinTickets,
		WorkWeeks:        f.options.Chronic.Weeks,
		BaselineMinWeeks: f.options.BaselineMinWeeks, FalseAlarms: f.options.FalseAlarmsPerReport,
	}
	for i := range list {
		in.Issues = append(in.Issues, desk.Issue{ID: list[i].ID, Label: list[i].Label, Tickets: f.issues.Issues[i].Tickets})
	}
	for _, p := range patterns {
		in.Patterns = append(in.Patterns, desk.Pattern{
			ID: p.id, Kind: p.kind, Tickets: p.tickets, Owner: p.owner, Escalate: p.standing.decision.Escalate, Asked: p.standing.decision.Asked,
		})
	}
	return in
}

// subject is a pattern as criteria see it.
func subject(p pattern, d *describe.Describer) escalate.Subject {
	return escalate.Subject{
		Kind: p.kind, Tickets: p.tickets, Issue: p.ofIssue, WindowDays: p.window.Days(), Expected: p.finding.expected, PersonHours: p.profile.Impact.PersonHoursLow,
		Attack: func(t int32) bool { return cause.Names(result.CauseSecurity, d.CauseFacts(t)) },
	}
}

// perhaps lists the tickets that may belong to the pattern and count nowhere.
func (f finding) perhaps() []int32 {
	if f.emerging == nil {
		return nil
	}
	return f.emerging.Perhaps
}

// alsoSeen lists the other scopes and windows that showed a pattern's tickets. Of
// windows of one width that end on different days the strongest is enough.
func (f finding) alsoSeen(data *dataset.Dataset) []result.Sighting {
	out, seen := []result.Sighting{}, map[string]bool{}
	add := func(s dataset.Scope, days, tickets int) {
		if key := fmt.Sprint(s, days); !seen[key] {
			seen[key] = true
			out = append(out, result.Sighting{Scope: s.FieldValues(data), WindowDays: days, Tickets: tickets})
		}
	}
	if f.emerging != nil {
		for _, a := range f.emerging.Also {
			add(a.Scope, a.WindowDays, len(a.Tickets))
		}
	}
	if f.volume != nil {
		for _, a := range f.volume.Also {
			add(a.Scope, a.WindowDays, len(a.Tickets))
		}
	}
	return out
}

// rank orders patterns: escalations first, of these what was dealt with before and is
// not over, chronic ones last, those that may be chance behind the others of
// their kind, then by the hours lost at least, people, tickets and evidence.
func rank(patterns []pattern, today result.Day) []pattern {
	slices.SortStableFunc(patterns, func(a, b pattern) int {
		return cmp.Or(trueFirst(a.standing.decision.Escalate, b.standing.decision.Escalate), cmp.Compare(a.setback(today), b.setback(today)),
			trueFirst(a.kind != result.Chronic, b.kind != result.Chronic),
			trueFirst(!a.finding.mayBeChance, !b.finding.mayBeChance),
			-cmp.Compare(value(a.profile.Impact.PersonHoursLow), value(b.profile.Impact.PersonHoursLow)), -cmp.Compare(a.people, b.people),
			-cmp.Compare(len(a.tickets), len(b.tickets)), cmp.Compare(value(a.finding.p), value(b.finding.p)), cmp.Compare(a.id, b.id))
	})
	return patterns
}

// setback is the place of p among setbacks.
func (p pattern) setback(today result.Day) int {
	d := p.standing.decision
	shown := result.Pattern{
		Escalate: d.Escalate, MayBeChance: p.finding.mayBeChance, Status: p.life.Status, Due: d.Due, Owner: p.owner,
		Standing: result.Standing{Asked: d.Asked, Alarm: d.Alarm, Fix: d.Fix, Decisions: p.standing.decisions},
	}
	return shown.Setback(today).Order()
}

// numbered gives ids that repeat a number.
func numbered(patterns []pattern) []pattern {
	used := map[string]int{}
	for i := range patterns {
		used[patterns[i].id]++
		if n := used[patterns[i].id]; n > 1 {
			patterns[i].id += "-" + strconv.Itoa(n)
		}
	}
	return patterns
}

func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

func pointer[T any](v T) *T { return &v }

func value(p *float64) float64 {
	if p == nil {
		return 0
	}
	return *p
}
