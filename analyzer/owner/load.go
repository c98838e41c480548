package owner

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
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
	Reason     string   // in words, with counts
}

// Load judges every team of the map, and every team that has work, by its
// functions and patterns for each of its people. The hours waited are told
// but not judged: they measure the cost to others, not effort. A team of
// unknown size is never called overloaded. Work of one team may come in
// several records. Order: most patterns first, then most tickets, then name.
func (m Map) Load(work []Work) []Load {
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
		loads[i].judge(m.FunctionsPerPerson, m.PatternsPerPerson)
	}
	slices.SortFunc(loads, func(a, b Load) int {
		return cmp.Or(cmp.Compare(b.Patterns, a.Patterns), cmp.Compare(b.Tickets, a.Tickets), cmp.Compare(a.Team, b.Team))
	})
	return loads
}

// judge fills Overloaded, Alone and Reason from the counts.
func (l *Load) judge(functionsPerPerson, patternsPerPerson float64) {
	holds := fmt.Sprintf("%d %s and %d %s", len(l.Functions), plural(len(l.Functions), "function"),
		l.Patterns, plural(l.Patterns, "pattern"))
	if l.Size == 0 {
		l.Reason = fmt.Sprintf("%s; the size of the team is not in the map, so the load cannot be judged.", holds)
		return
	}
	reason := fmt.Sprintf("%s for %d %s", holds, l.Size, people(l.Size))
	if l.Hours > 0 {
		reason += fmt.Sprintf(", with %.0f hours waited behind them", l.Hours)
	}
	sentences := []string{reason + "."}
	over := func(n int, noun string, perPerson float64) {
		if float64(n) > perPerson*float64(l.Size) {
			l.Overloaded = true
			sentences = append(sentences, fmt.Sprintf("That is %.1f %s a person, more than the %g that the map allows.",
				float64(n)/float64(l.Size), noun, perPerson))
		}
	}
	over(len(l.Functions), "functions", functionsPerPerson)
	over(l.Patterns, "patterns", patternsPerPerson)
	if l.Size == 1 && len(l.Functions) > 1 {
		l.Alone = true
		sentences = append(sentences, fmt.Sprintf("One person holds them alone: when that person is away, nobody answers for %s.",
			strings.Join(l.Functions, ", ")))
	}
	l.Reason = strings.Join(sentences, " ")
}

func people(n int) string {
	if n == 1 {
		return "person"
	}
	return "people"
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
