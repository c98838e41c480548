package main

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"

	"ticketpatterns/analyzer"
)

// progressSteps is how fine the progress bar is.
const progressSteps = 1000

// progressBar returns what shows people at a terminal how far an analysis is and
// how long it may take, and what takes it away at the end. Where nobody watches
// there is nothing to tell: the progress is nil.
func (a *app) progressBar() (show analyzer.Progress, finish func()) {
	if a.quiet || a.jsonLogs || !isTerminal(a.stderr) {
		return nil, func() {}
	}
	return drawProgress(a.stderr, 100*time.Millisecond)
}

func drawProgress(w io.Writer, every time.Duration) (show analyzer.Progress, finish func()) {
	bar := progressbar.NewOptions(progressSteps,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetWidth(30),
		progressbar.OptionSetElapsedTime(true),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(every),
		progressbar.OptionClearOnFinish(),
	)
	last := analyzer.Phase("")
	show = func(phase analyzer.Phase, done float64) {
		_ = bar.Set(int(done * progressSteps)) // a terminal that cannot be written to shows nothing
		if phase != last {
			bar.Describe(string(phase)) // draws at once, so only when there is something new to say
			last = phase
		}
	}
	return show, func() { _ = bar.Finish() }
}
