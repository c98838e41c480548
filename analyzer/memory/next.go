package memory

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// rememberedTerms bounds the terms stored for an issue, to the number that the
// clustering uses of a text.
const rememberedTerms = 40

// IssueToday is what the next run needs to know about an issue of this run.
type IssueToday struct {
	ID, Label           string
	Status              result.Status
	Since               result.Day
	FirstSeen, LastSeen result.Day
	PreviousIDs         []string
	Mean                text.Vector // mean vector of its tickets
	TooFew              bool        // too few tickets to replace the remembered mean vector
	Remembered          int32       // remembered issue that it continues, or None
	Absorbed            []int32     // other remembered issues that were merged into it
	Bound               bool
}

// Today is what the next run needs to know about this run. Patterns are complete
// except for their days, which [Overlay.Next] sets.
type Today struct {
	Day      result.Day
	Issues   []IssueToday
	IssueOf  []int // by ticket: index of its issue in Issues; -1 for none
	Patterns []PatternToday
	Run      past.Run
}

// PatternToday is a pattern with what the next run needs to know about it.
type PatternToday struct {
	past.Pattern // Issue: before decisions to merge
	Tickets      []int32
	WindowDays   int
	Alarmed      bool // it alarmed in this run: a new pattern, or one that alarms again
}

// Next returns the memory that the next run starts with.
func (o *Overlay) Next(data *dataset.Dataset, today Today) past.Memory {
	m := o.Memory
	m.Issues = (&retention{Overlay: o, today: today, now: map[string]*past.Issue{}}).issues(o.termKeys(data))
	m.Patterns = o.nextPatterns(today)
	m.Runs = append(slices.Clone(m.Runs), today.Run)
	return m
}

// nextPatterns updates the remembered patterns and adds the new ones. A pattern that
// a decision moved to another issue keeps its own, so that the decision can be
// undone.
func (o *Overlay) nextPatterns(today Today) []past.Pattern {
	out := slices.Clone(o.Memory.Patterns)
	at := map[string]int{}
	for i := range out {
		at[out[i].ID] = i
		out[i].Issue = o.own(out[i].Issue)
	}
	for _, p := range today.Patterns {
		n, known := at[p.ID]
		if !known {
			n = len(out)
			out = append(out, past.Pattern{FirstReported: string(today.Day)})
		}
		was := out[n]
		out[n] = p.Pattern
		out[n].FirstReported, out[n].LastReported = was.FirstReported, string(today.Day)
		out[n].Alarm, out[n].AlarmTickets, out[n].AlarmDays = was.Alarm, was.AlarmTickets, was.AlarmDays
		if p.Alarmed {
			out[n].Alarm, out[n].AlarmTickets, out[n].AlarmDays = string(today.Day), len(p.Tickets), p.WindowDays
		}
		out[n].Tickets = nil
		for _, t := range p.Tickets {
			out[n].Tickets = append(out[n].Tickets, o.Keys[t])
		}
	}
	slices.SortFunc(out, func(a, b past.Pattern) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// retention updates the remembered issues and adds the new ones.
type retention struct {
	*Overlay
	today Today
	now   map[string]*past.Issue // by id
	order []string
}

func (r *retention) get(id string) *past.Issue {
	if r.now[id] == nil {
		r.now[id] = &past.Issue{ID: id}
		r.order = append(r.order, id)
	}
	return r.now[id]
}

func (r *retention) issues(keys []past.Key) []past.Issue {
	for _, i := range r.Memory.Issues {
		*r.get(i.ID) = i
	}
	for _, i := range r.Issues {
		if r.now[i.ID] == nil { // split off by a decision
			*r.get(i.ID) = i.Issue
		}
	}
	here := r.keepDeparted()
	for _, now := range r.today.Issues {
		i := r.get(now.ID)
		update(i, now, keys)
		for _, from := range now.Absorbed {
			if old := r.now[r.Issues[from].ID]; now.Remembered >= 0 && old.ID != i.ID && !r.continued(from) {
				old.Into = i.ID
				i.Tickets = append(i.Tickets, old.Tickets...) // tickets that have left the export
				old.Tickets = nil
			}
		}
	}
	r.placeTickets(here)
	r.markQuiet()
	out := make([]past.Issue, 0, len(r.order))
	for _, id := range r.order {
		out = append(out, *r.now[id])
	}
	slices.SortStableFunc(out, past.CompareIssues)
	return out
}

// update sets what is remembered of an issue to its present state.
func update(i *past.Issue, now IssueToday, keys []past.Key) {
	i.Label, i.Status, i.Since = now.Label, string(now.Status), string(now.Since)
	i.FirstSeen, i.LastSeen = string(now.FirstSeen), string(now.LastSeen)
	i.Bound = i.Bound || now.Bound
	i.Previous, i.Into = now.PreviousIDs, ""
	if now.TooFew && len(i.Terms) > 0 {
		return
	}
	mean := text.Strongest(now.Mean, rememberedTerms)
	i.Terms = nil
	for at, t := range mean.Terms {
		i.Terms = append(i.Terms, past.Term{Key: keys[t], Weight: float64(mean.Weights[at])})
	}
}

// continued reports whether an issue of this run continues a remembered one.
func (r *retention) continued(remembered int32) bool {
	return slices.ContainsFunc(r.today.Issues, func(i IssueToday) bool { return i.Remembered == remembered })
}

// keepDeparted reduces each remembered issue to the tickets that have left the
// export, and returns the keys of those in the export.
func (r *retention) keepDeparted() map[past.Key]bool {
	here := make(map[past.Key]bool, len(r.Keys))
	for _, key := range r.Keys {
		here[key] = true
	}
	for _, i := range r.now {
		i.Tickets = slices.DeleteFunc(slices.Clone(i.Tickets), func(t past.Key) bool { return here[t] })
	}
	return here
}

// placeTickets adds the tickets of the export to their issues. A ticket that a
// decision to merge moved to another issue stays in its own, so that the decision
// can be undone.
func (r *retention) placeTickets(here map[past.Key]bool) {
	for t, key := range r.Keys {
		if !here[key] {
			continue // two tickets with the same key
		}
		here[key] = false
		n := r.today.IssueOf[t]
		if n < 0 {
			continue
		}
		id := r.today.Issues[n].ID
		if known := r.IssueOf[t]; known >= 0 && known == r.today.Issues[n].Remembered {
			id = r.OwnIssue[t]
		}
		i := r.get(id)
		i.Tickets = append(i.Tickets, key)
	}
}

// markQuiet sets the status of issues that have been quiet for four weeks and that
// the export no longer shows.
func (r *retention) markQuiet() {
	for _, i := range r.now {
		silent := result.Day(i.LastSeen).Time().AddDate(0, 0, result.StatusDays)
		if day := result.DayOf(silent); i.Into == "" && i.Status != string(result.StatusQuiet) && day <= r.today.Day {
			i.Status, i.Since = string(result.StatusQuiet), string(day)
		}
	}
}
