package volume

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/parallel"
	"ticketpatterns/analyzer/stat"
)

const (
	// minPastDays is the history that a window of a few days needs before it.
	minPastDays = 30
	// minPastWindows is the smallest number of earlier windows that make a past.
	minPastWindows = 4
	// shortPast and longPast are how many days make the past of windows of a few days
	// and of whole weeks.
	shortPast, longPast = 91, 182
	// leans is how many tickets of its own a weekday of a scope weighs as much as the
	// rhythm of the desk, and a window of the rest of the desk as much as its usual
	// volume.
	leans = 10.0
	// keepsAtLeast is the share of the past that is left when its outbreaks are set
	// aside, in nearly all cases. It only saves time.
	keepsAtLeast = 0.6
)

// window is a span of days.
type window struct{ days, back int }

// meter counts the tickets of one scope at a time, in one order of days. Each
// goroutine needs its own.
type meter struct {
	*search
	table   *table
	order   order
	desk    []int     // tickets of the desk on the days before, by day
	usual   []float64 // by weekday: tickets of the desk on such a day
	scope   *scope
	own     []int     // tickets of the scope on the days before, by day
	rhythm  []float64 // what is usual for the scope's weekdays on the days before, by day
	typical []float64 // the same for the desk
	share   float64   // of the scope in the desk
	seen    []int32   // by person: the window of the last report seen
	turn    int32
}

func newMeter(s *search, t *table, o order) *meter {
	m := &meter{search: s, table: t, order: o, usual: make([]float64, 7), seen: make([]int32, s.data.People)}
	m.desk, m.own = make([]int, t.days+1), make([]int, t.days+1)
	m.rhythm, m.typical = make([]float64, t.days+1), make([]float64, t.days+1)
	days := make([]float64, 7)
	for day := range t.days {
		n := t.desk[o[day]]
		m.desk[day+1] = m.desk[day] + n
		m.usual[t.weekday[day]] += float64(n)
		days[t.weekday[day]]++
	}
	for d := range m.usual {
		m.usual[d] /= max(days[d], 1)
	}
	for day := range t.days {
		m.typical[day+1] = m.typical[day] + m.usual[t.weekday[day]]
	}
	return m
}

// use makes it the meter of a scope.
//
// The share that a scope has of a weekday's tickets is learned from its past and
// leans on its share of all tickets
//
//	r_k = (c_k + a q) / (q n_k + a q) q,  q = Σ c / Σ n,  a = leans / q
//
// with c_k its tickets and n_k those of the desk on weekday k before the zone.
func (m *meter) use(s *scope) {
	m.scope = s
	var ofDesk, ofScope [7]float64
	for day := range m.table.days {
		n := len(s.on(m.order[day]))
		m.own[day+1] = m.own[day] + n
		if day >= min(zone, m.table.days/2) && day < s.days {
			ofScope[m.table.weekday[day]] += float64(n)
			ofDesk[m.table.weekday[day]] += float64(m.table.desk[m.order[day]])
		}
	}
	c, n := 0.0, 0.0
	for k := range 7 {
		c, n = c+ofScope[k], n+ofDesk[k]
	}
	m.share = (c + 0.5) / (n + 1)
	for day := range m.table.days {
		k := m.table.weekday[day]
		ratio := (ofScope[k] + leans) / (m.share*ofDesk[k] + leans)
		m.rhythm[day+1] = m.rhythm[day] + ratio*m.usual[k]
	}
}

func between[T int | float64](sums []T, w window) T { return sums[w.back+w.days] - sums[w.back] }

// exposure is how busy the scope is to be expected in a window: the rhythm of its
// week, times how busy the rest of the desk was against what is usual.
func (m *meter) exposure(w window) float64 {
	rest := float64(between(m.desk, w) - between(m.own, w))
	usual := (1 - m.share) * between(m.typical, w)
	return between(m.rhythm, w) * (rest + leans) / (usual + leans)
}

// past returns the earlier windows, latest first; none if they are too few.
func (m *meter) past(w window) []window {
	horizon := longPast
	if w.days < 7 {
		horizon = shortPast
	}
	need := minPastDays
	if w.days >= 7 {
		need = 7 * m.options.BaselineMinWeeks
	}
	last := min(m.scope.days, w.back+w.days+horizon)
	if last-w.back-w.days < need {
		return nil
	}
	var out []window
	for back := w.back + w.days; back+w.days <= last; back += w.days {
		out = append(out, window{w.days, back})
	}
	if len(out) < minPastWindows {
		return nil
	}
	return out
}

