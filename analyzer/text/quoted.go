package text

import (
	"regexp"
	"slices"
	"strings"
)

// Mail that another mail quotes, in the languages of the exporting systems.

// quoteStart matches the line that a mail program writes above what it quotes.
var quoteStart = regexp.MustCompile(`(?i)^(?:` +
	`-{2,} ?(?:original message|original appointment|forwarded message|forwarded by|ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht|` +
	`message d['’]origine|message original|message transféré|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|` +
	`wiadomość oryginalna|oryginalna wiadomość|wiadomość przekazana|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht)|` +
	`begin forwarded message:|anfang der weitergeleiteten (?:nachricht|e-mail):|début du message (?:réexpédié|transféré) ?:|inicio del mensaje reenviado:|` +
	`início da mensagem reencaminhada:|inizio messaggio inoltrato:|begin doorgestuurd bericht:|początek przekazywanej wiadomości:|` +
	`on .{0,40}\d.{3,120} wrote:|am .{0,40}\d.{3,120} schrieb.{0,80}:|le .{0,40}\d.{3,120} a écrit ?:|el .{0,40}\d.{3,120} escribió:|em .{0,40}\d.{3,120} escreveu:|` +
	`il .{0,40}\d.{3,120} ha scritto:|op .{0,40}\d.{3,120} schreef.{0,80}:|` +
	`(?:w dniu |dnia )?.{0,40}\d.{3,120} (?:pisze|napisał|napisała|napisał\(a\)):|_{8,}|-- |--$)`)

// headerNames begin the lines of a mail's header.
var headerNames = setOf(
	"from", "to", "cc", "bcc", "sent", "date", "subject", "importance", "attachments", "reply-to",
	"von", "an", "gesendet", "datum", "betreff", "wichtigkeit", "kopie", "anlagen",
	"de", "à", "envoyé", "objet", "pièces jointes", "para", "enviado", "enviada em", "enviado el", "enviado em", "asunto", "assunto", "fecha",
	"wysłano", "temat", "inviato", "oggetto", "verzonden", "onderwerp", "aan",
)

// shortHeaderNames are words that begin other lines too: they count only among
// lines of a header.
var shortHeaderNames = setOf("a", "da", "do", "od", "van", "data", "dw", "per", "cópia", "kopia")

// headerBlock is the number of header lines in a row that begin a quoted mail.
const headerBlock = 3

// isHeaderName reports whether a line begins as one of a mail's header does.
func isHeaderName(line string, among bool) bool {
	name, _, ok := strings.Cut(strings.TrimSpace(line), ":")
	name = strings.ToLower(strings.Trim(name, " *\u00a0"))
	return ok && (headerNames[name] || among && shortHeaderNames[name])
}

// quoteVerbs stand in the lines that mail programs write above a quoted mail.
var quoteVerbs = []string{
	"wrote:", "schrieb", "a écrit", "escribió:", "escreveu:", "ha scritto:", "schreef", "pisze:", "napisał", "egin forwarded", "weitergeleitet", "ransféré", "réexpédié",
	"reenviado:", "reencaminhada:", "inoltrato:", "doorgestuurd", "przekazywanej",
}

// startsQuoted returns how many of the first lines stand above a quoted mail: a
// mail program may break its line in two.
func startsQuoted(lines []string) int {
	line := strings.TrimSpace(lines[0])
	if line == "" {
		return 0
	}
	if line[0] == '-' || line[0] == '_' {
		if quoteStart.MatchString(line) {
			return 1
		}
		return 0
	}
	for n := 1; n <= min(2, len(lines)); n++ {
		if n == 2 {
			if !strings.ContainsAny(line, "0123456789") {
				break
			}
			line += " " + strings.TrimSpace(lines[1])
		}
		if slices.ContainsFunc(quoteVerbs, func(v string) bool { return strings.Contains(line, v) }) {
			if quoteStart.MatchString(line) {
				return n
			}
			return 0
		}
	}
	return 0
}

// isQuoted reports whether a line is marked as somebody else's.
func isQuoted(line string) bool {
	rest, ok := strings.CutPrefix(strings.TrimSpace(line), ">")
	return ok && (rest == "" || rest[0] == ' ' || rest[0] == '>')
}

// withoutQuoted returns the lines without quoted mail and without the headers of
// mails. Where nothing is said above the first quoted mail, it was forwarded and
// is what the ticket says.
func withoutQuoted(lines []string) []string {
	kept := lines[:0:0]
	said := false
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		if n := startsQuoted(lines[i:]); n > 0 {
			if said {
				break
			}
			i += n - 1
			continue
		}
		if isQuoted(line) {
			continue
		}
		if isHeaderName(line, false) {
			end := i + 1
			for end < len(lines) && (isHeaderName(lines[end], true) || strings.TrimSpace(lines[end]) == "") {
				end++
			}
			if said && headerLines(lines[i:end]) >= headerBlock {
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

// headerLines counts the lines that are not empty.
func headerLines(lines []string) int {
	n := 0
	for _, line := range lines {
		if strings.TrimSpace(line) != "" {
			n++
		}
	}
	return n
}
