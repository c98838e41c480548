package i18n

import (
	"math"
	"strconv"
	"strings"
)

// Int writes n with the locale's mark between thousands: 12,345.
func (l *Language) Int(n int) string { return l.or().printer.Sprintf("%d", n) }

// Tickets writes a number of tickets.
func (l *Language) Tickets(n int) string { return l.Count(n, "%d ticket", "%d tickets") }

// People writes a number of people.
func (l *Language) People(n int) string { return l.Count(n, "%d person", "%d people") }

// Number writes a measured or expected number as short as it stays honest:
// whole from 10 on, one decimal below, one significant digit below 0.1.
func (l *Language) Number(x float64) string {
	l = l.or()
	switch a := math.Abs(x); {
	case a >= 1e15:
		return l.marked(strconv.FormatFloat(x, 'g', 2, 64))
	case a >= 9.95:
		return l.Int(int(math.Round(x)))
	case a >= 0.0995, a == 0:
		return l.marked(strings.TrimSuffix(strconv.FormatFloat(x, 'f', 1, 64), ".0"))
	case a < 0.001:
		return l.Text("under %s", l.marked("0.001"))
	default:
		return l.marked(strconv.FormatFloat(x, 'g', 1, 64))
	}
}

// Usual writes an expected number of tickets as people say it: "none", "5", "5 or 6",
// "about 40".
func (l *Language) Usual(x float64) string {
	low, high := int(math.Floor(x+0.25)), int(math.Ceil(x-0.25))
	switch {
	case x < 0.5:
		return l.Text("none")
	case x >= 9.5:
		return l.Text("about %d", int(math.Round(x)))
	case low >= high:
		return l.Int(max(low, 1))
	case low == 0:
		return l.Text("at most %d", high)
	}
	return l.Text("%d or %d", low, high)
}

// Decimal writes a measured value as it was measured, with at most one decimal.
func (l *Language) Decimal(x float64) string {
	l = l.or()
	return strings.TrimSuffix(l.printer.Sprintf("%.1f", math.Round(10*x)/10), l.decimal+"0")
}

// marked puts the locale's decimal mark into a number as strconv writes it.
func (l *Language) marked(number string) string {
	return strings.Replace(number, ".", l.or().decimal, 1)
}

// Exact writes a number with three significant digits, for specialists; "none"
// if there is none.
func (l *Language) Exact(x *float64) string {
	if x == nil {
		return l.Text("none")
	}
	return l.marked(strconv.FormatFloat(*x, 'g', 3, 64))
}

// Optional writes Number, or "unknown" if there is none.
func (l *Language) Optional(x *float64) string {
	if x == nil {
		return l.Text("unknown")
	}
	return l.Number(*x)
}

// Percent writes a share in [0, 1] as whole percent.
func (l *Language) Percent(x float64) string {
	switch {
	case x > 0 && x < 0.005:
		return l.Text("under %d%%", 1)
	case x < 1 && x > 0.995:
		return l.Text("over %d%%", 99)
	}
	return l.Text("%d%%", int(math.RoundToEven(100*x)))
}

// Probability writes a p-value or q-value for specialists: 0.012, 2.3e-07.
func (l *Language) Probability(p *float64) string {
	switch {
	case p == nil:
		return l.Text("not tested")
	case *p >= 0.001:
		return l.marked(strconv.FormatFloat(*p, 'g', 2, 64))
	case *p == 0:
		return l.Text("below %s", "1e-300")
	}
	return l.marked(strconv.FormatFloat(*p, 'e', 1, 64))
}

// Odds writes a p-value as people say it: "about 1 in 40,000". It rounds to one
// significant digit, as more would pretend a precision that no test has, and
// stops at one in a million.
func (l *Language) Odds(p float64) string {
	if p <= 1e-6 {
		return l.Text("less than 1 in %d", 1_000_000)
	}
	n := 1 / p
	if n < 1.5 {
		return l.Text("nothing unusual")
	}
	unit := math.Pow(10, math.Floor(math.Log10(n)))
	return l.Text("about 1 in %d", int(math.Round(n/unit)*unit))
}

// Duration writes hours in the unit that people would use.
func (l *Language) Duration(hours float64) string {
	switch minutes := math.Round(60 * hours); {
	case minutes < 90:
		return l.Count(int(minutes), "%d minute", "%d minutes")
	case hours > 72:
		return l.Text("%s days", l.Number(hours/24))
	}
	return l.Hours(hours)
}

// Hours writes a number of hours.
func (l *Language) Hours(hours float64) string {
	number := l.Number(hours)
	if number == "1" {
		return l.Text("1 hour")
	}
	return l.Text("%s hours", number)
}

// List joins items as a sentence does: "a", "a and b", "a, b and c".
func (l *Language) List(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	last := len(items) - 1
	return l.Text("%s and %s", strings.Join(items[:last], ", "), items[last])
}
