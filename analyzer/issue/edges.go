package issue

import "cmp"

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
	return cmp.Or(-cmp.Compare(h[i].similarity, h[j].similarity), cmp.Compare(h[i].a, h[j].a), cmp.Compare(h[i].b, h[j].b)) < 0
}
func (h *edgeHeap) Push(x any) { *h = append(*h, x.(edge)) }
func (h *edgeHeap) Pop() any {
	old := *h
	last := old[len(old)-1]
	*h = old[:len(old)-1]
	return last
}
