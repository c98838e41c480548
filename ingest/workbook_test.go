package ingest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest/xlsx/xlsxtest"
)

// writeBook writes a workbook into a folder of its own and returns its path.
func writeBook(t *testing.T, from1904 bool, sheets ...xlsxtest.Sheet) string {
	t.Helper()
	packed, err := xlsxtest.Book(from1904, sheets...)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "tickets.xlsx")
	if err := os.WriteFile(path, packed, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Every fixture that a spreadsheet would open as it is gives the same tickets
// when it comes as a workbook.
func TestWorkbookOfFixtures(t *testing.T) {
	names, err := filepath.Glob("testdata/*.csv")
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		plain, err := Read([]string{name}, nil, Options{})
		if err != nil || plain.Files[0].Delimiter != "comma" || plain.Files[0].Encoding.Name != "UTF-8" {
			continue
		}
		tried++
		t.Run(filepath.Base(name), func(t *testing.T) {
			path := writeBook(t, tried%2 == 0, xlsxtest.Sheet{Name: "About", CSV: "made by,somebody\n"}, xlsxtest.Sheet{Name: "Data", CSV: strings.TrimPrefix(string(text), "\ufeff")})
			b, err := Read([]string{path}, nil, Options{})
			if err != nil {
				t.Fatal(err)
			}
			balanced(t, b.Files)
			if f := b.Files[0]; f.Sheet != "Data" || f.Name != path+"#Data" || f.Key != plain.Files[0].Key {
				t.Errorf("read sheet %q of %s as %s", f.Sheet, f.Name, f.Key)
			}
			if diff := cmp.Diff(withoutPlace(plain.Tickets), withoutPlace(b.Tickets)); diff != "" {
				t.Errorf("as workbook:\n%s", diff)
			}
		})
	}
	if tried < 5 {
		t.Errorf("%d fixtures tried, want 5 or more", tried)
	}
}

func withoutPlace(tickets []ticket.Ticket) []ticket.Ticket {
	all := make([]ticket.Ticket, len(tickets))
	for i, t := range tickets {
		t.Pos = ticket.Pos{}
		all[i] = t
	}
	return all
}

const someRows = "Number,Opened,Short description\nINC1,2026-03-02 08:00:00,\"printer,\nsecond line\"\nINC2,soon,scanner\n\nINC3,2026-03-03,mouse\n"

// The place of a row is its sheet and its number there, whatever stands in the
// rows above.
func TestWorkbookRejects(t *testing.T) {
	path := writeBook(t, false, xlsxtest.Sheet{Name: "My data", CSV: someRows})
	b, err := Read([]string{path}, nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	balanced(t, b.Files)
	if len(b.Rejects) != 1 || !strings.HasPrefix(b.Rejects[0].Error(), path+"#My data:3: Opened: ") {
		t.Errorf("rejected %v, want row 3", b.Rejects)
	}
	if len(b.Tickets) != 2 || b.Tickets[0].Subject != "printer,\nsecond line" || b.Tickets[1].Pos.Line != 4 {
		t.Errorf("read %+v", b.Tickets)
	}
}

func TestWorkbookSheets(t *testing.T) {
	archive := xlsxtest.Sheet{Name: "Archive", CSV: strings.ReplaceAll(someRows, "INC", "OLD")}
	path := writeBook(t, false, xlsxtest.Sheet{Name: "Pivot", CSV: "Category,Count\nHardware,5\n"}, xlsxtest.Sheet{Name: "Now", CSV: someRows}, archive)
	for _, c := range []struct{ path, id, fault string }{
		{path, "INC1", ""},
		{path + "#Archive", "OLD1", ""},
		{path + "#Pivot", "", "tickets.xlsx#Pivot:1: "},
		{path + "#Nowhere", "", `no sheet "Nowhere", want one of ["Pivot" "Now" "Archive"]`},
		{filepath.Dir(path), "INC1", ""},
		{strings.TrimSuffix(path, "tickets.xlsx") + "none.xlsx#Now", "", "opening export: "},
	} {
		b, err := Read([]string{c.path}, nil, Options{})
		if got := fmt.Sprint(err); c.fault != "" && !strings.Contains(got, c.fault) || c.fault == "" && err != nil {
			t.Errorf("%s: %s, want %q", c.path, got, c.fault)
		}
		if c.id != "" && (len(b.Tickets) == 0 || b.Tickets[0].ID != c.id) {
			t.Errorf("%s: read %v, want %s first", c.path, b.Tickets, c.id)
		}
	}
	none := writeBook(t, false, xlsxtest.Sheet{Name: "A", CSV: "x,y\n"}, xlsxtest.Sheet{Name: "B", CSV: "z\n"})
	if _, err := Read([]string{none}, nil, Options{}); err == nil || !strings.Contains(err.Error(), `no sheet holds tickets; "A": no header found`) {
		t.Errorf("got %v", err)
	}
}

// People and changes come from workbooks too.
func TestWorkbookBeside(t *testing.T) {
	people, err := ReadPeople([]string{writeBook(t, false, xlsxtest.Sheet{Name: "P", CSV: "login,department\nann,Sales\n"})}, Options{})
	if err != nil || len(people.People) != 1 || people.People[0].Department != "Sales" {
		t.Errorf("people: %v, %v", people, err)
	}
	changes, err := ReadChanges([]string{writeBook(t, true, xlsxtest.Sheet{Name: "C", CSV: "id,start,summary\nC1,2026-03-02 08:00:00,mail\n"})}, Options{})
	if err != nil || len(changes.Changes) != 1 || changes.Changes[0].Start.Format("2006-01-02 15") != "2026-03-02 08" {
		t.Errorf("changes: %v, %v", changes, err)
	}
}
