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

// Smallest is the smallest number of tickets of an issue.
const MinTickets = 3

// Set is the issues of an export. Whoever gets it only reads it.
type Set struct {
	Issues    []Issue   // by tickets, most first, then id
	Of        []int     // by ticket: number of its issue in Issues; -1 for none
	Closeness []float64 // by ticket: cosine to the centroid of its issue, in [0, 1]; 0 for none
}

// Issue is a recurring issue.
type Issue struct {
	ID          string
	Tickets     []int32     // ascending; of the export only
	FirstSeen   result.Day  // of all runs
	LastSeen    result.Day  // in the export
	PreviousIDs []string    // of the issues that it was made of, sorted; never nil
	Mean        text.Vector // of its tickets

	Remembered int32   // number of the remembered issue that it continues; memory.None
	Absorbed   []int32 // remembered issues that it was made of beside that, by number
	Bound      bool    // a pattern or a decision holds it together, whatever its tickets say
}

// Group groups the tickets of an export into issues: those that say the same, with
// a mean cosine of at least similarity, in (0, 1). Each list of seeds holds the
// tickets of a pattern, the strongest pattern first; the tickets of one pattern are
// one issue, however differently they are worded. A remembered issue keeps its id
// and, as long as they fit, its tickets. Groups of fewer tickets than [Smallest],
// with those that only an earlier run saw, are no issues.
func Group(data *dataset.Dataset, seeds [][]int32, similarity float64, o *memory.Overlay) *Set {
	clusters, vectors := group(data, seeds, similarity, o)
	ids := idMaker{overlay: o, given: map[string]bool{}}
	var all []clusterIssue
	for _, c := range clusters {
		if isIssue(c, o) {
			all = append(all, clusterIssue{c, ids.issue(data, c)})
		}
	}
	slices.SortFunc(all, func(a, b clusterIssue) int {
		return cmp.Or(-cmp.Compare(len(a.issue.Tickets), len(b.issue.Tickets)), cmp.Compare(a.issue.ID, b.issue.ID))
	})
	s := &Set{Of: make([]int, len(data.Tickets)), Closeness: make([]float64, len(data.Tickets))}
	for t := range s.Of {
		s.Of[t] = -1
	}
	for i, m := range all {
		centroid := text.Unit(m.cluster.sum)
		for _, t := range m.issue.Tickets {
			s.Of[t] = i
			s.Closeness[t] = text.Dot(centroid, vectors[data.TextOf[t]])
		}
		s.Issues = append(s.Issues, m.issue)
	}
	return s
}

// made is an issue with the cluster that it was made of.
type clusterIssue struct {
	cluster cluster
	issue   Issue
}

// isIssue reports whether a group is large enough to recur; tickets that only an
// earlier run saw count too.
func isIssue(c cluster, o *memory.Overlay) bool {
	tickets := c.tickets
	if c.remembered >= 0 {
		tickets += o.Issues[c.remembered].Departed
	}
	return tickets >= MinTickets
}

// idMaker makes issues of clusters and gives no id twice.
type idMaker struct {
	overlay *memory.Overlay
	given   map[string]bool
}

func (m idMaker) issue(data *dataset.Dataset, c cluster) Issue {
	var tickets []int32
	for _, d := range c.docs {
		tickets = append(tickets, data.Texts[d].Tickets...)
	}
	slices.Sort(tickets)
	var before past.Issue
	if c.remembered >= 0 {
		before = m.overlay.Issues[c.remembered].Issue
	}
	first, last := data.FirstAndLast(tickets)
	if before.FirstSeen != "" {
		first = min(first, result.Day(before.FirstSeen))
	}
	return Issue{
		ID: m.id(data, c, tickets[0]), Tickets: tickets, FirstSeen: first, LastSeen: last, PreviousIDs: m.previousIDs(c, before),
		Mean: text.Scale(c.sum, 1/float64(c.tickets)), Remembered: c.remembered, Absorbed: c.absorbed, Bound: c.bound,
	}
}

// id is the remembered id or, of a new issue, one made of its first ticket. It
// stays when later tickets join and when the first has left the export. An id
// that another issue has got from the same ticket is not given again.
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

// previousIDs are the ids of the issues that a group was made of.
func (m idMaker) previousIDs(c cluster, before past.Issue) []string {
	ids := append([]string{}, before.Previous...)
	for _, n := range c.absorbed {
		ids = append(ids, m.overlay.Issues[n].Previous...)
		ids = append(ids, m.overlay.Issues[n].ID)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Number returns the number of the issue with an id; -1 if there is none.
func (s *Set) Number(id string) int {
	return slices.IndexFunc(s.Issues, func(i Issue) bool { return i.ID == id })
}

// Tickets lists the tickets of each issue.
func (s *Set) Tickets() [][]int32 {
	out := make([][]int32, len(s.Issues))
	for i := range s.Issues {
		out[i] = s.Issues[i].Tickets
	}
	return out
}

// Holding returns the issue that most of the tickets belong to, the first of
// equals; -1 if none belongs to any.
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
