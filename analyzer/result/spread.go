package result

// Spread counts where a pattern's tickets come from, for one field that its scope
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

// MisfitKind is a kind of misfit.
type MisfitKind string

// The values of MisfitKind.
const (
	MisfitOtherValues MisfitKind = "other values" // tickets with another value of a field that most share
	MisfitSamePeople  MisfitKind = "same people"  // tickets by people who have reported before
)

// Misfit is a counted fact that contradicts one common cause of a pattern.
type Misfit struct {
	Kind   MisfitKind `json:"kind"`
	Field  string     `json:"field"`  // a canonical column; "" of another kind than other values
	Count  int        `json:"count"`  // tickets of the pattern that do not fit
	Of     int        `json:"of"`     // tickets of the pattern, of those for which Field is known
	Values []Count    `json:"values"` // their values, most tickets first, then by name; at most five
}
