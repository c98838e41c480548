package analyzer

import (
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

const (
	// changeWeight is what a declared change on the same thing weighs, as a share
	// of the tickets; a change that only shares words with them weighs half.
	changeWeight = 0.6
	// causeShare is the share of the tickets whose evidence makes a hypothesis.
	causeShare = 0.3
)

// causeRule is a class of causes with the wording that speaks for it, lower
// case, in the words of several languages, and what would settle the question.
type causeRule struct {
	kind  result.CauseKind
	what  string
	words []string
	check string
}

// causeRules in the order that breaks ties.
var causeRules = []causeRule{
	{
		result.CauseChange, "wording that names an update or a change",
		[]string{"since the update", "after the update", "after update", "since update", "since the upgrade", "after the upgrade", "after upgrade", "new version", "since the patch", "after the patch", "after patch", "latest update", "since the change", "after the migration", "since the migration", "since the rollout", "nach dem update", "seit dem update", "nach update", "seit update", "neue version", "depuis la mise à jour", "après la mise à jour", "desde la actualización", "después de la actualización", "tras la actualización", "depois da atualização", "dopo l aggiornamento", "sinds de update", "na de update"},
		"Compare people with and without the change; roll it back for one of them and see whether the tickets stop.",
	},
	{
		result.CauseSecurity, "wording that names an attack or a suspicion",
		[]string{"phishing", "suspicious", "malware", "virus", "ransomware", "spoofed", "scam", "verdächtig", "sospechoso", "suspect", "trojan"},
		"Let the security team look at one original message or machine before anything is cleaned.",
	},
	{
		result.CauseTraining, "how-to wording",
		[]string{"how do i", "how can i", "how to", "how does", "where do i", "where can i", "where is the", "what do i", "wie kann ich", "wie geht", "wo finde ich", "comment faire", "comment puis", "où trouver", "cómo puedo", "cómo hago", "dónde", "como faço", "come posso", "hoe kan ik", "manual for", "instructions", "training", "schulung"},
		"Show one of these people how it is done: if the tickets stop there, it is a question of training, not a fault.",
	},
	{
		result.CauseAccess, "wording that names missing rights or locked accounts",
		[]string{"access denied", "no access", "permission", "permissions", "not authorized", "not authorised", "unauthorized", "account locked", "locked out", "no rights", "berechtigung", "keine rechte", "zugriff verweigert", "gesperrt", "accès refusé", "acceso denegado", "permisos", "accesso negato", "geen toegang"},
		"Compare the rights of a person who reports it with those of one who does not.",
	},
	{
		result.CauseCapacity, "wording that names slowness, waiting or something full",
		[]string{"slow", "slowly", "very slow", "timeout", "timed out", "time out", "times out", "takes ages", "takes forever", "waiting", "disk full", "out of memory", "quota", "overloaded", "langsam", "dauert ewig", "zeitüberschreitung", "lent", "lente", "lento", "lenta", "traag"},
		"Put the tickets' times of day beside the load of the service: capacity shows at the peaks.",
	},
	{
		result.CauseHardware, "wording that names broken equipment",
		[]string{"broken", "battery", "toner", "paper jam", "cracked", "defective", "flickering", "does not power", "won t turn on", "defekt", "kaputt", "akku", "en panne", "cassé", "roto", "rota", "quebrado", "rotto", "kapot"},
		"Compare model and age of the equipment in these tickets; swap one piece and see.",
	},
	{
		result.CauseConfiguration, "wording that names a setting",
		[]string{"setting", "settings", "configuration", "configured", "misconfigured", "vlan", "dhcp", "dns", "certificate", "group policy", "gpo", "firewall rule", "einstellung", "konfiguration", "zertifikat", "configuración", "paramètre", "impostazione", "instelling"},
		"Compare the setting of an affected place with that of one that is not affected.",
	},
	{
		result.CauseVendor, "wording that names a supplier or provider",
		[]string{"vendor", "supplier", "provider", "isp outage", "third party", "lieferant", "anbieter", "hersteller", "fournisseur", "proveedor", "fornecedor", "fornitore", "leverancier"},
		"Ask the supplier for known faults since the first ticket, with the exact times.",
	},
}

// cause forms a hypothesis from counted evidence: what most tickets' wording
// speaks for, and whether a change was declared on the same thing shortly
// before the first ticket. With less than a third of the tickets behind it, it
// says unknown.
func (r *reporter) cause(tickets []int32) result.Cause {
	words := make([]string, len(tickets))
	for i, t := range tickets {
		k := &r.export.tickets[t]
		words[i] = " " + text.Fold(k.Subject+"\n"+k.Description+"\n"+k.Resolution) + " "
	}
	best, bestWeight := result.Cause{Kind: result.CauseUnknown}, 0.0
	for _, rule := range causeRules {
		evidence, weight := r.evidenceFor(rule, tickets, words)
		if rule.kind == result.CauseChange {
			for _, d := range r.changesBefore(tickets) {
				evidence = append(evidence, result.Evidence{What: r.says(d), Count: len(d.tickets), Tickets: r.export.ids(d.tickets)})
				weight += changeWeight * float64(len(d.tickets))
			}
		}
		if weight > bestWeight {
			best, bestWeight = result.Cause{Kind: rule.kind, Evidence: evidence, Check: rule.check}, weight
		}
	}
	confidence := min(bestWeight/float64(len(tickets)), 1)
	if confidence < causeShare {
		return result.Cause{Kind: result.CauseUnknown, Evidence: []result.Evidence{}, Check: "Ask two of the people what they did just before, and look at the time of the first ticket."}
	}
	best.Confidence = round(confidence, 100)
	return best
}

// evidenceFor counts the tickets with a rule's wording.
func (r *reporter) evidenceFor(rule causeRule, tickets []int32, words []string) ([]result.Evidence, float64) {
	var hits []int32
	for i, t := range tickets {
		if slices.ContainsFunc(rule.words, func(w string) bool { return strings.Contains(words[i], " "+w+" ") }) {
			hits = append(hits, t)
		}
	}
	if len(hits) == 0 {
		return nil, 0
	}
	return []result.Evidence{{What: rule.what, Count: len(hits), Tickets: r.export.ids(hits)}}, float64(len(hits))
}
