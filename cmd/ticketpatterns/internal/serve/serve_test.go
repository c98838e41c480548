package serve

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/reports/html"
)

// shelf is a Desk of two reports that remembers what was decided.
type shelf struct {
	decided []html.Decision
	refuse  error
}

func (s *shelf) Days() ([]string, error) { return []string{"2026-06-28", "2026-06-21"}, nil }

func (s *shelf) Page(w io.Writer, day string) error {
	_, err := io.WriteString(w, "report of "+day)
	return err
}

func (s *shelf) Decide(d html.Decision) error {
	if s.refuse == nil {
		s.decided = append(s.decided, d)
	}
	return s.refuse
}

// started serves a shelf on a port of its own and returns the address that opens it.
func started(t *testing.T, s *shelf) (address, base string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	told, ended := make(chan string, 1), make(chan error, 1)
	go func() { ended <- Run(ctx, listener, s, nil, func(address string) { told <- address }) }()
	t.Cleanup(func() {
		stop()
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("ending: %v", err)
			}
		case <-time.After(2 * shutdownTimeout):
			t.Error("does not end")
		}
	})
	address = <-told
	return address, "http://" + listener.Addr().String()
}

func browser(t *testing.T) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Client{Jar: jar, Timeout: 10 * time.Second}
}

func get(t *testing.T, c *http.Client, address string) (status int, body string) {
	t.Helper()
	r, err := c.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(b)
}

func TestTokenOpensOnce(t *testing.T) {
	address, base := started(t, &shelf{})
	first, second := browser(t), browser(t)
	if status, _ := get(t, first, base+"/"); status != http.StatusForbidden {
		t.Errorf("without a token: %d, want 403", status)
	}
	if status, _ := get(t, first, base+"/?token=wrong"); status != http.StatusForbidden {
		t.Errorf("with a wrong token: %d, want 403", status)
	}
	if status, body := get(t, first, address); status != http.StatusOK || body != "report of 2026-06-28" {
		t.Errorf("with the token: %d %q, want the latest report", status, body)
	}
	if status, _ := get(t, second, address); status != http.StatusForbidden {
		t.Errorf("with a token that was used: %d, want 403", status)
	}
	if status, body := get(t, first, base+"/runs/2026-06-21"); status != http.StatusOK || body != "report of 2026-06-21" {
		t.Errorf("an earlier report: %d %q", status, body)
	}
}

func TestCookie(t *testing.T) {
	address, _ := started(t, &shelf{})
	c := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	r, err := c.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	cookies := r.Cookies()
	if len(cookies) != 1 || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteStrictMode || strings.Contains(address, cookies[0].Value) {
		t.Errorf("cookies %v, want one that scripts and other sites do not get and that is not the token", cookies)
	}
	if to := r.Header.Get("Location"); to != "/" {
		t.Errorf("goes on at %q, want an address without the token", to)
	}
}

// TestHost holds that a name which leads to this computer, but is somebody else's, opens
// nothing, even with the cookie.
func TestHost(t *testing.T) {
	address, base := started(t, &shelf{})
	c := browser(t)
	get(t, c, address)
	port := base[strings.LastIndex(base, ":"):]
	for host, want := range map[string]int{
		"127.0.0.1" + port: 200, "localhost" + port: 200, "evil.example" + port: 421, "127.0.0.1": 421, "127.0.0.1:1": 421,
		"localhost.evil.example" + port: 421, "127.0.0.1.evil.example" + port: 421, "192.0.2.1" + port: 421, "evil.example": 421,
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, base+"/", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = host
		for _, cookie := range c.Jar.Cookies(r.URL) {
			r.AddCookie(cookie)
		}
		answer, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("host %s: %d, want %d", host, answer.StatusCode, want)
		}
	}
}

func TestHostWhereOthersMayCome(t *testing.T) {
	g := newGate(&net.TCPAddr{IP: net.IPv4zero, Port: 8080})
	for host, want := range map[string]bool{"192.0.2.1:8080": true, "localhost:8080": true, "[::1]:8080": true, "evil.example:8080": false, "192.0.2.1:80": false, "": false} {
		if got := g.ours(host); got != want {
			t.Errorf("host %q: %v, want %v", host, got, want)
		}
	}
}

// decision is a POST as the page sends it.
func decision(t *testing.T, base, body string) *http.Request {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, base+"/decisions", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Origin", base)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.Header.Set(actHeader, "page")
	return r
}

