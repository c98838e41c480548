package system

// samanage reads SolarWinds Service Desk (Samanage). The number is what
// people quote, the id is internal.
var samanage = System{
	Key:  "samanage",
	Name: "SolarWinds Service Desk",
	Strong: []string{
		"Requester Site", "Requester Department", "Resolution Comments", "Number of Comments", "Total time tracked",
		"Assigned to - Group", "Is Service Request?", "SLA Violation",
	},
	Weak: []string{"Origin", "Number", "State", "Title", "Assigned to", "Requester", "Created by", "Created At", "Updated At", "Due At", "Site"},
	Columns: Aliases{
		"id":               {"Number"},
		"opened":           {"Created At", "Created (Timestamp)", "Created"},
		"resolved":         {"Resolved At"},
		"closed":           {"Closed At"},
		"updated":          {"Updated At", "Updated"},
		"subject":          {"Title", "Name"},
		"description":      {"Description"},
		"requester":        {"Requester", "Requester Name"},
		"department":       {"Department", "Requester Department"},
		"category":         {"Category"},
		"subcategory":      {"Subcategory"},
		"location":         {"Site", "Requester Site"},
		"assignment_group": {"Assigned to - Group", "Group"},
		"assignee":         {"Assigned to", "Assignee"},
		"priority":         {"Priority"},
		"state":            {"State"},
		"channel":          {"Origin"},
		"resolution_code":  {"Resolution Code"},
		"resolution":       {"Resolution", "Resolution Comments"},
	},
	Ignore: []string{"Id"},
}
