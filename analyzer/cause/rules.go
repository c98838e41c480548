package cause

import (
	"slices"
	"strings"

	"ticketpatterns/analyzer/say"
)

// rule is one kind of evidence for one kind of cause.
type rule struct {
	kind     Kind
	name     string
	says     say.English // what a rule that compares words finds; around says it itself
	weight   float64     // how sure one ticket that shows it makes, in (0, 1)
	supports bool        // counts only beside direct evidence: see Find

	// A rule that compares words has a text to read and words to find there, one
	// that looks at the tickets together has around.
	reads  func(Facts) string
	words  []string
	around func(Context) []sign

	fires  []example
	silent []example
}

// sign is something that the context shows of some tickets.
type sign struct {
	says    string
	tickets []string
	weight  float64 // 0 = that of the rule
}

// example is a ticket and its context, tested to fire or to be silent.
type example struct {
	ticket  Facts
	context Context
}

// found is a sign with the tickets that show it.
type found struct {
	says   string
	weight float64
	shows  []bool // by ticket
}

// find returns what the rule finds in the tickets.
func (r rule) find(facts []Facts, context Context) []found {
	if r.around == nil {
		f := found{context.Language.Text(r.says), r.weight, make([]bool, len(facts))}
		for i, ticket := range facts {
			f.shows[i] = r.hits(ticket)
		}
		return []found{f}
	}
	var all []found
	for _, s := range r.around(context) {
		f := found{s.says, max(s.weight, 0), make([]bool, len(facts))}
		if f.weight == 0 {
			f.weight = r.weight
		}
		for i, ticket := range facts {
			f.shows[i] = slices.Contains(s.tickets, ticket.TicketID)
		}
		all = append(all, f)
	}
	return all
}

// gap stands in words for up to three others: "after .. update" finds "after
// yesterday's client update".
const gap = " .. "

// mostBetween is how many words a gap can hold.
const mostBetween = 3

// hits reports whether the words of the rule are in the ticket, as whole words;
// a "*" at the end of a word stands for the rest of it, and a gap for a few words.
func (r rule) hits(ticket Facts) bool {
	text := " " + r.reads(ticket) + " "
	return slices.ContainsFunc(r.words, func(w string) bool {
		left, right, gapped := strings.Cut(w, gap)
		if !gapped {
			return strings.Contains(text, " "+whole(w))
		}
		for _, behind := range strings.Split(text, " "+left+" ")[1:] {
			next := strings.Fields(behind)
			near := strings.Join(next[:min(len(next), mostBetween+len(strings.Fields(right)))], " ")
			if strings.Contains(" "+near+" ", " "+whole(right)) {
				return true
			}
		}
		return false
	})
}

// whole ends a word where it must end.
func whole(word string) string {
	if stem, ok := strings.CutSuffix(word, "*"); ok {
		return stem
	}
	return word + " "
}

func text(f Facts) string  { return f.Text }
func notes(f Facts) string { return f.Notes }
func code(f Facts) string  { return f.Code }

// The weights of the rules. What the desk found out outweighs what people
// suspect; a declared change on the very thing is as good as people's words,
// one that they only name half of that; shapes only support.
const (
	noted     = 0.8
	coded     = 0.6
	said      = 0.5
	onIt      = 0.5
	nearIt    = 0.25
	supported = 0.2
)

// rules are all the evidence there is, by kind. Words are in English, German,
// French, Spanish, Portuguese, Italian and Dutch.
var rules = slices.Concat(changeRules, configurationRules, trainingRules, capacityRules, hardwareRules, accessRules, securityRules, vendorRules)

// checks say what would confirm or refute a kind.
var checks = map[Kind]say.English{
	Change:        "Compare people with and without the change, and undo it for one of them: if the tickets stop there, it was the change; if people without it report the same, it was not.",
	Configuration: "Compare the setting of an affected place with that of one that is not affected: if they are the same, it is not the setting.",
	Training:      "Show one of these people how it is done: if it works for them then, it is a question of training; if it still fails, it is a fault.",
	Capacity:      "Put the tickets' times of day beside the load of the service: capacity shows at the peaks, and not in quiet hours.",
	Hardware:      "Compare model and age of the equipment in these tickets, and swap one piece: if the fault stays with the place, it is not the equipment.",
	Access:        "Compare the rights of a person who reports it with those of one who does not: if they are the same, it is not the rights.",
	Security:      "Let the security team look at one original message or machine before anything is cleaned: only they can say that it is harmless.",
	Vendor:        "Ask the supplier for known faults since the first ticket, with the exact times: if they know of none and others of their customers work, it is closer to home.",
	Unknown:       "Ask two of the people what they did just before, and look at the time of the first ticket.",
}

