package describe

import (
	"strings"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// Maximum lengths, in runes, of a quoted label and of a quoted text.
const (
	labelRunes = 90
	textRunes  = 400
)

// masker masks people's names in quoted texts unless names are shown. The masks are
// the English ones of package text; outputs in other languages replace them.
type masker struct {
	names text.Names
	show  bool
}

func newMasker(tickets []ticket.Ticket, listed []ticket.Person, show bool) masker {
	if show {
		return masker{show: true}
	}
	people := make([]string, 0, 2*len(tickets)+len(listed))
	for i := range tickets {
		people = append(people, tickets[i].Requester, tickets[i].Assignee)
	}
	for _, p := range listed {
		people = append(people, p.Requester)
	}
	names := text.LearnNames(people)
	names.Spare(len(tickets), func(i int) string {
		return tickets[i].Subject + "\n" + tickets[i].Description + "\n" + tickets[i].Resolution
	})
	return masker{names: names}
}

// quotedBytes is how much of a text is masked: far more than is ever shown of it.
const quotedBytes = 1 << 14

// quote returns a text as it may be shown, without markup and cut to so many
// characters. own are the people of the ticket that it stands in.
func (m masker) quote(s string, runes int, own ...string) string {
	s = text.StripMarkup(s)
	s = strings.ToValidUTF8(s[:min(len(s), quotedBytes)], "")
	if m.show {
		return text.ShortenAtWord(text.Plain(s), runes)
	}
	return text.ShortenAtWord(text.Mask(s, m.names, own...), runes)
}

// isName reports whether a word is a person's name that must be masked, in any
// spelling.
func (m masker) isName(word string) bool { return !m.show && m.names.Has(word) }
