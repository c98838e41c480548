package ingest

import (
	"sync"

	"ticketpatterns/analyzer/ticket"
)

// ticketRow gathers the cells of one row as gocsv hands them over. gocsv needs a
// tag to accept it and, as it calls UnmarshalCSVWithFields for each cell, does
// nothing with the tag: mapping by reflection takes twice as long.
type ticketRow struct {
	Cells  []string        `csv:"cells"`
	fields []*ticket.Field // what the cells hold, nil where that is no field; kept from row to row
}

// UnmarshalCSVWithFields takes the cell of the column key.
func (r *ticketRow) UnmarshalCSVWithFields(key, value string) error {
	n := len(r.Cells)
	if n == len(r.fields) || r.fields[n] == nil || r.fields[n].Name != key {
		r.fields = append(r.fields[:n], ticket.FieldNamed(key))
	}
	r.Cells = append(r.Cells, value)
	return nil
}

// set sets all of t but its times.
func (r *ticketRow) set(t *ticket.Ticket) {
	*t = ticket.Ticket{}
	for i, cell := range r.Cells {
		f := r.fields[i]
		switch {
		case f == nil:
		case f.Kind == ticket.Text:
			*f.Text(t) = cell
		case f.Kind == ticket.Times:
			*f.Count(t) = parseCount(cell)
		case f.Kind == ticket.Kept:
			*f.Count(t) = parseKept(cell)
		}
	}
}

// rowTarget is what gocsv makes of each row. It holds no more than a pointer,
// because gocsv makes two of them and copies one.
type rowTarget struct {
	Row *ticketRow `csv:"."`
}

// ticketRows keeps rows for use again, once their tickets are made.
var ticketRows = sync.Pool{New: func() any { return new(ticketRow) }}

// UnmarshalCSVWithFields takes the cell of the column key.
func (r *rowTarget) UnmarshalCSVWithFields(key, value string) error {
	if r.Row == nil {
		r.Row = ticketRows.Get().(*ticketRow)
	}
	return r.Row.UnmarshalCSVWithFields(key, value)
}

// ticket sets t to the row, without its times, and returns no fault.
func (r *rowTarget) ticket(t *ticket.Ticket) string {
	if r.Row == nil {
		return "" // the file has nothing but times
	}
	r.Row.set(t)
	clear(r.Row.Cells)
	r.Row.Cells = r.Row.Cells[:0]
	ticketRows.Put(r.Row)
	r.Row = nil
	return ""
}
