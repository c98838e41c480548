package memory

import (
	"cmp"
	"slices"
	"strconv"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
)

// Sighting is a pattern of today, of which it is not yet known whether it is a
// remembered one.
type Candidate struct {
	Kind    result.Kind
	Issue   string // id
	Scope   dataset.Scope
	Tickets []int32 // ascending
}

// Track is what is remembered of a pattern of today.
type Track struct {
	ID       string
	OwnIssue string        // id of its issue before decisions to merge
	Before   *past.Pattern // nil: no earlier run showed it
	// Merged is the id of the issue that people merged it with, "" for none; it is
	// SpokenFor if a pattern of that issue is seen today.
	Merged        string
	TargetPresent bool
	Absorbed      []past.Decision // that merged others with its issue
	Answers       []past.Decision // about it or its whole issue, in the order they were made
}

// Recognise finds the patterns of today among the remembered ones, so that they
// keep their ids, with the decisions about them. today is the day of the run.
func (o *Overlay) Recognise(data *dataset.Dataset, sightings []Candidate, today result.Day) []Track {
	r := recognition{Overlay: o, data: data, candidates: sightings, tracks: make([]Track, len(sightings))}
	r.match()
	r.assignIDs()
	r.merge(string(today))
	return r.tracks
}

// recognition collects the tracks of sightings, which stand in the same order.
type recognition struct {
	*Overlay
	data       *dataset.Dataset
	candidates []Candidate
	tracks     []Track
}

// pair is a sighting and a remembered pattern that may be the same.
type pair struct {
	now, before   int
	shared, alike int  // tickets that both hold, and how far their scopes agree
	merged        bool // people merged the remembered one with another
}

// match pairs sightings with remembered patterns of their kind, each with one at
// most: first those that share most tickets, at least half of the smaller; then
// those of one issue whose scopes agree most, as the tickets may be others by now.
// Those that people merged with another come behind the others, which go on for
// both.
func (r *recognition) match() {
	var pairs []pair
	gone := r.MergedPatterns()
	for i, s := range r.candidates {
		for j := range r.Memory.Patterns {
			before := &r.Memory.Patterns[j]
			if before.Kind != string(s.Kind) {
				continue
			}
			_, away := gone[before.ID]
			if n := r.shared(s, before); n > 0 && 2*n >= min(len(before.Tickets), len(s.Tickets)) {
				pairs = append(pairs, pair{now: i, before: j, shared: n, merged: away})
			} else if alike := r.agreement(s, before); alike > 0 {
				pairs = append(pairs, pair{now: i, before: j, alike: alike, merged: away})
			}
		}
	}
	slices.SortStableFunc(pairs, r.comparePairs)
	used := map[int]bool{}
	for _, p := range pairs {
		if t := &r.tracks[p.now]; t.Before == nil && !used[p.before] {
			t.Before, used[p.before] = &r.Memory.Patterns[p.before], true
		}
	}
}

func (r *recognition) comparePairs(a, b pair) int {
	x, y := &r.Memory.Patterns[a.before], &r.Memory.Patterns[b.before]
	return cmp.Or(trueFirst(a.shared > 0, b.shared > 0), trueFirst(!a.merged, !b.merged), -cmp.Compare(a.shared, b.shared), -cmp.Compare(a.alike, b.alike),
		-cmp.Compare(x.LastReported, y.LastReported), cmp.Compare(x.FirstReported, y.FirstReported), cmp.Compare(x.ID, y.ID))
}

func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// shared counts the tickets of a remembered pattern that a sighting holds.
func (r *recognition) shared(s Candidate, before *past.Pattern) int {
	keys := make(map[past.Key]bool, len(before.Tickets))
	for _, k := range before.Tickets {
		keys[k] = true
	}
	n := 0
	for _, t := range s.Tickets {
		if keys[r.Keys[t]] {
			n++
		}
	}
	return n
}

// agreement says how far the scope of a sighting agrees with that of a remembered
// pattern of its issue: the number of fields that both fix alike, one more if they
// fix no other; 0 if they fix one field differently or have nothing in common.
func (r *recognition) agreement(s Candidate, before *past.Pattern) int {
	if r.Current(before.Issue) != s.Issue {
		return 0
	}
	value := map[string]string{}
	for _, w := range before.Where {
		value[w.Field] = fold.Spelling(w.Value)
	}
	same, fixed := 0, s.Scope.FieldValues(r.data)
	for _, w := range fixed {
		v, both := value[w.Field]
		switch {
		case both && v != fold.Spelling(w.Value):
			return 0
		case both:
			same++
		}
	}
	if same == len(fixed) && same == len(value) {
		same++
	}
	return same
}

