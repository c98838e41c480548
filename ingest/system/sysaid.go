package system

// sysAid reads SysAid's list of service records, by label or by column
// of its database.
var sysAid = System{
	Key:  "sysaid",
	Name: "SysAid",
	Strong: []string{
		"Service Record ID", "Third Level Category", "problem_type", "problem_sub_type", "insert_time", "submit_user",
		"request_user", "srType", "thirdLevelCategory",
	},
	Weak: []string{"Request User",
		"Sub-Category", "Admin group", "Request time", "Close time", "Submit user", "Main asset", "responsibility",
		"primaryCategory", "secondaryCategory", "SR Type",
	},
	Columns: Aliases{
		"id":                 {"Service Record ID", "SR ID", "id", "#"},
		"opened":             {"insert_time", "Request time", "Submit time"},
		"closed":             {"close_time", "Close time"},
		"updated":            {"update_time", "Modify time", "Update time"},
		"subject":            {"title", "Title"},
		"description":        {"description", "Description"},
		"requester":          {"request_user", "Request User", "submit_user", "Submit user"},
		"department":         {"Department", "Company department"},
		"category":           {"problem_type", "Category", "primaryCategory"},
		"subcategory":        {"problem_sub_type", "Sub-Category", "secondaryCategory", "Third Level Category"},
		"configuration_item": {"computer_id", "Main asset", "CI"},
		"location":           {"location", "Location"},
		"assignment_group":   {"Admin group", "Assigned group"},
		"assignee":           {"responsibility", "Assigned to"},
		"priority":           {"priority"},
		"impact":             {"impact"},
		"urgency":            {"urgency"},
		"state":              {"status"},
		"channel":            {"Source"},
		"resolution":         {"resolution", "solution"},
		"parent":             {"Parent SR"},
	},
}
