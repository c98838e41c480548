package analyzer

import (
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/parallel"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/text"
)

// none is the number of no remembered issue.
const none = -1

// known is what is remembered of issues, laid over an export.
type known struct {
	memory past.Memory
	issues []knownIssue // the older first; those merged away are not among them
	number map[string]int32
	keys   []past.Key // by ticket
	issue  []int32    // by ticket: number of its remembered issue; none
	own    []string   // by ticket: id of the issue it was remembered in, before merges; "" for none
	apart  map[[2]int32]bool
	alias  map[string]string // of issues merged by decisions: the issue that they are in
	into   map[string]string // of all issues merged: the next issue; nil until asked for
	taken  map[string]bool   // ids that no new issue may get
}

// knownIssue is one remembered issue.
type knownIssue struct {
	past.Issue
	gone int         // remembered tickets that the export no longer holds
	mean text.Vector // of the remembered tickets
}

// recall lays a memory over an export. Decisions to merge and to split issues
// are done here, on every run anew, so that taking one back undoes it.
func recall(m past.Memory, e *dataset.Dataset) *known {
	m.Issues = slices.Clone(m.Issues)
	k := &known{memory: m, number: map[string]int32{}, apart: map[[2]int32]bool{}, taken: map[string]bool{}}
	for _, i := range m.Issues {
		k.taken[i.ID] = true
	}
	k.keys = make([]past.Key, len(e.Tickets))
	for t := range k.keys {
		k.keys[t] = past.KeyOf(m.Salt, e.Tickets[t].Source, e.Tickets[t].ID)
	}
	alias := k.aliases()
	k.alias = map[string]string{}
	for id := range alias {
		k.alias[id] = follow(alias, id)
	}
	for _, i := range m.Issues {
		if i.Into == "" && alias[i.ID] == "" {
			k.add(i)
		}
	}
	k.split()
	k.place(alias)
	k.recallTerms(e)
	return k
}

func (k *known) add(i past.Issue) int32 {
	n := int32(len(k.issues))
	k.number[i.ID], k.taken[i.ID] = n, true
	k.issues = append(k.issues, knownIssue{Issue: i})
	return n
}

// aliases says of each issue that is merged by a decision which issue it is part
// of now: the one first seen. An issue that a decision split off and that was
// taken back is part of where it came from again.
func (k *known) aliases() map[string]string {
	at := map[string]int{}
	for n, i := range k.memory.Issues {
		at[i.ID] = n
	}
	alias := map[string]string{}
	join := func(a, b string) {
		a, b = follow(alias, a), follow(alias, b)
		x, ok := at[a]
		y, also := at[b]
		if !ok || !also || a == b {
			return
		}
		alias[k.memory.Issues[max(x, y)].ID] = k.memory.Issues[min(x, y)].ID
	}
	for _, d := range k.memory.Decisions {
		switch {
		case d.Kind == past.Merge && d.Undone == "":
			join(d.Issue, d.WithIssue)
		case d.Kind == past.Split && d.Undone != "":
			join(d.Issue, splitID(d))
		}
	}
	for id := range alias {
		k.memory.Issues[at[follow(alias, id)]].Bound = true
	}
	return alias
}

func follow(alias map[string]string, id string) string {
	for alias[id] != "" {
		id = alias[id]
	}
	return id
}

// splitID names the issue that a decision splits off.
func splitID(d past.Decision) string { return "I-" + digest("split", d.Issue, d.Pattern) }

// split makes issues of the patterns that people say are something else than
// their issue.
func (k *known) split() {
	for _, d := range k.memory.Decisions {
		from, ok := k.number[d.Issue]
		if d.Kind != past.Split || d.Undone != "" || !ok {
			continue
		}
		off, known := k.number[splitID(d)]
		if !known {
			at := slices.IndexFunc(k.memory.Patterns, func(p past.Pattern) bool { return p.ID == d.Pattern })
			if at < 0 {
				continue
			}
			off = k.take(from, k.memory.Patterns[at], splitID(d))
		}
		k.apart[[2]int32{min(from, off), max(from, off)}] = true
	}
}

