package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ticketpatterns/analyzer/say"
	"ticketpatterns/analyzer/ticket"
)

// TestLanguage holds that what is said of files has the marks of the language
// that was asked for, while places in a file are numbers without marks.
func TestLanguage(t *testing.T) {
	german, err := say.Open("de-DE")
	if err != nil {
		t.Fatal(err)
	}
	head := "id,opened,subject,requester,category,resolved\n"
	rows := func(n int, row string) string { return strings.Repeat(row, n) }
	good := ",2026-03-13 10:15,printer,ana,Printing,\n"
	for _, c := range []struct {
		name, in     string
		kind         WarningKind
		english, own string
	}{
		{"rows rejected", head + rows(1200, good) + rows(1300, "1,soon,x,ana,Printing,\n"), WarnRejected, "1,300 of 2,500 rows could not be read; first, line 1202: ", "1.300"},
		{"round count", head + rows(2000, good), WarnRoundCount, "exactly 2,000 rows", "2.000"},
		{"no ids", head + rows(1500, good), WarnNoIDs, "1,500 rows are without an id", "1.500"},
		{"no times", head + rows(1500, "1,2026-03-13 10:15,x,ana,Printing,soon\n"), WarnBadTimes, `column "resolved": 1,500 cells that are no times`, "1.500"},
		{"short rows", head + rows(1100, good) + rows(1500, "1,2026-03-13 10:15,x\n"), WarnShortRows, "1,500 rows are shorter than the header (first at line 1102)", "1.500"},
		{"empty field", head + rows(1500, "1,2026-03-13 10:15,x,,Printing,\n"), WarnEmpty, "requester is empty in 1,500 of 1,500 rows", "1.500"},
		{"not UTF-8", head + rows(1500, "1,2026-03-13 10:15,gr\xfcn,ana,Printing,\n"), WarnEncoding, "1,500 bytes are not UTF-8 and read as Windows-1252", "1.500"},
	} {
		for language, want := range map[*say.Language]string{nil: c.english, german: c.own} {
			b, err := ReadReader(strings.NewReader(c.in), "list.csv", Options{Language: language})
			if err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			got := textsOf(b.Files[0].Warnings, c.kind)
			if !strings.Contains(got, want) || strings.Contains(got, "%!") {
				t.Errorf("%s, %s: %q, want %q in it", c.name, language.Locale(), got, want)
			}
			if !strings.Contains(strings.Join(b.Warnings, "\n"), got) {
				t.Errorf("%s, %s: %q is not among the warnings of all files", c.name, language.Locale(), got)
			}
		}
	}
}

// TestLanguageOfAllTickets holds the same for what all files together show.
func TestLanguageOfAllTickets(t *testing.T) {
	german, err := say.Open("de-DE")
	if err != nil {
		t.Fatal(err)
	}
	var tickets []ticket.Ticket
	for i := range 1500 {
		tickets = append(tickets, ticket.Ticket{ID: fmt.Sprint(10000 + i)}, ticket.Ticket{ID: fmt.Sprintf("00%d", 10000+i)})
	}
	for language, want := range map[*say.Language]string{nil: "1,500 ids may stand twice", german: "1.500"} {
		if got := textsOf(CheckTickets(tickets, language), WarnLostZeros); !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q in it", language.Locale(), got, want)
		}
	}
	late := perWeek(slices.Concat(slices.Repeat([]int{1}, 60), slices.Repeat([]int{150}, 6))...)
	for language, want := range map[*say.Language]string{nil: "93% of the tickets", german: "93\u00a0%"} {
		if got := textsOf(CheckTickets(late, language), WarnThinHistory); !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q in it", language.Locale(), got, want)
		}
	}
}

// textsOf joins the texts of the warnings of one kind.
func textsOf(warnings []Warning, kind WarningKind) string {
	var all []string
	for _, w := range warnings {
		if w.Kind == kind {
			all = append(all, w.Text)
		}
	}
	return strings.Join(all, "\n")
}
