// Package owner answers which team owns the root cause of an issue, and which issues nobody owns.
package owner

// Map says which team owns which function. It is a list of records, never keyed
// by names, so that names survive any config reader.
type Map struct {
	// Preset names the built-in map that this one began with: see Preset.
	Preset string `mapstructure:"preset"`
	// Desk is the function of the help desk itself. The groups that are bound to
	// it hold tickets for everybody, so that they say nothing about a cause. "" =
	// there is no such function.
	Desk string `mapstructure:"desk"`
	// FunctionsPerPerson is how many functions one person of a team can hold
	// before the team counts as overloaded.
	FunctionsPerPerson float64 `mapstructure:"functions_per_person"`
	// PatternsPerPerson is how many open patterns one person of a team can work
	// on before the team counts as overloaded.
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

	// How tickets of this function are recognised: whole words or phrases,
	// compared without case, accents and punctuation. A "*" at the end of a value
	// stands for the rest of its last word. A category is also found in the levels
	// of a path, and the deepest level counts.
	Categories         []string `mapstructure:"categories"`
	BroadCategories    []string `mapstructure:"broad_categories"` // ticked for want of a better one, such as software; asked last
	Services           []string `mapstructure:"services"`
	ConfigurationItems []string `mapstructure:"configuration_items"`
	Locations          []string `mapstructure:"locations"`
	Groups             []string `mapstructure:"groups"`      // resolver groups of the ticket system
	Terms              []string `mapstructure:"terms"`       // words or phrases for what people see
	CauseTerms         []string `mapstructure:"cause_terms"` // words or phrases that name a root cause
	// Carries are the functions whose services stand on this one: when several of
	// them fail in one place at one time, this one is asked first.
	Carries []string `mapstructure:"carries"`
}

// Mandate is a text of the map about what an owner may do. The built-in ones are
// in English and translated where they are shown; those of a map of one's own stay
// as they are.
type Mandate string

// Facts is what one ticket says about who owns its cause. Texts are as typed.
type Facts struct {
	TicketID          string
	Category          string
	Subcategory       string
	Service           string
	ConfigurationItem string
	Location          string
	Group             string // that holds or last held the ticket
	Bounces           int    // times it was passed to another group; 0 also if unknown
	Finished          bool   // resolved or closed, so that Group is who finally did it
	Subject           string
	Text              string // description
	Code              string // resolution code
	Resolution        string // resolution notes
}

// Context is what lies around the tickets of a pattern. The zero value means
// that nothing of it is known.
type Context struct {
	// ScopeIsGroup says that the tickets were chosen by their group, so that
	// groups prove nothing about them.
	ScopeIsGroup bool
	// Usual are the groups that otherwise close tickets of the services and
	// configuration items at hand.
	Usual []Usual
	// Place is the one location of most tickets, within Days days; "" if there is
	// none, or the tickets spread over a longer time.
	Place string
	Days  int
	// Beside are the functions whose symptoms other tickets of that place show in
	// the same days more often than is usual there.
	Beside []Beside
	// Changes are the declared changes shortly before the first ticket.
	Changes []Change
}

// Usual is the group that most tickets of a service or configuration item end
// up with, counted in the whole export without the tickets at hand.
type Usual struct {
	Service           string // as in Facts; "" if it is about an item
	ConfigurationItem string
	Group             string
	Count, Of         int // tickets that ended with Group, of those with any group but the desk's
}

// Beside is a function with unusually many symptoms at the pattern's place.
type Beside struct {
	Function string
	Tickets  []string
	Usual    float64 // tickets in as many days before
}

// Change is one declared change before a pattern, with the group that made it.
type Change struct {
	ID      string
	Group   string
	Tickets []string // that name what was changed
}
