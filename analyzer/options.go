package analyzer

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"ticketpatterns/analyzer/coverage"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/desk"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/escalate"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/analyzer/volume"
)

// Options says how to analyse. The mapstructure tags are the keys of
// config.yaml, so that a new option touches no other package.
type Options struct {
	// AsOf is the only clock: windows end with its day, in its time zone. The
	// zero time means the latest opened time of the tickets.
	AsOf time.Time `mapstructure:"-"`
	// Names keeps people's names in quoted texts. The zero value masks them.
	Names bool `mapstructure:"-"`
	// Notice is shown on top of every page, e.g. that the data are invented.
	Notice string `mapstructure:"-"`
	// Locale is the language in which outputs are to be written, as BCP 47 says it. It
	// changes nothing else.
	Locale string `mapstructure:"-"`

	// FalseAlarmsPerReport is how many emerging patterns of one report may be
	// noise on average; > 0.
	FalseAlarmsPerReport float64 `mapstructure:"false_alarms_per_report"`
	// Budget says how the kinds of search share FalseAlarmsPerReport.
	Budget Budget `mapstructure:"budget"`
	// Shuffles says how sure the p-value is that lets through FalseAlarmsPerReport
	// patterns of pure chance: as if they were counted in so many shuffled exports, of
	// which about half are made; >= 1.
	Shuffles int `mapstructure:"shuffles"`
	// WindowDays are the widths of the windows that end at AsOf: whole weeks, so
	// that every window holds each weekday equally often.
	WindowDays []int `mapstructure:"window_days"`
	// Statistic is the test that tells whether a count is more than its past: a label
	// of stat.Tests.
	Statistic string `mapstructure:"statistic"`
	// BaselineWindows is how many earlier windows of the same width make the past.
	BaselineWindows int `mapstructure:"baseline_windows"`
	// BaselineMinWeeks is the history before a window without which nothing is
	// expected ("no baseline yet").
	BaselineMinWeeks int `mapstructure:"baseline_min_weeks"`
	// MinPeople is the smallest number of different people that make a pattern.
	MinPeople int `mapstructure:"min_people"`
	// MinTickets is the smallest number of tickets that make a pattern.
	MinTickets int `mapstructure:"min_tickets"`
	// IssueSimilarity is the lowest mean cosine similarity at which two groups of tickets
	// are joined into one issue, in (0, 1). An export whose tickets are less of a kind
	// gets a higher one: see package issue.
	IssueSimilarity float64 `mapstructure:"issue_similarity"`
	// WorkdayHours caps the hours that one ticket can cost a person.
	WorkdayHours float64 `mapstructure:"workday_hours"`
	// AnswerDays is how long an owning team has to answer an escalation.
	AnswerDays int `mapstructure:"answer_days"`

	Chronic  Chronic              `mapstructure:"chronic"`
	Criteria []escalate.Criterion `mapstructure:"-"` // a section of its own in config.yaml
	Owners   owner.Map            `mapstructure:"-"` // a section of its own in config.yaml
}

// Chronic says when an issue is high and steady.
type Chronic struct {
	Weeks          int     `mapstructure:"weeks"`            // looked back from AsOf
	ShareOfWeeks   float64 `mapstructure:"share_of_weeks"`   // of these weeks that must hold a ticket of it, in (0, 1]
	TicketsPerWeek float64 `mapstructure:"tickets_per_week"` // on average, at least
	MinPeople      int     `mapstructure:"min_people"`       // different people in these weeks
}

// Budget weighs the kinds of search against each other: each gets its share of the
// accepted false alarms, and one that this export does not allow gives it back. Weights
// are >= 0, and one is > 0.
type Budget struct {
	DepartmentGroups float64 `mapstructure:"department_groups"` // groups of tickets that say the same, in a department
	OtherGroups      float64 `mapstructure:"other_groups"`      // the same in other scopes
	DepartmentWords  float64 `mapstructure:"department_words"`  // people who use the same telling word, in a department
	Volume           float64 `mapstructure:"volume"`            // scopes with more tickets than usual, whatever they say
}

