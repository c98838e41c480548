package ingest

import (
	"strings"
	"testing"
	"ticketpatterns/reports/i18n"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
	wording "ticketpatterns/reports/words"
)

// TestLanguage holds that what is said of files has the marks of the language
// that was asked for, while places in a file are numbers without marks.
func TestLanguage(t *testing.T) {
	german, err := i18n.Open("de-DE")
	if err != nil {
		t.Fatal(err)
	}
	head := "id,opened,subject,requester,category,resolved\n"
	rows := func(n int, row string) string { return strings.Repeat(row, n) }
	good := ",2026-03-13 10:15,printer,ana,Printing,\n"
	for _, c := range []struct {
		name, in     string
		code         result.WarningCode
		english, own string
	}{
		{"rows rejected", head + rows(1200, good) + rows(1300, "1,soon,x,ana,Printing,\n"), result.WarnRejectedRows, "1,300 of 2,500 rows could not be read; first, line 1202: ", "1.300"},
		{"round count", head + rows(2000, good), result.WarnRoundCount, "exactly 2,000 rows", "2.000"},
		{"no ids", head + rows(1500, good), result.WarnNoIDs, "1,500 rows are without an id", "1.500"},
		{"no times", head + rows(1500, "1,2026-03-13 10:15,x,ana,Printing,soon\n"), result.WarnNotTimes, `column "resolved": 1,500 cells that are no times`, "1.500"},
		{"short rows", head + rows(1100, good) + rows(1500, "1,2026-03-13 10:15,x\n"), result.WarnShortRows, "1,500 rows are shorter than the header (first at line 1102)", "1.500"},
		{"empty field", head + rows(1500, "1,2026-03-13 10:15,x,,Printing,\n"), result.WarnEmptyField, "requester is empty in 1,500 of 1,500 rows", "1.500"},
		{"not UTF-8", head + rows(1500, "1,2026-03-13 10:15,gr\xfcn,ana,Printing,\n"), result.WarnForeignBytes, "1,500 bytes are not UTF-8 and read as Windows-1252", "1.500"},
	} {
		b, err := ReadReader(strings.NewReader(c.in), "list.csv", Options{})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		for language, want := range map[*i18n.Language]string{nil: c.english, german: c.own} {
			got := textsOf(language, b.Files[0].Warnings, c.code)
			if !strings.Contains(got, want) || strings.Contains(got, "%!") {
				t.Errorf("%s, %s: %q, want %q in it", c.name, language.Locale(), got, want)
			}
		}
		if diff := cmp.Diff(b.Files[0].Warnings, b.Warnings); diff != "" {
			t.Errorf("%s: the warnings of the file are not those of all (-file +all):\n%s", c.name, diff)
		}
	}
}

// textsOf joins the texts of the warnings of one code.
func textsOf(language *i18n.Language, warnings []result.Warning, code result.WarningCode) string {
	var all []string
	for _, w := range warnings {
		if w.Code == code {
			all = append(all, wording.Writer{Language: language}.WarningText(w))
		}
	}
	return strings.Join(all, "\n")
}
