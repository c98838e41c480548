package ingest

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"ticketpatterns/ingest/dates"

	"ticketpatterns/analyzer/ticket"
)

// ticketRow is one row in canonical columns, as gocsv reads and writes it.
type ticketRow struct {
	Source            string `csv:"source"`
	ID                string `csv:"id"`
	Opened            string `csv:"opened"`
	Resolved          string `csv:"resolved"`
	Closed            string `csv:"closed"`
	Updated           string `csv:"updated"`
	Subject           string `csv:"subject"`
	Description       string `csv:"description"`
	Requester         string `csv:"requester"`
	Department        string `csv:"department"`
	Category          string `csv:"category"`
	Subcategory       string `csv:"subcategory"`
	Service           string `csv:"service"`
	ConfigurationItem string `csv:"configuration_item"`
	Location          string `csv:"location"`
	AssignmentGroup   string `csv:"assignment_group"`
	Assignee          string `csv:"assignee"`
	Priority          string `csv:"priority"`
	Impact            string `csv:"impact"`
	Urgency           string `csv:"urgency"`
	State             string `csv:"state"`
	Channel           string `csv:"channel"`
	Reassignments     string `csv:"reassignments"`
	Reopens           string `csv:"reopens"`
	ResolutionCode    string `csv:"resolution_code"`
	Resolution        string `csv:"resolution"`
	Problem           string `csv:"problem"`
	Change            string `csv:"change"`
	Parent            string `csv:"parent"`
	Company           string `csv:"company"`
	SLAMet            string `csv:"sla_met"`
}

// UnmarshalCSVWithFields sets the field whose column is key. gocsv calls it
// for each cell in place of its own mapping by reflection, which takes twice as
// long; a test holds it to the tags.
func (r *ticketRow) UnmarshalCSVWithFields(key, value string) error {
	if cell := r.cell(key); cell != nil {
		*cell = value
	}
	return nil
}

// cell returns the field whose column is key; nil if there is none.
func (r *ticketRow) cell(key string) *string {
	switch key {
	case "source":
		return &r.Source
	case "id":
		return &r.ID
	case "opened":
		return &r.Opened
	case "resolved":
		return &r.Resolved
	case "closed":
		return &r.Closed
	case "updated":
		return &r.Updated
	case "subject":
		return &r.Subject
	case "description":
		return &r.Description
	case "requester":
		return &r.Requester
	case "department":
		return &r.Department
	case "category":
		return &r.Category
	case "subcategory":
		return &r.Subcategory
	case "service":
		return &r.Service
	case "configuration_item":
		return &r.ConfigurationItem
	case "location":
		return &r.Location
	case "assignment_group":
		return &r.AssignmentGroup
	case "assignee":
		return &r.Assignee
	case "priority":
		return &r.Priority
	case "impact":
		return &r.Impact
	case "urgency":
		return &r.Urgency
	case "state":
		return &r.State
	case "channel":
		return &r.Channel
	case "reassignments":
		return &r.Reassignments
	case "reopens":
		return &r.Reopens
	case "resolution_code":
		return &r.ResolutionCode
	case "resolution":
		return &r.Resolution
	case "problem":
		return &r.Problem
	case "change":
		return &r.Change
	case "parent":
		return &r.Parent
	case "company":
		return &r.Company
	case "sla_met":
		return &r.SLAMet
	}
	return nil
}

// rowTarget is what gocsv makes of each row. It holds no more than a pointer,
// because gocsv makes two of them and copies one.
type rowTarget struct {
	Row *ticketRow `csv:"."`
}

// ticketRows keeps rows for use again, once their tickets are made.
var ticketRows = sync.Pool{New: func() any { return new(ticketRow) }}

// UnmarshalCSVWithFields sets the row's field whose column is key.
func (r *rowTarget) UnmarshalCSVWithFields(key, value string) error {
	if r.Row == nil {
		r.Row = ticketRows.Get().(*ticketRow)
	}
	return r.Row.UnmarshalCSVWithFields(key, value)
}

// ticket sets t to the row, without its times, and returns no fault.
func (r *rowTarget) ticket(t *ticket.Ticket) string {
	if r.Row == nil {
		return "" // the file has nothing but times
	}
	r.Row.set(t)
	*r.Row = ticketRow{}
	ticketRows.Put(r.Row)
	r.Row = nil
	return ""
}

