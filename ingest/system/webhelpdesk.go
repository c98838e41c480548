package system

// webHelpDesk reads SolarWinds Web Help Desk. Its department is the
// client's.
var webHelpDesk = System{
	Key:    "webhelpdesk",
	Name:   "Web Help Desk",
	Strong: []string{"Tech email", "Client email"},
	Weak:   []string{"No.", "Client", "Tech", "Sub Category", "Site", "Request Type"},
	Columns: Aliases{
		"id":               {"No."},
		"opened":           {"Date", "Report Date", "Created"},
		"closed":           {"Close Date", "Closed Date"},
		"updated":          {"Last Updated", "Updated"},
		"subject":          {"Title", "Subject"},
		"description":      {"Description", "Request Detail"},
		"requester":        {"Client", "Client email"},
		"department":       {"Department"},
		"category":         {"Category", "Request Type"},
		"subcategory":      {"Sub Category"},
		"location":         {"Site", "Location"},
		"assignee":         {"Tech"},
		"assignment_group": {"Tech Group"},
		"priority":         {"Priority"},
		"state":            {"Status"},
		"resolution":       {"Notes"},
	},
}
