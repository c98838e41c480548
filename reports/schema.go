package reports

import (
	_ "embed"

	"ticketpatterns/analyzer/result"
)

// FormatVersion is the version of patterns.json. It counts up when a reader of the
// last version would misread the file: a field is renamed or dropped, or means
// something else, or a code does. New fields and new codes leave it as it is.
//
//	1  until 2026: sentences beside the numbers; the file names no version
//	2  codes, numbers and names in place of sentences
const FormatVersion = 2

// schemaPath is where the JSON Schema is, beside this file.
const schemaPath = "patterns.schema.json"

//go:embed patterns.schema.json
var schema string

// Schema returns the JSON Schema (draft 2020-12) of patterns.json.
func Schema() string { return schema }

// analysisFile is the whole result of one run of ticketpatterns. All lists are
// there, if need be empty, and have a total order. Readers should ignore fields
// that they do not know: new ones may come without a new version.
type analysisFile struct {
	// Version is that of this format; 1 if it is missing.
	Version int `json:"version"`
	*result.Analysis
}
