package analyzer

import (
	"slices"
	"time"

	"ticketpatterns/analyzer/coverage"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/desk"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/analyzer/volume"
)

// Input is what an analysis is made of.
type Input struct {
	Tickets []ticket.Ticket // in any order
	Changes []ticket.Change // declared changes; may be empty
	People  []ticket.Person // list of people; may be empty

	// Quality and Warnings of the reading; they are passed on in front of those
	// of the analysis.
	Quality  []result.Check
	Warnings []result.Warning

	Progress Progress // nil: nobody wants to know
}

// Analyze finds recurring issues and patterns in tickets and names their owners. It
// reads no clock, file or environment: the same tickets, in whatever order, and the
// same options give the same result. An error means that the options are wrong; an
// empty export gives an empty result.
func Analyze(in Input, o Options) (*result.Analysis, error) {
	a, _, err := Continue(in, o, past.Memory{})
	return a, err
}

// Continue is Analyze with what earlier runs remember: issues and patterns keep
// their ids, decisions take effect, fixes are checked. It returns the memory for the
// next run too. To rerun a day, pass the memory its first run got.
func Continue(in Input, o Options, before past.Memory) (*result.Analysis, past.Memory, error) {
	if err := o.Validate(); err != nil {
		return nil, past.Memory{}, err
	}
	asOf, tickets, later := upTo(in.Tickets, o.AsOf)
	progress := newMeter(in.Progress, len(tickets))
	progress.begin(PhaseTexts)
	data := dataset.NewWatched(tickets, asOf, progress.add)

	progress.begin(PhaseShuffles)
	share := o.volumeShare(data)
	found := detect.Search(data, o.search(share, progress.search))
	a, after := conclude(in, o, before, day{data, found, volume.Search(data, o.volume(share)), share, later}, progress)
	return a, after, nil
}

// day is what is known of a day before anything is remembered.
type day struct {
	data  *dataset.Dataset
	found detect.Result
	busy  volume.Result
	// volumeShare is the share of the accepted false alarms that busy got.
	volumeShare float64
	later       []ticket.Ticket // opened after the day
}

// conclude makes the report of a day, and the memory for the next run.
func conclude(in Input, o Options, before past.Memory, of day, progress *meter) (*result.Analysis, past.Memory) {
	data, found, busy := of.data, of.found, of.busy
	progress.begin(PhaseIssues)
	overlay := memory.New(before, data)
	seeds := seedsOf(slices.Concat(found.Patterns, found.Missed)) // symptoms are issues too
	found.Patterns, busy.Patterns = oneCause(found.Patterns, busy, func(tickets []int32) bool { return overlay.IssueOfPattern(tickets) != memory.None })
	found.Missed = slices.DeleteFunc(slices.Clone(found.Missed), func(p detect.Pattern) bool { return isPart(p, busy.Patterns) })
	issues := issue.Group(data, seeds, o.IssueSimilarity, overlay)

	progress.begin(PhaseDescribe)
	describer := describe.New(data, describe.Options{
		Changes: in.Changes, People: in.People, Owners: o.Owners, ShowNames: o.Names, WorkdayHours: o.WorkdayHours, Test: o.test(),
	})
	list := describeIssues(issues, data, describer, overlay)
	profiles := profiler{data, describer, issues, o, of.volumeShare}
	emerging := profiles.emerging(found.Patterns)
	told := markWeak(slices.Concat(emerging, profiles.majorIncidents(busy.Patterns, list), profiles.chronic(emerging)), o.FalseAlarmsPerReport)
	nameByPatterns(told, list, issues, describer)
	patterns := recognise(told, data, issues, overlay)

	checks := fixes{data, issues, overlay, describer, o.MinTickets}
	decisions := decider{data, issues, overlay, describer, checks, o, newLabels(patterns, overlay, list)}
	patterns = decisions.decide(patterns)
	reported := rank(shown(patterns), result.DayOf(data.AsOf))
	missed := numbered(rank(decisions.past(markWeak(profiles.emerging(found.Missed), o.FalseAlarmsPerReport)), result.DayOf(data.AsOf)))

	measured := profiles.deskInput(found, list, reported)
	measured.Heads = desk.Heads(in.People)
	run := desk.Run(measured)
	run.Fixes, run.FixesQuiet = checks.quiet()

	write := renderer{data, describer, issues}
	a := write.analysis(in, o, found)
	a.Coverage = coverage.Check(o.export(data.Tickets, data.AsOf, len(of.later) > 0), before.Runs)
	a.Issues, a.Patterns, a.Missed, a.Assignments = list, write.patterns(reported), write.missed(missed), write.assignments(of.later, reported)
	a.Recurring = profiles.recurring(found.Expected, busy.Expected, reported)
	a.Forgotten = before.Lost
	measured.EndMissing = slices.ContainsFunc(a.Coverage, result.CoverageGap.EndsThin)
	measured.StatesMissing = slices.ContainsFunc(a.Coverage, result.CoverageGap.FiltersStates)
	a.Desk, a.Work = desk.Measure(measured)
	a.Outlook = desk.Outlook(measured)
	a.MapFit = describer.MapFit()
	a.Gaps, a.Load, a.Fixes = desk.Gaps(measured), desk.Load(measured), checks.all(in.Changes, list)
	a.Quality = append(a.Quality, desk.Quality(measured, a.Desk, a.Coverage, len(of.later), len(patterns)-len(reported))...)
	a.Trend = desk.Trend(overlay.Memory, run, desk.CriteriaAnswers(overlay))
	progress.add(1)
	return a, overlay.Next(data, today(data, issues, list, patterns, run))
}

// Coverage returns what the export lacks, worst first, without analysing it: see
// package coverage. before is what earlier runs remember.
func Coverage(in Input, o Options, before past.Memory) []result.CoverageGap {
	asOf, tickets, later := upTo(in.Tickets, o.AsOf)
	return coverage.Check(o.export(tickets, asOf, len(later) > 0), before.Runs)
}

// shown leaves out what people said is no pattern, and what did not grow since.
func shown(patterns []pattern) []pattern {
	return slices.DeleteFunc(slices.Clone(patterns), func(p pattern) bool { return !p.standing.decision.Shown })
}

// upTo returns the time of the analysis and the tickets opened up to the end of
// its day, and those opened later. All words of them are bounded.
func upTo(tickets []ticket.Ticket, asOf time.Time) (time.Time, []ticket.Ticket, []ticket.Ticket) {
	tickets = bounded(tickets)
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
