package detect

import (
	"slices"

	"ticketpatterns/analyzer/dataset"
)

// chances are what chance shows of each family.
type chances struct {
	null     [FamilyCount]NullDistribution
	accepted [FamilyCount]float64 // false alarms per report
	all      float64              // of all families
}

// below keeps the findings below the thresholds that let a share of the accepted
// false alarms pass, strongest first.
func (c *chances) below(findings []Finding, share float64) []Finding {
	var kept []Finding
	for _, f := range findings {
		if f.P() >= c.null[f.Family].threshold(share*c.accepted[f.Family]) {
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
func (s *search) learnChances() chances {
	c, isNew := chances{accepted: s.accepted, all: s.options.FalseAlarmsPerReport}, s.newDepartments()
	for f, accepted := range s.accepted {
		c.null[f] = newNullDistribution(accepted)
	}
	for k := range s.options.Shuffles {
		shuffled := *s
		for f := range s.accepted {
			if c.null[f].sure(s.options.Shuffles) {
				shuffled.accepted[f] = 0
			}
		}
		if shuffled.running() == 0 {
			break
		}
		shuffled.export = s.shuffle(uint64(k), isNew)
		for f, accepted := range shuffled.accepted {
			if accepted > 0 {
				shuffled.addChance(Family(f), &c.null[f])
			}
		}
	}
	return c
}

// shuffle returns the export as it would be if nothing had happened.
func (s *search) shuffle(seed uint64, isNew []bool) *dataset.Dataset {
	if s.young {
		return s.export.ShuffleTexts(seed)
	}
	return s.export.ShuffleTimes(seed, isNew)
}

// addChance adds what a shuffled export shows of a family. A family does not know of
// the others: what several of them show counts for each.
func (s *search) addChance(f Family, null *NullDistribution) {
	s.bounds[f] = null.bound()
	found := s.searchFamily(f, Shuffles, 1/float64(s.options.Shuffles*s.running())).findings
	slices.SortStableFunc(found, compareFindings)
	var ps []float64
	for _, p := range s.suppressSecondary(found, nil) {
		ps = append(ps, p.P())
	}
	null.add(ps, s.bounds[f])
}
