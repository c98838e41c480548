// Package describe describes a set of tickets: label, exemplars, impact, cause, owner.
package describe

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/ticket"
)

// Options configures a Describer.
type Options struct {
	Changes      []ticket.Change // declared changes, in any order
	People       []ticket.Person // the list of people; their names are masked, too
	Owners       owner.Map
	ShowNames    bool      // show people's names in quoted texts; otherwise they are masked
	WorkdayHours float64   // upper bound of the hours that one ticket costs a person
	Test         stat.Test // estimates the dispersion of weekly counts
}

// Describer describes sets of tickets of one data set. Its results depend on nothing
// else. It is safe for concurrent use.
type Describer struct {
	data    *dataset.Dataset
	options Options
	masker  masker
	labels  labeller
	context *exportContext
	earlier *earlier

	medianHours float64 // median time to resolve of the desk's tickets; NaN if none is resolved
	shift       shift
	openedShare [24]float64 // share of the desk's tickets, by hour of the day in which they were opened
}

// New returns a Describer of the tickets of data.
func New(data *dataset.Dataset, o Options) *Describer {
	m := newMasker(data.Tickets, o.People, o.ShowNames)
	d := &Describer{data: data, options: o, masker: m, labels: labeller{data, m}, context: newExportContext(data, o.Owners), earlier: &earlier{data: data}}
	var hours []float64
	for i := range data.Tickets {
		t := &data.Tickets[i]
		d.openedShare[t.Opened.In(data.AsOf.Location()).Hour()] += 1 / float64(len(data.Tickets))
		if h, resolved := hoursToResolve(t); resolved {
			hours = append(hours, h)
		}
	}
	d.medianHours = stat.Median(hours)
	d.shift = newShift(data, d.openedShare, o.WorkdayHours)
	return d
}

// Profile is the description of the tickets of a scope.
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

// Profile describes one or more tickets of a scope, oldest first. ofIssue are all
// tickets of their issue in that scope, everywhere those of the whole desk, oldest first;
// none if they are of many issues.
func (d *Describer) Profile(s dataset.Scope, tickets, ofIssue, everywhere []int32) Profile {
	typical := d.typical(tickets)
	p := Profile{
		Wording: d.wording(tickets, typical), Exemplars: d.exemplars(typical), Impact: d.Impact(tickets),
		Owner: d.Owner(s, tickets, everywhere), Cause: d.cause(tickets, ofIssue), Workarounds: d.workarounds(tickets),
		Paths: d.ReassignmentPaths(tickets), Breakdown: d.breakdown(s, tickets),
	}
	p.Handling = d.handling(tickets, p.Workarounds)
	p.Common, p.Misfits = d.commonAttributes(s, tickets)
	return p
}

// Wording describes tickets in their own words.
type Wording struct {
	Label   string
	Example bool     // Label is what one of them says; most do not use most of its words
	Phrases []string // phrases that distinguish them from other tickets, strongest first
	Typical []string // ids of the most typical tickets, most typical first
}

// Wording describes one or more tickets in their own words.
func (d *Describer) Wording(tickets []int32) Wording { return d.wording(tickets, d.typical(tickets)) }

func (d *Describer) wording(tickets, typical []int32) Wording {
	label := d.labels.label(typical)
	return Wording{
		Label: label, Example: len(tickets) > 1 && !d.Holds(label, tickets), Phrases: d.labels.phrases(tickets),
		Typical: d.data.IDs(typical[:min(len(typical), maxExemplars)]),
	}
}

// Holds reports whether most tickets say what a label says: more than half of them use
// more than half of its words. Where there are no texts, a category stands for them.
func (d *Describer) Holds(label string, tickets []int32) bool {
	return !d.data.AnyText || d.labels.holds(label, tickets)
}

// Subject returns the subject of ticket t, masked and shortened.
func (d *Describer) Subject(t int32) string {
	k := &d.data.Tickets[t]
	return d.masker.quote(k.Subject, labelRunes, k.Requester, k.Assignee)
}

// hoursToResolve returns the time to resolve of a ticket; false if it is not
// finished, or ended before it was opened.
func hoursToResolve(t *ticket.Ticket) (hours float64, resolved bool) {
	end := t.Finished()
	return end.Sub(t.Opened).Hours(), !end.IsZero() && !end.Before(t.Opened)
}

// SortedCounts returns names by count, highest first, then by name.
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
