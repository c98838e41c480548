package system

// gitHub reads lists of GitHub issues as the command line tool and
// scripts write them.
var gitHub = System{
	Key:    "github",
	Name:   "GitHub issues",
	Strong: []string{"time_to_close_days", "issue_title", "Project Column", "html_url", "stateReason", "milestone"},
	Weak:   []string{"number", "title", "state", "labels", "created_at", "updated_at", "comments", "issue_id", "Issue Number", "url", "closed_at"},
	Columns: Aliases{
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
	Ignore:  []string{"comments"},
	IDScope: []string{"project_name", "repository", "repo"},
}
