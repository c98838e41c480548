package detect

import (
	"fmt"
	"testing"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/ticket"
)

// A signature names department and place of its writer; that is no symptom. A word that
// happens to be the name of another department is.
func TestNameOfThePlaceIsNoSymptom(t *testing.T) {
	var tickets []ticket.Ticket
	for i := range 12 {
		tickets = append(tickets, ticket.Ticket{
			ID: fmt.Sprint(i), Opened: time.Date(2026, 1, 1, i, 0, 0, 0, time.UTC), Department: "Engineering", Location: "Leeds, Park Row",
			Subject: []string{"screw loose, Engineering Leeds", "leave request, Engineering Leeds", "payroll run stands still"}[i%3],
		})
	}
	tickets = append(tickets, ticket.Ticket{ID: "p", Opened: time.Date(2026, 1, 1, 20, 0, 0, 0, time.UTC), Department: "Payroll", Subject: "payroll run stands still"})
	e := dataset.New(tickets, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	s := &search{export: e}
	for term := range uint32(e.Corpus.Terms()) {
		var using []int32
		for n := range e.Texts {
			for _, k := range e.Texts[n].Vector.Terms {
				if k == term {
					using = append(using, e.Texts[n].Tickets...)
				}
			}
		}
		said := e.Corpus.Surface(term)
		if want := said == "engineering" || said == "leeds" || said == "engineering leeds"; s.saysWhere(term, using) != want {
			t.Errorf("%q says where: %v, want %v", said, !want, want)
		}
	}
}
