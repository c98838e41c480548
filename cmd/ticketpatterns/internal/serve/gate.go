package serve

import (
	"crypto/subtle"
	"mime"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
)

// actHeader is on every request that changes something. A form cannot send it, and a
// script of another page only after a question that this server does not answer.
const actHeader = "X-Ticketpatterns"

// gate tells who may come in.
type gate struct {
	host, port string
	open       bool // listens for other computers, too
	session    string

	mu    sync.Mutex
	token string // "" once it was used
}

func newGate(at net.Addr) *gate {
	host, port, err := net.SplitHostPort(at.String())
	if err != nil {
		host = at.String()
	}
	ip := net.ParseIP(host)
	return &gate{host: host, port: port, open: ip != nil && !ip.IsLoopback(), session: secret(), token: secret()}
}

// address is where the report is opened, once.
func (g *gate) address() string {
	host := g.host
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
		if name, err := os.Hostname(); err == nil {
			host = name
		}
	}
	return (&url.URL{Scheme: "http", Host: net.JoinHostPort(host, g.port), Path: "/", RawQuery: url.Values{"token": {g.token}}.Encode()}).String()
}

// cookie is named by the port, as browsers give cookies of one port to all others.
func (g *gate) cookie() string { return "ticketpatterns-" + g.port }

// ours reports whether a host, as the browser names it, is this server. A number leads
// nowhere else; a name may, unless it is that of the computer itself.
func (g *gate) ours(host string) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		name, port = strings.Trim(host, "[]"), "80"
	}
	if port != g.port {
		return false
	}
	ip := net.ParseIP(name)
	if !g.open {
		return name == g.host || strings.EqualFold(name, "localhost")
	}
	own, err := os.Hostname()
	return ip != nil || strings.EqualFold(name, "localhost") || err == nil && strings.EqualFold(name, own)
}

// use takes a token; it counts once.
func (g *gate) use(token string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	ok := g.token != "" && same(token, g.token)
	if ok {
		g.token = ""
	}
	return ok
}

// known reports whether a request has the cookie.
func (g *gate) known(r *http.Request) bool {
	for _, c := range r.CookiesNamed(g.cookie()) {
		if same(c.Value, g.session) {
			return true
		}
	}
	return false
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// mayAct reports whether a request to change something comes from a page of this server.
func (g *gate) mayAct(r *http.Request) bool {
	from, err := url.Parse(r.Header.Get("Origin"))
	if err != nil || from.Scheme != "http" || from.Host != r.Host {
		return false
	}
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	site := r.Header.Get("Sec-Fetch-Site") // browsers that are too old for it send none
	return err == nil && kind == "application/json" && r.Header.Get(actHeader) != "" && (site == "" || site == "same-origin")
}

// letIn sets the cookie.
func (g *gate) letIn(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: g.cookie(), Value: g.session, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
}
