package html

import (
	"fmt"
	"net/url"
	"strings"
)

const idMark = "{id}"

// links turns ticket ids into addresses in the ticket system.
type links struct{ template string }

// newLinks checks a template for ticket addresses; "" means no links.
func newLinks(template string) (links, error) {
	if template == "" {
		return links{}, nil
	}
	a, errA := url.Parse(strings.ReplaceAll(template, idMark, "a"))
	b, errB := url.Parse(strings.ReplaceAll(template, idMark, "b"))
	switch {
	case errA != nil || errB != nil:
		return links{}, fmt.Errorf("ticket address %q: not an address, want e.g. https://desk.example/tickets/{id}", template)
	case a.Scheme != "http" && a.Scheme != "https" || a.Host == "":
		return links{}, fmt.Errorf("ticket address %q: want an address that begins with https:// or http://", template)
	case !strings.Contains(template, idMark):
		return links{}, fmt.Errorf("ticket address %q: holds no {id}, want it where the ticket's id goes", template)
	case a.Host != b.Host || a.User.String() != b.User.String():
		return links{}, fmt.Errorf("ticket address %q: {id} is in the host, want it after the host", template)
	}
	return links{template}, nil
}

// ticketLink is one ticket id with its address; URL is "" without a template.
type ticketLink struct{ ID, URL string }

// Links returns the tickets with their addresses, in the order given.
func (l links) Links(ids []string) []ticketLink {
	out := make([]ticketLink, len(ids))
	for i, id := range ids {
		out[i].ID = id
		if l.template != "" {
			out[i].URL = strings.ReplaceAll(l.template, idMark, escapeID(id))
		}
	}
	return out
}

// Link returns one ticket with its address.
func (l links) Link(id string) ticketLink { return l.Links([]string{id})[0] }

// escapeID percent-encodes all but the characters that mean nothing anywhere
// in an address (RFC 3986, 2.3), so that an id cannot add a path or a query.
func escapeID(id string) string {
	var b strings.Builder
	for _, c := range []byte(id) {
		if c == '-' || c == '.' || c == '_' || c == '~' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

const someLinks = 8 // tickets named beside a line of evidence

// someTickets are the first tickets of a longer list.
type someTickets struct {
	Links []ticketLink
	More  int // tickets left out
}

// Some returns the first few tickets of ids.
func (l links) Some(ids []string) someTickets {
	n := min(len(ids), someLinks)
	return someTickets{l.Links(ids[:n]), len(ids) - n}
}
