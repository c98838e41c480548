package describe

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

// bandOutside is the chance of a week below the band of usual weeks, and of one
// above it.
const bandOutside = 0.05

// WeekBand encloses the tickets of nine usual weeks in ten: the quantiles of
// the negative binomial whose mean is what is expected of a week and whose size
// says how unevenly the pattern's weeks before the window came in. A first week
// that the export covers only in part is left out, unless there is no other.
//
// weekly are the counts of the export's weeks, oldest first, from the first day of
// the window, expected the tickets of one week. Both are nil where the weeks before
// are too few to say.
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
