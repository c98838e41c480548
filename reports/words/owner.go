package words

import (
	"math"
	"strings"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

const (
	valuesNamed   = 3 // most values that one line of evidence names
	evidenceNamed = 3 // most lines of evidence that a reason quotes
)

// ownerEvidence say what a rule of the owner map found, with its values.
var ownerEvidence = map[result.EvidenceCode]i18n.English{
	result.EvidenceCauseInNotes:  "resolution notes name %s",
	result.EvidenceCauseInCode:   "resolution code names %s",
	result.EvidencePassedOn:      "reassigned to and resolved by %s",
	result.EvidenceItem:          "configuration item %s",
	result.EvidenceChangedBy:     "began after a change by %s",
	result.EvidenceCauseInText:   "text names %s",
	result.EvidenceHeldBy:        "resolver group %s",
	result.EvidenceCategory:      "category %s",
	result.EvidenceSubcategory:   "subcategory %s",
	result.EvidenceCategoryPath:  "category or subcategory %s",
	result.EvidenceService:       "service %s",
	result.EvidenceUsualGroup:    "its service or item usually ends with %s",
	result.EvidenceEarlierNotes:  "notes of earlier tickets name %s",
	result.EvidenceEarlierCode:   "codes of earlier tickets name %s",
	result.EvidenceSubject:       "subject says %s",
	result.EvidenceText:          "text says %s",
	result.EvidenceLocation:      "location %s",
	result.EvidenceBroadCategory: "only the broad category %s",
}

// Evidence says what was found: `category "Printing"`. The count is not part of
// it.
func (w Writer) Evidence(e result.Evidence) string {
	if text, ok := ownerEvidence[e.Code]; ok {
		return w.Text(text, w.quotedValues(e.Values))
	}
	switch e.Code {
	case result.EvidenceEarlier:
		return w.resolvedBy(e)
	case result.EvidenceOwnPast:
		return w.Text("this issue before: %s", w.resolvedBy(e))
	case result.EvidenceProblem:
		return w.Text("same problem record: %s", w.resolvedBy(e))
	case result.EvidenceSeveralSymptoms:
		if e.Location == "" {
			return w.Text("several symptoms at once, %s", w.Counts(e.Values))
		}
		return w.Text("several symptoms at one place at once, %s", w.quoted(e.Location+": "+w.Counts(e.Values)))
	case result.EvidenceOwnerNamed:
		return w.Text("people said it belongs to %s", w.Team(firstName(e.Values)))
	case result.EvidenceFunctionDecision:
		return w.Text("decisions that %s belongs to %s", w.Function(e.Function), w.Team(firstName(e.Values)))
	}
	return w.causeEvidence(e)
}

// resolvedBy says who resolved earlier tickets, and what became of them.
func (w Writer) resolvedBy(e result.Evidence) string {
	text := w.Text("resolved by %s", w.quotedValues(e.Values))
	switch {
	case e.Bounced > 0 && e.Reopened > 0:
		return w.Text("%s (%d after reassignment, %d reopened)", text, e.Bounced, e.Reopened)
	case e.Bounced > 0:
		return w.Text("%s (%d after reassignment)", text, e.Bounced)
	case e.Reopened > 0:
		return w.Text("%s (%d reopened)", text, e.Reopened)
	}
	return text
}

// quoted puts a value of the tickets between the marks of the language.
func (w Writer) quoted(value string) string { return w.Text("\"%s\"", value) }

// quotedValues name the commonest values, without the star of stems.
func (w Writer) quotedValues(values []result.Count) string {
	var quoted []string
	for _, v := range values[:min(valuesNamed, len(values))] {
		quoted = append(quoted, w.quoted(strings.TrimSuffix(v.Name, "*")))
	}
	text := strings.Join(quoted, ", ")
	if more := len(values) - valuesNamed; more > 0 {
		return w.Text("%s and %d more", text, more)
	}
	return text
}

func firstName(values []result.Count) string {
	if len(values) == 0 {
		return ""
	}
	return values[0].Name
}

// OwnerReason says why somebody is the owner, or nobody, and what speaks against
// it.
func (w Writer) OwnerReason(o result.Owner) string {
	text := w.mapReason(o)
	if d := o.Reason.Decided; d != nil {
		return w.Text("%s Without that: %s", w.ownerDecision(d, o.Function), text)
	}
	return text
}

// mapReason says what came of asking the owner map.
func (w Writer) mapReason(o result.Owner) string {
	r := o.Reason
	switch r.Code {
	case result.OwnerNoTickets:
		return w.Text("There are no tickets to judge by.")
	case result.OwnerUnrecognised:
		return w.unrecognised(r)
	}
	var parts []string
	if r.Code == result.OwnerByGroup {
		group := o.Team
		if r.Decided != nil {
			group = r.Decided.MapTeam
		}
		parts = append(parts, w.Text("The owner map does not know the resolver group %s: confirm it as owner and add it to a function's groups.", w.quoted(group)))
	}
	if counted := w.supports(o.Evidence); counted != "" {
		parts = append(parts, counted+".")
	}
	if r.FiledAs != nil && r.CausedBy != nil {
		parts = append(parts, w.Text("The tickets were filed as %s (%s), but they name %s as the cause (%s).",
			w.Function(r.FiledAs.Function), w.claim(r.FiledAs, r.Tickets), w.Function(r.CausedBy.Function), w.claim(r.CausedBy, r.Tickets)))
	}
	if r.Rival != nil {
		parts = append(parts, w.Text("Almost as much speaks for %s (%s): %s.", w.Function(r.Rival.Function), w.Team(r.Rival.Team), w.supports(r.Rival.Evidence)))
	}
	if r.Code == result.OwnerMissing {
		parts = append(parts, w.Text("The owner map names no team for %s.", w.Function(o.Function)))
	}
	return strings.Join(parts, " ")
}

// supports counts the strongest evidence that tickets give for a function: `6 of
// the 7 tickets with notes: resolution notes name "vlan"; 5 of 9: category
// "Printing"`.
func (w Writer) supports(evidence []result.Evidence) string {
	var lines []string
	for _, e := range evidence {
		if e.Code == result.EvidenceOwnerNamed || e.Code == result.EvidenceFunctionDecision {
			continue
		}
		if len(lines) == evidenceNamed {
			break
		}
		lines = append(lines, w.counted(e, len(lines) == 0))
	}
	return strings.Join(lines, "; ")
}

// counted says of how many tickets, of those that could show it, something was found.
func (w Writer) counted(e result.Evidence, first bool) string {
	what := w.Evidence(e)
	switch {
	case e.Code == result.EvidenceCauseInNotes:
		return w.Count(e.Of, "%[2]d of the %[1]d ticket with notes: %[3]s", "%[2]d of the %[1]d tickets with notes: %[3]s", e.Count, what)
	case e.Code == result.EvidenceCauseInCode:
		return w.Count(e.Of, "%[2]d of the %[1]d ticket with a code: %[3]s", "%[2]d of the %[1]d tickets with a code: %[3]s", e.Count, what)
	case e.Code == result.EvidencePassedOn:
		return w.Count(e.Of, "%[2]d of the %[1]d ticket reassigned and resolved: %[3]s", "%[2]d of the %[1]d tickets reassigned and resolved: %[3]s", e.Count, what)
	case e.Code == result.EvidenceEarlier:
		return w.Count(e.Of, "%[2]d of %[1]d earlier ticket like these: %[3]s", "%[2]d of %[1]d earlier tickets like these: %[3]s", e.Count, what)
	case e.Code == result.EvidenceOwnPast:
		return w.Count(e.Of, "%[2]d of %[1]d earlier ticket of this issue: %[3]s", "%[2]d of %[1]d earlier tickets of this issue: %[3]s", e.Count, w.resolvedBy(e))
	case e.Code == result.EvidenceProblem:
		return w.Count(e.Of, "%[2]d of %[1]d earlier ticket of the same problem record: %[3]s", "%[2]d of %[1]d earlier tickets of the same problem record: %[3]s", e.Count, w.resolvedBy(e))
	case e.Code == result.EvidenceEarlierNotes:
		return w.Count(e.Of, "%[2]d of %[1]d earlier ticket with notes: the notes name %[3]s", "%[2]d of %[1]d earlier tickets with notes: the notes name %[3]s", e.Count, w.quotedValues(e.Values))
	case e.Code == result.EvidenceEarlierCode:
		return w.Count(e.Of, "%[2]d of %[1]d earlier ticket with a code: the code names %[3]s", "%[2]d of %[1]d earlier tickets with a code: the code names %[3]s", e.Count, w.quotedValues(e.Values))
	case first:
		return w.Count(e.Of, "%[2]d of %[1]d ticket: %[3]s", "%[2]d of %[1]d tickets: %[3]s", e.Count, what)
	}
	return w.Text("%d of %d: %s", e.Count, e.Of, what)
}

// claim says what speaks for a function, with its share of all tickets:
// `category "Printing" in 9 of 9`.
func (w Writer) claim(c *result.Claim, tickets int) string {
	if len(c.Evidence) == 0 {
		return ""
	}
	return w.Text("%s in %d of %d", w.Evidence(c.Evidence[0]), c.Evidence[0].Count, tickets)
}

// nameable say that the owner map could name a value, by field.
var nameable = map[string]i18n.English{
	"category":         "the category %s (%d of %d) could be added to a function",
	"service":          "the service %s (%d of %d) could be added to a function",
	"assignment_group": "the resolver group %s (%d of %d) could be added to a function",
}

func (w Writer) unrecognised(r result.OwnerReason) string {
	if n := r.Nameable; n != nil {
		return w.Count(r.Tickets, "Nothing in %d ticket is named in the owner map; %s.", "Nothing in %d tickets is named in the owner map; %s.",
			w.Text(nameable[n.Field], w.quoted(n.Value), n.Count, r.Tickets))
	}
	return w.Count(r.Tickets,
		"Nothing in %d ticket is named in the owner map, and no category, service or resolver group is given that could be added to it.",
		"Nothing in %d tickets is named in the owner map, and no category, service or resolver group is given that could be added to it.")
}

// ownerDecision says which decisions made another team the owner than the map.
func (w Writer) ownerDecision(d *result.OwnerDecision, function string) string {
	if d.Code == result.DecidedFunction {
		return w.Count(d.Named, "%d decision gave patterns of %s to it, %d kept them.", "%d decisions gave patterns of %s to it, %d kept them.", w.Function(function), d.Kept)
	}
	if d.Code == result.DecidedNone {
		return w.nobodyDecided(d)
	}
	switch on := w.Date(d.Day); {
	case d.By != "" && d.Reason != "":
		return w.Text("Corrected on %s by %s: %s.", on, d.By, d.Reason)
	case d.By != "":
		return w.Text("Corrected on %s by %s.", on, d.By)
	case d.Reason != "":
		return w.Text("Corrected on %s: %s.", on, d.Reason)
	default:
		return w.Text("Corrected on %s.", on)
	}
}

// nobodyDecided says that people look for an owner, and whom they did not want.
func (w Writer) nobodyDecided(d *result.OwnerDecision) string {
	since := w.Text(answeredOn["find_an_owner"], w.Date(d.Day))
	if d.By != "" {
		since = w.Text(answeredBy["find_an_owner"], w.Date(d.Day), d.By)
	}
	if d.Reason != "" {
		since += ": " + d.Reason
	}
	if d.MapTeam == "" {
		return since + "."
	}
	return since + ". " + w.Text("The owner map names %s.", w.Team(d.MapTeam))
}

// Mandate says what the owner may decide alone and what needs others; "" where
// the owner map does not say.
func (w Writer) Mandate(o result.Owner) string {
	var parts []string
	if o.DecidesAlone != "" {
		parts = append(parts, w.Text("May decide alone: %s.", strings.TrimRight(w.Phrase(i18n.English(o.DecidesAlone)), ".")))
	}
	if o.NeedsOthers != "" {
		parts = append(parts, w.Text("Needs others for: %s.", strings.TrimRight(w.Phrase(i18n.English(o.NeedsOthers)), ".")))
	}
	return strings.Join(parts, " ")
}

// limitTexts say that a team is over a limit of the owner map.
var limitTexts = map[result.LimitCode]i18n.English{
	result.LimitFunctions: "That is %s functions a person, more than the %s that the map allows.",
	result.LimitPatterns:  "That is %s patterns a person, more than the %s that the map allows.",
}

// LoadReason says what a team holds and why that is too much, if it is.
func (w Writer) LoadReason(l *result.Load) string {
	functions := w.Count(l.Functions, "%d function", "%d functions")
	patterns := w.Count(l.Patterns, "%d pattern", "%d patterns")
	if l.Size == 0 {
		return w.Text("%s and %s; the size of the team is not in the map, so the load cannot be judged.", functions, patterns)
	}
	parts := []string{w.Text("%s and %s for %s.", functions, patterns, w.People(l.Size))}
	if l.PersonHours > 0 {
		parts[0] = w.Text("%s and %s for %s, at most %s lost.", functions, patterns, w.People(l.Size), w.Hours(math.RoundToEven(l.PersonHours)))
	}
	for _, e := range l.Exceeded {
		held := map[result.LimitCode]int{result.LimitFunctions: l.Functions, result.LimitPatterns: l.Patterns}[e.Code]
		parts = append(parts, w.Text(limitTexts[e.Code], w.Number(float64(held)/float64(l.Size)), w.Exact(&e.Limit)))
	}
	if l.Alone {
		parts = append(parts, w.Text("One person holds them alone: when that person is away, nobody answers for %s.", strings.Join(w.functions(l.FunctionNames), ", ")))
	}
	return strings.Join(parts, " ")
}

func (w Writer) functions(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = w.Function(n)
	}
	return out
}

