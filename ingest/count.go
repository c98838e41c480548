package ingest

import (
	"fmt"
	"strconv"
	"strings"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest/dates"
)

// parseCount reads a number of events: digits, yes or no, or a time at which it
// happened once.
func parseCount(s string) ticket.Count {
	switch strings.ToLower(s) {
	case "":
		return ticket.Count{}
	case "yes", "true", "y", "ja", "oui", "si", "sí", "sim", "tak":
		return ticket.KnownCount(1)
	case "no", "false", "n", "nein", "non", "não", "nie", "nee":
		return ticket.KnownCount(0)
	}
	whole, _, _ := strings.Cut(s, ".")
	if n, err := strconv.Atoi(whole); err == nil && n >= 0 {
		return ticket.KnownCount(n)
	}
	if dates.Parse(s).Kind >= dates.Fixed {
		return ticket.KnownCount(1)
	}
	return ticket.Count{}
}

// parseKept reads whether the agreed time was kept and returns the breaches: none
// or one.
func parseKept(s string) ticket.Count {
	switch strings.ToLower(s) {
	case "yes", "true", "1", "met", "within sla":
		return ticket.KnownCount(0)
	case "no", "false", "0", "missed", "breached", "violated", "sla violated", "sla breached":
		return ticket.KnownCount(1)
	}
	return ticket.Count{}
}

// formatKept writes whether the agreed time was kept; "" if that is not known.
func formatKept(breaches ticket.Count) string {
	switch {
	case !breaches.Known:
		return ""
	case breaches.N == 0:
		return "yes"
	}
	return "no"
}

// formatCount writes a count; "" if it is not known.
func formatCount(c ticket.Count) string {
	if !c.Known {
		return ""
	}
	return fmt.Sprint(c.N)
}
