package text

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Mail that another mail quotes, in the languages of the exporting systems.

// quoteStart matches the line that a mail program writes above a quotation.
var quoteStart = regexp.MustCompile(`(?i)^(?:` +
	`-{2,} ?(?:original message|original appointment|forwarded message|forwarded by|ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht|` +
	`message d['’]origine|message original|message transféré|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|` +
	`wiadomość oryginalna|oryginalna wiadomość|wiadomość przekazana|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht)|` +
	`begin forwarded message:|anfang der weitergeleiteten (?:nachricht|e-mail):|début du message (?:réexpédié|transféré) ?:|inicio del mensaje reenviado:|` +
	`início da mensagem reencaminhada:|inizio messaggio inoltrato:|begin doorgestuurd bericht:|początek przekazywanej wiadomości:|` +
	`on .{0,40}\d.{3,120} wrote:|am .{0,40}\d.{3,120} schrieb.{0,80}:|le .{0,40}\d.{3,120} a écrit ?:|el .{0,40}\d.{3,120} escribió:|em .{0,40}\d.{3,120} escreveu:|` +
	`il .{0,40}\d.{3,120} ha scritto:|op .{0,40}\d.{3,120} schreef.{0,80}:|` +
	`(?:w dniu |dnia )?.{0,40}\d.{3,120} (?:pisze|napisał|napisała|napisał\(a\)):|_{8,}|-- |--$)`)

// headerNames begin the lines of a mail header.
var headerNames = setOf(
	"from", "to", "cc", "bcc", "sent", "date", "subject", "importance", "attachments", "reply-to",
	"von", "an", "gesendet", "datum", "betreff", "wichtigkeit", "kopie", "anlagen",
	"de", "à", "envoyé", "objet", "pièces jointes", "para", "enviado", "enviada em", "enviado el", "enviado em", "asunto", "assunto", "fecha",
	"wysłano", "temat", "inviato", "oggetto", "verzonden", "onderwerp", "aan",
)

// shortHeaderNames are words that begin other lines too: they count only among
// header lines.
var shortHeaderNames = setOf("a", "da", "do", "od", "van", "data", "dw", "per", "cópia", "kopia")

// headerBlock is the number of consecutive header lines that begin a quoted mail.
const headerBlock = 3

// isHeaderName reports whether a line begins like a mail header line.
func isHeaderName(line string, among bool) bool {
	name, _, ok := strings.Cut(strings.TrimSpace(line), ":")
	name = strings.ToLower(strings.Trim(name, " *\u00a0"))
	return ok && (headerNames[name] || among && shortHeaderNames[name])
}

// quoteVerbs occur in the lines that mail programs write above a quoted mail.
var quoteVerbs = []string{
	"wrote:", "schrieb", "a écrit", "escribió:", "escreveu:", "ha scritto:", "schreef", "pisze:", "napisał", "egin forwarded", "weitergeleitet", "ransféré", "réexpédié",
	"reenviado:", "reencaminhada:", "inoltrato:", "doorgestuurd", "przekazywanej",
}

// startsQuoted returns the number of first lines that introduce a quoted mail (a
// mail program may wrap its line), and whether it may be a forwarded one.
func startsQuoted(lines []string) (n int, forwarded bool) {
	line := strings.TrimSpace(lines[0])
	if line == "" {
		return 0, false
	}
	if line[0] == '-' || line[0] == '_' {
		if line == "--" || quoteStart.MatchString(line) {
			return 1, strings.ContainsFunc(line, unicode.IsLetter) && line[1] == '-'
		}
		return 0, false
	}
	for n := 1; n <= min(2, len(lines)); n++ {
		if n == 2 {
			if !strings.ContainsAny(line, "0123456789") {
				return 0, false
			}
			line += " " + strings.TrimSpace(lines[1])
		}
		if slices.ContainsFunc(quoteVerbs, func(v string) bool { return strings.Contains(line, v) }) {
			if quoteStart.MatchString(line) {
				return n, !slices.ContainsFunc(replyVerbs, func(v string) bool { return strings.Contains(line, v) })
			}
			return 0, false
		}
	}
	return 0, false
}

// replyVerbs are those of quoteVerbs that introduce the mail replied to.
var replyVerbs = []string{"wrote:", "schrieb", "a écrit", "escribió:", "escreveu:", "ha scritto:", "schreef", "pisze:", "napisał"}

// isQuoted reports whether a line is marked as a quotation.
func isQuoted(line string) bool {
	rest, ok := strings.CutPrefix(strings.TrimSpace(line), ">")
	return ok && (rest == "" || rest[0] == ' ' || rest[0] == '>')
}

// withoutQuoted removes quoted mail and mail headers. The mail replied to ends the
// text, unless nothing precedes it. The first mail of a thread, whose own subject is
// not that of a reply, is what the ticket is about and stays; reply tells that the
// ticket's subject is that of a reply, for mails that show none.
func withoutQuoted(lines []string, reply bool) []string {
	kept := lines[:0:0]
	said := false
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		if n, forwarded := startsQuoted(lines[i:]); n > 0 {
			if block := headerAt(lines[i+n:]); said && (!forwarded || block == 0 && reply) {
				break
			}
			i += n - 1
			continue
		}
		if isQuoted(line) {
			continue
		}
		if isHeaderName(line, false) {
			end := i + headerAt(lines[i:])
			if said && headerLines(lines[i:end]) >= headerBlock && answered(lines[i:end], reply) {
				break
			}
			i = end - 1
			continue
		}
		said = said || strings.TrimSpace(line) != ""
		kept = append(kept, line)
	}
	return kept
}

// headerAt returns the number of first lines that are a mail header, with the empty
// lines in and after it; 0 if there is none.
func headerAt(lines []string) int {
	from := 0
	for from < len(lines) && strings.TrimSpace(lines[from]) == "" {
		from++
	}
	if from == len(lines) || !isHeaderName(lines[from], false) {
		return 0
	}
	end := from + 1
	for end < len(lines) && (isHeaderName(lines[end], true) || strings.TrimSpace(lines[end]) == "") {
		end++
	}
	return end
}

// answered reports whether a header is that of a mail within a thread: by its own
// subject or, if it has none, by that of the ticket.
func answered(header []string, reply bool) bool {
	for _, line := range header {
		name, subject, _ := strings.Cut(strings.TrimSpace(line), ":")
		if subjectNames[strings.ToLower(strings.Trim(name, " *\u00a0"))] {
			return isReply(subject)
		}
	}
	return reply
}

// subjectNames are those of headerNames that precede the subject.
var subjectNames = setOf("subject", "betreff", "objet", "asunto", "assunto", "temat", "oggetto", "onderwerp")

// isReply reports whether a subject begins with a reply mark.
func isReply(subject string) bool {
	mark, _, ok := strings.Cut(subject, ":")
	mark = strings.ToLower(strings.TrimSpace(mark))
	return ok && replyMarks[mark] && !forwardMarks[mark]
}

// forwardMarks are the marks of forwarded mail.
var forwardMarks = setOf("fw", "fwd", "wg", "tr", "rv", "enc", "i", "doorst", "pd")

// headerLines counts the non-empty lines.
func headerLines(lines []string) int {
	n := 0
	for _, line := range lines {
		if strings.TrimSpace(line) != "" {
			n++
		}
	}
	return n
}
