package parallel

import "testing"

// All parts are taken, each once and in their order, for numbers around that of a batch.
func TestInOrder(t *testing.T) {
	for _, n := range []int{0, 1, atOnce - 1, atOnce, 2*atOnce + 3} {
		next := 0
		InOrder(n, func(i int) int { return 3 * i }, func(i, part int) {
			if i != next || part != 3*i {
				t.Fatalf("part %d of %d is %d, want part %d", i, n, part, next)
			}
			next++
		})
		if next != n {
			t.Errorf("%d of %d parts", next, n)
		}
	}
}
