package ingest

import (
	"time"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// Batch is what was read from one or more exports.
type Batch struct {
	Tickets  []ticket.Ticket  // by opened, source, id; each source and id once
	Rejects  []ticket.Reject  // rows that did not become tickets, by file and line: of each file the first
	Files    []File           // in the order read
	Warnings []result.Warning // those of all files
}

// File says what was read from one file and how. In each file, and so in sum,
// Rows = Kept + Merged + Rejected.
type File struct {
	Name        string   // of a workbook with # and its sheet, whose rows are the lines
	Sheet       string   // of a workbook, the one that was read
	OtherSheets []string // those that were not

	SHA256 string // of the file as it lies on disk, compressed or not
	Bytes  int64  // of the same

	Rows     int // records below the header, without blank lines and footers
	Kept     int // rows that became a ticket of their own
	Merged   int // rows that told more of a ticket that another row tells
	Rejected int

	Recognition
	Warnings []result.Warning // what is missing or doubtful in this file
	Hints    []result.Warning // what is fine if it is meant so, each with what changes it
	Problem  string           // why the file could not be read; "" if it could
}

// Recognition is how a file was understood.
type Recognition struct {
	System     string      // name of the exporting product; "" if none is known
	Form       result.Form // where System is ""
	Key        string      // its short name, the source of its tickets
	Confidence float64     // that it is this system, in [0, 1]
	Evidence   []string    // what speaks for it, in words

	Encoding    result.Encoding
	Compression string   // "", "gzip" or "zstd"
	Delimiter   string   // in words: "comma", "semicolon", "tab"
	HeaderLine  int      // physical line of the header, from 1
	Preamble    []string // lines above the header, at most three
	Footer      []string // lines below the last record that are no records

	Columns []Column // the fields that were found, in the order of ticket.Fields
	Unused  []string // headers that no field took, in the order of the file
	Dates   []Dates  // the columns that hold times
	Checks  []Check  // what the times of one row say of each other
	Missing []Gap    // fields that no column holds, with what that costs

	Candidates []Candidate // unused columns that may hold a missing field

	From, To time.Time // first and last opened of the tickets kept
}

// Column says which columns of the file hold a field.
type Column struct {
	Field   string
	Headers []string // the first that is not empty in a row counts
	Samples []string // up to three different values, shortened
	Given   bool     // by Options.Columns
	Likely  bool     // the header is near the usual names, and the values fit
	Filled  int      // rows in which the field has a value
}

// Dates says how the times of one column are read.
type Dates struct {
	Field  string
	Column string // its header
	How    result.DateReading
	Zoned  int    // cells that carry their zone
	Zone   string // taken for the others

	Assumed bool // some cell carries no zone
	Clear   bool // each cell can be read in one way only
	Times   int  // cells that are times
	Bad     int  // cells that hold something else
}

// Gap is a field that no column holds.
type Gap struct {
	Field string
	Loss  result.Loss
	Minor bool // little is lost
}

// DateOrder sums up how the file's dates are read: as in the first column that
// needs an order, else as in the first.
func (r Recognition) DateOrder() result.DateReading {
	for _, d := range r.Dates {
		if d.How.Order != result.AnyOrder {
			return d.How
		}
	}
	if len(r.Dates) > 0 {
		return r.Dates[0].How
	}
	return result.DateReading{}
}
