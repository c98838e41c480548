package chart

import (
	"slices"
	"ticketpatterns/reports/i18n"
	"time"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const (
	surge       = 4.0 / 3 // of the middle week
	surgeWeeks  = 5       // fewest weeks with a middle that is worth the name
	volumeWeeks = 26      // half a year; the days of more would be too thin to read
)

var weekdayNames = [...]i18n.English{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// volume is the part of the desk's calendar that is shown.
type volume struct {
	in       words.Writer
	weeks    []result.Day
	weekly   []int
	daily    []int // 7 for each of weeks; nil if they are not known
	unread   int   // of daily, days before the first of the export
	middle   float64
	quiet    []result.Quiet
	off      []result.DayOff
	silences []result.Silence
}

func newVolume(in words.Writer, d *result.Desk) volume {
	from, to := recent(d.Weeks, d.Weekly)
	from = max(from, to-volumeWeeks)
	v := volume{in: in, weeks: d.Weeks[from:to], weekly: d.Weekly[from:to], quiet: d.QuietDays}
	if len(v.weeks) == 0 {
		return v
	}
	v.middle = upperMedian(v.weekly)
	if len(d.Daily) == 7*to {
		v.daily = d.Daily[7*from:]
		v.unread = max(0, unreadDays(d)-7*from)
	}
	first := v.weeks[0]
	v.off = slices.DeleteFunc(slices.Clone(d.DaysOff), func(o result.DayOff) bool { return o.Day < first })
	v.silences = slices.DeleteFunc(slices.Clone(d.Silences), func(s result.Silence) bool { return s.Span.To < first })
	return v
}

// volumeFigure shows the tickets of the whole desk by day, with surges, quiet
// weekdays and days off.
func volumeFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	v := newVolume(in, &a.Desk)
	f := Figure{ID: "chart-volume", Title: in.Text("Was the whole desk busier than usual?"), Caption: v.caption(), Height: 220, Table: v.table()}
	if earlier := len(a.Desk.Weeks) - len(v.weeks); earlier > 0 {
		f.Table.Note = in.Count(earlier, "%d earlier week is not shown.", "%d earlier weeks are not shown.")
	}
	if len(v.daily) == 0 {
		f.Open = true
		return f, nil
	}
	var err error
	f.Option, err = option(v.chart())
	return f, err
}

func (v volume) caption() string {
	text := v.in.Text("Bars are all tickets of a day. Strong ones are a surge: a week with a third or more above the middle week.")
	if len(v.weeks) < surgeWeeks {
		text = v.in.Text("Bars are all tickets of a day. With fewer than %d weeks nothing can be called usual.", surgeWeeks)
	}
	if len(v.quiet) > 0 {
		var names []string
		for _, q := range v.quiet {
			names = append(names, v.in.Text(weekdayNames[q.Weekday]))
		}
		text += " " + v.in.Text("Lightly shaded are the days of the week that are quiet here: %s.", v.in.List(names))
	}
	if len(v.off) > 0 {
		text += " " + v.in.Text("Darker days, marked \"off\", are most likely holidays: less than a third of what the same weekday gets in the weeks around it.")
	}
	if len(v.silences) > 0 {
		text += " " + v.in.Text("Where a week or more holds no ticket at all, it is a gap in the export or a closure.")
	}
	return text + " " + v.in.Text("A week in which everything rose makes no pattern: what is expected of each issue rises with it.") +
		" " + v.in.Text("The table is by week; the single days are in the calendar below.")
}

func (v volume) table() Table {
	t := Table{Head: []string{v.in.Text("Week from"), v.in.Text("Days off"), v.in.Text("Tickets"), v.in.Text("Against the middle week")}, Numeric: 2, Days: true}
	for i, n := range v.weekly {
		against := v.against(i)
		if v.surges(i) {
			against = v.in.Text("%s, a surge", against)
		}
		t.Rows = append(t.Rows, []string{v.in.Date(v.weeks[i]), v.in.List(v.offIn(i)), v.in.Int(n), against})
	}
	return t
}

func (v volume) against(week int) string {
	return v.in.Percent(float64(v.weekly[week]) / max(v.middle, 1))
}

func (v volume) surges(week int) bool {
	return len(v.weekly) >= surgeWeeks && v.weekly[week] > 0 && float64(v.weekly[week]) >= surge*v.middle
}

// offIn names the days off of a week, and the silence that begins in it.
func (v volume) offIn(week int) []string {
	var out []string
	for _, o := range v.off {
		if weekOf(o.Day, v.weeks) == week {
			out = append(out, v.in.Text("%s %s (%s, %s expected)", v.in.Weekday(o.Day.Time().Weekday()), v.in.DayMonth(o.Day), v.in.Tickets(o.Tickets), v.in.Number(o.Expected)))
		}
	}
	for _, s := range v.silences {
		if weekOf(max(s.Span.From, v.weeks[0]), v.weeks) == week {
			out = append(out, v.in.Text("no ticket %s, a gap in the export or a closure", v.in.Span(s.Span)))
		}
	}
	return out
}

func (v volume) chart() *charts.Bar {
	usual, surges, names := make([]any, len(v.daily)), make([]any, len(v.daily)), make([]string, len(v.daily))
	for i, n := range v.daily {
		usual[i], surges[i], names[i] = n, missing, v.in.DayMonth(v.day(i))
		switch {
		case i < v.unread:
			usual[i] = missing
		case v.surges(i / 7):
			usual[i], surges[i] = missing, n
		}
	}
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("axis", false, opts.Grid{Left: "0", Right: "12", Top: "24", Bottom: "4"})...)
	bar.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{ // every day has its place, every second week its name
			AxisTick: &opts.AxisTick{Interval: "0"}, AxisLabel: &opts.AxisLabel{Interval: "13", HideOverlap: opts.Bool(true)},
		}),
		charts.WithYAxisOpts(countAxis("")))
	bar.SetXAxis(names)
	stacked := charts.WithBarChartOpts(opts.BarChart{Stack: "tickets"})
	look := []charts.SeriesOpts{stacked}
	if shades := v.shades(); len(shades) > 0 {
		look = append(look, charts.WithMarkAreaData(shades...))
	}
	bar.AddSeries(v.in.Text("tickets"), barData(usual), look...)
	bar.AddSeries(v.in.Text("tickets, a surge"), barData(surges), stacked)
	return bar
}

