package result

// Exemplar is one ticket quoted in the report. Its texts are masked unless
// names are shown.
type Exemplar struct {
	ID          string `json:"id"`
	Opened      Day    `json:"opened"`
	Subject     string `json:"subject"`
	Description string `json:"description"` // shortened
	Category    string `json:"category"`
	Location    string `json:"location"`
}

// Workaround is a resolution note that closed tickets of the pattern.
type Workaround struct {
	Text    string   `json:"text"`
	Count   int      `json:"count"`
	Tickets []string `json:"tickets"`
}

// Tried is what the help desk has done about a pattern's tickets.
type Tried struct {
	Finished int `json:"finished"` // tickets resolved or closed
	Noted    int `json:"noted"`    // tickets with a resolution note
	// NotesKnown is false where no ticket of the whole export has a note.
	NotesKnown bool `json:"notes_known"`

	Notes    []Note  `json:"notes"`    // that no workaround repeats, newest first
	Problems []Count `json:"problems"` // problem records that its tickets are linked to, most first
}

// Note is what the help desk wrote when it closed one ticket.
type Note struct {
	Text   string `json:"text"`
	Ticket string `json:"ticket"`
}

// Share is one thing that tickets of a pattern have in common.
type Share struct {
	Field string `json:"field"` // a canonical column, e.g. "location"
	Value string `json:"value"`
	Count int    `json:"count"` // of the pattern's tickets
	Of    int    `json:"of"`    // tickets of the pattern for which the field is known
	Desk  int    `json:"desk"`  // tickets of the whole export with this value
}
