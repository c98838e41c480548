package post

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"net/mail"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// mailbox is a mail server that keeps what it gets. It refuses one recipient.
type mailbox struct {
	got  map[string]string // by recipient
	user string
}

func (m *mailbox) NewSession(*smtp.Conn) (smtp.Session, error) { return &session{box: m}, nil }

type session struct {
	box *mailbox
	to  string
}

func (s *session) AuthMechanisms() []string { return []string{sasl.Plain} }

func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if password != "secret" {
			return errors.New("wrong password")
		}
		s.box.user = user
		return nil
	}), nil
}
func (s *session) Mail(string, *smtp.MailOptions) error { return nil }
func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if to == "nobody@example.com" {
		return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such user"}
	}
	s.to = to
	return nil
}

func (s *session) Data(r io.Reader) error {
	text, err := io.ReadAll(r)
	s.box.got[s.to] = string(text)
	return err
}
func (s *session) Reset()        {}
func (s *session) Logout() error { return nil }

// serve starts a mail server; security none has no certificate.
func serve(t *testing.T, security Security) (*mailbox, Server) {
	t.Helper()
	box := &mailbox{got: map[string]string{}}
	server := smtp.NewServer(box)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	client := Server{Host: "127.0.0.1", Port: port, Security: security, From: "desk@example.com"}
	if security == NoTLS {
		server.AllowInsecureAuth = true
	} else {
		certificate, pool := certificate(t)
		server.TLSConfig = &tls.Config{Certificates: []tls.Certificate{certificate}}
		client.tls = &tls.Config{RootCAs: pool, ServerName: "127.0.0.1"}
		if security == TLS {
			listener = tls.NewListener(listener, server.TLSConfig)
		}
	}
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	return box, client
}

func certificate(t *testing.T) (tls.Certificate, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(parsed)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, pool
}

var letter = Message{
	To: "lead@example.com", Subject: "Patterns\r\nBcc: all@example.com", Text: "Zwölf Leute\n", HTML: "<p>Zwölf Leute</p>",
	Attachments: []Attachment{{"page.html", []byte("<html></html>")}}, Of: time.Date(2026, 6, 28, 0, 0, 0, 0, time.UTC),
}

func TestMailArrives(t *testing.T) {
	for _, security := range Securities {
		box, server := serve(t, security)
		if security != NoTLS {
			server.User, server.Password = "desk", "secret"
		}
		if err := server.Send(context.Background(), letter); err != nil {
			t.Errorf("%s: %v", security, err)
			continue
		}
		got, err := mail.ReadMessage(strings.NewReader(box.got["lead@example.com"]))
		if err != nil {
			t.Errorf("%s: %v", security, err)
			continue
		}
		if got.Header.Get("Bcc") != "" || got.Header.Get("Subject") != "Patterns Bcc: all@example.com" {
			t.Errorf("%s: headers %v", security, got.Header)
		}
		if security != NoTLS && box.user != "desk" {
			t.Errorf("%s: signed in as %q", security, box.user)
		}
	}
}

func TestMailThatCannotBeSent(t *testing.T) {
	_, plain := serve(t, NoTLS)
	_, secure := serve(t, StartTLS)
	refused, clear, wrong, dark := letter, plain, secure, plain
	refused.To = "nobody@example.com"
	clear.Security, clear.User = NoTLS, "desk"
	wrong.User, wrong.Password = "desk", "guess"
	dark.Security = StartTLS
	untrusted := secure
	untrusted.tls = nil
	for name, c := range map[string]struct {
		server  Server
		message Message
		want    string
	}{
		"refused recipient":            {secure, refused, "no such user"},
		"a password in clear":          {clear, letter, "encrypted"},
		"a wrong password":             {wrong, letter, "password"},
		"a server that cannot encrypt": {dark, letter, "STARTTLS"},
		"a certificate of nobody":      {untrusted, letter, "certificate"},
		"no server":                    {Server{Host: "127.0.0.1", Port: 1, From: "desk@example.com"}, letter, "refused"},
	} {
		if err := c.server.Send(context.Background(), c.message); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want an error that says %q", name, err, c.want)
		}
	}
}

