package stat_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ticketpatterns/analyzer/stat"
)

func TestBenjaminiHochberg(t *testing.T) {
	nan := math.NaN()
	tests := []struct {
		name    string
		p, want []float64
	}{
		// R 4.2.2: p.adjust(p, "BH"), NA for NaN
		{
			"ties",
			[]float64{.01, .02, .03, .04, .05, .5, .001, .04, 1, 1e-9},
			[]float64{1.0 / 30, .05, .4 / 7, .4 / 7, .0625, 5.0 / 9, .005, .4 / 7, 1, 1e-8},
		},
		{"NaN", []float64{.01, nan, .04, .03}, []float64{.03, nan, .04, .04}},
		// Special cases.
		{"none", nil, nil},
		{"one", []float64{.2}, []float64{.2}},
		{"all NaN", []float64{nan, nan}, []float64{nan, nan}},
		{"all 1", []float64{1, 1}, []float64{1, 1}},
		{"0", []float64{0, .5}, []float64{0, .5}},
	}
	for _, test := range tests {
		before := slices.Clone(test.p)
		got := stat.BenjaminiHochberg(test.p)
		same := func(a, b float64) bool { return near(a, b, 1e-15) }
		if !slices.EqualFunc(got, test.want, same) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
		if !slices.EqualFunc(test.p, before, same) {
			t.Errorf("%s: the P-values were changed to %v", test.name, test.p)
		}
	}
}

func TestBenjaminiHochbergKeepsOrderAndValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.Float64Range(0, 1), 1, 50).Draw(t, "p")
		q := stat.BenjaminiHochberg(p)
		for i := range p {
			if q[i] < p[i] || q[i] > 1 {
				t.Fatalf("q = %g of p = %g", q[i], p[i])
			}
			for j := range p {
				if p[i] < p[j] && q[i] > q[j] || p[i] == p[j] && q[i] != q[j] {
					t.Fatalf("p %g, %g have q %g, %g", p[i], p[j], q[i], q[j])
				}
			}
		}
		slices.Reverse(p)
		reversed := stat.BenjaminiHochberg(p)
		slices.Reverse(reversed)
		if !slices.Equal(q, reversed) {
			t.Fatalf("%v, in reversed order %v", q, reversed)
		}
	})
}

func ExampleBenjaminiHochberg() {
	fmt.Printf("%.3f\n", stat.BenjaminiHochberg([]float64{0.001, 0.8, 0.02, 0.04}))
	// Output: [0.004 0.800 0.040 0.053]
}
