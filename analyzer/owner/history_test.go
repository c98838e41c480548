package owner

import (
	"fmt"
	"testing"
)

// One earlier ticket speaks in every ticket of a pattern, but with the weight of one: it
// does not outweigh what seven of eight say themselves. Twenty of twenty do.
func TestOneEarlierTicketIsOne(t *testing.T) {
	var facts, rest []Facts
	for i := range 200 {
		rest = append(rest, Facts{TicketID: fmt.Sprint("rest", i), Subject: "chair", Group: []string{"Network", fmt.Sprint("Group ", i%20)}[min(1, i%20)]})
	}
	for i := range 8 {
		facts = append(facts, Facts{TicketID: fmt.Sprint(i), Subject: "outlook closes"})
	}
	facts[7].Subject = "it closes"
	f := DefaultMap().Finder()
	f.Learn(append(rest, facts...))
	for earlier, want := range map[int]string{1: "Email and collaboration", 20: "Networking"} {
		got := f.Find(facts, Context{Earlier: &Earlier{Of: earlier, Groups: []EarlierGroup{{Group: "Network", Tickets: make([]string, earlier)}}}})
		if got.Function != want {
			t.Errorf("%d of %d earlier tickets ended with Network: %s, want %s: %+v", earlier, earlier, got.Function, want, got.Evidence)
		}
	}
}
