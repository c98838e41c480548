package result

// Criterion is an escalation criterion that a pattern meets.
type Criterion struct {
	Name string `json:"name"`
	Kind string `json:"kind"` // what it measures: a kind of config.yaml
	// Text is the sentence as configured; {people}, {days}, {times}, {hours},
	// {weeks} and {tickets} stand for the parameters below.
	Text    string  `json:"text"`
	People  int     `json:"people"`
	Days    int     `json:"days"`
	Times   float64 `json:"times"`
	Hours   float64 `json:"hours"`
	Weeks   int     `json:"weeks"`
	Tickets float64 `json:"tickets"`
	Values  []Value `json:"values"` // what was measured, in the order of the conditions
}

// Value is one measured number of a criterion.
type Value struct {
	Measure Measure `json:"measure"`
	Seen    float64 `json:"seen"`
	AtLeast float64 `json:"at_least"` // threshold of the criterion
	Days    int     `json:"days"`     // period of measures within days; 0 for others
	Since   Day     `json:"since"`    // day of the fix, of measures since a fix; "" for others
}

// Measure is what a criterion measures. Where the export names no requesters,
// measures of tickets replace those of people.
type Measure string

// The values of Measure.
const (
	MeasurePeople          Measure = "people"
	MeasureTickets         Measure = "tickets"
	MeasurePeopleWithin    Measure = "people_within_days" // most distinct people in any period of Days days
	MeasureTicketsWithin   Measure = "tickets_within_days"
	MeasureTimesExpected   Measure = "times_expected" // tickets seen / tickets expected
	MeasureHours           Measure = "person_hours"   // as Impact.PersonHoursLow
	MeasureQuietDays       Measure = "days_without_ticket"
	MeasureTicketsBefore   Measure = "tickets_before"  // before these days
	MeasureResolvedBefore  Measure = "resolved_before" // of MeasureTicketsBefore
	MeasurePeopleSince     Measure = "people_since"    // since the days without a ticket
	MeasureTicketsSince    Measure = "tickets_since"
	MeasurePeopleSinceFix  Measure = "people_since_fix" // since the day of a declared fix
	MeasureTicketsSinceFix Measure = "tickets_since_fix"
	MeasureAttackPeople    Measure = "attack_people_within_days" // reporting something that looks like an attack
	MeasureAttackTickets   Measure = "attack_tickets_within_days"
	MeasureListedPeople    Measure = "listed_people" // on the list of the criterion
	MeasureListedTickets   Measure = "listed_tickets"
	MeasureWeeks           Measure = "weeks_with_ticket"
	MeasureTicketsPerWeek  Measure = "tickets_per_week"
)

// Ask is what the owning team is asked to do by Pattern.Due; "" if the pattern is
// not escalated.
type Ask string

// The values of Ask.
const (
	AskTakeOver Ask = "take_over" // take over the root cause, or give reasons why not
	AskWhether  Ask = "whether"   // the owner is uncertain: say whether it is theirs
	AskAgree    Ask = "agree"     // agree with Owner.Alternative which of the two takes over
	AskNobody   Ask = "nobody"    // no owner: name one
)
