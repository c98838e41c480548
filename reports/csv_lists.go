package reports

import (
	"io"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// Ids and rejected rows are written as they were read, so that they can be
// joined with the export and mended.
var (
	assignmentColumns = []column[result.Assignment]{
		{"source", func(a result.Assignment) string { return a.Source }},
		{"ticket_id", func(a result.Assignment) string { return a.TicketID }},
		{"issue_id", func(a result.Assignment) string { return a.IssueID }},
		{"similarity", func(a result.Assignment) string { return float(a.Similarity) }},
		{"perhaps_pattern_id", func(a result.Assignment) string { return a.Perhaps }},
		{"perhaps_issue_id", func(a result.Assignment) string { return a.PerhapsIssue }},
	}
	rejectColumns = []column[ticket.Reject]{
		{"file", func(r ticket.Reject) string { return r.Pos.File }},
		{"line", func(r ticket.Reject) string { return whole(r.Pos.Line) }},
		{"column", func(r ticket.Reject) string { return r.Column }},
		{"value", func(r ticket.Reject) string { return r.Value }},
		{"reason", func(r ticket.Reject) string { return r.Reason }},
		{"record", func(r ticket.Reject) string { return r.Record }},
	}
)

func writeAssignments(w io.Writer, d Document) error {
	return writeTable(w, assignmentColumns, d.Analysis.Assignments)
}

func writeRejects(w io.Writer, d Document) error {
	return writeTable(w, rejectColumns, d.Rejects)
}
