package main

import (
	"errors"
	"os"
	"os/signal"
	"slices"
	"sync"
	"syscall"
)

// interrupts end a run that takes long, at once, when somebody presses Ctrl-C or the
// computer is shut down: what the run holds is given back, and the report before it stays
// as it is. While files are replaced it waits until they are; a second Ctrl-C does not.
type interrupts struct {
	asked chan os.Signal
	files sync.Mutex // locked while files are replaced, and from the end of a stopped run on
	wrote bool       // the report is written

	mutex sync.Mutex
	held  []func() // give back what the run holds, oldest first
}

var (
	errStopped = errors.New("stopped before the report was written; the report before it is as it was")
	errLate    = errors.New("stopped when the report was written")
)

// untilStopped does the work of a run and returns its exit status, or ends it when it is
// asked to. Work that does not listen ends as the operating system sees fit.
func (a *app) untilStopped(work func() int) int {
	a.interrupts.asked = make(chan os.Signal, 1)
	done := make(chan int, 1)
	go func() { done <- work() }()
	select {
	case code := <-done:
		return code
	case <-a.interrupts.asked:
		signal.Stop(a.interrupts.asked)
		return a.stop()
	}
}

// listen lets Ctrl-C end the run from now on, until deaf is called.
func (i *interrupts) listen() (deaf func()) {
	signal.Notify(i.asked, os.Interrupt, syscall.SIGTERM)
	return func() { signal.Stop(i.asked) }
}

// holds keeps what gives something back, in case the run is stopped. The function that
// it returns does that now; it is done once.
func (i *interrupts) holds(release func()) (now func()) {
	i.mutex.Lock()
	defer i.mutex.Unlock()
	now = sync.OnceFunc(release)
	i.held = append(i.held, now)
	return now
}

// replacing does what shall not be stopped half-way.
func (i *interrupts) replacing(files func() error) error {
	i.files.Lock()
	defer i.files.Unlock()
	err := files()
	i.wrote = err == nil
	return err
}

// stop gives back what the run holds, latest first, and says how far it came.
func (a *app) stop() int {
	i := &a.interrupts
	i.files.Lock() // for good: the work goes on until the program ends
	i.mutex.Lock()
	defer i.mutex.Unlock()
	for _, release := range slices.Backward(i.held) {
		release()
	}
	err := errStopped
	if i.wrote {
		err = errLate
	}
	a.report(err)
	return exitStopped
}
