package detect

import (
	"math/rand/v2"
	"testing"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/text"
)

// BenchmarkScopeIndex searches a scope of 2000 texts of 30 of 3000 terms, some of
// which are in many texts, for groups of four.
func BenchmarkScopeIndex(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 1))
	const texts, terms = 2000, 3000
	e, tickets, weight := &dataset.Dataset{}, make([]int32, texts), make([]int, texts)
	for d := range int32(texts) {
		used := map[uint32]bool{}
		for len(used) < 30 {
			used[uint32(terms*random.Float64()*random.Float64()*random.Float64())] = true
		}
		var v text.Vector
		for t := range uint32(terms) {
			if used[t] {
				v.Terms, v.Weights = append(v.Terms, t), append(v.Weights, random.Float32()+0.1)
			}
		}
		e.Texts = append(e.Texts, dataset.DistinctText{Vector: text.Unit(v), Tickets: []int32{d}})
		e.TextOf, e.Day = append(e.TextOf, d), append(e.Day, texts-1-int(d))
		tickets[d], weight[d] = d, 1
	}
	w := &worker{search: &search{export: e}, sum: newVectorSum(terms)}
	here := newScopeIndex(e, terms)
	here.use(e, tickets)
	groups := make([]centroid, 100)
	for i := range groups {
		groups[i] = w.centroid(tickets, weight, random.Perm(texts)[:4])
	}
	q := &sought{weightOf: make([]float64, terms)}
	for i := 0; b.Loop(); i++ {
		q.set(groups[i%len(groups)])
		here.search(q)
		here.all()
	}
}
