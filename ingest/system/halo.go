package system

// halo reads HaloITSM and HaloPSA lists, by label or by the names of its
// interface.
var halo = System{
	Key:    "halo",
	Name:   "Halo",
	Strong: []string{"tickettype_name", "dateoccurred", "dateclosed", "client_name", "site_name", "category_1", "status_name", "Date Occurred"},
	Weak:   []string{"End-User", "agent_name", "priority_name", "summary", "details", "Team", "user_name", "Date Closed", "Ticket ID", "Customer", "lastupdate"},
	Columns: Aliases{
		"id":               {"Ticket ID", "id", "Faultid"},
		"opened":           {"dateoccurred", "Date Occurred", "Date Logged"},
		"closed":           {"dateclosed", "Date Closed", "Date Cleared"},
		"updated":          {"lastupdate", "Last Update"},
		"subject":          {"summary", "Summary"},
		"description":      {"details", "Details"},
		"requester":        {"user_name", "End-User", "End User", "user_email"},
		"department":       {"department_name", "Department"},
		"category":         {"category_1", "Category"},
		"subcategory":      {"category_2", "tickettype_name"},
		"location":         {"site_name", "Site"},
		"company":          {"client_name", "Client", "Customer"},
		"assignment_group": {"team", "Team"},
		"assignee":         {"agent_name", "Agent"},
		"priority":         {"priority_name", "Priority"},
		"state":            {"status_name", "Status"},
		"channel":          {"source", "Source"},
	},
}
