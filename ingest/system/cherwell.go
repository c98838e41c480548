package system

// cherwell reads Cherwell incidents.
var cherwell = System{
	Key:    "cherwell",
	Name:   "Cherwell",
	Strong: []string{"CustomerDisplayName", "OwnedByTeam", "OwnedBy", "Customer Display Name", "Owned By Team"},
	Weak:   []string{"IncidentType", "Incident ID", "Owned By", "CreatedDateTime", "Created Date Time", "Closed Date Time", "Last Modified Date Time", "IncidentID"},
	Columns: Aliases{
		"id":                 {"Incident ID"},
		"opened":             {"CreatedDateTime"},
		"resolved":           {"ResolvedDateTime", "Stat_DateTimeResolved"},
		"closed":             {"ClosedDateTime"},
		"updated":            {"LastModifiedDateTime", "LastModDateTime"},
		"subject":            {"Short Description", "Title"},
		"description":        {"Description"},
		"requester":          {"CustomerDisplayName"},
		"department":         {"Customer Department", "Department"},
		"category":           {"Category"},
		"subcategory":        {"Subcategory"},
		"service":            {"Service"},
		"configuration_item": {"ConfigItemDisplayName", "Config Item"},
		"location":           {"Location"},
		"assignment_group":   {"OwnedByTeam"},
		"assignee":           {"OwnedBy"},
		"priority":           {"Priority"},
		"impact":             {"Impact"},
		"urgency":            {"Urgency"},
		"state":              {"Status"},
		"channel":            {"Source", "Call Source"},
		"resolution_code":    {"CloseCode", "Cause"},
		"resolution":         {"CloseDescription", "Resolution"},
	},
}
