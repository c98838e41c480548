// Package post sends a report by mail and to chats, each message once.
//
// It knows messages, not reports: who gets what is decided by the command. A message
// that was sent is noted at once in a [Ledger], so that a run that is repeated sends only
// what failed.
package post

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"
)

// Message is a mail.
type Message struct {
	To          string // one address
	Subject     string
	Text        string // plain; always
	HTML        string // the same for readers that show it; "" for none
	Attachments []Attachment
	// Of is the day of the report. Mail written to files is dated by it, so that the
	// same run writes the same bytes.
	Of time.Time
}

// Attachment is a file of a message.
type Attachment struct {
	Name string
	Data []byte
}

// digest identifies the contents of a message.
func (m Message) digest() string {
	sum := sha256.New()
	for _, part := range []string{m.To, m.Subject, m.Text, m.HTML} {
		fmt.Fprintf(sum, "%d:%s", len(part), part)
	}
	for _, a := range m.Attachments {
		fmt.Fprintf(sum, "%d:%s%d:%s", len(a.Name), a.Name, len(a.Data), a.Data)
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// Item is one thing to send to one place.
type Item struct {
	To   string // what it is called in messages to people: an address or "the chat"
	Key  string // identifies the place within one run
	Send func(context.Context) error
}

// Outcome tells what became of the items.
type Outcome struct {
	Sent, Skipped []string // by what they are called
}

// SendAll sends the items that the ledger does not know for this run, each noted when it
// is sent. It goes on after a failure and returns all of them.
func SendAll(ctx context.Context, run string, items []Item, ledger *Ledger) (Outcome, error) {
	var out Outcome
	var failed []error
	for _, item := range items {
		if ledger.has(run, item.Key) {
			out.Skipped = append(out.Skipped, item.To)
			continue
		}
		if err := item.Send(ctx); err != nil {
			failed = append(failed, fmt.Errorf("sending to %s: %w", item.To, err))
			continue
		}
		out.Sent = append(out.Sent, item.To)
		if err := ledger.note(run, item.Key); err != nil {
			return out, errors.Join(append(failed, err)...)
		}
	}
	return out, errors.Join(failed...)
}
