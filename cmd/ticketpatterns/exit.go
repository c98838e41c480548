package main

import "errors"

// The exit codes, part of the contract with scripts.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2   // command line or configuration
	exitEscalations = 3   // something new to escalate; only with --fail-on-escalations
	exitForgotten   = 4   // the report is written and asks nobody, as the history could not be read or written
	exitStopped     = 130 // by Ctrl-C, as shells have it
)

// exitError is an error that decides the exit code. Any other error means
// exitFailed.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string { return e.err.Error() }
func (e *exitError) Unwrap() error { return e.err }

// usageError says that the command line or the configuration is wrong.
func usageError(err error) error { return &exitError{exitUsage, err} }

// errEscalations ends a run that did its work and was asked to fail if there
// is anything to escalate.
var errEscalations = &exitError{exitEscalations, errors.New("there are escalations")}

// exitCode returns the exit status for err.
func exitCode(err error) int {
	var e *exitError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &e):
		return e.code
	}
	return exitFailed
}
