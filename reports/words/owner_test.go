package words

import (
	"slices"
	"strings"
	"testing"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// evidenceOf is evidence with every operand that the sentence of its code needs.
func evidenceOf(code result.EvidenceCode) result.Evidence {
	e := result.Evidence{Code: code, Count: 2, Of: 9, Tickets: []string{"1", "2"}, Values: []result.Count{{Name: "print*", Count: 2}}, Function: "Printing", Location: "Leeds"}
	switch code {
	case result.EvidenceDeclaredChange:
		e.Change = &result.ChangeBefore{Change: result.Change{ID: "C-1", Day: "2026-06-20", Summary: "patch"}, DaysBefore: 2}
	case result.EvidenceSuddenOnset:
		e.Onset = &result.SuddenOnset{Tickets: 8, WithinDays: 3, SilentDays: 28}
	case result.EvidenceSlowRise:
		e.Rise = &result.SlowRise{Weekly: []int{2, 3, 4, 6}}
	case result.EvidenceShortHandling:
		e.Handling = &result.HandlingAgainst{Hours: 0.5, DeskHours: 8}
	case result.EvidencePeakHours:
		e.Peak = &result.PeakHours{Tickets: 9, From: 8, To: 10, Days: 4}
	}
	return e
}

func TestEvidence(t *testing.T) {
	many := result.Evidence{Code: result.EvidenceHeldBy, Values: []result.Count{{Name: "A"}, {Name: "B"}, {Name: "C"}, {Name: "D"}, {Name: "E"}}}
	place := result.Evidence{Code: result.EvidenceSeveralSymptoms, Location: "Leeds", Values: []result.Count{{Name: "Printing", Count: 3}, {Name: "Storage", Count: 1200}}}
	for _, test := range []struct {
		e    result.Evidence
		want string
	}{
		{evidenceOf(result.EvidenceCategory), `category "print"`},
		{many, `resolver group "A", "B", "C" and 2 more`},
		{place, `several symptoms at one place at once, "Leeds: Printing 3, Storage 1,200"`},
		{evidenceOf(result.EvidenceDeclaredChange), "change C-1 on 20 Jun 2026, 2 days before the first ticket: patch"},
		{evidenceOf(result.EvidenceSuddenOnset), "sudden onset: 8 of 9 tickets within 3 days of the first, none in the 28 days before"},
		{evidenceOf(result.EvidenceSlowRise), "slow rise: 2, 3, 4, 6 tickets in the last 4 weeks"},
		{evidenceOf(result.EvidenceShortHandling), "short handling: resolved in 0.5 hours at the median, the desk's tickets in 8"},
		{evidenceOf(result.EvidencePeakHours), "a time of day: 9 of 9 tickets opened between 8 and 10 o'clock, on 4 days"},
		{evidenceOf(result.EvidenceOneItem), "one configuration item: 2 of the 9 tickets that name one have print*"},
		{result.Evidence{Code: "of_a_later_version"}, "of_a_later_version"},
	} {
		if got := w.Evidence(test.e); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

func TestOwnerReason(t *testing.T) {
	category := result.Evidence{Code: result.EvidenceCategory, Count: 9, Of: 9, Values: []result.Count{{Name: "Printing", Count: 9}}}
	text := result.Evidence{Code: result.EvidenceText, Count: 9, Of: 9, Values: []result.Count{{Name: "print*", Count: 9}}}
	notes := result.Evidence{Code: result.EvidenceCauseInNotes, Count: 7, Of: 7, Values: []result.Count{{Name: "vlan", Count: 7}}}
	owner := func(code result.OwnerReasonCode, change func(*result.Owner), evidence ...result.Evidence) result.Owner {
		o := result.Owner{Function: "Printing", Team: "Desk", Evidence: evidence, Reason: result.OwnerReason{Code: code, Tickets: 9}}
		if change != nil {
			change(&o)
		}
		return o
	}
	said := result.Evidence{Code: result.EvidenceOwnerNamed, Count: 1, Values: []result.Count{{Name: "Net", Count: 1}}}
	for _, test := range []struct {
		o    result.Owner
		want string
	}{
		{owner(result.OwnerByEvidence, nil, category, text), `9 of 9 tickets: category "Printing"; 9 of 9: text says "print".`},
		{owner(result.OwnerByEvidence, func(o *result.Owner) {
			o.Reason.FiledAs = &result.Claim{Function: "Printing", Team: "Desk", Evidence: []result.Evidence{category}}
			o.Reason.CausedBy = &result.Claim{Function: "Networking", Team: "Net", Evidence: []result.Evidence{notes}}
		}, notes), `7 of the 7 tickets with notes: resolution notes name "vlan". ` +
			`The tickets were filed as Printing (category "Printing" in 9 of 9), but they name Networking as the cause (resolution notes name "vlan" in 7 of 9).`},
		{owner(result.OwnerByEvidence, func(o *result.Owner) {
			o.Reason.Rival = &result.Claim{Function: "Networking", Team: "Net", Evidence: []result.Evidence{notes}}
		}, category), `9 of 9 tickets: category "Printing". Almost as much speaks for Networking (Net): 7 of the 7 tickets with notes: resolution notes name "vlan".`},
		{owner(result.OwnerMissing, nil, category), `9 of 9 tickets: category "Printing". The owner map names no team for Printing.`},
		{owner(result.OwnerUnrecognised, func(o *result.Owner) {
			o.Reason.Nameable = &result.Nameable{Field: "category", Value: "Garden", Count: 2}
		}), `Nothing in 9 tickets is named in the owner map; the category "Garden" (2 of 9) could be added to a function.`},
		{owner(result.OwnerUnrecognised, func(o *result.Owner) { o.Reason.Tickets = 1 }),
			"Nothing in 1 ticket is named in the owner map, and no category, service or resolver group is given that could be added to it."},
		{owner(result.OwnerNoTickets, nil), "There are no tickets to judge by."},
		{owner(result.OwnerByEvidence, func(o *result.Owner) {
			o.Reason.Decided = &result.OwnerDecision{Code: result.DecidedPattern, Day: "2026-06-28", By: "Kim", Reason: "moved"}
		}, said, category), `Corrected on 28 Jun 2026 by Kim: moved. Without that: 9 of 9 tickets: category "Printing".`},
		{owner(result.OwnerByEvidence, func(o *result.Owner) {
			o.Reason.Decided = &result.OwnerDecision{Code: result.DecidedFunction, Named: 3}
		}, category), `3 decisions gave patterns of Printing to it, 0 kept them. Without that: 9 of 9 tickets: category "Printing".`},
		{owner(result.OwnerByEvidence, func(o *result.Owner) {
			o.Gap, o.Team, o.Function = true, "", ""
			o.Reason.Decided = &result.OwnerDecision{Code: result.DecidedNone, Day: "2026-06-28", By: "Kim", Reason: "nobody runs it", MapTeam: "Desk"}
		}, category), `An owner is being found since 28 Jun 2026, by Kim: nobody runs it. The owner map names Desk. Without that: 9 of 9 tickets: category "Printing".`},
		{owner(result.OwnerByGroup, func(o *result.Owner) {
			o.Reason.Decided = &result.OwnerDecision{Code: result.DecidedPattern, Day: "2026-06-28", MapTeam: "Field team"}
		}), `Corrected on 28 Jun 2026. Without that: The owner map does not know the resolver group "Field team": confirm it as owner and add it to a function's groups.`},
		{owner(result.OwnerByEvidence, nil, result.Evidence{Code: result.EvidenceOwnPast, Count: 31, Of: 34, Bounced: 5, Reopened: 2, Values: []result.Count{{Name: "Network", Count: 31}}},
			result.Evidence{Code: result.EvidenceProblem, Count: 6, Of: 7, Values: []result.Count{{Name: "DBA", Count: 6}}},
			result.Evidence{Code: result.EvidenceEarlierNotes, Count: 9, Of: 12, Values: []result.Count{{Name: "vlan*", Count: 9}}}),
			`31 of 34 earlier tickets of this issue: resolved by "Network" (5 after reassignment, 2 reopened); 6 of 7 earlier tickets of the same problem record: resolved by "DBA"; 9 of 12 earlier tickets with notes: the notes name "vlan".`},
		{owner(result.OwnerByEvidence, nil, result.Evidence{Code: result.EvidenceEarlierCode, Count: 1, Of: 1, Values: []result.Count{{Name: "dns", Count: 1}}}),
			`1 of 1 earlier ticket with a code: the code names "dns".`},
	} {
		if got := w.OwnerReason(test.o); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

// German puts values of the tickets between its own marks.
func TestGermanMarks(t *testing.T) {
	german, err := ForLocale("de-DE")
	if err != nil {
		t.Fatal(err)
	}
	category := result.Evidence{Code: result.EvidenceCategory, Count: 9, Of: 9, Values: []result.Count{{Name: "Printing", Count: 9}}}
	o := result.Owner{Function: "Printing", Team: "Desk", Evidence: []result.Evidence{category}, Reason: result.OwnerReason{Code: result.OwnerByGroup, Tickets: 9}}
	if got := german.OwnerReason(o); !strings.Contains(got, "„Printing“") || !strings.Contains(got, "„Desk“") || strings.Contains(got, `"`) {
		t.Errorf("got %s, want German marks", got)
	}
}

// Fields that the owner map could name each have a sentence.
func TestNameable(t *testing.T) {
	for _, field := range []string{"category", "service", "assignment_group"} {
		r := result.OwnerReason{Code: result.OwnerUnrecognised, Tickets: 3, Nameable: &result.Nameable{Field: field, Value: "x", Count: 2}}
		if got := w.OwnerReason(result.Owner{Reason: r}); !strings.Contains(got, `"x" (2 of 3) could be added to a function`) {
			t.Errorf("%s: %q", field, got)
		}
	}
}

// That the map fits none of an export's words is said with what to do; that it fits is
// not said.
func TestMapFit(t *testing.T) {
	german, err := i18n.Open("de")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		got, want string
	}{
		{w.MapFit(result.MapFit{Known: 900, Of: 1000, Fits: true}), ""},
		{w.MapFit(result.MapFit{}), ""},
		{w.MapFit(result.MapFit{Of: 1200}), "The owner map knows nothing in the 1,200 tickets looked at, so owners are missing or rest on earlier tickets: ticketpatterns check --learn FILE proposes entries for it."},
		{w.MapFit(result.MapFit{Known: 40, Of: 4000}), "The owner map knows 1% of the tickets (40 of 4,000 looked at), so most owners are missing or rest on earlier tickets: ticketpatterns check --learn FILE proposes entries for it."},
		{In(german).MapFit(result.MapFit{Known: 40, Of: 4000}), "Der Zuständigkeitsplan erkennt in 1 % der Tickets etwas wieder (40 von 4.000 geprüften); die meisten Verantwortlichen fehlen deshalb oder ergeben sich nur aus früheren Tickets: ticketpatterns check --learn DATEI schlägt Einträge vor."},
	} {
		if test.got != test.want {
			t.Errorf("got  %s\nwant %s", test.got, test.want)
		}
	}
}

func TestLoadReason(t *testing.T) {
	german, err := i18n.Open("de")
	if err != nil {
		t.Fatal(err)
	}
	busy := &result.Load{Size: 2, Functions: 2, Patterns: 3001, PersonHours: 12345.6, Exceeded: []result.Limit{{Code: result.LimitPatterns, Limit: 2.5}}}
	for _, test := range []struct {
		got  string
		want []string
	}{
		{w.LoadReason(&result.Load{Size: 2, Functions: 2, Patterns: 7, PersonHours: 12.4, Exceeded: []result.Limit{{Code: result.LimitPatterns, Limit: 3}}}),
			[]string{"2 functions and 7 patterns for 2 people, at most 12 hours lost. That is 3.5 patterns a person, more than the 3 that the map allows."}},
		{w.LoadReason(&result.Load{Patterns: 1}), []string{"0 functions and 1 pattern; the size of the team is not in the map, so the load cannot be judged."}},
		{w.LoadReason(&result.Load{Size: 1, Functions: 2, Patterns: 1, Alone: true, FunctionNames: []string{"Printing", "Software"}}),
			[]string{"2 functions and 1 pattern for 1 person. One person holds them alone: when that person is away, nobody answers for Printing, Software."}},
		{In(german).LoadReason(busy), []string{german.Count(3001, "%d pattern", "%d patterns"), "12.346", "1.501", "2,5"}},
	} {
		if slices.ContainsFunc(test.want, func(want string) bool { return !strings.Contains(test.got, want) }) {
			t.Errorf("%q, want %q in it", test.got, test.want)
		}
	}
}

// What the built-in map says is translated; what a site wrote itself is not.
func TestMandateIsTranslated(t *testing.T) {
	german, err := i18n.Open("de")
	if err != nil {
		t.Fatal(err)
	}
	built := result.Owner{DecidesAlone: "print queues, drivers, printers and their maintenance contract", NeedsOthers: "our own words"}
	if got := In(german).Mandate(built); strings.Contains(got, "print queues") || !strings.Contains(got, "our own words") {
		t.Error(got)
	}
}
