package html

import (
	"encoding/json"
	"fmt"
	"slices"

	"ticketpatterns/analyzer/result"
)

// Asks reports whether somebody is asked to do something about it.
func (f *finding) Asks() bool {
	return f.NextAction != "" && f.NextAction != result.NextWatch && f.NextAction != result.NextAnswered
}

// urgencies order what has to happen next, urgent ones first.
var urgencies = []result.NextAction{
	result.NextOverdue, result.NextDecide, result.NextOwner, result.NextAsked, result.NextWatch, result.NextAnswered, result.NextRead,
}

// Urgency is its place when findings are sorted by what has to happen next: what was
// dealt with and is not over first, a weak signal last.
func (f *finding) Urgency() int {
	if f.Setback != "" {
		return 0
	}
	return 1 + slices.Index(urgencies, f.NextAction)
}

// ChipClass is the CSS class of its chip: what went wrong stands out most, then what
// has to be done now, then what waits for others, then what is answered.
func (f *finding) ChipClass() string {
	switch {
	case f.Setback != "":
		return "mark wrong"
	case f.NextAction == result.NextRead:
		return "mark weak"
	case f.NextAction == result.NextAsked:
		return "mark waits"
	case f.NextAction == result.NextAnswered:
		return "mark made"
	}
	return "mark"
}

// ChanceAside reports whether a mark beside its chip has to say that it may be
// chance.
func (f *finding) ChanceAside() bool { return f.MayBeChance && f.NextAction != result.NextRead }

// AtDesk reports whether the help desk has to act before anybody else can. A
// team's pack does not say so.
func (f *finding) AtDesk() bool {
	return !f.Pack && (f.NextAction == result.NextOwner || f.NextAction == result.NextRead)
}

// Recorded returns the decisions that this run has read, as JSON for the page's script;
// "" if there are none.
func (f *finding) Recorded() (string, error) {
	if len(f.Standing.Decisions) == 0 {
		return "", nil
	}
	told := slices.Clone(f.Standing.Decisions)
	for i := range told {
		told[i].Owner = f.in.Team(told[i].Owner)
	}
	b, err := json.Marshal(told)
	if err != nil {
		return "", fmt.Errorf("encoding decisions: %w", err)
	}
	return string(b), nil
}

// overlap is another finding that holds some of its tickets.
type overlap struct {
	result.Overlap
	Other *finding // nil if it is not on this page
}

// overlaps links the findings of a page that share tickets.
func overlaps(all []*finding) {
	for _, f := range all {
		for _, o := range f.Overlaps {
			i := slices.IndexFunc(all, func(other *finding) bool { return other.ID == o.PatternID })
			shared := overlap{Overlap: o}
			if i >= 0 {
				shared.Other = all[i]
			}
			f.Shared = append(f.Shared, shared)
		}
	}
}
