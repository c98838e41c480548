package describe

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/text"
)

const (
	// labelSample bounds the most typical tickets from which a label is made.
	labelSample = 60
	// labelSubjects bounds those whose subject may be the label.
	labelSubjects = 15
	// A subject of one word says too little, one of more than twelve is a story.
	minLabelWords, maxLabelWords = 2, 12
	// glanceWords is the number of words read at a glance: shorter labels are no
	// better.
	glanceWords = 4
	// labelShare is the share of the weight of the three strongest keywords that a
	// label must cover.
	labelShare = 0.5
	// phraseWords is the length of the longest phrase that can be a label.
	phraseWords = 5
	// phraseShare is the share of tickets that must contain a phrase.
	phraseShare = 0.1
	// leadWords is the number of words after which a phrase counts half: what a ticket is
	// about stands at its beginning, and details, signatures and notices stand behind.
	leadWords = 10
)

// labeller names groups of tickets in their own words.
type labeller struct {
	data   *dataset.Dataset
	masker masker
}

// label returns a name for tickets in their own words: the subject of a typical
// ticket that covers what the other subjects say; if people write no subjects, the
// phrase that most tickets contain; otherwise the keywords. typical are the tickets, most
// typical first.
func (l labeller) label(typical []int32) string {
	sample := typical[:min(len(typical), labelSample)]
	if len(sample) == 0 {
		return ""
	}
	keys := l.keyWords(sample, l.textTerms)
	subject := l.subjectLabel(sample, typical, l.keyWords(sample, l.subjectTerms))
	if !l.haveSubjects(sample) && !l.coversKeyWords(subject, keys) {
		subject = ""
	}
	if label := lowerCapitals(l.masker.quote(subject, labelRunes)); label != "" {
		return label
	}
	if label := l.phraseLabel(sample, keys); label != "" {
		return label
	}
	if label := l.wordsLabel(keys); label != "" {
		return label
	}
	first := &l.data.Tickets[sample[0]]
	for _, s := range []string{l.data.Repeated.Subject(first.Subject), l.data.Repeated.Description(first.Description), dataset.CategoryPath(first)} {
		if label := l.masker.quote(s, labelRunes); label != "" {
			return label
		}
	}
	return first.ID
}

// keyWords are the words that distinguish a group from the rest of the export, by
// term, with their weights.
type keyWords struct {
	weight map[uint32]float64
	order  []uint32 // heaviest first
	common []uint32 // of these, those that at least half of the group uses
	top    float64  // total weight of the three heaviest
}

// keyWords weighs the words of tickets like phrases, but per ticket:
//
//	n_in / n * ln( (n_in / n) / ((n_out + 1/2) / (N - n + 1)) )
//
// Words of a single ticket are left out unless there is only one ticket.
func (l labeller) keyWords(tickets []int32, terms func(int32) []uint32) keyWords {
	k := keyWords{weight: map[uint32]float64{}}
	counts := map[uint32]int{}
	for _, t := range tickets {
		for _, term := range terms(t) {
			counts[term]++
		}
	}
	n := float64(len(tickets))
	for term, in := range counts {
		if l.data.Corpus.IsPair(term) || in < min(2, len(tickets)) {
			continue
		}
		share := float64(in) / n
		elsewhere := (float64(max(int(l.data.TermUses[term])-in, 0)) + 0.5) / (float64(len(l.data.Tickets)) - n + 1)
		if share > elsewhere {
			k.weight[term] = share * math.Log(share/elsewhere)
			k.order = append(k.order, term)
		}
	}
	slices.SortFunc(k.order, func(a, b uint32) int {
		return cmp.Or(-cmp.Compare(k.weight[a], k.weight[b]), cmp.Compare(a, b))
	})
	for i, term := range k.order {
		if i < 3 {
			k.top += k.weight[term]
		}
		if 2*counts[term] >= len(tickets) {
			k.common = append(k.common, term)
		}
	}
	return k
}

// weighed is what different words say of a group.
type weighed struct {
	weight    float64 // of the keywords among them
	shared    int     // of them, keywords: words of two tickets or more
	different int
}

