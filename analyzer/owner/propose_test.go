package owner

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPropose(t *testing.T) {
	var facts []Facts
	add := func(n int, f Facts) {
		for range n {
			facts = append(facts, f)
		}
	}
	add(6, Facts{Group: "Group 22", Subject: "vpn drops"})
	add(2, Facts{Group: "Group 22", Subject: "printer jam"})
	add(4, Facts{Group: "Group 22", Subject: "humming"}) // shows nothing
	add(4, Facts{Group: "Group 23", Subject: "vpn drops"})
	add(7, Facts{Service: "Zorbl", Group: "Group 22", Subject: "zorbl mask closes"})
	add(2, Facts{Service: "Zorbl", Group: "Service Desk", Subject: "the mask"})
	add(30, Facts{Subject: "the mask of something"})
	add(4, Facts{Service: "Quux", Subject: "quux"}) // too few
	add(9, Facts{Service: "VPN", Subject: "drops"}) // known
	got := DefaultMap().Finder().Propose(facts)
	want := Proposal{
		Groups:    []GroupProposal{{Group: "Group 22", Function: "Networking", Count: 6, Of: 8}},
		Functions: []FunctionProposal{{Name: "Zorbl", Tickets: 9, Group: "Group 22", Count: 7, Of: 7, Words: []WordProposal{{"closes", 7, 0}, {"zorbl", 7, 0}}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("proposal (-want +got):\n%s", diff)
	}
	m := DefaultMap()
	at := slices.IndexFunc(m.Functions, func(f Function) bool { return f.Name == "Networking" })
	m.Functions[at].Groups = append(m.Functions[at].Groups, "Blue Team")
	if got := m.GroupsWith("Networking", "Group 22"); !slices.Equal(got, []string{"...", "Blue Team", "Group 22"}) {
		t.Errorf("groups %v", got)
	}
}
