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

// Candidate is a pattern of this run that may be a remembered one.
type Candidate struct {
	Kind    result.Kind
	Issue   string // id
	Scope   dataset.Scope
	Tickets []int32 // ascending
	// Wider are Tickets and what else says it in a longer time: all of the tickets of a
	// short window may have come since the run before.
	Wider []int32
}

// Track is what is remembered of a pattern of this run.
type Track struct {
	ID       string
	OwnIssue string        // id of its issue before decisions to merge
	Before   *past.Pattern // nil: not reported before
	// Merged is the id of the issue that people merged the pattern with, "" for
	// none. TargetPresent tells that a pattern of that issue is found in this run.
	Merged        string
	TargetPresent bool
	Absorbed      []past.Decision // decisions that merged others with its issue
	Answers       []past.Decision // decisions about it or its whole issue, in the order in which they were made
}

// Recognise matches the patterns of a run with the remembered ones, so that they
// keep their ids, and collects the decisions about them. The result has the order of
// candidates; today is the day of the run.
func (o *Overlay) Recognise(data *dataset.Dataset, sightings []Candidate, today result.Day) []Track {
	r := recognition{Overlay: o, data: data, candidates: sightings, tracks: make([]Track, len(sightings))}
	r.match()
	r.assignIDs()
	r.merge(string(today))
	return r.tracks
}

// recognition builds the tracks of candidates, in the same order.
type recognition struct {
	*Overlay
	data       *dataset.Dataset
	candidates []Candidate
	tracks     []Track
}

// pair is a candidate and a remembered pattern that may be the same.
type pair struct {
	now, before   int
	shared, wider int  // number of common tickets; the same in a longer time
	alike         int  // number of matching scope fields
	merged        bool // people merged the remembered pattern with another issue
}

// match assigns each candidate at most one remembered pattern of its kind, and vice
// versa: first the pair with most common tickets, at least half of the smaller
// pattern; then, as all tickets may have changed since, those with most in a longer
// time, and patterns of the same issue by the agreement of their scopes. Patterns that people merged with another come
// last, because the remaining pattern continues both.
func (r *recognition) match() {
	var pairs []pair
	gone := r.mergedPatterns()
	for i, s := range r.candidates {
		for j := range r.Memory.Patterns {
			before := &r.Memory.Patterns[j]
			if before.Kind != string(s.Kind) {
				continue
			}
			_, away := gone[before.ID]
			if n := r.shared(s.Tickets, before); n > 0 && 2*n >= min(len(before.Tickets), len(s.Tickets)) {
				pairs = append(pairs, pair{now: i, before: j, shared: n, merged: away})
			} else if n := r.shared(s.Wider, before); n > 0 && 2*n >= min(len(before.Tickets), len(s.Wider)) {
				pairs = append(pairs, pair{now: i, before: j, wider: n, merged: away})
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
	return cmp.Or(trueFirst(a.shared > 0, b.shared > 0), trueFirst(!a.merged, !b.merged), -cmp.Compare(a.shared, b.shared), -cmp.Compare(a.wider, b.wider), -cmp.Compare(a.alike, b.alike),
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

// shared counts the tickets of a remembered pattern that are among these.
func (r *recognition) shared(tickets []int32, before *past.Pattern) int {
	keys := make(map[past.Key]bool, len(before.Tickets))
	for _, k := range before.Tickets {
		keys[k] = true
	}
	n := 0
	for _, t := range tickets {
		if keys[r.Keys[t]] {
			n++
		}
	}
	return n
}

// agreement measures how far the scope of a candidate agrees with that of a
// remembered pattern of its issue: the number of fields that both fix to the same
// value, plus one if neither fixes any other field; 0 if they fix a field to
// different values.
func (r *recognition) agreement(s Candidate, before *past.Pattern) int {
	if s.Issue == "" || r.Current(before.Issue) != s.Issue { // of many issues: only their tickets tell
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

// assignIDs gives each candidate its remembered id or a new one, derived from its
// issue, kind and scope. A number makes ids unique.
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

// PatternID returns the id of a pattern, derived from its issue, kind and scope when
// it is first reported.
func PatternID(data *dataset.Dataset, issue string, kind result.Kind, s dataset.Scope) string {
	return past.ID("P-", issue, string(kind), s.Key(data))
}

// ownIssue returns the issue of a candidate before decisions to merge. For a pattern
// that was not reported before, it is the issue under which people decided about it
// (after the report of the same day), or else the issue of most of its tickets.
func (r *recognition) ownIssue(s Candidate, before *past.Pattern) string {
	if s.Issue == "" {
		return ""
	}
	if before != nil && r.Current(before.Issue) == s.Issue {
		return r.own(before.Issue)
	}
	for _, i := range r.Memory.Issues {
		id := PatternID(r.data, i.ID, s.Kind, s.Scope)
		if r.mergedInto(i.ID) == s.Issue && slices.ContainsFunc(r.Memory.Decisions, func(d past.Decision) bool { return d.Pattern == id }) {
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

// merge sets for each candidate whether people merged it with another issue, and
// which patterns were merged with its own. A pattern that was reported before the
// merge and remains continues both: if both were addressed to the same team, it
// counts as asked on the day of the first ask, and answers to either are answers to
// it.
func (r *recognition) merge(today string) {
	merges, gone := r.standingMerges(), r.mergedPatterns()
	for i := range r.tracks {
		t, reported := &r.tracks[i], today
		if t.Before != nil {
			reported = t.Before.FirstReported
		}
		for _, d := range merges {
			switch {
			case mergesAway(d, t.ID, t.OwnIssue, reported):
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

// targetPresent reports whether a pattern that candidate i was merged with is found
// in this run.
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

// inheritAsk gives the ask and the answers of a merged pattern to the remaining one.
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

// answersTo returns the decisions about a pattern or its whole issue. A decision
// that merged another pattern with it does not answer it.
func (r *recognition) answersTo(t *Track, issue string) []past.Decision {
	return slices.DeleteFunc(r.DecisionsOn(t.ID, issue), func(d past.Decision) bool {
		return d.Kind == past.Merge && (t.Merged == "" || d.WithIssue != t.Merged)
	})
}
