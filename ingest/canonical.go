package ingest

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/gocarina/gocsv"

	"ticketpatterns/analyzer/ticket"
)

// WriteCanonical writes tickets as CSV in the columns of Fields: UTF-8, line
// feeds, times in RFC 3339, an unknown value as an empty cell. A cell that a
// spreadsheet would run as a formula begins with a quote, which Read takes away.
// Reading the output and writing it again gives the same bytes.
func WriteCanonical(w io.Writer, tickets []ticket.Ticket) error {
	rows := make([]ticketRow, len(tickets))
	for i := range tickets {
		rows[i] = rowOf(&tickets[i])
		rows[i].guard()
	}
	if err := gocsv.MarshalCSV(rows, csv.NewWriter(w)); err != nil {
		return fmt.Errorf("writing canonical CSV: %w", err)
	}
	return nil
}

// guard makes the cells such that reading them gives what they hold.
func (r *ticketRow) guard() {
	if r.Source == "" {
		r.Source = systemCanonical.key
	}
	for _, field := range Fields {
		cell := r.cell(field)
		c := cleaner{named: namedFields[field], time: ticketSchema().isTime(field)}
		*cell = guard(c.normal(plainText(*cell)))
	}
}

// plainText returns s as valid UTF-8 with line feeds as its only line ends.
func plainText(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return s
}

// formatTime writes a time as RFC 3339, "" for the zero time.
func formatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}
