package memory

import "ticketpatterns/analyzer/past"

// Taken reports whether an id is that of a remembered issue, so that no new one may
// get it.
func (o *Overlay) IDTaken(id string) bool { return o.taken[id] }

// Apart reports whether a decision keeps two remembered issues apart.
func (o *Overlay) KeptApart(a, b int32) bool { return o.apart[[2]int32{min(a, b), max(a, b)}] }

// MergedInto returns the id of the issue that a decision makes an issue part of; ""
// if none does.
func (o *Overlay) MergedInto(id string) string { return o.alias[id] }

// Current follows an issue to the one that it is part of now; that is the issue
// itself if it was never merged.
func (o *Overlay) Current(id string) string {
	for n := 0; o.into[id] != "" && n <= len(o.into); n++ {
		id = o.into[id]
	}
	return id
}

// Own follows an issue to the one that it is part of now, but not through the
// decisions of people, which may be taken back.
func (o *Overlay) Own(id string) string {
	for o.Current(id) != id && o.alias[id] == "" {
		id = o.into[id]
	}
	return id
}

// IssueOfPattern returns the issue of the remembered pattern that shares most
// tickets with a pattern of today, at least half of the smaller; None if there is
// none.
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

// DecisionsOn lists the decisions about a pattern or about its whole issue, in the
// order in which they were made.
func (o *Overlay) DecisionsOn(pattern, issue string) []past.Decision {
	var out []past.Decision
	for _, d := range o.Memory.Decisions {
		if d.Pattern == pattern || d.Pattern == "" && o.Current(d.Issue) == issue {
			out = append(out, d)
		}
	}
	return out
}
