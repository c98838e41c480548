package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
)

// codes returns the values that package result gives a type of codes, the empty
// one left out.
func codes(t *testing.T, typeName string) []string {
	t.Helper()
	names, err := filepath.Glob("../../analyzer/result/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var values []string
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			group, ok := decl.(*ast.GenDecl)
			if !ok || group.Tok != token.CONST {
				continue
			}
			for _, spec := range group.Specs {
				if v := spec.(*ast.ValueSpec); v.Type != nil && v.Type.(*ast.Ident).Name == typeName {
					text, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
					if err != nil {
						t.Fatal(err)
					}
					if text != "" {
						values = append(values, text)
					}
				}
			}
		}
	}
	if len(values) < 2 {
		t.Fatalf("%d codes of type %s found, so this test looked in the wrong place", len(values), typeName)
	}
	return values
}

// everything is a pattern of which every number that a sentence may need is known.
func everything() *result.Pattern {
	return &result.Pattern{
		Label: "scanner", Due: "2026-07-08", Tickets: []string{"1", "2"}, WindowDays: 14, Owner: result.Owner{Team: "Network", Alternative: "Storage"},
		Standing: result.Standing{
			Asked: "2026-06-28", Forecast: &result.Forecast{Window: result.Span{From: "2026-06-21"}, Seen: 3, High: 2}, Fix: &result.FixCheck{On: "2026-06-14", Verdict: result.VerdictHolds, Seen: 1, Expected: 4},
			Decisions: []result.Decision{{Number: 7, Decision: "accept"}},
		},
	}
}

// Every code has a sentence, and no two codes the same.
func TestEveryCodeHasASentence(t *testing.T) {
	var w Writer
	p := everything()
	for typeName, write := range map[string]func(code string) string{
		"Ask": func(code string) string { p.Ask = result.Ask(code); return w.Ask(p) },
		"ReasonCode": func(code string) string {
			p.Standing.Reason = result.Reason{Code: result.ReasonCode(code), Decision: "accept", Day: "2026-06-28", Team: "Network", Label: "printer", TicketsThen: 1, DaysThen: 7}
			return w.StandingReason(p)
		},
		"EventCode": func(code string) string {
			return w.Event(p, result.Event{Code: result.EventCode(code), Decision: 7, Label: "printer"})
		},
		"EvidenceCode": func(code string) string { return w.Evidence(evidenceOf(result.EvidenceCode(code))) },
		"OwnerReasonCode": func(code string) string {
			return w.OwnerReason(result.Owner{Function: "Printing", Reason: result.OwnerReason{Code: result.OwnerReasonCode(code), Tickets: 9}, Evidence: []result.Evidence{evidenceOf(result.EvidenceCategory)}})
		},
		"OwnerDecisionCode": func(code string) string {
			return w.ownerDecision(&result.OwnerDecision{Code: result.OwnerDecisionCode(code), Day: "2026-06-28", Named: 3}, "Printing")
		},
		"Probe": func(code string) string { return w.CauseCheck(result.Cause{Check: result.Probe(code)}) },
		"LimitCode": func(code string) string {
			return w.LoadReason(&result.Load{Size: 2, Functions: 3, Patterns: 4, Exceeded: []result.Limit{{Code: result.LimitCode(code), Limit: 1}}})
		},
		"Measure": func(code string) string {
			return w.Measure(result.Value{Measure: result.Measure(code), Days: 14, Since: "2026-06-28"})
		},
	} {
		said := map[string]string{}
		for _, code := range codes(t, typeName) {
			text := write(code)
			if text == "" || text == code && strings.Contains(code, "_") || strings.Contains(text, "%!") {
				t.Errorf("%s %q is said as %q", typeName, code, text)
			}
			if other, twice := said[text]; twice {
				t.Errorf("%s %q and %q are both said as %q", typeName, code, other, text)
			}
			said[text] = code
		}
	}
}

func TestStatement(t *testing.T) {
	p := result.Pattern{
		Label: "Ledgerline crashes", Department: "Finance", Requesters: 8, Tickets: make([]string, 8),
		FirstTicket: "2026-06-16", LastTicket: "2026-06-28", Expected: ptr(0.05), WindowDays: 14, Kind: result.Emerging,
	}
	for want, change := range map[string]func(*result.Pattern){
		"8 people in Finance reported problems such as “Ledgerline crashes” since 16 Jun 2026. Usually nobody does.":                                          func(*result.Pattern) {},
		"8 people in Finance reported problems such as “Ledgerline crashes” on 28 Jun 2026. There is no baseline yet, so it is not known how many are usual.": func(p *result.Pattern) { p.FirstTicket, p.Expected = p.LastTicket, nil },
		"8 people in Rotterdam reported problems such as “Ledgerline crashes” in 9 tickets, week after week, in the last 2 weeks.": func(p *result.Pattern) {
			p.Department, p.Location, p.Kind, p.Tickets = "", "Rotterdam", result.Chronic, make([]string, 9)
		},
		"8 tickets reported problems such as “Ledgerline crashes” since 16 Jun 2026. There is no baseline yet, so it is not known how many are usual.": func(p *result.Pattern) { p.Department, p.Requesters, p.Expected = "", 0, nil },
	} {
		q := p
		change(&q)
		if got := (Writer{}).Statement(&q); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestAsk(t *testing.T) {
	for ask, want := range map[result.Ask]string{
		result.AskNobody:   "It is unowned. Name an owner by 8 Jul 2026",
		result.AskTakeOver: "Network: take over the root cause, or say by 8 Jul 2026 why not",
		result.AskWhether:  "Network: it may not be yours. Say by 8 Jul 2026 whether",
		result.AskAgree:    "Network: almost as much speaks for Storage. Agree by 8 Jul 2026",
	} {
		p := everything()
		p.Ask = ask
		if got := (Writer{}).Ask(p); !strings.HasPrefix(got, want) {
			t.Errorf("%q, want it to begin %q", got, want)
		}
	}
}

func TestCriterion(t *testing.T) {
	c := result.Criterion{Text: "{people} people in {days} days", People: 7, Days: 14, Values: []result.Value{{Measure: result.MeasurePeopleWithin, Seen: 9, AtLeast: 7, Days: 14}}}
	if got := (Writer{}).Criterion(c) + ": " + (Writer{}).Values(c); got != "7 people in 14 days: people within 14 days: 9, needs >= 7" {
		t.Error(got)
	}
}