var changeRules = []rule{
	{
		kind: Change, name: "declared change", weight: onIt,
		around: func(c Context) []sign {
			var signs []sign
			for _, d := range c.Changes {
				weight := onIt
				if !d.Exact {
					weight = nearIt
				}
				signs = append(signs, sign{d.Says, d.Tickets, weight})
			}
			return signs
		},
		fires:  []example{{Facts{TicketID: "1"}, Context{Changes: []Declared{{Says: "change C1", Tickets: []string{"1"}, Exact: true}}}}},
		silent: []example{{Facts{TicketID: "2"}, Context{Changes: []Declared{{Says: "change C1", Tickets: []string{"1"}, Exact: true}}}}},
	},
	{
		kind: Change, name: "wording", says: "wording that names an update or a change", weight: said, reads: text,
		words: []string{
			"since .. update*", "after .. update*", "after updating", "since .. upgrade", "after .. upgrade", "after upgrading", "since .. patch*", "after .. patch*",
			"after .. patches", "latest update", "last update", "the new version", "new version", "since the change", "after the change", "since the release", "after the release",
			"after .. migration", "since .. migration", "since .. rollout", "after .. rollout", "since the switch to", "since the move to", "was updated", "got updated",
			"has been updated",
			"nach .. update", "seit .. update", "nach .. aktualisierung", "seit .. aktualisierung", "neue version", "neuen version",
			"seit der umstellung", "nach der umstellung", "depuis .. mise à jour", "après .. mise à jour", "depuis .. mise a jour", "apres .. mise a jour",
			"nouvelle version", "depuis la migration", "desde .. actualización", "desde .. actualizacion", "después de .. actualización", "despues de .. actualizacion",
			"tras .. actualización", "tras .. actualizacion", "nueva versión", "desde .. atualização", "depois da .. atualização", "após .. atualização", "nova versão",
			"dopo .. aggiornamento", "dall aggiornamento", "nuova versione", "sinds .. update", "na .. update", "nieuwe versie",
		},
		fires:  []example{{ticket: Facts{Text: "crashes since the updates were installed"}}, {ticket: Facts{Text: "stürzt seit dem letzten update ab"}}, {ticket: Facts{Text: "no sound after yesterday s client update"}}},
		silent: []example{{ticket: Facts{Text: "login fails after password change"}}, {ticket: Facts{Text: "after lunch i could not open the form to update it"}}, {ticket: Facts{Text: "please update my phone number"}}, {ticket: Facts{Notes: "new version"}}},
	},
	{
		kind: Change, name: "notes", says: "resolution notes that name an update or its withdrawal", weight: noted, reads: notes,
		words: []string{
			"rolled back", "rollback", "roll back", "backed out", "after the update", "since the update", "caused by the update", "caused by the change", "faulty update",
			"update withdrawn", "update removed", "uninstalled the update", "uninstalled update", "patch removed", "removed the patch", "downgraded", "previous version",
			"hotfix", "hot fix", "zurückgerollt", "update deinstalliert", "vorherige version", "retour arrière", "version précédente", "versión anterior", "versão anterior",
		},
		fires:  []example{{ticket: Facts{Notes: "update rolled back to the previous version"}}},
		silent: []example{{ticket: Facts{Notes: "contact data updated"}}},
	},
	{
		kind: Change, name: "code", says: "resolution code that names a change", weight: coded, reads: code,
		words: []string{
			"caused by change", "change related", "failed change", "release", "rollback", "rolled back", "software update", "patch",
		},
		fires:  []example{{ticket: Facts{Code: "caused by change"}}},
		silent: []example{{ticket: Facts{Code: "solved permanently"}}, {ticket: Facts{Code: "no change"}}},
	},
	{
		kind: Change, name: "sudden onset", weight: supported, supports: true,
		around: func(c Context) []sign { return onsetSigns(c, c.Onset.Sudden) },
		fires:  []example{{Facts{TicketID: "1"}, Context{Onset: Onset{Sudden: true, Says: "8 of 9 within 3 days", Tickets: []string{"1"}}}}},
		silent: []example{{Facts{TicketID: "1"}, Context{Onset: Onset{Rising: true, Says: "2, 4, 6, 8", Tickets: []string{"1"}}}}},
	},
}

func onsetSigns(c Context, shown bool) []sign {
	if !shown {
		return nil
	}
	return []sign{{says: c.Onset.Says, tickets: c.Onset.Tickets}}
}

func alikeSigns(c Context, item bool) []sign {
	var signs []sign
	for _, a := range c.Alike {
		if a.Item == item {
			signs = append(signs, sign{says: a.Says, tickets: a.Tickets})
		}
	}
	return signs
}

func hoursSigns(c Context) []sign {
	if !c.Hours.Short {
		return nil
	}
	return []sign{{says: c.Hours.Says, tickets: c.Hours.Tickets}}
}
