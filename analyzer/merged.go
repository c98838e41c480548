package analyzer

import (
	"slices"

	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// ownIssue is the issue of a pattern before decisions to merge. Of a pattern that
// no earlier run showed it is the one under which people decided about it, as they
// saw the report of this very day, or else that of most of its tickets.
func (r *reporter) ownIssue(s *sighting) string {
	if s.before != nil && r.overlay.Current(s.before.Issue) == s.IssueID {
		return r.overlay.Own(s.before.Issue)
	}
	for _, i := range r.overlay.Memory.Issues {
		id := r.patternID(i.ID, s)
		if r.overlay.MergedInto(i.ID) == s.IssueID && slices.ContainsFunc(r.overlay.Memory.Decisions, func(d past.Decision) bool { return d.Pattern == id }) {
			return i.ID
		}
	}
	counts, best := map[string]int{}, s.IssueID
	for _, t := range s.tickets {
		own := r.overlay.OwnIssue[t]
		if own == "" || r.overlay.Current(own) != s.IssueID {
			continue
		}
		counts[own]++
		if counts[own] > counts[best] || counts[own] == counts[best] && own < best {
			best = own
		}
	}
	return best
}

func (r *reporter) patternID(issue string, s *sighting) string {
	return patternID(issue, s.Kind, s.scope.Describe(r.export))
}

// patternID names a pattern by what it was when it was first seen.
func patternID(issue string, kind result.Kind, scope string) string {
	return past.ID("P-", issue, string(kind), scope)
}

// merge says of each pattern whether people merged it with another issue and which
// were merged with its own. One that was shown by then and remains goes on for
// both: if both were addressed to the same team, it was asked on the day of the
// first ask and is answered by the answers to either.
func (r *reporter) merge() {
	merges, gone := r.overlay.Merges(), r.overlay.MergedPatterns()
	for i := range r.sightings {
		s := &r.sightings[i]
		reported := string(r.export.Date(0))
		if s.before != nil {
			reported = s.before.FirstReported
		}
		for _, d := range merges {
			switch {
			case memory.MergesAway(d, s.ID, s.own, reported):
				s.merged = d.WithIssue
			case d.WithIssue == s.own:
				s.absorbed = append(s.absorbed, d)
			}
		}
	}
	for i := range r.sightings {
		s := &r.sightings[i]
		s.answers = r.answersTo(s)
		if s.before == nil || s.merged != "" {
			continue
		}
		remains := *s.before
		for j := range r.overlay.Memory.Patterns {
			p := &r.overlay.Memory.Patterns[j]
			if d := gone[p.ID]; d.WithIssue == s.own && remains.FirstReported <= d.On && p.Team == s.before.Team {
				r.takeOver(s, &remains, p)
			}
		}
		s.before = &remains
	}
}

// takeOver makes the ask and the answers of a pattern that was merged with s those
// of s.
func (r *reporter) takeOver(s *sighting, remains, p *past.Pattern) {
	if p.Asked != "" && (remains.Asked == "" || p.Asked < remains.Asked) {
		remains.Asked, remains.Due = p.Asked, p.Due
	}
	for _, d := range r.overlay.Memory.Decisions {
		switch d.Kind {
		case past.Accept, past.Decline, past.Known, past.Fixed, past.IgnoreUntilDoubled:
			if d.Pattern == p.ID {
				s.answers = append(s.answers, d)
			}
		}
	}
	slices.SortStableFunc(s.answers, func(a, b past.Decision) int { return a.Number - b.Number })
}

// spokenFor reports whether the pattern that s was merged with is in the report.
func (r *reporter) spokenFor(s *sighting) bool {
	return s.merged != "" && slices.ContainsFunc(r.sightings, func(o sighting) bool {
		return o.Pattern != s.Pattern && o.merged == "" && (o.IssueID == s.IssueID || o.own == s.merged)
	})
}

// labelOf is what a report calls an issue: by the pattern of it that is shown, or
// as it was remembered before it became part of another; its id if nothing is
// known.
func (r *reporter) labelOf(issue string) string {
	for i := range r.sightings {
		if s := &r.sightings[i]; s.own == issue && s.merged == "" {
			return s.Label
		}
	}
	for _, i := range r.overlay.Memory.Issues {
		if i.ID == issue && i.Label != "" {
			return text.Plain(i.Label)
		}
	}
	for _, i := range r.issueList {
		if i.ID == issue {
			return i.Label
		}
	}
	return text.Plain(issue)
}
