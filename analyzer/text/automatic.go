package text

import (
	"slices"
	"strings"
	"ticketpatterns/analyzer/fold"
)

// IsAutomaticReply reports whether a subject is that of a mail sent automatically by
// a mail program or a survey tool: an absence note, a delivery failure, a receipt, a
// request for feedback. Programs put such a mark before a colon or let it stand
// alone (RFC 3834, section 3.1.5, recommends "Auto:"; Microsoft Exchange translates
// its own); a person who writes about absence notes continues the sentence.
func IsAutomaticReply(subject string) bool {
	s := strings.ToLower(StripReplyMarks(subject))
	if mark, _, ok := strings.Cut(s, ":"); ok && automaticMarks[fold.Wording(mark)] {
		return true
	}
	return automaticMarks[fold.Wording(s)] || isSurvey(s)
}

// isSurvey reports whether a subject is like "Satisfaction survey for INC0012345".
func isSurvey(s string) bool {
	words := Template(s)
	for _, start := range surveyStarts {
		if len(words) < len(start) || !slices.Equal(words[:len(start)], start) {
			continue
		}
		return !slices.ContainsFunc(words[len(start):], func(w string) bool { return w != filledIn && !surveyRest[w] })
	}
	return false
}

// automaticMarks are folded: lower case, single spaces, no punctuation.
var automaticMarks = setOf(
	// absence notes
	"auto", "auto reply", "autoreply", "auto response", "automatic reply", "automatic response", "automated reply", "automatic message",
	"out of office", "out of the office", "out of office reply", "out of office autoreply", "out of office auto reply",
	"automatische antwort", "abwesenheitsnotiz", "abwesenheitsmeldung", "abwesend", "abwesenheit",
	"réponse automatique", "absence du bureau", "absent du bureau", "message d absence",
	"respuesta automática", "respuesta automatica", "fuera de la oficina", "fuera de oficina",
	"resposta automática", "resposta automatica", "ausência temporária", "fora do escritório",
	"risposta automatica", "fuori sede", "fuori ufficio", "assente",
	"automatisch antwoord", "automatische reactie", "afwezigheidsbericht", "niet aanwezig", "afwezig",
	"自动答复", "自動回覆", "自動応答", "자동 회신",
	// delivery reports, receipts
	"undeliverable", "undelivered", "undelivered mail returned to sender", "mail delivery failed", "mail delivery failed returning message to sender",
	"mail delivery failure", "mail delivery subsystem", "delivery status notification", "delivery status notification failure",
	"delivery status notification delay", "delivery failure", "failure notice", "returned mail", "message undeliverable", "read", "not read", "deleted",
	"unzustellbar", "nicht zustellbar", "gelesen", "ungelesen gelöscht", "lesebestätigung", "non remis", "non distribuable", "lu",
	"no se puede entregar", "no entregado", "leído", "não é possível entregar", "lida", "non recapitabile", "letto", "onbestelbaar", "gelezen",
)

var surveyStarts = [][]string{
	{"satisfaction", "survey"}, {"customer", "satisfaction", "survey"}, {"customer", "survey"}, {"survey"}, {"how", "did", "we", "do"},
	{"how", "was", "your", "experience"}, {"please", "rate"}, {"rate", "your", "experience"}, {"your", "feedback", "on"}, {"your", "feedback"},
	{"zufriedenheitsumfrage"}, {"umfrage"}, {"enquête", "de", "satisfaction"}, {"encuesta", "de", "satisfacción"}, {"pesquisa", "de", "satisfação"},
	{"sondaggio", "di", "soddisfazione"}, {"tevredenheidsonderzoek"},
}

// surveyRest is what survey tools add; a person would write more.
var surveyRest = setOf("for", "on", "about", "of", "with", "your", "our", "the", "request", "ticket", "incident", "case", "call", "service", "support",
	"experience", "inc", "req", "ritm", "zu", "zum", "ihrem", "ihr", "anfrage", "vorgang", "sur", "votre", "demande", "sobre", "su", "solicitud", "seu", "chamado", "uw", "melding")

func setOf(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}
