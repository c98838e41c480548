package dates

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A header may say how its column is read: "Created (UTC+5:30)", "Date
// (MM/DD/YYYY)", "opened_at_utc".
var (
	headerNote   = regexp.MustCompile(`^(.*\S)\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]$`)
	headerSuffix = regexp.MustCompile(`(?i)^(.*[^\s_-])[\s_-]+((?:utc|gmt)(?:[+-]\d{1,2}(?::?\d\d)?)?)$`)
	headerFormat = regexp.MustCompile(`(?i)^([dmy])[dmy]{0,3}[-/. ][dmy]{1,4}[-/. ][dmy]{1,4}\b`)
	headerOffset = regexp.MustCompile(`(?i)^(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?(\d\d))?$`)
)

// ReadHeader takes apart what a header says: the name of the column, the zone of
// its times and the order of its dates. The zone is nil and the order Unordered
// where the header says nothing about them.
func ReadHeader(header string) (name string, zone *time.Location, order Order) {
	if m := headerSuffix.FindStringSubmatch(header); m != nil {
		if zone, ok := readZone(m[2]); ok {
			return m[1], zone, Unordered
		}
	}
	m := headerNote.FindStringSubmatch(header)
	if m == nil {
		return header, nil, Unordered
	}
	note := m[2]
	if f := headerFormat.FindStringSubmatch(note); f != nil {
		return m[1], nil, map[string]Order{"d": DayFirst, "m": MonthFirst, "y": YearFirst}[strings.ToLower(f[1])]
	}
	if zone, ok := readZone(note); ok {
		return m[1], zone, Unordered
	}
	if strings.EqualFold(note, "local") || strings.EqualFold(note, "local time") {
		return m[1], nil, Unordered
	}
	return header, nil, Unordered
}

// readZone reads a zone: a name such as CET or Europe/Berlin, or an offset.
func readZone(s string) (*time.Location, bool) {
	if o := headerOffset.FindStringSubmatch(s); o != nil {
		hours, _ := strconv.Atoi(o[2])
		minutes, _ := strconv.Atoi(o[3])
		seconds := 3600*hours + 60*minutes
		if o[1] == "-" {
			seconds = -seconds
		}
		return time.FixedZone("UTC"+o[1]+o[2]+strings.TrimSuffix(":"+o[3], ":"), seconds), hours <= 14 && minutes < 60
	}
	if minutes, ok := zoneNames[strings.ToLower(s)]; ok {
		if minutes == 0 {
			return time.UTC, true
		}
		return time.FixedZone(strings.ToUpper(s), 60*minutes), true
	}
	if strings.Contains(s, "/") && !strings.Contains(s, " ") {
		if zone, err := time.LoadLocation(s); err == nil {
			return zone, true
		}
	}
	return nil, false
}
