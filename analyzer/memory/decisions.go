package memory

import (
	"slices"

	"ticketpatterns/analyzer/past"
)

// merge returns, by issue id, the issue that it is merged into by decisions to
// merge: of two, the one first seen stays. An issue whose decision to split was
// undone is merged back into its source. Merged issues are bound.
func (o *Overlay) merge() map[string]string {
	at := map[string]int{}
	for n, i := range o.Memory.Issues {
		at[i.ID] = n
	}
	next := map[string]string{}
	join := func(a, b string) {
		a, b = resolve(next, a), resolve(next, b)
		x, ok := at[a]
		y, also := at[b]
		if !ok || !also || a == b {
			return
		}
		next[o.Memory.Issues[max(x, y)].ID] = o.Memory.Issues[min(x, y)].ID
	}
	for _, d := range o.Memory.Decisions {
		switch {
		case d.Kind == past.Merge && d.Undone == "":
			join(d.Issue, d.WithIssue)
		case d.Kind == past.Split && d.Undone != "":
			join(d.Issue, splitID(d))
		}
	}
	for id := range next {
		o.Memory.Issues[at[resolve(next, id)]].Bound = true
	}
	return next
}

func resolve(next map[string]string, id string) string {
	for next[id] != "" {
		id = next[id]
	}
	return id
}

// splitID returns the id of the issue that a decision splits off.
func splitID(d past.Decision) string { return past.ID("I-", "split", d.Issue, d.Pattern) }

// split turns patterns that people separated from their issue into issues of their
// own.
func (o *Overlay) split() {
	for _, d := range o.Memory.Decisions {
		from, ok := o.number[d.Issue]
		if d.Kind != past.Split || d.Undone != "" || !ok {
			continue
		}
		off, known := o.number[splitID(d)]
		if !known {
			at := slices.IndexFunc(o.Memory.Patterns, func(p past.Pattern) bool { return p.ID == d.Pattern })
			if at < 0 {
				continue
			}
			off = o.splitOff(from, o.Memory.Patterns[at], splitID(d))
		}
		o.apart[[2]int32{min(from, off), max(from, off)}] = true
	}
}

// splitOff moves the tickets of a pattern from an issue to a new one.
func (o *Overlay) splitOff(from int32, p past.Pattern, id string) int32 {
	source := &o.Issues[from]
	moved := past.Issue{ID: id, Label: p.Label, FirstSeen: source.FirstSeen, LastSeen: source.LastSeen, Status: p.Status, Since: p.Since,
		Bound: true, Previous: []string{source.ID}}
	ofPattern := map[past.Key]bool{}
	for _, t := range p.Tickets {
		ofPattern[t] = true
	}
	source.Tickets = slices.DeleteFunc(slices.Clone(source.Tickets), func(t past.Key) bool {
		if ofPattern[t] {
			moved.Tickets = append(moved.Tickets, t)
		}
		return ofPattern[t]
	})
	return o.add(moved)
}

// standingMerges returns the decisions to merge that stand. Of two opposite ones the first
// counts: one of the two issues must remain.
func (o *Overlay) standingMerges() []past.Decision {
	var out []past.Decision
	for _, d := range o.Memory.Decisions {
		opposite := func(e past.Decision) bool { return e.Issue == d.WithIssue && e.WithIssue == d.Issue }
		if d.Kind == past.Merge && d.Undone == "" && !slices.ContainsFunc(out, opposite) {
			out = append(out, d)
		}
	}
	return out
}

// mergesAway reports whether a decision merges a pattern of issue own, first
// reported on the day reported, with another issue. A decision about a whole issue
// covers the patterns reported by the day of the decision.
func mergesAway(d past.Decision, pattern, own, reported string) bool {
	return d.Pattern == pattern || d.Pattern == "" && d.Issue == own && reported <= d.On
}

// mergedPatterns returns, by id of a remembered pattern, the decision that merged it
// with another issue.
func (o *Overlay) mergedPatterns() map[string]past.Decision {
	with := map[string]past.Decision{}
	merges := o.standingMerges()
	for i := range o.Memory.Patterns {
		p := &o.Memory.Patterns[i]
		for _, d := range merges {
			if mergesAway(d, p.ID, o.own(p.Issue), p.FirstReported) {
				with[p.ID] = d
			}
		}
	}
	return with
}