// families are the weights as the search takes them.
func (b Budget) families() [detect.FamilyCount]float64 {
	return [detect.FamilyCount]float64{
		detect.DepartmentGroups: b.DepartmentGroups, detect.OtherGroups: b.OtherGroups,
		detect.DepartmentWords: b.DepartmentWords,
	}
}

// ofIssues is the weight of all kinds of search for issues.
func (b Budget) ofIssues() float64 {
	sum := 0.0
	for _, weight := range b.families() {
		sum += weight
	}
	return sum
}

func (b Budget) validate() []error {
	var wrong []error
	if !(b.Volume >= 0) || math.IsInf(b.Volume, 1) {
		wrong = append(wrong, fmt.Errorf("analysis.budget.volume: is %g, want 0 or more", b.Volume))
	}
	sum := 0.0
	for f, weight := range b.families() {
		if !(weight >= 0) || math.IsInf(weight, 1) {
			wrong = append(wrong, fmt.Errorf("analysis.budget.%s: is %g, want 0 or more", detect.FamilyNames[f], weight))
		}
		sum += weight
	}
	if sum == 0 {
		wrong = append(wrong, errors.New("analysis.budget: is 0 for all kinds of search, want one above 0"))
	}
	return wrong
}

// DefaultOptions returns the built-in options, equal to config.yaml as shipped
// but for the owner map, which is the user's own.
func DefaultOptions() Options {
	return Options{
		FalseAlarmsPerReport: 1,
		Budget:               Budget{DepartmentGroups: 1, OtherGroups: 1, DepartmentWords: 1, Volume: 1},
		Shuffles:             10,
		WindowDays:           []int{7, 14, 28},
		Statistic:            stat.GammaPoisson{}.Label(),
		BaselineWindows:      12,
		BaselineMinWeeks:     8,
		MinPeople:            3,
		MinTickets:           3,
		IssueSimilarity:      0.30,
		WorkdayHours:         8,
		AnswerDays:           10,
		Chronic:              Chronic{Weeks: 12, ShareOfWeeks: 0.75, TicketsPerWeek: 2, MinPeople: 6},
		Criteria:             escalate.DefaultCriteria(),
	}
}

// Validate returns all mistakes at once, each naming its config.yaml key.
func (o Options) Validate() error {
	var wrong []error
	want := func(ok bool, format string, args ...any) {
		if !ok {
			wrong = append(wrong, fmt.Errorf(format, args...))
		}
	}
	want(o.FalseAlarmsPerReport > 0, "analysis.false_alarms_per_report: is %g, want more than 0", o.FalseAlarmsPerReport)
	want(o.Shuffles >= 1, "analysis.shuffles: is %d, want 1 or more", o.Shuffles)
	want(len(o.WindowDays) > 0, "analysis.window_days: is empty, want whole weeks such as [7, 14, 28]")
	for i, d := range o.WindowDays {
		want(d >= 7 && d%7 == 0, "analysis.window_days[%d]: is %d, want a multiple of 7", i, d)
	}
	want(o.test() != nil, "analysis.statistic: is %q, want one of %s", o.Statistic, strings.Join(slices.Sorted(maps.Keys(stat.Tests)), ", "))
	want(o.BaselineWindows >= 3, "analysis.baseline_windows: is %d, want 3 or more", o.BaselineWindows)
	want(o.BaselineMinWeeks >= 3, "analysis.baseline_min_weeks: is %d, want 3 or more", o.BaselineMinWeeks)
	want(o.MinPeople >= 1, "analysis.min_people: is %d, want 1 or more", o.MinPeople)
	want(o.MinTickets >= 2, "analysis.min_tickets: is %d, want 2 or more", o.MinTickets)
	want(o.IssueSimilarity > 0 && o.IssueSimilarity < 1, "analysis.issue_similarity: is %g, want a number between 0 and 1", o.IssueSimilarity)
	want(o.WorkdayHours > 0 && o.WorkdayHours <= 24, "analysis.workday_hours: is %g, want more than 0 and at most 24", o.WorkdayHours)
	want(o.AnswerDays >= 1, "analysis.answer_days: is %d, want 1 or more", o.AnswerDays)
	wrong = append(wrong, o.Budget.validate()...)
	wrong = append(wrong, o.Chronic.validate()...)
	wrong = append(wrong, escalate.Validate(o.Criteria)...)
	return errors.Join(wrong...)
}

