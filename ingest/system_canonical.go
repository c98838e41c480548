package ingest

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// systemCanonical is this program's own columns, as WriteCanonical writes
// them.
var systemCanonical = system{
	key:    "register",
	form:   result.FormCanonical,
	strong: []string{"configuration_item", "assignment_group", "resolution_code", "opened"},
	weak:   []string{"source", "id", "resolved", "closed", "updated", "subject", "description", "requester", "department", "category", "subcategory", "service"},
	columns: func() aliases {
		own := make(aliases, len(ticket.FieldNames))
		for _, f := range ticket.FieldNames {
			own[f] = []string{f}
		}
		return own
	}(),
}
