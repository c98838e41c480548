package reports

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"ticketpatterns/analyzer/text"
	"ticketpatterns/reports/words"
)

// column is one column of a CSV file with rows of T.
type column[T any] struct {
	name string
	cell func(T) string
}

// writeTable writes a header and rows as RFC 4180 with LF line ends.
func writeTable[T any](w io.Writer, columns []column[T], rows []T) error {
	out := csv.NewWriter(w)
	line := make([]string, len(columns))
	for i, c := range columns {
		line[i] = c.name
	}
	if err := out.Write(line); err != nil {
		return err
	}
	for _, row := range rows {
		for i, c := range columns {
			line[i] = inert(c.cell(row))
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// inert prefixes an apostrophe to a cell that a spreadsheet would run as a formula.
// Plain numbers stay as they are.
func inert(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(cell)[0]) {
		return cell
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil && !strings.ContainsAny(cell, "xXpP_nN") {
		return cell
	}
	return "'" + cell
}

// cell removes from a cell the characters that control a terminal.
func cell(s string) string { return words.Clean(s) }

func joined(items []string) string {
	clean := make([]string, len(items))
	for i, s := range items {
		clean[i] = text.OneLine(words.Clean(s))
	}
	return strings.Join(clean, "; ")
}

func whole(n int) string { return strconv.Itoa(n) }

func yes(b bool) string { return strconv.FormatBool(b) }

func float(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

func maybeFloat(x *float64) string {
	if x == nil {
		return ""
	}
	return float(*x)
}

// shortFloat writes three significant digits. The decimal mark is a point in every
// language, so that other tools can calculate with the number.
func shortFloat(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'g', 3, 64)
}

func maybeWhole(n *int) string {
	if n == nil {
		return ""
	}
	return whole(*n)
}
