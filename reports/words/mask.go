package words

import (
	"strings"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// masks stand in quoted texts for what could identify a person.
var masks = []i18n.English{"[mail]", "[link]", "[address]", "[id]", "[phone]", "[number]", "[name]", "[date]", "[secret]"}

// Masked returns the analysis with the masks of the writer's language in its
// texts. It is a itself where these are the English ones that the analysis has, and
// where names are shown, so that people wrote whatever stands there.
func (w Writer) Masked(a *result.Analysis) *result.Analysis {
	replace := w.masking(a.Names)
	if replace == nil {
		return a
	}
	shown := *a
	shown.Assignments = nil // one for each ticket, and no text in any
	out := withTexts(&shown, replace)
	out.Assignments = a.Assignments
	return out
}

// masking returns what puts the masks of the writer's language into a text; nil if
// nothing is to be changed.
func (w Writer) masking(names string) func(string) string {
	var changed []string
	for _, m := range masks {
		if said := w.Text(m); said != string(m) {
			changed = append(changed, string(m), said)
		}
	}
	if len(changed) == 0 || names == "shown" {
		return nil
	}
	return strings.NewReplacer(changed...).Replace
}
