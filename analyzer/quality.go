package analyzer

import (
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/result"
)

// quality says what the analysis had to leave out, and what that costs.
func (r *reporter) quality(found detect.Result, later int) []result.Check {
	e := r.export
	var out []result.Check
	add := func(share float64, c result.Check) {
		c.Weight = c.Code.Cost() * share
		out = append(out, c)
	}
	if found.Young {
		add(1, result.Check{Code: result.CheckYoung, Days: e.Days, NoBaseline: r.noBaseline(), MinPeople: found.MinPeople})
	} else {
		add(1, result.Check{Code: result.CheckHistory, Days: e.Days})
	}
	if c, ok := r.vanished(r.overlay.Memory.Runs); ok {
		add(1, c)
	}
	if later > 0 {
		add(1, result.Check{Code: result.CheckLater, Count: later})
	}
	for _, l := range r.leftOut() {
		add(float64(l.Tickets)/float64(len(e.Tickets)), result.Check{Code: result.CheckLeftOut, Count: l.Tickets, Of: len(e.Tickets), Reason: l.Reason})
	}
	if len(e.Tickets) > 0 && !e.AnyText {
		add(1, result.Check{Code: result.CheckNoTexts})
	}
	if e.People == 0 {
		add(1, result.Check{Code: result.CheckNoRequesters})
	}
	if r.dismissed > 0 {
		add(1, result.Check{Code: result.CheckDismissed, Count: r.dismissed})
	}
	if found.TooLarge > 0 {
		add(1, result.Check{Code: result.CheckTooLarge, Count: found.TooLarge})
	}
	return append(out, r.withoutPast(found.NewValues)...)
}