// name gives each sighting its remembered id or a new one, made of its issue, kind
// and scope. Two of one run, or an id that means another pattern, get a number.
func (r *recognition) assignIDs() {
	taken := map[string]bool{}
	for _, p := range r.Memory.Patterns {
		taken[p.ID] = true
	}
	for i, s := range r.candidates {
		t := &r.tracks[i]
		t.OwnIssue = r.ownIssue(s, t.Before)
		if t.Before != nil {
			t.ID = t.Before.ID
			continue
		}
		id := PatternID(r.data, t.OwnIssue, s.Kind, s.Scope)
		t.ID = id
		for n := 2; taken[t.ID]; n++ {
			t.ID = id + "-" + strconv.Itoa(n)
		}
		taken[t.ID] = true
	}
}

// PatternID names a pattern by what it was when it was first seen.
func PatternID(data *dataset.Dataset, issue string, kind result.Kind, s dataset.Scope) string {
	return past.ID("P-", issue, string(kind), s.Key(data))
}

// ownIssue is the issue of a pattern before decisions to merge. Of a pattern that
// no earlier run showed it is the one under which people decided about it, as they
// saw the report of this very day, or else that of most of its tickets.
func (r *recognition) ownIssue(s Candidate, before *past.Pattern) string {
	if before != nil && r.Current(before.Issue) == s.Issue {
		return r.Own(before.Issue)
	}
	for _, i := range r.Memory.Issues {
		id := PatternID(r.data, i.ID, s.Kind, s.Scope)
		if r.MergedInto(i.ID) == s.Issue && slices.ContainsFunc(r.Memory.Decisions, func(d past.Decision) bool { return d.Pattern == id }) {
			return i.ID
		}
	}
	counts, best := map[string]int{}, s.Issue
	for _, t := range s.Tickets {
		own := r.OwnIssue[t]
		if own == "" || r.Current(own) != s.Issue {
			continue
		}
		counts[own]++
		if counts[own] > counts[best] || counts[own] == counts[best] && own < best {
			best = own
		}
	}
	return best
}

// merge says of each sighting whether people merged it with another issue and which
// were merged with its own. One that was shown by then and remains goes on for
// both: if both were addressed to the same team, it was asked on the day of the
// first ask and is answered by the answers to either.
func (r *recognition) merge(today string) {
	merges, gone := r.Merges(), r.MergedPatterns()
	for i := range r.tracks {
		t, reported := &r.tracks[i], today
		if t.Before != nil {
			reported = t.Before.FirstReported
		}
		for _, d := range merges {
			switch {
			case MergesAway(d, t.ID, t.OwnIssue, reported):
				t.Merged = d.WithIssue
			case d.WithIssue == t.OwnIssue:
				t.Absorbed = append(t.Absorbed, d)
			}
		}
	}
	for i := range r.tracks {
		t := &r.tracks[i]
		t.TargetPresent = r.targetPresent(i)
		t.Answers = r.answersTo(t, r.candidates[i].Issue)
		if t.Before == nil || t.Merged != "" {
			continue
		}
		remains := *t.Before
		for j := range r.Memory.Patterns {
			p := &r.Memory.Patterns[j]
			if d := gone[p.ID]; d.WithIssue == t.OwnIssue && remains.FirstReported <= d.On && p.Team == t.Before.Team {
				r.inheritAsk(t, &remains, p)
			}
		}
		t.Before = &remains
	}
}

// spokenFor reports whether a pattern that sighting i was merged with is seen today.
func (r *recognition) targetPresent(i int) bool {
	t := &r.tracks[i]
	if t.Merged == "" {
		return false
	}
	for j := range r.tracks {
		o := &r.tracks[j]
		if j != i && o.Merged == "" && (r.candidates[j].Issue == r.candidates[i].Issue || o.OwnIssue == t.Merged) {
			return true
		}
	}
	return false
}

// takeOver makes the ask and the answers of a pattern that was merged with a
// sighting those of the sighting.
func (r *recognition) inheritAsk(t *Track, remains, p *past.Pattern) {
	if p.Asked != "" && (remains.Asked == "" || p.Asked < remains.Asked) {
		remains.Asked, remains.Due = p.Asked, p.Due
	}
	for _, d := range r.Memory.Decisions {
		switch d.Kind {
		case past.Accept, past.Decline, past.Known, past.Fixed, past.IgnoreUntilDoubled:
			if d.Pattern == p.ID {
				t.Answers = append(t.Answers, d)
			}
		}
	}
	slices.SortStableFunc(t.Answers, func(a, b past.Decision) int { return a.Number - b.Number })
}

// answersTo lists the decisions about a pattern or about its whole issue. That
// another one was merged with it is no answer to it.
func (r *recognition) answersTo(t *Track, issue string) []past.Decision {
	return slices.DeleteFunc(r.DecisionsOn(t.ID, issue), func(d past.Decision) bool {
		return d.Kind == past.Merge && (t.Merged == "" || d.WithIssue != t.Merged)
	})
}
