package stat

import (
	"cmp"
	"math"
	"slices"
)

// BenjaminiHochberg returns for each P-value its q-value: the least false
// discovery rate at which it would be a discovery. Taking all findings with
// q <= 0.1 means that about one in ten of them is noise. The result has the
// length and order of p, which is left as it is. In ascending order
//
//	q(i) = min_{j>=i} min(1, m/j p(j))
//
// where m is the number of P-values. The guarantee holds for P-values that are
// independent or positively dependent.
//
// Special cases are:
//
//	equal P-values have equal q-values
//	q is NaN where p is NaN, and such are not counted in m
//
// Source: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate",
// Journal of the Royal Statistical Society B 57 (1995), 289-300, section 3.1;
// as adjusted P-values: R's p.adjust(method = "BH").
func BenjaminiHochberg(p []float64) []float64 {
	q := make([]float64, len(p))
	order := make([]int, 0, len(p))
	for i, v := range p {
		if math.IsNaN(v) {
			q[i] = v
			continue
		}
		order = append(order, i)
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(p[a], p[b]), cmp.Compare(a, b)) })
	least, m := 1.0, float64(len(order))
	for rank := len(order); rank > 0; rank-- {
		i := order[rank-1]
		// m/rank first: it is at least 1, so that q never rounds below p.
		least = min(least, p[i]*(m/float64(rank)))
		q[i] = least
	}
	return q
}
