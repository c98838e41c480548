package ingest

import (
	"strings"
	"testing"
)

// Lists that people keep themselves share headers with many products; taking
// them for one would put the wrong name on their tickets.
func TestPlainRegistersAreNoSystem(t *testing.T) {
	for _, header := range []string{
		"ticket_id,created_at,resolved_at,requestor,dept,issue_type,priority,assigned_team,status,description",
		"ticket_id,opened_at,resolved_at,requester_id,assigned_group,category,subcategory,priority,channel,resolution_hours,reopened",
		"Ticket ID,Date,Employee,Department,Issue,Category,Status",
		"Incident Number,Created Date/Time,Closed Date/Time,Customer Name,Customer Dept,Summary,Type,Sub-type,Assigned Group,Priority,Status,Location Name",
		"body,department,priority,tags,type,subject,queue,language,created",
		"Ticketnummer,Betreff,Erstellt am,Abteilung,Status",
		"Ticket,Subject,Created Time (Ticket),Status (Ticket),Department Name,Contact Name,Ticket Owner",
		"id,date_opened,user,team,problem_description,closed_date,resolution_notes",
		"user_email,subject,text,priority,state,assignee_email,created_at,updated_at,category",
	} {
		row := strings.Repeat("INC-1,", strings.Count(header, ",")) + "INC-1"
		b, _ := ReadReader(strings.NewReader(header+"\n"+row+"\n"), "list.csv", Options{})
		if f := b.Files[0]; f.Key != "register" {
			t.Errorf("%s\nis taken for %s (%.2f): %q", header, f.System, f.Confidence, f.Evidence)
		}
		if f := b.Files[0]; len(f.Unused) > 2 {
			t.Errorf("%s\nleaves unused %q", header, f.Unused)
		}
	}
}

// Two words of one root are two fields in Polish.
func TestJiraPolishResolution(t *testing.T) {
	in := "Podsumowanie,Klucz zgłoszenia,Typ zgłoszenia,Utworzono,Rozwiązanie,Rozwiązane\nVPN,POM-1,Incydent,12/lut/21 10:19 PM,Gotowe,13/paź/21 7:55 AM\n"
	b, err := ReadReader(strings.NewReader(in), "Jira.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := b.Tickets[0]
	if got.ResolutionCode != "Gotowe" || formatTime(got.Resolved) != "2021-10-13T07:55:00Z" {
		t.Errorf("resolution code %q, resolved %s", got.ResolutionCode, got.Resolved)
	}
}

func TestOsTicketDepartmentIsTheDesks(t *testing.T) {
	b, err := Read([]string{"testdata/osticket.csv"}, nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := b.Tickets[0]; got.Department != "" || got.AssignmentGroup != "Support" {
		t.Errorf("department %q, assignment group %q, want none and Support", got.Department, got.AssignmentGroup)
	}
	if all := strings.Join(inEnglish.Warnings(b.Warnings), "\n"); !strings.Contains(all, "support department") {
		t.Errorf("warnings %q do not say so", all)
	}
}
