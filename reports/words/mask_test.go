package words

import (
	"slices"
	"testing"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// The masks of quoted texts are in the reader's language, those of the stored run
// are not touched.
func TestMasked(t *testing.T) {
	german, err := i18n.Open("de")
	if err != nil {
		t.Fatal(err)
	}
	a := &result.Analysis{
		Names: "masked", Patterns: []result.Pattern{{Label: "call [name]", Exemplars: []result.Exemplar{{Description: "ask [name], [phone]"}}}},
		Assignments: []result.Assignment{{TicketID: "1"}},
	}
	got := In(german).Masked(a)
	if p := got.Patterns[0]; p.Label != "call [Name]" || p.Exemplars[0].Description != "ask [Name], [Telefon]" || len(got.Assignments) != 1 {
		t.Errorf("%+v, want German masks and all assignments", got)
	}
	if a.Patterns[0].Label != "call [name]" || (Writer{}).Masked(a) != a {
		t.Error("the English analysis was changed or copied")
	}
	a.Names = "shown"
	if In(german).Masked(a) != a {
		t.Error("what people wrote was taken for masks")
	}
}

// Every mask of the analyzer is known here.
func TestAllMasksAreKnown(t *testing.T) {
	for _, m := range []string{text.MaskMail, text.MaskLink, text.MaskAddress, text.MaskID, text.MaskPhone, text.MaskNumber, text.MaskName, text.MaskDate, text.MaskSecret} {
		if !slices.Contains(masks, i18n.English(m)) {
			t.Errorf("%s has no translation", m)
		}
	}
}
