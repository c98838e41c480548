package system

// freshdesk reads Freshdesk. Its company is the customer's firm, not a
// department.
var freshdesk = System{
	Key:    "freshdesk",
	Name:   "Freshdesk",
	Strong: []string{"Customer interactions", "Agent interactions", "Initial response time", "Due by Time", "Survey results", "First response status"},
	Weak: []string{
		"Ticket ID", "Created time", "Resolved time", "Closed time", "Last update time", "Last updated time",
		"Resolution status", "Contact ID", "Company Name", "Full name", "Agent",
	},
	Columns: Aliases{
		"id":               {"Ticket ID"},
		"opened":           {"Created time"},
		"resolved":         {"Resolved time", "Resolution time"},
		"closed":           {"Closed time", "Close time"},
		"updated":          {"Last update time", "Last updated time"},
		"subject":          {"Subject"},
		"description":      {"Description"},
		"requester":        {"Full name", "Email", "Contact ID"},
		"department":       {"Department"},
		"category":         {"Category", "Topic", "Type"},
		"subcategory":      {"Sub-Category"},
		"company":          {"Company Name", "Company"},
		"assignment_group": {"Group", "Agent Group"},
		"assignee":         {"Agent", "Agent Name"},
		"priority":         {"Priority"},
		"state":            {"Status"},
		"channel":          {"Source"},
		"sla_met":          {"Resolution status"},
	},
	Ignore: []string{"Title"},
}
