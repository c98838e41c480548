package chart

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/reports/i18n"
	"ticketpatterns/reports/words"
)

// mostTimes is the largest multiple that is written as a number: a ratio of few
// tickets is no more exact.
const mostTimes = 10

// fixesFigure shows whether issues that somebody reported as fixed stayed away.
func fixesFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	f := Figure{
		ID:      "table-fixes",
		Title:   in.Text("Whether fixes held"),
		Caption: in.Text("Tickets since a fix, beside what the four weeks before it would have led to. In brackets the 95%% confidence interval."),
		Table: Table{Head: []string{in.Text("Issue"), in.Text("Where"), in.Text("Since"), in.Text("Verdict"), in.Text("Tickets"), in.Text("Without it"),
			in.Text("Share of that"), in.Text("Tickets prevented"), in.Text("Hours prevented")}, Numeric: 4},
		Open: true,
	}
	for _, x := range a.Fixes {
		if x.Change == "" {
			f.Table.Rows = append(f.Table.Rows, []string{in.IssueName(a, x.IssueID, x.Label, 70), text.Shorten(in.FixScope(&x), 60), in.Date(x.On), verdict(in, x.Verdict), in.Int(x.Seen),
				in.Number(x.Expected), shareInterval(in, x), prevented(in, x), hoursPrevented(in, x)})
		}
	}
	return f, nil
}

// changesFigure shows issues that became more or less frequent after a declared
// change that nobody reported as a fix.
func changesFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	f := Figure{
		ID:    "table-changes",
		Title: in.Text("After declared changes"),
		Caption: in.Text("Issues that clearly became more or fewer after a change to the same thing, beside what the four weeks before it would have led to. " +
			"In brackets the 95%% confidence interval. The change need not be the cause: ask those who made it."),
		Table: Table{Head: []string{in.Text("Issue"), in.Text("Change"), in.Text("Since"), in.Text("More or fewer"), in.Text("Tickets"), in.Text("Without it"),
			in.Text("Share of that")}, Numeric: 4},
		Open: true,
	}
	for _, x := range a.Fixes {
		if x.Change != "" {
			came := in.Text("fewer than before")
			if x.Verdict == result.VerdictWorse {
				came = in.Text("more than before")
			}
			f.Table.Rows = append(f.Table.Rows, []string{in.IssueName(a, x.IssueID, x.Label, 70), text.Shorten(x.Change, 40), in.Date(x.On), came, in.Int(x.Seen),
				in.Number(x.Expected), shareInterval(in, x)})
		}
	}
	return f, nil
}

var verdictNames = map[result.Verdict]i18n.English{
	result.VerdictHolds: "holds",
	result.VerdictEarly: "too early to say",
	result.VerdictNot:   "fix failed",
	result.VerdictBack:  "came back",
	result.VerdictWorse: "more than before",
}

func verdict(in words.Writer, v result.Verdict) string {
	if name, ok := verdictNames[v]; ok {
		return in.Text(name)
	}
	return string(v)
}

func shareInterval(in words.Writer, x result.FixCheck) string {
	switch {
	case x.Low >= mostTimes:
		return in.Text("more than %d times", mostTimes)
	case x.High == nil:
		return in.Text("%s or more", times(in, x.Low))
	case *x.High > mostTimes:
		return in.Text("%s to more than %d times", times(in, x.Low), mostTimes)
	}
	return in.Text("%s to %s", times(in, x.Low), times(in, *x.High))
}

// times writes a ratio as a share, or from two on as a multiple.
func times(in words.Writer, ratio float64) string {
	if ratio < 2 {
		return in.Percent(ratio)
	}
	return in.Text("%s times", in.Number(ratio))
}

// prevented says how many tickets a fix that holds saved.
func prevented(in words.Writer, x result.FixCheck) string {
	if x.Verdict != result.VerdictHolds || x.Prevented <= 0 {
		return notPrevented(in, x)
	}
	return in.Text("%s (%s to %s)", in.Number(x.Prevented), in.Number(max(x.PreventedLow, 0)), in.Number(x.PreventedHigh))
}

func hoursPrevented(in words.Writer, x result.FixCheck) string {
	if x.Verdict != result.VerdictHolds || x.Prevented <= 0 {
		return notPrevented(in, x)
	}
	if x.Hours == nil {
		return in.Text("unknown")
	}
	return in.Number(*x.Hours)
}

func notPrevented(in words.Writer, x result.FixCheck) string {
	if x.Verdict == result.VerdictWorse || x.Prevented <= 0 {
		return in.Text("none")
	}
	return in.Text("not clear")
}
