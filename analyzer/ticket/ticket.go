// Package ticket defines the help desk ticket, the record that all other packages share.
//
// A ticket is one request as a help desk tool exported it. The package also
// holds the two records that may come beside the tickets, changes and people,
// and the record of a row that could not be read. It imports nothing of the
// project.
package ticket

import (
	"fmt"
	"time"
)

// Ticket is one request as exported. Every text is as people typed it:
// untrusted, in any language, possibly empty. An empty string, a zero time and
// an unknown Count all mean that the export does not say.
type Ticket struct {
	Source string // the system or file family the ticket comes from; unique ids hold within it
	ID     string // as exported, never a number

	Opened   time.Time // when the requester opened it; always known
	Resolved time.Time
	Closed   time.Time
	Updated  time.Time

	Subject     string
	Description string

	Requester         string // a name, login or address; used to count distinct people
	Department        string // of the requester, not of the support team
	Category          string
	Subcategory       string
	Service           string // business service or application
	ConfigurationItem string
	Location          string
	AssignmentGroup   string // the support team that holds or last held it
	Assignee          string
	// Path are the groups that held it, in order, as far as several rows of one
	// ticket show them; nil if they show no more than AssignmentGroup.
	Path []string

	Priority string
	Impact   string
	Urgency  string
	State    string
	Channel  string

	Reassignments Count
	Reopens       Count
	Breaches      Count // 1 if it missed its agreed time (SLA), 0 if it kept it

	ResolutionCode string
	Resolution     string // what the desk wrote when it closed the ticket
	Problem        string // id of a problem record, if linked
	Change         string // id of the change said to have caused it, if linked
	Parent         string
	Company        string // firm that the requester belongs to, where a desk serves several

	Automated bool // a program opened it, as its requester or channel says

	Pos Pos // where it was read
}

// HasText reports whether people wrote anything that can be compared.
func (t *Ticket) HasText() bool { return t.Subject != "" || t.Description != "" }

// Place is where the requester is. Where a location stands in for the department it
// is kept there only, so that it is not one more thing that tickets have in common.
func (t *Ticket) Place() string {
	if t.Location != "" {
		return t.Location
	}
	return t.Department
}

// Finished returns when the ticket was resolved or, where the export does not
// say, closed. The zero time means that it is open or that nothing is known.
func (t *Ticket) Finished() time.Time {
	if !t.Resolved.IsZero() {
		return t.Resolved
	}
	return t.Closed
}

// Count is a number of events that an export may not know.
type Count struct {
	N     int  // >= 0; 0 when not Known
	Known bool // false: the export has no such column or the cell was empty
}

// KnownCount returns the known count n.
func KnownCount(n int) Count { return Count{N: n, Known: true} }

// Pos is a place in an input file.
type Pos struct {
	File string
	Line int // physical line of the record's first byte, from 1
}

// String returns "file:line".
func (p Pos) String() string { return fmt.Sprintf("%s:%d", p.File, p.Line) }

// Change is one declared change, release or maintenance.
type Change struct {
	ID                string
	Start             time.Time
	End               time.Time // zero if unknown
	Summary           string
	Service           string
	ConfigurationItem string
	Location          string
	Type              string
	State             string
	Risk              string
	Group             string
}

// Person says where a requester works, for exports that do not.
type Person struct {
	Requester  string
	Department string
	Location   string
	Alias      bool // Requester is another name of a person who is listed before
}

// Reject is one input row that did not become a ticket, and why.
type Reject struct {
	Pos    Pos
	Column string // header of the cell at fault; "" if the whole row is
	Value  string // the cell as read
	Reason string // lower case: what is wrong, what is wanted
	Record string // the row as read, so that it can be mended
}

// Error returns "file:line: column: reason", so that a Reject can be printed
// like any other error.
func (r Reject) Error() string {
	if r.Column == "" {
		return fmt.Sprintf("%s: %s", r.Pos, r.Reason)
	}
	return fmt.Sprintf("%s: %s: %s", r.Pos, r.Column, r.Reason)
}
