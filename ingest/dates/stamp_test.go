package dates

import (
	"strings"
	"testing"
	"ticketpatterns/analyzer/fold"
	"time"
)

// The shapes are those that exporters write, as their public exports show.
func TestParseStamp(t *testing.T) {
	const none = ""
	tests := []struct {
		in   string
		as   Order
		want string
	}{
		{"2021-02-24 01:42:59", Unordered, "2021-02-24T01:42:59Z"},
		{"2026-02-01T12:00", Unordered, "2026-02-01T12:00:00Z"},
		{"2024-08-23T02:11:15Z", Unordered, "2024-08-23T02:11:15Z"},
		{"2024-12-31T18:30:00.000Z", Unordered, "2024-12-31T18:30:00Z"},
		{"2025-09-01 06:39:57.599163393", Unordered, "2025-09-01T06:39:57.599163393Z"},
		{"2018-05-11T09:46:53.000+0300", Unordered, "2018-05-11T09:46:53+03:00"},
		{"2018-05-11T09:46:53-05:30", Unordered, "2018-05-11T09:46:53-05:30"},
		{"2026/3/5 7:04", Unordered, "2026-03-05T07:04:00Z"},
		{"02-13-2025 15:46:06", MonthFirst, "2025-02-13T15:46:06Z"},
		{"09/10/2026 11:32:36", DayFirst, "2026-10-09T11:32:36Z"},
		{"09/10/2026 11:32:36", MonthFirst, "2026-09-10T11:32:36Z"},
		{"12/2/24 8:16", MonthFirst, "2024-12-02T08:16:00Z"},
		{"12/2/24 8:16", YearFirst, "2012-02-24T08:16:00Z"},
		{"3/02/2026 10:04", DayFirst, "2026-02-03T10:04:00Z"},
		{"22.10.2025 11:53:33", DayFirst, "2025-10-22T11:53:33Z"},
		{"22/Sep/25 9:26 AM", Unordered, "2025-09-22T09:26:00Z"},
		{"18/jul/26 12:10 AM", Unordered, "2026-07-18T00:10:00Z"},
		{"12/lut/21 10:19 PM", Unordered, "2021-02-12T22:19:00Z"},
		{"3/Nov/20 12:17", Unordered, "2020-11-03T12:17:00Z"},
		{"18/jul./26 9:10 a. m.", Unordered, "2026-07-18T09:10:00Z"},
		{"Mar 5, 2026 10:15 AM", Unordered, "2026-03-05T10:15:00Z"},
		{"Mar 5, 2026, 10:15\u202fPM", Unordered, "2026-03-05T22:15:00Z"},
		{"Tue Mar 05 10:15:00 2026", Unordered, "2026-03-05T10:15:00Z"},
		{"Thu, 05 Mar 2026 10:15:00 +0100", Unordered, "2026-03-05T10:15:00+01:00"},
		{"Tue Mar 05 10:15:00 CET 2026", Unordered, "2026-03-05T10:15:00+01:00"},
		{"5. März 2026 10:15 Uhr", Unordered, "2026-03-05T10:15:00Z"},
		{"5 de septiembre de 2026 10:15", Unordered, "2026-09-05T10:15:00Z"},
		{"5 août 2026 à 14h30", Unordered, "2026-08-05T14:30:00Z"},
		{"05-Okt-2025", Unordered, "2025-10-05T00:00:00Z"},
		{"5 października 2025 08:00", Unordered, "2025-10-05T08:00:00Z"},
		{"05/mag/25 08:00", Unordered, "2025-05-05T08:00:00Z"},
		{"5 mrt. 2026", Unordered, "2026-03-05T00:00:00Z"},
		{"03/31/2026 11:17 PM", MonthFirst, "2026-03-31T23:17:00Z"},
		{"04/21/2025 11:21 am", MonthFirst, "2025-04-21T11:21:00Z"},
		{"1772705700", Unordered, "2026-03-05T10:15:00Z"},
		{"1772705700.5", Unordered, "2026-03-05T10:15:00.5Z"},
		{"1772705700000", Unordered, "2026-03-05T10:15:00Z"},
		{"20260305", Unordered, "2026-03-05T00:00:00Z"},
		{"20260305101500", Unordered, "2026-03-05T10:15:00Z"},
		{"31/12/69", DayFirst, "2069-12-31T00:00:00Z"},
		{"31/12/70", DayFirst, "1970-12-31T00:00:00Z"},
		{"29/02/2024", DayFirst, "2024-02-29T00:00:00Z"},
		{"29/02/2023", DayFirst, none},
		{"2026-13-05", Unordered, none},
		{"2026-02-30", Unordered, none},
		{"2026-02-01 25:00", Unordered, none},
		{"0001-01-01 00:00:00", Unordered, none},
		{"3 weeks ago", Unordered, none},
		{"40.1", Unordered, none},
		{"0", Unordered, none},
		{"46023.000694", Unordered, "2026-01-01T00:01:00Z"},
		{"46023,5", Unordered, "2026-01-01T12:00:00Z"},
		{"44561", Days1904, "2026-01-01T00:00:00Z"},
		{"'2026-03-05 10:15", Unordered, "2026-03-05T10:15:00Z"},
		{"'05/03/2026", DayFirst, "2026-03-05T00:00:00Z"},
		{"99999", Unordered, none},
		{"Thu Mar 05 2026 10:15:00 GMT+0100 (Central European Standard Time)", Unordered, "2026-03-05T10:15:00+01:00"},
		{"2026-03-05 10:15:00 +0100 CET", Unordered, "2026-03-05T10:15:00+01:00"},
		{"20260305T101500Z", Unordered, "2026-03-05T10:15:00Z"},
		{"20260305 101500", Unordered, "2026-03-05T10:15:00Z"},
		{"Mar  5 2026 10:15:00:250PM", Unordered, "2026-03-05T22:15:00.25Z"},
		{"10:15 05/03/2026", DayFirst, "2026-03-05T10:15:00Z"},
		{"10:15 AM, 05 Mar 2026", Unordered, "2026-03-05T10:15:00Z"},
		{"05-MAR-26 10.15.00.000000000 PM", Unordered, "2026-03-05T22:15:00Z"},
		{"05.03.2026 9.05", DayFirst, "2026-03-05T09:05:00Z"},
		{"2026年3月5日 10:15", Unordered, "2026-03-05T10:15:00Z"},
		{"2026-03-05_10:15", Unordered, "2026-03-05T10:15:00Z"},
		{"10.15.20", Unordered, none},
		{"version 10.15", Unordered, none},
		{"12345", Unordered, none},
		{"10:15", Unordered, none},
		{"2:18", Unordered, none},
		{"yesterday", Unordered, none},
		{"", Unordered, none},
		{"13/13/2026", DayFirst, none},
		{"2026-03-05 10:15 XYZ", Unordered, none},
	}
	for _, tt := range tests {
		got := Parse(tt.in).Time(tt.as, time.UTC)
		if s := rfc3339(got); s != tt.want {
			t.Errorf("parseStamp(%q) read %s = %q, want %q", tt.in, tt.as, s, tt.want)
		}
	}
}

func TestParseStampTakesZone(t *testing.T) {
	zone := time.FixedZone("", 2*3600)
	for in, want := range map[string]string{
		"2026-03-05 10:15":       "2026-03-05T10:15:00+02:00",
		"2026-03-05T10:15:00Z":   "2026-03-05T10:15:00Z",
		"2026-03-05T10:15-08:00": "2026-03-05T10:15:00-08:00",
	} {
		if got := rfc3339(Parse(in).Time(Unordered, zone)); got != want {
			t.Errorf("parseStamp(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestMonthNamesAreUnambiguous(t *testing.T) {
	seen := make(map[string]int)
	for i, names := range monthNames {
		for _, name := range strings.Fields(names) {
			if old, ok := seen[name]; ok && old != i {
				t.Errorf("%q is month %d and %d", name, old+1, i+1)
			}
			if fold.Key(name) != name {
				t.Errorf("%q is not folded, want %q", name, fold.Key(name))
			}
			seen[name] = i
		}
	}
}

// rfc3339 writes a time as RFC 3339, "" for the zero time.
func rfc3339(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}
