package memory

import "ticketpatterns/analyzer/past"

// IDTaken reports whether an id belongs to a remembered issue and must not be given
// to a new one.
func (o *Overlay) IDTaken(id string) bool { return o.taken[id] }

// KeptApart reports whether a decision keeps two remembered issues separate.
func (o *Overlay) KeptApart(a, b int32) bool { return o.apart[[2]int32{min(a, b), max(a, b)}] }

// mergedInto returns the id of the issue that decisions merge an issue into; "" if
// none does.
func (o *Overlay) mergedInto(id string) string { return o.alias[id] }

// Current returns the id of the issue that an issue is part of now; its own id if it
// was never merged.
func (o *Overlay) Current(id string) string {
	for n := 0; o.into[id] != "" && n <= len(o.into); n++ {
		id = o.into[id]
	}
	return id
}

// own is Current without the merges by people's decisions, which may be undone.
func (o *Overlay) own(id string) string {
	for o.Current(id) != id && o.alias[id] == "" {
		id = o.into[id]
	}
	return id
}

// IssueOfPattern returns the issue of the remembered pattern that shares most
// tickets with a pattern of this run, at least half of the smaller one; None if
// there is none.
func (o *Overlay) IssueOfPattern(tickets []int32) int32 {
	if len(o.Memory.Patterns) == 0 {
		return None
	}
	keys := make(map[past.Key]bool, len(tickets))
	for _, t := range tickets {
		keys[o.Keys[t]] = true
	}
	best, most := int32(None), 0
	for i := range o.Memory.Patterns {
		p := &o.Memory.Patterns[i]
		n := 0
		for _, key := range p.Tickets {
			if keys[key] {
				n++
			}
		}
		issue, ok := o.number[o.Current(p.Issue)]
		if ok && n > 0 && 2*n >= min(len(tickets), len(p.Tickets)) && (n > most || n == most && issue < best) {
			best, most = issue, n
		}
	}
	return best
}

// PatternTickets lists, for each remembered pattern, its tickets that the export holds.
func (o *Overlay) PatternTickets() [][]int32 {
	of := map[past.Key][]int{}
	for i := range o.Memory.Patterns {
		for _, key := range o.Memory.Patterns[i].Tickets {
			of[key] = append(of[key], i)
		}
	}
	out := make([][]int32, len(o.Memory.Patterns))
	for t := range o.Keys {
		for _, i := range of[o.Keys[t]] {
			out[i] = append(out[i], int32(t))
		}
	}
	return out
}

// DecisionsOn returns the decisions about a pattern or its whole issue, in the order
// in which they were made.
func (o *Overlay) DecisionsOn(pattern, issue string) []past.Decision {
	var out []past.Decision
	for _, d := range o.Memory.Decisions {
		if d.Pattern == pattern || d.Pattern == "" && issue != "" && o.Current(d.Issue) == issue {
			out = append(out, d)
		}
	}
	return out
}
