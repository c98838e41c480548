package ingest

import (
	"fmt"
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// All rejects are counted; the first are listed, and a warning says how many are not.
func TestRejectsAreCountedWholeAndListedToALimit(t *testing.T) {
	const bad = rejectsListed + 2345
	in := "id,opened,subject,state\n" + strings.Repeat("x,never,printer jams,New\n", bad) + "1,2026-03-05 10:15,printer jams,New\n"
	b, err := ReadReader(strings.NewReader(in), "export.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	f := b.Files[0]
	if f.Rows != bad+1 || f.Kept != 1 || f.Rejected != bad || len(b.Rejects) != rejectsListed {
		t.Errorf("%d rows = %d kept + %d rejected, %d listed", f.Rows, f.Kept, f.Rejected, len(b.Rejects))
	}
	if last := b.Rejects[len(b.Rejects)-1].Pos.Line; last != rejectsListed+1 {
		t.Errorf("the last that is listed stands in line %d", last)
	}
	for _, w := range f.Warnings {
		if w.Code == result.WarnUnlistedRows && w.Count == bad-rejectsListed && w.Of == bad {
			return
		}
	}
	t.Errorf("no warning says how many are not listed: %v", f.Warnings)
}

// What a later pass rejects takes its place among the first lines.
func TestRejectsOfAllPassesAreListedByLine(t *testing.T) {
	var r rejects
	at := func(line int) ticket.Reject { return ticket.Reject{Pos: ticket.Pos{Line: line}, Record: "x"} }
	for i := range rejectsListed {
		r.add(at(2*i + 10))
	}
	r.nextPass()
	for i := range rejectsListed {
		r.add(at(2*i + 1))
	}
	r.settle()
	if r.count != 2*rejectsListed || len(r.listed) != rejectsListed {
		t.Fatalf("%d counted, %d listed", r.count, len(r.listed))
	}
	if got := fmt.Sprint(r.listed[0].Pos.Line, r.listed[5].Pos.Line, r.listed[6].Pos.Line); got != "1 10 11" {
		t.Errorf("lines %s, want 1 10 11", got)
	}
}

// Long records fill the list before many do.
func TestRejectsAreListedToALimitOfText(t *testing.T) {
	var r rejects
	long := strings.Repeat("x", rejectsListedBytes/4)
	for range 9 {
		r.add(ticket.Reject{Record: long})
	}
	if r.settle(); r.count != 9 || len(r.listed) != 4 {
		t.Errorf("%d counted, %d listed, want 9 and 4", r.count, len(r.listed))
	}
}
