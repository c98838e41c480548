package result

// Spread says where a pattern's tickets come from, for one field that its scope
// leaves open.
type Spread struct {
	Field  string        `json:"field"`  // a canonical column
	Of     int           `json:"of"`     // tickets of the pattern for which the field is known
	Values []SpreadValue `json:"values"` // the most frequent, then by name
	Others int           `json:"others"` // values beyond these
}

// SpreadValue is one value with its tickets.
type SpreadValue struct {
	Value     string  `json:"value"`
	Count     int     `json:"count"`      // of the pattern's tickets
	DeskShare float64 `json:"desk_share"` // of all tickets for which the field is known, in [0, 1]
}
