package ingest

import (
	"strings"
	"testing"

	"ticketpatterns/analyzer/ticket"
)

// What a terminal or a spreadsheet would obey is not written.
func TestCanonicalHoldsNoControlCharacters(t *testing.T) {
	var out strings.Builder
	if err := WriteCanonical(&out, []ticket.Ticket{{ID: "1", Subject: "a\x1b[31m\x07b\u009bc", Description: "one\r\ntwo\tthree\x00"}}); err != nil {
		t.Fatal(err)
	}
	if i := strings.IndexAny(out.String(), "\x00\x07\x1b\r\u009b"); i >= 0 || !strings.Contains(out.String(), "a[31mbc") || !strings.Contains(out.String(), "one\ntwo\tthree") {
		t.Errorf("%q holds control characters, or not what else was there", out.String())
	}
}
