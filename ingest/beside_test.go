package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"ticketpatterns/ingest/prepare"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/ticket"
)

// file writes text into a temporary file and returns its path.
func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReadChanges(t *testing.T) {
	path := file(t, "changes.csv", "change_id,scheduled_start,change_type,service,risk,implementation_team,outcome,cab\n"+
		"CHG-2,2026-06-08T00:00,Standard,Mail,Low,Messaging,Successful,Yes\n"+
		"CHG-1,2026-05-10T22:00,Normal,VPN,High,Network,Backed Out,Yes\n"+
		"CHG-2,2026-06-09T00:00,Standard,Mail,Low,Messaging,Failed,Yes\n"+
		"CHG-3,,Standard,Mail,Low,Messaging,Planned,No\n")
	c, err := ReadChanges([]string{path}, Options{Columns: []ColumnMapping{{"subject", "no such column"}}})
	if err != nil {
		t.Fatal(err)
	}
	want := []ticket.Change{
		{ID: "CHG-1", Start: time.Date(2026, 5, 10, 22, 0, 0, 0, time.UTC), Service: "VPN", Type: "Normal", State: "Backed Out", Risk: "High", Group: "Network"},
		{ID: "CHG-2", Start: time.Date(2026, 6, 9, 0, 0, 0, 0, time.UTC), Service: "Mail", Type: "Standard", State: "Failed", Risk: "Low", Group: "Messaging"},
	}
	if diff := cmp.Diff(want, c.Changes); diff != "" {
		t.Error(diff)
	}
	if f := c.Files[0]; f.Rows != 4 || f.Kept != 2 || f.Merged != 1 || f.Rejected != 1 || len(c.Rejects) != 1 || c.Rejects[0].Pos.Line != 5 {
		t.Errorf("rows %d = %d + %d + %d, rejects %v", f.Rows, f.Kept, f.Merged, f.Rejected, c.Rejects)
	}
	if _, err := ReadChanges([]string{file(t, "x.csv", "id,summary\n1,x\n")}, Options{}); err == nil || !strings.Contains(err.Error(), "no column says when a change started") {
		t.Errorf("error %v, want that the start is missing", err)
	}
}

func TestReadPeopleAndFill(t *testing.T) {
	path := file(t, "people.csv", "user_id,display_name,upn,department,location\n"+
		"U1,Ann Lee,ann@example.com,Finance,Leeds\n"+
		"U2,Bob Ray,bob@example.com,Sales,York\n"+
		"U3,Bob Ray,bob2@example.com,Legal,York\n"+
		"U4,Eve,eve@example.com,,\n")
	p, err := ReadPeople([]string{path}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if f := p.Files[0]; f.Rows != 4 || f.Kept != 3 || f.Rejected != 1 || len(p.Rejects) != 1 || p.Rejects[0].Record == "" {
		t.Errorf("rows %d = %d + %d + %d, rejects %+v", f.Rows, f.Kept, f.Merged, f.Rejected, p.Rejects)
	}
	heads := 0
	for _, one := range p.People {
		if !one.Alias {
			heads++
		}
	}
	if heads != 3 {
		t.Errorf("%d people under %d names, want 3", heads, len(p.People))
	}
	tickets := []ticket.Ticket{
		{ID: "by id", Requester: "u1"},
		{ID: "by mail", Requester: " BOB@example.com "},
		{ID: "two of that name", Requester: "Bob Ray"},
		{ID: "known already", Requester: "U2", Department: "Board"},
		{ID: "nobody"},
		{ID: "stranger", Requester: "U9"},
	}
	if n := prepare.Tickets(tickets, p.People, prepare.Rules{}).From.People; n != 3 {
		t.Errorf("filled %d, want 3", n)
	}
	var got []string
	for _, k := range tickets {
		got = append(got, k.Department+"/"+k.Location)
	}
	want := []string{"Finance/Leeds", "Sales/York", "/", "Board/York", "/", "/"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
