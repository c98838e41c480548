package ingest

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"ticketpatterns/ingest/system"
	"time"
	"unicode"

	"ticketpatterns/analyzer/ticket"
)

// WriteCanonical writes tickets as CSV in the columns of ticket.Fields: UTF-8,
// line feeds, times in RFC 3339, an unknown value as an empty cell. A cell that a
// spreadsheet would run as a formula begins with a quote, which Read takes away.
// Reading the output and writing it again gives the same bytes.
func WriteCanonical(w io.Writer, tickets []ticket.Ticket) error {
	out := csv.NewWriter(w)
	row := slices.Clone(ticket.FieldNames)
	for i := -1; i < len(tickets); i++ {
		if i >= 0 {
			canonicalRow(&tickets[i], row)
		}
		if err := out.Write(row); err != nil {
			return fmt.Errorf("writing canonical CSV: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing canonical CSV: %w", err)
	}
	return nil
}

// canonicalRow sets row to the cells of a ticket, such that reading them gives
// what they hold.
func canonicalRow(t *ticket.Ticket, row []string) {
	for i := range ticket.Fields {
		f := &ticket.Fields[i]
		text := written(t, f)
		if f.Name == "source" && text == "" {
			text = system.Canonical.Key
		}
		c := cleaner{named: f.Named, time: f.Kind == ticket.Time}
		row[i] = guard(c.normal(plainText(text)))
	}
}

// written returns the text of one field; "" if it is not known.
func written(t *ticket.Ticket, f *ticket.Field) string {
	switch f.Kind {
	case ticket.Time:
		return formatTime(*f.Time(t))
	case ticket.Times:
		return formatCount(*f.Count(t))
	case ticket.Kept:
		return formatKept(*f.Count(t))
	}
	return *f.Text(t)
}

// plainText returns s as valid UTF-8 with line feeds as its only line ends, and
// without the control characters that a terminal or a spreadsheet would obey.
func plainText(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
}

// formatTime writes a time as RFC 3339, "" for the zero time.
func formatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}
