package owner

import (
	"slices"

	"ticketpatterns/analyzer/result"
)

// heard is what became of earlier tickets, by one rule.
type heard struct {
	of     int                     // earlier tickets that could show it
	by     map[string]EarlierGroup // by value
	groups []string                // the values, if they are groups
	signs  []sign                  // of the others
}

// listen finds what each rule of the history says.
func (q *question) listen() {
	q.heard = make([]heard, len(rules))
	for at, r := range rules {
		switch {
		case r.past == nil || r.past(q.context) == nil:
		case r.told == heldBy:
			q.heard[at] = resolved(r.past(q.context))
		default:
			q.heard[at] = q.named(r.past(q.context).Noted, r.told)
		}
	}
}

// resolved are the groups that resolved earlier tickets.
func resolved(e *Earlier) heard {
	h := heard{of: e.Of, by: map[string]EarlierGroup{}}
	for _, g := range e.Groups {
		h.by[g.Group] = g
		h.groups = append(h.groups, g.Group)
	}
	return h
}

// named are the values of a rule that earlier tickets show.
func (q *question) named(noted []Facts, rule int) heard {
	h := heard{by: map[string]EarlierGroup{}}
	for _, f := range noted {
		if !rules[rule].among(f) {
			continue
		}
		h.of++
		for _, hit := range rules[rule].hits(q.indexes[rule], f) {
			if s := (sign{function: hit.function, value: hit.value, site: hit.site}); !slices.Contains(h.signs, s) {
				h.signs = append(h.signs, s)
			}
			told := h.by[hit.value]
			if !slices.Contains(told.Tickets, f.TicketID) {
				told.Tickets = append(told.Tickets, f.TicketID)
				h.by[hit.value] = told
			}
		}
	}
	return h
}

// ofHistory returns what a rule of the history says of each ticket: it speaks for all
// alike, but for the functions of a group, which depend on what the ticket is about.
// How a scope was chosen says nothing of earlier tickets.
func (q *question) ofHistory(rule, i int) []sign {
	found := slices.Clone(q.heard[rule].signs)
	for _, group := range q.heard[rule].groups {
		found = append(found, q.known(i, group)...)
	}
	return found
}

// historyEvidence tells which earlier tickets speak for a function by a rule. A ticket
// counts once, whatever it says.
func (q *question) historyEvidence(s score, at int) result.Evidence {
	h := q.heard[at]
	e := result.Evidence{Code: rules[at].code, Of: h.of, Tickets: []string{}, Values: []result.Count{}}
	for _, v := range s.counts[at].values {
		g := h.by[v.value]
		for _, id := range g.Tickets {
			if h.groups != nil || !slices.Contains(e.Tickets, id) {
				e.Tickets = append(e.Tickets, id)
			}
		}
		e.Values = append(e.Values, result.Count{Name: v.value, Count: len(g.Tickets)})
		e.Bounced += g.Bounced
		e.Reopened += g.Reopened
	}
	e.Count = len(e.Tickets)
	slices.SortFunc(e.Values, byCount)
	if e.Code == result.EvidenceEarlier && q.context.Earlier.Own {
		e.Code = result.EvidenceOwnPast
	}
	return e
}