// test is the statistic chosen; nil if there is none of that name.
func (o Options) test() stat.Test { return stat.Tests[o.Statistic] }

// search are the options of the search. In an export that is too young to have a
// past, the written criterion says how many people make a pattern.
func (o Options) search(volumeShare float64, progress func(step detect.Step, share float64)) detect.Options {
	young := o.MinPeople
	for _, c := range o.Criteria {
		if c.On && c.Kind == escalate.KindPeople {
			young = max(young, c.People)
		}
	}
	return detect.Options{
		FalseAlarmsPerReport: o.FalseAlarmsPerReport * (1 - volumeShare), Budget: o.Budget.families(), Shuffles: o.Shuffles, WindowDays: o.WindowDays, BaselineWindows: o.BaselineWindows,
		BaselineMinWeeks: o.BaselineMinWeeks, MinPeople: o.MinPeople, MinTickets: o.MinTickets, YoungMinPeople: young,
		Test: o.test(), Progress: progress,
	}
}

// volumeShare is the share of the accepted false alarms that the search for scopes
// with more tickets than usual gets. An export without a past does not allow it.
func (o Options) volumeShare(data *dataset.Dataset) float64 {
	if !volume.CanSearch(data) {
		return 0
	}
	return o.Budget.Volume / (o.Budget.Volume + o.Budget.ofIssues())
}

// permutations is how many times the days are permuted for each shuffle of the
// export: they are cheap, and a share of the budget needs more of them.
const permutations = 4

// volume are the options of the search for scopes with more tickets than usual, which
// gets this share of the accepted false alarms, but for what the desk as a whole gets.
func (o Options) volume(share float64) volume.Options {
	return volume.Options{
		FalseAlarms: max(0, share-desk.SurgeShare) * o.FalseAlarmsPerReport, Permutations: permutations * o.Shuffles, MinPeople: o.MinPeople, MinTickets: o.MinTickets,
		BaselineMinWeeks: o.BaselineMinWeeks, Test: o.test(),
	}
}

func (c Chronic) validate() []error {
	var wrong []error
	if c.Weeks < 4 {
		wrong = append(wrong, fmt.Errorf("analysis.chronic.weeks: is %d, want 4 or more", c.Weeks))
	}
	if c.ShareOfWeeks <= 0 || c.ShareOfWeeks > 1 {
		wrong = append(wrong, fmt.Errorf("analysis.chronic.share_of_weeks: is %g, want more than 0 and at most 1", c.ShareOfWeeks))
	}
	if c.TicketsPerWeek <= 0 {
		wrong = append(wrong, fmt.Errorf("analysis.chronic.tickets_per_week: is %g, want more than 0", c.TicketsPerWeek))
	}
	if c.MinPeople < 1 {
		wrong = append(wrong, fmt.Errorf("analysis.chronic.min_people: is %d, want 1 or more", c.MinPeople))
	}
	return wrong
}

// export is what coverage looks at. The baseline and the narrowest window are the
// history that the analysis needs.
func (o Options) export(tickets []ticket.Ticket, asOf time.Time, later bool) coverage.Export {
	return coverage.Export{Tickets: tickets, AsOf: asOf, Later: later, NeededDays: 7*o.BaselineMinWeeks + slices.Min(o.WindowDays)}
}
