package detect

import (
	"slices"
	"testing"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/internal/fixture"
	"ticketpatterns/analyzer/text"
)

// One walk through a scope finds for each word the tickets that the index has in the
// scope, and leaves no counts behind.
func TestUsingFindsWhatTheIndexHas(t *testing.T) {
	d := fixture.NewDesk(3, 20, 60)
	data := dataset.New(d.Tickets, fixture.LastDay)
	s := newSearch(data, text.NewIndex(data.Vectors()), defaults.completed())
	words := &wordCounts{count: make([]int32, len(s.index.Postings))}
	compared := 0
	for _, in := range data.Scopes(departments, 28, 1) {
		var cells []wordCell
		for _, first := range []uint32{0, 3} {
			c := wordCell{}
			for term := first; int(term) < len(s.index.Postings); term += 2 {
				c.terms = append(c.terms, term)
			}
			cells = append(cells, c)
		}
		for term, tickets := range words.using(data, in.Tickets, cells) {
			if want := data.InScope(s.using(term), in.Scope); !slices.Equal(tickets, want) {
				t.Fatalf("%s: tickets %v use term %d, want %v", in.Scope.Describe(data), tickets, term, want)
			}
			compared += len(tickets)
		}
	}
	if left := slices.ContainsFunc(words.count, func(n int32) bool { return n != 0 }); left || compared == 0 {
		t.Errorf("%d tickets compared, counts left behind: %t", compared, left)
	}
}
