package detect

// nullDistribution searches shuffled exports, to learn at which p-value chance
// shows as many patterns as the user accepts false alarms.
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
// they show; it ends when it is sure.
func (s *search) nullDistribution() NullDistribution {
	n, isNew := newNullDistribution(s.options.FalseAlarmsPerReport), s.newDepartments()
	for k := 0; k < s.options.Shuffles && !n.sure(s.options.Shuffles); k++ {
		shuffled := *s
		shuffled.export = s.export.ShuffleTimes(uint64(k), isNew)
		if s.young {
			shuffled.export = s.export.ShuffleTexts(uint64(k))
		}
		shuffled.bound = n.bound()
		var ps []float64
		for _, p := range shuffled.suppressSecondary(shuffled.searchAllScopes(Shuffles, s.options.Shuffles).findings, nil) {
			ps = append(ps, p.P())
		}
		n.add(ps, shuffled.bound)
	}
	return n
}
