package ingest

import (
	"sync"

	"ticketpatterns/analyzer/ticket"
)

// ticketRow is one row as gocsv hands it over. gocsv needs a tag to accept it and,
// as it calls UnmarshalCSVWithFields for each cell, does nothing with the tag:
// mapping by reflection takes twice as long.
type ticketRow struct {
	Cells  int `csv:"cells"` // taken so far
	ticket ticket.Ticket
	fields []*ticket.Field // what the cells hold; kept from row to row
}

// noField takes the cells of columns that are no field.
var noField = &ticket.Field{Kind: ticket.Time}

// UnmarshalCSVWithFields takes the cell of the column key. Times are read apart.
func (r *ticketRow) UnmarshalCSVWithFields(key, value string) error {
	if r.Cells == len(r.fields) || r.fields[r.Cells].Name != key {
		r.fields = append(r.fields[:r.Cells], fieldOf(key))
	}
	f := r.fields[r.Cells]
	r.Cells++
	switch {
	case value == "":
	case f.Kind == ticket.Text:
		*f.Text(&r.ticket) = value
	case f.Kind == ticket.Times:
		*f.Count(&r.ticket) = parseCount(value)
	case f.Kind == ticket.Kept:
		*f.Count(&r.ticket) = parseKept(value)
	}
	return nil
}

func fieldOf(key string) *ticket.Field {
	if f := ticket.FieldNamed(key); f != nil {
		return f
	}
	return noField
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
	*t, r.Row.ticket, r.Row.Cells = r.Row.ticket, ticket.Ticket{}, 0
	ticketRows.Put(r.Row)
	r.Row = nil
	return ""
}
