package text

import (
	"slices"
	"strings"

	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/parallel"
)

// Boilerplate knows the lines of an export that stand in many descriptions:
// form templates, disclaimers, signatures of whole departments.
type Boilerplate struct {
	lines  map[string]bool
	labels map[string]bool // in front of a colon, with answers that differ
}

// LearnBoilerplate finds lines, and labels in front of a colon, that stand in
// more than max(10, 0.2 %) of the descriptions, digits folded. Ten is where a
// line can no longer be one fault told by a few people in the same words.
func LearnBoilerplate(n int, description func(i int) string) Boilerplate {
	lines, labels := map[string]int{}, map[string]int{}
	parallel.InOrder(n, func(i int) form { return formOf(description(i)) }, func(_ int, f form) {
		for _, line := range f.lines {
			lines[line]++
		}
		for _, label := range f.labels {
			labels[label]++
		}
	})
	limit := max(10, n/500)
	b := Boilerplate{lines: map[string]bool{}, labels: map[string]bool{}}
	for key, n := range lines {
		if n > limit {
			b.lines[key] = true
		}
	}
	for key, n := range labels {
		if n > limit {
			b.labels[key] = true
		}
	}
	return b
}

// form are the lines of a description, folded, and the labels of a form in it, each once.
type form struct{ lines, labels []string }

func formOf(description string) form {
	var f form
	for line := range strings.Lines(StripMarkup(description)) {
		if folded := fold.Wording(line); folded != "" {
			f.lines = append(f.lines, folded)
		}
		if label, _, ok := formLabel(line); ok && label != "" {
			f.labels = append(f.labels, label)
		}
	}
	slices.Sort(f.lines)
	slices.Sort(f.labels)
	f.lines, f.labels = slices.Compact(f.lines), slices.Compact(f.labels)
	return f
}

// longestLabel is more letters than the label of a form has.
const longestLabel = 40

// formLabel returns the folded label of a line such as "Device name: NB-17", and
// its answer.
func formLabel(line string) (label, answer string, ok bool) {
	at := strings.IndexAny(line, ":?")
	if at < 1 || at > longestLabel || strings.HasPrefix(line[at:], "://") {
		return "", "", false
	}
	label = fold.Wording(line[:at])
	return label, strings.TrimSpace(line[at+1:]), label != ""
}

// Clean returns what a ticket says: its subject without reply marks, and its
// description without mail headers, quoted mail, signatures, boilerplate, stack
// traces and logs. Of a form only the answers stay, and not those that tell who
// asks. A boilerplate line that repeats the subject stays, and a description
// equal to the subject counts once.
func (b Boilerplate) Clean(subject, description string) string {
	subject, description = StripMarkup(subject), StripMarkup(description)
	reply := isReply(subject)
	subject = StripReplyMarks(subject)
	subjectKey := fold.Wording(subject)
	var kept strings.Builder
	kept.WriteString(subject)
	for _, line := range dropDumps(withoutQuoted(strings.Split(description, "\n"), reply)) {
		line = strings.TrimSpace(line)
		key := fold.Wording(line)
		if shortSignatures[key] && kept.Len() == len(subject) {
			continue // a person who begins with thanks has more to say
		}
		if startsSignature(line, key) {
			break
		}
		if key == "" || key == subjectKey || b.lines[key] {
			continue
		}
		if label, answer, ok := formLabel(line); ok && b.labels[label] {
			if contactLabels[label] || fold.Wording(answer) == "" || fold.Wording(answer) == subjectKey {
				continue
			}
			line = answer
		}
		kept.WriteByte('\n')
		kept.WriteString(line)
	}
	return kept.String()
}

