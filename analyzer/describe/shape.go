package describe

import (
	"slices"

	"ticketpatterns/analyzer/cause"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

const (
	// A sudden onset has suddenShare of the tickets within suddenDays of the first,
	// after silentDays without one.
	suddenDays  = 3
	suddenShare = 0.6
	silentDays  = 28
	// risingWeeks is the number of weeks in which a slow rise must not fall.
	risingWeeks = 4
	// minTickets is the smallest number of tickets whose distribution is judged.
	minTickets = 5
	// shortShare is the largest ratio of the tickets' median time to resolve to the
	// desk's that counts as short handling.
	shortShare = 0.5
	// peakHours is the width of a daily peak in hours; peakTickets and peakDays are
	// the smallest numbers of tickets and days of a peak, peakP is its p-value over
	// all hours together.
	peakHours   = 2
	peakTickets = 8
	peakDays    = 3
	peakP       = 0.01
)

// onset returns the evidence of a sudden onset or a slow rise, compared with all
// tickets of the issue in the scope.
func (d *Describer) onset(tickets, ofIssue []int32) []cause.Sign {
	if len(tickets) < minTickets || len(ofIssue) == 0 {
		return nil
	}
	first := d.data.Day[tickets[0]]
	var early []int32
	for _, t := range tickets {
		if first-d.data.Day[t] < suddenDays {
			early = append(early, t)
		}
	}
	before := slices.ContainsFunc(ofIssue, func(t int32) bool { back := d.data.Day[t]; return back > first && back <= first+silentDays })
	if float64(len(early)) >= suddenShare*float64(len(tickets)) && !before && d.data.Days > first+silentDays {
		return d.sign(tickets, result.Evidence{
			Code: result.EvidenceSuddenOnset, Of: len(tickets), Onset: &result.SuddenOnset{Tickets: len(early), WithinDays: suddenDays, SilentDays: silentDays},
		})
	}
	return d.rise(tickets, ofIssue)
}

// rise returns the evidence of an issue that grew from week to week to at least
// twice its size.
func (d *Describer) rise(tickets, ofIssue []int32) []cause.Sign {
	weekly := d.data.Weekly(ofIssue)
	if len(weekly) < risingWeeks {
		return nil
	}
	last := weekly[len(weekly)-risingWeeks:]
	if !slices.IsSorted(last) || last[0] == 0 || last[risingWeeks-1] < 2*last[0] || last[risingWeeks-1] < minTickets {
		return nil
	}
	return d.sign(tickets, result.Evidence{Code: result.EvidenceSlowRise, Of: len(tickets), Rise: &result.SlowRise{Weekly: slices.Clone(last)}})
}

// shortHandling returns the evidence that tickets are resolved much faster than the
// desk's.
func (d *Describer) shortHandling(tickets []int32) []cause.Sign {
	median, resolved := d.medianHoursOf(tickets)
	if len(resolved) < minTickets || !(median <= shortShare*d.medianHours) {
		return nil
	}
	return d.sign(resolved, result.Evidence{
		Code: result.EvidenceShortHandling, Of: len(tickets),
		Handling: &result.HandlingAgainst{Hours: stat.Round(median, 10), DeskHours: stat.Round(d.medianHours, 10)},
	})
}

// medianHoursOf returns the median time to resolve, in hours, of the resolved
// tickets (NaN if there are none), and these tickets.
func (d *Describer) medianHoursOf(tickets []int32) (median float64, resolved []int32) {
	var all []float64
	for _, t := range tickets {
		if hours, ended := hoursToResolve(&d.data.Tickets[t]); ended {
			all = append(all, hours)
			resolved = append(resolved, t)
		}
	}
	return stat.Median(all), resolved
}

// peak returns the evidence of two hours of the day in which tickets are opened more
// often than the desk's, on several days.
func (d *Describer) peak(tickets []int32) []cause.Sign {
	if len(tickets) < peakTickets {
		return nil
	}
	hour := func(t int32) int { return d.data.Tickets[t].Opened.In(d.data.AsOf.Location()).Hour() }
	best, bestP := -1, peakP/24
	for from := range 24 {
		n, share := 0, 0.0
		for h := range peakHours {
			share += d.openedShare[(from+h)%24]
		}
		for _, t := range tickets {
			if (hour(t)-from+24)%24 < peakHours {
				n++
			}
		}
		if p := stat.PoissonTail(n, share*float64(len(tickets))); p < bestP {
			best, bestP = from, p
		}
	}
	if best < 0 {
		return nil
	}
	var inside []int32
	days := map[int]bool{}
	for _, t := range tickets {
		if (hour(t)-best+24)%24 < peakHours {
			inside = append(inside, t)
			days[d.data.Day[t]] = true
		}
	}
	if len(days) < peakDays {
		return nil
	}
	return d.sign(inside, result.Evidence{
		Code: result.EvidencePeakHours, Of: len(tickets),
		Peak: &result.PeakHours{Tickets: len(inside), From: best, To: (best + peakHours) % 24, Days: len(days)},
	})
}

// sharedValues returns the evidence of one configuration item, kind of item or
// location that most tickets share and the desk does not.
func (d *Describer) sharedValues(tickets []int32) []cause.Sign {
	var out []cause.Sign
	for _, f := range []struct {
		field dataset.Field
		code  result.EvidenceCode
	}{{dataset.ConfigurationItem, result.EvidenceOneItem}, {dataset.Location, result.EvidenceOneLocation}} {
		share, ok := d.share(d.valueCounts(f.field, tickets))
		if !ok {
			continue
		}
		having := d.withValue(f.field, tickets, func(name string) bool { return text.Plain(name) == share.Value })
		out = append(out, d.sign(having, result.Evidence{Code: f.code, Of: share.Of, Values: []result.Count{{Name: share.Value, Count: share.Count}}})...)
	}
	if len(out) == 0 || out[0].Code != result.EvidenceOneItem {
		out = append(out, d.itemKind(tickets)...)
	}
	return out
}

// itemKind returns the evidence of one kind of configuration item that most tickets
// share: items whose names differ in their number only.
func (d *Describer) itemKind(tickets []int32) []cause.Sign {
	c := &d.data.Fields[dataset.ConfigurationItem]
	inside, desk, known := map[string]int{}, map[string]int{}, 0
	for _, t := range tickets {
		if v := c.Value[t]; v != dataset.Unknown {
			inside[fold.Wording(c.Name[v])]++
			known++
		}
	}
	if known < minTickets || 2*known < len(tickets) {
		return nil
	}
	deskKnown := 0
	for v := 1; v < len(c.Name); v++ {
		desk[fold.Wording(c.Name[v])] += c.Count[v]
		deskKnown += c.Count[v]
	}
	name := dataset.MostFrequent(inside)
	share := float64(inside[name]) / float64(known)
	if share <= minShare || share < minLift*float64(desk[name])/float64(deskKnown) {
		return nil
	}
	having := d.withValue(dataset.ConfigurationItem, tickets, func(n string) bool { return fold.Wording(n) == name })
	example := text.Plain(c.Name[c.Value[having[0]]])
	return d.sign(having, result.Evidence{Code: result.EvidenceOneKindOfItem, Of: known, Values: []result.Count{{Name: example, Count: len(having)}}})
}

// withValue returns the tickets whose field has a value that ok accepts.
func (d *Describer) withValue(f dataset.Field, tickets []int32, ok func(string) bool) []int32 {
	c := &d.data.Fields[f]
	var out []int32
	for _, t := range tickets {
		if c.Value[t] != dataset.Unknown && ok(c.Name[c.Value[t]]) {
			out = append(out, t)
		}
	}
	return out
}
