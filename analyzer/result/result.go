// Package result defines the result of an analysis, the contract of every output: issues, patterns, escalations and their numbers.
//
// The structs are patterns.json field by field, so that a stored run can be read
// back and rendered in any format. Slices are never nil, and every list has a total
// order, established where the list is made: the same input gives the same bytes.
package result

import "time"

// Day is a calendar day written as 2006-01-02.
type Day string

// DayOf returns the calendar day of t in t's own location.
func DayOf(t time.Time) Day { return Day(t.Format(time.DateOnly)) }

// Time returns midnight UTC of the day; the zero time if d is not a valid day.
func (d Day) Time() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Span is a period of whole days, both ends included.
type Span struct {
	From Day `json:"from"`
	To   Day `json:"to"`
}

// Days returns the number of days in s.
func (s Span) Days() int { return int(s.To.Time().Sub(s.From.Time()).Hours()/24) + 1 }

// Analysis is the result of one run.
type Analysis struct {
	AsOf    time.Time `json:"as_of"` // the only clock of the analysis
	Span    Span      `json:"span"`  // first and last opened day
	Tickets int       `json:"tickets"`
	People  int       `json:"people"` // distinct requesters; 0 if the export names none
	Notice  string    `json:"notice"` // shown on top of every page, e.g. that the data are invented; "" for none. One that is built in is English
	Names   string    `json:"names"`  // "masked" or "shown": what was done to people's names in the texts below
	Locale  string    `json:"locale"` // in which outputs are written, as BCP 47 says it; "" = en-GB. Nothing here depends on it
	// Forgotten tells that the memory of earlier runs could not be read, or this run not be
	// remembered. Nothing is escalated then, because it might have been asked and
	// answered, or be asked again.
	Forgotten bool      `json:"forgotten"`
	Desk      Desk      `json:"desk"`
	Outlook   Outlook   `json:"outlook"`  // what to look at where nothing stands out
	Issues    []Issue   `json:"issues"`   // by size, largest first, then id
	Patterns  []Pattern `json:"patterns"` // by Rank
	// Missed are emerging patterns that reports of the past eight weeks would have
	// shown and that are not in Patterns, by rank. None is escalated.
	Missed []Pattern `json:"missed"`
	// Recurring is what comes back at this time of each month, quarter or year, and is
	// no news; most tickets first.
	Recurring []Recurring `json:"recurring"`
	Preset    Preset      `json:"preset"` // names that outputs translate
	// MapFit says how far the owner map speaks the language of the export.
	MapFit MapFit     `json:"map_fit"`
	Gaps   []Gap      `json:"gaps"` // by tickets, most first, then function; what no function fits last
	Load   []Load     `json:"load"` // by patterns, then tickets, most first, then team
	Work   Work       `json:"work"`
	Fixes  []FixCheck `json:"fixes"` // by day, latest first, then issue
	Trend  Trend      `json:"trend"`
	Budget Budget     `json:"budget"`
	// Coverage is what the export lacks, worst first.
	Coverage []CoverageGap `json:"coverage"`
	Quality  []Check       `json:"quality"`
	Warnings []Warning     `json:"warnings"` // of the reading, file by file

	// Assignments gives the issue of every ticket. It is written to assignments.csv
	// and too large for patterns.json.
	Assignments []Assignment `json:"-"`
}

// Preset holds the names of the owner map that its preset gave and not the site, in map
// order: they are English here and in the reader's language in outputs for people.
type Preset struct {
	Teams     []string `json:"teams"`
	Functions []string `json:"functions"`
}

