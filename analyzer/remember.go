package analyzer

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/lifecycle"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// rememberedTerms bounds the terms that are remembered of an issue, as those of a
// text are bounded when texts are grouped.
const rememberedTerms = 40

// remember returns the memory for the next run, with what was counted in this one.
func (r *reporter) remember(now past.Run) past.Memory {
	m := r.overlay.Memory
	m.Issues = r.rememberIssues()
	m.Patterns = r.rememberPatterns()
	m.Runs = append(slices.Clone(m.Runs), now)
	return m
}

// rememberPatterns updates the remembered patterns and adds the new ones.
func (r *reporter) rememberPatterns() []past.Pattern {
	out := slices.Clone(r.overlay.Memory.Patterns)
	at := map[string]int{}
	for i := range out {
		at[out[i].ID] = i
		out[i].Issue = r.overlay.Own(out[i].Issue)
	}
	for i := range r.sightings {
		s := &r.sightings[i]
		n, ok := at[s.ID]
		if !ok {
			n = len(out)
			out = append(out, past.Pattern{ID: s.ID, FirstReported: string(r.export.Date(0))})
		}
		r.rememberPattern(&out[n], s)
	}
	slices.SortFunc(out, func(a, b past.Pattern) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// rememberPattern notes what a pattern is today. One that is in an issue by a
// decision to merge stays in its own, so that the decision can be taken back.
func (r *reporter) rememberPattern(p *past.Pattern, s *sighting) {
	p.Issue, p.Kind, p.Label, p.Scope, p.Where = s.own, string(s.Kind), s.Label, s.scope.Describe(r.export), r.where(s.scope)
	p.Team, p.Function, p.Status, p.Since = s.Owner.Team, s.Owner.Function, string(s.Status), string(s.Standing.Since)
	p.LastReported, p.Asked, p.Due = string(r.export.Date(0)), string(s.Standing.Asked), string(s.Due)
	p.Tickets = nil
	for _, t := range s.tickets {
		p.Tickets = append(p.Tickets, r.overlay.Keys[t])
	}
	p.Criteria = nil
	for _, c := range s.Criteria {
		p.Criteria = append(p.Criteria, c.Name)
	}
	if s.first || s.Standing.Alarm {
		p.Alarm, p.AlarmTickets, p.AlarmDays = string(r.export.Date(0)), len(s.tickets), s.WindowDays
	}
}

// rememberIssues updates the remembered issues and adds the new ones.
func (r *reporter) rememberIssues() []past.Issue {
	now := map[string]*past.Issue{}
	var order []string
	get := func(id string) *past.Issue {
		if now[id] == nil {
			now[id] = &past.Issue{ID: id}
			order = append(order, id)
		}
		return now[id]
	}
	for _, i := range r.overlay.Memory.Issues {
		*get(i.ID) = i
	}
	for _, i := range r.overlay.Issues {
		if now[i.ID] == nil { // split off by a decision
			*get(i.ID) = i.Issue
		}
	}
	held := r.keepGone(now)
	keys := r.overlay.TermKeys(r.export)
	for n := range r.issueList {
		i := get(r.issueList[n].ID)
		r.rememberIssue(i, n, keys)
		for _, from := range r.issues.Issues[n].From {
			if old := now[r.overlay.Issues[from].ID]; r.issues.Issues[n].Remembered >= 0 && old.ID != i.ID && !r.continued(from) {
				old.Into = i.ID
				i.Tickets = append(i.Tickets, old.Tickets...) // that have left the export
				old.Tickets = nil
			}
		}
	}
	r.placeTickets(get, held)
	r.quieten(now)
	return sortIssues(now, order)
}

// quieten notes which issues are quiet that the export no longer shows.
func (r *reporter) quieten(now map[string]*past.Issue) {
	for _, i := range now {
		silent := result.Day(i.LastSeen).Time().AddDate(0, 0, lifecycle.StatusDays)
		if day := result.DayOf(silent); i.Into == "" && i.Status != string(result.StatusQuiet) && day <= r.export.Date(0) {
			i.Status, i.Since = string(result.StatusQuiet), string(day)
		}
	}
}

func sortIssues(now map[string]*past.Issue, order []string) []past.Issue {
	out := make([]past.Issue, 0, len(order))
	for _, id := range order {
		out = append(out, *now[id])
	}
	slices.SortStableFunc(out, past.CompareIssues)
	return out
}

// continued reports whether a remembered issue is an issue of today.
func (r *reporter) continued(remembered int32) bool {
	return slices.ContainsFunc(r.issues.Issues, func(i issue.Issue) bool { return i.Remembered == remembered })
}

// keepGone keeps of each remembered issue the tickets that have left the export.
func (r *reporter) keepGone(now map[string]*past.Issue) map[past.Key]bool {
	here := make(map[past.Key]bool, len(r.overlay.Keys))
	for _, key := range r.overlay.Keys {
		here[key] = true
	}
	for _, i := range now {
		i.Tickets = slices.DeleteFunc(slices.Clone(i.Tickets), func(t past.Key) bool { return here[t] })
	}
	return here
}

// placeTickets adds the tickets of the export to their issues. A ticket that is
// in an issue by a decision to merge stays in its own, so that the decision can
// be taken back. One that is in no issue today but was remembered in one too
// small to be listed stays there.
func (r *reporter) placeTickets(get func(string) *past.Issue, here map[past.Key]bool) {
	for t, key := range r.overlay.Keys {
		if !here[key] {
			continue // two tickets of one key
		}
		here[key] = false
		n := r.issues.Of[t]
		if n < 0 {
			continue
		}
		id := r.issueList[n].ID
		if known := r.overlay.IssueOf[t]; known >= 0 && known == r.issues.Issues[n].Remembered {
			id = r.overlay.OwnIssue[t]
		}
		i := get(id)
		i.Tickets = append(i.Tickets, key)
	}
}

// rememberIssue notes what issue n is today.
func (r *reporter) rememberIssue(i *past.Issue, n int, keys []past.Key) {
	now := &r.issueList[n]
	i.Label, i.Status, i.Since = now.Label, string(now.Status), string(now.Since)
	i.FirstSeen, i.LastSeen = string(now.FirstSeen), string(now.LastSeen)
	i.Bound = i.Bound || r.issues.Issues[n].Bound
	i.Previous, i.Into = now.PreviousIDs, ""
	if len(r.issues.Issues[n].Tickets) < issue.Smallest && len(i.Terms) > 0 {
		return // too few to say better than before what it is
	}
	mean := text.Strongest(r.issues.Issues[n].Mean, rememberedTerms)
	i.Terms = nil
	for at, t := range mean.Terms {
		i.Terms = append(i.Terms, past.Term{Key: keys[t], Weight: float64(mean.Weights[at])})
	}
}
