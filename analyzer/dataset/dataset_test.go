package dataset

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/ticket"
)

// Ids are as exported; only where two sources use the same one does it get its
// source in front.
func TestReferences(t *testing.T) {
	got := references([]ticket.Ticket{{Source: "a", ID: "1"}, {Source: "b", ID: "1"}, {Source: "a", ID: "2"}})
	if diff := cmp.Diff([]string{"a/1", "b/1", "2"}, got); diff != "" {
		t.Error(diff)
	}
}
