package system

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// Canonical is this program's own columns, as WriteCanonical writes
// them.
var Canonical = System{
	Key:    "register",
	Form:   result.FormCanonical,
	Strong: []string{"configuration_item", "assignment_group", "resolution_code", "opened"},
	Weak:   []string{"source", "id", "resolved", "closed", "updated", "subject", "description", "requester", "department", "category", "subcategory", "service"},
	Columns: func() Aliases {
		own := make(Aliases, len(ticket.FieldNames))
		for _, f := range ticket.FieldNames {
			own[f] = []string{f}
		}
		return own
	}(),
}
