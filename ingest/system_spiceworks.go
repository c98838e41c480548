package ingest

// systemSpiceworks reads the Spiceworks Cloud Help Desk export and the desktop
// report.
var systemSpiceworks = system{
	key:    "spiceworks",
	name:   "Spiceworks",
	strong: []string{"Organization Host", "Link to Ticket", "Days Open", "Email Message"},
	weak:   []string{"Ticket Number", "Created On", "Closed On", "Due On", "Time Spent", "Organization Name", "Create Date", "System"},
	columns: aliases{
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
	ignore: []string{"System"},
}
