package analyzer

import (
	"cmp"
	"slices"
	"strings"
	"ticketpatterns/analyzer/dataset"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

const (
	// changeDays is how long before the first ticket a change may have started.
	changeDays = 7
	// changesNamed is how many changes are named.
	changesNamed = 3
)

// declared is a change shortly before tickets that concerns them.
type declared struct {
	ticket.Change
	days    int     // before the first ticket
	tickets []int32 // that it concerns
	exact   bool    // one of them has the service, item or place that was changed; else they only name it
}

// changesBefore finds changes that started within changeDays before the first
// ticket, or on its day, and concern at least a third of the tickets: those
// that concern most first.
func (r *reporter) changesBefore(tickets []int32) []declared {
	first := r.export.Tickets[tickets[0]].Opened
	var out []declared
	for _, c := range r.changes {
		if c.Start.After(first) || c.Start.Before(first.AddDate(0, 0, -changeDays)) {
			continue
		}
		hits, exact := r.concerns(c, tickets)
		if 3*len(hits) < len(tickets) || len(hits) == 0 {
			continue
		}
		days := dataset.CivilDay(first, r.export.AsOf.Location()) - dataset.CivilDay(c.Start, r.export.AsOf.Location())
		out = append(out, declared{c, days, hits, exact})
	}
	slices.SortStableFunc(out, func(a, b declared) int {
		return cmp.Or(-cmp.Compare(len(a.tickets), len(b.tickets)), trueFirst(a.exact, b.exact), cmp.Compare(a.days, b.days), cmp.Compare(a.ID, b.ID))
	})
	return out[:min(len(out), changesNamed)]
}

// says describes a change in words.
func (r *reporter) says(d declared) string {
	return r.say.Count(d.days, "change %[2]s on %[3]s, %[1]d day before the first ticket: %[4]s", "change %[2]s on %[3]s, %[1]d days before the first ticket: %[4]s",
		text.Plain(d.ID), r.say.Date(result.DayOf(d.Start.In(r.export.AsOf.Location()))), r.names.quote(d.Summary, labelRunes))
}

// concerns lists the tickets that a change concerns: of the same service,
// configuration item or location, or naming the service or item in their text.
func (r *reporter) concerns(c ticket.Change, tickets []int32) (hits []int32, exact bool) {
	named := " " + strings.Join(text.Words(c.Service+" "+c.ConfigurationItem), " ") + " "
	for _, t := range tickets {
		k := &r.export.Tickets[t]
		switch {
		case same(c.Service, k.Service), same(c.ConfigurationItem, k.ConfigurationItem), same(c.Location, placeOf(k)):
			exact = true
		case !namesAny(k, named):
			continue
		}
		hits = append(hits, t)
	}
	return hits, exact
}

// placeOf is where the requester of a ticket is. Where a location stands in for
// the department it is kept there only, so that it is not one more thing that the
// tickets have in common.
func placeOf(k *ticket.Ticket) string { return cmp.Or(k.Location, k.Department) }

func same(a, b string) bool { return a != "" && dataset.Fold(a) == dataset.Fold(b) }

// namesAny reports whether a ticket's text holds one of the words that carry
// meaning.
func namesAny(k *ticket.Ticket, words string) bool {
	for _, t := range text.Terms(k.Subject+" "+k.Description, text.Languages[0]) {
		if len(t.Surface) >= 3 && strings.Contains(words, " "+t.Surface+" ") {
			return true
		}
	}
	return false
}
