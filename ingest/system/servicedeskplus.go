package system

// serviceDeskPlus reads ManageEngine ServiceDesk Plus, both its reports
// and its query exports. Its department is the requester's.
var serviceDeskPlus = System{
	Key:  "servicedeskplus",
	Name: "ServiceDesk Plus",
	Strong: []string{
		"WORKORDERID", "LONG_REQUESTID", "REQUESTTEMPLATE", "REQUESTSTATUS", "TIMESPENTONREQ", "RESPONDEDTIME", "Request Mode",
		"REQUESTMODE", "ISPENDING", "HASATTACHMENTS",
	},
	Weak: []string{"Technician",
		"Request ID", "Requester", "Created Time", "Completed Time", "Resolved Time", "DUEBYTIME", "Site", "Department",
		"Mode", "SHORTDESCRIPTION", "Request Status", "Subject",
	},
	Columns: Aliases{
		"id":                 {"WORKORDERID", "Request ID", "LONG_REQUESTID"},
		"opened":             {"Created Time", "CREATEDTIME"},
		"resolved":           {"Resolved Time", "RESOLUTIONADDEDTIME"},
		"closed":             {"Completed Time", "Closed Time"},
		"updated":            {"Last Updated Time", "LASTUPDATETIME", "LASTUPDATEDTIME"},
		"subject":            {"Subject", "TITLE"},
		"description":        {"Description", "SHORTDESCRIPTION"},
		"requester":          {"Requester", "Requester Name"},
		"department":         {"Department"},
		"category":           {"Category"},
		"subcategory":        {"Subcategory", "Item"},
		"service":            {"Service Category", "Service"},
		"configuration_item": {"Asset", "Assets"},
		"company":            {"Account"},
		"location":           {"Site"},
		"assignment_group":   {"Group", "Support Group"},
		"assignee":           {"Technician", "ASSIGNEDTO"},
		"priority":           {"Priority"},
		"impact":             {"Impact"},
		"urgency":            {"Urgency"},
		"state":              {"Request Status", "REQUESTSTATUS", "Status"},
		"channel":            {"Request Mode", "Mode", "REQUESTMODE"},
		"resolution":         {"Resolution"},
		"resolution_code":    {"Request Closure Code", "Closure Code"},
	},
	Missing: []string{"-1", "Not Assigned"},
}
