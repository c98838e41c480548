package describe

import (
	"cmp"
	"slices"
	"strings"

	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

const (
	// maxNotes bounds the quoted resolution notes that are no workaround.
	maxNotes = 3
	// maxWorkarounds bounds the workarounds.
	maxWorkarounds = 3
)

// handling summarises what the desk did about tickets: how many it finished and
// documented, the newest notes that no workaround repeats, and the linked problem
// records.
func (d *Describer) handling(tickets []int32, known []result.Workaround) result.Tried {
	out := result.Tried{Notes: []result.Note{}, NotesKnown: slices.ContainsFunc(d.data.Tickets, func(t ticket.Ticket) bool { return t.Resolution != "" })}
	repeated := map[string]bool{}
	for _, w := range known {
		for _, id := range w.Tickets {
			repeated[id] = true
		}
	}
	problems := map[string]int{}
	said := map[string]bool{}
	for _, i := range slices.Backward(slices.SortedFunc(slices.Values(tickets), d.byFinish)) {
		t := &d.data.Tickets[i]
		if id := text.Plain(t.Problem); id != "" {
			problems[id]++
		}
		if end := t.Finished(); !end.IsZero() && !end.After(d.data.AsOf) {
			out.Finished++
		}
		note := d.masker.quote(t.Resolution, textRunes, t.Requester, t.Assignee)
		if note == "" {
			continue
		}
		out.Noted++
		if id := d.data.Refs[i]; !repeated[id] && !said[fold.Spelling(note)] && len(out.Notes) < maxNotes {
			said[fold.Spelling(note)] = true
			out.Notes = append(out.Notes, result.Note{Text: note, Ticket: id})
		}
	}
	out.Problems = SortedCounts(problems)
	return out
}

// byFinish orders tickets by end time, then latest opened first.
func (d *Describer) byFinish(a, b int32) int {
	return cmp.Or(d.data.Tickets[a].Finished().Compare(d.data.Tickets[b].Finished()), -cmp.Compare(a, b))
}

// workarounds groups the resolution notes of tickets by their terms, most used
// first. A note of a single ticket is no workaround.
func (d *Describer) workarounds(tickets []int32) []result.Workaround {
	byMeaning := map[string][]int32{}
	for _, i := range tickets {
		var stems []string
		for _, t := range text.Terms(d.data.Tickets[i].Resolution, text.Languages[0]) {
			stems = append(stems, t.Stem)
		}
		if len(stems) < 2 {
			continue
		}
		slices.Sort(stems)
		key := strings.Join(slices.Compact(stems), " ")
		byMeaning[key] = append(byMeaning[key], i)
	}
	var repeated [][]int32
	for _, used := range byMeaning {
		if len(used) >= 2 {
			repeated = append(repeated, used)
		}
	}
	note := func(used []int32) string { return d.data.Tickets[used[0]].Resolution }
	slices.SortFunc(repeated, func(a, b []int32) int {
		return cmp.Or(-cmp.Compare(len(a), len(b)), cmp.Compare(note(a), note(b)), slices.Compare(a, b))
	})
	out := []result.Workaround{}
	for _, used := range repeated[:min(len(repeated), maxWorkarounds)] {
		out = append(out, result.Workaround{Text: d.masker.quote(note(used), textRunes), Count: len(used), Tickets: d.data.IDs(used)})
	}
	return out
}
