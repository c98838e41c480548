package result

// Criterion is a written escalation criterion that a pattern meets.
type Criterion struct {
	Name string `json:"name"`
	Kind string `json:"kind"` // what it measures: a kind of config.yaml
	// Text is the sentence as configured; {people}, {days}, {times}, {hours}, {weeks}
	// and {tickets} in it stand for the parameters below.
	Text    string  `json:"text"`
	People  int     `json:"people"`
	Days    int     `json:"days"`
	Times   float64 `json:"times"`
	Hours   float64 `json:"hours"`
	Weeks   int     `json:"weeks"`
	Tickets float64 `json:"tickets"`
	Values  []Value `json:"values"` // what was measured, in the order in which it was asked
}

// Value is one number that decided a criterion.
type Value struct {
	Measure Measure `json:"measure"`
	Seen    float64 `json:"seen"`
	AtLeast float64 `json:"at_least"` // what the criterion asks for
	Days    int     `json:"days"`     // of measures within some days; else 0
	Since   Day     `json:"since"`    // of measures since a fix; else ""
}

// Measure is what a criterion measures. Measures of tickets stand in for those of
// people where the export names nobody.
type Measure string

// The values of Measure.
const (
	MeasurePeople          Measure = "people"
	MeasureTickets         Measure = "tickets"
	MeasurePeopleWithin    Measure = "people_within_days" // the most different people of any run of Days days
	MeasureTicketsWithin   Measure = "tickets_within_days"
	MeasureTimesExpected   Measure = "times_expected" // tickets seen / tickets expected
	MeasureHours           Measure = "person_hours"   // as Impact.PersonHours
	MeasureQuietDays       Measure = "days_without_ticket"
	MeasureTicketsBefore   Measure = "tickets_before"  // before these days
	MeasureResolvedBefore  Measure = "resolved_before" // of MeasureTicketsBefore
	MeasurePeopleSince     Measure = "people_since"    // since the days without a ticket
	MeasureTicketsSince    Measure = "tickets_since"
	MeasurePeopleSinceFix  Measure = "people_since_fix" // since the day of a declared fix
	MeasureTicketsSinceFix Measure = "tickets_since_fix"
	MeasureAttackPeople    Measure = "attack_people_within_days" // who tell of something that looks like an attack
	MeasureAttackTickets   Measure = "attack_tickets_within_days"
	MeasureListedPeople    Measure = "listed_people" // whom the criterion lists
	MeasureListedTickets   Measure = "listed_tickets"
	MeasureWeeks           Measure = "weeks_with_ticket"
	MeasureTicketsPerWeek  Measure = "tickets_per_week"
)

// Ask is what the owning team is asked to do by Pattern.Due; "" if the pattern is
// not escalated.
type Ask string

// The values of Ask.
const (
	AskTakeOver Ask = "take_over" // take over the root cause, or say why not
	AskWhether  Ask = "whether"   // the owner is not sure: say whether it is theirs
	AskAgree    Ask = "agree"     // agree with Owner.Alternative which of both takes over
	AskNobody   Ask = "nobody"    // nobody owns it: name an owner
)
