package detect

import (
	"math/rand/v2"
	"slices"
	"testing"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/text"
)

// TestMatchers compares the search within a scope, which numbers texts anew and goes back
// in time by steps, and that in the whole export, with a comparison of each text.
func TestMatchers(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	vectors, _ := randomVectors(random, 60)
	e, index := &dataset.Dataset{}, text.NewIndex(vectors)
	for _, v := range vectors {
		e.Texts = append(e.Texts, dataset.DistinctText{Vector: v})
	}
	const tickets = 300
	for i := range tickets {
		e.Day = append(e.Day, tickets-1-i)
		e.TextOf = append(e.TextOf, int32(random.IntN(len(vectors)+1))-1)
	}
	for t, d := range e.TextOf {
		if d >= 0 {
			e.Texts[d].Tickets = append(e.Texts[d].Tickets, int32(t))
		}
	}
	here, wide, sum := newScopeIndex(e, len(index.Postings)), newGlobalMatcher(e, index), newVectorSum(len(index.Postings))
	q := &sought{weightOf: make([]float64, len(index.Postings))}
	found := 0
	for range 50 {
		scope := []int32{}
		for i := range int32(tickets) {
			if random.IntN(3) > 0 {
				scope = append(scope, i)
			}
		}
		here.use(e, scope)
		group := random.Perm(len(vectors))[:3]
		m := centroid{threshold: 0.05 + random.Float64()/2}
		weight, all := make([]int, len(vectors)), make([]int32, len(vectors))
		for d := range all {
			all[d], weight[d] = int32(d), 1
		}
		m.terms, m.own = sum.centroid(e.Texts, all, weight, group)
		for _, g := range group {
			m.members = append(m.members, int32(g))
		}
		days := random.IntN(tickets)
		everywhere := matchesByHand(e, m)
		q.set(m)
		wide.search(q)
		if got := wide.all(); !slices.Equal(got, everywhere) {
			t.Fatalf("everywhere: %v, want %v", got, everywhere)
		}
		want := slices.DeleteFunc(everywhere, func(x int32) bool { _, in := slices.BinarySearch(scope, x); return !in })
		wantRecent := slices.DeleteFunc(slices.Clone(want), func(x int32) bool { return e.Day[x] >= days })
		here.search(q)
		for _, since := range []int{days / 2, days} {
			recent := slices.DeleteFunc(slices.Clone(here.since(since)), func(x int32) bool { return e.Day[x] >= days })
			slices.Sort(recent)
			if since == days && !slices.Equal(recent, wantRecent) {
				t.Fatalf("since %d days: %v, want %v", days, recent, wantRecent)
			}
		}
		if got := here.all(); !slices.Equal(got, want) {
			t.Fatalf("all: %v, want %v", got, want)
		}
		found += len(want)
	}
	if found == 0 {
		t.Error("no group of the test says anything: it cannot fail")
	}
}

// matchesByHand returns the tickets whose text matches a centroid, ascending.
func matchesByHand(e *dataset.Dataset, m centroid) []int32 {
	weights := map[uint32]float64{}
	for _, x := range m.terms {
		weights[x.term] = x.weight
	}
	var tickets []int32
	for d := range e.Texts {
		closeness := 0.0
		for i, term := range e.Texts[d].Vector.Terms {
			closeness += weights[term] * float64(e.Texts[d].Vector.Weights[i])
		}
		if i := slices.Index(m.members, int32(d)); i >= 0 {
			closeness = m.own[i]
		}
		if closeness >= m.threshold {
			tickets = append(tickets, e.Texts[d].Tickets...)
		}
	}
	slices.Sort(tickets)
	return tickets
}
