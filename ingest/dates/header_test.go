package dates

import (
	"testing"
	"time"
)

func TestReadHeader(t *testing.T) {
	at := time.Date(2026, 3, 16, 8, 5, 0, 0, time.UTC)
	for _, c := range []struct {
		header, name string
		east         int // seconds east of Greenwich; 1 if no zone is said
		order        Order
	}{
		{"Created (UTC+5:30)", "Created", 19800, Unordered},
		{"Created [GMT-3]", "Created", -10800, Unordered},
		{"Erstellt (Europe/Berlin)", "Erstellt", 3600, Unordered},
		{"Ouvert (CET)", "Ouvert", 3600, Unordered},
		{"opened_at_utc", "opened_at", 0, Unordered},
		{"Opened GMT", "Opened", 0, Unordered},
		{"Created UTC+2", "Created", 7200, Unordered},
		{"Date (DD/MM/YYYY)", "Date", 1, DayFirst},
		{"Date (mm-dd-yyyy hh:mm)", "Date", 1, MonthFirst},
		{"Created (local time)", "Created", 1, Unordered},
		{"Status (Ticket)", "Status (Ticket)", 1, Unordered},
		{"Zeit (+99)", "Zeit (+99)", 1, Unordered},
		{"UTC", "UTC", 1, Unordered},
	} {
		name, zone, order := ReadHeader(c.header)
		east := 1
		if zone != nil {
			_, east = at.In(zone).Zone()
		}
		if name != c.name || east != c.east || order != c.order {
			t.Errorf("%q: %q, %d, %s", c.header, name, east, order)
		}
	}
}
