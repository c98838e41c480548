package main

import (
	"fmt"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest"
	"ticketpatterns/reports/words"
)

// quality says how good the data are that were read, and what that does to
// the findings.
func quality(b *ingest.Batch) []result.Check {
	checks := []result.Check{rowsCheck(b.Files)}
	for _, f := range b.Files {
		checks = append(checks, fileCheck(f))
	}
	for _, share := range []struct {
		what   string
		known  func(*ticket.Ticket) bool
		effect string
	}{
		{"department", func(t *ticket.Ticket) bool { return t.Department != "" }, "these tickets count in no department"},
		{"requester", func(t *ticket.Ticket) bool { return t.Requester != "" }, "the people behind these tickets are not counted"},
		{"resolved or closed time", func(t *ticket.Ticket) bool { return !t.Finished().IsZero() }, "these tickets count as open, and their waiting time is not known"},
		{"text", (*ticket.Ticket).HasText, "these tickets are grouped by category, subcategory and service only"},
	} {
		checks = append(checks, unknownCheck(b.Tickets, share.what, share.known, share.effect))
	}
	return checks
}

// rowsCheck sums up all files.
func rowsCheck(files []ingest.File) result.Check {
	var rows, kept, merged, rejected int
	for _, f := range files {
		rows, kept, merged, rejected = rows+f.Rows, kept+f.Kept, merged+f.Merged, rejected+f.Rejected
	}
	check := result.Check{
		Check: "rows read",
		Value: fmt.Sprintf("%s: %s, %s of tickets seen before, %s", words.Count(rows, "row", "rows"),
			words.Tickets(kept), words.Count(merged, "row", "rows"), words.Int(rejected)+" rejected"),
	}
	if rejected > 0 {
		check.Effect = fmt.Sprintf("%s missing from all counts; rejects.csv says why", words.Count(rejected, "row is", "rows are"))
	}
	return check
}

// fileCheck says how one file was understood. Its doubts are warnings of the
// report.
func fileCheck(f ingest.File) result.Check {
	parts := []string{f.System}
	if f.Encoding != "" {
		parts = append(parts, f.Encoding)
	}
	if order := f.DateOrder(); order != "" {
		parts = append(parts, "dates: "+order)
	}
	check := result.Check{Check: "file " + f.Name, Value: strings.Join(parts, "; ")}
	if f.Problem != "" {
		check.Value, check.Effect = "not read", f.Problem
	}
	return check
}

// unknownCheck counts the tickets that lack something.
func unknownCheck(tickets []ticket.Ticket, what string, known func(*ticket.Ticket) bool, effect string) result.Check {
	lacking := 0
	for i := range tickets {
		if !known(&tickets[i]) {
			lacking++
		}
	}
	check := result.Check{Check: "tickets without " + what, Value: "none"}
	if lacking > 0 {
		check.Value = fmt.Sprintf("%s of %s (%s)", words.Int(lacking), words.Int(len(tickets)), words.Percent(float64(lacking)/float64(len(tickets))))
		check.Effect = effect
	}
	return check
}
