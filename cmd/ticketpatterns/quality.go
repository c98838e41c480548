package main

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest"
)

// lacks are what tickets may not hold.
var lacks = []struct {
	code  result.CheckCode
	known func(*ticket.Ticket) bool
}{
	{result.CheckNoDepartment, func(t *ticket.Ticket) bool { return t.Department != "" }},
	{result.CheckNoRequester, func(t *ticket.Ticket) bool { return t.Requester != "" }},
	{result.CheckNoEnd, func(t *ticket.Ticket) bool { return !t.Finished().IsZero() }},
	{result.CheckNoText, (*ticket.Ticket).HasText},
}

// quality says how good the data are that were read.
func quality(b *ingest.Batch) []result.Check {
	checks := []result.Check{rowsCheck(b.Files)}
	for _, f := range b.Files {
		checks = append(checks, fileCheck(f))
	}
	for _, one := range lacks {
		checks = append(checks, lackCheck(one.code, b.Tickets, one.known))
	}
	return checks
}

// rowsCheck sums up all files.
func rowsCheck(files []ingest.File) result.Check {
	var sum result.RowCounts
	for _, f := range files {
		sum.Rows, sum.Kept, sum.Merged, sum.Rejected = sum.Rows+f.Rows, sum.Kept+f.Kept, sum.Merged+f.Merged, sum.Rejected+f.Rejected
	}
	check := result.Check{Code: result.CheckRows, Rows: &sum}
	if sum.Rejected > 0 {
		check.Weight = check.Code.Cost() * float64(sum.Rejected) / float64(sum.Rows)
	}
	return check
}

// fileCheck says how one file was understood. Its doubts are warnings of the
// report.
func fileCheck(f ingest.File) result.Check {
	code := result.CheckFile
	if f.Problem != "" {
		code = result.CheckUnreadFile
	}
	return result.Check{Code: code, Weight: code.Cost(), File: f.Name, Read: &result.FileReading{
		System: f.System, Form: f.Form, Encoding: f.Encoding, Dates: f.DateOrder(), Problem: f.Problem,
	}}
}

// lackCheck counts the tickets that lack something.
func lackCheck(code result.CheckCode, tickets []ticket.Ticket, known func(*ticket.Ticket) bool) result.Check {
	check := result.Check{Code: code, Of: len(tickets)}
	for i := range tickets {
		if !known(&tickets[i]) {
			check.Count++
		}
	}
	if check.Count > 0 {
		check.Weight = code.Cost() * float64(check.Count) / float64(len(tickets))
	}
	return check
}
