package describe

import (
	"fmt"
	"testing"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

func TestCause(t *testing.T) {
	ask := func(subjects []string, changes ...ticket.Change) result.Cause {
		var tickets []ticket.Ticket
		var numbers []int32
		for i, s := range subjects {
			tickets = append(tickets, ticket.Ticket{ID: fmt.Sprint(i), Subject: s, Service: "Ledgerline", Opened: lastDay.AddDate(0, 0, -5).Add(time.Duration(i) * time.Hour)})
			numbers = append(numbers, int32(i))
		}
		return New(dataset.New(tickets, lastDay), Options{Changes: changes}).cause(numbers, numbers)
	}
	for _, c := range []struct {
		name     string
		subjects []string
		want     result.CauseKind
	}{
		{"wording about an update", []string{"crashes since the update", "broken after the update!", "stürzt seit dem Update ab"}, result.CauseChange},
		{"how-to wording", []string{"How do I enter a trip?", "where can I find the form", "how to book"}, result.CauseTraining},
		{"slowness", []string{"very slow today", "times out", "system is slow"}, result.CauseCapacity},
		{"nothing to go by", []string{"it is odd", "strange thing", "please look"}, result.CauseUnknown},
		{"one in four is not enough", []string{"slow", "odd", "strange", "weird"}, result.CauseUnknown},
	} {
		if got := ask(c.subjects); got.Kind != c.want || (got.Kind == result.CauseUnknown) != (len(got.Evidence) == 0) {
			t.Errorf("%s: %+v, want %s", c.name, got, c.want)
		}
	}
	odd := []string{"it is odd", "strange thing", "please look"}
	before := ticket.Change{ID: "CHG1", Service: "ledgerline", Start: lastDay.AddDate(0, 0, -7), Summary: "client update"}
	if got := ask(odd, before); got.Kind != result.CauseChange || got.Evidence[0].Count != 3 || got.Evidence[0].Change.DaysBefore != 2 {
		t.Errorf("change two days before: %+v", got)
	}
	for _, c := range []ticket.Change{
		{ID: "late", Service: "Ledgerline", Start: lastDay},
		{ID: "early", Service: "Ledgerline", Start: lastDay.AddDate(0, 0, -20)},
		{ID: "other", Service: "Payroll", Start: lastDay.AddDate(0, 0, -7)},
	} {
		if got := ask(odd, c); got.Kind != result.CauseUnknown {
			t.Errorf("change %s is taken as a cause: %+v", c.ID, got)
		}
	}
}
