package stat

// Rate is a count in an exposure, such as the tickets among which it was counted.
type Rate struct {
	Count    int
	Exposure float64 // >= 0
}

// sharedShape is the shape of the distribution of a rate among places, as for Jeffreys'
// prior. Shapes from 1/10 to 2 find the same outbreaks within the error of 108.
const sharedShape = 0.5

// SharedRateTail returns P(X >= count) for a count in an exposure of a place of which its
// own past is known, and how often the same was counted elsewhere. Places differ in
// their rates, around that of elsewhere:
//
//	rate ~ Gamma(a, a/r),  r = (Elsewhere.Count + 1/2) / (Elsewhere.Exposure + 1),  a = 1/2
//	after the past of the place: rate ~ Gamma(a + Past.Count, a/r + Past.Exposure)
//	X ~ NegBin(mean (a + Past.Count) exposure / (a/r + Past.Exposure), size a + Past.Count)
//
// So what is rare everywhere surprises in a place with a short past too, and what a
// place is known for surprises nobody.
//
// Special cases are:
//
//	1 if count <= 0
//	1 if exposure is not above 0
//
// Source: W. DuMouchel, Bayesian data mining in large frequency tables, with an
// application to the FDA spontaneous reporting system, The American Statistician 53
// (1999), 177-190, with one gamma distribution whose shape is given instead of two that
// are estimated.
func SharedRateTail(count int, exposure float64, past, elsewhere Rate) float64 {
	if count <= 0 || !positive(exposure) {
		return 1
	}
	usual := (float64(elsewhere.Count) + 0.5) / (elsewhere.Exposure + 1)
	shape := sharedShape + float64(past.Count)
	return NegativeBinomialTail(count, shape/(sharedShape/usual+past.Exposure)*exposure, shape)
}
