package words

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Int writes n with a comma between thousands: 12,345.
func Int(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}

// Count writes n with its noun: "1 ticket", "8 tickets".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Int(n) + " " + many
}

// Tickets writes a number of tickets.
func Tickets(n int) string { return Count(n, "ticket", "tickets") }

// People writes a number of people.
func People(n int) string { return Count(n, "person", "people") }

// Number writes a measured or expected number as short as it stays honest:
// whole from 10 on, one decimal below, one significant digit below 0.1.
func Number(x float64) string {
	switch a := math.Abs(x); {
	case a >= 1e15:
		return strconv.FormatFloat(x, 'g', 2, 64)
	case a >= 9.95:
		return Int(int(math.Round(x)))
	case a >= 0.0995, a == 0:
		return strings.TrimSuffix(strconv.FormatFloat(x, 'f', 1, 64), ".0")
	case a < 0.001:
		return "under 0.001"
	default:
		return strconv.FormatFloat(x, 'g', 1, 64)
	}
}

// Exact writes a number with three significant digits, for specialists.
func Exact(x *float64) string {
	if x == nil {
		return "none"
	}
	return strconv.FormatFloat(*x, 'g', 3, 64)
}

// Optional writes Number, or "unknown" if there is none.
func Optional(x *float64) string {
	if x == nil {
		return "unknown"
	}
	return Number(*x)
}

// Percent writes a share in [0, 1] as whole percent.
func Percent(x float64) string {
	switch {
	case x > 0 && x < 0.005:
		return "under 1%"
	case x < 1 && x > 0.995:
		return "over 99%"
	}
	return fmt.Sprintf("%.0f%%", 100*x)
}

// Probability writes a p-value or q-value for specialists: 0.012, 2.3e-07.
func Probability(p *float64) string {
	switch {
	case p == nil:
		return "not tested"
	case *p >= 0.001:
		return strconv.FormatFloat(*p, 'g', 2, 64)
	case *p == 0:
		return "below 1e-300"
	}
	return strconv.FormatFloat(*p, 'e', 1, 64)
}

// Odds writes a p-value as people say it: "1 in 40,000". It rounds to one
// significant digit, as more would pretend a precision that no test has, and
// stops at one in a million.
func Odds(p float64) string {
	if p <= 1e-6 {
		return "less than 1 in 1,000,000"
	}
	n := 1 / p
	if n < 1.5 {
		return "nothing unusual"
	}
	unit := math.Pow(10, math.Floor(math.Log10(n)))
	return "about 1 in " + Int(int(math.Round(n/unit)*unit))
}
