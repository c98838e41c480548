package system

// connectWise reads the service board of ConnectWise Manage. The board
// has no opened time: its age in days cannot be turned into one without the
// moment of the export.
var connectWise = System{
	Key:    "connectwise",
	Name:   "ConnectWise Manage",
	Strong: []string{"Selected_Sr_Service_Recid", "Board Icon", "Territory Team", "Summary Description", "Site Time Zone", "Vendor Tkt#", "Customer Updated"},
	Weak:   []string{"SLA Status", "Ticket #", "Age", "Company", "Contact", "Resources", "Subtype", "Budget", "Total Hours", "Next Date", "Date Entered"},
	Columns: Aliases{
		"id":               {"Ticket #"},
		"opened":           {"Date Entered", "Entered", "Created", "Created Date"},
		"closed":           {"Date Closed", "Closed Date"},
		"updated":          {"Last Update", "Last Updated"},
		"subject":          {"Summary Description", "Summary"},
		"description":      {"Initial Description", "Description"},
		"requester":        {"Contact"},
		"category":         {"Type", "Subtype"},
		"subcategory":      {"Subtype", "Item"},
		"location":         {"Site"},
		"company":          {"Company"},
		"assignment_group": {"Team", "Board", "Service Board", "Territory Team"},
		"assignee":         {"Resources"},
		"state":            {"Status"},
		"channel":          {"Source"},
	},
	Ignore: []string{"Priority"}, // the path of a picture
	Lack:   "the service board exports a ticket's age, not when it was entered: the export needs the column Date Entered",
}
