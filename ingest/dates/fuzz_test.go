package dates

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// FuzzStamp reads any text as a time: what is one can be written and read back.
func FuzzStamp(f *testing.F) {
	for _, s := range []string{"2026-03-05 10:15", "13/05/26 1:00 pm", "Tue Mar 05 10:15:00 CET 2026", "18/jul/26 9:10 AM", "1772705700.5", "5 août 2026 à 14h30"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, o := range Orders {
			at := Parse(s).Time(o, time.UTC)
			if at.IsZero() {
				continue
			}
			if back := Parse(rfc3339(at)).Time(Unordered, nil); !back.Equal(at) {
				t.Errorf("%q read %s is %s, which reads back as %s", s, o, rfc3339(at), rfc3339(back))
			}
		}
	})
}

// FuzzDateOrder decides the order of any cells, one on each line. The order of
// the rows does not change it, and an order that was proved reads the cell that
// proves it.
func FuzzDateOrder(f *testing.F) {
	for _, s := range []string{"03/04/2026\n13/04/2026", "03/13/2026\n13/03/2026", "1.2.26\n2.1.26", "2026-03-05\n05/05/2026", "x\n\n31.12.99 23:59"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cells string) {
		lines := strings.Split(cells, "\n")
		c, err := decideCells(lines)
		slices.Reverse(lines)
		back, backErr := decideCells(lines)
		if c.Order != back.Order || (err == nil) != (backErr == nil) || c.decided() != back.decided() {
			t.Fatalf("%q: %s, %v; the other way round %s, %v", cells, c.Order, err, back.Order, backErr)
		}
		if proof := c.proof[c.Order]; err == nil && c.Only[c.Order] > 0 && Parse(proof.text).Time(c.Order, time.UTC).IsZero() {
			t.Fatalf("%q is said to prove %s, but is no time in it", proof.text, c.Order)
		}
		if numbers := c.open + c.Only[DayFirst] + c.Only[MonthFirst] + c.Only[YearFirst]; c.Count > len(lines) || c.Count+c.Bad > len(lines) || numbers > c.Numeric {
			t.Fatalf("%q: %d times, %d bad, %d numeric, %d of them counted, of %d cells", cells, c.Count, c.Bad, c.Numeric, numbers, len(lines))
		}
	})
}

// decideCells decides the order of a column from its cells alone.
func decideCells(cells []string) (Column, error) {
	c := Column{Field: "opened", Header: "opened"}
	for i, text := range cells {
		c.Add(Parse(text), text, i+1)
	}
	return c, c.decideAlone()
}
