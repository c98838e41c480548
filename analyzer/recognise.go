package analyzer

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// sighting is a pattern of today with what is remembered of it.
type sighting struct {
	*result.Pattern
	scope   dataset.Scope
	tickets []int32
	before  *past.Pattern // nil: never seen before
	first   bool          // no earlier run showed it
	answers []past.Decision
	issue   int // number of its issue

	own      string          // id of its issue before decisions to merge
	merged   string          // issue that people merged it with; "" for none
	absorbed []past.Decision // that merged others with its issue
}

// recognise finds the patterns of today among the remembered ones, so that they
// keep their ids, and says what earlier runs and decisions make of them. Patterns
// that people said are none, and that did not grow, are left out.
func (r *reporter) recognise() []result.Pattern {
	r.match()
	r.name()
	r.merge()
	var shown []result.Pattern
	for i := range r.sightings {
		s := &r.sightings[i]
		if r.stand(s) {
			shown = append(shown, *s.Pattern)
		} else {
			r.dismissed++
		}
	}
	return shown
}

// match pairs patterns with remembered ones of their kind, each with one at most:
// first those that share most tickets, at least half of the smaller; then those of
// one issue whose scopes agree most, as the tickets may be others by now. Those that
// people merged with another come behind the others, which go on for both.
func (r *reporter) match() {
	type pair struct {
		now, before, shared, alike int
		away                       bool
	}
	var pairs []pair
	gone := r.overlay.MergedPatterns()
	for i := range r.sightings {
		for j := range r.overlay.Memory.Patterns {
			before := &r.overlay.Memory.Patterns[j]
			_, away := gone[before.ID]
			if before.Kind != string(r.sightings[i].Kind) {
				continue
			}
			if n := r.sharedWith(&r.sightings[i], before); n > 0 && 2*n >= min(len(before.Tickets), len(r.sightings[i].tickets)) {
				pairs = append(pairs, pair{now: i, before: j, shared: n, away: away})
			} else if alike := r.agreement(&r.sightings[i], before); alike > 0 {
				pairs = append(pairs, pair{now: i, before: j, alike: alike, away: away})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		x, y := &r.overlay.Memory.Patterns[a.before], &r.overlay.Memory.Patterns[b.before]
		return cmp.Or(trueFirst(a.shared > 0, b.shared > 0), trueFirst(!a.away, !b.away), -cmp.Compare(a.shared, b.shared), -cmp.Compare(a.alike, b.alike), -cmp.Compare(x.LastReported, y.LastReported), cmp.Compare(x.FirstReported, y.FirstReported), cmp.Compare(x.ID, y.ID))
	})
	used := map[int]bool{}
	for _, p := range pairs {
		if s := &r.sightings[p.now]; s.before == nil && !used[p.before] {
			s.before, used[p.before] = &r.overlay.Memory.Patterns[p.before], true
		}
	}
}

func (r *reporter) sharedWith(s *sighting, before *past.Pattern) int {
	keys := make(map[past.Key]bool, len(before.Tickets))
	for _, k := range before.Tickets {
		keys[k] = true
	}
	n := 0
	for _, t := range s.tickets {
		if keys[r.overlay.Keys[t]] {
			n++
		}
	}
	return n
}

// agreement says how far the scope of a pattern agrees with that of a remembered one
// of its issue: the number of fields that both fix alike, one more if they fix no
// other; 0 if they fix one field differently or have nothing in common.
func (r *reporter) agreement(s *sighting, before *past.Pattern) int {
	if r.overlay.Current(before.Issue) != s.IssueID {
		return 0
	}
	value := map[string]string{}
	for _, w := range before.Where {
		value[w.Field] = fold.Spelling(w.Value)
	}
	same, fixed := 0, r.where(s.scope)
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

// name gives each pattern its remembered id or a new one, made of its issue, kind
// and scope. Two of one run, or an id that means another pattern, get a number.
func (r *reporter) name() {
	taken := map[string]bool{}
	for _, p := range r.overlay.Memory.Patterns {
		taken[p.ID] = true
	}
	for i := range r.sightings {
		s := &r.sightings[i]
		s.own = r.ownIssue(s)
		if s.before != nil {
			s.ID = s.before.ID
			continue
		}
		s.ID = r.patternID(s.own, s)
		id := s.ID
		for n := 2; taken[s.ID]; n++ {
			s.ID = id + "-" + strconv.Itoa(n)
		}
		taken[s.ID] = true
	}
}

// answersTo lists the decisions about a pattern or about its whole issue. That
// another one was merged with it is no answer to it.
func (r *reporter) answersTo(s *sighting) []past.Decision {
	return slices.DeleteFunc(r.decisionsOn(s.ID, s.IssueID), func(d past.Decision) bool {
		return d.Kind == past.Merge && (s.merged == "" || d.WithIssue != s.merged)
	})
}

// decisionsOn lists the decisions about a pattern or about its whole issue.
func (r *reporter) decisionsOn(pattern, issue string) []past.Decision {
	var out []past.Decision
	for _, d := range r.overlay.Memory.Decisions {
		if d.Pattern == pattern || d.Pattern == "" && r.overlay.Current(d.Issue) == issue {
			out = append(out, d)
		}
	}
	return out
}

// where lists the fields of a scope.
func (r *reporter) where(s dataset.Scope) []past.Value {
	var out []past.Value
	for f, v := range s.Values {
		if v != dataset.Unknown {
			out = append(out, past.Value{Field: dataset.FieldNames[f], Value: text.Plain(r.export.Fields[f].Name[v])})
		}
	}
	return out
}

// scopeWhere finds a remembered scope in this export. A value that nothing in the
// export has gives a scope that holds nothing.
func (r *reporter) scopeWhere(values []past.Value) dataset.Scope {
	var s dataset.Scope
	for _, v := range values {
		f := slices.Index(dataset.FieldNames[:], v.Field)
		if f < 0 || strings.TrimSpace(v.Value) == "" {
			continue
		}
		s.Values[f] = absent
		for n, name := range r.export.Fields[f].Name {
			if n != dataset.Unknown && fold.Spelling(text.Plain(name)) == fold.Spelling(v.Value) {
				s.Values[f] = int32(n)
			}
		}
	}
	return s
}

// absent is a value that no ticket has.
const absent = -1