// sample is the count of a window with its past.
func (m *meter) sample(w window) stat.Sample {
	s := stat.Sample{Count: between(m.own, w), Exposure: m.exposure(w)}
	past := m.past(w)
	for i := len(past) - 1; i >= 0; i-- {
		s.Baseline = append(s.Baseline, between(m.own, past[i]))
		s.BaselineExposure = append(s.BaselineExposure, m.exposure(past[i]))
	}
	return s
}

// hopeless reports whether a window cannot reach a p-value, by what its whole past
// holds.
func (m *meter) hopeless(w window, p float64) bool {
	count := between(m.own, w)
	if count < m.options.MinTickets {
		return true
	}
	horizon := longPast
	if w.days < 7 {
		horizon = shortPast
	}
	before := window{min(m.scope.days-w.back-w.days, horizon), w.back + w.days}
	if before.days < minPastDays {
		return true
	}
	lowest := keepsAtLeast * float64(between(m.own, before)) / m.exposure(before) * m.exposure(w)
	return float64(count) < atLeast*lowest || stat.PoissonTail(count, lowest) >= p
}

// test tests one window of the scope. It is a finding if its score is below the
// bound, by tickets and by people.
func (m *meter) test(w window, bound float64) (f Finding, ok bool) {
	if m.hopeless(w, bound/m.scope.tests) {
		return f, false
	}
	sample := m.sample(w)
	if sample.Baseline == nil {
		return f, false
	}
	found := m.options.Test.Compare(sample)
	if found.P*m.scope.tests >= bound || float64(sample.Count) < atLeast*found.Expected {
		return f, false
	}
	f = Finding{
		Scope: m.scope.Scope, width: m.scope.width, WindowDays: w.days, EndsBack: w.back, Tickets: m.tickets(w),
		Baseline: sample.Baseline, Expected: found.Expected, P: max(found.P, m.reportsP(w, sample)),
	}
	f.Score = f.P * m.scope.tests
	return f, f.Score < bound && m.people(w) >= m.options.MinPeople
}

// tickets of the scope in a window, ascending.
func (m *meter) tickets(w window) []int32 {
	var out []int32
	for day := w.back + w.days - 1; day >= w.back; day-- {
		out = append(out, m.scope.on(m.order[day])...)
	}
	return sorted(out)
}

// reportsP is the p-value of a window in which each person counts once: one who
// files eight is one report.
func (m *meter) reportsP(w window, s stat.Sample) float64 {
	s.Count = m.reports(w)
	past := m.past(w)
	s.Baseline = nil
	for i := len(past) - 1; i >= 0; i-- {
		s.Baseline = append(s.Baseline, m.reports(past[i]))
	}
	return m.options.Test.Compare(s).P
}

func (m *meter) reports(w window) int {
	nameless, people := m.reporters(w)
	return nameless + people
}

// people is the number of different people as far as one can say: where nobody is
// named, tickets stand for them.
func (m *meter) people(w window) int {
	nameless, people := m.reporters(w)
	if people > 0 {
		return people
	}
	return nameless
}

func (m *meter) reporters(w window) (nameless, people int) {
	m.turn++
	for day := w.back; day < w.back+w.days; day++ {
		for _, t := range m.scope.on(m.order[day]) {
			switch p := m.data.Person[t]; {
			case p == dataset.Nobody:
				nameless++
			case m.seen[p] != m.turn:
				m.seen[p] = m.turn
				people++
			}
		}
	}
	return nameless, people
}

// findings tests all windows of all scopes and returns those with a score below the
// bound.
func (s *search) findings(t *table, o order, bound float64) (found []Finding, tests int) {
	parts := make([][]Finding, len(t.scopes))
	parallel.Each(len(t.scopes), func() func(int) {
		m := newMeter(s, t, o)
		return func(i int) {
			if !t.scopes[i].holdsLately(o, s.options.MinTickets) {
				return
			}
			m.use(&t.scopes[i])
			for _, days := range widths {
				for back := 0; back <= latestEnds && back+days < t.days; back++ {
					if f, ok := m.test(window{days, back}, bound); ok {
						parts[i] = append(parts[i], f)
					}
				}
			}
		}
	})
	for _, p := range parts {
		found = append(found, p...)
	}
	return found, len(t.scopes) * len(widths) * (latestEnds + 1)
}
