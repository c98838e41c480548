package stat

import (
	"math"
	"testing"
)

// By hand: with shape 1/2 the negative binomial of size s and mean m has
// P(0) = (s/(s+m))^s and P(k+1) = P(k) (s+k)/(k+1) m/(s+m).
func TestSharedRateTail(t *testing.T) {
	for _, c := range []struct {
		name            string
		count           int
		exposure        float64
		past, elsewhere Rate
		want            float64
	}{
		// r = 0.5/100, rate ~ Gamma(1/2, 100): mean 0.005 * 20 = 0.1, P(0) = (0.5/0.6)^0.5.
		{"one, never said", 1, 20, Rate{}, Rate{0, 99}, 1 - math.Sqrt(0.5/0.6)},
		// The past takes the mean to 0.5 / (100+100) * 20 = 0.05.
		{"a silent past", 1, 20, Rate{0, 100}, Rate{0, 99}, 1 - math.Sqrt(0.5/0.55)},
		// 1 of 100 before: shape 1.5, mean 1.5/200*20 = 0.15.
		{"a past that knows it", 1, 20, Rate{1, 100}, Rate{0, 99}, 1 - math.Pow(1.5/1.65, 1.5)},
		{"nothing counted", 0, 20, Rate{}, Rate{0, 99}, 1},
		{"no exposure", 3, 0, Rate{}, Rate{0, 99}, 1},
		{"no exposure at all", 3, math.NaN(), Rate{}, Rate{0, 99}, 1},
	} {
		if got := SharedRateTail(c.count, c.exposure, c.past, c.elsewhere); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: %g, want %g", c.name, got, c.want)
		}
	}
}

// What is said more often, elsewhere or here before, surprises less.
func TestSharedRateTailFallsWithWhatIsKnown(t *testing.T) {
	last := 0.0
	for _, uses := range []int{0, 1, 5, 50} {
		p := SharedRateTail(4, 40, Rate{0, 500}, Rate{uses, 6000})
		if p <= last {
			t.Errorf("%d uses elsewhere: %g, want more than %g", uses, p, last)
		}
		last = p
	}
	last = 0
	for _, uses := range []int{0, 1, 5, 50} {
		p := SharedRateTail(4, 40, Rate{uses, 500}, Rate{3, 6000})
		if p <= last {
			t.Errorf("%d uses before: %g, want more than %g", uses, p, last)
		}
		last = p
	}
}
