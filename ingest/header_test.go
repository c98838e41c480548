package ingest

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestLongHeaders holds that a header of up to 4 MB is read, in time in proportion to it, and that a
// longer one is refused as such.
func TestLongHeaders(t *testing.T) {
	columns := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, ",column %d", i)
		}
		return b.String()
	}
	for name, test := range map[string]struct {
		between string // the columns that are known
		refused bool
	}{
		"one name of 900 kB":  {"," + strings.Repeat("x", 900_000), false},
		"one name of 3.9 MB":  {"," + strings.Repeat("x", 3_900_000), false},
		"names of two words":  {"," + strings.Repeat("opened at ", 390_000), false},
		"20,000 columns":      {columns(20_000), false},
		"one name of 4.3 MB":  {"," + strings.Repeat("x", 4_300_000), true},
		"one name of 9 MB":    {"," + strings.Repeat("x", 9_000_000), true},
		"no end of the line ": {"," + strings.Repeat("x", 6_000_000) + "\x00", true},
	} {
		t.Run(name, func(t *testing.T) {
			n := strings.Count(test.between, ",")
			var b strings.Builder
			b.WriteString("id,opened,short_description" + test.between + ",department\n")
			for i := range 3 {
				fmt.Fprintf(&b, "T%d,2026-06-0%dT10:00:00Z,printer jams%s,Sales\n", i, i+1, strings.Repeat(",", n))
			}
			start := time.Now()
			batch, err := ReadReader(strings.NewReader(b.String()), "t.csv", Options{})
			if test.refused {
				if err == nil || !strings.Contains(err.Error(), "want a header of at most 4 MB") {
					t.Errorf("error %.200v, want that the header is too long", err)
				}
				return
			}
			if err != nil {
				t.Fatalf("%.300v", err)
			}
			if len(batch.Tickets) != 3 || batch.Tickets[2].Department != "Sales" {
				t.Errorf("%d tickets, want three of Sales", len(batch.Tickets))
			}
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// TestManyColumns holds that the names of columns are folded once, not for each word that
// they might hold.
func TestManyColumns(t *testing.T) {
	reads := func(columns int) float64 {
		text := "id,opened,short_description" + strings.Repeat(","+strings.Repeat("\ufdfa", 16), columns) + "\nT1,2026-06-01T10:00:00Z,printer jams" + strings.Repeat(",", columns) + "\n"
		return testing.AllocsPerRun(1, func() {
			if _, err := ReadReader(strings.NewReader(text), "t.csv", Options{}); err != nil {
				t.Fatal(err)
			}
		})
	}
	if each := (reads(1100) - reads(100)) / 1000; each > 1000 {
		t.Errorf("each column takes %.0f allocations, want at most 1000", each)
	}
}
