package lifecycle

import "ticketpatterns/analyzer/stat"

const (
	// grownP is the p-value at which a known pattern has grown beyond its forecast.
	// It is asked of every known pattern every week.
	growthP = 0.01
	// forecastMinDays is the shortest time that a forecast is held against.
	forecastMinDays = 7
)

// Forecast says how many tickets were to be expected if a pattern went on as it was.
type Forecast struct {
	Expected float64
	High     int     // 99 forecasts in 100 are not above it
	P        float64 // P(X >= seen)
}

// ForecastDays is how many days a forecast covers: those since the last run, at
// least a week and at most the pattern's window.
func ForecastDays(sinceLastRun, window int) int {
	return min(max(sinceLastRun, forecastMinDays), window)
}

// NewForecast holds tickets seen in so many days against the rate at which a
// pattern stood before: n tickets in the days of its window. The count is negative
// binomial with
//
//	mean = (n + 1/2) days/window, size = n + 1/2
//
// the prediction of a Poisson rate with the prior of Jeffreys (Bernardo and Smith,
// Bayesian Theory, 1994, section 5.4).
func NewForecast(n, window, days, seen int) Forecast {
	size := float64(n) + 0.5
	mean := size * float64(days) / float64(window)
	return Forecast{
		Expected: stat.Round(mean, 10), High: stat.NegativeBinomialQuantile(1-growthP, mean, size),
		P: stat.NegativeBinomialTail(seen, mean, size),
	}
}

// Grown reports whether a p-value of a forecast means growth beyond it.
func ExceedsForecast(p float64) bool { return p <= growthP }
