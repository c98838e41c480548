package ingest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest/csv"
	"ticketpatterns/ingest/dates"
	"time"
)

// Options says how to read. The zero value reads any recognised export.
type Options struct {
	// Source is the name that the tickets get as their source; "" means the
	// key of the recognised system, such as "servicenow".
	Source string
	// Columns says which column holds a field and wins over recognition. A
	// field that is named more than once takes the first column that is not
	// empty in a row.
	Columns []ColumnMapping
	// Location is the time zone of times without one; nil means that nobody
	// said it: UTC is taken, and a hint says so.
	Location *time.Location
	// DateOrder is "", "dmy", "mdy" or "ymd": how dates such as 03/04/2026 are
	// read where the file itself does not prove it.
	DateOrder string
	// Encoding is the code page of bytes that are not UTF-8, such as
	// "windows-1250"; "" means Windows-1252. See [Encodings].
	Encoding string
	// MaxUnpacked is how many bytes a file packed with gzip or zstd may unpack to;
	// 0 means [MaxUnpacked].
	MaxUnpacked int64
	pace        pace // for tests
}

// MaxUnpacked is what Options.MaxUnpacked is where nobody sets it.
const MaxUnpacked = csv.MaxUnpacked

// ColumnMapping gives the column with the header Column to a field of [ticket.Fields].
type ColumnMapping struct {
	Field  string `mapstructure:"field"`
	Column string `mapstructure:"column"`
}

// Validate reports all mistakes in o at once.
func (o Options) Validate() error {
	var errs []error
	for _, m := range o.Columns {
		if !slices.Contains(ticket.FieldNames, m.Field) {
			errs = append(errs, fmt.Errorf("columns: unknown field %q, want one of %s", m.Field, strings.Join(ticket.FieldNames, ", ")))
		}
		if strings.TrimSpace(m.Column) == "" {
			errs = append(errs, fmt.Errorf("columns: field %q: no column named", m.Field))
		}
	}
	if _, ok := dates.ParseOrder(o.DateOrder); !ok {
		errs = append(errs, fmt.Errorf("date order: %q, want dmy, mdy or ymd", o.DateOrder))
	}
	if err := csv.CheckEncoding(o.Encoding); err != nil {
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// location returns the zone of times that carry none.
func (o Options) location() *time.Location {
	if o.Location == nil {
		return time.UTC
	}
	return o.Location
}
