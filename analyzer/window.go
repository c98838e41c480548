package analyzer

import "slices"

// whyYoung says why nothing can be expected yet.
func (r *reporter) whyYoung() string {
	l := r.say
	if r.export.Days >= 7*r.options.BaselineMinWeeks+2*slices.Min(r.options.WindowDays) {
		return l.Text("the weeks before the last hold less than a tenth of its tickets, as in an export that is filtered by the day of the last change " +
			"or of closing; export by the day of opening to see what is usual")
	}
	return l.Count(r.export.Days, "the export covers %d day; %d weeks before the window are needed to say what is usual",
		"the export covers %d days; %d weeks before the window are needed to say what is usual", r.options.BaselineMinWeeks)
}
