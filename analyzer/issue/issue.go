// Package issue groups all tickets of an export into issues.
package issue

import (
	"cmp"
	"slices"
	"strconv"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// MinTickets is the smallest number of tickets of an issue.
const MinTickets = 3

// Set holds the issues of an export. It is read-only.
type Set struct {
	Issues    []Issue   // by tickets, most first, then id
	Of        []int     // by ticket: number of its issue in Issues, that it belongs to or perhaps belongs to; -1 for none
	Firm      []bool    // by ticket: it belongs to its issue beyond doubt
	Closeness []float64 // by ticket: cosine to the centroid of its issue, in [0, 1]; 0 for none
}

// Issue is a recurring issue.
type Issue struct {
	ID          string
	Tickets     []int32     // ascending; those in the export that belong to it
	Perhaps     []int32     // ascending; those that perhaps belong to it and count for nothing
	FirstSeen   result.Day  // over all runs
	LastSeen    result.Day  // in the export
	PreviousIDs []string    // ids of the issues merged into it or that it was split off, sorted; never nil
	Mean        text.Vector // mean vector of all these tickets

	Remembered int32   // remembered issue that it continues, or memory.None
	Absorbed   []int32 // other remembered issues that were merged into it
	Bound      bool    // held together by a pattern or a decision, whatever the texts say
}

// Group clusters the tickets of an export into issues: tickets that say the same,
// with a mean cosine of at least similarity, in (0, 1). Each list of seeds holds the
// tickets of one pattern, strongest pattern first; they form one issue, however
// different their wording. A remembered issue keeps its id and, as long as they fit,
// its tickets. A ticket that is less near than those that say the same beyond doubt
// perhaps belongs to an issue; see markFirm. Clusters with fewer than [MinTickets] tickets
// that do, counting those that only earlier runs saw, are no issues, and a remembered one
// is as long as it has as many of either kind.
func Group(data *dataset.Dataset, seeds [][]int32, similarity float64, o *memory.Overlay) *Set {
	clusters, vectors := group(data, seeds, similarity, o)
	ids := idMaker{overlay: o, given: map[string]bool{}}
	var all []clusterIssue
	for _, c := range clusters {
		if isIssue(data, c, o) {
			all = append(all, clusterIssue{c, ids.issue(data, c)})
		}
	}
	slices.SortFunc(all, func(a, b clusterIssue) int {
		return cmp.Or(-cmp.Compare(len(a.issue.Tickets), len(b.issue.Tickets)), cmp.Compare(a.issue.ID, b.issue.ID))
	})
	s := &Set{Of: make([]int, len(data.Tickets)), Firm: make([]bool, len(data.Tickets)), Closeness: make([]float64, len(data.Tickets))}
	for t := range s.Of {
		s.Of[t] = -1
	}
	for i, m := range all {
		centroid := text.Unit(m.cluster.sum)
		for _, t := range slices.Concat(m.issue.Tickets, m.issue.Perhaps) {
			s.Of[t] = i
			s.Closeness[t] = text.Dot(centroid, text.Unit(vectors[data.TextOf[t]]))
		}
		for _, t := range m.issue.Tickets {
			s.Firm[t] = true
		}
		s.Issues = append(s.Issues, m.issue)
	}
	return s
}

// clusterIssue is an issue with its cluster.
type clusterIssue struct {
	cluster cluster
	issue   Issue
}

// isIssue reports whether a cluster is large enough to be an issue. Of a remembered one
// the tickets that only earlier runs saw count, and those that perhaps belong to it, so
// that none comes and goes with one ticket at the edge.
func isIssue(data *dataset.Dataset, c cluster, o *memory.Overlay) bool {
	if c.remembered >= 0 {
		return c.tickets+o.Issues[c.remembered].Departed >= MinTickets
	}
	return len(ticketsOf(data, c.firm)) >= MinTickets
}

// ticketsOf lists the tickets of texts, ascending.
func ticketsOf(data *dataset.Dataset, docs []int32) []int32 {
	var tickets []int32
	for _, d := range docs {
		tickets = append(tickets, data.Texts[d].Tickets...)
	}
	slices.Sort(tickets)
	return tickets
}

// idMaker turns clusters into issues with unique ids.
type idMaker struct {
	overlay *memory.Overlay
	given   map[string]bool
}

func (m idMaker) issue(data *dataset.Dataset, c cluster) Issue {
	tickets, all := ticketsOf(data, c.firm), ticketsOf(data, c.docs)
	perhaps := slices.DeleteFunc(slices.Clone(all), func(t int32) bool {
		_, firm := slices.BinarySearch(tickets, t)
		return firm
	})
	var before past.Issue
	if c.remembered >= 0 {
		before = m.overlay.Issues[c.remembered].Issue
	}
	first, last := data.FirstAndLast(tickets)
	if before.FirstSeen != "" {
		first = min(first, result.Day(before.FirstSeen))
	}
	return Issue{
		ID: m.id(data, c, all[0]), Tickets: tickets, Perhaps: perhaps, FirstSeen: first, LastSeen: last, PreviousIDs: m.previousIDs(c, before),
		Mean: text.Scale(c.sum, 1/float64(c.tickets)), Remembered: c.remembered, Absorbed: c.absorbed, Bound: c.bound,
	}
}

// id returns the remembered id or, for a new issue, one derived from its first
// ticket. The id remains when later tickets join and when the first ticket leaves
// the export. If another issue already has that id, a number makes it unique.
func (m idMaker) id(data *dataset.Dataset, c cluster, first int32) string {
	if c.remembered >= 0 {
		return m.overlay.Issues[c.remembered].ID
	}
	t := &data.Tickets[first]
	id := past.ID("I-", t.Source, t.ID)
	for n := 2; m.overlay.IDTaken(id) || m.given[id]; n++ {
		id = past.ID("I-", t.Source, t.ID, strconv.Itoa(n))
	}
	m.given[id] = true
	return id
}

// previousIDs returns the ids of the issues that a cluster was made of, sorted.
func (m idMaker) previousIDs(c cluster, before past.Issue) []string {
	ids := append([]string{}, before.Previous...)
	for _, n := range c.absorbed {
		ids = append(ids, m.overlay.Issues[n].Previous...)
		ids = append(ids, m.overlay.Issues[n].ID)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Number returns the index of the issue with an id; -1 if there is none.
func (s *Set) Number(id string) int {
	return slices.IndexFunc(s.Issues, func(i Issue) bool { return i.ID == id })
}

// Tickets returns the tickets that belong to each issue, by number.
func (s *Set) Tickets() [][]int32 {
	out := make([][]int32, len(s.Issues))
	for i := range s.Issues {
		out[i] = s.Issues[i].Tickets
	}
	return out
}

// Majority returns the issue that most of tickets belong to, ties to the lower
// number; -1 if none belongs to any.
func (s *Set) Majority(tickets []int32) int {
	counts := map[int]int{}
	best := -1
	for _, t := range tickets {
		i := s.Of[t]
		if i < 0 {
			continue
		}
		counts[i]++
		if best < 0 || counts[i] > counts[best] || counts[i] == counts[best] && i < best {
			best = i
		}
	}
	return best
}
