package result

// Work is what the desk's tickets of the last Days days show beyond patterns.
type Work struct {
	Days      int             `json:"days"`
	Kept      []Kept          `json:"kept"`      // by tickets, most first, then issue
	Bounced   []Bounced       `json:"bounced"`   // by tickets, most first, then issue
	Themes    []Theme         `json:"themes"`    // by kind, then tickets, most first, then name
	Asked     []Asked         `json:"asked"`     // applications on no list; by people, most first, then name
	Functions []FunctionShare `json:"functions"` // by tickets, most first, then function
	// Pace lists the support groups that finished at least six tickets in the last
	// Days, by those tickets, most first, then group; PaceFewer counts the other
	// groups.
	Pace      []Pace `json:"pace"`
	PaceFewer int    `json:"pace_fewer"`
	// PaceLeadDays is the number of days that the export covers before the earlier
	// of the two periods. Tickets opened earlier than that before a period count in
	// neither, as the earlier period cannot contain them; null if there is no
	// earlier period.
	PaceLeadDays *int `json:"pace_lead_days"`
}

// Kept is an issue that the help desk keeps resolving itself although its cause
// belongs to another team. This may be agreed, but the cause keeps producing work.
type Kept struct {
	IssueID     string     `json:"issue_id"`
	Label       string     `json:"label"`
	Function    string     `json:"function"`
	Team        string     `json:"team"`         // "" = nobody owns Function
	Evidence    []Evidence `json:"evidence"`     // evidence that the cause belongs to Function, strongest first
	Tickets     []string   `json:"tickets"`      // tickets resolved by the desk
	Of          int        `json:"of"`           // tickets of the issue in the same days
	PersonHours *float64   `json:"person_hours"` // lost through Tickets, as Impact.PersonHours; null: no times to resolve
}

// Bounced is an issue whose tickets are reassigned repeatedly.
type Bounced struct {
	IssueID string   `json:"issue_id"`
	Label   string   `json:"label"`
	Tickets []string `json:"tickets"` // tickets reassigned more than once: the first reassignment is no bounce
	Of      int      `json:"of"`      // tickets of the issue with a known number of reassignments
	Moves   int      `json:"moves"`   // reassignments of Tickets
	EndedAt []Count  `json:"ended_at"`
	// Paths lists the most frequent reassignment paths of the issue's tickets; empty
	// if the export has one row per ticket.
	Paths []Path `json:"paths"`
}

// Path is a sequence of groups that tickets were assigned to.
type Path struct {
	Groups  []string `json:"groups"` // in order, two or more
	Tickets []string `json:"tickets"`
}

// Count is a name and how often it occurs.
type Count struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// ThemeKind is a kind of work that is not a fault.
type ThemeKind string

// The values of ThemeKind.
const (
	ThemePhishing ThemeKind = "phishing" // by the channel that it came through
	ThemeTraining ThemeKind = "training" // issues that people ask about because nobody showed them
	ThemeAccess   ThemeKind = "access"   // of joiners, movers and leavers: a need for rules, not for repair
)

// ThemeCode identifies a theme within its kind.
type ThemeCode string

// The values of ThemeCode.
const (
	ThemeQRCode    ThemeCode = "qr_code"
	ThemeSMS       ThemeCode = "sms"
	ThemeChat      ThemeCode = "chat"
	ThemeMail      ThemeCode = "mail" // or another message of which nothing more is said
	ThemePhoneCall ThemeCode = "phone_call"
	ThemeJoiners   ThemeCode = "joiners"
	ThemeLeavers   ThemeCode = "leavers"
	ThemeMovers    ThemeCode = "movers"
)

// ThemeCodes lists every theme in the order used for ties.
var ThemeCodes = []ThemeCode{ThemeQRCode, ThemeSMS, ThemeChat, ThemeMail, ThemePhoneCall, ThemeJoiners, ThemeLeavers, ThemeMovers}

// Theme counts a kind of work that is not a fault.
type Theme struct {
	Kind    ThemeKind `json:"kind"`
	Code    ThemeCode `json:"code"`     // the channel, or joiners, movers, leavers; "" of training
	Label   string    `json:"label"`    // of the issue of training; "" in others
	IssueID string    `json:"issue_id"` // of training; "" in others
	People  int       `json:"people"`
	Tickets []string  `json:"tickets"`
	Before  int       `json:"before"` // tickets in as many days before
}

// Asked is an application that people ask for and that is unlisted: neither in the
// owner map nor among the services and items of the export.
type Asked struct {
	Name    string   `json:"name"`
	People  int      `json:"people"`
	Tickets []string `json:"tickets"`
}

// FunctionShare is the share of all recurring issues that belongs to one function.
type FunctionShare struct {
	Function string `json:"function"` // "" = no function of the map fits
	Team     string `json:"team"`     // "" = nobody
	Issues   int    `json:"issues"`
	Tickets  int    `json:"tickets"`
}
