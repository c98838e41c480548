package memory

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/internal/fixture"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/ticket"
)

// remembered is an export of the tickets 1 to 3 and a memory in which 1 and 9 are
// issue I-a, 2 is I-b, and I-c was merged into I-b by an earlier run.
func remembered(decisions ...past.Decision) (past.Memory, *dataset.Dataset) {
	var tickets []ticket.Ticket
	for i, id := range []string{"1", "2", "3"} {
		tickets = append(tickets, ticket.Ticket{Source: "desk", ID: id, Opened: fixture.LastDay.AddDate(0, 0, i-3), Subject: "printer jams"})
	}
	return past.Memory{
		Issues: []past.Issue{
			{ID: "I-a", Tickets: keys("1", "9"), Terms: []past.Term{{Key: past.KeyOf(nil, "term", "printer"), Weight: 0.5}, {Key: 7, Weight: 0.5}}},
			{ID: "I-b", Tickets: keys("2")},
			{ID: "I-c", Into: "I-b"},
		},
		Patterns:  []past.Pattern{{ID: "P-a", Issue: "I-a", Tickets: keys("1"), FirstReported: "2026-06-01"}, {ID: "P-c", Issue: "I-c", Tickets: keys("2", "8")}},
		Decisions: decisions,
	}, dataset.New(tickets, fixture.LastDay)
}

func keys(ids ...string) []past.Key {
	var out []past.Key
	for _, id := range ids {
		out = append(out, past.KeyOf(nil, "desk", id))
	}
	return out
}

func TestLay(t *testing.T) {
	merge := past.Decision{Kind: past.Merge, Issue: "I-b", WithIssue: "I-a", On: "2026-06-02"}
	undone := merge
	undone.Undone = "2026-06-03"
	split := past.Decision{Kind: past.Split, Issue: "I-a", Pattern: "P-a"}
	off := splitID(split)
	for _, c := range []struct {
		name      string
		decisions []past.Decision
		issues    []string
		of        []int32  // by ticket
		own       []string // by ticket
		gone      []int
		bOf       string // current issue of I-b
	}{
		{"no decision", nil, []string{"I-a", "I-b"}, []int32{0, 1, None}, []string{"I-a", "I-b", ""}, []int{1, 0}, "I-b"},
		{"merged", []past.Decision{merge}, []string{"I-a"}, []int32{0, 0, None}, []string{"I-a", "I-b", ""}, []int{1}, "I-a"},
		{"merged and taken back", []past.Decision{undone}, []string{"I-a", "I-b"}, []int32{0, 1, None}, []string{"I-a", "I-b", ""}, []int{1, 0}, "I-b"},
		{"split", []past.Decision{split}, []string{"I-a", "I-b", off}, []int32{2, 1, None}, []string{off, "I-b", ""}, []int{1, 0, 0}, "I-b"},
	} {
		m, e := remembered(c.decisions...)
		o := New(m, e)
		var issues []string
		var gone []int
		for _, i := range o.Issues {
			issues, gone = append(issues, i.ID), append(gone, i.Departed)
		}
		got := []any{issues, o.IssueOf, o.OwnIssue, gone, o.Current("I-b"), o.Current("I-c"), o.own("I-c")}
		if diff := cmp.Diff([]any{c.issues, c.of, c.own, c.gone, c.bOf, c.bOf, "I-b"}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if m.Issues[0].Bound || len(m.Issues[0].Tickets) != 2 {
			t.Errorf("%s: the memory given was changed", c.name)
		}
		if apart := o.KeptApart(0, 2) && o.KeptApart(2, 0); apart != (c.name == "split") {
			t.Errorf("%s: apart %v", c.name, apart)
		}
	}
}

// Terms that the export no longer has say nothing; ids of remembered issues are
// taken, those merged away included.
func TestOverlayKnowsTermsAndIDs(t *testing.T) {
	o := New(remembered())
	if n := len(o.Issues[0].Mean.Terms); n != 1 {
		t.Errorf("the mean of I-a has %d terms, want the one that the export has", n)
	}
	if !o.IDTaken("I-c") || o.IDTaken("I-d") {
		t.Error("taken: want I-c and not I-d")
	}
	for want, tickets := range map[int32][]int32{0: {0, 2}, 1: {1}, None: {2}} {
		if got := o.IssueOfPattern(tickets); got != want {
			t.Errorf("the pattern of %v is of issue %d, want %d", tickets, got, want)
		}
	}
}

// Two decisions that merge two issues into each other count once, and one about a
// whole issue is about the patterns shown by that day.
func TestMergedPatterns(t *testing.T) {
	there := past.Decision{Number: 1, Kind: past.Merge, Issue: "I-a", WithIssue: "I-b", On: "2026-06-02"}
	back := past.Decision{Number: 2, Kind: past.Merge, Issue: "I-b", WithIssue: "I-a", On: "2026-06-02"}
	o := New(remembered(there, back))
	if diff := cmp.Diff(map[string]past.Decision{"P-a": there}, o.mergedPatterns()); diff != "" {
		t.Errorf("merged (-want +got):\n%s", diff)
	}
	there.On = "2026-05-31"
	o = New(remembered(there))
	if merged := o.mergedPatterns(); len(merged) > 0 {
		t.Errorf("merged %v before it was shown", merged)
	}
}
