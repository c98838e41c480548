package describe

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
	maxChanges = 3
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
func (d *Describer) changesBefore(tickets []int32) []declared {
	first := d.data.Tickets[tickets[0]].Opened
	var out []declared
	for _, c := range d.options.Changes {
		if c.Start.After(first) || c.Start.Before(first.AddDate(0, 0, -changeDays)) {
			continue
		}
		hits, exact := d.concerns(c, tickets)
		if 3*len(hits) < len(tickets) || len(hits) == 0 {
			continue
		}
		days := d.data.DaysSince(c.Start) - d.data.Day[tickets[0]]
		out = append(out, declared{c, days, hits, exact})
	}
	slices.SortStableFunc(out, func(a, b declared) int {
		return cmp.Or(-cmp.Compare(len(a.tickets), len(b.tickets)), -compareBools(a.exact, b.exact), cmp.Compare(a.days, b.days), cmp.Compare(a.ID, b.ID))
	})
	return out[:min(len(out), maxChanges)]
}

// compareBools puts false before true.
func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// change is a declared change as the report names it.
func (d *Describer) change(c ticket.Change) result.Change {
	return result.Change{Day: result.DayOf(c.Start.In(d.data.AsOf.Location())), ID: text.Plain(c.ID), Summary: d.masker.quote(c.Summary, labelRunes)}
}

// concerns lists the tickets that a change concerns: of the same service,
// configuration item or location, or naming the service or item in their text.
func (d *Describer) concerns(c ticket.Change, tickets []int32) (hits []int32, exact bool) {
	named := " " + strings.Join(text.Words(c.Service+" "+c.ConfigurationItem), " ") + " "
	for _, t := range tickets {
		k := &d.data.Tickets[t]
		switch {
		case changed(c, k):
			exact = true
		case !namesAny(k, named):
			continue
		}
		hits = append(hits, t)
	}
	return hits, exact
}

// Changed lists the tickets of the service, configuration item or location that
// was changed.
func (d *Describer) TicketsOfChange(c ticket.Change, tickets []int32) []int32 {
	return d.data.Filter(tickets, func(t int32) bool { return changed(c, &d.data.Tickets[t]) })
}

func changed(c ticket.Change, k *ticket.Ticket) bool {
	return dataset.SameSpelling(c.Service, k.Service) || dataset.SameSpelling(c.ConfigurationItem, k.ConfigurationItem) || dataset.SameSpelling(c.Location, k.Place())
}

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

// ChangesDuring lists the declared changes that concern tickets and started
// between a week before the first of them and the last, by day and id.
func (d *Describer) ChangesDuring(tickets []int32) []result.Change {
	first, last := d.data.Tickets[tickets[0]].Opened, d.data.Tickets[tickets[len(tickets)-1]].Opened
	out := []result.Change{}
	for _, c := range d.options.Changes {
		if c.Start.Before(first.AddDate(0, 0, -changeDays)) || c.Start.After(last) {
			continue
		}
		if hits, _ := d.concerns(c, tickets); len(hits) == 0 || 3*len(hits) < len(tickets) {
			continue
		}
		out = append(out, d.change(c))
	}
	slices.SortStableFunc(out, func(a, b result.Change) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.ID, b.ID)) })
	return out
}
