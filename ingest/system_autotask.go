package ingest

import "regexp"

// systemAutotask reads the ticket grid of Autotask (Datto). Its company is the
// customer's firm.
var systemAutotask = system{
	key:     "autotask",
	name:    "Autotask",
	strong:  []string{"Nexus Ticket Number", "Sub-Issue Type", "Primary Resource", "Parent Account", "KB Used", "External Customer Ticket Ref", "Escalation Reason"},
	weak:    []string{"Ticket Number", "Issue Type", "Queue", "Complete Date", "Total Hours Worked", "Contact", "Company", "Account"},
	idShape: regexp.MustCompile(`^T[0-9]{8}\.[0-9]{4}$`),
	columns: aliases{
		"id":                 {"Ticket Number"},
		"opened":             {"Created", "Create Date", "Created Date"},
		"resolved":           {"Resolved Date", "Resolved Date/Time"},
		"closed":             {"Complete Date", "Completed Date"},
		"updated":            {"Last Activity", "Last Activity Date"},
		"subject":            {"Title"},
		"description":        {"Description"},
		"requester":          {"Contact"},
		"category":           {"Issue Type"},
		"subcategory":        {"Sub-Issue Type"},
		"company":            {"Company", "Account"},
		"assignment_group":   {"Queue"},
		"assignee":           {"Primary Resource"},
		"priority":           {"Priority"},
		"state":              {"Status"},
		"channel":            {"Source"},
		"configuration_item": {"Configuration Item"},
		"resolution":         {"Resolution"},
	},
}
