package main

import "time"

// The span of the sample.
const weeks = 26

var (
	firstDay = time.Date(2025, 12, 29, 0, 0, 0, 0, time.UTC) // a Monday
	lastDay  = firstDay.AddDate(0, 0, 7*weeks-1)             // Sunday 2026-06-28
	exported = time.Date(2026, 6, 29, 6, 0, 0, 0, time.UTC)  // when the export is made
)

// Weeks, counted from 0, that are not like the others.
const (
	newYearWeek = 0  // 29 December to 4 January
	surgeWeek   = 10 // 9 to 15 March, after the mailbox move
	holidayWeek = 21 // 25 to 31 May
	outageWeek  = 25 // 22 to 28 June, with the outage of a site and a pay day
)

// weekPercent says how much of its usual work a week has.
func weekPercent(week int) int {
	switch week {
	case newYearWeek:
		return 45
	case surgeWeek:
		return 150
	case holidayWeek:
		return 70
	}
	return 100
}

// weekdayShare is the work of the days from Monday to Sunday.
var weekdayShare = []int{118, 108, 102, 98, 84, 14, 8}

// dayWeights returns how much work each day of the span has. The work grows by
// four in a thousand a week.
func dayWeights() []int {
	weights := make([]int, 7*weeks)
	for day := range weights {
		week := day / 7
		weights[day] = weekdayShare[day%7] * weekPercent(week) * (1000 + 4*week)
	}
	return weights
}

// payDays returns the 25th of each month, counted from the first day, or the working day
// after.
func payDays() []int {
	var days []int
	for at := time.Date(2026, 1, 25, 0, 0, 0, 0, time.UTC); !at.After(lastDay); at = at.AddDate(0, 1, 0) {
		days = append(days, workingDay(dayOf(at)))
	}
	return days
}

// workingDay returns a day, or the Monday after if it lies on a weekend.
func workingDay(day int) int {
	if weekday := day % 7; weekday >= 5 {
		return day + 7 - weekday
	}
	return day
}

// hourShare is the work of the hours from 6 to 20.
var hourShare = []int{2, 6, 12, 14, 13, 10, 7, 9, 12, 10, 7, 4, 2, 1, 1}

// moment returns a time of the given day, counted from the first.
func moment(d dice, day int) time.Time {
	hour := 6 + d.weighted(hourShare)
	return firstDay.AddDate(0, 0, day).Add(time.Duration(hour)*time.Hour +
		time.Duration(d.IntN(3600))*time.Second)
}

// dayOf returns the day of a time, counted from the first.
func dayOf(t time.Time) int { return int(t.Sub(firstDay) / (24 * time.Hour)) }

// intoOfficeHours moves a time to the next office hour: desks resolve little at
// night and on weekends.
func intoOfficeHours(t time.Time) time.Time {
	if t.Hour() >= 18 {
		t = t.Add(14 * time.Hour)
	} else if t.Hour() < 7 {
		t = t.Add(8 * time.Hour)
	}
	for t.Weekday() == time.Saturday || t.Weekday() == time.Sunday {
		t = t.AddDate(0, 0, 1)
	}
	return t
}
