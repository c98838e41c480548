package desk

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/cause"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/parallel"
	"ticketpatterns/analyzer/result"
)

// theme is a kind of work that is not a fault, recognised by words: one of any and,
// unless empty, one of with. Words are folded; a trailing "*" matches the rest of a
// word.
type theme struct {
	kind   result.ThemeKind
	code   result.ThemeCode
	any    *wordList
	with   *wordList
	fires  []string // texts that must match
	silent []string // similar texts that must not match
}

// attack are words for messages that try to deceive people.
var attack = newWordList(
	"phishing", "phish", "smishing", "quishing", "vishing", "suspicious mail", "suspicious email", "suspicious message", "suspicious link", "suspicious sms",
	"suspicious text", "suspicious call", "suspicious qr", "scam", "fake mail", "fake email", "fake message", "spoofed", "fake login", "verdächtige mail", "verdächtige e mail",
	"verdächtige nachricht", "verdächtige sms", "betrugsmail", "hameçonnage", "mail suspect", "message suspect", "sms suspect", "correo sospechoso", "mensaje sospechoso",
	"email suspeito", "mensagem suspeita",
)

// allThemes is ordered: of the themes of one kind, the first that matches counts.
var allThemes = []theme{
	{
		kind: result.ThemePhishing, code: result.ThemeQRCode, any: attack, with: newWordList("qr", "quishing", "qr code", "qrcode"),
		fires: []string{"suspicious mail with a QR code"}, silent: []string{"QR code of the printer does not scan"},
	},
	{
		kind: result.ThemePhishing, code: result.ThemeSMS, any: attack, with: newWordList("sms", "smishing", "text message", "text messages"),
		fires: []string{"Suspicious SMS about a parcel"}, silent: []string{"the SMS code for sign-in does not arrive"},
	},
	{
		kind: result.ThemePhishing, code: result.ThemeChat, any: attack, with: newWordList("teams message", "teams chat", "in teams", "slack", "whatsapp", "chat", "chat message", "linkedin"),
		fires: []string{"phishing link in a Teams chat"}, silent: []string{"chat history is gone"},
	},
	{
		kind: result.ThemePhishing, code: result.ThemePhoneCall, any: attack, with: newWordList("vishing", "phone call", "called me", "caller", "anruf", "appel téléphonique", "llamada"),
		fires: []string{"Scam: somebody called me and asked for my password"}, silent: []string{"a caller hears nothing"},
	},
	{
		kind: result.ThemePhishing, code: result.ThemeMail, any: attack,
		fires: []string{"Phishing, please look"}, silent: []string{"mail arrives late"},
	},
	{
		kind: result.ThemeAccess, code: result.ThemeJoiners, any: newWordList(
			"new starter*", "new joiner*", "new hire*", "new employee*", "new colleague", "onboarding", "starts on monday", "neuer mitarbeiter", "neue mitarbeiterin", "neuen mitarbeiter",
			"neue kollegin", "neuer kollege", "eintritt", "nouveau collaborateur", "nouvelle collaboratrice", "nouvel employé", "nuevo empleado", "nueva empleada", "nueva incorporación",
			"novo funcionário", "nova funcionária", "novo colaborador",
		),
		fires: []string{"New starter needs folder permission", "Neuer Mitarbeiter ohne Konto"}, silent: []string{"new laptop"},
	},
	{
		kind: result.ThemeAccess, code: result.ThemeMovers, any: newWordList(
			"moved to another department", "changed department", "change of department", "changes department", "department change", "transferred to", "internal move", "new role", "role change",
			"abteilungswechsel", "wechselt die abteilung", "versetzung", "versetzt", "changement de service", "changement de poste", "cambio de departamento", "cambio de puesto",
			"mudança de departamento", "mudança de setor",
		),
		fires: []string{"Permissions after change of department"}, silent: []string{"file moved to another folder"},
	},
	{
		kind: result.ThemeAccess, code: result.ThemeLeavers, any: newWordList(
			"leaver*", "offboarding", "left the company", "leaving the company", "has left us", "last working day", "former employee", "ex employee", "austritt", "ausgeschieden",
			"verlässt das unternehmen", "verlässt uns", "a quitté", "quitte l entreprise", "baja de empleado", "ya no trabaja", "desligamento", "ex funcionário", "deixou a empresa",
		),
		fires: []string{"Leaver account still active"}, silent: []string{"the document leaves the printer blank"},
	},
}

