// Package owner determines which team owns the root cause of an issue, and which issues nobody owns.
//
// # How evidence is weighed
//
// Tickets show values of the owner map (a category, a word, a cause in their notes)
// and other signs (the group that resolved them). Each kind of sign is a rule; the
// rules, and how far each is trusted, are data: see rules. What a sign tells is its
// log likelihood ratio (I. J. Good, Probability and the Weighing of Evidence, 1950):
// how much more often the tickets of the pattern show it than the rest of the export.
//
//	w = t s ln( (p + e) / (q + e) )
//
//	p = (k + u q) / (m + u)   share in the pattern: k of m tickets, and u = 2 tickets not
//	                          seen that are like all others
//	q = (K + a/20) / (M + a)  share elsewhere: K of M tickets, and a = 20 tickets of which
//	                          one in twenty shows it, as there are twenty functions
//	e = 0.01                  share in which a value means something else than the map
//	t                         trust in the rule: 1 for a category, 4 for a cause in notes
//	s = 1, or 1/2             for what the site wrote in its map, or is built in
//
// A value that all tickets show still weighs 0.1 t s, so that it decides where nothing
// else is known. A ticket adds to each function its heaviest symptom, half of the
// second (symptoms depend on each other, as tickets are routed by them), and all
// signs of a cause. Earlier tickets that say the same weigh in every ticket: k of m
// ended with one group, of all tickets of the export a share of q; as those may have
// ended with several groups, w is multiplied by p, and by m/n if they are fewer than the n
// tickets of the pattern. Where several kinds of symptom
// come at once, what they stand on is weighed alike: a sign is then a ticket of any kind
// that the function carries, p and q are the shares of these here and elsewhere, so that
// the function wins that carries most of what is up and least of what is not.
//
// The confidence is the share of the best function in the weight of all teams, of u
// tickets not seen, and of the tickets that show nothing, each worth a value of the
// map that only it shows. How it is worded stands with [result.Strength].
//
// Example: of 4 tickets 3 say "scanner" and 3 say "mail", both words of the site. In
// the 80 other tickets of the export none says "scanner", 40 say "mail". Then q is
// (0+1)/(80+20) = 0.01 and (40+1)/100 = 0.41; p is (3+0.02)/6 = 0.50 and
// (3+0.82)/6 = 0.64; and a description that says so weighs, with t = 1/2,
// 0.5 ln(0.51/0.02) = 1.6 for the owner of scanners and 0.5 ln(0.65/0.42) = 0.2 for
// that of mails.
package owner

// Map assigns functions to teams. It is a list of records, not keyed by names, so
// that names survive any config reader.
type Map struct {
	// Preset is the name of the built-in map that this one started from: see
	// [Preset].
	Preset string `mapstructure:"preset"`
	// Desk is the function of the help desk itself. Its groups hold tickets for
	// everybody and so are no evidence of a cause. "" = there is no such function.
	Desk string `mapstructure:"desk"`
	// FunctionsPerPerson is the number of functions per person above which a team
	// counts as overloaded.
	FunctionsPerPerson float64 `mapstructure:"functions_per_person"`
	// PatternsPerPerson is the number of open patterns per person above which a team
	// counts as overloaded.
	PatternsPerPerson float64    `mapstructure:"patterns_per_person"`
	Teams             []Team     `mapstructure:"teams"`
	Functions         []Function `mapstructure:"functions"`
}

// Team is a group of people that can own functions.
type Team struct {
	Name    string `mapstructure:"name"`
	Contact string `mapstructure:"contact"`
	Size    int    `mapstructure:"size"` // people; 0 if unknown
}