func TestMailInFilesIsTheSameEachTime(t *testing.T) {
	var texts []string
	for range 2 {
		folder := t.TempDir()
		if err := letter.WriteFile(folder, "desk@example.com"); err != nil {
			t.Fatal(err)
		}
		files, err := filepath.Glob(filepath.Join(folder, "2026-06-28-lead@example.com-*.eml"))
		if err != nil || len(files) != 1 {
			t.Fatalf("%v, %v", files, err)
		}
		text, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	if texts[0] != texts[1] || !strings.Contains(texts[0], "28 Jun 2026") {
		t.Errorf("%s\n%s", texts[0], texts[1])
	}
}

func TestChat(t *testing.T) {
	note := Note{Title: "Patterns", Text: "1 pattern", Lines: []string{`<!channel> @all said [x](http://y) & *z* evil.org evil.zip/x www.evil.org \\srv\share`}, Day: "2026-06-28"}
	for _, body := range Bodies {
		var got string
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			text, _ := io.ReadAll(r.Body)
			got = string(text)
		}))
		if err := (Chat{server.URL + "/secret", body}).Post(context.Background(), note); err != nil {
			t.Errorf("%s: %v", body, err)
		}
		server.Close()
		if !json.Valid([]byte(got)) || !strings.Contains(got, "Patterns") {
			t.Errorf("%s: %s", body, got)
		}
		if body == PlainJSON {
			continue // for a program, which gets what was written
		}
		for _, call := range []string{"<!channel>", `\u003c!channel`, "@all", "](http://", "evil.org", "evil.zip", "www.", `\\\\srv`} {
			if strings.Contains(got, call) {
				t.Errorf("%s: %q is left in %s", body, call, got)
			}
		}
	}
}

func TestChatThatRefuses(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://elsewhere.example.com/", http.StatusFound)
	}))
	err := Chat{server.URL + "/secret", Slack}.Post(context.Background(), Note{})
	if err == nil || !strings.Contains(err.Error(), "302") {
		t.Errorf("%v, want the status", err)
	}
	server.Close()
	if err = (Chat{server.URL + "/secret", Slack}).Post(context.Background(), Note{}); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("%v, want an error without the address", err)
	}
}

// Each item is sent once, and what failed is sent by the next run.
func TestNothingIsSentTwice(t *testing.T) {
	file := filepath.Join(t.TempDir(), "sent.json")
	var sent []string
	fail := true
	items := []Item{
		{"a", "mail a", func(context.Context) error { sent = append(sent, "a"); return nil }},
		{"b", "mail b", func(context.Context) error {
			if fail {
				return errors.New("down")
			}
			sent = append(sent, "b")
			return nil
		}},
		{"c", "chat", func(context.Context) error { sent = append(sent, "c"); return nil }},
	}
	send := func(run string) error {
		ledger, err := OpenLedger(file)
		if err != nil {
			t.Fatal(err)
		}
		_, err = SendAll(context.Background(), run, items, ledger)
		return err
	}
	if err := send("2026-06-28"); err == nil || err.Error() != "sending to b: down" {
		t.Errorf("%v", err)
	}
	fail = false
	for range 2 {
		if err := send("2026-06-28"); err != nil {
			t.Error(err)
		}
	}
	if want := []string{"a", "c", "b"}; !slices.Equal(sent, want) {
		t.Errorf("sent %v, want %v", sent, want)
	}
	if err := send("2026-07-05"); err != nil || len(sent) != 6 {
		t.Errorf("the next week: %v, %v", sent, err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

// A folder in the place of the list of what was sent is refused, and so are pipes and
// devices (package plainfile): nothing is sent twice in silence.
func TestLedgerThatIsNoFile(t *testing.T) {
	if _, err := OpenLedger(t.TempDir()); err == nil || !strings.Contains(err.Error(), "reading what was sent") || !strings.Contains(err.Error(), "is no file") {
		t.Errorf("%v, want it refused", err)
	}
}
