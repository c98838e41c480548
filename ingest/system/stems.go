package system

import (
	"slices"
	"strings"
	"ticketpatterns/analyzer/fold"
	"ticketpatterns/ingest/language"
)

// Stem says by which beginnings and parts of words a header is near the usual
// names of a field, in English, German, French, Spanish, Portuguese, Polish,
// Italian and Dutch, folded. A header written as one of the aliases needs none of
// this: stems read lists that people keep themselves, of which no two are
// alike, and only if the values of the column are those of the field.
type Stem struct {
	Field string
	any   []string
	not   []string
}

// notYet is in headers of times at which something shall happen, or of another
// event.
var notYet = []string{
	"due", "sla", "target", "response", "respon", "expect", "plan", "frist", "fallig", "soll", "echeance", "venc", "prazo", "limit", "scaden", "termin", "streef", "reakt", "antwort",
	"birth", "purchase", "start", "last", "letzt", "dern", "ultim", "ostatn", "laatst",
}

// notOpened are in headers of times at which nothing is opened; what starts may
// be a ticket.
var notOpened = append(slices.DeleteFunc(slices.Clone(notYet), func(part string) bool { return part == "start" }), "schedul", "zaplan", "geplant", "prevu", "previst")

// Stems are tried in this order. Those of further languages are in package
// language.
var Stems = withLanguages([]Stem{
	{"opened", []string{"opened", "opening", "creat", "report", "submi", "logged", "regist", "eroff", "geoffn", "erstell", "angeleg", "erfass", "gemeld", "meldung", "meldedat", "ouvert", "cree", "signal", "saisi", "abiert", "apertur", "abertur", "aberto", "creac", "criac", "criad", "alta", "apert", "segnalaz", "utworz", "zgloszen", "otwarc", "rejestr", "aangemaakt", "aanmeld", "geopend", "melding", "ingediend", "inciden", "ticketdat"}, notYet},
	{"resolved", []string{"resol", "solv", "gelost", "losung", "erledig", "behoben", "resuel", "soluc", "conclu", "risol", "risoluz", "rozwiaz", "opgelost", "gereed", "oplos"}, notYet},
	{"closed", []string{"clos", "geschloss", "abgeschl", "abschluss", "schliess", "clotur", "ferm", "cierre", "cerra", "fecham", "fechad", "encerr", "chius", "zamkn", "geslot", "afgemeld", "sluit"}, []string{"due", "sla", "target"}},
	{"updated", []string{"updat", "modif", "chang", "aktualis", "geander", "anderung", "misea", "actualiz", "atualiz", "aggiorn", "zaktual", "aktualiz", "gewijzig", "bijgewerkt", "wijzig"}, nil},
	{"id", []string{"ticketn", "ticketi", "incidentn", "incidenti", "idinc", "idtic", "vorgangsn", "vorgangn", "meldungsn", "meldingsn", "fallnum", "ndechamado", "chamado", "nrzgl", "numerozgl", "numeroticket", "numerotick", "numerosegn", "numerode", "numerodu", "uniquekey", "requestn", "requesti", "casen", "casei", "auftragsn", "idzgl", "iddemande", "idsolic", "vorgang", "aktenz", "srid", "svrid", "srnum", "wonum", "folio", "protocol", "expedient", "zaak", "callno", "logid", "docket", "complaintid"}, []string{"tel", "phone", "seri", "asset", "account", "konto"}},
	{"subcategory", []string{"unterkat", "subcat", "souscat", "sottocat", "podkat", "subkat"}, nil},
	{"category", []string{"categ", "kateg", "classif", "klassif", "complainttype", "typeof", "artder", "typedemand", "typedincid", "tipodeinc", "tipodesol", "tipodecham", "tipodirich", "rodzaj", "soort"}, nil},
	{"subject", []string{"betreff", "subject", "asunto", "assunto", "oggetto", "onderwerp", "temat", "objet", "libelle", "intitul", "kurzbesch", "titel", "title", "titre", "titulo", "titolo", "tytul", "resumen", "resumo", "riepil", "samenvat", "summary"}, nil},
	{"description", []string{"beschreib", "descri", "detail", "detalle", "detalhe", "dettagl", "omschrijv", "opis", "problem", "whatis", "message", "nachricht", "mensaj", "mensagem"}, nil},
	{"requester", []string{"requester", "requestor", "caller", "melder", "anforder", "antragst", "benutzer", "anwender", "demandeur", "utilisat", "solicitante", "usuario", "requerente", "richied", "utente", "zglaszaj", "uzytkown", "aanmelder", "gebruiker", "reporter", "mitarbeiter", "empleado", "funcionario", "dipendente", "medewerker"}, nil},
	{"department", []string{"abteil", "fachber", "departa", "departe", "whichdep", "setor", "sector", "direction", "ufficio", "reparto", "dzial", "wydzial", "afdeling", "dienststelle", "orgunit", "orgeinheit", "kostenst", "unidadeorg", "unidadorg"}, nil},
	{"location", []string{"standort", "sitename", "sede", "lieu", "ubicac", "localiz", "lokaliz", "locat", "locatie", "vestig", "filial", "niederl", "unidade", "whereare", "borough", "campus", "gebaude"}, nil},
	{"assignment_group", []string{"gruppe", "group", "grupo", "gruppo", "groep", "zespol", "equipe", "equipo", "team", "warteschl", "queue", "responsibleagency"}, []string{"tipo", "type", "typ", "model", "marca", "serie", "observ", "watcher", "requester"}},
	{"assignee", []string{"bearbeit", "techni", "tecnic", "intervenant", "zugewies", "asignad", "assegn", "atribu", "przypis", "toegewez", "behandelaar", "agentname", "assign"}, nil},
	{"priority", []string{"prior"}, nil},
	{"urgency", []string{"urgen", "dringl"}, nil},
	{"impact", []string{"impact", "auswirk", "wplyw"}, nil},
	{"state", []string{"status", "stato", "estado", "statut", "situac", "zustand"}, nil},
	{"channel", []string{"kanal", "canal", "channel", "origen", "origem", "eingang"}, nil},
})

// withLanguages adds the words of package language to stems.
func withLanguages(stems []Stem) []Stem {
	for i := range stems {
		for _, l := range language.All {
			for word := range strings.FieldsSeq(l.Headers[stems[i].Field]) {
				stems[i].any = append(stems[i].any, fold.Key(word))
			}
		}
	}
	return stems
}

// NotOpened reports whether the folded header is that of times at which something
// else than the opening of a ticket happens.
func NotOpened(key string) bool {
	return slices.ContainsFunc(notOpened, func(part string) bool { return strings.Contains(key, part) })
}

// Near reports whether the folded header is near the names of a field.
func (s Stem) Near(key string) bool {
	has := func(part string) bool { return strings.Contains(key, part) }
	return key != "" && slices.ContainsFunc(s.any, has) && !slices.ContainsFunc(s.not, has)
}
