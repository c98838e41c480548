package system

// zammad reads Zammad's reports, saved as CSV; time accounting has one
// row for each entry, which are merged by ticket.
var zammad = System{
	Key:    "zammad",
	Name:   "Zammad",
	Strong: []string{"Customer - Name", "Agent - Name", "Agent - Login", "Time Units", "Ticket#"},
	Weak:   []string{"Organization", "Created at", "Title", "Group", "Close at", "create_article_type", "Activity Type"},
	Columns: Aliases{
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
