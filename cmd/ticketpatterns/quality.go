package main

import (
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest"
	"ticketpatterns/reports/words"
)

// lack is something that tickets may not hold, what that does to the findings,
// and how much of them is lost where no ticket holds it, as Check.Weight has it.
type lack struct {
	known        func(*ticket.Ticket) bool
	name, effect say.English
	cost         float64
}

// costUnread is that of a row that was not read: it is missing from everything.
const costUnread = 1

var lacks = []lack{
	{func(t *ticket.Ticket) bool { return t.Department != "" }, "tickets without department", "these tickets count in no department", 0.5},
	{func(t *ticket.Ticket) bool { return t.Requester != "" }, "tickets without requester", "the people behind these tickets are not counted", 0.7},
	{func(t *ticket.Ticket) bool { return !t.Finished().IsZero() }, "tickets without resolved or closed time",
		"these tickets count as open, and their waiting time is not known", 0.2},
	{(*ticket.Ticket).HasText, "tickets without text", "these tickets are grouped by category, subcategory and service only", 0.8},
}

// quality says how good the data are that were read, and what that does to
// the findings.
func quality(l *say.Language, b *ingest.Batch) []result.Check {
	checks := []result.Check{rowsCheck(l, b.Files)}
	for _, f := range b.Files {
		checks = append(checks, fileCheck(l, f))
	}
	for _, one := range lacks {
		checks = append(checks, one.check(l, b.Tickets))
	}
	return checks
}

// rowsCheck sums up all files.
func rowsCheck(l *say.Language, files []ingest.File) result.Check {
	var rows, kept, merged, rejected int
	for _, f := range files {
		rows, kept, merged, rejected = rows+f.Rows, kept+f.Kept, merged+f.Merged, rejected+f.Rejected
	}
	check := result.Check{
		Check: l.Text("rows read"),
		Value: l.Text("%d: %s, %s of tickets seen before, %d rejected", rows, l.Tickets(kept), l.Count(merged, "%d row", "%d rows"), rejected),
	}
	if rejected > 0 {
		check.Weight = costUnread * float64(rejected) / float64(rows)
		check.Effect = l.Count(rejected, "%d row is missing from all counts; rejects.csv says why", "%d rows are missing from all counts; rejects.csv says why")
	}
	return check
}

// fileCheck says how one file was understood. Its doubts are warnings of the
// report.
func fileCheck(l *say.Language, f ingest.File) result.Check {
	in := words.Writer{Language: l}
	parts := []string{in.System(f.System, f.Form)}
	if encoding := in.Encoding(f.Encoding); encoding != "" {
		parts = append(parts, encoding)
	}
	if order := in.Dates(f.DateOrder()); order != "" {
		parts = append(parts, l.Text("dates: %s", order))
	}
	check := result.Check{Check: l.Text("file %s", f.Name), Value: strings.Join(parts, "; ")}
	if f.Problem != "" {
		check.Value, check.Effect, check.Weight = l.Text("not read"), f.Problem, costUnread
	}
	return check
}

// check counts the tickets that lack something.
func (k lack) check(l *say.Language, tickets []ticket.Ticket) result.Check {
	lacking := 0
	for i := range tickets {
		if !k.known(&tickets[i]) {
			lacking++
		}
	}
	check := result.Check{Check: l.Text(k.name), Value: l.Text("none")}
	if lacking > 0 {
		check.Value = share(l, lacking, len(tickets))
		check.Effect = l.Text(k.effect)
		check.Weight = k.cost * float64(lacking) / float64(len(tickets))
	}
	return check
}

// share writes a part of the tickets: "3 of 12 (25%)".
func share(l *say.Language, part, of int) string {
	return l.Text("%d of %d (%s)", part, of, l.Percent(float64(part)/float64(of)))
}
