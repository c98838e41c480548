package system

import "regexp"

// remedy reads BMC Remedy and Helix incidents, whose headers keep the
// marks of the form, as in "Incident ID*+". Its organisation or department is
// the requester's.
var remedy = System{
	Key:  "remedy",
	Name: "BMC Remedy",
	Strong: []string{
		"Reported Date+", "Last Resolved Date", "SLM Real Time Status", "Operational Categorization Tier 1",
		"Operational Categorization Tier 2", "Product Categorization Tier 1", "Support Organization", "Reported Source",
		"Re-Opened Date", "Impact Start Date/Time+", "Resolution Categorization Tier 1",
	},
	Weak: []string{
		"Incident ID*+", "Assigned Group*+", "Summary", "Notes", "Status Reason", "Entry ID", "Internet E-mail",
		"Incident Type", "Service*+", "Submit Date",
	},
	IDShape: regexp.MustCompile(`^INC[0-9]{12}$`),
	Columns: Aliases{
		"id":                 {"Incident ID*+", "Incident Number", "Entry ID"},
		"opened":             {"Reported Date+", "Submit Date", "Reported to Vendor Date"},
		"resolved":           {"Last Resolved Date", "Resolved Date"},
		"closed":             {"Closed Date"},
		"updated":            {"Last Modified Date", "Modified Date"},
		"subject":            {"Summary", "Description"},
		"description":        {"Notes", "Detailed Description"},
		"requester":          {"Full Name", "Customer", "Internet E-mail", "Last Name+"},
		"department":         {"Department", "Organization", "Customer Organization"},
		"category":           {"Operational Categorization Tier 1", "Product Categorization Tier 1"},
		"subcategory":        {"Operational Categorization Tier 2", "Product Categorization Tier 2"},
		"service":            {"Service*+", "Product Name+"},
		"configuration_item": {"CI+", "CI Name"},
		"company":            {"Customer Company", "Company"},
		"location":           {"Site", "Desk Location", "City", "Site ID"},
		"assignment_group":   {"Assigned Group*+"},
		"assignee":           {"Assignee+"},
		"priority":           {"Priority"},
		"impact":             {"Impact"},
		"urgency":            {"Urgency"},
		"state":              {"Status", "Status-PPL"},
		"channel":            {"Reported Source"},
		"reopens":            {"Re-Opened Date", "Re Opened Date"},
		"resolution_code":    {"Resolution Categorization Tier 1", "Resolution Method"},
		"resolution":         {"Resolution"},
	},
	ZeroIfEmpty: []string{"reopens"},
}
