package system

import "regexp"

// autotask reads the ticket grid of Autotask (Datto). Its company is the
// customer's firm.
var autotask = System{
	Key:     "autotask",
	Name:    "Autotask",
	Strong:  []string{"Nexus Ticket Number", "Sub-Issue Type", "Primary Resource", "Parent Account", "KB Used", "External Customer Ticket Ref", "Escalation Reason"},
	Weak:    []string{"Ticket Number", "Issue Type", "Queue", "Complete Date", "Total Hours Worked", "Contact", "Company", "Account"},
	IDShape: regexp.MustCompile(`^T[0-9]{8}\.[0-9]{4}$`),
	Columns: Aliases{
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
