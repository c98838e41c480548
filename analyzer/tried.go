package analyzer

import (
	"cmp"
	"slices"
	"ticketpatterns/analyzer/dataset"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

const (
	// mostNotes bounds the notes that are quoted of what was tried once.
	mostNotes = 3
	// mostPaths bounds the ways that are told of how tickets were handed on.
	mostPaths = 3
)

// tried says what the desk did about tickets so far: how many it finished and
// noted how, the newest notes that no workaround repeats, and the problem
// records that it linked.
func (r *reporter) tried(tickets []int32, known []result.Workaround) result.Tried {
	out := result.Tried{Notes: []result.Note{}, NotesKnown: slices.ContainsFunc(r.export.Tickets, func(t ticket.Ticket) bool { return t.Resolution != "" })}
	repeated := map[string]bool{}
	for _, w := range known {
		for _, id := range w.Tickets {
			repeated[id] = true
		}
	}
	problems := map[string]int{}
	said := map[string]bool{}
	for _, i := range slices.Backward(slices.SortedFunc(slices.Values(tickets), r.byFinish)) {
		t := &r.export.Tickets[i]
		if id := text.Plain(t.Problem); id != "" {
			problems[id]++
		}
		if end := t.Finished(); !end.IsZero() && !end.After(r.export.AsOf) {
			out.Finished++
		}
		note := r.names.quote(t.Resolution, descriptionRunes)
		if note == "" {
			continue
		}
		out.Noted++
		if id := r.export.Refs[i]; !repeated[id] && !said[dataset.Fold(note)] && len(out.Notes) < mostNotes {
			said[dataset.Fold(note)] = true
			out.Notes = append(out.Notes, result.Note{Text: note, Ticket: id})
		}
	}
	out.Problems = counted(problems)
	return out
}

// byFinish orders tickets by when they were finished, then as they were opened.
func (r *reporter) byFinish(a, b int32) int {
	return cmp.Or(r.export.Tickets[a].Finished().Compare(r.export.Tickets[b].Finished()), -cmp.Compare(a, b))
}

// priorities counts the priorities of tickets, most first; none if none is known.
func (r *reporter) priorities(tickets []int32) []result.Count {
	counts := map[string]int{}
	for _, t := range tickets {
		if p := text.Plain(r.export.Tickets[t].Priority); p != "" {
			counts[p]++
		}
	}
	return counted(counts)
}

// paths counts the ways that tickets took through the groups, the commonest
// first, of those of which the export shows it.
func (r *reporter) paths(tickets []int32) []result.Path {
	out := []result.Path{}
	for _, i := range tickets {
		groups := r.export.Tickets[i].Path
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
		out[at].Tickets = append(out[at].Tickets, r.export.Refs[i])
	}
	slices.SortFunc(out, func(a, b result.Path) int {
		return cmp.Or(-cmp.Compare(len(a.Tickets), len(b.Tickets)), slices.Compare(a.Groups, b.Groups))
	})
	return out[:min(len(out), mostPaths)]
}
