package reports

import (
	"cmp"
	"encoding/csv"
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
)

// parts are the nine parts of an escalation record: texts of the fixture's first
// pattern that a reader must find, in the words of that pattern.
var parts = []struct {
	name  string
	holds []string
}{
	{"1 id and statement", []string{"p-01", "8 people in Finance"}},
	{"2 numbers", []string{"9 tickets", "8 people", "none", "Finance", "10 Nov 2026", "20 Nov 2026", "3, 6"}},
	{"3 tickets, exemplars, purity, misfits", []string{"INC00008", "Third time today", "SAPGUI 8.0", "location: 2 of 9 tickets differ (Building 3 1, Building 4 1)"}},
	{"4 impact", []string{"41 hours", "An estimate", "3 of 9 still open", "4 reassignments", "1 reopening", "2 missed the SLA", "3 - Moderate 7"}},
	{"5 owner", []string{"Business Applications", "9 of 9 tickets: category", "strong", "Network Services", "May decide alone: settings and roles", "Needs others for: code"}},
	{"6 what was tried", []string{"posting works again", "Closed 3 of the 5 tickets", "Reinstalled the client", "PRB0007", "Service Desk, then SAP second level, then Network Services"}},
	{"7 hypothesis", []string{"ypothesis", "CHG0042", "undo it for one of them", "CHG0057"}},
	{"8 criterion and ask", []string{"At least 8 different people report the same issue within 14 days.", "people within 14 days: 8, needs", "take over the root cause", "4 Dec 2026"}},
	{"9 history", []string{"15 Nov 2026", "Escalated for the first time.", "22 Nov 2026", "22 Nov 2026: first reported"}},
}

// otherwise is how a part is written where it is no text: the page's table of weeks.
var otherwise = map[string]map[string]string{
	"teams/business-applications.html": {"3, 6": "<td>3</td>"},
}

func TestEveryRecordHasItsNineParts(t *testing.T) {
	a := fixture.Analysis(1)
	files := written(t, t.TempDir(), document(a))
	for _, name := range []string{
		"teams/business-applications.html", "teams/business-applications.md", "escalations.csv", "escalations-servicenow.csv", "escalations-jira.csv",
	} {
		said := strings.NewReplacer("\\", "", "`", "", "<bdi>", "", "</bdi>", "", "&gt;", ">", "&#34;", `"`, "&#39;", "'").Replace(files[name])
		for _, part := range parts {
			for _, want := range part.holds {
				if !strings.Contains(said, cmp.Or(otherwise[name][want], want)) {
					t.Errorf("%s: part %s: no %q", name, part.name, want)
				}
			}
		}
	}
	for _, key := range []string{
		`"id"`, `"weekly"`, `"baseline"`, `"tickets"`, `"exemplars"`, `"shares"`, `"misfits"`, `"person_hours"`, `"person_hours_at_most"`, `"priorities"`,
		`"reassignments"`, `"reopens"`, `"sla_breaches"`, `"open"`, `"reason"`, `"alternative"`, `"gap"`, `"tried"`, `"problems"`, `"workaround"`, `"paths"`, `"kind"`, `"check"`, `"changes"`,
		`"criteria"`, `"ask"`, `"due"`, `"history"`, `"standing"`,
	} {
		if !strings.Contains(files["patterns.json"], key+":") {
			t.Errorf("patterns.json: no %s", key)
		}
	}
}

// Every part has columns of its own in escalations.csv, and none is empty where
// the pattern has it.
func TestEscalationsHaveAColumnForEachPart(t *testing.T) {
	rows := rowsOf(t, formatOf(t, "escalations", fixture.Analysis(1)))
	cells := map[string]string{}
	for i, name := range rows[0] {
		cells[name] = rows[1][i]
	}
	for name, want := range map[string]string{
		"correlation_id": "p-01", "tickets": "9", "people": "8", "expected": "0.4", "last_weeks": "3, 6 (usual", "ticket_ids": "INC00008", "evidence": "9 tickets",
		"does_not_fit": "location: 2 of 9 tickets differ", "person_hours": "41", "person_hours_how": "An estimate", "reassignments": "4", "reopens": "1", "sla_breaches": "2",
		"priorities": "3 - Moderate 7", "open": "3", "assignment_group": "Business Applications", "owner_reason": "9 of 9", "owner_alternative": "Network Services",
		"owner_confidence": "0.82", "owner_mandate": "May decide alone", "no_owner": "false", "tried": "Reinstalled", "workaround": "Closed 3 of the 5", "passed_on": "then Network Services",
		"cause_notes": "Hypothesis: A change", "criteria": "people within 14 days: 8, needs", "ask": "take over the root cause", "due_date": "2026-12-04", "history": "22 Nov 2026: first reported",
	} {
		if !strings.Contains(cells[name], want) {
			t.Errorf("%s is %q, want %q in it", name, cells[name], want)
		}
	}
}

// Business language comes before the technical part, wherever a record is read.
func TestBusinessFirst(t *testing.T) {
	p := &fixture.Analysis(1).Patterns[0]
	for name, said := range map[string]string{"plain": escalation{Pattern: p}.record(), "md": written(t, t.TempDir(), document(fixture.Analysis(1)))["teams/business-applications.md"]} {
		last := -1
		for _, want := range []string{"8 people in Finance", "Asked:", "People affected", "Hours lost", "Since:", "Why it is escalated", "Owner", "What does not fit", "History", "Tickets\n"} {
			at := strings.Index(strings.ReplaceAll(said, "*", ""), want)
			if at <= last {
				t.Errorf("%s: %q at %d, want it after %d", name, want, at, last)
			}
			last = at
		}
	}
}

// A record without anything beyond its tickets says so, and does not pretend.
func TestRecordSaysWhatIsNotKnown(t *testing.T) {
	p := &result.Pattern{ID: "P-1", IssueID: "I-1", Tickets: []string{"1", "2", "3", "4"}, Owner: result.Owner{Gap: true, Reason: result.OwnerReason{Code: result.OwnerUnrecognised, Tickets: 4}}, Cause: result.Cause{Kind: result.CauseUnknown}}
	said := escalation{Pattern: p}.record()
	for _, want := range []string{
		"People affected: people unknown", "Hours lost: unknown: the export does not say when tickets were resolved", "Unowned. Nothing in 4 tickets is named",
		"resolved 0 of 4 tickets. The export holds no notes on what helped.", "Nothing in the export speaks against one common cause.", "no baseline yet",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in:\n%s", want, said)
		}
	}
}

func rowsOf(t *testing.T, s string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(s)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
