package describe

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

// bandOutside is the probability of a week below the band, and of one above it.
const bandOutside = 0.05

// WeekBand returns the 5% and 95% quantiles of the tickets of a usual week: those of
// the negative binomial with the expected count as mean and a size estimated from
// the pattern's weeks before the window. A first week that the export covers only in
// part is ignored unless there is no other.
//
// weekly are the counts of the export's weeks, oldest first, from the first day of
// the window, expected the expected tickets per week. Both results are nil if there
// are too few weeks before the window.
func (d *Describer) WeekBand(weekly []int, from result.Day, expected float64) (low, high *int) {
	before := 0
	for before < len(weekly) && d.data.Date(7*(d.data.Weeks()-before-1)) < from {
		before++
	}
	past := weekly[:before]
	if d.data.Days%7 != 0 && len(past) > 1 {
		past = past[1:]
	}
	size := d.options.Test.Compare(stat.Sample{Baseline: past}).Size
	if size == 0 {
		return nil, nil
	}
	return new(stat.NegativeBinomialQuantile(bandOutside, expected, size)),
		new(stat.NegativeBinomialQuantile(1-bandOutside, expected, size))
}