// Desk holds the numbers of the whole desk, the background of the patterns.
type Desk struct {
	Weeks  []Day `json:"weeks"`  // first day of each week, oldest first; the last week ends at AsOf
	Weekly []int `json:"weekly"` // tickets opened in each of Weeks
	Daily  []int `json:"daily"`  // tickets opened on each day, 7 for each of Weeks, oldest first
	// QuietDays, DaysOff and Silences are the desk's calendar, derived from Daily:
	// weekdays with few tickets, single days with hardly any, and longer silences.
	QuietDays []Quiet   `json:"quiet_days"` // as they follow in the week that begins Weeks; empty: none is quieter
	DaysOff   []DayOff  `json:"days_off"`   // oldest first
	Silences  []Silence `json:"silences"`   // oldest first
	Surge     *Surge    `json:"surge"`      // null: the last week holds about as many tickets as usual
	// WeeklyInIssues counts the tickets of Weekly that belong to an issue.
	WeeklyInIssues []int `json:"weekly_in_issues"`
	// WeeklyRepeat counts the tickets of Weekly that are repeat work: see
	// RepeatDays. Null for weeks that begin before the export covers RepeatDays
	// days, and without texts, where the category stands in for the issue.
	WeeklyRepeat []*int `json:"weekly_repeat"`
	// WeeklyHours is the median time from opened to finished, in hours, of the
	// tickets that were finished in each of Weeks; null: none were.
	WeeklyHours []*float64 `json:"weekly_hours_to_resolve_median"`
	// Flow counts tickets of patterns by where they were logged and who should own
	// their cause. A ticket of several patterns counts for the owner of the pattern
	// with the higher rank.
	Flow       []Flow `json:"flow"`
	FlowField  string `json:"flow_field"`  // a canonical column: assignment_group or, if unknown, category
	WindowDays int    `json:"window_days"` // width of the window that Cells compares
	Cells      []Cell `json:"cells"`       // department x category, every pair with a ticket in the window or before
	LeftOut    int    `json:"left_out"`    // tickets in no issue
	NoiseLeft  int    `json:"noise"`       // of these, monitoring mail, greetings and texts with nothing to compare
	// LeftOutBy counts the excluded tickets by reason, most first; the sum is
	// NoiseLeft.
	LeftOutBy   []LeftOut   `json:"left_out_by"`
	NoBaseline  *NoBaseline `json:"no_baseline"`  // why nothing can be expected yet; null if it can
	HistoryDays int         `json:"history_days"` // days the export covers
}

// LeftOut is one reason why tickets are in no issue and no pattern.
type LeftOut struct {
	Reason   Exclusion `json:"reason"`
	Tickets  int       `json:"tickets"`
	Examples []Example `json:"examples"` // what they say most often, most first
}

// Example is a subject that many tickets share apart from what a program filled in;
// the first of them is quoted.
type Example struct {
	Subject string `json:"subject"`
	Tickets int    `json:"tickets"`
}

// A ticket is repeat work if at least RepeatPeople people other than its requester
// opened tickets of its issue in the RepeatDays days before its day. A ticket
// without a requester counts as one person. The day itself does not count, so that
// exports with and without a time of day give the same number, and the first day of
// an outbreak is no repeat work.
const (
	RepeatDays   = 28
	RepeatPeople = 3
)

// Cell is one department x category pair in the window that ends at AsOf.
type Cell struct {
	Department string   `json:"department"`
	Category   string   `json:"category"`
	Tickets    int      `json:"tickets"`
	Reports    int      `json:"reports"`  // people behind Tickets, each once; a ticket without a requester counts as one
	Expected   *float64 `json:"expected"` // reports, counted alike in the windows before; null: no baseline yet
	PValue     *float64 `json:"p_value"`  // P(X >= Reports); null: no baseline yet
	// PatternIDs lists the emerging patterns with enough people among Tickets to
	// form a pattern, by rank.
	PatternIDs []string `json:"pattern_ids"`
}

// Flow counts tickets of patterns between where they were logged and who should
// own their cause. A ticket counts once: one that two patterns hold goes to the
// owner of the pattern with the higher rank.
type Flow struct {
	LoggedAs string `json:"logged_as"` // a value of Desk.FlowField; "" = not given
	Team     string `json:"team"`      // "" = nobody
	Tickets  int    `json:"tickets"`
}

// Status is the stage of an issue in its life cycle.
type Status string

// StatusDays is the width of the periods that a status compares: four weeks.
const StatusDays = 28

// The values of Status.
const (
	StatusNew     Status = "new"     // first seen within the last four weeks, but for strays
	StatusGrowing Status = "growing" // more than in the four weeks before, and the last week is the highest
	StatusSteady  Status = "steady"
	StatusFading  Status = "fading" // less than in the four weeks before, or clearly past its highest week
	StatusQuiet   Status = "quiet"  // none in the last four weeks
	StatusBack    Status = "back"   // it was an issue, was silent for eight weeks, and is seen again
)

// Issue is a recurring issue: tickets that say the same thing.
type Issue struct {
	ID    string `json:"id"`
	Label string `json:"label"` // in the tickets' own words
	// LabelIsExample is true if Label is what one ticket says, and not what most say: no
	// more than half of them use most of its words.
	LabelIsExample bool     `json:"label_is_example"`
	Phrases        []string `json:"phrases"`   // what its tickets say more often than others, strongest first
	Exemplars      []string `json:"exemplars"` // ids of the most typical tickets, most typical first
	Tickets        []string `json:"tickets"`   // ids, by opened time then id
	// Perhaps lists the ids of tickets that are near to this issue, but not so near that
	// they must say the same. They count for nothing.
	Perhaps     []string `json:"perhaps"`
	FirstSeen   Day      `json:"first_seen"`
	LastSeen    Day      `json:"last_seen"`
	Status      Status   `json:"status"`
	Since       Day      `json:"since"`        // of Status
	PreviousIDs []string `json:"previous_ids"` // of issues that this one was merged from or split off, sorted
}

