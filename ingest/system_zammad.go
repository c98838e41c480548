package ingest

// systemZammad reads Zammad's reports, saved as CSV; time accounting has one
// row for each entry, which are merged by ticket.
var systemZammad = system{
	key:    "zammad",
	name:   "Zammad",
	strong: []string{"Customer - Name", "Agent - Name", "Agent - Login", "Time Units", "Ticket#"},
	weak:   []string{"Organization", "Created at", "Title", "Group", "Close at", "create_article_type", "Activity Type"},
	columns: aliases{
		"id":               {"Ticket#", "Number"},
		"opened":           {"Created at"},
		"closed":           {"Close at", "Closed at"},
		"updated":          {"Updated at"},
		"subject":          {"Title"},
		"requester":        {"Customer - Name", "Customer"},
		"department":       {"Department"},
		"category":         {"Tags", "Type"},
		"company":          {"Organization"},
		"assignment_group": {"Group"},
		"assignee":         {"Agent - Name", "Owner"},
		"priority":         {"Priority"},
		"state":            {"State"},
		"channel":          {"Create Article Type", "Channel"},
	},
}
