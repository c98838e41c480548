package serve

import (
	"bytes"
	"encoding/json"
	"errors"
	"html"
	"net/http"
	"slices"
	"strings"
	"sync"

	page "ticketpatterns/reports/html"
	"ticketpatterns/reports/i18n"
)

// maxBodyBytes is some times the longest decision that is taken.
const maxBodyBytes = 64 << 10

// site answers requests, one at a time: SQLite and the report's folder are one.
type site struct {
	*gate
	desk Desk
	in   *i18n.Language
	mu   sync.Mutex
}

func handler(g *gate, desk Desk, in *i18n.Language) http.Handler {
	s := &site{gate: g, desk: desk, in: in}
	pages := http.NewServeMux()
	pages.HandleFunc("GET /{$}", s.latest)
	pages.HandleFunc("GET /runs/{day}", s.run)
	pages.HandleFunc("POST /decisions", s.decide)
	pages.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		s.say(w, http.StatusNotFound, s.in.Text("There is no such page."))
	})
	return s.guard(pages)
}

// guard lets nobody in who has no business here, and tells browsers to keep and show
// nothing elsewhere.
func (s *site) guard(pages http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Cache-Control", "no-store")
		head.Set("Content-Security-Policy", "frame-ancestors 'none'")
		head.Set("Cross-Origin-Opener-Policy", "same-origin")
		head.Set("Cross-Origin-Resource-Policy", "same-origin")
		head.Set("Referrer-Policy", "no-referrer")
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("X-Frame-Options", "DENY")
		token := r.URL.Query().Get("token")
		switch {
		case !s.ours(r.Host):
			s.say(w, http.StatusMisdirectedRequest, s.in.Text("This address is not the one that serve named."))
		case s.known(r) && token == "":
			pages.ServeHTTP(w, r)
		case token != "" && r.Method == http.MethodGet && r.URL.Path == "/" && (s.known(r) || s.use(token)):
			s.letIn(w)
			http.Redirect(w, r, "/", http.StatusSeeOther) // so that no history of the browser holds the token
		default:
			s.say(w, http.StatusForbidden, s.in.Text("This address opens the report once, in one browser. Stop serve with Ctrl-C and start it again for a new one."))
		}
	})
}

func (s *site) latest(w http.ResponseWriter, _ *http.Request) { s.page(w, "") }

func (s *site) run(w http.ResponseWriter, r *http.Request) { s.page(w, r.PathValue("day")) }

// page shows the report of a day, the latest for "".
func (s *site) page(w http.ResponseWriter, day string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	days, err := s.desk.Days()
	if err != nil {
		s.say(w, http.StatusInternalServerError, err.Error())
		return
	}
	if day == "" && len(days) > 0 {
		day = days[0]
	}
	if !slices.Contains(days, day) {
		s.say(w, http.StatusNotFound, s.in.Text("No report of that day is stored."))
		return
	}
	var made bytes.Buffer
	if err := s.desk.Page(&made, day); err != nil {
		s.say(w, http.StatusInternalServerError, err.Error())
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	// A browser that went away is no fault of ours.
	_, _ = w.Write(made.Bytes())
}

// answer is what the page gets: saved, or why not.
type answer struct {
	Saved bool   `json:"saved"`
	Text  string `json:"text,omitempty"`
}

func (s *site) decide(w http.ResponseWriter, r *http.Request) {
	if !s.mayAct(r) {
		reply(w, http.StatusForbidden, answer{Text: s.in.Text("Only the report itself may send decisions.")})
		return
	}
	var d page.Decision
	from := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBodyBytes))
	from.DisallowUnknownFields()
	if err := from.Decode(&d); err != nil {
		status := http.StatusBadRequest
		var long *http.MaxBytesError
		if errors.As(err, &long) {
			status = http.StatusRequestEntityTooLarge
		}
		reply(w, status, answer{Text: err.Error()})
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.desk.Decide(d)
	var refused *Refusal
	switch {
	case err == nil:
		reply(w, http.StatusOK, answer{Saved: true})
	case errors.As(err, &refused):
		reply(w, http.StatusUnprocessableEntity, answer{Text: refused.Text})
	default:
		reply(w, http.StatusInternalServerError, answer{Text: err.Error()})
	}
}

func reply(w http.ResponseWriter, status int, a answer) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(a) // the page says that no answer came
}

// say shows a text where there is no report.
func (s *site) say(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	page := `<!DOCTYPE html><html lang="` + html.EscapeString(s.in.Locale()) + `"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
		`<meta name="color-scheme" content="light dark"><title>ticketpatterns</title><p>` + html.EscapeString(strings.TrimSpace(text)) + `</p></html>`
	_, _ = w.Write([]byte(page))
}
