package words

import "ticketpatterns/analyzer/result"

// runWarning says what is odd about a run as a whole; "" for a code that it does not
// know.
func (w Writer) runWarning(x result.Warning) string {
	switch x.Code {
	case result.WarnManyRejects:
		return w.Text("%s of %s rows could not be read: see rejects.csv", w.Int(x.Count), w.Int(x.Of))
	case result.WarnSameExport:
		return w.Text("the tickets are those that the last run read, of %s: is the export new?", w.Date(x.Until))
	case result.WarnEarlierDay:
		return w.Text("this run ends before the last one, of %s: is the export an old one?", w.Date(x.Until))
	case result.WarnDayOutside:
		return w.Text("the day of the analysis, %s, lies outside the export, whose last day is %s", w.Date(result.Day(sample(x, 0))), w.Date(x.Until))
	case result.WarnForgotten:
		return w.Text("the history could not be used, so nobody is asked: %s", x.Reason)
	case result.WarnBroughtBack:
		return w.Text("a run was ended while it replaced the report: the report before it was brought back")
	}
	return ""
}

// decisionWarning says what is odd about a row of decisions; "" for a code that it
// does not know.
func (w Writer) decisionWarning(x result.Warning) string {
	switch x.Code {
	case result.WarnDecisionRow:
		return w.Text("line %d is not used: %s", x.Line, x.Reason)
	case result.WarnDecisionUnknown:
		return w.Text("line %d is not used: %s", x.Line, w.UnknownName(x.Column, sample(x, 0), x.Nearest))
	case result.WarnDecisionDay:
		return w.Text("line %d: %s %s is a day to come", x.Line, x.Column, sample(x, 0))
	}
	return ""
}

// UnknownName says that a decision names in column what the owner map or the history does
// not know; near is what was likely meant, "" for nothing.
func (w Writer) UnknownName(column, name, near string) string {
	switch {
	case column == "owner" && near != "":
		return w.Text("owner “%s” is no team or function of the owner map; “%s” is one", name, w.Team(near))
	case column == "owner":
		return w.Text("owner “%s” is no team or function of the owner map", name)
	case near != "":
		return w.Text("%s “%s” is not in the history; “%s” is", column, name, near)
	}
	return w.Text("%s “%s” is not in the history", column, name)
}