// MapFit says that the owner map knows hardly any of the tickets, and what to do; ""
// if it fits.
func (w Writer) MapFit(f result.MapFit) string {
	switch {
	case f.Fits || f.Of == 0:
		return ""
	case f.Known == 0:
		return w.Count(f.Of, "The owner map knows nothing in the %d ticket looked at, so owners are missing or rest on earlier tickets: ticketpatterns check --learn FILE proposes entries for it.",
			"The owner map knows nothing in the %d tickets looked at, so owners are missing or rest on earlier tickets: ticketpatterns check --learn FILE proposes entries for it.")
	}
	return w.Text("The owner map knows %s of the tickets (%d of %d looked at), so most owners are missing or rest on earlier tickets: ticketpatterns check --learn FILE proposes entries for it.",
		w.Percent(float64(f.Known)/float64(f.Of)), f.Known, f.Of)
}

// strengths say how sure an answer is.
var strengths = map[result.Strength]i18n.English{result.Strong: "strong", result.Fair: "fair", result.Weak: "weak"}

// strengthReasons say why an answer is as sure as it is.
var strengthReasons = map[result.StrengthReason]i18n.English{
	result.KindsAgree:      "independent kinds of evidence agree",
	result.HistoryClear:    "most earlier tickets like these went there, and such answers are nearly always right in this export",
	result.HistoryDoubtful: "only earlier tickets say so, and such answers are wrong in this export as often as right",
	result.OneKind:         "only one kind of evidence says so",
	result.RivalNear:       "another team has almost as much evidence",
	result.MostSilent:      "most tickets say nothing that the owner map knows",
	result.FewTickets:      "there are only one or two tickets",
}

// Strength says how sure the owner is and why: `Evidence: weak, because only one kind
// of evidence says so. Resolution notes that name the cause would decide.`
func (w Writer) Strength(o result.Owner) string {
	if o.Strength == "" || o.Gap && o.Function == "" {
		return ""
	}
	var why []string
	for _, r := range o.Because {
		why = append(why, w.Text(strengthReasons[r]))
	}
	text := w.Text("Evidence: %s.", w.StrengthName(o))
	if len(why) > 0 {
		text = w.Text("Evidence: %s, because %s.", w.StrengthName(o), w.List(why))
	}
	if o.Strength == result.Weak {
		text += " " + w.decider(o)
	}
	return text
}

// StrengthName names how sure the owner is; "" where that is not said.
func (w Writer) StrengthName(o result.Owner) string {
	if o.Strength == "" {
		return ""
	}
	return w.Text(strengths[o.Strength])
}

// decider says what would decide who the owner is.
func (w Writer) decider(o result.Owner) string {
	if o.Alternative != "" {
		return w.Text("It would decide whether %s or %s finds the cause: note it when closing these tickets.", w.Team(o.Team), w.Team(o.Alternative))
	}
	return w.Text("The cause, noted when closing these tickets, would decide.")
}
