package system

// spiceworks reads the Spiceworks Cloud Help Desk export and the desktop
// report.
var spiceworks = System{
	Key:    "spiceworks",
	Name:   "Spiceworks",
	Strong: []string{"Organization Host", "Link to Ticket", "Days Open", "Email Message"},
	Weak:   []string{"Ticket Number", "Created On", "Closed On", "Due On", "Time Spent", "Organization Name", "Create Date", "System"},
	Columns: Aliases{
		"id":          {"Ticket Number"},
		"opened":      {"Created On", "Create Date"},
		"closed":      {"Closed On", "Close Date"},
		"updated":     {"Updated On"},
		"subject":     {"Summary"},
		"description": {"Description", "Email Message"},
		"requester":   {"Creator", "Created By", "Contact"},
		"department":  {"Department"},
		"category":    {"Category"},
		"location":    {"Location"},
		"company":     {"Organization Name"},
		"assignee":    {"Assignee", "Assigned To"},
		"priority":    {"Priority"},
		"state":       {"Status"},
	},
	Ignore: []string{"System"},
}