// Kind is the kind of a pattern.
type Kind string

// The values of Kind.
const (
	Emerging Kind = "emerging" // above what is expected
	Chronic  Kind = "chronic"  // high and steady
	// MajorIncident is a candidate for what ITIL calls a major incident: a scope holds
	// more tickets than its own past explains, whatever they say.
	MajorIncident Kind = "major_incident"
)

// Pattern is an issue concentrated in a scope and a time window or, as a major
// incident, a scope and a window that hold unusually many tickets of whatever issue.
type Pattern struct {
	ID      string `json:"id"`
	IssueID string `json:"issue_id"` // "" = many issues, see Symptoms
	Rank    int    `json:"rank"`     // from 1
	Label   string `json:"label"`
	// LabelIsExample is true if Label is what one of Tickets says, and not what most say:
	// no more than half of them use most of its words.
	LabelIsExample bool   `json:"label_is_example"`
	Kind           Kind   `json:"kind"`
	Status         Status `json:"status"`

	// The scope of the pattern. "" = not part of the scope.
	Department        string `json:"department"`
	Category          string `json:"category"`
	Subcategory       string `json:"subcategory"`
	Location          string `json:"location"`
	Service           string `json:"service"`
	ConfigurationItem string `json:"configuration_item"`
	AssignmentGroup   string `json:"assignment_group"`
	// AlsoSeenAs lists the other scopes and windows that showed the same tickets,
	// strongest first.
	AlsoSeenAs []Sighting `json:"also_seen_as"`

	Window     Span     `json:"window"`
	WindowDays int      `json:"window_days"`
	Tickets    []string `json:"tickets"` // ids in scope and window, by opened time then id
	// Perhaps lists the ids of tickets in scope and window that may say the same but are
	// as far from Tickets as other tickets of the desk. They count nowhere.
	Perhaps     []string `json:"perhaps"`
	Requesters  int      `json:"requesters"`   // distinct people behind Tickets; 0 if the export names none
	FirstTicket Day      `json:"first_ticket"` // of Tickets
	LastTicket  Day      `json:"last_ticket"`
	// BurstSince is the hour in which the first ticket was opened that the search is
	// sure of, in the zone of AsOf, for an emerging pattern of a window of less than a
	// week; null for the others, and where the export gives days only.
	BurstSince *time.Time `json:"burst_since"`

	// Family is the kind of search that found an emerging pattern, as in
	// Budget.Families; "" for a chronic one.
	Family string `json:"family"`
	// ByChance is the number of patterns as strong as this one that a report shows
	// by pure chance, estimated from shuffled exports; null for a chronic pattern.
	ByChance *float64 `json:"by_chance_per_report"`
	// MayBeChance is true for the emerging patterns close to the limit of the budget
	// of false alarms that are likeliest to be some: the weakest, at most as many as
	// the budget accepts, rounded up.
	MayBeChance bool `json:"may_be_chance"`

	Expected *float64 `json:"expected"` // tickets expected in the window; null: no baseline yet
	PValue   *float64 `json:"p_value"`  // the larger of PHere and PPast that exist; null: nothing could be tested
	// Wave is what came at the same time of earlier months, quarters or years, of which
	// Expected is made then; null: nothing comes back.
	Wave   *Wave    `json:"wave"`
	QValue *float64 `json:"q_value"` // Benjamini-Hochberg over all tests of the run
	PHere  *float64 `json:"p_here"`  // for concentration in this scope and window, against the rest of the export
	PPast  *float64 `json:"p_past"`  // for more tickets than in this scope's past or, without one, the desk's; null: no baseline yet
	// Baseline are the counts of the earlier windows of the same width, oldest first.
	Baseline []int `json:"baseline"`
	// Weekly and ExpectedWeekly are parallel to Desk.Weeks. ExpectedWeekly is all
	// null if there is no baseline.
	Weekly         []int      `json:"weekly"`
	ExpectedWeekly []*float64 `json:"expected_weekly"`
	// WeekLow and WeekHigh contain the tickets of nine in ten usual weeks; null if
	// there is no baseline.
	WeekLow  *int `json:"week_low"`
	WeekHigh *int `json:"week_high"`
	// Changes lists the declared changes that concern the pattern and started
	// between a week before FirstTicket and LastTicket, by day then id; empty for a
	// chronic pattern.
	Changes []Change `json:"changes"`

	Impact     Impact       `json:"impact"`
	Owner      Owner        `json:"owner"`
	Cause      Cause        `json:"cause"`
	Criteria   []Criterion  `json:"criteria"` // the criteria that it meets
	Escalate   bool         `json:"escalate"`
	Ask        Ask          `json:"ask"`
	Due        Day          `json:"due"` // "" if not escalated
	History    []Event      `json:"history"`
	Standing   Standing     `json:"standing"`
	Phrases    []string     `json:"phrases"`
	Exemplars  []Exemplar   `json:"exemplars"`
	Workaround []Workaround `json:"workaround"` // from resolution notes, most used first
	Tried      Tried        `json:"tried"`
	// Paths lists the most frequent reassignment paths of its tickets; empty if the
	// export has one row per ticket and so shows none.
	Paths []Path `json:"paths"`
	// Exceptions lists the criteria that it would meet but for a documented
	// exception.
	Exceptions []Exception `json:"exceptions"`
	// Misfits are counted facts that speak against one common cause.
	Misfits []Misfit `json:"misfits"`
	// Overlaps lists the other patterns of Analysis.Patterns that share tickets with
	// it, most tickets first, then by rank. One fault may be behind both.
	Overlaps []Overlap `json:"overlaps"`
	// Shares lists what its tickets have in common beyond the scope, strongest
	// first.
	Shares []Share `json:"shares"`
	// Symptoms counts the tickets of a major incident by issue: first what is most
	// above its own past there; last, without id and label, what belongs to no issue.
	// Empty for other kinds.
	Symptoms []Symptom `json:"symptoms"`
	// Spread counts where its tickets come from, for departments, locations,
	// categories and services that the scope leaves open.
	Spread []Spread `json:"spread"`
}