func TestDecide(t *testing.T) {
	const body = `{"pattern_id": "P-1", "decision": "accept", "decided_on": "2026-06-29"}`
	tests := map[string]struct {
		change func(*http.Request)
		body   string
		refuse error
		want   int
		saved  int
		text   string
	}{
		"as the page does":      {want: 200, saved: 1},
		"in an older browser":   {change: func(r *http.Request) { r.Header.Del("Sec-Fetch-Site") }, want: 200, saved: 1},
		"from another page":     {change: func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") }, want: 403},
		"from another port":     {change: func(r *http.Request) { r.Header.Set("Origin", "http://127.0.0.1:1") }, want: 403},
		"from a sandbox":        {change: func(r *http.Request) { r.Header.Set("Origin", "null") }, want: 403},
		"from nowhere":          {change: func(r *http.Request) { r.Header.Del("Origin") }, want: 403},
		"across sites":          {change: func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, want: 403},
		"by a form":             {change: func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") }, want: 403},
		"without the header":    {change: func(r *http.Request) { r.Header.Del(actHeader) }, want: 403},
		"without the cookie":    {change: func(r *http.Request) { r.Header.Del("Cookie") }, want: 403},
		"with a guessed cookie": {change: func(r *http.Request) { r.Header.Set("Cookie", "ticketpatterns-"+r.URL.Port()+"=x") }, want: 403},
		"too much":              {body: `{"reason": "` + strings.Repeat("x", maxBodyBytes) + `"}`, want: 413},
		"no JSON":               {body: `pattern_id=P-1`, want: 400},
		"a field that is none":  {body: `{"admin": true}`, want: 400},
		"refused":               {refuse: &Refusal{Text: "want Network"}, want: 422, text: "want Network"},
		"failed":                {refuse: errors.New("disk full"), want: 500, text: "disk full"},
		"by reading":            {change: func(r *http.Request) { r.Method = http.MethodGet }, want: 404},
		"asked before":          {change: func(r *http.Request) { r.Method = http.MethodOptions }, want: 404},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s := &shelf{refuse: test.refuse}
			address, base := started(t, s)
			c := browser(t)
			get(t, c, address)
			if test.body == "" {
				test.body = body
			}
			r := decision(t, base, test.body)
			for _, cookie := range c.Jar.Cookies(r.URL) {
				r.AddCookie(cookie)
			}
			if test.change != nil {
				test.change(r)
			}
			got, err := http.DefaultTransport.RoundTrip(r)
			if err != nil {
				t.Fatal(err)
			}
			defer got.Body.Close()
			if got.StatusCode != test.want || len(s.decided) != test.saved {
				t.Errorf("%d, saved %d; want %d, saved %d", got.StatusCode, len(s.decided), test.want, test.saved)
			}
			if got.Header.Get("Access-Control-Allow-Origin") != "" || got.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("headers %v, want nothing for other pages and nothing kept", got.Header)
			}
			if test.text == "" {
				return
			}
			var said answer
			if err := json.NewDecoder(got.Body).Decode(&said); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(answer{Text: test.text}, said); diff != "" {
				t.Errorf("answer (-want +got):\n%s", diff)
			}
		})
	}
}

// TestPaths holds that a run is one of those that are stored, whatever the address says.
func TestPaths(t *testing.T) {
	address, base := started(t, &shelf{})
	c := browser(t)
	get(t, c, address)
	for _, path := range []string{"/runs/2026-06-22", "/runs/..%2f..%2fetc%2fpasswd", "/runs/%2e%2e", "/runs/../../etc/passwd", "/runs/", "/index.html", "/runs/2026-06-28%00", "/runs/report"} {
		u, err := url.Parse(base)
		if err != nil {
			t.Fatal(err)
		}
		u.Opaque = "//" + u.Host + path
		r := &http.Request{Method: http.MethodGet, URL: u, Host: u.Host, Header: http.Header{}}
		for _, cookie := range c.Jar.Cookies(&url.URL{Scheme: "http", Host: u.Host, Path: "/"}) {
			r.AddCookie(cookie)
		}
		got, err := http.DefaultTransport.RoundTrip(r.WithContext(t.Context()))
		if err != nil {
			t.Fatal(err)
		}
		got.Body.Close()
		if got.StatusCode == http.StatusOK || got.StatusCode >= 500 {
			t.Errorf("%s: %d, want it refused", path, got.StatusCode)
		}
	}
}
