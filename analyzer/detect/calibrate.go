package detect

import (
	"fmt"
	"math"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/text"
)

// Chances are what chance shows of each family.
type Chances struct {
	null     [FamilyCount]NullDistribution
	accepted [FamilyCount]float64 // false alarms per report
	all      float64              // of all families
}

// thresholds are the p-values of the families that let a share of the accepted false
// alarms pass.
func (c *Chances) thresholds(share float64) (of [FamilyCount]float64) {
	for f, accepted := range c.accepted {
		of[f] = c.null[f].threshold(share * accepted)
	}
	return of
}

// below keeps the findings below the thresholds of a share of the accepted false alarms,
// strongest first.
func (c *Chances) below(findings []Finding, share float64) []Finding {
	var kept []Finding
	thresholds := c.thresholds(share)
	for _, f := range findings {
		if f.P() >= thresholds[f.Family] {
			continue
		}
		f.ByChance = c.null[f.Family].Below(f.P()) * c.all / c.accepted[f.Family]
		kept = append(kept, f)
	}
	slices.SortStableFunc(kept, compareFindings)
	return kept
}

// learnChances searches shuffled exports, to learn at which p-value of each family
// chance shows as many patterns as are accepted.
//
// A p-value of the search cannot be taken at its word: a group of tickets is
// tested because these very tickets are alike, so it fits its window better
// than it fits the past. The same search in an export in which nothing happened
// has the same bias, so what it finds is what chance finds. In a shuffled export
// everything but the time is as it was: each ticket gets the time of another
// ticket of its department. The tickets of a new department would stay in the
// window; they get times of the whole desk instead. A young export has no past to
// be compared with; there each ticket gets the place of another.
//
// It controls the expected number of false positives by permutation (Korn, Troendle,
// McShane and Simon, Journal of Statistical Planning and Inference 124 (2004),
// 379-398, section 3). Few shuffles are enough, as [NullDistribution] fits what
// they show; each family ends when it is sure.
func (s *search) learnChances() Chances {
	return s.learnFrom(func(int) *search { return s })
}

// chances are what chance shows, learned now unless it was before.
func (s *search) chances() Chances {
	if s.options.Chances != nil {
		return *s.options.Chances
	}
	return s.learnChances()
}

// learnFrom is learnChances with the shuffles of several days: day returns the search
// of which the k-th shuffle is made.
func (s *search) learnFrom(day func(k int) *search) Chances {
	c := Chances{accepted: s.accepted, all: s.options.FalseAlarmsPerReport}
	usual := 0 // searches until all are sure
	for f, accepted := range s.accepted {
		c.null[f] = newNullDistribution(accepted)
		if accepted > 0 {
			usual += shufflesToBeSure(accepted, shufflesOf(Family(f), s.options.Shuffles))
		}
	}
	for k := range shufflesOf(DepartmentWords, s.options.Shuffles) {
		shuffled := *day(k)
		for f := range s.accepted {
			if counted := shufflesOf(Family(f), s.options.Shuffles); k >= counted || c.null[f].sure(counted) {
				shuffled.accepted[f] = 0
			}
		}
		if shuffled.running() == 0 {
			break
		}
		of, isNew := shuffled, shuffled.newDepartments()
		exports := map[bool]*dataset.Dataset{} // by whether the family takes the export for young
		for f, accepted := range shuffled.accepted {
			if accepted == 0 {
				continue
			}
			young := shuffled.forFamily(Family(f)).young
			if exports[young] == nil {
				exports[young] = of.shuffle(uint64(k), young, isNew)
			}
			shuffled.export = exports[young]
			shuffled.addChance(Family(f), &c.null[f], 1/float64(usual))
		}
	}
	return c
}

// golden spreads numbers evenly over [0, 1), however many are taken: k golden modulo
// 1.
const golden = 0.6180339887498949

// Calibrate learns what chance shows in the reports of several days of one desk,
// which share it: each of the shuffles is one of the export of another day, spread
// evenly. The expected number of false positives is then kept on the average of the
// days. It is sound for days near to each other that are [Kin], as the p-values of
// chance change with the length of the past and not from week to week. There are
// days > 0 of them; day returns the export as of the i-th.
func Calibrate(days int, day func(i int) *dataset.Dataset, o Options) Chances {
	o = o.completed()
	on := func(k int) *search {
		_, part := math.Modf((float64(k) + 0.5) * golden)
		data := day(int(part * float64(days)))
		return newSearch(data, text.NewIndex(data.Vectors()), o)
	}
	return on(0).learnFrom(on)
}

