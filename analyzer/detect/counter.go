package detect

import "ticketpatterns/analyzer/dataset"

// Counter counts tickets and the people behind them by window.
type Counter struct {
	export *dataset.Dataset
	last   []int32 // by person: the window of the last report seen
}

// NewCounter returns a counter for tickets of an export.
func NewCounter(data *dataset.Dataset) *Counter {
	return &Counter{export: data, last: make([]int32, data.People)}
}

// Counts are the numbers of one group of tickets, by window: 0 is the one tested.
type Counts struct {
	past          int   // earlier windows that are compared
	Tickets       []int // by window
	reportsByTime []int // the same, a person counted once in a window
	Reports       int   // in window 0
	nameless      int   // of these, tickets without requester
}

// people is the number of different people as far as one can say: where the
// export names nobody, tickets stand for them.
func (c Counts) people() int {
	if people := c.Reports - c.nameless; people > 0 {
		return people
	}
	return c.nameless
}

func (c Counts) pastTickets() []int { return oldestFirst(c.Tickets, c.past) }

// PastReports returns the reports of the earlier windows, oldest first.
func (c Counts) PastReports() []int { return oldestFirst(c.reportsByTime, c.past) }

func oldestFirst(byWindow []int, past int) []int {
	out := make([]int, 0, past)
	for k := past; k >= 1; k-- {
		out = append(out, byWindow[k])
	}
	return out
}

// Count counts tickets, oldest first, by window; recent are those of window 0.
func (n *Counter) Count(matches, recent []int32, win Window) Counts {
	out := Counts{past: win.Past, Tickets: make([]int, len(win.Volumes)), reportsByTime: make([]int, len(win.Volumes))}
	n.forget(matches)
	for _, t := range matches {
		k := win.index(n.export.Day[t])
		if k < 0 || k >= len(out.Tickets) {
			continue
		}
		out.Tickets[k]++
		if n.report(t, k) {
			out.reportsByTime[k]++
		}
	}
	out.Reports = out.reportsByTime[0]
	for _, t := range recent {
		if n.export.Person[t] == dataset.Nobody {
			out.nameless++
		}
	}
	return out
}

// reports counts tickets, oldest first, a person once in each window of days.
func (n *Counter) reports(tickets []int32, days int) int {
	reports := 0
	n.forget(tickets)
	for _, t := range tickets {
		if n.report(t, n.export.Day[t]/days) {
			reports++
		}
	}
	return reports
}

// report tells whether ticket t is its person's first in window k.
func (n *Counter) report(t int32, k int) bool {
	p := n.export.Person[t]
	if p == dataset.Nobody {
		return true
	}
	if n.last[p] == int32(k)+1 {
		return false
	}
	n.last[p] = int32(k) + 1
	return true
}

func (n *Counter) forget(tickets []int32) {
	for _, t := range tickets {
		if p := n.export.Person[t]; p != dataset.Nobody {
			n.last[p] = 0
		}
	}
}
