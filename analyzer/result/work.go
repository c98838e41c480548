package result

// Work is what the desk's tickets say beyond patterns, in the last Days days.
type Work struct {
	Days      int             `json:"days"`
	Kept      []Kept          `json:"kept"`      // by tickets, most first, then issue
	Bounced   []Bounced       `json:"bounced"`   // by tickets, most first, then issue
	Themes    []Theme         `json:"themes"`    // by kind, then tickets, most first, then name
	Asked     []Asked         `json:"asked"`     // applications on no list; by people, most first, then name
	Functions []FunctionShare `json:"functions"` // by tickets, most first, then function
	// Pace holds the support groups that finished at least six tickets in the last
	// Days, by those tickets, most first, then group; PaceFewer counts the others.
	Pace      []Pace `json:"pace"`
	PaceFewer int    `json:"pace_fewer"`
	// PaceLeadDays is how many days before the earlier of two spans the export
	// begins. Tickets opened longer before a span are in neither, as the earlier
	// one cannot hold them; null where there is no earlier span.
	PaceLeadDays *int `json:"pace_lead_days"`
}

// Kept is an issue that the help desk resolves itself again and again although
// its cause belongs to another team. That may be as agreed; it is work that the
// cause goes on making.
type Kept struct {
	IssueID     string     `json:"issue_id"`
	Label       string     `json:"label"`
	Function    string     `json:"function"`
	Team        string     `json:"team"`         // "" = nobody owns Function
	Evidence    []Evidence `json:"evidence"`     // that the cause is of Function, strongest first
	Tickets     []string   `json:"tickets"`      // that the desk resolved
	Of          int        `json:"of"`           // tickets of the issue in the same days
	PersonHours *float64   `json:"person_hours"` // waited for Tickets; null: no times to resolve
}

// Bounced is an issue whose tickets are passed from group to group.
type Bounced struct {
	IssueID string   `json:"issue_id"`
	Label   string   `json:"label"`
	Tickets []string `json:"tickets"` // passed on more than once: the first hand-over is no bounce
	Of      int      `json:"of"`      // tickets of the issue of which it is known how often they were passed on
	Moves   int      `json:"moves"`   // reassignments of Tickets
	EndedAt []Count  `json:"ended_at"`
	// Paths are the commonest ways of all tickets of the issue that were passed
	// on, most first; empty where the export has one row a ticket.
	Paths []Path `json:"paths"`
}

// Path is the way that tickets took through groups.
type Path struct {
	Groups  []string `json:"groups"` // in order, two or more
	Tickets []string `json:"tickets"`
}

// Count is a name with how often it was seen.
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

// ThemeCode names a theme within its kind.
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

// ThemeCodes lists every theme, in the order in which those of equally many
// tickets are listed.
var ThemeCodes = []ThemeCode{ThemeQRCode, ThemeSMS, ThemeChat, ThemeMail, ThemePhoneCall, ThemeJoiners, ThemeLeavers, ThemeMovers}

// Theme is work that is not a fault, counted.
type Theme struct {
	Kind    ThemeKind `json:"kind"`
	Code    ThemeCode `json:"code"`     // the channel, or joiners, movers, leavers; "" of training
	Label   string    `json:"label"`    // of the issue of training; "" in others
	IssueID string    `json:"issue_id"` // of training; "" in others
	People  int       `json:"people"`
	Tickets []string  `json:"tickets"`
	Before  int       `json:"before"` // tickets in as many days before
}

// Asked is an application that people ask for and that is on no list: neither in
// the owner map nor among the services and items of the export.
type Asked struct {
	Name    string   `json:"name"`
	People  int      `json:"people"`
	Tickets []string `json:"tickets"`
}

// FunctionShare is the part of the recurring issues that falls to one function,
// whether they are patterns or not.
type FunctionShare struct {
	Function string `json:"function"` // "" = no function of the map fits
	Team     string `json:"team"`     // "" = nobody
	Issues   int    `json:"issues"`
	Tickets  int    `json:"tickets"`
}
