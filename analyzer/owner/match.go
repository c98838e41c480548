package owner

import (
	"slices"
	"strings"

	"ticketpatterns/analyzer/fold"
)

// phrase is one value of a function, prepared for matching.
type phrase struct {
	function int    // index in Map.Functions
	value    string // as written in the map
	words    []string
	site     bool // the site wrote it; false if it is built in
	stem     bool // the last word matches every word that begins with it
}

// index finds the phrases of one rule in a text.
type index struct {
	whole map[string][]phrase // by their first word
	stems map[string][]phrase // single-word phrases that end in "*"
	most  int                 // bytes of the longest of them: no more of a word is looked at
}

// minStem is the shortest word that may end in "*": shorter ones match by chance.
const minStem = 3

// newIndex collects the values that a rule searches for, over all functions.
func newIndex(values func(*Function) []string, functions []Function) index {
	ix := index{whole: map[string][]phrase{}, stems: map[string][]phrase{}}
	builtIn := builtInValues(values)
	for i := range functions {
		for _, value := range values(&functions[i]) {
			p := phrase{function: i, value: value, words: fold.Words(value), stem: strings.HasSuffix(value, "*")}
			p.site = !builtIn[[2]string{key(functions[i].Name), key(value)}]
			switch {
			case len(p.words) == 0:
			case len(p.words) == 1 && p.stem:
				ix.stems[p.words[0]] = append(ix.stems[p.words[0]], p)
				ix.most = max(ix.most, len(p.words[0]))
			default:
				ix.whole[p.words[0]] = append(ix.whole[p.words[0]], p)
			}
		}
	}
	return ix
}

// builtInValues returns the values that the built-in functions have in a list, by
// function and value. All others were written by the site.
func builtInValues(values func(*Function) []string) map[[2]string]bool {
	all := map[[2]string]bool{}
	built := functions()
	for i := range built {
		for _, value := range values(&built[i]) {
			all[[2]string{key(built[i].Name), key(value)}] = true
		}
	}
	return all
}

// hit is a phrase found in a text.
type hit struct {
	phrase
	level int // of a path, from 0
}

// closer reports whether a is more specific than b: deeper in a path first, then
// more words.
func (a hit) closer(b hit) bool {
	if a.level != b.level {
		return a.level > b.level
	}
	return len(a.words) > len(b.words)
}

// hits returns what a rule that compares words finds in one ticket.
func (r rule) hits(ix index, ticket Facts) []hit {
	hits := ix.find(r.reads(ticket))
	if r.exact {
		return closest(hits)
	}
	return hits
}

// find returns the phrases in the levels of a path, each once; a plain text is a path
// of one level. A phrase may span levels, and it claims its words: "network drive"
// does not match "network". Of two that claim the same words the one that the site
// wrote counts.
func (ix index) find(path []string) []hit {
	var all []string
	var level []int
	for i, l := range path {
		for _, w := range fold.Words(l) {
			all, level = append(all, w), append(level, i)
		}
	}
	var hits []hit
	taken := 0 // all words before this belong to a phrase already found
	for i := range all {
		found := preferred(longest(ix.at(all[i:])))
		if len(found) == 0 || i+len(found[0].words) <= taken {
			continue
		}
		taken = i + len(found[0].words)
		for _, p := range found {
			h := hit{p, level[taken-1]}
			at := slices.IndexFunc(hits, func(other hit) bool { return other.function == p.function && other.value == p.value })
			switch {
			case at < 0:
				hits = append(hits, h)
			case h.closer(hits[at]):
				hits[at] = h
			}
		}
	}
	return hits
}

// preferred returns the phrases that the site wrote, or all if it wrote none.
func preferred(phrases []phrase) []phrase {
	if !slices.ContainsFunc(phrases, func(p phrase) bool { return p.site }) {
		return phrases
	}
	return slices.DeleteFunc(phrases, func(p phrase) bool { return !p.site })
}

// longest returns the phrases with the most words.
func longest(phrases []phrase) []phrase {
	most := 0
	for _, p := range phrases {
		most = max(most, len(p.words))
	}
	return slices.DeleteFunc(phrases, func(p phrase) bool { return len(p.words) < most })
}

// at returns every phrase that text begins with.
func (ix index) at(text []string) []phrase {
	var found []phrase
	for _, p := range ix.whole[text[0]] {
		if p.begins(text) {
			found = append(found, p)
		}
	}
	for n := minStem; n <= min(ix.most, len(text[0])); n++ {
		found = append(found, ix.stems[text[0][:n]]...)
	}
	return found
}

// begins reports whether text begins with the phrase.
func (p phrase) begins(text []string) bool {
	if len(text) < len(p.words) {
		return false
	}
	last := len(p.words) - 1
	for i, w := range p.words[:last] {
		if text[i] != w {
			return false
		}
	}
	return text[last] == p.words[last] || p.stem && strings.HasPrefix(text[last], p.words[last])
}

// closest returns the most specific hits, so that "Software > SAP" goes to the owner
// of SAP and not to that of all software.
func closest(hits []hit) []hit {
	return slices.DeleteFunc(slices.Clone(hits), func(h hit) bool {
		return slices.ContainsFunc(hits, func(other hit) bool { return other.closer(h) })
	})
}
