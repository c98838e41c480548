package describe

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// maxPaths bounds the reassignment paths that are returned.
const maxPaths = 3

// ReassignmentPaths counts the paths of tickets from group to group, most frequent
// first, as far as the export shows them.
func (d *Describer) ReassignmentPaths(tickets []int32) []result.Path {
	out := []result.Path{}
	for _, i := range tickets {
		groups := d.data.Tickets[i].Path
		if len(groups) < 2 {
			continue
		}
		plain := make([]string, len(groups))
		for n, g := range groups {
			plain[n] = text.Plain(g)
		}
		at := slices.IndexFunc(out, func(p result.Path) bool { return slices.Equal(p.Groups, plain) })
		if at < 0 {
			at = len(out)
			out = append(out, result.Path{Groups: plain, Tickets: []string{}})
		}
		out[at].Tickets = append(out[at].Tickets, d.data.Refs[i])
	}
	slices.SortFunc(out, func(a, b result.Path) int {
		return cmp.Or(-cmp.Compare(len(a.Tickets), len(b.Tickets)), slices.Compare(a.Groups, b.Groups))
	})
	return out[:min(len(out), maxPaths)]
}
