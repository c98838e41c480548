package ingest

import (
	"reflect"
	"testing"

	"ticketpatterns/analyzer/ticket"
)

// gocsv does not use the tags when it reads, so the switch must agree with them.
func TestRowTagsAndSwitchAgree(t *testing.T) {
	var r ticketRow
	v := reflect.ValueOf(&r).Elem()
	if v.NumField() != len(Fields) {
		t.Fatalf("%d fields, want %d", v.NumField(), len(Fields))
	}
	for i, field := range Fields {
		if tag := v.Type().Field(i).Tag.Get("csv"); tag != field {
			t.Errorf("field %d has tag %q, want %q", i, tag, field)
		}
		if err := r.UnmarshalCSVWithFields(field, field); err != nil {
			t.Error(err)
		}
		if got := v.Field(i).String(); got != field {
			t.Errorf("column %q sets another field: %s holds %q", field, v.Type().Field(i).Name, got)
		}
	}
	if err := r.UnmarshalCSVWithFields("colour", "red"); err != nil {
		t.Error("an unknown column stops gocsv:", err)
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
