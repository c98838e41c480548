package system

// hubSpot reads HubSpot's ticket export. Its company is the customer's
// firm.
var hubSpot = System{
	Key:  "hubspot",
	Name: "HubSpot",
	Strong: []string{
		"Ticket name", "Associated Contact", "Associated Company", "hs_pipeline_stage", "Nombre del ticket"},
	Weak: []string{"Pipeline", "Record ID", "Ticket status", "Ticket owner", "Ticket ID", "Create date", "Close date", "Source", "Fecha de creación", "Category"},
	Columns: Aliases{
		"id":               {"Ticket ID", "Record ID", "hs_object_id"},
		"opened":           {"Create date", "createdate", "Fecha de creación"},
		"closed":           {"Close date", "closed_date", "Fecha de cierre"},
		"updated":          {"Last modified date", "Last activity date", "hs_lastmodifieddate"},
		"subject":          {"Ticket name", "subject", "Nombre del ticket"},
		"description":      {"Ticket description", "content"},
		"requester":        {"Associated Contact", "Contact"},
		"department":       {"Department"},
		"category":         {"Category", "hs_ticket_category", "Pipeline"},
		"company":          {"Associated Company"},
		"assignee":         {"Ticket owner", "hubspot_owner_id"},
		"assignment_group": {"HubSpot team", "Team"},
		"priority":         {"Priority", "hs_ticket_priority"},
		"state":            {"Ticket status", "hs_pipeline_stage", "Status"},
		"channel":          {"Source", "source_type"},
		"resolution":       {"Resolution"},
	},
}
