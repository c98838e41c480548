package ingest

// systemSamanage reads SolarWinds Service Desk (Samanage). The number is what
// people quote, the id is internal.
var systemSamanage = system{
	key:  "samanage",
	name: "SolarWinds Service Desk",
	strong: []string{
		"Requester Site", "Requester Department", "Resolution Comments", "Number of Comments", "Total time tracked",
		"Assigned to - Group", "Is Service Request?", "SLA Violation",
	},
	weak: []string{"Origin", "Number", "State", "Title", "Assigned to", "Requester", "Created by", "Created At", "Updated At", "Due At", "Site"},
	columns: aliases{
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
	ignore: []string{"Id"},
}
