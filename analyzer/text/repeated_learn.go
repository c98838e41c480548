package text

import "strings"

// A text that many tickets carry word for word is a form, not a fault, if those who
// carry it have nothing in common but the desk. What a fault makes many people (or
// one program) write the same is of few senders, of few weeks, or of one topic.
const (
	// repeatedShare is the share of the tickets from which a text says too little
	// about each of them. A fault that a fifth of all tickets tell in the same words
	// would be a program's.
	repeatedShare = 0.2
	// spreadShare is enough where the categories show that the text belongs to no
	// topic: more than a fault has of a desk's tickets, let alone in the same words,
	// and so much that an issue of fifty tickets has a few of them by chance.
	spreadShare = 0.05
	// fewestRepeats is the number of tickets that carry it.
	fewestRepeats = 10
	// repeatedWeeks is the number of different weeks that carry it, less in a shorter
	// export: outbreaks last days.
	repeatedWeeks = 4
	// repeatedPeople is the number of different people who carry it.
	repeatedPeople = 10
	// sampled is the number of tickets looked at, evenly spaced: enough to estimate
	// a share.
	sampled = 5000
)

// Carrier is a ticket as far as it tells whether its text is a form's.
type Carrier struct {
	Subject, Description string
	Person               int32   // number of its requester; negative if unknown
	Week                 int     // any count of weeks
	Topics               []int32 // by field that says what a ticket is about: number of its value, 0 if unknown
}

// LearnRepeated finds the lines, sentences and labels of a form, and the tags in
// front of subjects, that a large share of n tickets carry, whoever writes, over
// weeks and topics.
func LearnRepeated(n int, ticket func(i int) Carrier) Repeated {
	l := repeatedLearner{parts: map[string][]int32{}, labels: map[string][]int32{}, tags: map[string][]int32{}, named: map[string]int{}}
	for i := 0; i < n; i += max(1, n/sampled) {
		l.look(ticket(i))
	}
	whole := l.spreadOf(nil)
	r := Repeated{parts: l.repeated(l.parts, whole), labels: l.repeated(l.labels, whole), tags: l.repeated(l.tags, whole), people: map[string]bool{}}
	for tag := range r.tags {
		if float64(l.named[tag]) >= mostlyNames*float64(len(l.tags[tag])) {
			r.people[tag] = true
		}
	}
	return r
}

// mostlyNames is the share of the subjects with a tag that are names of people and nothing
// else, from which the tag is that of a form that writes them.
const mostlyNames = 0.8

// repeatedLearner remembers which tickets carry what.
type repeatedLearner struct {
	looked              []Carrier // without texts
	parts, labels, tags map[string][]int32
	named               map[string]int // by tag: subjects that are the name of a person but for it
}

func (l *repeatedLearner) look(c Carrier) {
	number := int32(len(l.looked))
	carry := func(all map[string][]int32, key string) {
		if by := all[key]; key != "" && (len(by) == 0 || by[len(by)-1] != number) {
			all[key] = append(by, number)
		}
	}
	description := StripMarkup(c.Description)
	eachPart(description, func(part string) bool {
		if key := partKey(part); !partsMail(part, key) {
			carry(l.parts, key)
		}
		return true
	})
	for line := range strings.Lines(description) {
		if label, _, ok := formLabel(line); ok {
			carry(l.labels, label)
		}
	}
	var tags []string
	said := stripTags(c.Subject, func(tag string) bool {
		carry(l.tags, tag)
		tags = append(tags, tag)
		return true
	})
	for _, tag := range tags {
		if mayBeName(said) {
			l.named[tag]++
		}
	}
	c.Subject, c.Description = "", ""
	l.looked = append(l.looked, c)
}

// partsMail reports whether a line tells where a quoted mail or a signature begins.
// Without it, what stands below would count as said.
func partsMail(line, key string) bool {
	quotes, _ := startsQuoted([]string{line})
	return quotes > 0 || isQuoted(line) || isHeaderName(line, true) || startsSignature(line, key)
}

// repeated returns the keys whose carriers have nothing in common but the desk.
func (l *repeatedLearner) repeated(carriers map[string][]int32, whole spread) map[string]bool {
	found := map[string]bool{}
	for key, by := range carriers {
		if share := float64(len(by)) / float64(len(l.looked)); len(by) >= fewestRepeats && share >= spreadShare {
			s := l.spreadOf(by)
			if s.asWideAs(whole) && (share >= repeatedShare || s.ofNoTopic(whole)) {
				found[key] = true
			}
		}
	}
	return found
}

// spread is how wide some tickets are spread.
type spread struct {
	tickets       int
	people, weeks map[int32]bool
	topics        []map[int32]int // by field: tickets by value
	known         []int           // by field: tickets with a value
}

// spreadOf returns the spread of some of the tickets looked at; nil means all.
func (l *repeatedLearner) spreadOf(some []int32) spread {
	s := spread{people: map[int32]bool{}, weeks: map[int32]bool{}}
	if some == nil {
		for i := range l.looked {
			s.add(&l.looked[i])
		}
	}
	for _, i := range some {
		s.add(&l.looked[i])
	}
	return s
}

func (s *spread) add(c *Carrier) {
	s.tickets++
	if c.Person >= 0 {
		s.people[c.Person] = true
	}
	s.weeks[int32(c.Week)] = true
	for len(s.topics) < len(c.Topics) {
		s.topics, s.known = append(s.topics, map[int32]int{}), append(s.known, 0)
	}
	for f, v := range c.Topics {
		if v != 0 {
			s.topics[f][v]++
			s.known[f]++
		}
	}
}

// asWideAs reports whether enough people carry it, in enough weeks. Where the whole
// export has fewer, half of its people and all of its weeks are enough.
func (s spread) asWideAs(whole spread) bool {
	return len(s.people) >= min(repeatedPeople, (len(whole.people)+1)/2) && len(s.weeks) >= min(repeatedWeeks, len(whole.weeks))
}

// ofNoTopic reports whether some field tells topics apart, and none has one topic
// that the carriers share: its share among them is nearer to its share of the whole
// export than to all.
func (s spread) ofNoTopic(whole spread) bool {
	told := false
	for f, counts := range s.topics {
		if len(whole.topics[f]) < 2 || 2*s.known[f] < s.tickets {
			continue
		}
		told = true
		for v, n := range counts {
			usual := float64(whole.topics[f][v]) / float64(whole.known[f])
			if float64(n)/float64(s.known[f]) > (1+usual)/2 {
				return false
			}
		}
	}
	return told
}
