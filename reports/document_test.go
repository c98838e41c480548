package reports

import (
	"testing"

	"ticketpatterns/reports/internal/fixture"
)

func hostileDocument() Document {
	return Document{Analysis: fixture.Hostile(12), Rejects: fixture.Rejects(), Run: fixture.Run(), TicketURL: "https://desk.example/t/{id}"}
}

func document() Document {
	return Document{Analysis: fixture.Analysis(12), Rejects: fixture.Rejects(), Run: fixture.Run(), TicketURL: "https://desk.example/t/{id}"}
}

func TestWriteSmoke(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir, document()); err != nil {
		t.Fatal(err)
	}
}
