package main

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/cmd/ticketpatterns/internal/archive"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
)

// deskHistory is a history that knows one pattern of one issue.
func deskHistory(t *testing.T, file string) *archive.Archive {
	t.Helper()
	h, err := archive.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.Close() })
	m := past.Memory{Runs: []past.Run{{Day: "2026-06-28"}}, Issues: []past.Issue{{ID: "I-0123456789", Label: "Printer jams"}},
		Patterns: []past.Pattern{{ID: "P-0123456789", Issue: "I-0123456789", Label: "Printer jams", LastReported: "2026-06-28"}}}
	if err := h.Save(archive.Record{Memory: m}); err != nil {
		t.Fatal(err)
	}
	return h
}

var deskOwners = owner.Map{Teams: []owner.Team{{Name: "Network"}, {Name: "Workplace"}}, Functions: []owner.Function{{Name: "Printing"}}}

// TestRowsAboutWhatNobodyKnows holds that such a row is refused with its line and the name
// that was likely meant, and that the rows around it count.
func TestRowsAboutWhatNobodyKnows(t *testing.T) {
	h := deskHistory(t, filepath.Join(t.TempDir(), "history.sqlite"))
	decided, wrong := parseDecisions("decisions.csv", []byte(`pattern_id,issue_id,decision,owner,with_issue,decided_on
P-0123456789,I-0123456789,wrong_owner,Netwrok,,2026-06-29
P-0123456789,I-0123456789,wrong_owner,network,,2026-06-29
P-0123456798,I-0123456789,accept,,,2026-06-29
P-0123456789,I-0123456789,merge,,I-012345678,2026-06-29
,I-0123456789,known,,,2026-06-29
P-0123456789,,wrong_owner,Quality Assurance,,2026-06-29
`))
	if len(wrong) > 0 {
		t.Fatal(wrong[0])
	}
	r := &remembrance{archive: h, decided: decided}
	c := &config.Config{Owners: deskOwners}
	odd, err := r.decisionNotices(c, "2026-06-30")
	if err != nil {
		t.Fatal(err)
	}
	unknown := func(line int, column, name, near string) result.Warning {
		return result.Warning{Code: result.WarnDecisionUnknown, File: "decisions.csv", Line: line, Column: column, Samples: []string{name}, Nearest: near}
	}
	want := []result.Warning{unknown(2, "owner", "Netwrok", "Network"), unknown(4, "pattern_id", "P-0123456798", "P-0123456789"),
		unknown(5, "with_issue", "I-012345678", "I-0123456789"), unknown(7, "owner", "Quality Assurance", "")}
	if diff := cmp.Diff(want, odd); diff != "" {
		t.Errorf("said (-want +got):\n%s", diff)
	}
	if len(r.decided) != 2 || r.decided[0].Owner != "Network" || r.decided[1].Kind != past.Known {
		t.Errorf("used %v, want lines 3 and 6, the owner as the map writes it", r.decided)
	}
}

// TestOwnersOfThePage holds that the names of a page in another language are understood,
// and that a function means the team that owns it.
func TestOwnersOfThePage(t *testing.T) {
	c := &config.Config{Owners: owner.DefaultMap()}
	c.Output.Locale = "de-DE"
	k, err := knownTo(nil, c)
	if err != nil {
		t.Fatal(err)
	}
	for written, want := range map[string]string{
		"Netzwerk": "Network", "netzwerk": "Network", "Network": "Network", "Server und Speicher": "Server and Storage",
		"Networking": "Network", "Drucken": "Workplace", "Meeting rooms": "Meeting rooms", "Besprechungsräume": "Meeting rooms",
	} {
		if name, near := k.ownerNamed(written); name != want {
			t.Errorf("%q is %q, near %q; want %q", written, name, near, want)
		}
	}
	if name, near := k.ownerNamed("Server und Speichr"); name != "" || near != "Server and Storage" {
		t.Errorf("got %q, near %q; want the nearest name", name, near)
	}
}
