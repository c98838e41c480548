package detect

import (
	"slices"

	"ticketpatterns/analyzer/dataset"
)

const (
	// wordPeople is the share of the people of a pattern who must say its word; at
	// least smallestGroup. The others say the same in other words.
	wordPeople = 0.75
	// tellingShare is the largest share of all tickets that use a word which still tells
	// one matter from another.
	tellingShare = 0.02
	// lastRunDays is how many days back the run before may lie: what came and went since
	// then is news too.
	lastRunDays = 7
)

// shortDays are the windows of less than a week, in which outbreaks come as bursts.
var shortDays = []int{1, 2, 3}

// keepWordWindows keeps the windows in which words are counted: those of the groups,
// and short ones that end on any day since the last run. As a month is a past for a
// short one, an export may be young for groups and not for words; then words are
// counted in short windows only.
func (s *search) keepWordWindows() {
	if !s.wantsWords() {
		return
	}
	var short []Window
	for _, days := range shortDays {
		for back := range lastRunDays {
			if w := newShortWindow(s.export, days, back, s.options); w.Past > 0 {
				short = append(short, w)
			}
		}
	}
	switch {
	case !s.young:
		s.wordWindows = slices.Concat(s.windows, short)
	case len(short) > 0:
		s.wordWindows = short
	default:
		s.wordWindows, s.wordsYoung = s.windows, true
	}
}

// wantsWords reports whether a family of words has a share of the budget.
func (s *search) wantsWords() bool {
	for f, weight := range s.options.Budget {
		if searches[f].words && weight > 0 {
			return true
		}
	}
	return false
}

// wordCounts counts the tickets of a window by word. It keeps its memory between
// calls.
type wordCounts struct {
	count []int32  // by term; all zero between calls
	terms []uint32 // that are not zero
}

func (n *wordCounts) add(terms []uint32) {
	for _, t := range terms {
		if n.count[t] == 0 {
			n.terms = append(n.terms, t)
		}
		n.count[t]++
	}
}

// atLeast returns the terms of so many tickets, ascending, and forgets the counts.
func (n *wordCounts) atLeast(enough int32) []uint32 {
	var out []uint32
	for _, t := range n.terms {
		if n.count[t] >= enough {
			out = append(out, t)
		}
		n.count[t] = 0
	}
	n.terms = n.terms[:0]
	slices.Sort(out)
	return out
}

// searchWords tests the words, and pairs of neighbouring words, of one scope in each
// window: people of one place who name the same rare thing may share hardly another word,
// so that no group of texts holds them.
func (w *worker) searchWords(in dataset.ScopedTickets) candidates {
	if w.words == nil {
		w.words = &wordCounts{count: make([]int32, len(w.index.Postings))}
	}
	var out candidates
	places := map[uint32][]int32{} // by term: the tickets of the scope that use it
	for _, win := range w.windows {
		c := w.newCell(in, win)
		enough := w.wordsEnough()
		if len(c.tickets) < enough {
			continue
		}
		for _, t := range c.tickets {
			w.words.add(w.export.Texts[w.export.TextOf[t]].Vector.Terms)
		}
		for _, term := range w.words.atLeast(int32(enough)) {
			if uses := int(w.export.TermUses[term]); uses > w.telling() {
				continue
			}
			out.tests++
			if f := w.testWord(c, term, places); f != nil {
				out.findings = append(out.findings, *f)
			}
		}
	}
	return out
}

// wordsEnough is how many people must say a word.
func (s *search) wordsEnough() int {
	return max(smallestGroup, int(wordPeople*float64(s.minPeople)+0.5))
}

// telling is the number of tickets above which a word tells nothing.
func (s *search) telling() int {
	return max(s.options.MinTickets, int(tellingShare*float64(s.comparable)))
}

// testWord tests one word of a cell as a group of texts is tested: the tickets that use
// it are those that say the same.
func (w *worker) testWord(c cell, term uint32, places map[uint32][]int32) *Finding {
	inScope, ok := places[term]
	if !ok {
		inScope = w.export.InScope(w.using(term), c.in.Scope)
		places[term] = inScope
	}
	f := &Finding{Scope: c.in.Scope, width: c.in.Width, WindowDays: c.window.Days, EndsBack: c.window.EndsBack, term: term}
	for _, t := range inScope {
		if c.window.index(w.export.Day[t]) == 0 {
			f.Tickets = append(f.Tickets, t)
		}
	}
	here := w.counter.Count(inScope, f.Tickets, c.window)
	if here.people() < w.wordsEnough() {
		return nil
	}
	uses := int(w.export.TermUses[term])
	f.concentration = concentration{here.Reports, uses, len(c.tickets), w.comparable}
	if f.PHere = f.concentration.p(); f.PHere >= w.bound {
		return nil
	}
	switch {
	case c.window.Past > 0:
		rest := w.comparable - len(c.in.Tickets)
		w.compareScope(c, here, f, elsewhere(float64(uses-len(inScope))/float64(max(rest, 1))))
		if f.Baseline == nil {
			return nil
		}
	case c.desk.Past > 0:
		w.compareDesk(c.desk, here, f, w.using(term))
	}
	if f.P() >= w.bound {
		return nil
	}
	f.counted = f.Tickets
	return f
}

// using lists the tickets that use a term, ascending.
func (s *search) using(term uint32) []int32 {
	var tickets []int32
	for _, p := range s.index.Postings[term] {
		tickets = append(tickets, s.export.Texts[p.Doc].Tickets...)
	}
	slices.Sort(tickets)
	return tickets
}

// grow adds to findings of words what the same scope and window say in other words,
// and leaves out those that are still too few.
func (s *search) grow(findings []Finding) []Finding {
	var kept []Finding
	var w *worker
	for _, f := range findings {
		if searches[f.Family].words {
			if w == nil {
				w = s.newWorker()
			}
			f.Tickets = w.alike(f)
			if len(f.Tickets) < s.options.MinTickets || s.export.People > 0 && s.export.DistinctPeople(f.Tickets) < s.forFamily(f.Family).minPeople {
				continue
			}
		}
		kept = append(kept, f)
	}
	return kept
}

// alike returns the tickets of a finding of a word, and those of its scope and window
// that are as close to them as half of them are to the others.
func (w *worker) alike(f Finding) []int32 {
	var texts []int32
	var weight []int
	var group []int
	for _, t := range f.Tickets {
		d := w.export.TextOf[t]
		at := slices.Index(texts, d)
		if at < 0 {
			at = len(texts)
			texts, weight, group = append(texts, d), append(weight, 0), append(group, at)
		}
		weight[at]++
	}
	m := w.centroid(texts, weight, group)
	own := slices.Sorted(slices.Values(m.own))
	m.threshold = max(minSimilarity, own[len(own)/2])
	tickets := slices.Clone(f.Tickets)
	for _, t := range w.all.matches(m) {
		if w.export.Day[t] >= f.EndsBack && w.export.Day[t] < f.EndsBack+f.WindowDays && f.Scope.Holds(w.export, t) {
			tickets = append(tickets, t)
		}
	}
	slices.Sort(tickets)
	return slices.Compact(tickets)
}
