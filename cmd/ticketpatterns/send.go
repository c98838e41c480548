package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/cmd/ticketpatterns/internal/post"
	"ticketpatterns/reports"
	"ticketpatterns/reports/words"

	"ticketpatterns/ingest/plainfile"
)

func (a *app) sendCommand() *cobra.Command {
	var again bool
	cmd := &cobra.Command{
		Use:   "send [RUN]",
		Short: "Mail a report to the lead and the teams, and post a note to a chat",
		Long: `Send mails the summary, the page and all packs to the lead, each team's own pack to its
contact in the owner map, and posts a short note to a webhook, as config.yaml says
under send. RUN is a day that history lists or the folder of a report (default: the
output folder). What was sent for a run is not sent again.`,
		Example: "  ticketpatterns send\n  ticketpatterns send 2026-06-28 --again",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := a.loadConfig(cmd)
			if err != nil {
				return err
			}
			run := c.Output.Folder
			if len(args) > 0 {
				run = args[0]
			}
			found, stored, err := a.stored(cmd, run)
			if err != nil {
				return err
			}
			return a.send(cmd.Context(), c, reports.Document{Analysis: found, Run: stored, TicketURL: c.Output.TicketURL, SaveAs: decisionsPath(c)}, again)
		},
	}
	addHistoryFlags(cmd)
	cmd.Flags().String("out", "", "folder of the report (default report)")
	cmd.Flags().BoolVar(&again, "again", false, "send what was sent before once more")
	return cmd
}

// errNobody says that a report cannot be sent before somebody says where to.
var errNobody = usageError(errors.New("send: nobody is named, want from with smtp.host or folder, or webhook.url, below send in config.yaml"))

// send sends a report as the configuration says. What fails is said; the rest goes out.
func (a *app) send(ctx context.Context, c *config.Config, d reports.Document, again bool) error {
	if c.Send.Nobody() {
		return errNobody
	}
	items, err := items(c, d)
	if err != nil {
		return err
	}
	held, err := a.lock(sentFile(c)+lockEnding, lockTimeout) // two at once would both send
	if err != nil {
		return err
	}
	defer held.Release()
	ledger, err := post.OpenLedger(sentFile(c))
	if err != nil {
		return err
	}
	run := string(result.DayOf(d.Analysis.AsOf)) + " " + d.Analysis.Notice
	if again {
		ledger.Forget(run)
	}
	out, err := post.SendAll(ctx, run, items, ledger)
	if !a.quiet {
		p := printer{w: a.stdout}
		for _, to := range out.Sent {
			p.linef("Sent to %s.", to)
		}
		for _, to := range out.Skipped {
			p.linef("Not sent to %s: it has this run already (--again sends it once more).", to)
		}
		if said := p.done(); said != nil {
			return said
		}
	}
	return err
}

// sentFile is where it is noted what was sent: beside the history.
func sentFile(c *config.Config) string {
	return strings.TrimSuffix(strings.TrimSuffix(c.HistoryFile(), filepath.Ext(c.HistoryFile())), "-history") + "-sent.json"
}

// items lists all that is to be sent.
func items(c *config.Config, d reports.Document) ([]post.Item, error) {
	letters, err := letters(c, d)
	if err != nil {
		return nil, err
	}
	deliver, err := mailer(c)
	if err != nil {
		return nil, err
	}
	var all []post.Item
	if deliver != nil {
		for _, m := range letters {
			all = append(all, post.Item{To: m.To, Key: "mail " + m.To + " " + m.Subject, Send: func(ctx context.Context) error { return deliver(ctx, m) }})
		}
	}
	if url := c.Send.Webhook.URL; url != "" {
		in, err := words.For(d.Analysis)
		if err != nil {
			return nil, err
		}
		chat := post.Chat{URL: url, Body: post.Body(c.Send.Webhook.Body)}
		all = append(all, post.Item{To: "the chat", Key: "chat", Send: func(ctx context.Context) error { return chat.Post(ctx, note(in, in.Masked(d.Analysis))) }})
	}
	return all, nil
}

// mailer returns how mail leaves: through the server, or into a folder; nil if neither is
// named.
func mailer(c *config.Config) (func(context.Context, post.Message) error, error) {
	s := c.Send
	switch {
	case s.Folder != "" && s.From != "":
		return func(_ context.Context, m post.Message) error { return m.WriteFile(s.Folder, s.From) }, nil
	case s.SMTP.Host == "" || s.From == "":
		return nil, nil
	}
	password, err := password(s.SMTP)
	if err != nil {
		return nil, err
	}
	server := post.Server{Host: s.SMTP.Host, Port: s.SMTP.Port, Security: post.Security(s.SMTP.Security), User: s.SMTP.User, Password: password, From: s.From}
	return server.Send, nil
}

func password(s config.SMTP) (string, error) {
	if s.User == "" || s.PasswordFile == "" {
		return os.Getenv(config.PasswordEnv), nil
	}
	data, err := plainfile.Read(s.PasswordFile, 1<<16)
	if err != nil {
		return "", fmt.Errorf("reading the password of the mail server: %w", err)
	}
	return strings.TrimRight(string(data), "\r\n"), nil
}

// letters are the mails of a report: all of it to the lead, its pack to each team. Mail
// programs see links in plain text too, where Markdown has none.
func letters(c *config.Config, d reports.Document) ([]post.Message, error) {
	in, err := words.For(d.Analysis)
	if err != nil {
		return nil, err
	}
	packs, err := reports.Packs(d)
	if err != nil {
		return nil, err
	}
	made := map[string][]byte{}
	for _, format := range []string{"md", "mail", "html"} {
		var b bytes.Buffer
		if err := reports.WriteFormat(&b, format, d); err != nil {
			return nil, err
		}
		made[format] = b.Bytes()
	}
	day := d.Analysis.AsOf.Truncate(time.Second)
	whole := []post.Attachment{{Name: "index.html", Data: made["html"]}}
	var out []post.Message
	for _, p := range packs {
		whole = append(whole, post.Attachment{Name: p.Name + ".html", Data: p.HTML}, post.Attachment{Name: p.Name + ".md", Data: p.Markdown})
		if c.Send.Teams && post.CheckAddress(p.Contact) == nil {
			out = append(out, post.Message{
				To: p.Contact, Of: day, Text: words.Unlinked(string(p.Markdown)), Attachments: []post.Attachment{{Name: p.Name + ".html", Data: p.HTML}},
				Subject: in.Text("Escalations to %s, %s", in.Team(p.Team), in.Span(d.Analysis.Span)),
			})
		}
	}
	for _, to := range c.Send.Lead {
		out = append(out, post.Message{
			To: to, Of: day, Text: words.Unlinked(string(made["md"])), HTML: string(made["mail"]), Attachments: whole,
			Subject: in.Text("Help desk patterns, %s", in.Span(d.Analysis.Span)),
		})
	}
	return out, nil
}

// note is what a chat is told: the summary and the first findings.
func note(in words.Writer, found *result.Analysis) post.Note {
	n := post.Note{
		Title: in.Text("Help desk patterns, %s", in.Span(found.Span)), Day: string(result.DayOf(found.AsOf)),
		Text: strings.Join(append(in.CoverageLines(found), in.Summary(found)), " "), Lines: []string{},
	}
	for i := range found.Patterns[:min(len(found.Patterns), findingsNamed)] {
		p := &found.Patterns[i]
		n.Lines = append(n.Lines, fmt.Sprintf("%d. %s %s", p.Rank, in.Statement(p), ownerLine(in, p)))
	}
	return n
}