func (l labeller) weigh(terms []text.Term, keys keyWords) (w weighed) {
	var seen []string
	for _, t := range terms {
		if slices.Contains(seen, t.Stem) {
			continue
		}
		seen = append(seen, t.Stem)
		w.different++
		if id, ok := l.data.Corpus.Term(t.Stem); ok && keys.weight[id] > 0 {
			w.weight += keys.weight[id]
			w.shared++
		}
	}
	return w
}

// textTerms returns the terms of a ticket.
func (l labeller) textTerms(t int32) []uint32 {
	if n := l.data.TextOf[t]; n >= 0 {
		return l.data.Texts[n].Vector.Terms
	}
	return nil
}

// subjectTerms returns the terms of a ticket's subject if it can be a label.
func (l labeller) subjectTerms(t int32) []uint32 {
	var out []uint32
	for _, term := range l.data.Lexicon.Terms(l.subject(t)) {
		if id, ok := l.data.Corpus.Term(term.Stem); ok && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// subject returns a ticket's subject if it can be a label: neither a single word nor
// a story.
func (l labeller) subject(t int32) string {
	subject := l.data.Repeated.Subject(l.data.Tickets[t].Subject)
	if words := len(strings.Fields(subject)); words < minLabelWords || words > maxLabelWords {
		return ""
	}
	return subject
}

// haveSubjects reports whether most tickets have a subject that can be a label.
func (l labeller) haveSubjects(sample []int32) bool {
	n := 0
	for _, t := range sample {
		if l.subject(t) != "" {
			n++
		}
	}
	return 2*n >= len(sample)
}

// coversKeyWords reports whether a subject covers half of the weight of the three
// heaviest keywords.
func (l labeller) coversKeyWords(subject string, keys keyWords) bool {
	return l.weigh(l.data.Lexicon.Terms(subject), keys).weight >= labelShare*keys.top
}

// subjectLabel returns the subject that covers most of what the subjects say in the
// fewest words; "" if there is none. Words of one ticket only are that person's, and a
// subject that most of all tickets say counts twice as much as one that is an example.
func (l labeller) subjectLabel(sample, all []int32, keys keyWords) string {
	best, most := "", 0.0
	var subjects []string
	for _, t := range sample {
		subjects = append(subjects, l.data.Repeated.Subject(l.data.Tickets[t].Subject))
	}
	for _, t := range sample[:min(len(sample), labelSubjects)] {
		subject := l.subject(t)
		terms := l.data.Lexicon.Terms(subject)
		said := l.weigh(terms, keys)
		if 4*said.different < 3*len(terms) {
			continue // it repeats words
		}
		written := strings.Fields(subject)
		if slices.ContainsFunc(written, isNumber) || len(sample) > 1 && oneCase(subject, subjects) {
			continue // it is about one case
		}
		score := said.weight * float64(said.shared) / float64(max(said.different, 1)) / math.Sqrt(float64(max(len(written), glanceWords)))
		if score > 0 && l.holds(subject, all) {
			score *= 2
		}
		if score > most {
			best, most = subject, score
		}
	}
	return best
}

// holds reports whether most tickets say what a label says: more than half of them use
// more than half of its words.
func (l labeller) holds(label string, tickets []int32) bool {
	words := l.wordsOf(label)
	saying := 0
	for _, t := range tickets {
		if 2*l.using(l.textTerms(t), words) > len(words) {
			saying++
		}
	}
	return len(words) > 0 && 2*saying > len(tickets)
}

// nobodys stands for a word that no two tickets of the export use.
const nobodys = math.MaxUint32

// wordsOf returns the different words of a label, as terms.
func (l labeller) wordsOf(label string) []uint32 {
	var out []uint32
	var seen []string
	for _, t := range l.data.Lexicon.Terms(label) {
		if t.Part || slices.Contains(seen, t.Stem) {
			continue
		}
		seen = append(seen, t.Stem)
		id, known := l.data.Corpus.Term(t.Stem)
		if !known {
			id = nobodys
		}
		out = append(out, id)
	}
	return out
}

// using counts the words among the terms of a text.
func (l labeller) using(terms, words []uint32) int {
	n := 0
	for _, w := range words {
		if _, found := slices.BinarySearch(terms, w); found {
			n++
		}
	}
	return n
}

// phrase is a sequence of words as people write it.
type phrase struct {
	words  []string
	weight float64
	uses   int
	lead   float64 // uses, each by how far in front it is
}

// phraseLabel returns the sequence of two to five words with the highest
//
//	(sum over tickets that contain it of 1 / (1 + words before it / 10)) * (weight of its keywords) / sqrt(number of words)
//
// that repeats no word and begins and ends with a keyword; "" if none is contained in a tenth of the
// tickets and in at least two (of one ticket, in that one).
func (l labeller) phraseLabel(sample []int32, keys keyWords) string {
	found := map[string]*phrase{}
	weightOf := l.weightOfWords(keys)
	for _, t := range sample {
		seen, before := map[string]bool{}, 0
		for _, run := range l.runs(t) {
			addPhrases(run, weightOf, func(p phrase, at int) {
				key := strings.Join(p.words, " ")
				if seen[key] {
					return
				}
				seen[key] = true
				if found[key] == nil {
					found[key] = &p
				}
				found[key].uses++
				found[key].lead += 1 / (1 + float64(before+at)/leadWords)
			})
			before += len(run)
		}
	}
	best, most := "", 0.0
	for key, p := range found {
		if p.uses < min(2, len(sample)) || float64(p.uses) < phraseShare*float64(len(sample)) || p.weight < labelShare*keys.top {
			continue
		}
		score := p.lead * p.weight / math.Sqrt(float64(len(p.words)))
		if score > most || score == most && key < best {
			best, most = key, score
		}
	}
	return l.masker.quote(best, labelRunes)
}

// runs returns the words of a ticket in order, split at the ends of sentences and
// lines.
func (l labeller) runs(t int32) [][]string {
	k := &l.data.Tickets[t]
	cleaned := l.data.Boilerplate.Clean(l.data.Repeated.Subject(k.Subject), l.data.Repeated.Description(k.Description))
	var out [][]string
	for s := range strings.FieldsFuncSeq(cleaned, func(c rune) bool { return strings.ContainsRune("\n.,;:!?()[]\"|>", c) }) {
		if words := text.Words(s); len(words) >= minLabelWords {
			out = append(out, words)
		}
	}
	return out
}

// weightOfWords returns a function that weighs words, each once: by the keywords in
// them; -1 for a name or a filler word.
func (l labeller) weightOfWords(keys keyWords) func(word string) float64 {
	known := map[string]float64{}
	return func(word string) float64 {
		weight, ok := known[word]
		if !ok {
			if weight = -1; !l.masker.isName(word) && !text.IsFiller(word) {
				weight = l.weigh(l.data.Lexicon.Terms(word), keys).weight
			}
			known[word] = weight
		}
		return weight
	}
}

// addPhrases calls visit with the phrases of a run that begin and end with a keyword,
// repeat no word and contain no name and no filler word, and where they begin.
func addPhrases(run []string, weightOf func(word string) float64, visit func(p phrase, at int)) {
	weight := make([]float64, len(run))
	for i, w := range run {
		weight[i] = weightOf(w)
	}
	for from := range run {
		sum := 0.0
		for to := from; weight[from] > 0 && to < min(len(run), from+phraseWords) && weight[to] >= 0; to++ {
			if slices.Contains(run[from:to], run[to]) {
				break
			}
			sum += weight[to]
			if to > from && weight[to] > 0 {
				visit(phrase{words: run[from : to+1], weight: sum}, from)
			}
		}
	}
}

// wordsLabel returns the three heaviest keywords, of those that half of the tickets use if
// there are any.
func (l labeller) wordsLabel(keys keyWords) string {
	var words []string
	among := keys.common
	if len(among) == 0 {
		among = keys.order
	}
	for _, term := range among {
		if w := l.data.Corpus.Surface(term); len(words) < 3 && !l.masker.isName(w) {
			words = append(words, w)
		}
	}
	return l.masker.quote(strings.Join(words, ", "), labelRunes)
}
