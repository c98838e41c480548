package analyzer

import (
	"slices"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/desk"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
	"ticketpatterns/analyzer/ticket"
)

// Input is what an analysis is made of.
type Input struct {
	Tickets []ticket.Ticket // in any order
	Changes []ticket.Change // declared changes; may be empty

	// Quality and Warnings of the reading; they are passed on in front of those
	// of the analysis.
	Quality  []result.Check
	Warnings []result.Warning

	Progress Progress // nil: nobody wants to know
}

// Analyze finds recurring issues and patterns in tickets and names their
// owners. It reads no clock, file or environment: the same tickets, in whatever
// order, and the same options give the same result. An error means that the
// options are wrong; an empty export gives an empty result.
//
// The way is: make the tickets comparable (export); look into every scope and
// window for groups that stand out (search); group the whole export into
// issues around what was found (issue.Group); add what is chronically high;
// say of each pattern what it costs, whose it is, what may have caused it and
// whether a written criterion asks for an escalation.
func Analyze(in Input, o Options) (*result.Analysis, error) {
	a, _, err := Continue(in, o, past.Memory{})
	return a, err
}

// Continue is Analyze with what earlier runs remember: issues and patterns keep
// their ids, decisions take effect, fixes are checked. It returns the memory for
// the next run too. Whoever runs the same day again gives the memory that the
// first run of that day was given, and gets the same result.
func Continue(in Input, o Options, before past.Memory) (*result.Analysis, past.Memory, error) {
	if err := o.Validate(); err != nil {
		return nil, past.Memory{}, err
	}
	asOf, tickets, later := upTo(in.Tickets, o.AsOf)
	progress := &meter{tell: in.Progress}
	progress.begin(PhaseTexts)
	e := dataset.New(tickets, asOf)
	progress.begin(PhaseSearch)
	found := detect.Search(e, o.search(progress.add))
	r := &reporter{
		export: e, options: o, say: o.Language, changes: in.Changes,
		null: found.Null,
		describe: describe.New(e, describe.Options{
			Changes: in.Changes, Owners: o.Owners, ShowNames: o.Names, WorkdayHours: o.WorkdayHours, Test: o.test(),
		}),
	}
	progress.begin(PhaseIssues)
	r.overlay = memory.Lay(before, e)
	r.issues = issue.Group(e, seedsOf(slices.Concat(found.Patterns, found.Missed)), o.IssueSimilarity, r.overlay)
	r.issueList = r.describeIssues()
	progress.begin(PhaseDescribe)
	emerging := r.emerging(found.Patterns)
	r.sightings = slices.Concat(emerging, r.chronic(emerging))
	patterns := tellOverlaps(rank(r.recognise()))
	a := r.analysis(in, found, patterns, later)
	a.Fixes = r.fixes()
	measured := r.deskInput(found, patterns)
	a.Desk, a.Work = desk.Measure(measured)
	a.Quality = append(a.Quality, desk.Quality(measured, a.Desk, before.Runs, len(later), r.dismissed)...)
	a.Gaps, a.Load = desk.Gaps(measured), desk.Load(measured)
	run := desk.Run(measured)
	run.Fixes, run.FixesQuiet = r.quietFixes()
	a.Trend = desk.Trend(r.overlay.Memory, run, r.criteriaAnswers())
	a.Missed = nonNil(rank(r.missed(found.Missed)))
	progress.add(1)
	return a, r.remember(run), nil
}

// upTo returns the time of the analysis and the tickets opened up to the end of
// its day, and those opened later.
func upTo(tickets []ticket.Ticket, asOf time.Time) (time.Time, []ticket.Ticket, []ticket.Ticket) {
	if asOf.IsZero() {
		for i := range tickets {
			if tickets[i].Opened.After(asOf) {
				asOf = tickets[i].Opened
			}
		}
		return asOf, tickets, nil
	}
	today := dataset.CivilDay(asOf, asOf.Location())
	var until, later []ticket.Ticket
	for _, t := range tickets {
		if dataset.CivilDay(t.Opened, asOf.Location()) <= today {
			until = append(until, t)
		} else {
			later = append(later, t)
		}
	}
	return asOf, until, later
}

// seedsOf lists the tickets of each pattern, strongest first.
func seedsOf(patterns []detect.Pattern) [][]int32 {
	seeds := make([][]int32, len(patterns))
	for i, p := range patterns {
		seeds[i] = p.Tickets
	}
	return seeds
}

// reporter turns numbers of tickets into what people read.
type reporter struct {
	export  *dataset.Dataset
	options Options
	say     *say.Language
	changes []ticket.Change
	null    detect.NullDistribution

	describe *describe.Describer

	overlay   *memory.Overlay
	issues    *issue.Set
	issueList []result.Issue // by number
	sightings []sighting
	dismissed int // patterns that people said are none
}

// analysis puts the result together.
func (r *reporter) analysis(in Input, found detect.Result, patterns []result.Pattern, later []ticket.Ticket) *result.Analysis {
	e := r.export
	a := &result.Analysis{
		AsOf: r.export.AsOf, Tickets: len(e.Tickets), People: e.People, Notice: r.options.Notice, Names: "masked", Locale: r.say.Locale(),
		Issues: r.issueList, Patterns: nonNil(patterns),
		Budget: result.Budget{FalseAlarms: r.options.FalseAlarmsPerReport, Tests: found.Tests, PValue: found.Threshold,
			Shuffles: r.options.Shuffles, Seen: found.Null.Below(found.Threshold)},
		Assignments: r.assignments(later),
	}
	if r.options.Names {
		a.Names = "shown"
	}
	if len(e.Tickets) > 0 {
		a.Span.From, a.Span.To = r.export.FirstAndLast([]int32{0, int32(len(e.Tickets) - 1)})
	}
	a.Quality, a.Warnings = nonNil(slices.Clone(in.Quality)), nonNil(slices.Clone(in.Warnings))
	return a
}

// deskInput gathers what the desk is measured by.
func (r *reporter) deskInput(found detect.Result, patterns []result.Pattern) desk.Input {
	in := desk.Input{
		Data: r.export, Describer: r.describe, Search: found,
		Owners: r.options.Owners, Test: r.options.test(), MinPeople: r.options.MinPeople, WorkWeeks: r.options.Chronic.Weeks,
		BaselineMinWeeks: r.options.BaselineMinWeeks,
	}
	for i := range r.issueList {
		in.Issues = append(in.Issues, desk.Issue{ID: r.issueList[i].ID, Label: r.issueList[i].Label, Tickets: r.issues.Issues[i].Tickets})
	}
	tickets := map[string][]int32{} // by pattern
	for _, s := range r.sightings {
		tickets[s.ID] = s.tickets
	}
	for i := range patterns {
		p := &patterns[i]
		in.Patterns = append(in.Patterns, desk.Pattern{ID: p.ID, Kind: p.Kind, Tickets: tickets[p.ID], Owner: p.Owner, Escalate: p.Escalate, Asked: p.Standing.Asked})
	}
	return in
}

// nonNil returns s, or an empty slice for nil: JSON knows a difference that
// readers should not have to know.
func nonNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
