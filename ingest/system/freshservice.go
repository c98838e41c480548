package system

import "regexp"

// freshservice reads Freshservice, whose department is the requester's.
var freshservice = System{
	Key:  "freshservice",
	Name: "Freshservice",
	Strong: []string{
		"Requester VIP", "Requester Location", "Experience Score", "Association type", "Parent Ticket ID",
		"Resolution Note", "Approval Status", "Customer interactions",
	},
	Weak: []string{
		"Ticket Id", "Created Time", "Resolved Time", "Closed Time", "Last Updated Time", "Due by Time",
		"Initial Response Time", "Agent interactions", "Requester Name", "Requester Email", "Affected CI", "Item",
	},
	IDShape: regexp.MustCompile(`^(INC|SR|#INC|#SR)-[0-9]+$`),
	Columns: Aliases{
		"id":                 {"Ticket Id"},
		"opened":             {"Created Time", "Created Date"},
		"resolved":           {"Resolved Time", "Resolved Date"},
		"closed":             {"Closed Time", "Closed Date"},
		"updated":            {"Last Updated Time", "Last Updated Date"},
		"subject":            {"Subject"},
		"description":        {"Description"},
		"requester":          {"Requester Name", "Requester Email"},
		"department":         {"Department", "Department Name"},
		"category":           {"Category"},
		"subcategory":        {"Sub-Category", "Item"},
		"service":            {"Service"},
		"configuration_item": {"Affected CI", "Associated assets"},
		"location":           {"Requester Location", "Location"},
		"company":            {"Company"},
		"assignment_group":   {"Group", "Assigned Group"},
		"assignee":           {"Agent", "Assigned Agent"},
		"priority":           {"Priority"},
		"impact":             {"Impact"},
		"urgency":            {"Urgency"},
		"state":              {"Status"},
		"channel":            {"Source"},
		"resolution_code":    {"Sub-Resolution Code", "Resolution Code"},
		"resolution":         {"Resolution Note"},
		"parent":             {"Parent Ticket ID"},
		"sla_met":            {"Resolution Status"},
	},
}
