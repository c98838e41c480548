package owner

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"ticketpatterns/analyzer/fold"
)

// Validate returns all mistakes at once, each with its config.yaml key: negative
// limits and sizes, missing or duplicate names, unlisted teams and functions, values
// that match nothing and functions that can never be the answer.
func (m Map) Validate() error {
	var wrong []error
	if !slices.Contains(append(presetNames(), ""), m.Preset) {
		wrong = append(wrong, fmt.Errorf("owners.preset: unknown preset %q, want %s", m.Preset, oneOf(m.Preset, presetNames())))
	}
	if m.Desk != "" && !m.hasFunction(m.Desk) {
		wrong = append(wrong, fmt.Errorf("owners.desk: unknown function %q, want %s, or \"\" for none", m.Desk, oneOf(m.Desk, m.functionNames())))
	}
	if m.FunctionsPerPerson <= 0 {
		wrong = append(wrong, fmt.Errorf("owners.functions_per_person: is %g, want more than 0", m.FunctionsPerPerson))
	}
	if m.PatternsPerPerson <= 0 {
		wrong = append(wrong, fmt.Errorf("owners.patterns_per_person: is %g, want more than 0", m.PatternsPerPerson))
	}
	wrong = append(wrong, m.validateTeams()...)
	wrong = append(wrong, m.validateFunctions()...)
	return errors.Join(wrong...)
}

func (m Map) validateTeams() []error {
	var wrong []error
	seen := map[string]bool{}
	for i, t := range m.Teams {
		at := fmt.Sprintf("owners.teams[%d]", i)
		wrong = append(wrong, validateName(at, t.Name, seen)...)
		if t.Size < 0 {
			wrong = append(wrong, fmt.Errorf("%s.size: is %d, want 0 (unknown) or more", at, t.Size))
		}
	}
	return wrong
}

// validateName rejects empty names and names that differ from an earlier one in
// case, accents or punctuation only.
func validateName(at, name string, seen map[string]bool) []error {
	folded := key(name)
	if folded == "" {
		return []error{fmt.Errorf("%s.name: is empty, want a name", at)}
	}
	if seen[folded] {
		return []error{fmt.Errorf("%s.name: %q is there twice, want each name once", at, name)}
	}
	seen[folded] = true
	return nil
}

func (m Map) validateFunctions() []error {
	var wrong []error
	teams := make([]string, 0, len(m.Teams))
	for _, t := range m.Teams {
		teams = append(teams, t.Name)
	}
	seen := map[string]bool{}
	for i, f := range m.Functions {
		at := fmt.Sprintf("owners.functions[%d]", i)
		wrong = append(wrong, validateName(at, f.Name, seen)...)
		if f.Team != "" && !slices.Contains(teams, f.Team) {
			wrong = append(wrong, fmt.Errorf("%s.team: unknown team %q, want %s", at, f.Team, oneOf(f.Team, teams)))
		}
		wrong = append(wrong, validateValues(at, f)...)
		for j, name := range f.Carries {
			if !m.hasFunction(name) || key(name) == key(f.Name) {
				wrong = append(wrong, fmt.Errorf("%s.carries[%d]: %q is no other function, want %s", at, j, name, oneOf(name, m.functionNames())))
			}
		}
		if by, ok := m.hiddenBy(i); ok {
			wrong = append(wrong, fmt.Errorf("%s: %q can never answer because %q comes first with all the same values, want a value of its own",
				at, f.Name, m.Functions[by].Name))
		}
	}
	return wrong
}

func (m Map) hasFunction(name string) bool {
	return slices.ContainsFunc(m.Functions, func(f Function) bool { return key(f.Name) == key(name) })
}

func (m Map) functionNames() []string {
	names := make([]string, len(m.Functions))
	for i, f := range m.Functions {
		names[i] = f.Name
	}
	return names
}