// contactLabels name the answers of a form that tell who asks, and from where.
var contactLabels = setOf(
	"name", "full name", "first name", "last name", "your name", "user", "user name", "username", "requester", "requested by", "requested for", "affected user", "on behalf of", "reported by", "contact", "contact name", "caller",
	"phone", "phone number", "telephone", "tel", "mobile", "call back number", "callback number", "contact number", "extension", "email", "e mail", "email address", "mail",
	"employee id", "employee number", "staff number", "address", "office", "room", "room number", "floor", "building", "desk", "best time to call", "best time to contact", "manager", "date", "time", "available", "availability", "department", "dept", "location", "site", "asset tag", "cost centre", "cost center",
	"vorname", "nachname", "benutzer", "benutzername", "anforderer", "telefon", "telefonnummer", "durchwahl", "mobil", "e mail adresse", "personalnummer", "raum", "gebäude", "etage", "datum", "uhrzeit", "erreichbar", "abteilung", "standort", "kostenstelle",
	"nom", "prénom", "utilisateur", "demandeur", "téléphone", "courriel", "bureau", "bâtiment", "étage", "heure", "département", "site concerné", "nombre", "apellidos", "usuario", "teléfono", "correo", "correo electrónico", "oficina", "edificio", "fecha", "hora", "departamento",
	"nome", "sobrenome", "usuário", "solicitante", "telefone", "ramal", "celular", "sala", "prédio", "andar", "cognome", "utente", "telefono", "ufficio", "stanza", "piano", "ora",
	"imię", "nazwisko", "imię i nazwisko", "użytkownik", "pokój", "budynek", "piętro", "godzina", "dział", "naam", "voornaam", "achternaam", "gebruiker", "telefoonnummer", "kamer", "gebouw", "verdieping", "tijd", "afdeling", "vestiging",
)

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
	"antw": true, "odp": true, "rif": true, "pd": true, "doorst": true,
}

// signatureStarts are folded.
var signatureStarts = []string{
	"best regards", "kind regards", "warm regards", "with regards", "regards", "many thanks", "thanks and regards", "thanks regards", "thank you and", "sincerely", "yours sincerely", "yours faithfully", "cheers",
	"mit freundlichen", "mit freundlichem", "freundliche gr", "viele gr", "beste gr", "schöne gr", "liebe gr", "herzliche gr",
	"cordialement", "bien cordialement", "bien à vous", "sincères salutations", "meilleures salutations", "bonne journée",
	"saludos", "un saludo", "un cordial saludo", "atentamente", "muchas gracias y", "quedo atent",
	"atenciosamente", "cumprimentos", "com os melhores cumprimentos", "melhores cumprimentos", "abraços", "obrigado e", "grato",
	"cordiali saluti", "distinti saluti", "cordialmente", "un saluto", "saluti",
	"met vriendelijke", "vriendelijke groet", "hartelijke groet", "groeten", "groetjes",
	"pozdrawiam", "z poważaniem", "z wyrazami szacunku", "serdecznie pozdrawiam",
	"sent from my", "sent from outlook", "get outlook for", "von meinem", "gesendet von", "von outlook", "envoyé de mon", "envoyé depuis", "enviado desde", "enviado do meu", "inviato da", "verzonden vanaf", "verstuurd vanaf", "wysłane z", "wysłano z",
}

// shortSignatures end a text only if they stand alone: LG also makes screens.
var shortSignatures = setOf("mfg", "lg", "vg", "br", "kr", "rgds", "cdlt", "bàv", "att", "atte", "mvg", "gr", "gruß", "gruss", "grüße", "grüsse", "pozdr", "thx", "bests", "best", "thanks", "danke", "merci", "gracias", "obrigado", "obrigada", "grazie", "dziękuję", "bedankt")

// signatureWords is the number of words behind a salutation: a name, or the
// rest of the salutation.
const signatureWords = 4

// startsSignature reports whether a line begins the end of a mail. Whoever has
// more to say goes on in a sentence.
func startsSignature(line, key string) bool {
	if shortSignatures[key] {
		return true
	}
	for _, s := range signatureStarts {
		if rest, ok := strings.CutPrefix(key, s); ok && len(strings.Fields(rest)) <= signatureWords {
			return !strings.HasSuffix(strings.TrimSpace(line), "?")
		}
	}
	return false
}
