package words

import (
	"strings"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// wordEvidence say what words of tickets speak for.
var wordEvidence = map[result.EvidenceCode]i18n.English{
	result.EvidenceAccessCode:         "resolution code that names rights",
	result.EvidenceAccessNotes:        "resolution notes that name rights or an unlocked account",
	result.EvidenceAccessText:         "wording that names missing rights, passwords or locked accounts",
	result.EvidenceCapacityCode:       "resolution code that names load or size",
	result.EvidenceCapacityNotes:      "resolution notes that name load or something full",
	result.EvidenceCapacityText:       "wording that names slowness, waiting or something full",
	result.EvidenceChangeCode:         "resolution code that names a change",
	result.EvidenceChangeNotes:        "resolution notes that name an update or its withdrawal",
	result.EvidenceChangeText:         "wording that names an update or a change",
	result.EvidenceConfigurationCode:  "resolution code that names a configuration",
	result.EvidenceConfigurationNotes: "resolution notes that name a setting",
	result.EvidenceConfigurationText:  "wording that names a setting",
	result.EvidenceHardwareCode:       "resolution code that names equipment",
	result.EvidenceHardwareNotes:      "resolution notes that name a repair or a swap",
	result.EvidenceHardwareText:       "wording that names broken equipment",
	result.EvidenceSecurityCode:       "resolution code that names an attack",
	result.EvidenceSecurityNotes:      "resolution notes that name an attack",
	result.EvidenceSecurityText:       "wording that names an attack or a suspicion",
	result.EvidenceTrainingCode:       "resolution code that tells of an explanation",
	result.EvidenceTrainingNotes:      "resolution notes that tell of an explanation",
	result.EvidenceTrainingText:       "how-to wording",
	result.EvidenceVendorCode:         "resolution code that names a supplier",
	result.EvidenceVendorNotes:        "resolution notes that name a supplier or provider",
	result.EvidenceVendorText:         "wording that names an outage at a supplier",
}

// alikeEvidence say that most tickets share a value.
var alikeEvidence = map[result.EvidenceCode]i18n.English{
	result.EvidenceOneItem:       "one configuration item: %d of the %d tickets that name one have %s",
	result.EvidenceOneKindOfItem: "one kind of item: %d of the %d tickets that name one have names like %s",
	result.EvidenceOneLocation:   "one location: %d of the %d tickets that name one have %s",
}

// causeEvidence says what speaks for a cause; the code itself where it has no
// sentence, as one of a later version.
func (w Writer) causeEvidence(e result.Evidence) string {
	if text, ok := wordEvidence[e.Code]; ok {
		return w.Text(text)
	}
	if text, ok := alikeEvidence[e.Code]; ok && len(e.Values) > 0 {
		return w.Text(text, e.Values[0].Count, e.Of, e.Values[0].Name)
	}
	switch {
	case e.Change != nil:
		return w.Count(e.Change.DaysBefore, "change %[2]s on %[3]s, %[1]d day before the first ticket: %[4]s", "change %[2]s on %[3]s, %[1]d days before the first ticket: %[4]s",
			e.Change.ID, w.Date(e.Change.Day), e.Change.Summary)
	case e.Onset != nil:
		return w.Text("sudden onset: %d of %d tickets within %d days of the first, none in the %d days before", e.Onset.Tickets, e.Of, e.Onset.WithinDays, e.Onset.SilentDays)
	case e.Rise != nil:
		return w.rise(e.Rise.Weekly)
	case e.Handling != nil:
		return w.Text("short handling: resolved in %s hours at the median, the desk's tickets in %s", w.Decimal(e.Handling.Hours), w.Decimal(e.Handling.DeskHours))
	case e.Peak != nil:
		return w.Text("a time of day: %d of %d tickets opened between %d and %d o'clock, on %d days", e.Peak.Tickets, e.Of, e.Peak.From, e.Peak.To, e.Peak.Days)
	}
	return string(e.Code)
}

func (w Writer) rise(weekly []int) string {
	counts := make([]string, len(weekly))
	for i, n := range weekly {
		counts[i] = w.Int(n)
	}
	return w.Text("slow rise: %s tickets in the last %d weeks", strings.Join(counts, ", "), len(weekly))
}

// probeTexts say what would confirm or refute a cause.
var probeTexts = map[result.Probe]i18n.English{
	result.ProbeChange:        "Compare people with and without the change, and undo it for one of them: if the tickets stop there, it was the change; if people without it report the same, it was not.",
	result.ProbeConfiguration: "Compare the setting of an affected place with that of one that is not affected: if they are the same, it is not the setting.",
	result.ProbeTraining:      "Show one of these people how it is done: if it works for them then, it is a question of training; if it still fails, it is a fault.",
	result.ProbeCapacity:      "Put the tickets' times of day beside the load of the service: capacity shows at the peaks, and not in quiet hours.",
	result.ProbeHardware:      "Compare model and age of the equipment in these tickets, and swap one piece: if the fault stays with the place, it is not the equipment.",
	result.ProbeAccess:        "Compare the rights of a person who reports it with those of one who does not: if they are the same, it is not the rights.",
	result.ProbeSecurity:      "Let the security team look at one original message or machine before anything is cleaned: only they can say that it is harmless.",
	result.ProbeVendor:        "Ask the supplier for known faults since the first ticket, with the exact times: if they know of none and others of their customers work, it is closer to home.",
	result.ProbeUnknown:       "Ask two of the people what they did just before, and look at the time of the first ticket.",
}

// CauseCheck says what would confirm or refute a cause.
func (w Writer) CauseCheck(c result.Cause) string {
	if text, ok := probeTexts[c.Check]; ok {
		return w.Text(text)
	}
	return string(c.Check)
}
