// Package serve shows reports in the browser of one person and takes that person's decisions.
//
// A page of the internet must not be able to read a report or decide anything, though it
// runs in the same browser. So a request must name this server as its host (no name that
// somebody else controls can lead here), carry the cookie that the first request got for
// a token which counts once, and, to change anything, come from a page of this server
// with a header that no form can send.
package serve

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"ticketpatterns/reports/html"
	"ticketpatterns/reports/i18n"
)

// Desk is what is shown and decided. Its methods are called by one request at a time.
type Desk interface {
	// Days lists the days of the stored reports, the latest first.
	Days() ([]string, error)
	// Page writes the report of a day that Days lists.
	Page(w io.Writer, day string) error
	// Decide records a decision. A *Refusal says why it was not.
	Decide(html.Decision) error
}

// Refusal is an error that whoever decides can do something about.
type Refusal struct{ Text string }

func (r *Refusal) Error() string { return r.Text }

// The patience of the server. A page is made while it is written, and a decision may wait
// for a run that holds the history.
const (
	headerTimeout   = 5 * time.Second
	readTimeout     = 10 * time.Second
	writeTimeout    = 2 * time.Minute
	idleTimeout     = 2 * time.Minute
	shutdownTimeout = 5 * time.Second
	maxHeaderBytes  = 16 << 10
)

// Run serves until ctx ends, then lets what is being answered finish. announce is called
// with the address that opens the report, once.
func Run(ctx context.Context, listener net.Listener, desk Desk, in *i18n.Language, announce func(address string)) error {
	g := newGate(listener.Addr())
	server := &http.Server{
		Handler: handler(g, desk, in), ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeaderBytes,
	}
	announce(g.address())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serving the report: %w", err)
	case <-ctx.Done():
	}
	wait, cancel := context.WithTimeout(context.Background(), shutdownTimeout)
	defer cancel()
	if err := server.Shutdown(wait); err != nil {
		return errors.Join(fmt.Errorf("ending the server: %w", err), server.Close())
	}
	return nil
}

// secret returns what nobody guesses: 128 bits or more, as text.
func secret() string { return rand.Text() }
