package describe

import (
	"strings"
	"testing"

	"ticketpatterns/analyzer/ticket"
)

// However long a cell is, no more of it is masked than could be shown.
func TestQuoteLooksAtTheBeginning(t *testing.T) {
	m := newMasker([]ticket.Ticket{{Requester: "Ana Silva"}}, []ticket.Person{{Requester: "Kim Okonjo"}}, false)
	for _, piece := range []string{"0123456789abcdef", "Okonjo asked ", "é", "password is a "} {
		cut, long := strings.Repeat(piece, quotedBytes/len(piece)), strings.Repeat(piece, 1_000_000/len(piece))
		if got, want := m.quote(long, 400), m.quote(cut, 400); got != want || strings.Contains(got, "Okonjo") {
			t.Errorf("%q repeated: %.60q, want %.60q as of its beginning", piece, got, want)
		}
	}
}
