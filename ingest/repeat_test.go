package ingest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ticketpatterns/analyzer/ticket"
)

// Whether rows that repeat others are kept until they are merged changes nothing.
func TestRepeatedRowsChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row := rapid.Custom(func(t *rapid.T) string {
			return fmt.Sprintf("%s,%s,%s,printer jams again %s,%s,%s\n",
				rapid.SampledFrom([]string{"1", "1", "2", "3", "", "1.2E+10"}).Draw(t, "id"),
				rapid.SampledFrom([]string{"03/04/2026 10:15", "25/03/2026 10:15", "03/25/2026 10:15", "never", "01/01/2098 00:00"}).Draw(t, "opened"),
				rapid.SampledFrom([]string{"", "26/03/2026 10:15", "01/02/2026"}).Draw(t, "updated"),
				rapid.SampledFrom([]string{"", "here"}).Draw(t, "subject"),
				rapid.SampledFrom([]string{"Network", "Printing", ""}).Draw(t, "group"),
				rapid.SampledFrom([]string{"New", "Closed"}).Draw(t, "state"))
		})
		rows := rapid.SliceOfN(row, 1, 40).Draw(t, "rows")
		in := "id,opened,updated,subject,assignment_group,state\n" + strings.Join(rows, "")
		for range rapid.IntRange(0, 3).Draw(t, "more") {
			in += strings.Repeat(rapid.SampledFrom(rows).Draw(t, "row"), rapid.IntRange(1, 60).Draw(t, "times"))
		}
		o := Options{DateOrder: "dmy"}
		once, err := ReadReader(strings.NewReader(in), "export.csv", o)
		o.pace.whole = true
		whole, wholeErr := ReadReader(strings.NewReader(in), "export.csv", o)
		if fmt.Sprint(err) != fmt.Sprint(wholeErr) {
			t.Fatalf("%v, and with all rows %v", err, wholeErr)
		}
		if diff := cmp.Diff(whole.Tickets, once.Tickets); diff != "" {
			t.Fatalf("tickets differ:\n%s", diff)
		}
		if diff := cmp.Diff(counts(whole), counts(once)); diff != "" {
			t.Fatalf("files differ:\n%s", diff)
		}
	})
}

// counts returns what files say but for how many rejects are listed.
func counts(b *Batch) []File {
	files := append([]File(nil), b.Files...)
	for i := range files {
		files[i].Warnings = nil
		for _, w := range b.Files[i].Warnings {
			if w.Code != "unlisted_rows" {
				files[i].Warnings = append(files[i].Warnings, w)
			}
		}
	}
	return files
}

// What is held while reading follows the tickets that are told of and not the rows.
func TestHeldRowsFollowTickets(t *testing.T) {
	var in strings.Builder
	in.WriteString("id,opened,subject\n")
	for i := range 100_000 {
		fmt.Fprintf(&in, "INC%d,2026-03-05 10:15,printer jams again\n", i%50)
	}
	tab, err := readTable(strings.NewReader(in.String()), "export.csv", ticketSchema(), Options{}, nil, (*rowTarget).ticket)
	if err != nil {
		t.Fatal(err)
	}
	room := 0
	for _, piece := range tab.values {
		room += cap(piece)
	}
	if f := tab.file; f.Rows != 100_000 || f.Kept != 50 || f.Merged != 99_950 || len(tab.lines) != 50 || room > 5000 {
		t.Errorf("%d rows = %d kept + %d merged; %d rows held, room for %d", f.Rows, f.Kept, f.Merged, len(tab.lines), room)
	}
	var all []ticket.Ticket
	for _, piece := range tab.values {
		all = append(all, piece...)
	}
	if len(all) != 50 || tab.lastLine(49) != 100_001 {
		t.Errorf("%d tickets held, the last row of the last in line %d", len(all), tab.lastLine(49))
	}
}
