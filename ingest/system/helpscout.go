package system

// helpScout reads lists of Help Scout conversations as scripts write
// them. The number is what people quote, the id is internal.
var helpScout = System{
	Key:    "helpscout",
	Name:   "Help Scout",
	Strong: []string{"primaryCustomer", "userUpdatedAt", "threads", "mailboxId"},
	Weak:   []string{"Mailbox", "mailbox", "number", "createdAt", "closedAt", "customer", "tags", "subject", "status"},
	Columns: Aliases{
		"id":               {"number", "id"},
		"opened":           {"createdAt", "Created"},
		"closed":           {"closedAt", "Closed"},
		"updated":          {"userUpdatedAt", "updatedAt", "modifiedAt"},
		"subject":          {"subject"},
		"description":      {"preview"},
		"requester":        {"customer", "primaryCustomer", "customer email", "customer.email", "primaryCustomer.email"},
		"category":         {"tags"},
		"assignment_group": {"mailbox"},
		"assignee":         {"assignee", "owner"},
		"state":            {"status"},
		"channel":          {"source", "type"},
	},
}
