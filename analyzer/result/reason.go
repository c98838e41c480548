package result

// Reason is why a known pattern alarms again or stays silent. The numbers that
// belong to it are in Standing (Forecast, Fix, Asked), in Pattern (Due, Tickets) or
// below; unused ones are zero.
type Reason struct {
	Code        ReasonCode `json:"code"`
	Day         Day        `json:"day"`          // of the decision, or of the declared fix
	Decision    string     `json:"decision"`     // of ReasonAnswered
	By          string     `json:"by"`           // who decided; "" if nobody said
	Team        string     `json:"team"`         // of ReasonMoved
	Label       string     `json:"label"`        // of the issue that it was merged with
	TicketsThen int        `json:"tickets_then"` // of ReasonDoubled: tickets when it last alarmed
	DaysThen    int        `json:"days_then"`    // days in which TicketsThen were opened
}

// ReasonCode identifies the reason.
type ReasonCode string

// The values of ReasonCode. With the first five a pattern that meets a criterion
// alarms; with the others it stays silent.
const (
	ReasonNone         ReasonCode = ""            // nothing is remembered about the pattern, or it meets no criterion
	ReasonFirst        ReasonCode = "first"       // it meets a criterion for the first time
	ReasonGrew         ReasonCode = "grew"        // beyond its forecast
	ReasonDoubled      ReasonCode = "doubled"     // since people decided to ignore it until then
	ReasonMoved        ReasonCode = "moved"       // to another owner, by decision
	ReasonFixChecked   ReasonCode = "fix_checked" // Standing.Fix says whether it holds; alarms if not
	ReasonFixed        ReasonCode = "fixed"       // too early to check
	ReasonUntilDoubled ReasonCode = "until_doubled"
	ReasonMerged       ReasonCode = "merged"    // with a pattern that this report shows
	ReasonAnswered     ReasonCode = "answered"  // and within its forecast
	ReasonWaiting      ReasonCode = "waiting"   // for an answer, and within its forecast
	ReasonOverdue      ReasonCode = "overdue"   // the answer was due before today
	ReasonForgotten    ReasonCode = "forgotten" // the memory could not be read, so it may have been asked and answered
)

// Event is one dated line of a pattern's history.
type Event struct {
	Day      Day       `json:"day"`
	Code     EventCode `json:"code"`
	Team     string    `json:"team"`     // of EventAsked; "" = it was asked for an owner
	Decision int       `json:"decision"` // number of the decision, of EventDecided and EventUndone
	Label    string    `json:"label"`    // of the issue that was merged with it
}

// EventCode identifies what happened.
type EventCode string

// The values of EventCode.
const (
	EventFirstTicket EventCode = "first_ticket" // of its issue in the export
	EventReported    EventCode = "first_reported"
	EventAsked       EventCode = "asked"
	EventDecided     EventCode = "decided"
	EventUndone      EventCode = "decision_undone"
	EventMerged      EventCode = "merged_in" // another issue was merged with its own
	EventBack        EventCode = "back_after_fix"
)
