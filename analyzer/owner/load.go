package owner

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"ticketpatterns/analyzer/say"
)

// Work is what falls to one team in one report.
type Work struct {
	Team     string
	Patterns int
	Tickets  int
	Hours    float64 // hours people waited because of these patterns
}

// Load is what a team is asked to own, held against its size.
type Load struct {
	Work
	Contact    string
	Size       int      // people; 0 if unknown
	Functions  []string // that it owns, in the order of the map
	Overloaded bool     // more functions or patterns than its people can hold
	Alone      bool     // one person holds several functions: a single point of failure
	Reason     string   // in words of the language that was asked for, with counts
}

// Load judges every team of the map, and every team that has work, by its
// functions and patterns for each of its people. The hours waited are told
// but not judged: they measure the cost to others, not effort. A team of
// unknown size is never called overloaded. Work of one team may come in
// several records. The reasons are said in a language. Order: most patterns
// first, then most tickets, then name.
func (m Map) Load(work []Work, in *say.Language) []Load {
	loads := make([]Load, 0, len(m.Teams))
	at := map[string]int{}
	add := func(t Team) {
		if _, ok := at[t.Name]; ok || t.Name == "" {
			return
		}
		at[t.Name] = len(loads)
		loads = append(loads, Load{Work: Work{Team: t.Name}, Contact: t.Contact, Size: t.Size, Functions: []string{}})
	}
	for _, t := range m.Teams {
		add(t)
	}
	for _, w := range work {
		add(Team{Name: w.Team})
		if i, ok := at[w.Team]; ok {
			loads[i].Patterns += w.Patterns
			loads[i].Tickets += w.Tickets
			loads[i].Hours += w.Hours
		}
	}
	for _, f := range m.Functions {
		if i, ok := at[f.Team]; ok {
			loads[i].Functions = append(loads[i].Functions, f.Name)
		}
	}
	for i := range loads {
		loads[i].judge(in, m.FunctionsPerPerson, m.PatternsPerPerson)
	}
	slices.SortFunc(loads, func(a, b Load) int {
		return cmp.Or(cmp.Compare(b.Patterns, a.Patterns), cmp.Compare(b.Tickets, a.Tickets), cmp.Compare(a.Team, b.Team))
	})
	return loads
}

// judge fills Overloaded, Alone and Reason from the counts.
func (l *Load) judge(in *say.Language, functionsPerPerson, patternsPerPerson float64) {
	functions := in.Count(len(l.Functions), "%d function", "%d functions")
	patterns := in.Count(l.Patterns, "%d pattern", "%d patterns")
	switch {
	case l.Size == 0:
		l.Reason = in.Text("%s and %s; the size of the team is not in the map, so the load cannot be judged.", functions, patterns)
		return
	case l.Hours > 0:
		l.Reason = in.Text("%s and %s for %s, with %s waited behind them.", functions, patterns, in.People(l.Size), in.Hours(math.RoundToEven(l.Hours)))
	default:
		l.Reason = in.Text("%s and %s for %s.", functions, patterns, in.People(l.Size))
	}
	over := func(n int, limit float64, says say.English) {
		if float64(n) > limit*float64(l.Size) {
			l.Overloaded = true
			l.Reason += " " + in.Text(says, in.Number(float64(n)/float64(l.Size)), in.Exact(&limit))
		}
	}
	over(len(l.Functions), functionsPerPerson, "That is %s functions a person, more than the %s that the map allows.")
	over(l.Patterns, patternsPerPerson, "That is %s patterns a person, more than the %s that the map allows.")
	if l.Size == 1 && len(l.Functions) > 1 {
		l.Alone = true
		l.Reason += " " + in.Text("One person holds them alone: when that person is away, nobody answers for %s.", strings.Join(l.Functions, ", "))
	}
}

// Gaps returns the names of the functions that no team owns, in the order of the map.
func (m Map) Gaps() []string {
	gaps := []string{}
	for _, f := range m.Functions {
		if f.Team == "" {
			gaps = append(gaps, f.Name)
		}
	}
	return gaps
}