// take moves the tickets of a pattern out of issue from.
func (k *known) take(from int32, p past.Pattern, id string) int32 {
	source := &k.issues[from]
	moved := past.Issue{ID: id, Label: p.Label, FirstSeen: source.FirstSeen, LastSeen: source.LastSeen, Status: p.Status, Since: p.Since,
		Bound: true, Previous: []string{source.ID}}
	taken := map[past.Key]bool{}
	for _, t := range p.Tickets {
		taken[t] = true
	}
	source.Tickets = slices.DeleteFunc(slices.Clone(source.Tickets), func(t past.Key) bool {
		if taken[t] {
			moved.Tickets = append(moved.Tickets, t)
		}
		return taken[t]
	})
	return k.add(moved)
}

// place finds the remembered issue of each ticket.
func (k *known) place(alias map[string]string) {
	issue, own := map[past.Key]int32{}, map[past.Key]string{}
	for _, i := range k.memory.Issues {
		if to := alias[i.ID]; to != "" {
			n := k.number[follow(alias, i.ID)]
			k.issues[n].gone += len(i.Tickets)
			k.issues[n].Previous = united(k.issues[n].Previous, append(i.Previous, i.ID))
			for _, t := range i.Tickets {
				issue[t], own[t] = n, i.ID
			}
		}
	}
	for n := range k.issues {
		k.issues[n].gone += len(k.issues[n].Tickets)
		for _, t := range k.issues[n].Tickets {
			issue[t], own[t] = int32(n), k.issues[n].ID
		}
	}
	k.issue, k.own = make([]int32, len(k.keys)), make([]string, len(k.keys))
	for t, key := range k.keys {
		n, ok := issue[key]
		if !ok {
			k.issue[t] = none
			continue
		}
		k.issue[t], k.own[t] = n, own[key]
		k.issues[n].gone--
	}
}

// united returns both lists without repetition, sorted.
func united(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// issueOfPattern returns the issue of the remembered pattern that shares most
// tickets with those of a pattern of today, at least half of the smaller; none if
// there is none.
func (k *known) issueOfPattern(tickets []int32) int32 {
	if len(k.memory.Patterns) == 0 {
		return none
	}
	keys := make(map[past.Key]bool, len(tickets))
	for _, t := range tickets {
		keys[k.keys[t]] = true
	}
	best, most := int32(none), 0
	for i := range k.memory.Patterns {
		p := &k.memory.Patterns[i]
		n := 0
		for _, key := range p.Tickets {
			if keys[key] {
				n++
			}
		}
		issue, ok := k.number[k.current(p.Issue)]
		if ok && n > 0 && 2*n >= min(len(tickets), len(p.Tickets)) && (n > most || n == most && issue < best) {
			best, most = issue, n
		}
	}
	return best
}

// recallTerms finds the terms of the remembered issues in this export.
func (k *known) recallTerms(e *dataset.Dataset) {
	if len(k.issues) == 0 {
		return
	}
	term := make(map[past.Key]uint32, e.Corpus.Terms())
	for t, key := range k.termKeys(e) {
		term[key] = uint32(t)
	}
	for n := range k.issues {
		weights := map[uint32]float64{}
		for _, t := range k.issues[n].Terms {
			if id, ok := term[t.Key]; ok {
				weights[id] = t.Weight
			}
		}
		k.issues[n].mean = vectorOf(weights)
	}
}

// termKeys returns the keys of all terms of an export.
func (k *known) termKeys(e *dataset.Dataset) []past.Key {
	names := e.Corpus.Names()
	keys := make([]past.Key, len(names))
	parallel.Each(len(names), func() func(int) {
		return func(t int) { keys[t] = past.KeyOf(k.memory.Salt, "term", names[t]) }
	})
	return keys
}

func vectorOf(weights map[uint32]float64) text.Vector {
	var a text.Adder
	for t, w := range weights {
		a.Add(text.Vector{Terms: []uint32{t}, Weights: []float32{1}}, w)
	}
	return a.Sum()
}
