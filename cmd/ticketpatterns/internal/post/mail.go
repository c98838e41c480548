package post

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// Security says how a connection to a mail server is encrypted.
type Security string

// The values of Security.
const (
	StartTLS Security = "starttls" // the connection is encrypted before anything is said
	TLS      Security = "tls"      // it is encrypted from its first byte
	NoTLS    Security = "none"     // it is not; for a server in the same building only
)

// Securities lists every value of Security.
var Securities = []Security{StartTLS, TLS, NoTLS}

// patience is how long a mail server or a chat may take to answer.
const patience = 30 * time.Second

// Server is the mail server of the desk.
type Server struct {
	Host     string
	Port     int
	Security Security
	User     string // "" for none
	Password string
	From     string

	tls *tls.Config // of tests; nil: what the system trusts
}

// CheckAddress reports an error unless text is one mail address, such as
// desk@example.com.
func CheckAddress(text string) error {
	a, err := mail.ParseAddress(text)
	if err != nil || a.Address != text || !strings.Contains(text, "@") {
		return fmt.Errorf("is %q, want one address such as desk@example.com", text)
	}
	return nil
}

// Send delivers a message. A recipient that the server refuses is an error. A password
// is never sent over a connection that is not encrypted.
func (s Server) Send(ctx context.Context, m Message) error {
	letter, err := compose(s.From, m, time.Now())
	if err != nil {
		return err
	}
	options := []gomail.Option{gomail.WithPort(s.Port), gomail.WithTimeout(patience)}
	if s.tls != nil {
		options = append(options, gomail.WithTLSConfig(s.tls))
	}
	switch s.Security {
	case TLS:
		options = append(options, gomail.WithSSL())
	case NoTLS:
		options = append(options, gomail.WithTLSPolicy(gomail.NoTLS))
	default:
		options = append(options, gomail.WithTLSPolicy(gomail.TLSMandatory))
	}
	if s.User != "" {
		if s.Security == NoTLS {
			return errors.New("a password needs an encrypted connection, want tls or starttls")
		}
		options = append(options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(s.User), gomail.WithPassword(s.Password))
	}
	client, err := gomail.NewClient(s.Host, options...)
	if err != nil {
		return fmt.Errorf("mail server %s: %w", s.Host, err)
	}
	if err := client.DialAndSendWithContext(ctx, letter); err != nil {
		return fmt.Errorf("mail server %s: %w", s.Host, err)
	}
	return nil
}

// WriteFile writes a message to a .eml file, which mail programs open. The same message
// gives the same bytes.
func (m Message) WriteFile(folder, from string) error {
	letter, err := compose(from, m, m.Of)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("writing mail: %w", err)
	}
	var text bytes.Buffer
	if _, err := letter.WriteTo(&text); err != nil {
		return fmt.Errorf("writing mail: %w", err)
	}
	if err := os.WriteFile(filepath.Join(folder, fileName(m)), text.Bytes(), 0o600); err != nil {
		return fmt.Errorf("writing mail: %w", err)
	}
	return nil
}

// fileName is made of the day and the address, with nothing that a file system minds.
func fileName(m Message) string {
	safe := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '@' || r == '.' || r == '-' {
			return r
		}
		return '_'
	}, m.To)
	return m.Of.Format(time.DateOnly) + "-" + safe + "-" + m.digest()[:8] + ".eml"
}

// compose makes a mail. Its id comes from its contents, so that a server or program that
// sees it twice can tell.
func compose(from string, m Message, date time.Time) (*gomail.Msg, error) {
	letter := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	if err := letter.From(from); err != nil {
		return nil, fmt.Errorf("sender %q: %w", from, err)
	}
	if err := letter.To(m.To); err != nil {
		return nil, fmt.Errorf("address %q: %w", m.To, err)
	}
	_, domain, _ := strings.Cut(from, "@")
	letter.Subject(oneLine(m.Subject))
	letter.SetDateWithValue(date)
	letter.SetMessageIDWithValue(m.digest() + "@" + domain)
	letter.SetBoundary("part-" + m.digest())
	letter.SetGenHeader("Auto-Submitted", "auto-generated")
	letter.SetBodyString(gomail.TypeTextPlain, m.Text)
	if m.HTML != "" {
		letter.AddAlternativeString(gomail.TypeTextHTML, m.HTML)
	}
	for _, a := range m.Attachments {
		if err := letter.AttachReader(a.Name, bytes.NewReader(a.Data)); err != nil {
			return nil, fmt.Errorf("attaching %s: %w", a.Name, err)
		}
	}
	return letter, nil
}

// oneLine keeps text of tickets from ending a header.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
