package system

// zendesk reads Zendesk's view export, and Explore, whose rows are the
// product of all attributes of the query and are merged by ticket.
var zendesk = System{
	Key:  "zendesk",
	Name: "Zendesk",
	Strong: []string{
		"Summation column", "Requester external id", "Group stations", "Assignee stations", "Ticket created - Date",
		"Ticket solved - Date", "Ticket organisation name", "Ticket organization name", "Requester domain",
		"Ticket brand",
	},
	Weak: []string{"Submitter",
		"Requester", "Via", "Solved at", "Created at", "Ticket ID", "Ticket group", "Ticket status", "Ticket form",
		"Ticket subject", "Organization", "Reopens", "Replies",
	},
	Columns: Aliases{
		"id":               {"Id", "Ticket ID"},
		"opened":           {"Created at", "Ticket created - Timestamp", "Ticket created - Date", "Ticket created"},
		"resolved":         {"Solved at", "Ticket solved - Timestamp", "Ticket solved - Date", "Ticket solved"},
		"updated":          {"Updated at", "Ticket updated - Timestamp", "Ticket updated - Date"},
		"subject":          {"Subject", "Ticket subject"},
		"requester":        {"Requester", "Requester name", "Requester email", "Requester id"},
		"category":         {"Ticket Category [list]", "Category [list]", "Ticket form", "Ticket type", "*[list]", "Tags"},
		"company":          {"Organization", "Ticket organisation name", "Ticket organization name"},
		"department":       {"Department [list]", "Department [txt]", "Department"},
		"assignment_group": {"Group", "Ticket group"},
		"assignee":         {"Assignee", "Assignee name"},
		"priority":         {"Priority", "Ticket priority"},
		"state":            {"Status", "Ticket status"},
		"channel":          {"Via", "Ticket channel"},
		"reassignments":    {"Group stations"},
		"reopens":          {"Reopens"},
	},
	Ignore:   []string{"Summation column", "Tickets"},
	Stations: []string{"Group stations"},
}
