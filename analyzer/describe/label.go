package describe

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"ticketpatterns/analyzer/dataset"
	"unicode"

	"ticketpatterns/analyzer/text"
)

const (
	// labelSample is how many of a group's most typical tickets name it.
	labelSample = 60
	// labelSubjects is how many of them may lend it their subject.
	labelSubjects = 15
	// A subject of one word is too little to say, one of more than twelve a story.
	minLabelWords, maxLabelWords = 2, 12
	// labelEasy is how many words are read at a glance: fewer are no better.
	glanceWords = 4
	// labelShare is the share of what the three strongest key words weigh that a
	// label must hold.
	labelShare = 0.5
	// phraseWords is the length of the longest phrase that can be a label.
	phraseWords = 5
	// phraseShare is the share of the tickets that must write a phrase.
	phraseShare = 0.1
)

// label names a group in its own words: with the subject of a typical ticket
// that says what the other subjects say too; where people write no subjects,
// with the phrase that most of them write; else with its key words.
func (d *Describer) label(typical []int32) string {
	sample := typical[:min(len(typical), labelSample)]
	if len(sample) == 0 {
		return ""
	}
	keys := d.keyWords(sample, d.textTerms)
	subject := d.subjectLabel(sample, d.keyWords(sample, d.subjectTerms))
	if !d.haveSubjects(sample) && !d.coversKeyWords(subject, keys) {
		subject = ""
	}
	for _, label := range []string{d.masker.quote(lowerCapitals(subject), labelRunes), d.phraseLabel(sample, keys), d.wordsLabel(keys)} {
		if label != "" {
			return label
		}
	}
	first := &d.data.Tickets[sample[0]]
	for _, s := range []string{text.StripReplyMarks(first.Subject), first.Description, dataset.CategoryPath(first)} {
		if label := d.masker.quote(s, labelRunes); label != "" {
			return label
		}
	}
	return first.ID
}

// keyWords are the words that tell a group from the rest of the export, by
// term, with what they weigh.
type keyWords struct {
	weight map[uint32]float64
	order  []uint32 // heaviest first
	top    float64  // what the three heaviest weigh together
}

// keyWords weighs the words of tickets like phrases, but per ticket:
//
//	n_in / n * ln( (n_in / n) / ((n_out + 1/2) / (N - n + 1)) )
//
// Words of one ticket only are left out if there are others.
func (d *Describer) keyWords(tickets []int32, terms func(int32) []uint32) keyWords {
	k := keyWords{weight: map[uint32]float64{}}
	counts := map[uint32]int{}
	for _, t := range tickets {
		for _, term := range terms(t) {
			counts[term]++
		}
	}
	n := float64(len(tickets))
	for term, in := range counts {
		if d.data.Corpus.IsPair(term) || in < min(2, len(tickets)) {
			continue
		}
		share := float64(in) / n
		elsewhere := (float64(max(int(d.data.TermUses[term])-in, 0)) + 0.5) / (float64(len(d.data.Tickets)) - n + 1)
		if share > elsewhere {
			k.weight[term] = share * math.Log(share/elsewhere)
			k.order = append(k.order, term)
		}
	}
	slices.SortFunc(k.order, func(a, b uint32) int {
		return cmp.Or(-cmp.Compare(k.weight[a], k.weight[b]), cmp.Compare(a, b))
	})
	for _, term := range k.order[:min(3, len(k.order))] {
		k.top += k.weight[term]
	}
	return k
}

// holds returns what the different key words among terms weigh, and how many
// different words there are.
func (d *Describer) keyWeight(terms []text.Term, keys keyWords) (weight float64, words int) {
	var seen []string
	for _, t := range terms {
		if slices.Contains(seen, t.Stem) {
			continue
		}
		seen = append(seen, t.Stem)
		if id, ok := d.data.Corpus.Term(t.Stem); ok {
			weight += keys.weight[id]
		}
	}
	return weight, len(seen)
}

// textTerms are the terms of a ticket.
func (d *Describer) textTerms(t int32) []uint32 {
	if n := d.data.TextOf[t]; n >= 0 {
		return d.data.Texts[n].Vector.Terms
	}
	return nil
}

