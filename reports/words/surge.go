package words

import (
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// Surge says that the desk received far more or fewer tickets than usual, and what
// makes the difference.
func (w Writer) Surge(s *result.Surge) string {
	line := w.Text("The desk received %s from %s, usually %s.", w.Tickets(s.Tickets), w.Span(s.Span), w.Usual(s.Usual))
	switch {
	case s.Span.From == s.Span.To:
		line = w.Text("The desk received %s on %s, usually %s.", w.Tickets(s.Tickets), w.Date(s.Span.To), w.Usual(s.Usual))
	case !s.More():
		line = w.Text("The desk received only %s from %s, usually %s.", w.Tickets(s.Tickets), w.Span(s.Span), w.Usual(s.Usual))
	}
	if len(s.Parts) == 0 {
		return line + " " + w.Text("The difference is spread over the whole desk.")
	}
	var parts []string
	for _, p := range s.Parts {
		parts = append(parts, w.Text("%s (%s, usually %s)", w.surgePart(p), w.Tickets(p.Tickets), w.Usual(p.Usual)))
	}
	if s.Alone {
		return line + " " + w.Text("Nearly all of the difference: %s.", parts[0])
	}
	return line + " " + w.Text("Largest parts of the difference: %s.", strings.Join(parts, ", "))
}

func (w Writer) surgePart(p result.SurgePart) string {
	switch p.Field {
	case result.SurgeRequester:
		return w.Text("one requester")
	case result.SurgeMachine:
		return w.Text("tickets that programs wrote")
	case result.SurgeIssue:
		return w.Text("“%s”", text.Shorten(p.Value, 80))
	}
	return w.named(p.Field, p.Value)
}
