package cause

import (
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
)

// rule is one kind of evidence for one kind of cause. A rule with words reads a text
// and searches it for them; one without matches signs of its code.
type rule struct {
	kind     result.CauseKind
	code     result.EvidenceCode
	weight   float64 // probability that a ticket that shows it has the cause, in (0, 1)
	supports bool    // counts only with direct evidence: see Find

	reads func(Facts) string
	words []string

	fires  []example
	silent []example
}

// example is a ticket with its signs, tested to match or not to match.
type example struct {
	ticket Facts
	signs  []Sign
}

// shown returns an example of the ticket "1" and a sign shown by some tickets.
func shown(code result.EvidenceCode, tickets ...string) example {
	return example{Facts{TicketID: "1"}, []Sign{{Evidence: result.Evidence{Code: code, Tickets: tickets}}}}
}

// found is evidence with the tickets that show it.
type found struct {
	evidence result.Evidence
	weight   float64
	shows    []bool // by ticket
}

// find returns what the rule finds in the tickets.
func (r rule) find(facts []Facts, signs []Sign) []found {
	if r.words != nil {
		f := found{result.Evidence{Code: r.code, Of: len(facts), Values: []result.Count{}}, r.weight, make([]bool, len(facts))}
		for i, ticket := range facts {
			f.shows[i] = r.hits(ticket)
		}
		return []found{f}
	}
	var all []found
	for _, s := range signs {
		if s.Code != r.code {
			continue
		}
		f := found{s.Evidence, r.weight, make([]bool, len(facts))}
		if s.Vague {
			f.weight /= 2
		}
		for i, ticket := range facts {
			f.shows[i] = slices.Contains(s.Tickets, ticket.TicketID)
		}
		all = append(all, f)
	}
	return all
}

// gap matches up to three words: "after .. update" matches "after yesterday's client
// update".
const gap = " .. "

// mostBetween is the number of words that a gap matches.
const mostBetween = 3

// hits reports whether the ticket holds the words of the rule as whole words; a
// trailing "*" matches the rest of a word, and a gap a few words.
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

// whole terminates a word that must match as a whole.
func whole(word string) string {
	if stem, ok := strings.CutSuffix(word, "*"); ok {
		return stem
	}
	return word + " "
}

func text(f Facts) string  { return f.Text }
func notes(f Facts) string { return f.Notes }
func code(f Facts) string  { return f.Code }

// The weights of the rules. What the desk found out outweighs what people suspect; a
// declared change to the affected thing equals people's words, one that they only
// mention counts half; distributions only support.
const (
	noted     = 0.8
	coded     = 0.6
	said      = 0.5
	onIt      = 0.5
	supported = 0.2
)

// rules are all kinds of evidence, by kind of cause. Words are in English, German,
// French, Spanish, Portuguese, Italian and Dutch.
var rules = slices.Concat(changeRules, configurationRules, trainingRules, capacityRules, hardwareRules, accessRules, securityRules, vendorRules)

// checks are what would confirm or refute a kind.
var checks = map[result.CauseKind]result.Probe{
	result.CauseChange:        result.ProbeChange,
	result.CauseConfiguration: result.ProbeConfiguration,
	result.CauseTraining:      result.ProbeTraining,
	result.CauseCapacity:      result.ProbeCapacity,
	result.CauseHardware:      result.ProbeHardware,
	result.CauseAccess:        result.ProbeAccess,
	result.CauseSecurity:      result.ProbeSecurity,
	result.CauseVendor:        result.ProbeVendor,
	result.CauseUnknown:       result.ProbeUnknown,
}

var changeRules = []rule{
	{
		kind: result.CauseChange, code: result.EvidenceDeclaredChange, weight: onIt,
		fires:  []example{shown(result.EvidenceDeclaredChange, "1")},
		silent: []example{shown(result.EvidenceSuddenOnset, "1"), shown(result.EvidenceDeclaredChange, "2")},
	},
	{
		kind: result.CauseChange, code: result.EvidenceChangeText, weight: said, reads: text,
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
		kind: result.CauseChange, code: result.EvidenceChangeNotes, weight: noted, reads: notes,
		words: []string{
			"rolled back", "rollback", "roll back", "backed out", "after the update", "since the update", "caused by the update", "caused by the change", "faulty update",
			"update withdrawn", "update removed", "uninstalled the update", "uninstalled update", "patch removed", "removed the patch", "downgraded", "previous version",
			"hotfix", "hot fix", "zurückgerollt", "update deinstalliert", "vorherige version", "retour arrière", "version précédente", "versión anterior", "versão anterior",
		},
		fires:  []example{{ticket: Facts{Notes: "update rolled back to the previous version"}}},
		silent: []example{{ticket: Facts{Notes: "contact data updated"}}},
	},
	{
		kind: result.CauseChange, code: result.EvidenceChangeCode, weight: coded, reads: code,
		words: []string{
			"caused by change", "change related", "failed change", "release", "rollback", "rolled back", "software update", "patch",
		},
		fires:  []example{{ticket: Facts{Code: "caused by change"}}},
		silent: []example{{ticket: Facts{Code: "solved permanently"}}, {ticket: Facts{Code: "no change"}}},
	},
	{
		kind: result.CauseChange, code: result.EvidenceSuddenOnset, weight: supported, supports: true,
		fires:  []example{shown(result.EvidenceSuddenOnset, "1")},
		silent: []example{shown(result.EvidenceSlowRise, "1"), shown(result.EvidenceSuddenOnset, "2")},
	},
}
