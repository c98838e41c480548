package xlsx_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"ticketpatterns/ingest/xlsx"
	"ticketpatterns/ingest/xlsx/xlsxtest"
)

// textOf returns the text of a sheet, or what is wrong with it.
func textOf(packed []byte, sheet string) (string, error) {
	b, err := xlsx.Open(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return "", err
	}
	s, err := b.Sheet(sheet)
	if err != nil {
		return "", err
	}
	defer s.Close()
	text, err := io.ReadAll(s)
	return string(text), err
}

// parts are those of a workbook with one sheet, its styles and its texts.
func parts(t testing.TB, sheet, styles, shared string) []byte {
	t.Helper()
	packed, err := xlsxtest.Pack(map[string]string{
		"xl/workbook.xml":            `<workbook><sheets><sheet name="A" r:id="1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="1" Target="/xl/a.xml"/></Relationships>`,
		"xl/a.xml":                   sheet, "xl/styles.xml": styles, "xl/sharedStrings.xml": shared,
	})
	if err != nil {
		t.Fatal(err)
	}
	return packed
}

func TestSheet(t *testing.T) {
	const styles = `<s><numFmts><numFmt numFmtId="170" formatCode="[$-407]d. mmm yyyy"/><numFmt numFmtId="171" formatCode="#,##0.00 [Red]&quot;days&quot;"/><numFmt numFmtId="172" formatCode="[h]:mm:ss"/></numFmts>
		<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="20"/><xf numFmtId="172"/></cellXfs></s>`
	const shared = `<sst count="999999999999"><si><t>one, "two"</t></si><si><r><t>rich </t></r><r><t xml:space="preserve">text</t></r><rPh><t>spoken</t></rPh></si><si><t>a_x000D_
b &amp; c</t></si></sst>`
	for _, c := range []struct{ name, rows, want string }{
		{"number", `<row r="1"><c r="A1"><v>12</v></c><c r="B1"><v>1.5</v></c></row>`, "12,1.5\n"},
		{"shared", `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>`, "\"one, \"\"two\"\"\",rich text\n"},
		{"line end in a cell", `<row><c t="s"><v>2</v></c><c><v>1</v></c></row>`, "\"a\rb & c\",1\n"},
		{"inline", `<row><c t="inlineStr"><is><t>x</t></is></c><c t="str"><f>A1&amp;"y"</f><v>xy</v></c></row>`, "x,xy\n"},
		{"dates", `<row><c s="1"><v>46083.34375</v></c><c s="2"><v>46083</v></c><c s="3"><v>61</v></c><c s="4"><v>46083.5</v></c></row>`,
			"2026-03-02 08:15:00,2026-03-02,1900-03-01,46083.5\n"},
		{"times of day", `<row><c s="5"><v>0.34375</v></c><c s="6"><v>1.5</v></c></row>`, "08:15:00,36:00:00\n"},
		{"written date", `<row><c t="d"><v>2026-03-02T08:15:00</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>`, "2026-03-02T08:15:00,TRUE\n"},
		{"gaps", `<row r="2"><c r="C2"><v>1</v></c><c r="E2"><v>2</v></c></row><row r="4"><c r="A4"><v>3</v></c><c r="C4"><v>3</v></c></row>`, "\n,,1,,2\n\n3,,3,,\n"},
		{"title and footer", `<row><c><v>7</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row><row><c r="A3"/></row>`, "7\n1,2\n\n"},
		{"prefixed", `<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>`, "1\n"},
		{"text beyond the shared ones", `<row><c t="s"><v>9</v></c><c><v>1</v></c></row>`, ",1\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := textOf(parts(t, `<worksheet><sheetData>`+c.rows+`</sheetData><c><v>5</v></c></worksheet>`, styles, shared), "A")
			if err != nil || got != c.want {
				t.Errorf("got %q, %v, want %q", got, err, c.want)
			}
		})
	}
}

func TestHostile(t *testing.T) {
	xlsx.Lower(t)
	row := `<row r="%"><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>`
	for _, c := range []struct{ name, sheet, shared, want string }{
		{"rows backwards", `<sheetData><row r="5"/><row r="2"/></sheetData>`, ``, "row \"2\" stands below row 5"},
		{"row far away", `<sheetData><row r="999999999"/></sheetData>`, ``, "want a larger number up to 1048576"},
		{"cells backwards", `<sheetData><row><c r="B1"/><c r="A1"/></row></sheetData>`, ``, `cell "A1" is out of place`},
		{"column far away", `<sheetData><row><c r="ZZZ1"/></row></sheetData>`, ``, "out of place"},
		{"cut off", `<sheetData><row><c r="A1"><v>1`, ``, "unexpected EOF"},
		{"cut off between rows", `<sheetData><row><c r="A1"/></row>`, ``, "unexpected EOF"},
		{"large text", `<sheetData><row><c t="str"><v>` + strings.Repeat("x", 2<<20) + `</v></c></row></sheetData>`, ``, "larger than 1 MB"},
		{"unknown entity", `<!DOCTYPE x [<!ENTITY a "b">]><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData>`, ``, "invalid character entity"},
		{"many texts", `<sheetData/>`, `<sst>` + strings.Repeat("<si><t>"+strings.Repeat("x", 1<<16)+"</t></si>", 100) + `</sst>`, "unpacks to more than is read"},
		{"one text for all cells", `<sheetData>` + strings.Repeat(strings.Replace(row, ` r="%"`, "", 1), 100) + `</sheetData>`, `<sst><si><t>` + strings.Repeat("x", 1<<16) + `</t></si></sst>`, "of text in one sheet"},
	} {
		t.Run(c.name, func(t *testing.T) {
			packed := parts(t, c.sheet, `<s/>`, c.shared)
			b, err := xlsx.Open(bytes.NewReader(packed), int64(len(packed)))
			if err == nil {
				var s *xlsx.Sheet
				if s, err = b.Sheet("A"); err == nil {
					_, err = io.Copy(io.Discard, s)
				}
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestSheets(t *testing.T) {
	packed, err := xlsxtest.Book(true, xlsxtest.Sheet{Name: "old", CSV: "a,b\n", Hidden: true}, xlsxtest.Sheet{Name: "R&D", CSV: "a,2026-03-02 08:00:00\n"})
	if err != nil {
		t.Fatal(err)
	}
	b, err := xlsx.Open(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(b.Sheets, "|"); got != "R&D|old" {
		t.Errorf("sheets are %s", got)
	}
	if got, err := textOf(packed, "R&D"); err != nil || got != "a,2026-03-02 08:00:00\n" {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := textOf(packed, "none"); err == nil || !strings.Contains(err.Error(), `no sheet "none", want one of`) {
		t.Errorf("got %v", err)
	}
}

func FuzzSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><v>46083.3</v></c></row>`, `<s><cellXfs><xf/><xf numFmtId="14"/></cellXfs></s>`, `<sst><si><t>x</t></si></sst>`)
	f.Fuzz(func(t *testing.T, rows, styles, shared string) {
		text, err := textOf(parts(t, `<worksheet><sheetData>`+rows+`</sheetData></worksheet>`, styles, shared), "A")
		if err == nil && text != "" && !strings.HasSuffix(text, "\n") {
			t.Errorf("text ends within a row: %q", text)
		}
	})
}
