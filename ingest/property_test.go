package ingest

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"ticketpatterns/analyzer/ticket"
)

// nasty draws texts that break careless readers and writers.
var nasty = rapid.OneOf(
	rapid.SampledFrom([]string{"", "=1+1", "'=1+1", "''=x", "-", "null", "\"", "\"x\" y", "a,b", "a;b", "a\r\nb", "a\rb", "\ta", " x ", "\x00", "\ufeffx", "id", "Müller", "\u202eevil", "'", "+49 30 1", "@me", "x\n\"y\"\n,z"}),
	rapid.String(),
	rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
)

// genTickets draws tickets with different ids.
func genTickets(t *rapid.T) []ticket.Ticket {
	zones := []*time.Location{time.UTC, time.FixedZone("", 2*3600), time.FixedZone("", -5*3600-1800)}
	at := func(label string) time.Time {
		sec := rapid.Int64Range(946684800, 2208988800).Draw(t, label)
		return time.Unix(sec, rapid.SampledFrom([]int64{0, 0, 5e8, 123456789}).Draw(t, "nanos")).In(rapid.SampledFrom(zones).Draw(t, "zone"))
	}
	tickets := make([]ticket.Ticket, rapid.IntRange(0, 8).Draw(t, "tickets"))
	for i := range tickets {
		tickets[i] = ticket.Ticket{
			Source: "desk", ID: fmt.Sprintf("T%d", i), Opened: at("opened"),
			Subject: nasty.Draw(t, "subject"), Description: nasty.Draw(t, "description"), Requester: nasty.Draw(t, "requester"),
			Department: nasty.Draw(t, "department"), Category: nasty.Draw(t, "category"), Resolution: nasty.Draw(t, "resolution"),
			State: nasty.Draw(t, "state"), Parent: nasty.Draw(t, "parent"),
		}
		if rapid.Bool().Draw(t, "resolved?") {
			tickets[i].Resolved = at("resolved")
			tickets[i].Reassignments = ticket.KnownCount(rapid.IntRange(0, 99).Draw(t, "reassignments"))
		}
	}
	return tickets
}

func canonical(t interface{ Fatal(...any) }, tickets []ticket.Ticket) string {
	var b bytes.Buffer
	if err := WriteCanonical(&b, tickets); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCanonicalReadsBackToTheSameBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tickets := genTickets(t)
		first := canonical(t, tickets)
		b, err := ReadReader(strings.NewReader(first), "canonical.csv", Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(b.Tickets) != len(tickets) || len(b.Rejects) > 0 {
			t.Fatalf("read %d tickets and rejects %v of %d written:\n%s", len(b.Tickets), b.Rejects, len(tickets), first)
		}
		sorted := canonical(t, b.Tickets)
		again, err := ReadReader(strings.NewReader(sorted), "canonical.csv", Options{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(sorted, canonical(t, again.Tickets)); diff != "" {
			t.Fatalf("second writing differs:\n%s", diff)
		}
		sameRows(t, first, sorted)
	})
}

// sameRows checks that two files hold the same records, in whatever order.
func sameRows(t *rapid.T, a, b string) {
	count := make(map[string]int)
	for sign, text := range map[int]string{1: a, -1: b} {
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			count[fmt.Sprintf("%q", r)] += sign
		}
	}
	for row, n := range count {
		if n != 0 {
			t.Fatalf("record %s is in one file only", row)
		}
	}
}

func TestOrderOfRowsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := strings.SplitAfter(canonical(t, genTickets(t)), "\n")
		records, err := csv.NewReader(strings.NewReader(strings.Join(rows, ""))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		read := func() []ticket.Ticket {
			var b bytes.Buffer
			w := csv.NewWriter(&b)
			if err := w.WriteAll(records); err != nil {
				t.Fatal(err)
			}
			batch, err := ReadReader(&b, "shuffled.csv", Options{})
			if err != nil {
				t.Fatal(err)
			}
			return batch.Tickets
		}
		before := read()
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		random.Shuffle(len(records)-1, func(i, j int) { records[i+1], records[j+1] = records[j+1], records[i+1] })
		if diff := cmp.Diff(before, read(), cmpopts.IgnoreFields(ticket.Ticket{}, "Pos")); diff != "" {
			t.Fatal(diff)
		}
	})
}

// A bad row costs itself and never its neighbours.
func TestBadRowSparesItsNeighbours(t *testing.T) {
	bad := rapid.SampledFrom([]string{
		"x,\"2026-03-05 10:15,open quote, and more", "x,never,s", "x,,", "x", "\"x", "x,2026-03-05,a,b,c,d", "\"x\"y,\"", ",,,,,x", "\"\"\"", "x;y;z", "'", "\\",
	})
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.IntRange(0, 6).Draw(t, "at")
		row := bad.Draw(t, "bad")
		in := "id,opened,subject,state\n"
		for i := range 6 {
			if i == at {
				in += row + "\n"
			}
			in += fmt.Sprintf("%d,2026-03-05 10:15,\"printer, again\",New\n", i)
		}
		b, err := ReadReader(strings.NewReader(in), "export.csv", Options{})
		if err != nil {
			t.Fatal(err)
		}
		good := 0
		for _, k := range b.Tickets {
			if len(k.ID) == 1 && k.ID != "x" && k.Subject == "printer, again" && k.State == "New" {
				good++
			}
		}
		if good != 6 {
			t.Fatalf("%d of 6 neighbours survive %q:\n%v\n%v", good, row, briefs(b), b.Rejects)
		}
	})
}
