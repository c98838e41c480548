package chart

import (
	"slices"
	"time"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const calendarWeeks = 26 // half a year; more would make the days too small to read

// calendarFigure shows each day of the past weeks.
func calendarFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	f := Figure{
		ID:      "chart-calendar",
		Title:   in.Text("On which days the work comes in"),
		Caption: in.Text("Each field is a day, each column a week. A pale field on a working day is a holiday or a gap in the export."),
		Height:  250,
		Table:   Table{Head: []string{in.Text("Week from")}, Numeric: 1, Days: true},
	}
	d := a.Desk
	if len(d.Weeks) == 0 || len(d.Daily) != 7*len(d.Weeks) {
		return f, nil
	}
	shown := min(calendarWeeks, len(d.Weeks))
	weeks, days := d.Weeks[len(d.Weeks)-shown:], d.Daily[len(d.Daily)-7*shown:]
	names, unread := weekdays(in, weeks[0]), max(0, unreadDays(&d)-(len(d.Daily)-len(days)))
	f.Table.Head = append(f.Table.Head, names...)
	for i, week := range weeks {
		row := []string{in.Date(week)}
		for k, n := range days[7*i : 7*i+7] {
			if 7*i+k < unread {
				row = append(row, in.Text("before the export"))
				continue
			}
			row = append(row, in.Int(n))
		}
		f.Table.Rows = append(f.Table.Rows, row)
	}
	if len(d.Weeks) > shown {
		f.Table.Note = in.Count(len(d.Weeks)-shown, "%d earlier week is not shown.", "%d earlier weeks are not shown.")
	}
	var err error
	f.Option, err = option(calendar(in, weeks, days, unread, names))
	return f, err
}

// weekdays names the seven days from first on.
func weekdays(in words.Writer, first result.Day) []string {
	out := make([]string, 7)
	for i := range out {
		out[i] = in.Weekday(time.Weekday((int(first.Time().Weekday()) + i) % 7))
	}
	return out
}

// calendar draws all days except those before the export.
func calendar(in words.Writer, weeks []result.Day, days []int, unread int, names []string) *charts.HeatMap {
	data := make([]opts.HeatMapData, len(days))
	for i, n := range days {
		day := result.DayOf(weeks[i/7].Time().AddDate(0, 0, i%7))
		data[i] = opts.HeatMapData{Name: names[i%7] + ", " + in.Date(day) + ": " + in.Tickets(n), Value: []any{i / 7, i % 7, n}}
	}
	m := charts.NewHeatMap()
	m.SetGlobalOptions(plain("item", false, opts.Grid{Left: "0", Right: "8", Top: "0", Bottom: "36"})...)
	m.SetGlobalOptions(
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: "item", Formatter: "{b}"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "category", Data: weekNames(in, weeks)}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Data: names, Inverse: opts.Bool(true), AxisLabel: &opts.AxisLabel{Interval: "0"}}),
		charts.WithVisualMapOpts(opts.VisualMap{
			Type: "continuous", Min: 0, Max: float32(max(1, slices.Max(days))), Dimension: "2", Calculable: opts.Bool(false),
			Orient: "horizontal", Left: "0", Bottom: "0", Text: []string{in.Tickets(slices.Max(days)), in.Text("none")},
		}))
	m.AddSeries(in.Text("tickets"), data[unread:])
	return m
}

// unreadDays is the number of days of d.Daily before the export begins.
func unreadDays(d *result.Desk) int {
	if d.HistoryDays == 0 {
		return 0
	}
	return max(0, len(d.Daily)-d.HistoryDays)
}
