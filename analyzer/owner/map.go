// Package owner answers which team owns the root cause of an issue, and which issues nobody owns.
package owner

// Map says which team owns which function. It is a list of records, never keyed
// by names, so that names survive any config reader.
type Map struct {
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
	Name         string `mapstructure:"name"`
	Team         string `mapstructure:"team"`          // primary owner; "" = known gap
	DecidesAlone string `mapstructure:"decides_alone"` // what the owner may decide alone
	NeedsOthers  string `mapstructure:"needs_others"`  // what needs whom

	// How tickets of this function are recognised: whole words or phrases,
	// compared without case, accents and punctuation. A "*" at the end of a value
	// stands for the rest of its last word. A category is also found in the levels
	// of a path, and the deepest level counts.
	Categories         []string `mapstructure:"categories"`
	Services           []string `mapstructure:"services"`
	ConfigurationItems []string `mapstructure:"configuration_items"`
	Locations          []string `mapstructure:"locations"`
	Groups             []string `mapstructure:"groups"`      // resolver groups of the ticket system
	Terms              []string `mapstructure:"terms"`       // words or phrases for what people see
	CauseTerms         []string `mapstructure:"cause_terms"` // words or phrases that name a root cause
}

// Facts is what one ticket says about who owns its cause. Texts are as typed.
type Facts struct {
	TicketID          string
	Category          string
	Subcategory       string
	Service           string
	ConfigurationItem string
	Location          string
	Group             string
	Text              string // subject and description
	Resolution        string // resolution code and notes
}

// Answer is the owner of a set of tickets, with the reason.
type Answer struct {
	Function    string
	Team        string // "" when Gap
	Contact     string
	Reason      string     // in words, with counts
	Confidence  float64    // share of the evidence that speaks for Function, in [0, 1]
	Alternative string     // team of the runner-up; "" for none
	Gap         bool       // no function was recognised, or nobody owns it
	Evidence    []Evidence // strongest first
}

// Evidence is one counted reason.
type Evidence struct {
	What    string   // in words, e.g. `category "Printing"`
	Count   int      // tickets that show it
	Tickets []string // their ids, in the order given
}
