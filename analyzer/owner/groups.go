package owner

import (
	"cmp"
	"slices"
	"strings"

	"ticketpatterns/analyzer/fold"
)

// Binding is the function that a support group belongs to.
type Binding struct {
	Group      string
	Function   string  // "" if nothing in the map is similar
	Team       string  // owner of Function; "" for a gap
	Desk       bool    // the help desk, which holds tickets for everybody
	Likeness   float64 // similarity of the names, in (0, 1]; 1 if a value of the map is in the group's name
	By         BoundBy // why they belong together; "" if they do not
	Value      string  // value of the map that the name holds or resembles; "" for a team name
	functions  []int   // all functions that the group indicates
	recognised bool
	site       bool // the site wrote what binds them
}

// BoundBy is the reason why a group belongs to a function.
type BoundBy string

// The values of BoundBy.
const (
	BoundByValue    BoundBy = "value"    // the name holds a groups value of the function
	BoundByTeam     BoundBy = "team"     // it is the name of the team that owns the function first
	BoundByLikeness BoundBy = "likeness" // the names are similar
)

// Bind returns the function that a support group belongs to: the one with the
// longest of the groups values that the site wrote in the name; else the first
// function of a team of that name; else the longest built-in value; else the function
// whose name, groups, categories or services are most similar. For groups with local
// names a person should confirm the result and add the group to the map.
func (f *Finder) Bind(group string) Binding {
	if known, ok := f.groups.Load(group); ok {
		return known.(Binding)
	}
	b := f.bind(group)
	b.Group = group
	if b.recognised {
		function := f.m.Functions[b.functions[0]]
		b.Function, b.Team, b.Desk = function.Name, function.Team, f.m.Desk != "" && key(function.Name) == key(f.m.Desk)
	}
	f.groups.Store(group, b)
	return b
}

func (f *Finder) bind(group string) Binding {
	if key(group) == "" {
		return Binding{}
	}
	byValue, known := f.bindByValue(group)
	if known && byValue.site {
		return byValue
	}
	for i, function := range f.m.Functions {
		if function.Team == "" || key(function.Team) != key(group) {
			continue
		}
		all := f.functionsOf(i)
		if !known || !slices.Contains(all, byValue.functions[0]) {
			return Binding{Likeness: 1, By: BoundByTeam, functions: all, recognised: true, site: true}
		}
		byValue.site = true
		break
	}
	if known {
		return byValue
	}
	return f.bindByLikeness(group)
}

// functionsOf returns function i and then the others of its team: its group speaks
// for each of them.
func (f *Finder) functionsOf(i int) []int {
	all := []int{i}
	for j, other := range f.m.Functions {
		if j != i && other.Team == f.m.Functions[i].Team {
			all = append(all, j)
		}
	}
	return all
}

// bindByValue searches the name for groups values.
func (f *Finder) bindByValue(group string) (Binding, bool) {
	hits := closest(f.groupIndex.find([]string{group}))
	if len(hits) == 0 {
		return Binding{}, false
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.function, b.function) })
	b := Binding{Likeness: 1, By: BoundByValue, recognised: true, site: hits[0].site, Value: strings.TrimSuffix(hits[0].value, "*")}
	for _, h := range hits {
		b.functions = append(b.functions, h.function)
	}
	return b, true
}

// likeEnough is the similarity from which two names count as equal.
const likeEnough = 0.75

func (f *Finder) bindByLikeness(group string) Binding {
	best := Binding{Likeness: 0}
	mine := telling(group)
	for _, c := range f.names {
		if l := c.likeness(mine); l >= likeEnough && l > best.Likeness {
			best = Binding{Likeness: l, By: BoundByLikeness, Value: c.value, functions: []int{c.function}, recognised: true}
		}
	}
	return best
}

// candidate is a name that a support group may resemble.
type candidate struct {
	function int
	value    string
	words    []string
	whole    bool // must be the whole name of the group: "office" says little inside "Head Office Porto"
}

// candidates returns the names of a map that tell what a group could be called.
func candidates(m Map) []candidate {
	var all []candidate
	for i := range m.Functions {
		f := &m.Functions[i]
		add := func(whole bool, values ...string) {
			for _, value := range values {
				if w := telling(value); len(w) > 0 {
					all = append(all, candidate{i, strings.TrimSuffix(value, "*"), w, whole})
				}
			}
		}
		add(false, f.Name, f.Team)
		add(false, f.Groups...)
		add(true, f.Categories...)
		add(true, f.BroadCategories...)
		add(true, f.Services...)
	}
	return all
}

// fillers are words that any group's name may hold.
var fillers = map[string]bool{
	"it": true, "the": true, "team": true, "group": true, "grp": true, "support": true, "supp": true, "service": true, "services": true, "ops": true,
	"operations": true, "operation": true, "management": true, "mgmt": true, "admin": true, "admins": true, "administration": true, "global": true,
	"local": true, "central": true, "corporate": true, "queue": true, "level": true, "tier": true, "second": true, "third": true, "2nd": true,
	"3rd": true, "l2": true, "l3": true, "and": true, "of": true, "und": true, "et": true, "y": true, "e": true, "equipe": true, "equipo": true,
	"gruppe": true, "abteilung": true, "dept": true, "department": true, "emea": true, "apac": true, "us": true, "uk": true, "eu": true,
	"technical": true, "engineering": true, "engineers": true, "systems": true, "office": true,
}

// telling returns the distinctive words of a name.
func telling(name string) []string {
	return slices.DeleteFunc(fold.Words(name), func(w string) bool {
		return fillers[w] || strings.Trim(w, "0123456789") == ""
	})
}

// likeness compares the distinctive words of a group with a name, in [0, 1]: the
// mean similarity of each word to the most similar one on the other side. The words
// of the name count three times as much as those of the group, which may also name a
// site, unless the name must be the group's whole name.
func (c candidate) likeness(group []string) float64 {
	if len(group) == 0 {
		return 0
	}
	if c.whole {
		return (covered(c.words, group) + covered(group, c.words)) / 2
	}
	return (3*covered(c.words, group) + covered(group, c.words)) / 4
}

func covered(words, by []string) float64 {
	sum := 0.0
	for _, w := range words {
		best := 0.0
		for _, o := range by {
			best = max(best, wordLikeness(w, o))
		}
		sum += best
	}
	return sum / float64(len(words))
}

// minLike is the shortest word compared by similarity; shorter words are equal or
// different.
const minLike = 5

// fewSlips is the smallest share of unedited letters of two words that count as the
// same.
const fewSlips = 0.8

// wordLikeness returns 1 for equal words, 0.9 if one begins with the other (network,
// netzwerk and networking; datenbank and datenbankteam), else the share of letters
// that need no edit, if that is at least fewSlips.
func wordLikeness(a, b string) float64 {
	shorter, longer := a, b
	if len(shorter) > len(longer) {
		shorter, longer = longer, shorter
	}
	switch {
	case a == b:
		return 1
	case len(shorter) < minLike:
		return 0
	case strings.HasPrefix(longer, shorter):
		return 0.9
	}
	if l := 1 - float64(edits(a, b))/float64(len(longer)); l >= fewSlips {
		return l
	}
	return 0
}
