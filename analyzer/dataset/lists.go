package dataset

import "slices"

// Shared counts the common elements of two ascending lists, such as the tickets of two
// patterns.
func Shared(a, b []int32) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}

// MostlyIn reports whether half of a list or more lies in one of others; all ascending.
func MostlyIn(list []int32, others ...[]int32) bool {
	for _, o := range others {
		if 2*Shared(list, o) >= len(list) {
			return true
		}
	}
	return false
}

// Union returns the elements of two ascending lists, ascending, each once.
func Union(a, b []int32) []int32 {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}
