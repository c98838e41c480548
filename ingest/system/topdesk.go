package system

// topDesk reads TOPdesk selections with Dutch, English or German
// headers. Completed (Gereed) is resolved, closed (Afgemeld) is closed. Its
// department is the caller's.
var topDesk = System{
	Key:  "topdesk",
	Name: "TOPdesk",
	Strong: []string{
		"Behandelaarsgroep", "Korte omschrijving", "Aanmelder", "Meldingnummer", "Operator group", "Object/ruimte", "Afgemeld", "Gereed", "Vestiging aanmelder", "Brief description", "Bearbeitergruppe", "Aanmelddatum", "callerBranch", "operatorGroup", "briefDescription",
	},
	Weak: []string{"Call date", "Call number", "Kurzbeschreibung",
		"Behandelaar", "Operator", "Caller", "Branch", "Vestiging", "Afdeling", "Soort", "Soort melding", "Categorie",
		"Subcategorie", "Prioriteit", "Doorlooptijd", "Streefdatum", "Call type", "Object ID", "Melder", "Anrufer", "callDate",
		"completedDate", "closedDate",
	},
	Columns: Aliases{
		"id":                 {"Meldingnummer", "Call number", "Nummer", "Number", "Ticketnummer", "Incident number", "Meldungsnummer"},
		"opened":             {"Aanmelddatum", "Datum aangemaakt", "Aanmaakdatum", "Call date", "Creation date", "creationDate", "Meldedatum", "Erstellungsdatum"},
		"resolved":           {"Gereed op", "Datum gereed", "Completed on", "Completed", "completedDate", "Completion date", "Gereed", "Fertiggestellt am"},
		"closed":             {"Afgemeld op", "Datum afgemeld", "Closed on", "Closed", "closedDate", "Afgemeld", "Afmeldingsdatum", "Geschlossen am"},
		"updated":            {"Wijzigingsdatum", "Modification date", "Datum gewijzigd"},
		"subject":            {"Korte omschrijving", "Brief description", "Short description", "Kurzbeschreibung"},
		"description":        {"Verzoek", "Request", "Omschrijving", "Anfrage"},
		"requester":          {"Aanmelder", "Naam aanmelder", "Caller", "Caller name", "Melder", "Anrufer"},
		"department":         {"Afdeling", "Afdeling aanmelder", "Department", "Caller department", "Abteilung"},
		"category":           {"Categorie", "Category", "Kategorie"},
		"subcategory":        {"Subcategorie", "Subcategory", "Unterkategorie"},
		"service":            {"Dienst", "Applicatie", "Service"},
		"configuration_item": {"Object/ruimte", "Object", "Objectnummer", "Object ID", "Objekt-ID"},
		"location":           {"Vestiging", "Vestiging aanmelder", "Branch", "callerBranch", "Niederlassung"},
		"assignment_group":   {"Behandelaarsgroep", "Operator group", "Bearbeitergruppe"},
		"assignee":           {"Behandelaar", "Operator", "Bearbeiter"},
		"priority":           {"Prioriteit", "Priority", "Priorität"},
		"impact":             {"Impact"},
		"urgency":            {"Urgentie", "Urgency", "Dringlichkeit"},
		"state":              {"Status"},
		"channel":            {"Soort binnenkomst", "Entry", "Entry type", "Eingang"},
		"resolution":         {"Actie", "Action", "Oplossing"},
		"parent":             {"Hoofdmelding", "Major incident", "Major call"},
	},
	Missing: []string{"Onbekend/n.v.t.", "Geen omschrijving"},
}
