package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// scribe writes texts as people do.
type scribe struct {
	m      *material
	d      dice
	people []person
}

// letter is who writes and when.
type letter struct {
	from   person
	opened time.Time
	lang   string
}

// say returns a sentence of a kind in the letter's language, "" if there is none.
func (s scribe) say(kind string, l letter) string {
	if l.lang != "en" {
		return pick(s.d, s.m.talk[kind+":"+l.lang])
	}
	return pick(s.d, s.m.talk[kind])
}

var (
	slot = regexp.MustCompile(`\{[a-z]+\}`)
	word = regexp.MustCompile(`\b[a-z]+\b`)
)

// fill puts something into the slots of a text, the same for the same slot, and
// real line breaks.
func (s scribe) fill(text string, l letter) string {
	filled := map[string]string{}
	text = slot.ReplaceAllStringFunc(text, func(name string) string {
		if _, ok := filled[name]; !ok {
			filled[name] = s.slot(strings.Trim(name, "{}"), l)
		}
		return filled[name]
	})
	return strings.ReplaceAll(text, `\n`, "\n")
}

// fillBoth fills a subject and a description as one text.
func (s scribe) fillBoth(subject, description string, l letter) (string, string) {
	subject, description, _ = strings.Cut(s.fill(subject+"\x00"+description, l), "\x00")
	return subject, description
}

// slot returns a value for a slot. An unknown slot stays visible, and a test
// looks for it.
func (s scribe) slot(name string, l letter) string {
	place := l.from.site
	switch name {
	case "name":
		return pick(s.d, s.people).name
	case "caller":
		return l.from.name
	case "department":
		return l.from.department
	case "site":
		return place.name
	case "room":
		return pick(s.d, place.rooms)
	case "phone":
		return s.digits(place.phone)
	case "pc":
		return place.code + "-NB-" + s.digits("####")
	case "printer":
		return fmt.Sprintf("%s-PRN-%02d", place.code, 1+s.d.IntN(14))
	case "num":
		return strconv.Itoa(1000 + s.d.IntN(9000))
	case "order":
		return "SO-" + strconv.Itoa(100000+s.d.IntN(90000))
	case "time":
		return fmt.Sprintf("%d:%02d", 7+s.d.IntN(11), 15*s.d.IntN(4))
	case "digit":
		return strconv.Itoa(1 + s.d.IntN(9))
	case "percent":
		return strconv.Itoa(80 + s.d.IntN(20))
	case "stamp":
		return l.opened.Add(-time.Duration(1+s.d.IntN(400)) * time.Minute).Format("02.01.2006 15:04")
	case "day", "month":
		if list := s.m.lists[name+":"+l.lang]; len(list) > 0 {
			return pick(s.d, list)
		}
	}
	if list := s.m.lists[name]; len(list) > 0 {
		return pick(s.d, list)
	}
	return "{" + name + "}"
}

// digits puts a digit in place of each #.
func (s scribe) digits(pattern string) string {
	return strings.Map(func(r rune) rune {
		if r == '#' {
			return rune('0' + s.d.IntN(10))
		}
		return r
	}, pattern)
}

// compose returns the subject and the description of one ticket of a topic: a
// handwritten pair, a subject and a description of two different people, or one
// of them alone.
func (s scribe) compose(phrases []phrase, l letter) (subject, description string) {
	a, b := pick(s.d, phrases), pick(s.d, phrases)
	subject, description = a.subject, a.description
	switch n := s.d.IntN(100); {
	case n < 56: // as written
	case n < 74:
		if b.description != "" {
			description = b.description
		}
	case n < 84:
		description = ""
	case n < 89:
		description = subject
	case n < 94 && description != "":
		subject = s.say("subject", l)
	}
	return s.fillBoth(subject, description, l)
}

// dress puts around a text what people put around it.
func (s scribe) dress(text string, l letter) string {
	if text == "" {
		return ""
	}
	if s.d.chance(28) {
		text += " " + s.fill(s.say("extra", l), l)
	}
	if s.d.chance(5) {
		text += " " + s.fill(s.say("extra", l), l)
	}
	return s.greet(text, l)
}

// greet adds a greeting, a close and a signature to some texts.
func (s scribe) greet(text string, l letter) string {
	if s.d.chance(26) {
		text = s.say("open", l) + pick(s.d, []string{" ", "\n", "\n\n"}) + text
	}
	switch n := s.d.IntN(100); {
	case n < 9:
		text += "\n\n" + s.say("close", l) + "\n" + l.from.name + "\n" + l.from.department + ", " + l.from.site.name +
			"\nPhone: " + s.digits(l.from.site.phone)
	case n < 32:
		text += pick(s.d, []string{" ", "\n"}) + s.say("close", l)
	case n < 35:
		text += "\n\n" + s.say("footer", letter{lang: "en"})
	}
	return text
}

// wrap puts some texts into a form or below the head of a forwarded mail.
func (s scribe) wrap(subject, text string, l letter) (string, string) {
	n := s.d.IntN(100)
	if text == "" || n >= 10 {
		return subject, text
	}
	kind := "form"
	if n >= 6 {
		kind = "forward"
	}
	frame := s.fill(strings.NewReplacer("{text}", "\x00", "{subject}", "\x01").Replace(pick(s.d, s.m.talk[kind])), l)
	text = strings.NewReplacer("\x00", text, "\x01", subject).Replace(frame)
	if kind == "forward" {
		subject = pick(s.d, []string{"FW: ", "Fwd: ", "RE: ", "WG: "}) + subject
	}
	return subject, text
}

// scrawl misspells some words, shouts or drops capitals.
func (s scribe) scrawl(subject, text string, l letter) (string, string) {
	switch n := s.d.IntN(100); {
	case n < 2:
		return strings.ToUpper(subject), text
	case n < 10:
		return strings.ToLower(subject), strings.ToLower(text)
	case n < 22 && l.lang == "en":
		return s.misspell(subject), s.misspell(text)
	}
	return subject, text
}

// misspell writes half of the words that people get wrong as they get them wrong.
func (s scribe) misspell(text string) string {
	return word.ReplaceAllStringFunc(text, func(w string) string {
		if wrong, ok := s.m.misspellings[w]; ok && s.d.chance(50) {
			return wrong
		}
		return w
	})
}
