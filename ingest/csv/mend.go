package csv

import (
	"bytes"
	"slices"
	"strings"
)

// A header may be damaged where the rows are not: somebody typed in it. It is
// mended if most rows below show how.

// agreed is the share of the rows that must be as wide as a mended header.
const agreed = 0.6

// mend returns the layout with its header mended, if the rows below it are all
// alike and not as wide.
func (l Layout) mend(sample []byte, v Vocabulary) Layout {
	for i, h := range l.Header {
		if strings.Count(h, `"`) == 1 { // typed by accident
			l.Header[i] = Trim(strings.Trim(h, `"`))
		}
	}
	if l.fitsRows(sample) {
		return l
	}
	for _, mended := range []func([]byte, Vocabulary) (Layout, bool){l.otherComma, l.withoutEmptyName, l.withNameCut, l.withOnlySpaceCut} {
		if m, ok := mended(sample, v); ok {
			return m
		}
	}
	return l
}

// fitsRows reports whether most rows are as wide as the header.
func (l Layout) fitsRows(sample []byte) bool {
	width, share := l.rowWidth(sample)
	return width == 0 || width == len(l.Header) && share >= agreed
}

// rowWidth returns the commonest number of cells of the rows and their share; 0 if
// there are no rows.
func (l Layout) rowWidth(sample []byte) (width int, share float64) {
	const enough = 200
	sample = sample[l.Offset:]
	sc := newScanner(beginning(sample, 64<<10), nil, l.Comma, true, l.Next)
	b, err := sc.next()
	if b == nil || err != nil {
		return 0, 0
	}
	counts, all := make(map[int]int), 0
	for _, r := range b.Records[:min(len(b.Records), enough)] {
		if r.Cells == 1 && Blank(b.Text[r.Start:r.End]) {
			continue
		}
		all++
		if counts[r.Cells]++; counts[r.Cells] > counts[width] || counts[r.Cells] == counts[width] && r.Cells > width {
			width = r.Cells
		}
	}
	return width, float64(counts[width]) / float64(max(1, all))
}

// otherComma reads the rows with another delimiter than the header.
func (l Layout) otherComma(sample []byte, _ Vocabulary) (Layout, bool) {
	for _, comma := range delimiters {
		m := l
		if m.Comma = comma; comma != l.Comma && m.fitsRows(sample) {
			if width, _ := m.rowWidth(sample); width > 1 {
				return m, true
			}
		}
	}
	return l, false
}

// withoutEmptyName leaves out an empty cell of the header that the rows do not
// have.
func (l Layout) withoutEmptyName(sample []byte, _ Vocabulary) (Layout, bool) {
	width, share := l.rowWidth(sample)
	m := l
	m.Header = nil
	for i, h := range l.Header {
		if h != "" || len(l.Header)-i+len(m.Header) <= width {
			m.Header = append(m.Header, h)
		}
	}
	return m, share >= agreed && len(m.Header) == width
}

// withNameCut cuts one cell of the header into two that are both understood, where
// the rows have one cell more.
func (l Layout) withNameCut(sample []byte, v Vocabulary) (Layout, bool) {
	width, share := l.rowWidth(sample)
	if share < agreed || width != len(l.Header)+1 {
		return l, false
	}
	for _, onlyAtSpace := range []bool{true, false} {
		for i, h := range l.Header {
			for at := 1; at < len(h); at++ {
				left, right := Trim(h[:at]), Trim(h[at:])
				if onlyAtSpace && h[at] != ' ' || v.Key(left) == "" || v.Key(right) == "" || !onlyAtSpace && min(len(left), len(right)) < 4 {
					continue
				}
				m := l
				m.Header = append(append(append([]string(nil), l.Header[:i]...), left, right), l.Header[i+1:]...)
				return m, true
			}
		}
	}
	return l, false
}

// withOnlySpaceCut cuts the one cell of the header that holds a space, where the rows have
// one cell more and no name is known.
func (l Layout) withOnlySpaceCut(sample []byte, _ Vocabulary) (Layout, bool) {
	width, share := l.rowWidth(sample)
	at := slices.IndexFunc(l.Header, func(h string) bool { return strings.Contains(h, " ") })
	if share < agreed || width != len(l.Header)+1 || at < 0 || strings.Count(strings.Join(l.Header, ""), " ") > 1 {
		return l, false
	}
	left, right, _ := strings.Cut(l.Header[at], " ")
	m := l
	m.Header = slices.Concat(l.Header[:at], []string{left, right}, l.Header[at+1:])
	return m, true
}

// plainHeader reads the first line as header with its quotes as text, where one of
// them has no other, so that it would swallow the rows below.
func plainHeader(sample []byte, commas []string, v Vocabulary) (Layout, bool) {
	start := len(sample) - len(bytes.TrimLeft(sample, "\r\n \t"))
	line, _, _ := bytes.Cut(sample[start:], []byte("\n"))
	if bytes.Count(line, []byte(`"`))%2 == 0 {
		return Layout{}, false
	}
	var best Layout
	raw := string(bytes.TrimRight(line, "\r"))
	for _, comma := range commas {
		l := Layout{Comma: comma, Quotes: true, Raw: raw, Line: 1 + bytes.Count(sample[:start], []byte("\n")), Offset: min(start+len(line)+1, len(sample))}
		l.Next = l.Line + 1
		seen := make(map[string]bool)
		for _, h := range strings.Split(raw, comma) {
			h = Trim(strings.Trim(Trim(h), `"`))
			l.Header = append(l.Header, h)
			if key := v.Key(h); key != "" && !seen[key] {
				seen[key] = true
				l.Score++
			}
		}
		if l.Score > best.Score && l.fitsRows(sample) {
			best = l
		}
	}
	return best, best.Score >= 2
}
