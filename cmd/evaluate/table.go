package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// table is what a command prints: a header, rows of as many cells, notes below.
type table struct {
	header []string
	rows   [][]string
	notes  []string
}

// add appends a row; numbers are formatted as they are given, with %v.
func (t *table) add(cells ...any) {
	row := make([]string, len(cells))
	for i, c := range cells {
		row[i] = fmt.Sprint(c)
	}
	t.rows = append(t.rows, row)
}

// note appends a line below the table.
func (t *table) note(format string, args ...any) {
	t.notes = append(t.notes, fmt.Sprintf(format, args...))
}

// write prints the table with aligned columns.
func (t *table) write(w io.Writer) error {
	aligned := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(aligned, strings.Join(t.header, "\t"))
	for _, row := range t.rows {
		fmt.Fprintln(aligned, strings.Join(row, "\t"))
	}
	if err := aligned.Flush(); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	for _, n := range t.notes {
		if _, err := fmt.Fprintln(w, n); err != nil {
			return fmt.Errorf("writing the notes: %w", err)
		}
	}
	return nil
}

// ratio formats part/whole with two decimals; "-" of nothing.
func ratio(part, whole int) string {
	if whole == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2f", float64(part)/float64(whole))
}

// decimals formats x with so many digits after the point.
func decimals(x float64, digits int) string { return fmt.Sprintf("%.*f", digits, x) }
