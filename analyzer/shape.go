package analyzer

import (
	"math"
	"slices"
	"strings"
	"ticketpatterns/analyzer/dataset"

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

// onset says how the tickets of a scope began, seen against the earlier tickets
// of their issue in that scope.
func (r *reporter) onset(s dataset.Scope, tickets []int32) cause.Onset {
	if len(tickets) < shapeTickets {
		return cause.Onset{}
	}
	issue := r.issueHolding(tickets)
	if issue < 0 {
		return cause.Onset{}
	}
	all := r.inScope(issue, s)
	first := r.export.Day[tickets[0]]
	var early []int32
	for _, t := range tickets {
		if first-r.export.Day[t] < suddenDays {
			early = append(early, t)
		}
	}
	before := slices.ContainsFunc(all, func(t int32) bool { d := r.export.Day[t]; return d > first && d <= first+silentDays })
	if float64(len(early)) >= suddenShare*float64(len(tickets)) && !before && r.export.Days > first+silentDays {
		return cause.Onset{
			Sudden: true, Tickets: r.export.IDs(tickets),
			Says: r.say.Text("sudden onset: %d of %d tickets within %d days of the first, none in the %d days before", len(early), len(tickets), suddenDays, silentDays),
		}
	}
	return r.rise(all, tickets)
}

// rise reports whether an issue grew from week to week to at least twice of
// what it was.
func (r *reporter) rise(all, tickets []int32) cause.Onset {
	weekly := r.export.Weekly(all)
	if len(weekly) < risingWeeks {
		return cause.Onset{}
	}
	last := weekly[len(weekly)-risingWeeks:]
	if !slices.IsSorted(last) || last[0] == 0 || last[risingWeeks-1] < 2*last[0] || last[risingWeeks-1] < shapeTickets {
		return cause.Onset{}
	}
	counts := make([]string, risingWeeks)
	for i, n := range last {
		counts[i] = r.say.Int(n)
	}
	return cause.Onset{
		Rising: true, Tickets: r.export.IDs(tickets),
		Says: r.say.Text("slow rise: %s tickets in the last %d weeks", strings.Join(counts, ", "), risingWeeks),
	}
}

// hours says whether tickets are resolved much faster than those of the desk.
func (r *reporter) hours(tickets []int32) cause.Hours {
	median, resolved := medianHours(r.export, tickets)
	if len(resolved) < shapeTickets || !(median <= shortShare*r.around.median) {
		return cause.Hours{}
	}
	return cause.Hours{
		Short: true, Tickets: r.export.IDs(resolved),
		Says: r.say.Text("short handling: resolved in %s hours at the median, the desk's tickets in %s", r.say.Decimal(median), r.say.Decimal(r.around.median)),
	}
}

// medianHours is the median of the hours to resolve tickets, NaN if none is
// resolved, and the tickets that are.
func medianHours(e *dataset.Dataset, tickets []int32) (hours float64, resolved []int32) {
	var all []float64
	for _, t := range tickets {
		k := &e.Tickets[t]
		if end := k.Finished(); !end.IsZero() && !end.Before(k.Opened) {
			all = append(all, end.Sub(k.Opened).Hours())
			resolved = append(resolved, t)
		}
	}
	if len(all) == 0 {
		return math.NaN(), nil
	}
	return stat.Median(all), resolved
}

// allOf lists all tickets of an export.
func allOf(e *dataset.Dataset) []int32 {
	all := make([]int32, len(e.Tickets))
	for t := range all {
		all[t] = int32(t)
	}
	return all
}

// peak looks for two hours of the day in which tickets are opened more often
// than the desk's are, on several days.
func (r *reporter) peak(tickets []int32) cause.Peak {
	if len(tickets) < peakTickets {
		return cause.Peak{}
	}
	hour := func(t int32) int { return r.export.Tickets[t].Opened.In(r.export.AsOf.Location()).Hour() }
	best, bestP := -1, peakP/24
	for from := range 24 {
		n, share := 0, 0.0
		for h := range peakHours {
			share += r.around.opened[(from+h)%24]
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
			days[r.export.Day[t]] = true
		}
	}
	if len(days) < peakDays {
		return cause.Peak{}
	}
	return cause.Peak{
		Tickets: r.export.IDs(inside),
		Says:    r.say.Text("a time of day: %d of %d tickets opened between %d and %d o'clock, on %d days", len(inside), len(tickets), best, (best+peakHours)%24, len(days)),
	}
}

// alikeWords say that most tickets share a value.
var alikeWords = map[dataset.Field]say.English{
	dataset.ConfigurationItem: "one configuration item: %d of the %d tickets that name one have %s",
	dataset.Location:          "one location: %d of the %d tickets that name one have %s",
}

// alike lists what most of the tickets share and the desk does not: one
// configuration item, one kind of item, one site.
func (r *reporter) alike(tickets []int32) []cause.Alike {
	var out []cause.Alike
	for _, f := range []dataset.Field{dataset.ConfigurationItem, dataset.Location} {
		share, _, ok := r.share(f, tickets)
		if !ok {
			continue
		}
		out = append(out, cause.Alike{
			Item: f == dataset.ConfigurationItem, Tickets: r.export.IDs(r.having(f, tickets, func(name string) bool { return text.Plain(name) == share.Value })),
			Says: r.say.Text(alikeWords[f], share.Count, share.Of, share.Value),
		})
	}
	if len(out) == 0 || !out[0].Item {
		out = append(out, r.model(tickets)...)
	}
	return out
}

// model is the kind of configuration item that most tickets share: the name
// without its number.
func (r *reporter) model(tickets []int32) []cause.Alike {
	c := &r.export.Fields[dataset.ConfigurationItem]
	inside, desk, known := map[string]int{}, map[string]int{}, 0
	for _, t := range tickets {
		if v := c.Value[t]; v != dataset.Unknown {
			inside[text.Fold(c.Name[v])]++
			known++
		}
	}
	if known < shapeTickets || 2*known < len(tickets) {
		return nil
	}
	deskKnown := 0
	for v := 1; v < len(c.Name); v++ {
		desk[text.Fold(c.Name[v])] += c.Count[v]
		deskKnown += c.Count[v]
	}
	name := dataset.MostFrequent(inside)
	share := float64(inside[name]) / float64(known)
	if share <= sharedByMost || share < shareLift*float64(desk[name])/float64(deskKnown) {
		return nil
	}
	having := r.having(dataset.ConfigurationItem, tickets, func(n string) bool { return text.Fold(n) == name })
	return []cause.Alike{{
		Item: true, Tickets: r.export.IDs(having),
		Says: r.say.Text("one kind of item: %d of the %d tickets that name one have names like %s", len(having), known, text.Plain(c.Name[c.Value[having[0]]])),
	}}
}

// having lists the tickets whose field has a name that ok accepts.
func (r *reporter) having(f dataset.Field, tickets []int32, ok func(string) bool) []int32 {
	c := &r.export.Fields[f]
	var out []int32
	for _, t := range tickets {
		if c.Value[t] != dataset.Unknown && ok(c.Name[c.Value[t]]) {
			out = append(out, t)
		}
	}
	return out
}
