package ingest

// systemRequestTracker reads the search results of Request Tracker: tabs, and
// no quoting at all.
var systemRequestTracker = system{
	key:    "requesttracker",
	name:   "Request Tracker",
	strong: []string{"Requestors", "LastUpdatedRelative", "CreatedRelative", "ToldRelative", "TimeLeft", "QueueName", "InitialPriority", "FinalPriority", "AdminCc"},
	weak:   []string{"Queue", "Owner", "Status", "id", "Told", "TimeWorked", "Last Updated", "Time Left", "Requestor"},
	columns: aliases{
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
	missing: []string{"Nobody", "Not set"},
}
