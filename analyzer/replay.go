package analyzer

import (
	"slices"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/analyzer/volume"
)

// calibratedDays is how many runs of a replay share a calibration at most: a
// quarter of a year, in which the past that a window is compared with grows little.
const calibratedDays = 13

// PhaseReplay is the one phase of a replay.
const PhaseReplay Phase = "replaying"

// Replay runs an export as of each of several days, oldest first, each with the
// memory of the run before, as weekly runs would have. A run sees what was opened up
// to the end of its day, in the day's time zone. keep is given each run's result and
// memory. There is at least one day.
//
// The runs share work, so that many cost little: texts are read once (see
// [dataset.Dataset.Rewind]), what chance shows is learned for a quarter of a year at
// a time (see [detect.Calibrate]), and past weeks are not searched, which the runs
// before did. The search of a day does not need the day before, only its conclusion
// does; so the next day is searched meanwhile.
func Replay(in Input, o Options, days []time.Time, before past.Memory, keep func(*result.Analysis, past.Memory) error) (*result.Replay, error) {
	if err := o.Validate(); err != nil {
		return nil, err
	}
	asOf, tickets, _ := upTo(in.Tickets, days[len(days)-1])
	whole := dataset.New(tickets, asOf)
	stop := make(chan struct{})
	defer close(stop)
	searched := make(chan day, 1)
	told := newReplayed(o, whole)
	backs := make([]int, len(days))
	for i, d := range days {
		backs[i] = whole.DaysSince(d)
	}
	blocks := kindred(whole, backs, o)
	told.out.Calibrations = len(blocks)
	go searchDays(whole, blocks, o, searched, stop)
	for i := range days {
		of := <-searched
		input, options := in, o
		options.AsOf, input.Progress = of.data.AsOf, nil
		input.Changes = slices.DeleteFunc(slices.Clone(in.Changes), func(c ticket.Change) bool { return of.data.DaysSince(c.Start) < 0 })
		a, after := conclude(input, options, before, of, newMeter(nil, 0))
		told.add(a)
		if err := keep(a, after); err != nil {
			return nil, err
		}
		before = after
		if in.Progress != nil {
			in.Progress(PhaseReplay, float64(i+1)/float64(len(days)))
		}
	}
	told.compareProblems(whole)
	return told.out, nil
}

// kindred divides days, given as days back from the last, into blocks that share a
// calibration.
func kindred(whole *dataset.Dataset, backs []int, o Options) [][]int {
	var blocks [][]int
	kin := ""
	for _, back := range backs {
		k := detect.Kin(whole.Rewind(back), o.search(o.volumeShare(whole.Rewind(back)), nil))
		if len(blocks) == 0 || k != kin || len(blocks[len(blocks)-1]) == calibratedDays {
			blocks = append(blocks, nil)
		}
		kin = k
		blocks[len(blocks)-1] = append(blocks[len(blocks)-1], back)
	}
	return blocks
}

// searchDays searches the days of all blocks, in order, until stop is closed.
func searchDays(whole *dataset.Dataset, blocks [][]int, o Options, out chan<- day, stop <-chan struct{}) {
	for _, block := range blocks {
		share := o.volumeShare(whole.Rewind(block[0]))
		options := o.search(share, nil)
		chances := detect.Calibrate(len(block), func(i int) *dataset.Dataset { return whole.Rewind(block[i]) }, options)
		options.Chances, options.NoPastWeeks = &chances, true
		for _, back := range block {
			data := whole.Rewind(back)
			select {
			case out <- day{data: data, found: detect.Search(data, options), busy: volume.Search(data, o.volume(share)), volumeShare: share}:
			case <-stop:
				return
			}
		}
	}
}

// replayed gathers what the runs told.
type replayed struct {
	out     *result.Replay
	at      map[string]int                   // by id: index in Matters
	tickets map[string]map[string]result.Day // by matter and ticket: the Monday that told it first
}

func newReplayed(o Options, whole *dataset.Dataset) *replayed {
	r := &replayed{at: map[string]int{}, tickets: map[string]map[string]result.Day{}, out: &result.Replay{
		Notice: o.Notice, Names: "masked", Locale: o.Locale, Preset: o.Owners.BuiltIn(), Tickets: len(whole.Tickets), FalseAlarms: o.FalseAlarmsPerReport,
		Mondays: []result.Monday{}, Matters: []result.Matter{}, Problems: []result.ProblemRecord{},
	}}
	if o.Names {
		r.out.Names = "shown"
	}
	return r
}

// add adds the run of one day; its report is read on the day after.
func (r *replayed) add(a *result.Analysis) {
	m := result.Monday{Day: result.DayOf(a.AsOf.AddDate(0, 0, 1)), Told: len(a.Patterns), New: []string{}, Young: a.Desk.NoBaseline != nil}
	if n := len(a.Desk.Weekly); n > 0 {
		m.Tickets = a.Desk.Weekly[n-1]
	}
	for i := range a.Patterns {
		p := &a.Patterns[i]
		at, known := r.at[p.ID]
		if !known {
			at = r.begin(p, m.Day)
			m.New = append(m.New, p.ID)
		}
		k := &r.out.Matters[at]
		for len(k.Told) < len(r.out.Mondays) {
			k.Told = append(k.Told, false)
		}
		k.Told = append(k.Told, true)
		k.Tickets, k.People = max(k.Tickets, len(p.Tickets)), max(k.People, p.Requesters)
		if p.Standing.Alarm {
			m.Alarms++
			k.Alarms = append(k.Alarms, m.Day)
		}
		for _, id := range p.Tickets {
			if _, told := r.tickets[p.ID][id]; !told {
				r.tickets[p.ID][id] = m.Day
			}
		}
	}
	r.out.Mondays = append(r.out.Mondays, m)
}

// begin begins a matter, and returns its index.
func (r *replayed) begin(p *result.Pattern, monday result.Day) int {
	k := result.Matter{
		ID: p.ID, IssueID: p.IssueID, Label: p.Label, Kind: p.Kind, Scope: p.Fixed(), First: monday, FirstTicket: p.FirstTicket,
		MayBeChance: p.MayBeChance, Told: []bool{}, Alarms: []result.Day{},
	}
	if !p.Owner.Gap {
		k.Team = p.Owner.Team
	}
	r.out.Matters = append(r.out.Matters, k)
	r.at[p.ID], r.tickets[p.ID] = len(r.out.Matters)-1, map[string]result.Day{}
	return r.at[p.ID]
}
