package prepare

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/ticket"
)

// DepartmentRule gives one name to a department that is written in several
// ways which only a person can know to be the same: "HR" and "Personnel".
type DepartmentRule struct {
	Name    string   `mapstructure:"name"`
	Aliases []string `mapstructure:"aliases"`
}

// Merge is a department that tickets write in several ways.
type Merge struct {
	Name      string   // as it stands in the tickets now
	Spellings []string // the others, sorted
	Tickets   int      // that were written one of the other ways
}

// CheckDepartmentRules reports all mistakes in rules at once, each with the
// index of its rule in front.
func CheckDepartmentRules(rules []DepartmentRule) error {
	var wrong []error
	owners := make(map[string]string)
	for i, rule := range rules {
		if strings.TrimSpace(rule.Name) == "" {
			wrong = append(wrong, fmt.Errorf("[%d]: has no name, want that of a department", i))
		}
		if len(rule.Aliases) == 0 {
			wrong = append(wrong, fmt.Errorf("[%d]: department %q has no aliases, want at least one", i, rule.Name))
		}
		for _, spelling := range append([]string{rule.Name}, rule.Aliases...) {
			key := departmentKey(spelling)
			if other, taken := owners[key]; taken && other != rule.Name {
				wrong = append(wrong, fmt.Errorf("[%d]: %q belongs to %q and to %q, want one of them", i, spelling, other, rule.Name))
			}
			owners[key] = rule.Name
		}
	}
	return errors.Join(wrong...)
}

// unifyDepartments writes each department of tickets in one way and returns
// what it changed, by name. Two spellings are one department if their keys
// collide (the fingerprint of OpenRefine, "Clustering In Depth", method
// "fingerprint": case, accents, punctuation, the order of words and repeated
// words do not count), and words such as "department" and "and" do not count
// either. Numbers count in their order: ward 1-2 is not ward 2-1. The spelling of
// most tickets stays, of several the first in the alphabet, unless a rule names
// it. A ticket without a department stays without one.
func unifyDepartments(tickets []ticket.Ticket, rules []DepartmentRule) []Merge {
	counts := make(map[string]int)
	for i := range tickets {
		if d := tickets[i].Department; d != "" {
			counts[d]++
		}
	}
	names := departmentNames(counts, rules)
	merges := make(map[string]*Merge)
	for _, spelling := range slices.Sorted(maps.Keys(counts)) {
		name := names[spelling]
		if name == spelling {
			continue
		}
		if merges[name] == nil {
			merges[name] = &Merge{Name: name}
		}
		merges[name].Spellings = append(merges[name].Spellings, spelling)
		merges[name].Tickets += counts[spelling]
	}
	for i := range tickets {
		if d := tickets[i].Department; d != "" {
			tickets[i].Department = names[d]
		}
	}
	var out []Merge
	for _, name := range slices.Sorted(maps.Keys(merges)) {
		out = append(out, *merges[name])
	}
	return out
}

// departmentNames returns for each spelling the name that it gets.
func departmentNames(counts map[string]int, rules []DepartmentRule) map[string]string {
	byKey := make(map[string]string)
	for _, rule := range rules {
		for _, spelling := range append([]string{rule.Name}, rule.Aliases...) {
			byKey[departmentKey(spelling)] = rule.Name
		}
	}
	spellings := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	names := make(map[string]string, len(counts))
	for _, spelling := range spellings {
		key := departmentKey(spelling)
		if byKey[key] == "" {
			byKey[key] = spelling
		}
		names[spelling] = byKey[key]
	}
	return names
}

// departmentFiller are words that say no more than that a department is meant,
// or that join two words.
var departmentFiller = setOf(
	"department", "departments", "dept", "dep", "depto", "of", "the", "and", "abteilung", "abt", "und", "departement",
	"departamento", "dipartimento", "afdeling", "et",
)

// departmentKey is what all ways of writing one department share.
func departmentKey(name string) string {
	var words, kept, numbers []string
	for _, word := range strings.FieldsFunc(fold.Letters(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch {
		case strings.ContainsFunc(word, unicode.IsDigit):
			numbers = append(numbers, word)
		case departmentFiller[word]:
			words = append(words, word)
		default:
			kept = append(kept, word)
		}
	}
	if len(kept) == 0 {
		kept = words // a place such as Of is named by what is filler elsewhere
	}
	slices.Sort(kept)
	key := strings.Join(append(slices.Compact(kept), numbers...), " ")
	if key == "" {
		return strings.TrimSpace(name)
	}
	return key
}

func setOf(members ...string) map[string]bool {
	m := make(map[string]bool, len(members))
	for _, s := range members {
		m[s] = true
	}
	return m
}
