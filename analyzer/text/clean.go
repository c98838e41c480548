package text

import (
	"strings"
	"unicode"
)

// Boilerplate knows the lines of an export that stand in many descriptions:
// form templates, disclaimers, signatures of whole departments.
type Boilerplate struct{ lines map[string]bool }

// LearnBoilerplate finds lines that stand in more than max(10, 0.2 %) of the
// descriptions, digits folded. Ten is where a line can no longer be one fault
// told by a few people in the same words.
func LearnBoilerplate(descriptions []string) Boilerplate {
	seen := map[string]int{}
	for _, d := range descriptions {
		inThis := map[string]bool{}
		for line := range strings.Lines(StripMarkup(d)) {
			key := Fold(line)
			if key != "" && !inThis[key] {
				inThis[key] = true
				seen[key]++
			}
		}
	}
	limit := max(10, len(descriptions)/500)
	b := Boilerplate{lines: map[string]bool{}}
	for key, n := range seen {
		if n > limit {
			b.lines[key] = true
		}
	}
	return b
}

// Clean returns what a ticket says: its subject without reply marks, and its
// description without mail headers, quoted mail, signatures and boilerplate. A
// boilerplate line that repeats the subject stays, and a description equal to
// the subject counts once.
func (b Boilerplate) Clean(subject, description string) string {
	subject, description = StripMarkup(subject), StripMarkup(description)
	subject = StripReplyMarks(subject)
	subjectKey := Fold(subject)
	var kept strings.Builder
	kept.WriteString(subject)
	for line := range strings.Lines(description) {
		key := Fold(line)
		if startsSignature(key) || startsQuotedMail(line) {
			break
		}
		if key == "" || key == subjectKey || isMailHeader(line) || b.lines[key] {
			continue
		}
		kept.WriteByte('\n')
		kept.WriteString(strings.TrimSpace(line))
	}
	return kept.String()
}

// StripReplyMarks removes RE:, FW: and the like from the front of a subject.
func StripReplyMarks(subject string) string {
	s := strings.TrimSpace(subject)
	for {
		mark, rest, ok := strings.Cut(s, ":")
		if !ok || !replyMarks[strings.ToLower(strings.TrimSpace(mark))] {
			break
		}
		s = strings.TrimSpace(rest)
	}
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, "[EXTERNAL]"), "[External]"))
}

var replyMarks = map[string]bool{
	"re": true, "fw": true, "fwd": true, "aw": true, "wg": true, "tr": true, "rv": true, "sv": true, "enc": true, "res": true,
}

// Fold makes texts equal that differ only in digits, case, spacing and
// punctuation: lower-case words with one space between, every number a 0.
func Fold(line string) string {
	var f strings.Builder
	space, number := false, false
	for _, r := range line {
		inNumber := number
		number = unicode.IsDigit(r)
		switch {
		case number && inNumber:
			continue
		case number:
			r = '0'
		case unicode.IsLetter(r):
			r = unicode.ToLower(r)
		default:
			space = f.Len() > 0
			continue
		}
		if space {
			f.WriteByte(' ')
			space = false
		}
		f.WriteRune(r)
	}
	return f.String()
}

var signatureStarts = []string{
	"best regards", "kind regards", "regards", "many thanks", "thanks and regards", "thank you and", "sincerely", "cheers",
	"mit freundlichen", "freundliche gr", "viele gr", "beste gr", "mfg", "lg", "cordialement", "bien à vous",
	"saludos", "un saludo", "atentamente", "cordiali saluti", "distinti saluti", "met vriendelijke", "vriendelijke groet",
	"atenciosamente", "cumprimentos", "sent from my", "von meinem", "gesendet von", "envoyé de mon", "enviado desde",
}

func startsSignature(key string) bool {
	for _, s := range signatureStarts {
		if strings.HasPrefix(key, s) && len(key) < len(s)+40 {
			return true
		}
	}
	return false
}

func startsQuotedMail(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasPrefix(line, "-----Original") || strings.HasPrefix(line, "-----Ursprüngliche") ||
		strings.HasPrefix(line, "________") || strings.HasPrefix(line, "-- ") || line == "--"
}

func isMailHeader(line string) bool {
	name, _, ok := strings.Cut(strings.TrimSpace(line), ":")
	if !ok {
		return false
	}
	switch strings.ToLower(name) {
	case "from", "to", "cc", "bcc", "sent", "date", "subject", "von", "an", "gesendet", "betreff", "de", "para", "asunto", "objet", "envoyé", "enviado", "datum", "importance":
		return true
	}
	return strings.HasPrefix(strings.TrimSpace(line), ">")
}
