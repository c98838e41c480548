package ingest

import (
	"slices"
	"strings"

	"ticketpatterns/analyzer/fold"
	"ticketpatterns/ingest/dates"
)

// dateTimeWords say in headers that a column holds a date or a time of day,
// folded: what is left of two headers tells whether they speak of one event.
var dateTimeWords = func() []string {
	words := strings.Fields("datetime date datum dato data fecha tarih data dat dag day päivämäärä dátum дата ημερομηνια 日付 日期 날짜 تاريخ תאריך " +
		"uhrzeit zeit time hora heure ora hour godzina czas tijdstip tijd saat klockslag tid kello aika čas idő время час ωρα 時刻 時間 时间 시간 وقت الوقت שעה")
	for i, w := range words {
		words[i] = fold.Key(w)
	}
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	return words
}()

// event returns what a header says but for the words of dates and times.
func event(key string) string {
	for _, w := range dateTimeWords {
		key = strings.ReplaceAll(key, w, "")
	}
	return key
}

// addClocks finds the columns that hold the times of day of a field whose columns
// hold dates alone: called alike, or else the one beside it.
func (p *plan) addClocks(s *schema, f *fieldPlan, cols []column) {
	if !s.isTime(f.field) {
		return
	}
	for k, i := range f.columns {
		if cols[i].share(isDay) < 0.9 || cols[i].present() == 0 {
			continue
		}
		clock := slices.IndexFunc(cols, func(c column) bool { return event(c.key) == event(cols[i].key) && c.holdsClocks() })
		if clock < 0 && i+1 < len(cols) && cols[i+1].holdsClocks() {
			clock = i + 1
		}
		if clock < 0 || p.used[clock] {
			continue
		}
		if f.clocks == nil {
			f.clocks = slices.Repeat([]int{-1}, len(f.columns))
		}
		f.clocks[k] = clock
		p.use(f.clocks[k : k+1])
	}
}

// isDay reports whether a cell is a date without a time of day.
func isDay(v string) bool {
	at := dates.Parse(v)
	return (at.Kind == dates.Fixed || at.Kind == dates.Numeric) && at.Nanos == 0
}

// holdsClocks reports whether most values are times of day.
func (c column) holdsClocks() bool {
	return c.present() > 0 && c.share(isClock) >= 0.8
}

// isClock reports whether a cell is a time of day and no date.
func isClock(v string) bool {
	const longest = 24
	return len(v) <= longest && strings.ContainsAny(v, ":.hH時时点點시") && dates.Parse(v).Kind == dates.Bad && dates.Parse("2026-01-01 "+v).Kind == dates.Fixed
}
