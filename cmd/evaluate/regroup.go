package main

import (
	"cmp"
	"maps"
	"math/rand/v2"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// truths are the shares of tickets whose resolver group is the right team; the
// others have one by lot.
var truths = []float64{0, 0.6, 0.9}

// asker asks for the owner of tickets in one export, as one organisation with
// groups that are truthful to one degree.
type asker struct {
	data     *dataset.Dataset
	describe *describe.Describer
	finder   *owner.Finder
	number   map[string]int32
}

// ask regroups the tickets of an export: right names the teams of those that are
// planted, and the category the team of the others.
func (o organisation) ask(data *dataset.Dataset, right func(id string) []string, truth float64, seed uint64) *asker {
	chance := rand.New(rand.NewPCG(seed, 11))
	a := &asker{finder: o.m.Finder(), number: map[string]int32{}}
	byCategory := map[string]string{}
	all := slices.Clone(data.Tickets)
	for i := range all {
		t := &all[i]
		if chance.Float64() >= truth {
			continue
		}
		if teams := right(t.ID); teams != nil {
			t.AssignmentGroup = teams[0]
			continue
		}
		if _, ok := byCategory[t.Category]; !ok {
			byCategory[t.Category] = a.finder.Find([]owner.Facts{categoryOf(t)}, owner.Context{}).Team
		}
		t.AssignmentGroup = cmp.Or(byCategory[t.Category], t.AssignmentGroup)
	}
	a.data = regrouped(data, all)
	a.describe = describe.New(a.data, describe.Options{Owners: o.m, WorkdayHours: 8})
	for i := range a.data.Tickets {
		a.number[a.data.Tickets[i].ID] = int32(i)
	}
	return a
}

// regrouped returns a data set with other groups of its tickets, which share all that is
// known of their texts.
func regrouped(data *dataset.Dataset, all []ticket.Ticket) *dataset.Dataset {
	silent := slices.Clone(all)
	for i := range silent {
		silent[i].Subject, silent[i].Description = "", ""
	}
	d := *data
	d.Tickets = all
	d.Fields[dataset.AssignmentGroup] = dataset.New(silent, data.AsOf).Fields[dataset.AssignmentGroup]
	return &d
}

// owner is asked of tickets by their ids.
func (a *asker) owner(ids []string) result.Owner {
	return a.describe.Owner(dataset.Scope{}, a.numbers(ids), nil)
}

func (a *asker) numbers(ids []string) []int32 {
	var numbers []int32
	for _, id := range ids {
		numbers = append(numbers, a.number[id])
	}
	slices.Sort(numbers)
	return numbers
}

// byCategory is the answer by the categories of the tickets alone.
func (a *asker) byCategory(ids []string) result.Owner {
	var facts []owner.Facts
	for _, n := range a.numbers(ids) {
		facts = append(facts, categoryOf(&a.data.Tickets[n]))
	}
	return a.finder.Find(facts, owner.Context{})
}

// held is the team of the group that holds most of the tickets, the first of equals.
func (a *asker) held(ids []string) string {
	counts := map[string]int{}
	for _, n := range a.numbers(ids) {
		if b := a.finder.Bind(a.data.Tickets[n].AssignmentGroup); !b.Desk && b.Team != "" {
			counts[b.Team]++
		}
	}
	if len(counts) == 0 {
		return ""
	}
	return slices.MaxFunc(slices.Sorted(maps.Keys(counts)), func(a, b string) int { return cmp.Or(cmp.Compare(counts[a], counts[b]), cmp.Compare(b, a)) })
}
