package detect

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/stat"
)

const (
	// chronicP is the p-value, divided by the number of questions asked, at which an
	// issue belongs to a scope rather than to everybody.
	chronicP = 0.01
	// deskWide is the share of the desk's tickets from which an issue that belongs
	// to no scope is worth showing.
	deskWide = 0.05
)

// chronicFields are the fields that a chronic issue is sought in, one at a time.
var chronicFields = []dataset.Field{dataset.Department, dataset.Location}

// ChronicOptions says when an issue is high and steady.
type ChronicOptions struct {
	Weeks          int     // looked back from AsOf
	ShareOfWeeks   float64 // of these weeks that must hold a ticket of it, in (0, 1]
	TicketsPerWeek float64 // on average, at least
	MinPeople      int     // different people in these weeks
}

// ChronicFinding is an issue that is high and steady.
type ChronicFinding struct {
	Issue   int           // its number
	Scope   dataset.Scope // where it is most concentrated; the zero value is the whole desk
	Tickets []int32       // of the last weeks in the scope, ascending

	// P is the chance that the scope has as many tickets of the issue or more if the
	// issue falls on everybody alike, and Expected what the scope would have then. For
	// the whole desk there are no such numbers.
	P, Expected float64
}

// WholeDesk reports whether the issue belongs to no scope.
func (f ChronicFinding) WholeDesk() bool { return f.Scope == dataset.Scope{} }

// SearchChronic finds issues, given as their tickets, that are high and steady:
// tickets in most of the last weeks, by many people, and either more in one scope
// than its share of the desk, or a large part of all tickets. In an export without
// texts an issue is only a category, and a busy category is no finding; there only
// what is concentrated counts. Findings come in the order of the issues.
func SearchChronic(data *dataset.Dataset, issues [][]int32, o ChronicOptions) []ChronicFinding {
	s := chronicSearch{export: data, options: o, days: 7 * o.Weeks, issues: len(issues)}
	if data.Days < s.days {
		return nil
	}
	s.volumes()
	var out []ChronicFinding
	for i, tickets := range issues {
		if f, ok := s.find(data.Recent(tickets, s.days)); ok {
			f.Issue = i
			out = append(out, f)
		}
	}
	return out
}

type chronicSearch struct {
	export  *dataset.Dataset
	options ChronicOptions
	days    int
	issues  int
	volume  [dataset.FieldCount][]int // of chronicFields, by value: tickets of the last days
}

func (s *chronicSearch) volumes() {
	for _, f := range chronicFields {
		s.volume[f] = make([]int, len(s.export.Fields[f].Name))
		for t, v := range s.export.Fields[f].Value {
			if s.export.Day[t] < s.days {
				s.volume[f][v]++
			}
		}
	}
}

// find looks for the scope in which the recent tickets of an issue are most
// concentrated and steady, then at the whole desk.
func (s *chronicSearch) find(recent []int32) (ChronicFinding, bool) {
	if !s.steady(recent) {
		return ChronicFinding{}, false
	}
	desk := s.export.Volume(0, s.days)
	best, tested := ChronicFinding{P: 1}, 0
	for _, f := range chronicFields {
		for v := 1; v < len(s.export.Fields[f].Name); v++ {
			var scope dataset.Scope
			scope.Values[f] = int32(v)
			inside := s.export.InScope(recent, scope)
			if !s.steady(inside) {
				continue
			}
			tested++
			if p := stat.HypergeometricTail(len(inside), len(recent), s.volume[f][v], desk); p < best.P {
				best = ChronicFinding{Scope: scope, Tickets: inside, P: p, Expected: float64(len(recent)) * float64(s.volume[f][v]) / float64(desk)}
			}
		}
	}
	if tested > 0 && best.P <= chronicP/float64(tested*s.issues) {
		return best, true
	}
	return ChronicFinding{Tickets: recent, P: 1}, s.export.AnyText && float64(len(recent)) >= deskWide*float64(desk)
}

// steady reports whether tickets of the last weeks meet the rule for chronic.
func (s *chronicSearch) steady(tickets []int32) bool {
	if float64(len(tickets)) < s.options.TicketsPerWeek*float64(s.options.Weeks) {
		return false
	}
	if people := s.export.DistinctPeople(tickets); people < s.options.MinPeople && s.export.People > 0 {
		return false
	}
	return float64(s.export.WeeksWith(tickets)) >= s.options.ShareOfWeeks*float64(s.options.Weeks)
}
