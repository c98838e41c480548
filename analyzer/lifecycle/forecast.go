package lifecycle

import "ticketpatterns/analyzer/stat"

const (
	// growthP is the p-value at which a known pattern exceeds its forecast. It is
	// low because every known pattern is tested every week.
	growthP = 0.01
	// forecastMinDays is the shortest period of a forecast.
	forecastMinDays = 7
)

// Forecast is the number of tickets to expect if a pattern continues at its rate.
type Forecast struct {
	Expected float64
	High     int     // 99% quantile
	P        float64 // P(X >= seen)
}

// ForecastDays returns the number of days that a forecast covers: those since the
// last run, at least a week and at most the pattern's window.
func ForecastDays(sinceLastRun, window int) int {
	return min(max(sinceLastRun, forecastMinDays), window)
}

// NewForecast compares the tickets seen in the last days days with the earlier rate
// of a pattern: n tickets in window days. The count is negative binomial with
//
//	mean = (n + 1/2) days/window, size = n + 1/2
//
// the predictive distribution of a Poisson rate under the Jeffreys prior (Bernardo
// and Smith, Bayesian Theory, 1994, section 5.4).
func NewForecast(n, window, days, seen int) Forecast {
	size := float64(n) + 0.5
	mean := size * float64(days) / float64(window)
	return Forecast{
		Expected: stat.Round(mean, 10), High: stat.NegativeBinomialQuantile(1-growthP, mean, size),
		P: stat.NegativeBinomialTail(seen, mean, size),
	}
}

// ExceedsForecast reports whether a p-value of a forecast means growth beyond it.
func ExceedsForecast(p float64) bool { return p <= growthP }
