package text

import (
	"regexp"
	"strings"

	"ticketpatterns/analyzer/fold"
)

// Repeated knows what a large share of all tickets carry word for word: banners of
// mail gateways, disclaimers, footers of virus scanners, fields of a form, tags in
// front of subjects. Whatever its language, it says nothing about one ticket.
type Repeated struct {
	parts map[string]bool // lines and sentences, folded
	tags  map[string]bool // folded
}

// Shares of the tickets from which a text counts as repeated. One fault that so
// many people tell in the same words would be a program's.
const (
	repeatedShare = 0.2
	tagShare      = 0.05
	fewestRepeats = 10
	sampled       = 5000 // tickets looked at, evenly spaced: enough to estimate a share
)

// LearnRepeated finds the lines and sentences that a fifth of n tickets carry, and
// the tags that stand in front of one subject in twenty.
func LearnRepeated(n int, text func(i int) (subject, description string)) Repeated {
	parts, tags, looked := map[string]int{}, map[string]int{}, 0
	for i := 0; i < n; i += max(1, n/sampled) {
		looked++
		subject, description := text(i)
		inThis := map[string]bool{}
		eachPart(StripMarkup(description), func(part string) bool {
			countOnce(parts, inThis, fold.Wording(part))
			return true
		})
		tagged := map[string]bool{}
		stripTags(subject, func(tag string) bool {
			countOnce(tags, tagged, tag)
			return true
		})
	}
	return Repeated{atLeast(parts, repeatedShare*float64(looked)), atLeast(tags, tagShare*float64(looked))}
}

// atLeast returns the keys that were counted so often.
func atLeast(counts map[string]int, limit float64) map[string]bool {
	often := map[string]bool{}
	for key, n := range counts {
		if n >= fewestRepeats && float64(n) >= limit {
			often[key] = true
		}
	}
	return often
}

// sentenceEnd is where one sentence of a line ends and another begins.
var sentenceEnd = regexp.MustCompile(`[.!?。！？](?:\s+|$)|[。！？]`)

// eachPart calls keep with each line and, where it does not keep all of it, with
// each of its sentences, and returns what it keeps.
func eachPart(description string, keep func(part string) bool) string {
	var kept strings.Builder
	for line := range strings.Lines(description) {
		if !keep(line) {
			continue
		}
		from := 0
		for _, end := range sentenceEnd.FindAllStringIndex(line, -1) {
			if from > 0 || end[1] < len(line) {
				if keep(line[from:end[1]]) {
					kept.WriteString(line[from:end[1]])
				}
				from = end[1]
			}
		}
		if from == 0 || from < len(line) && keep(line[from:]) {
			kept.WriteString(line[from:])
		}
	}
	return kept.String()
}

// subjectTag is a mark that gateways and help desks put in front of subjects:
// [EXTERNAL], {Spam?}, ***SPAM***, [Ticket#12].
var subjectTag = regexp.MustCompile(`^\s*(?:\[[^\]\n]{1,40}\]|\{[^}\n]{1,40}\}|\*{2,}[^*\n]{1,40}\*{2,})\s*`)

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

// Subject returns a subject without reply marks and repeated tags.
func (r Repeated) Subject(subject string) string {
	return stripTags(subject, func(tag string) bool { return r.tags[tag] })
}

// Description returns a description without what is repeated.
func (r Repeated) Description(description string) string {
	if len(r.parts) == 0 || description == "" {
		return description
	}
	return eachPart(StripMarkup(description), func(part string) bool { return !r.parts[fold.Wording(part)] })
}

// Said returns a description as evidence of what its ticket is about: without what
// is repeated, and without the mail that it answers.
func (r Repeated) Said(subject, description string) string {
	description = r.Description(description)
	if !strings.Contains(description, "\n") {
		return description
	}
	return strings.Join(withoutQuoted(strings.Split(description, "\n"), isReply(subject)), "\n")
}
