package analyzer

import (
	"sync"

	"ticketpatterns/analyzer/detect"
)

// Phase is a part of an analysis that takes time, named for people.
type Phase string

// The phases, in their order.
const (
	PhaseTexts     Phase = "comparing texts"
	PhaseSearch    Phase = "searching for patterns"
	PhaseShuffles  Phase = "learning what chance shows"
	PhasePastWeeks Phase = "searching the past weeks"
	PhaseIssues    Phase = "grouping into issues"
	PhaseDescribe  Phase = "describing what was found"
)

// Progress is told which phase an analysis is in and which share of the whole,
// in [0, 1], is done. It is called often, by several goroutines, one at a time.
// It can change nothing in the result.
type Progress func(phase Phase, done float64)

// phaseEnds are the shares of the time at which phases end, as seen on exports
// of ten and thirty thousand tickets.
var phaseEnds = []struct {
	phase Phase
	end   float64
}{{PhaseTexts, 0.16}, {PhaseSearch, 0.24}, {PhaseShuffles, 0.41}, {PhasePastWeeks, 0.57}, {PhaseIssues, 0.86}, {PhaseDescribe, 1}}

// meter counts what is done. The zero value tells nobody.
type meter struct {
	mutex sync.Mutex
	tell  Progress
	at    int     // number of the phase
	done  float64 // of the phase, in [0, 1]
}

// begin starts the next phase; the one before is done.
func (m *meter) begin(phase Phase) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.moveTo(phase)
	m.report()
}

func (m *meter) moveTo(phase Phase) {
	for m.at < len(phaseEnds)-1 && phaseEnds[m.at].phase != phase {
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
	if phase := searchPhases[step]; phaseEnds[m.at].phase != phase {
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
		start = phaseEnds[m.at-1].end
	}
	m.tell(phaseEnds[m.at].phase, start+m.done*(phaseEnds[m.at].end-start))
}
