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
	stem     bool // the last word matches every word that begins with it
}

// index finds the phrases of one rule in a text.
type index struct {
	whole map[string][]phrase // by their first word
	stems map[string][]phrase // single-word phrases that end in "*"
}

// minStem is the shortest word that may end in "*": shorter ones match by chance.
const minStem = 3

// newIndex collects the values that a rule searches for, over all functions.
func newIndex(values func(*Function) []string, functions []Function) index {
	ix := index{whole: map[string][]phrase{}, stems: map[string][]phrase{}}
	for i := range functions {
		for _, value := range values(&functions[i]) {
			p := phrase{function: i, value: value, words: fold.Words(value), stem: strings.HasSuffix(value, "*")}
			switch {
			case len(p.words) == 0:
			case len(p.words) == 1 && p.stem:
				ix.stems[p.words[0]] = append(ix.stems[p.words[0]], p)
			default:
				ix.whole[p.words[0]] = append(ix.whole[p.words[0]], p)
			}
		}
	}
	return ix
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

// hits returns what a rule that compares words finds in one ticket, by function.
func (r rule) hits(ix index, ticket Facts) map[int]hit {
	hits := ix.find(r.reads(ticket))
	if r.exact {
		return closest(hits)
	}
	return hits
}

// find returns the most specific hit of every function in the levels of a path; a
// plain text is a path of one level. A phrase may span levels, and it claims its
// words: "network drive" does not match "network".
func (ix index) find(path []string) map[int]hit {
	var all []string
	var level []int
	for i, l := range path {
		for _, w := range fold.Words(l) {
			all, level = append(all, w), append(level, i)
		}
	}
	best := map[int]hit{}
	taken := 0 // all words before this belong to a phrase already found
	for i := range all {
		found := longest(ix.at(all[i:]))
		if len(found) == 0 || i+len(found[0].words) <= taken {
			continue
		}
		taken = i + len(found[0].words)
		for _, p := range found {
			h := hit{p, level[taken-1]}
			if old, ok := best[p.function]; !ok || h.closer(old) {
				best[p.function] = h
			}
		}
	}
	return best
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
	for n := minStem; n <= len(text[0]); n++ {
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
func closest(hits map[int]hit) map[int]hit {
	kept := map[int]hit{}
	for f, h := range hits {
		beaten := false
		for _, other := range hits {
			beaten = beaten || other.closer(h)
		}
		if !beaten {
			kept[f] = h
		}
	}
	return kept
}
