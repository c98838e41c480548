package ingest

import "regexp"

// systemServiceNow reads incident lists with field names (native CSV) or
// labels (XLSX saved as CSV), and audit logs with one row for each update.
var systemServiceNow = system{
	key:  "servicenow",
	name: "ServiceNow",
	strong: []string{
		"short_description", "caller_id", "sys_updated_on", "sys_created_on", "sys_updated_at",
		"cmdb_ci", "incident_state", "sys_mod_count", "u_affected_user",
	},
	weak:    []string{"number", "opened_at", "assignment_group", "assigned_to", "close_code", "close_notes", "contact_type", "business_service", "caller", "configuration item", "opened"},
	idShape: regexp.MustCompile(`^(INC|RITM|REQ|SCTASK|TASK|CS|PRB)[0-9a-z]{5,}$`),
	columns: aliases{
		"id":                 {"number", "task_effective_number"},
		"opened":             {"opened_at", "Opened", "sys_created_on", "sys_created_at", "Created"},
		"resolved":           {"resolved_at", "Resolved"},
		"closed":             {"closed_at", "Closed"},
		"updated":            {"sys_updated_on", "sys_updated_at", "Updated"},
		"subject":            {"short_description"},
		"description":        {"description"},
		"requester":          {"caller_id", "Caller", "u_affected_user", "requested_for"},
		"department":         {"caller_id.department", "caller_id.department.name", "Caller Department", "u_department", "Department", "caller_id.u_department"},
		"category":           {"category"},
		"subcategory":        {"subcategory"},
		"service":            {"business_service", "Service", "service_offering"},
		"configuration_item": {"cmdb_ci", "Configuration item"},
		"company":            {"company", "caller_id.company", "caller_id.company.name"},
		"location":           {"location", "caller_id.location", "caller_id.location.name"},
		"assignment_group":   {"assignment_group"},
		"assignee":           {"assigned_to"},
		"priority":           {"priority"},
		"impact":             {"impact"},
		"urgency":            {"urgency"},
		"state":              {"state", "incident_state"},
		"channel":            {"contact_type", "Channel"},
		"reassignments":      {"reassignment_count"},
		"reopens":            {"reopen_count"},
		"resolution_code":    {"close_code", "closed_code", "Resolution code"},
		"resolution":         {"close_notes", "Resolution notes"},
		"problem":            {"problem_id", "Problem"},
		"change":             {"caused_by", "Caused by Change", "rfc", "Change Request"},
		"parent":             {"parent_incident", "parent"},
	},
	sequence: []string{"sys_mod_count", "Updates"},
	missing:  []string{"UNKNOWN"},
}
