package system

// ivanti reads Ivanti Neurons (HEAT) incidents. Its symptom is the
// description.
var ivanti = System{
	Key:    "ivanti",
	Name:   "Ivanti",
	Strong: []string{"ProfileFullName", "OwnerTeam", "LastModDateTime", "ProfileLink", "CauseCode", "RecId"},
	Weak:   []string{"CreatedDateTime", "IncidentNumber", "Symptom", "Owner", "ResolvedDateTime", "ClosedDateTime", "Service", "OrganizationalUnit"},
	Columns: Aliases{
		"id":                 {"IncidentNumber", "Incident Number"},
		"opened":             {"CreatedDateTime", "Created On"},
		"resolved":           {"ResolvedDateTime"},
		"closed":             {"ClosedDateTime"},
		"updated":            {"LastModDateTime"},
		"subject":            {"Subject"},
		"description":        {"Symptom"},
		"requester":          {"ProfileFullName", "Customer"},
		"department":         {"OrganizationalUnit", "ProfileDepartment", "Department"},
		"category":           {"Category"},
		"subcategory":        {"Subcategory"},
		"service":            {"Service"},
		"configuration_item": {"CILink", "CI"},
		"assignment_group":   {"OwnerTeam"},
		"assignee":           {"Owner"},
		"priority":           {"Priority"},
		"impact":             {"Impact"},
		"urgency":            {"Urgency"},
		"state":              {"Status"},
		"channel":            {"Source"},
		"resolution_code":    {"CauseCode"},
		"resolution":         {"Resolution"},
	},
}
