package system

// otrs reads the ticket search of Znuny and OTRS, with English or German
// headers. The customer is a firm, the owner an agent.
var otrs = System{
	Key:  "otrs",
	Name: "Znuny / OTRS",
	Strong: []string{
		"FirstLock", "FirstResponseInMin", "SolutionInMin", "SolutionDiffInMin", "ArticleTree", "AccountedTime", "CustomerID",
		"Customer Realname", "Kundennummer", "DynamicField_*",
	},
	Weak: []string{"Ticketnummer",
		"Ticket Number", "TicketNumber", "Age", "Queue", "Lock", "Owner", "CustomerUserID", "Created", "Closed", "Alter",
		"Erstellt", "Geschlossen", "Besitzer", "Sperre", "Responsible",
	},
	Columns: Aliases{
		"id":               {"TicketNumber", "Ticket#", "Ticketnummer"},
		"opened":           {"Created", "Erstellt"},
		"closed":           {"Closed", "Geschlossen"},
		"updated":          {"Changed", "Geändert"},
		"subject":          {"Subject", "Title", "Betreff", "Titel"},
		"description":      {"ArticleTree"},
		"requester":        {"CustomerName", "Customer Realname", "CustomerUserID", "From", "Von", "Kundenbenutzer"},
		"department":       {"DynamicField_Department", "DynamicField_Abteilung"},
		"category":         {"Type", "Typ"},
		"service":          {"Service"},
		"company":          {"CustomerID", "Kundennummer"},
		"assignment_group": {"Queue"},
		"assignee":         {"Owner", "Besitzer", "Responsible", "Verantwortlicher"},
		"priority":         {"Priority", "Priorität"},
		"state":            {"State", "Status"},
	},
	Missing: []string{"##No Data##"},
}
