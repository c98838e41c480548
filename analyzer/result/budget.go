package result

// Budget is the limit on false alarms and how it was met.
type Budget struct {
	FalseAlarms float64 `json:"false_alarms"` // accepted per report, as configured
	Tests       int     `json:"tests"`        // groups of tickets tested in this run
	PValue      float64 `json:"p_value"`      // emerging patterns have a p-value below this; the largest of Families
	Seen        float64 `json:"seen"`         // patterns of pure chance in a shuffled export, on average, of all Families
	// Families lists the kinds of search that this export allows.
	Families []FamilyBudget `json:"families"`
}

// FamilyBudget is the part of the budget that one kind of search has.
type FamilyBudget struct {
	Family      string  `json:"family"`
	FalseAlarms float64 `json:"false_alarms"` // accepted per report
	Tests       int     `json:"tests"`        // groups of tickets tested in this run
	PValue      float64 `json:"p_value"`      // its emerging patterns have a p-value below this
	Shuffles    int     `json:"shuffles"`     // times the export was shuffled to find PValue
	Seen        float64 `json:"seen"`         // patterns of pure chance below PValue in a shuffled export, on average
}
