package analyzer

import (
	"slices"

	"ticketpatterns/analyzer/result"
)

// noBaseline says why nothing can be expected yet.
func (r *reporter) noBaseline() *result.NoBaseline {
	why := &result.NoBaseline{Code: result.BaselineShort, Days: r.export.Days, WeeksNeeded: r.options.BaselineMinWeeks}
	if r.export.Days >= 7*r.options.BaselineMinWeeks+2*slices.Min(r.options.WindowDays) {
		why.Code = result.BaselineFiltered
	}
	return why
}
