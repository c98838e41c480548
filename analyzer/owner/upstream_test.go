package owner

import (
	"fmt"
	"testing"

	"ticketpatterns/analyzer/result"
)

// A mix of symptoms goes to what they stand on: at one site to the network, that none
// of them names.
func TestMixedOutage(t *testing.T) {
	subjects := []string{"printer offline", "label printer dead", "shared drive gone", "network drive missing", "softphone silent", "no dial tone",
		"outlook disconnected", "mailbox not reached", "sap hangs", "erp times out"}
	var facts []Facts
	for i, s := range subjects {
		facts = append(facts, Facts{TicketID: fmt.Sprint(i), Subject: s, Location: "Leeds"})
	}
	got := DefaultMap().Find(facts, Context{Place: "Leeds", Days: 7})
	if got.Function != "Networking" || got.Evidence[0].Code != result.EvidenceSeveralSymptoms || got.Evidence[0].Count != len(subjects) {
		t.Errorf("%+v, want Networking for all ten", got)
	}
	if got.Strength == result.Strong {
		t.Errorf("%+v, want no strong answer: one kind of evidence says so", got)
	}
	// The same without a place is no evidence for the network, which nobody names.
	if got := DefaultMap().Find(facts, Context{}); got.Function == "Networking" {
		t.Errorf("%+v, want another owner where the symptoms are everywhere", got)
	}
	// Sign-in that fails in many applications is named by its words.
	facts = nil
	for i, s := range []string{"sap refuses my password", "outlook asks for my password", "vpn login failed", "printer does not take my login", "laptop password wrong", "shared drive: no access"} {
		facts = append(facts, Facts{TicketID: fmt.Sprint(i), Subject: s, Location: fmt.Sprint("site ", i)})
	}
	if got := DefaultMap().Find(facts, Context{}); got.Function != "Identity and access" {
		t.Errorf("%+v, want Identity and access", got)
	}
}