// unreadDays is the number of days of d.Daily before the export begins.
func unreadDays(d *result.Desk) int {
	if d.HistoryDays == 0 {
		return 0
	}
	return max(0, len(d.Daily)-d.HistoryDays)
}

func (v volume) day(i int) result.Day { return result.DayOf(v.weeks[i/7].Time().AddDate(0, 0, i%7)) }

// shades are the areas behind the bars: quiet weekdays, days off, silences and
// weeks of a surge.
func (v volume) shades() [][]opts.MarkAreaData {
	var out [][]opts.MarkAreaData
	add := func(name string, shade *opts.ItemStyle, is func(i int) bool) {
		for from := 0; from < len(v.daily); from++ {
			to := from
			for to < len(v.daily) && is(to) {
				to++
			}
			if to > from {
				out = append(out, []opts.MarkAreaData{{Name: name, XAxis: from, MarkAreaStyle: opts.MarkAreaStyle{ItemStyle: shade}}, {XAxis: to - 1}})
				from = to
			}
		}
	}
	add("", grey(0.16), func(i int) bool { return v.isQuiet(v.day(i).Time().Weekday()) })
	add(v.in.Text("off"), grey(0.5), func(i int) bool {
		return slices.ContainsFunc(v.off, func(o result.DayOff) bool { return o.Day == v.day(i) })
	})
	add(v.in.Text("no tickets"), grey(0.5), func(i int) bool {
		return slices.ContainsFunc(v.silences, func(s result.Silence) bool { return s.Span.From <= v.day(i) && v.day(i) <= s.Span.To })
	})
	for week := range v.weeks {
		if v.surges(week) {
			add(v.against(week), nil, func(i int) bool { return i/7 == week })
		}
	}
	return out
}

// grey names the colour of the axes, which the page sets for light and dark.
func grey(opacity float32) *opts.ItemStyle {
	return &opts.ItemStyle{Color: "axis", Opacity: opts.Float(opacity)}
}

func (v volume) isQuiet(day time.Weekday) bool {
	return slices.ContainsFunc(v.quiet, func(q result.Quiet) bool { return q.Weekday == day })
}

// upperMedian returns the upper of the two middle counts where there are two.
func upperMedian(counts []int) float64 {
	sorted := slices.Sorted(slices.Values(counts))
	return float64(sorted[len(sorted)/2])
}
