package ingest

import (
	"slices"
	"strings"
	"ticketpatterns/ingest/csv"
	"ticketpatterns/ingest/dates"
	"ticketpatterns/ingest/system"
)

// column is one column of the file at hand.
type column struct {
	name   string // header as written
	key    string // folded
	spoken string // its words, folded once: every hint of every field is looked for in them
	values []string
}

// columnsOf gathers header and sample values.
func columnsOf(l csv.Layout, b *csv.Block) []column {
	cols := make([]column, len(l.Header))
	for i, h := range l.Header {
		cols[i] = column{name: h, key: system.FoldHeader(h), spoken: spoken(h)}
	}
	for _, r := range b.Records[:min(len(b.Records), csv.SampleRows)] {
		if r.Cells == 1 && len(cols) > 2 {
			continue // a footer or a remark says nothing of any column
		}
		for j := 0; j < min(r.Cells, len(cols)); j++ {
			cols[j].values = append(cols[j].values, (cleaner{foreign: true, prose: true}).clean(string(b.Cell(b.Spans[r.First+j]))))
		}
	}
	return cols
}

// present returns the share of cells that hold something.
func (c column) present() float64 {
	n := 0
	for _, v := range c.values {
		if v != "" {
			n++
		}
	}
	return float64(n) / float64(max(1, len(c.values)))
}

// share returns the share of values that are not empty for which ok holds.
func (c column) share(ok func(string) bool) float64 {
	n, all := 0, 0
	for _, v := range c.values {
		if v != "" {
			all++
			if ok(v) {
				n++
			}
		}
	}
	return float64(n) / float64(max(1, all))
}

// holdsTimes reports whether most values are times.
func (c column) holdsTimes() bool {
	return c.share(func(v string) bool { return dates.Parse(v).Kind >= dates.Fixed }) >= 0.5
}

// samples returns up to three different values, shortened to one line.
func (c column) samples() []string {
	var out []string
	for _, v := range c.values {
		v = strings.Join(strings.Fields(v), " ")
		if runes := []rune(v); len(runes) > 60 {
			v = string(runes[:57]) + "..."
		}
		if v != "" && !slices.Contains(out, v) {
			out = append(out, v)
		}
		if len(out) == 3 {
			break
		}
	}
	return out
}