// FieldValue is one value of a canonical column, as scopes fix it.
type FieldValue struct {
	Field string `json:"field"`
	Value string `json:"value"`
}

// Sighting is another scope and window in which the tickets of a pattern stood out.
type Sighting struct {
	Scope      []FieldValue `json:"scope"` // in the order of the canonical columns; empty: the whole desk
	WindowDays int          `json:"window_days"`
	Tickets    int          `json:"tickets"`
}

// Symptom is one issue among the tickets of a major incident.
type Symptom struct {
	IssueID string  `json:"issue_id"` // "" = no recurring issue
	Label   string  `json:"label"`
	Tickets int     `json:"tickets"`
	People  int     `json:"people"`
	Usual   float64 `json:"usual"` // tickets of the issue in the scope in as long a time before; 0 without issue
}

// Overlap is the number of tickets that two patterns share. Both list each other.
type Overlap struct {
	PatternID string `json:"pattern_id"` // the other pattern
	Tickets   int    `json:"tickets"`    // tickets of both patterns
	Of        int    `json:"of"`         // tickets of the pattern that lists it
}

// Change is a declared change around the time of a pattern's tickets. It need not be
// the cause.
type Change struct {
	Day     Day    `json:"day"` // on which it started
	ID      string `json:"id"`
	Summary string `json:"summary"`
}

// Impact is what a pattern costs people.
type Impact struct {
	People        int      `json:"people"`
	Open          int      `json:"open"`                    // tickets not finished at AsOf
	HoursMedian   *float64 `json:"hours_to_resolve_median"` // null: no ticket of it is resolved
	Reassignments *int     `json:"reassignments"`           // null: the export does not say
	Reopens       *int     `json:"reopens"`                 // null: the export does not say
	// PersonHours estimates the working hours that people lost: the desk's working hours
	// from the opening of each ticket to its end, or to AsOf, at most HoursAtMost a ticket.
	PersonHours *float64 `json:"person_hours"` // null: no times to resolve
	// PersonHoursLow counts each person's tickets together, with at most HoursAtMost.
	// Ranks and criteria go by it.
	PersonHoursLow *float64 `json:"person_hours_low"`     // null: no times to resolve
	HoursCapped    int      `json:"person_hours_capped"`  // tickets that reach HoursAtMost
	Breaches       *int     `json:"sla_breaches"`         // tickets that missed their agreed time; null: the export does not say
	HoursAtMost    float64  `json:"person_hours_at_most"` // the hours of a working day
	Priorities     []Count  `json:"priorities"`           // of its tickets, most first; empty: the export does not say
}

// Exception is a documented exception that kept a criterion from counting.
type Exception struct {
	Criterion  string `json:"criterion"`
	Department string `json:"department"` // "" = any
	Category   string `json:"category"`   // "" = any
	Reason     string `json:"reason"`
}

// Assignment gives the issue of a ticket.
type Assignment struct {
	Source     string
	TicketID   string
	IssueID    string  // "" = belongs to no recurring issue
	Similarity float64 // cosine to the issue's centroid, in [0, 1]; 0 without issue
	Perhaps    string  // id of the pattern that it perhaps belongs to; "" = none
	// PerhapsIssue is the id of the issue that it perhaps belongs to; "" = none. Similarity
	// is that to this issue.
	PerhapsIssue string
}
