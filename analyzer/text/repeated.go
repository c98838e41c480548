package text

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ticketpatterns/analyzer/fold"
)

// Repeated knows what a large share of all tickets carry word for word: banners of
// mail gateways, disclaimers, footers of virus scanners, fields of a form, tags in
// front of subjects. Whatever its language, it says nothing about one ticket.
type Repeated struct {
	parts  map[string]bool // lines and sentences, folded
	labels map[string]bool // of a form, in front of a colon, folded
	tags   map[string]bool // folded
	people map[string]bool // those of tags behind which forms put the name of a person
}

// Description returns a description without what is repeated.
func (r Repeated) Description(description string) string {
	if len(r.parts) == 0 || description == "" {
		return description
	}
	return eachPart(StripMarkup(description), func(part string) bool { return !r.parts[partKey(part)] })
}

// Subject returns a subject without reply marks and repeated tags; "" if all else is the
// name of a person that a form puts there.
func (r Repeated) Subject(subject string) string {
	ofPerson := false
	said := stripTags(subject, func(tag string) bool {
		ofPerson = ofPerson || r.people[tag]
		return r.tags[tag]
	})
	if ofPerson && mayBeName(said) {
		return ""
	}
	return said
}

// mayBeName reports whether a text is written as names of people are: two to four words
// without digits, each with a capital letter in front but for short ones within.
func mayBeName(s string) bool {
	const particle = 3 // van, de, al
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		within := i > 0 && i < len(words)-1 && utf8.RuneCountInString(w) <= particle
		if strings.ContainsFunc(w, unicode.IsDigit) || !unicode.IsUpper(first) && !within {
			return false
		}
	}
	return true
}

// Said returns a description as evidence of what its ticket is about: without what
// is repeated, without the mail that it answers and without signature, and of a form
// the answers alone, but for those that tell who asks.
func (r Repeated) Said(subject, description string) string {
	lines := strings.Split(r.Description(description), "\n")
	if len(lines) == 1 && len(r.labels) == 0 {
		return lines[0]
	}
	said := lines[:0:0]
	for _, line := range withoutQuoted(lines, isReply(subject)) {
		key := fold.Wording(line)
		if startsSignature(line, key) && len(said) > 0 {
			break
		}
		if label, answer, ok := formLabel(line); ok && r.labels[label] {
			if contactLabels[label] {
				continue
			}
			line = answer
		}
		said = append(said, line)
	}
	return strings.Join(said, "\n")
}

// eachPart calls keep with each line and, where it does not keep all of it, with
// each of its sentences, and returns what it keeps.
func eachPart(description string, keep func(part string) bool) string {
	var kept strings.Builder
	for line := range strings.Lines(description) {
		if !keep(line) {
			continue
		}
		from := 0
		for from < len(line) {
			end := from + sentenceEnd(line[from:])
			whole := from == 0 && end == len(line)
			if whole || keep(line[from:end]) {
				kept.WriteString(line[from:end])
			}
			from = end
		}
	}
	return kept.String()
}

// sentenceEnd returns where the first sentence of a line ends, the spaces behind it
// included: in any script behind a mark that Unicode says ends one. Marks that also
// stand within words and numbers, as those of ASCII do, need a space behind them.
func sentenceEnd(line string) int {
	ended := false
	for i, r := range line {
		switch {
		case ended && !unicode.IsSpace(r) && !unicode.Is(unicode.Sentence_Terminal, r):
			return i
		case unicode.Is(unicode.Sentence_Terminal, r):
			next, _ := utf8.DecodeRuneInString(line[i+utf8.RuneLen(r):])
			ended = ended || r >= utf8.RuneSelf || unicode.IsSpace(next)
		}
	}
	return len(line)
}

// partKey folds a line or sentence. Addresses of mail and of pages go: a gateway
// writes the sender of each mail into its banner.
func partKey(part string) string {
	if !strings.ContainsRune(part, '@') && !strings.Contains(part, "://") {
		return fold.Wording(part)
	}
	words := slices.DeleteFunc(strings.Fields(part), func(w string) bool { return strings.ContainsRune(w, '@') || strings.Contains(w, "://") })
	return fold.Wording(strings.Join(words, " "))
}

// subjectTag is a mark that gateways, help desks and forms put in front of subjects:
// [EXTERNAL], {Spam?}, ***SPAM***, 【外部】, [Ticket#12], "New request: ", "Portal - ",
// "Ticket from the portal-". A hyphen without spaces ends a mark of several words only.
var subjectTag = regexp.MustCompile(`^\s*(?:\p{Ps}[^\p{Ps}\p{Pe}\n]{1,40}\p{Pe}|\*{2,}[^*\n]{1,40}\*{2,}|` +
	`[^\p{Ps}\p{Pe}\n:|–]{3,40}?(?: [-–|] |: )|(?:[\p{L}\p{N}]+ ){1,6}[\p{L}\p{N}]+-)\s*`)

// stripTags takes reply marks and the tags for which drop holds from the front of a
// subject.
func stripTags(subject string, drop func(tag string) bool) string {
	for {
		subject = StripReplyMarks(subject)
		tag := subjectTag.FindString(subject)
		if tag == "" || len(tag) == len(subject) || !drop(fold.Wording(tag)) {
			return subject
		}
		subject = subject[len(tag):]
	}
}