// set sets all of t but its times.
func (r *ticketRow) set(t *ticket.Ticket) {
	*t = ticket.Ticket{
		Source:            r.Source,
		ID:                r.ID,
		Subject:           r.Subject,
		Description:       r.Description,
		Requester:         r.Requester,
		Department:        r.Department,
		Category:          r.Category,
		Subcategory:       r.Subcategory,
		Service:           r.Service,
		ConfigurationItem: r.ConfigurationItem,
		Location:          r.Location,
		AssignmentGroup:   r.AssignmentGroup,
		Assignee:          r.Assignee,
		Priority:          r.Priority,
		Impact:            r.Impact,
		Urgency:           r.Urgency,
		State:             r.State,
		Channel:           r.Channel,
		Reassignments:     parseCount(r.Reassignments),
		Reopens:           parseCount(r.Reopens),
		ResolutionCode:    r.ResolutionCode,
		Resolution:        r.Resolution,
		Problem:           r.Problem,
		Change:            r.Change,
		Parent:            r.Parent,
		Company:           r.Company,
		Breaches:          parseKept(r.SLAMet),
	}
}

// rowOf returns a ticket in canonical columns.
func rowOf(t *ticket.Ticket) ticketRow {
	return ticketRow{
		Source:            t.Source,
		ID:                t.ID,
		Opened:            formatTime(t.Opened),
		Resolved:          formatTime(t.Resolved),
		Closed:            formatTime(t.Closed),
		Updated:           formatTime(t.Updated),
		Subject:           t.Subject,
		Description:       t.Description,
		Requester:         t.Requester,
		Department:        t.Department,
		Category:          t.Category,
		Subcategory:       t.Subcategory,
		Service:           t.Service,
		ConfigurationItem: t.ConfigurationItem,
		Location:          t.Location,
		AssignmentGroup:   t.AssignmentGroup,
		Assignee:          t.Assignee,
		Priority:          t.Priority,
		Impact:            t.Impact,
		Urgency:           t.Urgency,
		State:             t.State,
		Channel:           t.Channel,
		Reassignments:     formatCount(t.Reassignments),
		Reopens:           formatCount(t.Reopens),
		ResolutionCode:    t.ResolutionCode,
		Resolution:        t.Resolution,
		Problem:           t.Problem,
		Change:            t.Change,
		Parent:            t.Parent,
		Company:           t.Company,
		SLAMet:            formatKept(t.Breaches),
	}
}

// parseCount reads a number of events: digits, yes or no, or a time at which it
// happened once.
func parseCount(s string) ticket.Count {
	switch strings.ToLower(s) {
	case "":
		return ticket.Count{}
	case "yes", "true", "y", "ja", "oui", "si", "sí", "sim", "tak":
		return ticket.KnownCount(1)
	case "no", "false", "n", "nein", "non", "não", "nie", "nee":
		return ticket.KnownCount(0)
	}
	whole, _, _ := strings.Cut(s, ".")
	if n, err := strconv.Atoi(whole); err == nil && n >= 0 {
		return ticket.KnownCount(n)
	}
	if dates.Parse(s).Kind >= dates.Fixed {
		return ticket.KnownCount(1)
	}
	return ticket.Count{}
}

// parseKept reads whether the agreed time was kept and returns the breaches: none
// or one.
func parseKept(s string) ticket.Count {
	switch strings.ToLower(s) {
	case "yes", "true", "1", "met", "within sla":
		return ticket.KnownCount(0)
	case "no", "false", "0", "missed", "breached", "violated", "sla violated", "sla breached":
		return ticket.KnownCount(1)
	}
	return ticket.Count{}
}

// formatKept writes whether the agreed time was kept; "" if that is not known.
func formatKept(breaches ticket.Count) string {
	switch {
	case !breaches.Known:
		return ""
	case breaches.N == 0:
		return "yes"
	}
	return "no"
}

// formatCount writes a count; "" if it is not known.
func formatCount(c ticket.Count) string {
	if !c.Known {
		return ""
	}
	return fmt.Sprint(c.N)
}