// Kin says which days can share a calibration: those with equal Kin. It names the
// windows that have a past, and the families.
func Kin(data *dataset.Dataset, o Options) string {
	s := newSearch(data, text.NewIndex(nil), o.completed())
	kin := fmt.Sprint(s.young, s.accepted)
	for _, w := range s.windows {
		kin += fmt.Sprint(" ", w.Days)
	}
	for _, w := range s.wordWindows {
		kin += fmt.Sprint(" ", w.Days)
	}
	return kin
}

// moreForWords is how many times as many shuffles are counted for words, which cost
// little.
const moreForWords = 4

// shufflesOf is how many shuffles a family is counted in.
func shufflesOf(f Family, shuffles int) int {
	if searches[f].words {
		return moreForWords * shuffles
	}
	return shuffles
}

// shuffle returns the export as it would be if nothing had happened.
func (s *search) shuffle(seed uint64, young bool, isNew []bool) *dataset.Dataset {
	if young {
		return s.export.ShuffleTexts(seed)
	}
	return s.export.ShuffleTimes(seed, isNew)
}

// addChance adds what a shuffled export shows of a family. A family does not know of
// the others: what several of them show counts for each. share is its part of the
// step.
func (s *search) addChance(f Family, null *NullDistribution, share float64) {
	needed := null.needed()
	s.bounds[f] = s.pilotBound(f, null.bound(), needed)
	ps, below := s.chanceBelow(f, needed, share)
	if len(ps) <= needed && s.bounds[f] < null.bound() { // the pilot expected more
		s.bounds[f] = null.bound()
		ps, below = s.chanceBelow(f, needed, 0)
	}
	null.add(ps, below)
}

// chanceBelow searches a shuffled export for a family. It returns the p-values of its
// strongest patterns, and below which of them they are all.
func (s *search) chanceBelow(f Family, needed int, share float64) (ps []float64, below float64) {
	found := s.searchFamily(f, Shuffles, share).findings
	slices.SortStableFunc(found, compareFindings)
	ps, below = s.strongestOf(found, needed)
	return ps, min(below, s.bounds[f])
}

const (
	// pilotScopes is the part of the scopes that is searched for a bound.
	pilotScopes = 16
	// pilotFindings is how many findings of them give it, and pilotSpare how many times
	// as many findings as are needed it shall leave in all.
	pilotFindings, pilotSpare = 8, 8
)

// pilotBound returns the bound of the first shuffle of a family, for which nothing is
// known yet: that of so weak findings that thousands lie below it in a large desk, while
// only the strongest few are needed. One scope in 16 tells how many there are. If it
// promised too much the shuffle is searched again with the bound given, so that the
// threshold is the same.
func (s *search) pilotBound(f Family, bound float64, needed int) float64 {
	if bound < weakestP || searches[f].words {
		return bound
	}
	s.bounds[f] = bound
	var pilot []dataset.ScopedTickets
	for i, in := range s.scopes(f) {
		if i%pilotScopes == pilotScopes/2 {
			pilot = append(pilot, in)
		}
	}
	found := s.searchIn(pilot, f, Shuffles, 0).findings
	slices.SortFunc(found, compareFindings)
	at := max(pilotFindings, pilotSpare*max(2*needed, leastJudged)/pilotScopes)
	if at >= len(found) {
		return bound
	}
	return found[at].P()
}

// strongestOf returns the p-values of the patterns among findings, strongest first: all
// below a p-value, and more than so many, unless these are all. In a shuffled export of
// a large desk thousands of weak findings follow the few that tell the threshold, and
// to make patterns of them would cost more than to find them.
func (s *search) strongestOf(found []Finding, needed int) (ps []float64, below float64) {
	for limit := max(2*needed, leastJudged); ; limit *= 2 {
		judged, below := strongest(found, limit)
		ps = ps[:0]
		for _, p := range s.firmOnly(s.suppressSecondary(judged, nil)) {
			ps = append(ps, p.P())
		}
		if len(ps) > needed || len(judged) == len(found) {
			return ps, below
		}
	}
}

// leastJudged is how many findings are judged at least before it is asked whether the
// patterns among them are enough.
const leastJudged = 16

// strongest returns the first n findings, and those that are as strong as the last of
// them, and the p-value of the next; 1 if there is none.
func strongest(found []Finding, n int) (first []Finding, next float64) {
	for ; n < len(found); n++ {
		if p := found[n].P(); p > found[n-1].P() {
			return found[:n], p
		}
	}
	return found, 1
}
