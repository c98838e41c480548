package system

import "regexp"

// serviceManager reads incidents of HP and Micro Focus Service Manager.
// Its duration columns are not read: exports garble their decimal comma.
var serviceManager = System{
	Key:  "servicemanager",
	Name: "Service Manager",
	Strong: []string{
		"CI_Name", "CI_Cat", "CI_Subcat", "WBS", "No_of_Reassignments", "KB_number",
		"Alert_Status", "Handle_Time_hrs", "No_of_Related_Interactions", "Closure_Code",
	},
	Weak:    []string{"Incident_ID", "Open_Time", "Close_Time", "Resolved_Time", "Reopen_Time"},
	IDShape: regexp.MustCompile(`^IM[0-9]{5,}$`),
	Columns: Aliases{
		"id":                 {"Incident_ID"},
		"opened":             {"Open_Time"},
		"resolved":           {"Resolved_Time"},
		"closed":             {"Close_Time"},
		"subject":            {"Brief_Description", "Title"},
		"description":        {"Description"},
		"category":           {"CI_Cat"},
		"subcategory":        {"CI_Subcat"},
		"service":            {"WBS"},
		"configuration_item": {"CI_Name"},
		"assignment_group":   {"Assignment_Group", "Assignment"},
		"priority":           {"Priority"},
		"impact":             {"Impact"},
		"urgency":            {"Urgency"},
		"state":              {"Status"},
		"reassignments":      {"No_of_Reassignments"},
		"reopens":            {"Reopen_Time"},
		"resolution_code":    {"Closure_Code"},
		"change":             {"Related_Change"},
	},
	Ignore:      []string{"Category", "Alert_Status"},
	ZeroIfEmpty: []string{"reopens"},
	Missing:     []string{"NS", "#MULTIVALUE"},
}
