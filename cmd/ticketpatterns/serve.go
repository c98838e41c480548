package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"os/user"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/cmd/ticketpatterns/internal/archive"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/cmd/ticketpatterns/internal/lock"
	"ticketpatterns/cmd/ticketpatterns/internal/serve"
	"ticketpatterns/reports"
	"ticketpatterns/reports/html"
	"ticketpatterns/reports/words"
)

// ownComputer is where serve listens unless somebody asks for more: a free port that no
// other computer reaches.
const ownComputer = "127.0.0.1:0"

// saveTimeout is how long a decision waits for a run that holds the history; whoever
// pressed the button is waiting, too.
const saveTimeout = 10 * time.Second

func (a *app) serveCommand() *cobra.Command {
	var listen string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the reports in the browser and save decisions as they are made",
		Long: `Serve shows the latest report and all stored ones in your browser, and writes each
decision into the history as you make it. It prints an address that opens the report
once, in one browser on this computer. Ctrl-C ends it.

With --listen it can be reached from other computers. Whoever has the address can then
read the report and decide, and the network can read along: the connection is not
encrypted.`,
		Example: "  ticketpatterns serve\n  ticketpatterns serve --listen 192.0.2.10:8080",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.serve(cmd, listen) },
	}
	addHistoryFlags(cmd)
	cmd.Flags().String("out", "", "folder of the report (default report)")
	cmd.Flags().StringVar(&listen, "listen", ownComputer, "address and port to listen on; other computers can then read the report")
	cmd.Flags().Lookup("listen").Annotations = map[string][]string{config.NoSetting: {"true"}}
	return cmd
}

func (a *app) serve(cmd *cobra.Command, listen string) error {
	c, err := a.loadConfig(cmd)
	if err != nil {
		return err
	}
	desk := &liveDesk{app: a, config: c, show: func(day string) (*result.Analysis, result.Run, error) { return a.stored(cmd, day) }}
	days, err := desk.Days()
	if err != nil {
		return err
	}
	if len(days) == 0 {
		return errors.New("serve: the history holds no report yet; `ticketpatterns analyze` makes one")
	}
	listener, err := net.Listen("tcp", listen)
	if err != nil {
		return usageError(fmt.Errorf("--listen: %w, want an address of this computer such as %s", err, ownComputer))
	}
	if at, ok := listener.Addr().(*net.TCPAddr); ok && !at.IP.IsLoopback() {
		a.log.Log(cmd.Context(), levelNotice, fmt.Sprintf("other computers can reach %s: whoever has the address below can read the report and decide, and the network can read along", listener.Addr()))
	}
	ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return a.serveOn(ctx, listener, desk)
}

func (a *app) serveOn(ctx context.Context, listener net.Listener, desk *liveDesk) error {
	var said error
	err := serve.Run(ctx, listener, desk, desk.config.Language(), func(address string) {
		said = a.say("Open %s\nIt opens once, in one browser. Decisions are saved in %s as you make them. Ctrl-C ends it.", address, desk.config.HistoryFile())
	})
	return errors.Join(err, said)
}

// liveDesk is what serve shows and decides. The history is open only while a request is
// answered, so that a run can use it between.
type liveDesk struct {
	app    *app
	config *config.Config
	show   func(day string) (*result.Analysis, result.Run, error)
}

func (d *liveDesk) history(use func(*archive.Archive) error) error {
	h, err := archive.OpenExisting(d.config.HistoryFile())
	if err != nil {
		return err
	}
	defer h.Close()
	return use(h)
}

// Days lists the days of the stored runs, the latest first.
func (d *liveDesk) Days() (days []string, err error) {
	err = d.history(func(h *archive.Archive) error {
		runs, err := h.Runs()
		for _, r := range slices.Backward(runs) {
			if len(days) == 0 || days[len(days)-1] != r.Day {
				days = append(days, r.Day)
			}
		}
		return err
	})
	return days, err
}

// Page writes the report of a day: from the output folder, where it has its quotes, or
// else as the history keeps it.
func (d *liveDesk) Page(w io.Writer, day string) error {
	found, run, err := d.show(d.config.Output.Folder)
	if err != nil || string(result.DayOf(found.AsOf)) != day {
		if found, run, err = d.show(day); err != nil {
			return err
		}
	}
	live, err := d.live(day)
	if err != nil {
		return err
	}
	return reports.WriteFormat(w, "html", reports.Document{Analysis: found, Run: run, TicketURL: d.config.Output.TicketURL, Live: live})
}

func (d *liveDesk) live(day string) (*html.Live, error) {
	days, err := d.Days()
	if err != nil {
		return nil, err
	}
	live := &html.Live{Decisions: "/decisions", Shown: result.Day(day)}
	for _, stored := range days {
		live.Runs = append(live.Runs, html.LiveRun{Day: result.Day(stored), Path: "/runs/" + stored})
	}
	err = d.history(func(h *archive.Archive) error {
		all, err := h.Decisions()
		for _, x := range all {
			if x.Undone == "" && x.Pattern != "" {
				live.Decided = append(live.Decided, html.Decided{Saved: true, Decision: html.Decision{
					Pattern: x.Pattern, Issue: x.Issue, Kind: x.Kind, Reason: x.Reason, Day: x.Day, Owner: x.Owner, WithIssue: x.WithIssue, By: x.By, On: x.On,
				}})
			}
		}
		return err
	})
	return live, err
}

// Decide records a decision, or takes the last about a pattern back, as decide does.
func (d *liveDesk) Decide(x html.Decision) error {
	in := words.In(d.config.Language()).Naming(d.config.Owners.BuiltIn())
	held, err := d.app.lock(d.config.HistoryFile()+lockEnding, saveTimeout)
	if errors.Is(err, lock.ErrHeld) {
		return &serve.Refusal{Text: in.Text("a run is at work and holds the history. Save it again when that has ended.")}
	}
	if err != nil {
		return err
	}
	defer held.Release()
	decided := past.Decision{Pattern: x.Pattern, Issue: x.Issue, Kind: decisionWord(x.Kind), Reason: strings.TrimSpace(x.Reason), Day: x.Day,
		Owner: x.Owner, WithIssue: x.WithIssue, By: cmp.Or(strings.TrimSpace(x.By), userName()), On: cmp.Or(x.On, time.Now().Format(time.DateOnly))}
	return d.history(func(h *archive.Archive) error {
		if decided.Kind == undo {
			_, err := takeBack(h, cmp.Or(decided.Pattern, decided.Issue), decided.By, decided.On)
			return refusal(in, err)
		}
		_, err := putDown(h, d.config, decided)
		return refusal(in, err)
	})
}

// refusal makes an error one that the page shows, in its language.
func refusal(in words.Writer, err error) error {
	var u *unknown
	var usage *exitError
	switch {
	case errors.As(err, &u):
		return &serve.Refusal{Text: in.UnknownName(u.column, u.name, u.near)}
	case errors.As(err, &usage):
		return &serve.Refusal{Text: usage.Error()}
	}
	return err
}

// userName is who uses this computer; "" if it does not say.
func userName() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	return u.Username
}
