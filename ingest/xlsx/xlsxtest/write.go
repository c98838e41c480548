// Package xlsxtest writes small workbooks for tests.
package xlsxtest

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Sheet is one sheet: its name and its cells as CSV. A cell such as
// 2026-03-02 08:00:00 becomes a date, one of digits a number, and everything else
// a shared string.
type Sheet struct {
	Name   string
	CSV    string
	Hidden bool
}

// Book returns a workbook with these sheets, whose dates count from 1904 if
// from1904 is set.
func Book(from1904 bool, sheets ...Sheet) ([]byte, error) {
	w := writer{first: time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC), at: map[string]int{}}
	if from1904 {
		w.first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	var names, targets strings.Builder
	parts := map[string]string{"xl/styles.xml": styles}
	for i, s := range sheets {
		body, err := w.sheet(s.CSV)
		if err != nil {
			return nil, err
		}
		state := ""
		if s.Hidden {
			state = ` state="hidden"`
		}
		parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = body
		fmt.Fprintf(&names, `<sheet name="%s" sheetId="%d" r:id="rId%d"%s/>`, escape(s.Name), i+1, i+1, state)
		fmt.Fprintf(&targets, `<Relationship Id="rId%d" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
	}
	parts["xl/workbook.xml"] = fmt.Sprintf(`<workbook xmlns:r="r"><workbookPr date1904="%t"/><sheets>%s</sheets></workbook>`, from1904, names.String())
	parts["xl/_rels/workbook.xml.rels"] = `<Relationships>` + targets.String() + `</Relationships>`
	var shared strings.Builder
	for _, s := range w.shared {
		fmt.Fprintf(&shared, `<si><t xml:space="preserve">%s</t></si>`, escape(s))
	}
	parts["xl/sharedStrings.xml"] = `<sst>` + shared.String() + `</sst>`
	return Pack(parts)
}

// Pack returns the zip archive of some parts.
func Pack(parts map[string]string) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		f, err := z.Create(name)
		if err != nil {
			return nil, err
		}
		if _, err := f.Write([]byte(xml.Header + text)); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

// styles are those of numbers, of days with times and of days.
const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\ hh:mm"/></numFmts>` +
	`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>`

type writer struct {
	first  time.Time
	shared []string
	at     map[string]int
}

// sheet returns the part of one sheet.
func (w *writer) sheet(text string) (string, error) {
	in := csv.NewReader(strings.NewReader(text))
	in.FieldsPerRecord = -1
	rows, err := in.ReadAll()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString(`<worksheet><sheetData>`)
	for i, row := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for j, cell := range row {
			if cell != "" {
				w.cell(&b, fmt.Sprintf("%s%d", column(j), i+1), cell)
			}
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData></worksheet>`)
	return b.String(), nil
}

// cell writes one cell.
func (w *writer) cell(b *strings.Builder, ref, text string) {
	for style, layout := range []string{1: time.DateTime, 2: time.DateOnly} {
		if at, err := time.Parse(layout, text); err == nil && layout != "" {
			fmt.Fprintf(b, `<c r="%s" s="%d"><v>%s</v></c>`, ref, style, strconv.FormatFloat(at.Sub(w.first).Hours()/24, 'f', -1, 64))
			return
		}
	}
	if _, err := strconv.Atoi(text); err == nil {
		fmt.Fprintf(b, `<c r="%s"><v>%s</v></c>`, ref, text)
		return
	}
	i, known := w.at[text]
	if !known {
		i = len(w.shared)
		w.shared, w.at[text] = append(w.shared, text), i
	}
	fmt.Fprintf(b, `<c r="%s" t="s"><v>%d</v></c>`, ref, i)
}

// column returns the letters of a column.
func column(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return column(i/26-1) + column(i%26)
}

func escape(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes all
	return b.String()
}
