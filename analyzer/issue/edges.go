package issue

// edge is a pair of clusters that may be joined, a < b.
type edge struct {
	similarity float64
	a, b       int32
}

// edgeHeap is a max-heap: the most similar pair first, ties by the lower numbers.
type edgeHeap []edge

func (h edgeHeap) Len() int      { return len(h) }
func (h edgeHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h edgeHeap) Less(i, j int) bool {
	x, y := &h[i], &h[j]
	switch { // not cmp.Or, which would always compare all three
	case x.similarity != y.similarity:
		return x.similarity > y.similarity
	case x.a != y.a:
		return x.a < y.a
	}
	return x.b < y.b
}
func (h *edgeHeap) Push(x any) { *h = append(*h, x.(edge)) }
func (h *edgeHeap) Pop() any {
	old := *h
	last := old[len(old)-1]
	*h = old[:len(old)-1]
	return last
}
