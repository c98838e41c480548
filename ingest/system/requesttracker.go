package system

// requestTracker reads the search results of Request Tracker: tabs, and
// no quoting at all.
var requestTracker = System{
	Key:    "requesttracker",
	Name:   "Request Tracker",
	Strong: []string{"Requestors", "LastUpdatedRelative", "CreatedRelative", "ToldRelative", "TimeLeft", "QueueName", "InitialPriority", "FinalPriority", "AdminCc"},
	Weak:   []string{"Queue", "Owner", "Status", "id", "Told", "TimeWorked", "Last Updated", "Time Left", "Requestor"},
	Columns: Aliases{
		"id":               {"id"},
		"opened":           {"Created"},
		"resolved":         {"Resolved"},
		"updated":          {"LastUpdated"},
		"subject":          {"Subject"},
		"requester":        {"Requestors", "Requestor"},
		"department":       {"CF.{Department}", "CustomField.{Department}"},
		"category":         {"CF.{Category}", "CustomField.{Category}"},
		"location":         {"CF.{Location}"},
		"assignment_group": {"Queue", "QueueName"},
		"assignee":         {"Owner", "OwnerName"},
		"priority":         {"Priority"},
		"state":            {"Status"},
	},
	Missing: []string{"Nobody", "Not set"},
}
