package analyzer

import (
	"fmt"
	"testing"
)

func BenchmarkAnalyze(b *testing.B) {
	for _, perWeek := range []int{100, 400} {
		d := newDesk(1, 26, perWeek)
		b.Run(fmt.Sprint(len(d.Tickets)), func(b *testing.B) {
			o := DefaultOptions()
			for b.Loop() {
				if _, err := Analyze(Input{Tickets: d.Tickets}, o); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(d.Tickets)*b.N)/b.Elapsed().Seconds(), "tickets/s")
		})
	}
}
