package analyzer

import (
	"math"
	"sync"

	"ticketpatterns/analyzer/detect"
)

// Phase is a part of an analysis that takes time, named for people.
type Phase string

// The phases, in their order.
const (
	PhaseTexts     Phase = "comparing texts"
	PhaseShuffles  Phase = "learning what chance shows"
	PhaseSearch    Phase = "searching for patterns"
	PhasePastWeeks Phase = "searching the past weeks"
	PhaseIssues    Phase = "grouping into issues"
	PhaseDescribe  Phase = "describing what was found"
)

// Progress is told which phase an analysis is in and which share of the whole,
// in [0, 1], is done. It is called often, by several goroutines, one at a time.
// It can change nothing in the result.
type Progress func(phase Phase, done float64)

// phaseCosts are the processor seconds of the phases of ten thousand tickets, and the
// power of their number with which each grows, as cmd/evaluate measures them on real
// texts of ten and forty thousand. Only their proportions count.
var phaseCosts = [...]struct {
	phase          Phase
	seconds, power float64
}{
	{PhaseTexts, 1.0, 0.95}, {PhaseShuffles, 0.9, 1.2}, {PhaseSearch, 0.3, 1.1},
	{PhasePastWeeks, 1.4, 1.0}, {PhaseIssues, 0.7, 1.2}, {PhaseDescribe, 0.8, 0.9},
}

// phaseEnds returns the shares of the time of so many tickets at which the phases end.
func phaseEnds(tickets int) (ends [len(phaseCosts)]float64) {
	all := 0.0
	for i, c := range phaseCosts {
		all += c.seconds * math.Pow(float64(max(tickets, 1))/10_000, c.power)
		ends[i] = all
	}
	for i := range ends {
		ends[i] /= all
	}
	return ends
}

// meter counts what is done.
type meter struct {
	mutex sync.Mutex
	tell  Progress // nil: nobody wants to know
	ends  [len(phaseCosts)]float64
	at    int     // number of the phase
	done  float64 // of the phase, in [0, 1]
}

func newMeter(tell Progress, tickets int) *meter { return &meter{tell: tell, ends: phaseEnds(tickets)} }

// begin starts the next phase; the one before is done.
func (m *meter) begin(phase Phase) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.moveTo(phase)
	m.report()
}

func (m *meter) moveTo(phase Phase) {
	for m.at < len(phaseCosts)-1 && phaseCosts[m.at].phase != phase {
		m.at++
	}
	m.done = 0
}

// searchPhases are the phases of the steps of the search.
var searchPhases = [...]Phase{detect.Today: PhaseSearch, detect.Shuffles: PhaseShuffles, detect.PastWeeks: PhasePastWeeks}

// search counts a share of a step of the search.
func (m *meter) search(step detect.Step, share float64) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if phase := searchPhases[step]; phaseCosts[m.at].phase != phase {
		m.moveTo(phase)
	}
	m.done = min(1, m.done+share)
	m.report()
}

// add counts a share of the phase.
func (m *meter) add(share float64) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.done = min(1, m.done+share)
	m.report()
}

func (m *meter) report() {
	if m.tell == nil {
		return
	}
	start := 0.0
	if m.at > 0 {
		start = m.ends[m.at-1]
	}
	m.tell(phaseCosts[m.at].phase, start+m.done*(m.ends[m.at]-start))
}
