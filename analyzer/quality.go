package analyzer

import (
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/result"
)

// What a thing that is missing costs, as Check.Weight has it: the share of the
// findings that it can make wrong or hide, where it concerns every ticket.
const (
	costBaseline   = 0.9 // nothing can be called more than usual
	costVanished   = 0.9 // what the export says of these weeks is not complete
	costTexts      = 0.8 // only categories are left to compare
	costRequesters = 0.7 // one person may look like eight
	costLeftOut    = 0.1 // these tickets hold nothing to compare, so little is lost
	costTooLarge   = 0.2 // what is spread over all parts of a scope is not found
)

// quality says what the analysis had to leave out, and what that costs.
func (r *reporter) quality(found detect.Result, later int) []result.Check {
	e := r.export
	var out []result.Check
	add := func(weight float64, check, value, effect string) {
		out = append(out, result.Check{Check: check, Value: value, Effect: effect, Weight: weight})
	}
	young, youth := "", 0.0
	if found.Young {
		youth = costBaseline
		young = r.say.Count(found.MinPeople, "no baseline yet: %[2]s; until then only places are searched where %[1]d person reports the same and others do not",
			"no baseline yet: %[2]s; until then only places are searched where %[1]d people report the same and others do not", r.whyYoung())
	}
	add(youth, r.say.Text("history of the export"), r.say.Count(e.Days, "%d day", "%d days"), young)
	if value, effect := r.vanished(r.known.memory.Runs); value != "" {
		add(costVanished, r.say.Text("tickets of the last run"), value, effect)
	}
	if later > 0 {
		add(0, r.say.Text("opened after the day of the report"), r.say.Tickets(later), r.say.Text("left out of this report"))
	}
	for _, l := range r.leftOut() {
		add(costLeftOut*float64(l.Tickets)/float64(len(e.Tickets)), r.say.Text("left out: %s", l.Reason), r.ofAll(l.Tickets), r.say.Text("they are in no issue and no pattern"))
	}
	if len(e.Tickets) > 0 && !e.AnyText {
		add(costTexts, r.say.Text("texts"), r.say.Text("none"), r.say.Text("the category path stands for the issue"))
	}
	if e.People == 0 {
		add(costRequesters, r.say.Text("requesters"), r.say.Text("none"), r.say.Text("tickets are counted instead of people: one person who files eight looks like eight people"))
	}
	if r.dismissed > 0 {
		add(0, r.say.Text("decided to be no pattern"), r.say.Count(r.dismissed, "%d pattern", "%d patterns"),
			r.say.Text("left out of this report until they grow beyond their forecast"))
	}
	if found.TooLarge > 0 {
		add(costTooLarge, r.say.Text("scopes too large to search whole"), r.say.Count(found.TooLarge, "%d scope", "%d scopes"),
			r.say.Text("they were searched through their parts: department with category, service and location"))
	}
	return append(out, r.withoutPast(found.NewValues)...)
}

// ofAll writes a number of the export's tickets with its share.
func (r *reporter) ofAll(n int) string {
	all := len(r.export.Tickets)
	return r.say.Text("%d of %d (%s)", n, all, r.say.Percent(float64(n)/float64(all)))
}
