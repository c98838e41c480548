package memory

import (
	"fmt"
	"testing"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// finance is a data set of four tickets of one department and one site.
func finance() *dataset.Dataset {
	day := time.Date(2026, 6, 28, 9, 0, 0, 0, time.UTC)
	var tickets []ticket.Ticket
	for i := range 4 {
		tickets = append(tickets, ticket.Ticket{ID: fmt.Sprint(i), Opened: day, Department: "Finance", Location: "Leeds", ConfigurationItem: "LAP-1", Subject: "crash"})
	}
	return dataset.New(tickets, day)
}

// scopeOf fixes fields, as a search would.
func scopeOf(d *dataset.Dataset, values ...result.FieldValue) dataset.Scope {
	return d.FindScope(values)
}

// An id is made of canonical columns, so that it is the same in every language; the
// digests are those of the first run that names them so.
func TestPatternIDNamesColumns(t *testing.T) {
	d := finance()
	for want, s := range map[string]dataset.Scope{
		past.ID("P-", "I-1", "emerging", ""):                                         {},
		past.ID("P-", "I-1", "emerging", "department=Finance"):                       scopeOf(d, result.FieldValue{Field: "department", Value: "finance"}),
		past.ID("P-", "I-1", "emerging", "configuration_item=LAP-1\nlocation=Leeds"): scopeOf(d, result.FieldValue{Field: "location", Value: "Leeds"}, result.FieldValue{Field: "configuration_item", Value: "LAP-1"}),
	} {
		if got := PatternID(d, "I-1", result.Emerging, s); got != want {
			t.Errorf("%q: %s, want %s", s.Key(d), got, want)
		}
	}
}

// A remembered pattern keeps its id, however that was made; a new one gets its own.
func TestRecognisedPatternKeepsItsID(t *testing.T) {
	d := finance()
	m := past.Memory{
		Salt:   []byte("salt"),
		Issues: []past.Issue{{ID: "I-1"}},
		Patterns: []past.Pattern{{
			ID: "P-of-another-version", Issue: "I-1", Kind: "emerging", Where: []past.Value{{Field: "department", Value: "Finance"}}, FirstReported: "2026-06-21",
		}},
	}
	for _, key := range []string{"0", "1"} {
		m.Patterns[0].Tickets = append(m.Patterns[0].Tickets, past.KeyOf(m.Salt, "", key))
	}
	inFinance := scopeOf(d, result.FieldValue{Field: "department", Value: "Finance"})
	tracks := New(m, d).Recognise(d, []Candidate{
		{Kind: result.Emerging, Issue: "I-1", Scope: inFinance, Tickets: []int32{0, 1, 2}},
		{Kind: result.Chronic, Issue: "I-1", Scope: inFinance, Tickets: []int32{0, 1, 2, 3}},
	}, "2026-06-28")
	if tracks[0].ID != "P-of-another-version" || tracks[0].Before == nil {
		t.Errorf("%+v, want the remembered pattern", tracks[0])
	}
	if want := PatternID(d, "I-1", result.Chronic, inFinance); tracks[1].ID != want || tracks[1].Before != nil {
		t.Errorf("%+v, want a new pattern %s", tracks[1], want)
	}
}