func oneOf(word string, names []string) string {
	if len(names) == 0 {
		return "it listed under owners"
	}
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = fmt.Sprintf("%q", n)
	}
	text := "one of " + strings.Join(quoted, ", ")
	if near, ok := Nearest(word, names); ok {
		text = fmt.Sprintf("%q? (%s)", near, text)
	}
	return text
}

// list is one list of recognition values and its config.yaml key.
type list struct {
	key    string
	values []string
}

// lists returns every list of values by which a function is recognised.
func (f *Function) lists() []list {
	return []list{
		{"categories", f.Categories}, {"broad_categories", f.BroadCategories}, {"services", f.Services},
		{"configuration_items", f.ConfigurationItems}, {"locations", f.Locations},
		{"groups", f.Groups}, {"terms", f.Terms}, {"cause_terms", f.CauseTerms},
	}
}

// Values returns the lists of values by which the function is recognised.
func (f Function) Values() [][]string {
	var all [][]string
	for _, l := range f.lists() {
		all = append(all, l.values)
	}
	return all
}

func validateValues(at string, f Function) []error {
	var wrong []error
	total := 0
	for _, l := range f.lists() {
		total += len(l.values)
		for i, v := range l.values {
			w := fold.Words(v)
			if len(w) == 0 {
				wrong = append(wrong, fmt.Errorf("%s.%s[%d]: %q has no letter or digit, want a word or phrase", at, l.key, i, v))
			} else if strings.HasSuffix(v, "*") && len(w[len(w)-1]) < minStem {
				wrong = append(wrong, fmt.Errorf("%s.%s[%d]: %q is too short, want %d letters or more before the *", at, l.key, i, v, minStem))
			}
		}
	}
	if total == 0 {
		wrong = append(wrong, fmt.Errorf("%s: %q can never answer because it has no values, want categories, broad_categories, services, configuration_items, locations, groups, terms or cause_terms", at, f.Name))
	}
	return wrong
}

// hiddenBy returns an earlier function that has every value of function i in the
// same lists, which therefore weighs at least as much on every ticket and wins ties.
func (m Map) hiddenBy(i int) (int, bool) {
	mine := m.Functions[i].lists()
	if !slices.ContainsFunc(mine, func(l list) bool { return len(l.values) > 0 }) {
		return 0, false
	}
	for j := range i {
		theirs := m.Functions[j].lists()
		hidden := true
		for k := range mine {
			hidden = hidden && holdsAll(theirs[k].values, mine[k].values)
		}
		if hidden {
			return j, true
		}
	}
	return 0, false
}

func holdsAll(all, some []string) bool {
	have := map[string]bool{}
	for _, v := range all {
		have[key(v)] = true
	}
	return !slices.ContainsFunc(some, func(v string) bool { return !have[key(v)] })
}

// Nearest returns the name that word most likely misspells: the one with the
// smallest edit distance, if that is at most a third of its letters. Case does not
// count. Ties go to the first.
func Nearest(word string, names []string) (string, bool) {
	best, fewest := "", 0
	for _, n := range names {
		d := edits(strings.ToLower(word), strings.ToLower(n))
		if d <= max(1, len(n)/3) && (best == "" || d < fewest) {
			best, fewest = n, d
		}
	}
	return best, best != ""
}

// Same reports whether two names or values differ at most in case, accents and
// punctuation.
func Same(a, b string) bool { return key(a) == key(b) }

// edits returns the restricted Damerau-Levenshtein distance (optimal string
// alignment): the number of insertions, deletions, replacements and transpositions
// of neighbours that turn a into b.
func edits(a, b string) int {
	from, to := []rune(a), []rune(b)
	rows := make([][]int, len(from)+1)
	for i := range rows {
		rows[i] = make([]int, len(to)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(from); i++ {
		for j := 1; j <= len(to); j++ {
			replace := rows[i-1][j-1]
			if from[i-1] != to[j-1] {
				replace++
			}
			rows[i][j] = min(replace, rows[i-1][j]+1, rows[i][j-1]+1)
			if i > 1 && j > 1 && from[i-1] == to[j-2] && from[i-2] == to[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(from)][len(to)]
}