// shows reports whether folded text matches the theme.
func (m theme) shows(folded string) bool {
	return m.any.in(folded) && (m.with == nil || m.with.in(folded))
}

// themes counts the tickets of the last days days that match a theme, and the issues
// that are training needs.
func themes(in Input, days int) []result.Theme {
	recent, before := make([][]int32, len(allThemes)), make([]int, len(allThemes))
	for t, shown := range themesByTicket(in.Data, 2*days) {
		for _, i := range shown {
			if in.Data.Day[t] < days {
				recent[i] = append(recent[i], int32(t))
			} else {
				before[i]++
			}
		}
	}
	out := trainingNeeds(in, days)
	for i, m := range allThemes {
		if len(recent[i]) > 0 {
			out = append(out, result.Theme{
				Kind: m.kind, Code: m.code, People: in.Data.DistinctPeople(recent[i]), Tickets: in.Data.IDs(recent[i]), Before: before[i],
			})
		}
	}
	slices.SortStableFunc(out, func(a, b result.Theme) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), -cmp.Compare(len(a.Tickets), len(b.Tickets)),
			cmp.Compare(slices.Index(result.ThemeCodes, a.Code), slices.Index(result.ThemeCodes, b.Code)), cmp.Compare(a.Label, b.Label), cmp.Compare(a.IssueID, b.IssueID))
	})
	return out
}

// themesByTicket returns, by ticket, the indexes of the themes that tickets of the
// last days days match.
func themesByTicket(data *dataset.Dataset, days int) [][]int {
	all := make([][]int, len(data.Tickets))
	parallel.Each(len(all), func() func(int) {
		return func(t int) {
			if data.Day[t] < days {
				all[t] = shownIn(fold.Wording(data.Repeated.Subject(data.Tickets[t].Subject) + "\n" + data.Said(int32(t))))
			}
		}
	})
	return all
}

// shownIn returns the indexes of the themes that folded text matches, at most one of
// each kind.
func shownIn(folded string) []int {
	var shown []int
	attacked := attack.in(folded)
	for i, m := range allThemes {
		taken := slices.ContainsFunc(shown, func(other int) bool { return allThemes[other].kind == m.kind })
		if !taken && (attacked || m.any != attack) && m.shows(folded) {
			shown = append(shown, i)
		}
	}
	return shown
}

const (
	// trainingPeople is the smallest number of distinct people, and trainingShare
	// the smallest share of tickets, that must ask how to do something for an issue
	// to be a training need.
	trainingPeople = 3
	trainingShare  = 0.5
)

// trainingNeeds returns the issues of which most tickets are how-to questions or
// were answered with an explanation.
func trainingNeeds(in Input, days int) []result.Theme {
	out := []result.Theme{}
	for _, i := range in.Issues {
		all := in.Data.Recent(i.Tickets, 2*days)
		if in.Data.Reporters(in.Data.Recent(all, days)) < trainingPeople {
			continue // most issues are small, and to read their tickets costs most
		}
		asks := in.Data.Filter(all, func(t int32) bool { return cause.Names(result.CauseTraining, in.Describer.CauseFacts(t)) })
		recent := in.Data.Recent(asks, days)
		total := len(in.Data.Recent(all, days))
		if in.Data.Reporters(recent) < trainingPeople || float64(len(recent)) < trainingShare*float64(total) {
			continue
		}
		out = append(out, result.Theme{
			Kind: result.ThemeTraining, Label: i.Label, IssueID: i.ID,
			People: in.Data.DistinctPeople(recent), Tickets: in.Data.IDs(recent), Before: len(asks) - len(recent),
		})
	}
	return out
}
