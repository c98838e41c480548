package describe

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// deskBehind adds a desk of one ticket an hour in office hours, for 60 days, each
// resolved in eight hours.
func deskBehind(tickets []ticket.Ticket) []ticket.Ticket {
	for d := range 60 {
		for h := 8; h < 18; h++ {
			day := lastDay.AddDate(0, 0, -d)
			opened := time.Date(day.Year(), day.Month(), day.Day(), h, 30, 0, 0, time.UTC)
			tickets = append(tickets, ticket.Ticket{
				ID: fmt.Sprintf("desk %d %d", d, h), Opened: opened, Resolved: opened.Add(8 * time.Hour), ConfigurationItem: fmt.Sprintf("LEE-PC-%d%d", d, h), Location: "Porto",
			})
		}
	}
	return tickets
}

// shaped are tickets of one issue as the pattern of a desk.
func shaped(days []int, change func(i int, k *ticket.Ticket)) (*Describer, []int32) {
	var tickets []ticket.Ticket
	for i, d := range days {
		day := lastDay.AddDate(0, 0, -d)
		k := ticket.Ticket{ID: fmt.Sprint(i), Opened: time.Date(day.Year(), day.Month(), day.Day(), 8+i%10, 0, 0, 0, time.UTC)}
		if change != nil {
			change(i, &k)
		}
		tickets = append(tickets, k)
	}
	all := deskBehind(tickets)
	e := dataset.New(all, lastDay)
	var hand []int32
	for t := range e.Tickets {
		if !strings.HasPrefix(e.Tickets[t].ID, "desk") {
			hand = append(hand, int32(t))
		}
	}
	return describer(e.Tickets), hand
}

func TestOnset(t *testing.T) {
	for _, c := range []struct {
		name   string
		days   []int
		recent int
		onset  *result.SuddenOnset
		rise   *result.SlowRise
	}{
		{name: "sudden", days: []int{10, 10, 9, 9, 8, 3}, recent: 6, onset: &result.SuddenOnset{Tickets: 5, WithinDays: 3, SilentDays: 28}},
		{name: "spread", days: []int{12, 10, 8, 6, 4, 2}, recent: 6},
		{name: "not the first", days: []int{30, 10, 10, 9, 9, 8, 3}, recent: 6},
		{name: "few", days: []int{10, 10, 9}, recent: 3},
		{name: "rising", days: []int{27, 25, 20, 18, 16, 13, 12, 11, 9, 6, 5, 4, 3, 2, 1}, recent: 10, rise: &result.SlowRise{Weekly: []int{2, 3, 4, 6}}},
		{name: "level", days: []int{27, 25, 24, 20, 18, 16, 13, 12, 11, 6, 5, 4}, recent: 8},
	} {
		d, all := shaped(c.days, nil)
		var got result.Evidence
		for _, s := range d.onset(all[len(all)-c.recent:], all) {
			got = s.Evidence
		}
		if !cmp.Equal(got.Onset, c.onset) || !cmp.Equal(got.Rise, c.rise) || (got.Code == "") != (c.onset == nil && c.rise == nil) || got.Code != "" && got.Of != c.recent {
			t.Errorf("%s: %+v, want %+v or %+v", c.name, got, c.onset, c.rise)
		}
	}
}

func TestShortHandling(t *testing.T) {
	resolved := func(hours float64) func(int, *ticket.Ticket) {
		return func(_ int, k *ticket.Ticket) { k.Resolved = k.Opened.Add(time.Duration(hours * float64(time.Hour))) }
	}
	week := []int{6, 5, 4, 3, 2}
	for _, c := range []struct {
		name  string
		days  []int
		hours float64
		want  bool
	}{{"short", week, 0.5, true}, {"as usual", week, 7, false}, {"few", week[:4], 0.5, false}} {
		d, hand := shaped(c.days, resolved(c.hours))
		if got := d.shortHandling(hand); (got != nil) != c.want || c.want && *got[0].Handling != (result.HandlingAgainst{Hours: 0.5, DeskHours: 8}) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	if d, hand := shaped(week, nil); d.shortHandling(hand) != nil {
		t.Error("unresolved tickets are short")
	}
}

func TestPeak(t *testing.T) {
	at := func(hour int) func(int, *ticket.Ticket) {
		return func(_ int, k *ticket.Ticket) {
			y, m, d := k.Opened.Date()
			k.Opened = time.Date(y, m, d, hour, 15, 0, 0, time.UTC)
		}
	}
	days := []int{9, 8, 7, 6, 5, 4, 3, 2, 1}
	d, hand := shaped(days, at(9))
	if got := d.peak(hand); len(got) != 1 || got[0].Of != 9 || *got[0].Peak != (result.PeakHours{Tickets: 9, From: 8, To: 10, Days: 9}) {
		t.Errorf("at nine: %+v", got)
	}
	if d, hand := shaped(days, nil); d.peak(hand) != nil {
		t.Errorf("spread over the day: %+v", d.peak(hand))
	}
	if d, hand := shaped([]int{9, 9, 9, 9, 9, 9, 8, 8, 8}, at(9)); d.peak(hand) != nil {
		t.Errorf("two mornings are one event: %+v", d.peak(hand))
	}
}

func TestAlike(t *testing.T) {
	days := []int{6, 5, 4, 3, 2, 1}
	for _, c := range []struct {
		name   string
		change func(int, *ticket.Ticket)
		want   string
	}{
		{"one item", func(_ int, k *ticket.Ticket) { k.ConfigurationItem = "SRV-1" }, "one_item 6 of 6 SRV-1"},
		{"one kind", func(i int, k *ticket.Ticket) { k.ConfigurationItem = fmt.Sprintf("HAM-SCN-%d", i) }, "one_kind_of_item 6 of 6 HAM-SCN-"},
		{"one site", func(_ int, k *ticket.Ticket) { k.Location = "Leeds" }, "one_location 6 of 6 Leeds"},
		{"the kind of everybody", func(i int, k *ticket.Ticket) { k.ConfigurationItem = fmt.Sprintf("LEE-PC-%d", 9000+i) }, ""},
		{"the site of everybody", func(_ int, k *ticket.Ticket) { k.Location = "Porto" }, ""},
		{"nothing", nil, ""},
	} {
		d, hand := shaped(days, c.change)
		var said []string
		for _, a := range d.sharedValues(hand) {
			said = append(said, fmt.Sprintf("%s %d of %d %s", a.Code, a.Values[0].Count, a.Of, a.Values[0].Name))
		}
		if got := strings.Join(said, "; "); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
