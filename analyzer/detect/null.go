package detect

import (
	"math"
	"slices"
)

const (
	// tailFactor says how many times as many patterns as are accepted a shuffled
	// export shows in the tail that is fitted. Farther out, the power bends.
	tailFactor = 8
	// knownFactor is the same for what the shuffles are searched for. Twice as
	// much, so that a first shuffle that shows few does not cut off the tail.
	knownFactor = 2 * tailFactor
	// usualShape is the power that tails of exports have, and shapeWeight how many
	// values it weighs: the powers of single exports differ by about a sixth, and a
	// power learned from n values errs by 1 / sqrt(n) of itself.
	usualShape  = 0.7
	shapeWeight = 40
)

// NullDistribution is what the search finds where nothing happened: how many
// patterns with a p-value below p a shuffled export shows, on average.
//
// Their number falls with a power of p: with u a p-value that lies far enough out,
//
//	N(p) = N(u) (p / u)^k
//
// that is, -log p has an exponential tail. k is estimated from the p-values below
// u as Hill does (Annals of Statistics 3 (1975), 1163-1174), leaning on the power
// that exports usually show: with a gamma prior, the m values below u give
//
//	k = (w + m) / (w / k0 + sum of log(u / p))
//
// So a threshold is learned from the many weaker patterns of few shuffles, not
// from the few patterns of many that are as strong. It is what a Gumbel fit does
// for the p-value of a scan statistic (Abrams, Kleinman and Kulldorff,
// International Journal of Health Geographics 9:61, 2010); a report shows more
// than the strongest pattern, so all of the tail is used, not its maxima alone.
type NullDistribution struct {
	accepted float64   // patterns per report that the tail is fitted for
	shuffles int       // exports searched
	level    float64   // all p-values below it are known
	ps       []float64 // below level, ascending
	tail     tail
}

// tail is the fit.
type tail struct {
	values int     // p-values below from
	from   float64 // where it begins: u
	rate   float64 // patterns per shuffle below from: N(u)
	shape  float64 // k
}

func newNullDistribution(accepted float64) NullDistribution {
	return NullDistribution{accepted: accepted, level: weakestP, tail: tail{from: weakestP, shape: usualShape}}
}

// add adds the patterns of one more shuffled export, given by their p-values. It
// was searched for all that are below bound.
func (n *NullDistribution) add(ps []float64, bound float64) {
	n.shuffles++
	n.level = min(n.level, bound)
	n.ps = slices.DeleteFunc(append(n.ps, ps...), func(p float64) bool { return p >= n.level })
	slices.Sort(n.ps)
	n.fit()
}

func (n *NullDistribution) fit() {
	t := tail{values: n.index(tailFactor), from: n.level}
	more := 0
	if t.values < len(n.ps) {
		t.from, more = n.ps[t.values], 1 // it is there because one lies on it
	}
	t.rate = float64(t.values+more) / float64(n.shuffles)
	sum := 0.0
	for _, p := range n.ps[:t.values] {
		sum += math.Log(t.from / max(p, math.SmallestNonzeroFloat64))
	}
	t.shape = (shapeWeight + float64(t.values)) / (shapeWeight/usualShape + sum)
	n.tail = t
}

// index is the place in ps below which factor times as many patterns lie as are
// accepted; at most all.
func (n *NullDistribution) index(factor float64) int {
	return min(int(factor*n.accepted*float64(n.shuffles)), len(n.ps))
}

// bound is the p-value above which the next shuffle need not be searched.
func (n *NullDistribution) bound() float64 {
	if at := n.index(knownFactor); at < len(n.ps) {
		return n.ps[at]
	}
	return n.level
}

// needed is the place of the pattern of the next shuffle above which none can change the
// fit or the bound, counted from the strongest, whatever earlier shuffles showed.
func (n *NullDistribution) needed() int {
	return int(knownFactor * n.accepted * float64(n.shuffles+1))
}

// sure reports whether the threshold is as sure as if patterns were counted in so
// many shuffles, without a fit. The relative variance of a count c is 1 / c; to
// that of the number in the tail the fit adds that of its power, as far as the
// threshold lies from the begin of the tail.
func (n *NullDistribution) sure(counted int) bool {
	return n.tail.values > 0 && sureEnough(n.tail.values, n.tail.rate, n.accepted, counted)
}

func sureEnough(values int, rate, accepted float64, counted int) bool {
	far := math.Log(rate / accepted)
	return 1/float64(values)+far*far/float64(shapeWeight+values) <= 1/(accepted*float64(counted))
}

// shufflesToBeSure is how many shuffles that takes as a rule, where chance shows
// enough patterns to fill the tail.
func shufflesToBeSure(accepted float64, counted int) int {
	for n := 1; n < counted; n++ {
		if values := int(tailFactor * accepted * float64(n)); values > 0 && sureEnough(values, tailFactor*accepted, accepted, counted) {
			return n
		}
	}
	return counted
}

// threshold returns the p-value below which a shuffled export shows so many
// patterns, on average; at most weakestP. There may be at most as many as
// the tail is fitted for.
func (n *NullDistribution) threshold(patterns float64) float64 {
	t := n.tail
	if t.rate <= patterns {
		return t.from
	}
	return t.from * math.Pow(patterns/t.rate, 1/t.shape)
}

// Below is how many patterns a shuffled export shows with a p-value below p, on
// average; >= 0. Above the threshold it may be too low, where no shuffle was searched.
func (n NullDistribution) Below(p float64) float64 {
	if t := n.tail; p < t.from {
		return t.rate * math.Pow(p/t.from, t.shape)
	}
	at, _ := slices.BinarySearch(n.ps, p)
	return max(n.tail.rate, float64(at)/float64(max(n.shuffles, 1)))
}

// Shuffles is how many exports were searched.
func (n NullDistribution) Shuffles() int { return n.shuffles }
