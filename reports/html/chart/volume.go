package chart

import (
	"math"
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/reports/words"
)

const (
	surge       = 4.0 / 3 // of the middle week
	deviations  = 3.0     // standard deviations that chance hardly exceeds
	surgeWeeks  = 5       // fewest weeks with a middle that is worth the name
	volumeWeeks = 26      // half a year
	marksAWeek  = 2       // most things marked on one week; the table has all
	timesFrom   = 3       // the multiple from which a week is told as a multiple
)

// volume is the part of the desk's weeks that is shown.
type volume struct {
	in       words.Writer
	weeks    []result.Day
	weekly   []int
	unread   int // of weeks, those of which some day lies before the export
	middle   float64
	off      []result.DayOff
	silences []result.Silence
	events   [][]string // beside weeks: declared changes and fixes
}

func newVolume(in words.Writer, a *result.Analysis) volume {
	d := &a.Desk
	from, to := recent(d.Weeks, d.Weekly)
	from = max(from, to-volumeWeeks)
	v := volume{in: in, weeks: d.Weeks[from:to], weekly: d.Weekly[from:to]}
	if len(v.weeks) == 0 {
		return v
	}
	v.middle = upperMedian(v.weekly)
	v.unread = max(0, (unreadDays(d)+6)/7-from)
	first := v.weeks[0]
	v.off = slices.DeleteFunc(slices.Clone(d.DaysOff), func(o result.DayOff) bool { return o.Day < first })
	v.silences = slices.DeleteFunc(slices.Clone(d.Silences), func(s result.Silence) bool { return s.Span.To < first })
	v.events = v.eventsOf(a)
	return v
}

// eventsOf names, in each week, the changes that a finding's cause names and the
// fixes that people declared.
func (v volume) eventsOf(a *result.Analysis) [][]string {
	events, known := make([][]string, len(v.weeks)), map[string]bool{}
	add := func(day result.Day, name string) {
		if i := weekOf(day, v.weeks); i >= 0 && !known[name] {
			known[name] = true
			events[i] = append(events[i], name)
		}
	}
	for i := range a.Patterns {
		for _, e := range a.Patterns[i].Cause.Evidence {
			if e.Change != nil {
				add(e.Change.Day, text.Shorten(e.Change.ID, 24)+" "+v.in.DayMonth(e.Change.Day))
			}
		}
	}
	for _, f := range a.Fixes {
		if f.Change == "" {
			add(f.On, v.in.Text("fix %s", v.in.DayMonth(f.On)))
		}
	}
	return events
}

// weeksFigure shows the tickets of the whole desk by week, with what happened: surges,
// days off, changes and fixes.
func weeksFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	v := newVolume(in, a)
	f := Figure{ID: "chart-weeks", Title: in.Text("The desk's weeks"), Caption: v.caption(), Height: 170, Table: v.table()}
	if earlier := len(a.Desk.Weeks) - len(v.weeks); earlier > 0 {
		f.Table.Note = in.Count(earlier, "%d earlier week is not shown.", "%d earlier weeks are not shown.")
	}
	if len(v.weeks) == 0 {
		return f, nil
	}
	var err error
	f.Option, err = option(v.chart())
	return f, err
}

func (v volume) caption() string {
	if len(v.weeks) < surgeWeeks {
		return v.in.Text("All tickets by week, named by its first day. With fewer than %d weeks nothing can be called usual yet.", surgeWeeks)
	}
	return v.in.Text("All tickets by week, named by its first day. Usual is %s a week; strong bars are at least a third above that, and more than chance explains.", v.in.Tickets(int(v.middle)))
}

func (v volume) table() Table {
	t := Table{Head: []string{v.in.Text("Week from"), v.in.Text("What happened"), v.in.Text("Tickets"), v.in.Text("Of the usual number")}, Numeric: 2, Days: true}
	for i, n := range v.weekly {
		against := v.against(i)
		if v.surges(i) {
			against = v.in.Text("%s, a surge", against)
		}
		t.Rows = append(t.Rows, []string{v.in.Date(v.weeks[i]), v.in.List(slices.Concat(v.events[i], v.offIn(i))), v.in.Int(n), against})
	}
	return t
}

