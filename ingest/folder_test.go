package ingest

import (
	"os"
	"path/filepath"
	"testing"

	"ticketpatterns/analyzer/ticket"
)

// What systems export, and what may lie beside it, is told apart by the header.
func TestKinds(t *testing.T) {
	fixtures, err := filepath.Glob("testdata/*.?sv")
	if err != nil || len(fixtures) < 15 {
		t.Fatalf("%d fixtures, %v", len(fixtures), err)
	}
	for _, name := range append(fixtures, "../testdata/sample/tickets.csv") {
		if kind, why := kindOf(name, Options{}); kind != "tickets" {
			t.Errorf("%s is %q (%v), want tickets", name, kind, why)
		}
	}
	for _, c := range []struct{ text, want string }{
		{"login,name,department,location\nann,Ann Lee,Sales,Leeds\n", "people"},
		{"Personalnummer;Vorname;Nachname;Abteilung;E-Mail\n1;Ann;Lee;Vertrieb;a@b.de\n", "people"},
		{"user principal name,display name,department,created\nann@x.org,Ann,Sales,2020-01-02 08:00\n", "people"},
		{"id,start,end,summary,service\nC1,2026-03-02 08:00,2026-03-02 09:00,mail moved,Mail\n", "changes"},
		{"number,short_description,opened_at,start_date,end_date,state\nCHG0030001,mail,2026-03-01 08:00:00,2026-03-02 08:00:00,2026-03-02 09:00:00,Closed\n", "changes"},
		{"Change ID,Deployed at,What\n7,2026-03-02 08:00,new release\n", "changes"},
		{"id,opened,subject\n1,2026-03-02 08:00,printer\n", "tickets"},
		{"id,opened,category\n1,2026-03-02 08:00,Printing\n", "tickets"},
		{"id,subject,state,requester\n1,printer,open,ann\n", "tickets"}, // reading says what is missing
		{"Number,Start date,Status,Subject,Department\n1,2026-03-02 08:00,open,printer,Sales\n", "tickets"},
		{"asset,serial,purchase date,owner,location\nLEE-NB-1,X1,2020-03-02,ann,Leeds\n", ""},
		{"asset tag,description,status,acquired on,category\nA1,laptop,in use,2020-03-02,Notebook\nA2,screen,in stock,2021-03-02,Screen\n", ""},
		{"item,price\nmouse,12\n", ""},
		{"", ""},
		{"PK\x03\x04 not a zip", ""},
	} {
		name := filepath.Join(t.TempDir(), "file.csv")
		if err := os.WriteFile(name, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if kind, why := kindOf(name, Options{}); kind != c.want || kind == "" && why == nil {
			t.Errorf("%q is %q (%v), want %q", c.text, kind, why, c.want)
		}
	}
}

func TestDesks(t *testing.T) {
	at := func(source, id, file string) ticket.Ticket {
		return ticket.Ticket{Source: source, ID: id, Pos: ticket.Pos{File: file}}
	}
	s := Sorted{folders: map[string]bool{"in": true}}
	for _, c := range []struct {
		what    string
		tickets []ticket.Ticket
		want    int
	}{
		{"two systems", []ticket.Ticket{at("jira", "HELP-1", "in/a.csv"), at("servicenow", "INC001", "in/b.csv"), at("jira", "HELP-2", "in/a.csv")}, 1},
		{"one system", []ticket.Ticket{at("servicenow", "INC001", "in/a.csv"), at("servicenow", "SCTASK01", "in/b.csv")}, 0},
		{"numbers of one kind", []ticket.Ticket{at("a", "17", "in/a.csv"), at("b", "18", "in/b.csv")}, 0},
		{"files that were named", []ticket.Ticket{at("jira", "HELP-1", "a.csv"), at("servicenow", "INC001", "b.csv")}, 0},
		{"three systems", []ticket.Ticket{at("a", "A1", "in/a.csv"), at("b", "B1", "in/b.csv"), at("c", "C1", "in/b.xlsx#S")}, 3},
	} {
		if got := s.Desks(c.tickets); len(got) != c.want {
			t.Errorf("%s: %v, want %d warnings", c.what, got, c.want)
		}
	}
}
