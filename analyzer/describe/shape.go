package describe

import (
	"slices"
	"strings"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/fold"

	"ticketpatterns/analyzer/cause"
	"ticketpatterns/analyzer/say"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

const (
	// suddenDays is within how many days of the first ticket suddenShare of a
	// pattern must come for it to be sudden, with silentDays without one before.
	suddenDays  = 3
	suddenShare = 0.6
	silentDays  = 28
	// risingWeeks is for how many weeks a rising issue must not fall.
	risingWeeks = 4
	// shapeTickets is the fewest tickets that have a shape.
	shapeTickets = 5
	// shortShare is the share of the desk's median up to which tickets are short.
	shortShare = 0.5
	// peakHours is the width of a peak, peakTickets the fewest tickets and peakDays
	// the fewest days that have one, and peakP the p-value for all hours together.
	peakHours   = 2
	peakTickets = 8
	peakDays    = 3
	peakP       = 0.01
)

// onset says how tickets began, seen against all tickets of their issue in their
// scope.
func (d *Describer) onset(tickets, ofIssue []int32) cause.Onset {
	if len(tickets) < shapeTickets || len(ofIssue) == 0 {
		return cause.Onset{}
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
		return cause.Onset{
			Sudden: true, Tickets: d.data.IDs(tickets),
			Says: d.options.Language.Text("sudden onset: %d of %d tickets within %d days of the first, none in the %d days before", len(early), len(tickets), suddenDays, silentDays),
		}
	}
	return d.rise(tickets, ofIssue)
}

// rise reports whether an issue grew from week to week to at least twice of
// what it was.
func (d *Describer) rise(tickets, ofIssue []int32) cause.Onset {
	weekly := d.data.Weekly(ofIssue)
	if len(weekly) < risingWeeks {
		return cause.Onset{}
	}
	last := weekly[len(weekly)-risingWeeks:]
	if !slices.IsSorted(last) || last[0] == 0 || last[risingWeeks-1] < 2*last[0] || last[risingWeeks-1] < shapeTickets {
		return cause.Onset{}
	}
	counts := make([]string, risingWeeks)
	for i, n := range last {
		counts[i] = d.options.Language.Int(n)
	}
	return cause.Onset{
		Rising: true, Tickets: d.data.IDs(tickets),
		Says: d.options.Language.Text("slow rise: %s tickets in the last %d weeks", strings.Join(counts, ", "), risingWeeks),
	}
}

// hours says whether tickets are resolved much faster than those of the desk.
func (d *Describer) hours(tickets []int32) cause.Hours {
	median, resolved := d.medianHoursOf(tickets)
	if len(resolved) < shapeTickets || !(median <= shortShare*d.medianHours) {
		return cause.Hours{}
	}
	return cause.Hours{
		Short: true, Tickets: d.data.IDs(resolved),
		Says: d.options.Language.Text("short handling: resolved in %s hours at the median, the desk's tickets in %s", d.options.Language.Decimal(median), d.options.Language.Decimal(d.medianHours)),
	}
}

// medianHoursOf is the median of the hours to resolve tickets, NaN if none is
// resolved, and the tickets that are.
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

// peak looks for two hours of the day in which tickets are opened more often
// than the desk's are, on several days.
func (d *Describer) peak(tickets []int32) cause.Peak {
	if len(tickets) < peakTickets {
		return cause.Peak{}
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
		return cause.Peak{}
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
		return cause.Peak{}
	}
	return cause.Peak{
		Tickets: d.data.IDs(inside),
		Says:    d.options.Language.Text("a time of day: %d of %d tickets opened between %d and %d o'clock, on %d days", len(inside), len(tickets), best, (best+peakHours)%24, len(days)),
	}
}

// alikeWords say that most tickets share a value.
var alikeWords = map[dataset.Field]say.English{
	dataset.ConfigurationItem: "one configuration item: %d of the %d tickets that name one have %s",
	dataset.Location:          "one location: %d of the %d tickets that name one have %s",
}

// alike lists what most of the tickets share and the desk does not: one
// configuration item, one kind of item, one site.
func (d *Describer) alike(tickets []int32) []cause.Alike {
	var out []cause.Alike
	for _, f := range []dataset.Field{dataset.ConfigurationItem, dataset.Location} {
		share, ok := d.share(d.valueCounts(f, tickets))
		if !ok {
			continue
		}
		out = append(out, cause.Alike{
			Item: f == dataset.ConfigurationItem, Tickets: d.data.IDs(d.having(f, tickets, func(name string) bool { return text.Plain(name) == share.Value })),
			Says: d.options.Language.Text(alikeWords[f], share.Count, share.Of, share.Value),
		})
	}
	if len(out) == 0 || !out[0].Item {
		out = append(out, d.model(tickets)...)
	}
	return out
}

// model is the kind of configuration item that most tickets share: the name
// without its number.
func (d *Describer) model(tickets []int32) []cause.Alike {
	c := &d.data.Fields[dataset.ConfigurationItem]
	inside, desk, known := map[string]int{}, map[string]int{}, 0
	for _, t := range tickets {
		if v := c.Value[t]; v != dataset.Unknown {
			inside[fold.Wording(c.Name[v])]++
			known++
		}
	}
	if known < shapeTickets || 2*known < len(tickets) {
		return nil
	}
	deskKnown := 0
	for v := 1; v < len(c.Name); v++ {
		desk[fold.Wording(c.Name[v])] += c.Count[v]
		deskKnown += c.Count[v]
	}
	name := dataset.MostFrequent(inside)
	share := float64(inside[name]) / float64(known)
	if share <= sharedByMost || share < shareLift*float64(desk[name])/float64(deskKnown) {
		return nil
	}
	having := d.having(dataset.ConfigurationItem, tickets, func(n string) bool { return fold.Wording(n) == name })
	return []cause.Alike{{
		Item: true, Tickets: d.data.IDs(having),
		Says: d.options.Language.Text("one kind of item: %d of the %d tickets that name one have names like %s", len(having), known, text.Plain(c.Name[c.Value[having[0]]])),
	}}
}

// having lists the tickets whose field has a name that ok accepts.
func (d *Describer) having(f dataset.Field, tickets []int32, ok func(string) bool) []int32 {
	c := &d.data.Fields[f]
	var out []int32
	for _, t := range tickets {
		if c.Value[t] != dataset.Unknown && ok(c.Name[c.Value[t]]) {
			out = append(out, t)
		}
	}
	return out
}