// against writes a week beside the usual one; as a multiple where a percentage
// would no longer say anything.
func (v volume) against(week int) string {
	share := float64(v.weekly[week]) / max(v.middle, 1)
	if share >= timesFrom {
		return v.in.Text("%s times", v.in.Int(int(share)))
	}
	return v.in.Percent(share)
}

// surges reports whether a week is well above the usual one, and by more than the
// scatter of a Poisson count: two tickets where one is usual are none.
func (v volume) surges(week int) bool {
	above := float64(v.weekly[week]) - v.middle
	return len(v.weekly) >= surgeWeeks && v.weekly[week] > 0 && above >= (surge-1)*v.middle && above >= deviations*math.Sqrt(max(v.middle, 1))
}

// offIn names the days off of a week, and the silence that begins in it.
func (v volume) offIn(week int) []string {
	var out []string
	for _, o := range v.off {
		if weekOf(o.Day, v.weeks) == week {
			out = append(out, v.in.Text("%s %s off (%s, usually %s)", v.in.Weekday(o.Day.Time().Weekday()), v.in.DayMonth(o.Day), v.in.Tickets(o.Tickets), v.in.Usual(o.Expected)))
		}
	}
	for _, s := range v.silences {
		if weekOf(max(s.Span.From, v.weeks[0]), v.weeks) == week {
			out = append(out, v.in.Text("no ticket %s: closed, or a gap in the export", v.in.Span(s.Span)))
		}
	}
	return out
}

// happened names in few words what is marked on a week.
func (v volume) happened(week int) []string {
	names := slices.Clone(v.events[week][:min(len(v.events[week]), marksAWeek)])
	off := 0
	for _, o := range v.off {
		if weekOf(o.Day, v.weeks) == week {
			off++
		}
	}
	if off > 0 {
		names = append(names, v.in.Count(off, "%d day off", "%d days off"))
	}
	for _, s := range v.silences {
		if weekOf(max(s.Span.From, v.weeks[0]), v.weeks) == week {
			names = append(names, v.in.Text("no tickets"))
		}
	}
	if v.surges(week) {
		names = append(names, v.against(week))
	}
	return names
}

func (v volume) chart() *charts.Bar {
	usual, surges := make([]any, len(v.weekly)), make([]any, len(v.weekly))
	var lines []opts.MarkLineNameXAxisItem
	for i, n := range v.weekly {
		usual[i], surges[i] = n, missing
		switch {
		case i < v.unread && n == 0:
			usual[i] = missing
		case v.surges(i):
			usual[i], surges[i] = missing, n
		}
		if names := v.happened(i); len(names) > 0 {
			lines = append(lines, opts.MarkLineNameXAxisItem{Name: strings.Join(names, ", "), XAxis: i})
		}
	}
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("axis", false, opts.Grid{Left: "0", Right: "12", Top: "24", Bottom: "4"})...)
	bar.SetGlobalOptions(charts.WithYAxisOpts(countAxis("")))
	bar.SetXAxis(weekNames(v.in, v.weeks))
	stacked := charts.WithBarChartOpts(opts.BarChart{Stack: "tickets"})
	look := []charts.SeriesOpts{stacked}
	if len(lines) > 0 {
		look = append(look, upright(lines)...)
	}
	bar.AddSeries(v.in.Text("tickets"), barData(usual), look...)
	bar.AddSeries(v.in.Text("a surge"), barData(surges), stacked)
	return bar
}

// upperMedian returns the upper of the two middle counts where there are two.
func upperMedian(counts []int) float64 {
	sorted := slices.Sorted(slices.Values(counts))
	return float64(sorted[len(sorted)/2])
}
