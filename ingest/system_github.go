package ingest

// systemGitHub reads lists of GitHub issues as the command line tool and
// scripts write them.
var systemGitHub = system{
	key:    "github",
	name:   "GitHub issues",
	strong: []string{"time_to_close_days", "issue_title", "Project Column", "html_url", "stateReason", "milestone"},
	weak:   []string{"number", "title", "state", "labels", "created_at", "updated_at", "comments", "issue_id", "Issue Number", "url", "closed_at"},
	columns: aliases{
		"id":              {"number", "Issue Number", "issue_id", "issue_number"},
		"opened":          {"created_at", "createdAt", "Created Date", "Created"},
		"closed":          {"closed_at", "closedAt", "Closed Date", "Closed"},
		"updated":         {"updated_at", "updatedAt"},
		"subject":         {"title", "issue_title"},
		"description":     {"body"},
		"requester":       {"author", "user", "user.login", "author.login"},
		"category":        {"labels"},
		"service":         {"project_name", "repository", "repo"},
		"assignee":        {"assignee", "assignees"},
		"state":           {"state"},
		"subcategory":     {"issue_type", "type"},
		"resolution_code": {"state_reason", "stateReason"},
	},
	ignore:  []string{"comments"},
	idScope: []string{"project_name", "repository", "repo"},
}
