package desk

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/result"
)

// Quality returns what limits the analysis and what that costs. measured is the desk
// as returned by [Measure], missing what the
// export lacks, later counts tickets opened after AsOf, dismissed the patterns that people decided
// to be none.
func Quality(in Input, measured result.Desk, missing []result.CoverageGap, later, dismissed int) []result.Check {
	data, out := in.Data, []result.Check{}
	add := func(share float64, c result.Check) {
		c.Weight = c.Code.Cost() * share
		out = append(out, c)
	}
	if in.Search.Young {
		add(1, result.Check{Code: result.CheckYoung, Days: data.Days, NoBaseline: measured.NoBaseline, MinPeople: in.Search.MinPeople})
	} else {
		add(1, result.Check{Code: result.CheckHistory, Days: data.Days})
	}
	for _, g := range missing {
		if g.Code == result.CoverageFewer {
			add(1, result.Check{Code: result.CheckVanished, Count: g.Count, Of: g.Of, Weeks: g.Weeks, Until: g.Until})
		}
	}
	if later > 0 {
		add(1, result.Check{Code: result.CheckLater, Count: later})
	}
	for _, l := range measured.LeftOutBy {
		add(float64(l.Tickets)/float64(len(data.Tickets)), result.Check{Code: result.CheckLeftOut, Count: l.Tickets, Of: len(data.Tickets), Reason: l.Reason})
	}
	if len(data.Tickets) > 0 && !data.AnyText {
		add(1, result.Check{Code: result.CheckNoTexts})
	}
	if data.People == 0 {
		add(1, result.Check{Code: result.CheckNoRequesters})
	}
	if dismissed > 0 {
		add(1, result.Check{Code: result.CheckDismissed, Count: dismissed})
	}
	if in.Search.TooLarge > 0 {
		add(1, result.Check{Code: result.CheckTooLarge, Count: in.Search.TooLarge})
	}
	return append(out, newValues(data, in.Search.NewValues)...)
}

// noBaseline returns why there is no expectation yet; nil if there is one.
func noBaseline(in Input) *result.NoBaseline {
	if !in.Search.Young {
		return nil
	}
	why := &result.NoBaseline{Code: result.BaselineShort, Days: in.Data.Days, WeeksNeeded: in.BaselineMinWeeks}
	narrowest := slices.MinFunc(in.Search.Windows, func(a, b detect.Window) int { return cmp.Compare(a.Days, b.Days) })
	if in.Data.Days >= 7*in.BaselineMinWeeks+2*narrowest.Days {
		why.Code = result.BaselineFiltered
	}
	return why
}