// subjectTerms are the terms of a ticket's subject, if it can be a label.
func (d *Describer) subjectTerms(t int32) []uint32 {
	var out []uint32
	for _, term := range d.data.Lexicon.Terms(d.subject(t)) {
		if id, ok := d.data.Corpus.Term(term.Stem); ok && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// subject returns a ticket's subject if it can be a label: neither a single word
// nor a story.
func (d *Describer) subject(t int32) string {
	subject := text.StripReplyMarks(d.data.Tickets[t].Subject)
	if words := len(strings.Fields(subject)); words < minLabelWords || words > maxLabelWords {
		return ""
	}
	return subject
}

// haveSubjects reports whether most tickets have a subject that can be a label.
func (d *Describer) haveSubjects(sample []int32) bool {
	n := 0
	for _, t := range sample {
		if d.subject(t) != "" {
			n++
		}
	}
	return 2*n >= len(sample)
}

// tells reports whether a subject holds half of what the three heaviest key
// words weigh.
func (d *Describer) coversKeyWords(subject string, keys keyWords) bool {
	weight, _ := d.keyWeight(d.data.Lexicon.Terms(subject), keys)
	return weight >= labelShare*keys.top
}

// subjectLabel returns the subject that says most of what the subjects say in
// the fewest words; "" if there is none.
func (d *Describer) subjectLabel(sample []int32, keys keyWords) string {
	best, most := "", 0.0
	for _, t := range sample[:min(len(sample), labelSubjects)] {
		subject := d.subject(t)
		terms := d.data.Lexicon.Terms(subject)
		weight, different := d.keyWeight(terms, keys)
		if 4*different < 3*len(terms) {
			continue // it stammers
		}
		written := strings.Fields(subject)
		if slices.ContainsFunc(written, isNumber) {
			continue // it is about one case
		}
		if score := weight / math.Sqrt(float64(max(len(written), glanceWords))); score > most {
			best, most = subject, score
		}
	}
	return best
}

// isNumber reports a number of three or more digits.
func isNumber(word string) bool {
	word = strings.TrimFunc(word, unicode.IsPunct)
	return len(word) >= 3 && strings.IndexFunc(word, func(c rune) bool { return !unicode.IsDigit(c) }) < 0
}

// calm writes a subject in capitals in small letters.
func lowerCapitals(s string) string {
	upper, lower := 0, 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			upper++
		case unicode.IsLower(c):
			lower++
		}
	}
	if lower == 0 && upper > 8 {
		return strings.ToLower(s)
	}
	return s
}

// phrase is a run of words as people write it.
type phrase struct {
	words  []string
	weight float64
	uses   int
}

// phraseLabel returns the run of two to five words with the highest
//
//	(tickets that write it) * (what its key words weigh) / sqrt(its words)
//
// that begins and ends with a key word; "" if fewer than two tickets (of one, one) or a tenth
// of them write any.
func (d *Describer) phraseLabel(sample []int32, keys keyWords) string {
	found := map[string]*phrase{}
	for _, t := range sample {
		seen := map[string]bool{}
		for _, run := range d.runs(t) {
			d.addPhrases(run, keys, func(p phrase) {
				key := strings.Join(p.words, " ")
				if seen[key] {
					return
				}
				seen[key] = true
				if found[key] == nil {
					found[key] = &p
				}
				found[key].uses++
			})
		}
	}
	best, most := "", 0.0
	for key, p := range found {
		if p.uses < min(2, len(sample)) || float64(p.uses) < phraseShare*float64(len(sample)) || p.weight < labelShare*keys.top {
			continue
		}
		score := float64(p.uses) * p.weight / math.Sqrt(float64(len(p.words)))
		if score > most || score == most && key < best {
			best, most = key, score
		}
	}
	return d.masker.quote(best, labelRunes)
}

// runs returns the words of a ticket as they stand, cut where a sentence or line
// ends.
func (d *Describer) runs(t int32) [][]string {
	k := &d.data.Tickets[t]
	cleaned := d.data.Boilerplate.Clean(k.Subject, k.Description)
	var out [][]string
	for s := range strings.FieldsFuncSeq(cleaned, func(c rune) bool { return strings.ContainsRune("\n.,;:!?()[]\"|>", c) }) {
		if words := text.Words(s); len(words) >= minLabelWords {
			out = append(out, words)
		}
	}
	return out
}

// addPhrases gives visit the phrases of a run that begin and end with a key word,
// name nobody and greet nobody.
func (d *Describer) addPhrases(run []string, keys keyWords, visit func(phrase)) {
	weight := make([]float64, len(run))
	for i, w := range run {
		if d.masker.isName(w) || text.IsFiller(w) {
			weight[i] = -1
			continue
		}
		weight[i], _ = d.keyWeight(d.data.Lexicon.Terms(w), keys)
	}
	for from := range run {
		sum := 0.0
		for to := from; weight[from] > 0 && to < min(len(run), from+phraseWords) && weight[to] >= 0; to++ {
			if !slices.Contains(run[from:to], run[to]) {
				sum += weight[to]
			}
			if to > from && weight[to] > 0 {
				visit(phrase{words: run[from : to+1], weight: sum})
			}
		}
	}
}

// wordsLabel lists the three heaviest key words.
func (d *Describer) wordsLabel(keys keyWords) string {
	var words []string
	for _, term := range keys.order {
		if w := d.data.Corpus.Surface(term); len(words) < 3 && !d.masker.isName(w) {
			words = append(words, w)
		}
	}
	return d.masker.quote(strings.Join(words, ", "), labelRunes)
}
