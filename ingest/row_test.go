package ingest

import (
	"testing"

	"ticketpatterns/analyzer/ticket"

	"github.com/google/go-cmp/cmp"
)

// Rows that are used again take other columns, and those that are no field.
func TestRowsAreUsedAgain(t *testing.T) {
	for _, keys := range [][]string{{"id", "subject"}, {"subject", "colour", "reopens", "id"}, {"sla_met"}, ticket.FieldNames} {
		var target rowTarget
		want := ticket.Ticket{}
		for _, key := range keys {
			if err := target.UnmarshalCSVWithFields(key, "1"); err != nil {
				t.Fatal(err)
			}
			switch f := ticket.FieldNamed(key); {
			case f == nil || f.Kind == ticket.Time:
			case f.Kind == ticket.Times:
				*f.Count(&want) = ticket.KnownCount(1)
			case f.Kind == ticket.Kept:
				*f.Count(&want) = ticket.KnownCount(0)
			default:
				*f.Text(&want) = "1"
			}
		}
		got := ticket.Ticket{ID: "old"}
		target.ticket(&got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", keys, diff)
		}
	}
}

func TestParseCount(t *testing.T) {
	known := ticket.KnownCount
	for in, want := range map[string]ticket.Count{
		"": {}, "0": known(0), "3": known(3), "3.0": known(3), "Yes": known(1), "no": known(0), "-1": {}, "many": {},
		"02/12/2013 12:31": known(1),
	} {
		if got := parseCount(in); got != want {
			t.Errorf("parseCount(%q) = %v, want %v", in, got, want)
		}
	}
}

// Whether the agreed time was kept, in the words of the systems that say so.
func TestParseKept(t *testing.T) {
	for cell, want := range map[string]ticket.Count{
		"TRUE": ticket.KnownCount(0), "false": ticket.KnownCount(1), "Within SLA": ticket.KnownCount(0), "SLA Violated": ticket.KnownCount(1),
		"yes": ticket.KnownCount(0), "no": ticket.KnownCount(1), "": {}, "paused": {},
	} {
		got := parseKept(cell)
		if got != want {
			t.Errorf("parseKept(%q) = %+v, want %+v", cell, got, want)
		}
		if again := parseKept(formatKept(got)); again != got {
			t.Errorf("%q is written %q and read as %+v", cell, formatKept(got), again)
		}
	}
}
