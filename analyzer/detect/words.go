package detect

import (
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/stat"
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

// wordCell is a cell with the words that enough of its tickets use to be tested.
type wordCell struct {
	cell
	terms []uint32
}

// searchWords tests the words, and pairs of neighbouring words, of one scope in each
// window: people of one place who name the same rare thing may share hardly another word,
// so that no group of texts holds them.
func (w *worker) searchWords(in dataset.ScopedTickets) candidates {
	if w.words == nil {
		w.words = &wordCounts{count: make([]int32, len(w.index.Postings))}
	}
	var cells []wordCell
	var out candidates
	for _, win := range w.windows {
		if c := (wordCell{cell: w.newCell(in, win)}); len(c.tickets) >= w.wordsEnough() {
			c.terms = w.tellingTerms(c.cell)
			out.tests += len(c.terms)
			cells = append(cells, c)
		}
	}
	using := w.words.using(w.export, in.Tickets, cells)
	for _, c := range cells {
		for _, term := range c.terms {
			if f := w.testWord(c.cell, term, using[term]); f != nil {
				out.findings = append(out.findings, *f)
			}
		}
	}
	return out
}

// tellingTerms returns the telling words that enough tickets of a cell use, ascending.
func (w *worker) tellingTerms(c cell) []uint32 {
	for _, t := range c.tickets {
		w.words.add(w.export.Texts[w.export.TextOf[t]].Vector.Terms)
	}
	return slices.DeleteFunc(w.words.atLeast(int32(w.wordsEnough())), func(term uint32) bool {
		return int(w.export.TermUses[term]) > w.telling()
	})
}

// using lists the tickets of a scope that use the terms of its cells, by term, in one
// walk through the scope.
func (n *wordCounts) using(data *dataset.Dataset, scope []int32, cells []wordCell) map[uint32][]int32 {
	var lists [][]int32
	for _, c := range cells {
		for _, term := range c.terms {
			if n.count[term] == 0 {
				lists = append(lists, nil)
				n.count[term] = int32(len(lists))
				n.terms = append(n.terms, term)
			}
		}
	}
	for _, t := range scope {
		for _, term := range data.Texts[data.TextOf[t]].Vector.Terms {
			if k := n.count[term]; k > 0 {
				lists[k-1] = append(lists[k-1], t)
			}
		}
	}
	out := make(map[uint32][]int32, len(lists))
	for k, term := range n.terms {
		out[term] = lists[k]
		n.count[term] = 0
	}
	n.terms = n.terms[:0]
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

// before is what a scope said of a word in its earlier windows.
type before struct{ reports, tickets int }

// p is the p-value of a word by the rest of the export and by the scope's own past.
func (b before) p(now concentration) float64 {
	return stat.SharedRateTail(now.here, float64(now.part), stat.Rate{Count: b.reports, Exposure: float64(b.tickets)},
		stat.Rate{Count: now.everywhere - now.here, Exposure: float64(now.whole - now.part)})
}

// testWord tests one word of a cell: whether more people say it than the rest of the
// export leads one to expect, and this scope before. A scope that never said it knows
// little of its own, so how seldom others do counts as well (see [stat.SharedRateTail]).
// inScope are the tickets of the scope that use the word.
func (w *worker) testWord(c cell, term uint32, inScope []int32) *Finding {
	f := &Finding{Scope: c.in.Scope, width: c.in.Width, WindowDays: c.window.Days, EndsBack: c.window.EndsBack}
	f.Tickets = w.export.Filter(inScope, func(t int32) bool { return c.window.index(w.export.Day[t]) == 0 })
	here := w.counter.Count(inScope, f.Tickets, c.window)
	if here.people() < w.wordsEnough() {
		return nil
	}
	uses := int(w.export.TermUses[term])
	f.concentration = concentration{here.Reports, uses, len(c.tickets), w.comparable}
	f.before = before{total(here.PastReports()), total(c.volumes[1 : c.window.Past+1])}
	if f.PHere = f.before.p(f.concentration); f.PHere >= w.bound {
		return nil
	}
	switch {
	case c.window.Past > 0:
		rest := w.comparable - len(c.in.Tickets)
		w.compareScope(c, here, f, elsewhere(float64(uses-len(inScope))/float64(max(rest, 1))))
		if f.before.reports == 0 {
			f.PPast = f.PHere // it is all that the scope's silence says
		}
		w.expectWave(f, inScope)
	case c.desk.Past > 0:
		w.compareDesk(c.desk, here, f, w.using(term))
	}
	if f.withoutWave() >= w.bound || w.saysWhere(term, f.Tickets) {
		return nil
	}
	f.counted = f.Tickets
	return f
}

func total(counts []int) int {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	return sum
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
