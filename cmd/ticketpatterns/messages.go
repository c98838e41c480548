package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"sync"

	"golang.org/x/term"

	"ticketpatterns/reports/words"
)

// levelNotice is that of warnings which are said with --quiet too.
const levelNotice = slog.LevelWarn + 2

// setLog makes the log that the flags ask for. People get plain lines: on a
// terminal also what is going on, in a pipe warnings and errors only. With
// --json-logs every record is one JSON object.
func (a *app) setLog() {
	switch {
	case a.jsonLogs && a.quiet:
		a.log = slog.New(slog.NewJSONHandler(a.stderr, &slog.HandlerOptions{Level: levelNotice, ReplaceAttr: plainLevel}))
	case a.jsonLogs:
		a.log = slog.New(slog.NewJSONHandler(a.stderr, &slog.HandlerOptions{ReplaceAttr: plainLevel}))
	case a.quiet:
		a.log = slog.New(&plainHandler{w: a.stderr, level: levelNotice})
	case isTerminal(a.stderr):
		a.log = slog.New(&plainHandler{w: a.stderr, level: slog.LevelInfo})
	default:
		a.log = slog.New(&plainHandler{w: a.stderr, level: slog.LevelWarn})
	}
}

// plainLevel gives a notice the level of a warning.
func plainLevel(_ []string, a slog.Attr) slog.Attr {
	if a.Key == slog.LevelKey && a.Value.Any() == levelNotice {
		a.Value = slog.AnyValue(slog.LevelWarn)
	}
	return a
}

// isTerminal reports whether someone may be watching w.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// report says what went wrong, each of several mistakes on its own line.
func (a *app) report(err error) {
	if err == nil {
		return
	}
	for _, line := range strings.Split(err.Error(), "\n") {
		a.log.Error(line)
	}
}

// plainHandler writes records as lines for people: the level as a word, then
// the message. Attributes are for machines, and left out.
type plainHandler struct {
	mu    sync.Mutex
	w     io.Writer
	level slog.Level
}

func (h *plainHandler) Enabled(_ context.Context, level slog.Level) bool { return level >= h.level }

func (h *plainHandler) Handle(_ context.Context, r slog.Record) error {
	prefix := ""
	switch {
	case r.Level >= slog.LevelError:
		prefix = "error: "
	case r.Level >= slog.LevelWarn:
		prefix = "warning: "
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	_, err := fmt.Fprintln(h.w, prefix+printable(r.Message))
	return err
}

func (h *plainHandler) WithAttrs([]slog.Attr) slog.Handler { return h }
func (h *plainHandler) WithGroup(string) slog.Handler      { return h }

// printable makes foreign text one line that cannot steer a terminal.
func printable(s string) string { return words.Clean(lineBreaks.Replace(s)) }

var lineBreaks = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// printer writes lines to standard output and remembers the first error, so
// that a full disk or a closed pipe is not taken for success.
type printer struct {
	w   io.Writer
	err error
}

// linef writes one line; text that comes from an export is made printable.
func (p *printer) linef(format string, args ...any) {
	if p.err != nil {
		return
	}
	for i, arg := range args {
		if s, ok := arg.(string); ok {
			args[i] = printable(s)
		}
	}
	_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
}

// done returns the error of all lines together.
func (p *printer) done() error {
	if p.err != nil {
		return fmt.Errorf("writing to standard output: %w", p.err)
	}
	return nil
}