// Function is a part of IT that needs an owner, whatever the team is called.
type Function struct {
	Name string `mapstructure:"name"`
	Team string `mapstructure:"team"` // primary owner; "" = known gap
	// DecidesAlone is what the owner may decide alone, NeedsOthers what needs whom.
	DecidesAlone Mandate `mapstructure:"decides_alone"`
	NeedsOthers  Mandate `mapstructure:"needs_others"`

	// How tickets of this function are recognised: whole words or phrases, compared
	// without case, accents and punctuation. A trailing "*" matches the rest of the
	// last word. A category is also searched in the levels of a path, and the
	// deepest level counts.
	Categories         []string `mapstructure:"categories"`
	BroadCategories    []string `mapstructure:"broad_categories"` // unspecific ones, such as software; the last resort
	Services           []string `mapstructure:"services"`
	ConfigurationItems []string `mapstructure:"configuration_items"`
	Locations          []string `mapstructure:"locations"`
	Groups             []string `mapstructure:"groups"`      // support groups of the ticket system
	Terms              []string `mapstructure:"terms"`       // words or phrases for symptoms
	CauseTerms         []string `mapstructure:"cause_terms"` // words or phrases that name a root cause
	// Carries lists the functions whose services depend on this one: when several of
	// them fail at one time, this one is the likely cause. What it stands on itself is
	// not among them.
	Carries []string `mapstructure:"carries"`
}

// Mandate is a text of the map about what an owner may do. Built-in texts are
// English and translated where they are shown; texts of a user's own map stay as
// they are.
type Mandate string

// Facts is what one ticket says about the owner of its cause. Texts are as entered.
type Facts struct {
	TicketID          string
	Category          string
	Subcategory       string
	Service           string
	ConfigurationItem string
	Location          string
	Group             string // group that holds or last held the ticket
	Bounces           int    // number of reassignments; 0 also if unknown
	Finished          bool   // resolved or closed, so that Group is who finished it
	Subject           string
	Text              string // description
	Code              string // resolution code
	Resolution        string // resolution notes
}

// Context describes the surroundings of the tickets of a pattern. In the zero value
// nothing is known.
type Context struct {
	// ScopeIsGroup tells that the tickets were chosen by their group, so that groups
	// are no evidence.
	ScopeIsGroup bool
	// Usual lists the groups that otherwise resolve tickets of the same services and
	// configuration items.
	Usual []Usual
	// Earlier tells who resolved earlier tickets that say the same; nil if nothing is
	// known of any.
	Earlier *Earlier
	// Problem tells the same of earlier tickets of the problem records that the
	// tickets, or earlier ones of their issue, are linked to; nil if there are none.
	Problem *Earlier
	// Place is the location of most tickets, opened within Days days; "" if there is
	// none or the tickets spread over a longer time.
	Place string
	Days  int
	// Beside lists the functions whose symptoms other tickets of that location show
	// in the same days more often than usual.
	Beside []Beside
	// Changes lists the declared changes shortly before the first ticket.
	Changes []Change
}

// Usual is the group that resolves most tickets of a service or configuration item
// in the rest of the export.
type Usual struct {
	Service           string // as in Facts; "" if it is about an item
	ConfigurationItem string
	Group             string
	Count, Of         int // tickets that ended with Group, of those with any group but the desk's
}

// Beside is a function with unusually many symptoms at the pattern's location.
type Beside struct {
	Function string
	Tickets  []string
	Usual    float64 // tickets usual in as many days
}

// Change is one declared change before a pattern, with the group that made it.
type Change struct {
	ID      string
	Group   string
	Tickets []string // tickets that name what was changed
}

// Earlier tells how earlier tickets ended that say the same as those of a pattern.
type Earlier struct {
	Of     int            // such tickets that are finished and have a resolver group, the desk's among them
	Groups []EarlierGroup // who resolved them, most first, then by name
	Own    bool           // they are of the pattern's own issue
	Noted  []Facts        // of them, those with resolution notes or a code; only these and the id are set
	// Tried is how many finished tickets of the export were asked for likewise, with
	// their group hidden, and answered about as clearly by what was before them; Right
	// is how many of them ended with the first group. Both are 0 if the history is too
	// short to be tried.
	Tried, Right int
}

// EarlierGroup is a group that resolved earlier tickets, at least one.
type EarlierGroup struct {
	Group    string
	Tickets  []string
	Bounced  int // of Tickets, those that were passed on before
	Reopened int // of Tickets, those that were opened again
}
