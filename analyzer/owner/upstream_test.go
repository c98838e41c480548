package owner

import (
	"fmt"
	"slices"
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

// many are tickets with one subject each, learned as a part of an export.
func many(subjects ...string) []Facts {
	var facts []Facts
	for i, s := range subjects {
		facts = append(facts, Facts{TicketID: fmt.Sprint(i), Subject: s})
	}
	return facts
}

// What several symptoms stand on is the function that carries most of them and least of
// the rest, if a few tickets name it.
func TestStandsOn(t *testing.T) {
	for _, c := range []struct {
		want     string
		subjects []string
	}{
		{"Identity and access", []string{"sap closes", "erp logon page", "outlook offline", "shared mailbox gone", "network drive not opened", "shared drive vanished", "printer knows no card", "laptop hangs at welcome", "password refused", "account locked"}},
		{"Servers and operating systems", []string{"sap slow", "erp frozen", "outlook slow", "mailbox white", "shared drive missing", "no network drive", "no printer in the list", "keyboard lags", "citrix session ends", "terminal server full"}},
		{"Storage", []string{"sap cannot attach", "erp archive error", "excel read only", "laptop desktop empty", "scanner cannot write", "printer scan folder", "backup not complete", "restore file failed", "shared drive slow", "disk space"}},
	} {
		f := DefaultMap().Finder()
		f.Learn(slices.Concat(many(c.subjects...), many(slices.Repeat([]string{"chair", "sap help", "printer jam", "phone line", "laptop slow", "wifi"}, 30)...)[20:]))
		got := f.Find(many(c.subjects...), Context{})
		if got.Function != c.want {
			t.Errorf("%s, want %s: %+v", got.Function, c.want, got.Evidence)
		}
		at := slices.IndexFunc(got.Evidence, func(e result.Evidence) bool { return e.Code == result.EvidenceSeveralSymptoms })
		if at < 0 || got.Evidence[at].Of != len(c.subjects) {
			t.Errorf("%s: %+v, want several symptoms", c.want, got.Evidence)
		}
	}
}

// At one location what all locations share need not be asked, unless it is named; the
// network of the place need not.
func TestStandsOnAtOnePlace(t *testing.T) {
	at := func(subjects ...string) result.Owner {
		facts := many(subjects...)
		for i := range facts {
			facts[i].Location = "Leeds"
		}
		return DefaultMap().Find(facts, Context{Place: "Leeds", Days: 7})
	}
	unnamed := []string{"sap closes", "erp logon page", "outlook offline", "shared mailbox gone", "network drive not opened", "shared drive vanished", "printer knows no card", "label printer"}
	if got := at(unnamed...); got.Function != "Networking" {
		t.Errorf("%s, want Networking: %+v", got.Function, got.Evidence)
	}
}

// No built-in function carries what it stands on.
func TestCarriesHasNoCircle(t *testing.T) {
	f := DefaultMap().Finder()
	for i := range f.m.Functions {
		seen, next := map[string]bool{}, slices.Clone(f.m.Functions[i].Carries)
		for len(next) > 0 {
			name := next[0]
			next = next[1:]
			if name == f.m.Functions[i].Name {
				t.Errorf("%s stands on itself", name)
			}
			if !seen[name] {
				seen[name] = true
				next = append(next, f.m.Functions[f.index(name)].Carries...)
			}
		}
	}
}
