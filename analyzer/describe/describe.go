// Package describe says what a set of tickets is: label, exemplars, impact, cause, owner.
package describe

import (
	"cmp"
	"slices"
	"sync/atomic"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/ticket"
)

// Options says what a description draws on and how far it goes.
type Options struct {
	Changes      []ticket.Change // declared changes, in any order
	Owners       owner.Map
	ShowNames    bool      // keep people's names in quoted texts; else they are masked
	WorkdayHours float64   // the most hours that one ticket can cost a person
	Test         stat.Test // that tells how unevenly weeks come in
}

// Describer describes sets of tickets of one data set. What it says depends on
// nothing else; it is safe for concurrent use.
type Describer struct {
	data    *dataset.Dataset
	options Options
	masker  masker
	finder  *owner.Finder

	groups      [len(usualGroupFields)]groupCounts
	medianHours float64     // to resolve a ticket of the desk; NaN if none is resolved
	openedShare [24]float64 // of the desk's tickets, by the hour of the day they were opened in

	// symptoms are filled as they are asked for: reading the words of every ticket
	// would take longer than all else, and few are asked for, most of them often.
	// The entry of a ticket is always the same, so whoever writes it last does no harm.
	symptoms []atomic.Pointer[string] // by ticket: the function it was filed for
}

// New returns a describer of the tickets of data.
func New(data *dataset.Dataset, o Options) *Describer {
	d := &Describer{
		data: data, options: o, masker: newMasker(data.Tickets, o.ShowNames), finder: o.Owners.Finder(),
		symptoms: make([]atomic.Pointer[string], len(data.Tickets)),
	}
	var hours []float64
	for i := range data.Tickets {
		t := &data.Tickets[i]
		d.openedShare[t.Opened.In(data.AsOf.Location()).Hour()] += 1 / float64(len(data.Tickets))
		if h, resolved := hoursToResolve(t); resolved {
			hours = append(hours, h)
		}
	}
	d.medianHours = stat.Median(hours)
	for i, f := range usualGroupFields {
		d.groups[i] = countGroups(data, f)
	}
	return d
}

// Profile is what can be said of the tickets of a scope.
type Profile struct {
	Wording
	Exemplars   []result.Exemplar
	Impact      result.Impact
	Owner       result.Owner
	Cause       result.Cause
	Workarounds []result.Workaround
	Handling    result.Tried
	Paths       []result.Path
	Common      []result.Share
	Misfits     []result.Misfit
	Breakdown   []result.Spread
}

// Profile describes tickets of a scope, one or more, oldest first. ofIssue are all
// tickets of their issue in that scope, oldest first: what came before.
func (d *Describer) Profile(s dataset.Scope, tickets, ofIssue []int32) Profile {
	typical := d.typical(tickets)
	p := Profile{
		Wording: d.wording(tickets, typical), Exemplars: d.exemplars(typical), Impact: d.Impact(tickets),
		Owner: d.owner(s, tickets), Cause: d.cause(tickets, ofIssue), Workarounds: d.workarounds(tickets),
		Paths: d.ReassignmentPaths(tickets), Breakdown: d.breakdown(s, tickets),
	}
	p.Handling = d.handling(tickets, p.Workarounds)
	p.Common, p.Misfits = d.commonAttributes(s, tickets)
	return p
}

// Wording is what tickets are called, in their own words.
type Wording struct {
	Label   string
	Phrases []string // what they say more often than others, strongest first
	Typical []string // ids of the most typical ones, most typical first
}

// Wording says in their own words what tickets, one or more, are about.
func (d *Describer) Wording(tickets []int32) Wording { return d.wording(tickets, d.typical(tickets)) }

func (d *Describer) wording(tickets, typical []int32) Wording {
	return Wording{
		Label: d.label(typical), Phrases: d.phrases(tickets),
		Typical: d.data.IDs(typical[:min(len(typical), maxExemplars)]),
	}
}

// Subject quotes the subject of a ticket.
func (d *Describer) Subject(t int32) string {
	return d.masker.quote(d.data.Tickets[t].Subject, labelRunes)
}

// hoursToResolve says how long a ticket took; false if it is not finished or ended
// before it began.
func hoursToResolve(t *ticket.Ticket) (hours float64, resolved bool) {
	end := t.Finished()
	return end.Sub(t.Opened).Hours(), !end.IsZero() && !end.Before(t.Opened)
}

// Counted sorts names by how often they were seen, most first, then by name.
func SortedCounts(seen map[string]int) []result.Count {
	out := []result.Count{}
	for name, n := range seen {
		out = append(out, result.Count{Name: name, Count: n})
	}
	slices.SortFunc(out, func(a, b result.Count) int {
		return cmp.Or(-cmp.Compare(a.Count, b.Count), cmp.Compare(a.Name, b.Name))
	})
	return out
}
