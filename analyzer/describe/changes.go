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
	// changeDays is the longest time, in days, from the start of a change to the
	// first ticket.
	changeDays = 7
	// maxChanges bounds the changes that are returned.
	maxChanges = 3
)

// declared is a declared change that preceded tickets and concerns them.
type declared struct {
	ticket.Change
	days    int     // from its start to the first ticket
	tickets []int32 // tickets that it concerns
	exact   bool    // a ticket has the changed service, item or location; otherwise the tickets only mention it
}

// changesBefore returns the changes that started on the day of the first ticket or
// at most changeDays before and concern at least a third of the tickets; those that
// concern most tickets first.
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

// change returns a declared change as the report shows it.
func (d *Describer) change(c ticket.Change) result.Change {
	return result.Change{Day: result.DayOf(c.Start.In(d.data.AsOf.Location())), ID: text.Plain(c.ID), Summary: d.masker.quote(c.Summary, labelRunes)}
}

// concerns returns the tickets that a change concerns: those with its service,
// configuration item or location, or whose text mentions the service or item. exact
// tells that at least one is of the first sort.
func (d *Describer) concerns(c ticket.Change, tickets []int32) (hits []int32, exact bool) {
	named := " " + strings.Join(text.Words(c.Service+" "+c.ConfigurationItem), " ") + " "
	for _, t := range tickets {
		k := &d.data.Tickets[t]
		switch {
		case changed(c, k):
			exact = true
		case !namesAny(d.data.Repeated.Subject(k.Subject)+" "+d.data.Said(t), named):
			continue
		}
		hits = append(hits, t)
	}
	return hits, exact
}

// TicketsOfChange returns the tickets with the service, configuration item or
// location of a change.
func (d *Describer) TicketsOfChange(c ticket.Change, tickets []int32) []int32 {
	return d.data.Filter(tickets, func(t int32) bool { return changed(c, &d.data.Tickets[t]) })
}

func changed(c ticket.Change, k *ticket.Ticket) bool {
	return dataset.SameSpelling(c.Service, k.Service) || dataset.SameSpelling(c.ConfigurationItem, k.ConfigurationItem) || dataset.SameSpelling(c.Location, k.Place())
}

// namesAny reports whether a content word of what a ticket says is among words.
func namesAny(said, words string) bool {
	for _, t := range text.Terms(said, text.Languages[0]) {
		if len(t.Surface) >= 3 && strings.Contains(words, " "+t.Surface+" ") {
			return true
		}
	}
	return false
}

// ChangesDuring returns the declared changes that concern tickets and started
// between a week before the first of them and the last one, by day and id.
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
