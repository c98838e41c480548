package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/cmd/ticketpatterns/internal/lock"
	"ticketpatterns/reports"
)

// The locks of a run. The history is locked first, then the output folder: all runs
// keep that order, so that no two wait for each other.
const (
	lockEnding  = ".lock"                // behind the name of the history
	folderLock  = ".ticketpatterns.lock" // in the output folder
	lockTimeout = 10 * time.Minute
)

// lock takes a lock, and says whom it waits for.
func (a *app) lock(file string, wait time.Duration) (*lock.Lock, error) {
	host, err := os.Hostname()
	if err != nil {
		host = "this computer"
	}
	me := fmt.Sprintf("the run that began %s (process %d on %s)", time.Now().Format(time.DateTime), os.Getpid(), host)
	return lock.Acquire(file, me, wait, func(holder string) {
		a.log.Info("waiting for " + holder)
	})
}

// outputs is the output folder of a run that is its alone.
type outputs struct {
	lock      *lock.Lock
	made      string // folder that was not there before
	recovered bool
}

// takeOutputs makes the output folder, looks whether a report can be written there and
// brings back what a killed run left half replaced.
func (a *app) takeOutputs(c *config.Config, wait time.Duration) (*outputs, error) {
	o := &outputs{}
	if _, err := os.Stat(c.Output.Folder); err != nil {
		o.made = c.Output.Folder
	}
	err := reports.Check(c.Output.Folder)
	if err == nil {
		o.lock, err = a.lock(filepath.Join(c.Output.Folder, folderLock), wait)
	}
	if err == nil {
		o.recovered, err = reports.Recover(c.Output.Folder)
	}
	if err != nil {
		o.close()
		return nil, err
	}
	return o, nil
}

// takeFolder makes a folder, unless it is there, that is the run's alone: the hidden folder
// in which one run makes its files is what the next would take for a killed one's.
func (a *app) takeFolder(folder string, wait time.Duration) (*outputs, error) {
	o := &outputs{}
	if _, err := os.Stat(folder); err != nil {
		o.made = folder
	}
	err := os.MkdirAll(folder, 0o755)
	if err != nil {
		err = usageError(fmt.Errorf("making the output folder: %w", err))
	} else {
		o.lock, err = a.lock(filepath.Join(folder, folderLock), wait)
	}
	if err != nil {
		o.close()
		return nil, err
	}
	return o, nil
}

func (o *outputs) close() {
	if o.lock != nil {
		o.lock.Release()
	}
	if o.made != "" {
		os.Remove(o.made) // only if nothing was written
	}
}

// bringBack puts right, before somebody reads a report, what a killed run left in its
// folder. While a run is at work there, it waits for that one.
func (a *app) bringBack(run string) error {
	info, err := os.Stat(run)
	if err != nil {
		return nil // who reads it says so
	}
	if !info.IsDir() {
		run = cmp.Or(filepath.Dir(run), ".")
	}
	if !reports.Torn(run) {
		return nil
	}
	held, err := a.lock(filepath.Join(run, folderLock), lockTimeout)
	if err != nil {
		return err
	}
	defer held.Release()
	_, err = reports.Recover(run)
	return err
}
