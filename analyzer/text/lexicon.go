package text

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ticketpatterns/analyzer/parallel"
)

// Limits and thresholds of a lexicon.
const (
	learnedTexts  = 50_000 // texts read; of a larger export every k-th
	clearHits     = 2      // stop words that show a text's language
	ownShare      = 0.8    // of a word's uses in one language, to vote for it
	minPart       = 4      // letters of a part of a compound
	minPartUses   = 3      // texts that use a part by itself
	shortCompound = 9      // letters; shorter words are no compounds worth parting
	longCompound  = 80     // letters; longer words are no words, and parting them would cost their square
)

// Lexicon knows the language of the words of an export. A ticket's subject is often
// too short to show its language by stop words; the longer texts of the export show
// the language of its words. The zero value knows no words and takes everything for
// English.
type Lexicon struct {
	main  Language
	words map[string]entry
}

type entry struct {
	uses     int      // texts that hold the word
	language Language // that it is used in most; "" where no text showed one
	own      bool     // it is hardly used in another
}

// LearnLexicon learns from n texts, requested by number: texts with two stop words
// of a language, and more than of any other, teach the language of their words. Of
// more than 50,000 texts every k-th is read.
func LearnLexicon(n int, text func(i int) string) Lexicon {
	uses := map[string][]int32{} // by language, the last for texts that show none
	docs := make([]int, len(Languages)+1)
	step := max(1, (n+learnedTexts-1)/learnedTexts)
	parallel.InOrder((n+step-1)/step, func(i int) learnedText { return learnText(text(i * step)) }, func(_ int, t learnedText) {
		docs[t.language]++
		for _, w := range t.words {
			if uses[w] == nil {
				uses[w] = make([]int32, len(Languages)+1)
			}
			uses[w][t.language]++
		}
	})
	x := Lexicon{main: Languages[0], words: make(map[string]entry, len(uses))}
	most := 0
	for i, l := range Languages {
		if docs[i] > most {
			x.main, most = l, docs[i]
		}
	}
	for w, n := range uses {
		x.words[w] = newEntry(n)
	}
	return x
}

// learnedText is what a text teaches.
type learnedText struct {
	words    []string // different ones
	language int      // as of clearLanguage
}

func learnText(text string) learnedText {
	words := Words(text)
	t := learnedText{language: clearLanguage(words)}
	slices.Sort(words)
	t.words = slices.Compact(words)
	return t
}

func newEntry(uses []int32) entry {
	var e entry
	known, most := int32(0), int32(0)
	for i, n := range uses {
		e.uses += int(n)
		if i == len(Languages) {
			break
		}
		known += n
		if n > most {
			e.language, most = Languages[i], n
		}
	}
	e.own = most >= 2 && float64(most) >= ownShare*float64(known)
	return e
}

// clearLanguage returns the index of the language that words clearly show, or
// len(Languages).
func clearLanguage(words []string) int {
	var hits votes
	for _, w := range words {
		hits.add(stopsIn[w])
	}
	best, most, second := len(Languages), 0, 0
	for i := range Languages {
		switch {
		case hits[i] > most:
			best, most, second = i, hits[i], most
		case hits[i] > second:
			second = hits[i]
		}
	}
	if most < clearHits || most == second {
		return len(Languages)
	}
	return best
}

// Main returns the language of most texts.
func (x Lexicon) Main() Language {
	if x.main == "" {
		return Languages[0]
	}
	return x.main
}

// Guess returns the language of a text's words: each stop word of a language and
// each word that the export uses in one language only is a vote. Ties go to the main
// language, then to the order of Languages.
func (x Lexicon) Guess(words []string) Language {
	var votes votes
	for _, w := range words {
		in := stopsIn[w]
		if e := x.words[w]; e.own {
			in |= just(e.language)
		}
		votes.add(in)
	}
	return votes.winner(x.Main())
}

// Terms returns the content words of s in order, without stop words of the text's
// language, each stemmed in the language that the export uses it in, so that a word
// has one stem wherever it occurs. The parts of a German or Dutch compound follow
// it.
func (x Lexicon) Terms(s string) []Term {
	words := Words(s)
	l := x.Guess(words)
	all := alsoIn(words, l)
	terms := make([]Term, 0, len(words))
	for _, w := range words {
		if stopped(w, all) {
			continue
		}
		terms = append(terms, x.term(w, l))
		for _, part := range x.Parts(w) {
			t := x.term(part, l)
			t.Part = true
			terms = append(terms, t)
		}
		if len(terms) >= maxTerms {
			return terms[:maxTerms]
		}
	}
	return terms
}

func (x Lexicon) term(w string, l Language) Term {
	if known := x.words[w].language; known != "" {
		l = known
	}
	return Term{Stem: stem(w, l), Surface: w}
}

// compounding lists languages that write compounds as one word.
var compounding = []Language{"de", "nl"}

// linking letters join the parts of German and Dutch compounds.
var linking = []string{"", "s", "n", "en", "es", "er", "e"}

// Parts returns the two parts of a compound such as netzwerkdrucker if people use
// both parts as separate words in the same export; nil otherwise. Of several splits
// it takes the one whose rarer part is most frequent, then the one with the longer
// first part. This is the corpus-driven splitting of Koehn and Knight (EACL 2003,
// section 3.1) for two parts.
func (x Lexicon) Parts(w string) []string {
	if n := utf8.RuneCountInString(w); n < shortCompound || n > longCompound {
		return nil
	}
	var best []string
	most := minPartUses - 1
	for _, l := range compounding {
		if known := x.words[w].language; known != "" && known != l {
			continue
		}
		for i := range w {
			head, tail := w[:i], w[i:]
			n := min(x.uses(tail, l), x.usesLinked(head, l))
			if n > most || n == most && best != nil {
				best, most = []string{x.unlinked(head, l), tail}, n
			}
		}
	}
	return best
}

// uses returns the number of texts that use a word of language l by itself.
func (x Lexicon) uses(w string, l Language) int {
	e := x.words[w]
	if e.language != l || utf8.RuneCountInString(w) < minPart || stopped(w, just(l)) {
		return 0
	}
	return e.uses
}

func (x Lexicon) usesLinked(head string, l Language) int { return x.uses(x.unlinked(head, l), l) }

// unlinked returns head without the linking letters that make it the most used.
func (x Lexicon) unlinked(head string, l Language) string {
	best, most := head, 0
	for _, letters := range linking {
		if part, ok := strings.CutSuffix(head, letters); ok && x.uses(part, l) > most {
			best, most = part, x.uses(part, l)
		}
	}
	return best
}
