package system

import "ticketpatterns/analyzer/result"

// Register stands for every list whose headers are near the usual
// names, whoever wrote it. It also fills in for columns that a recognised
// system does not name.
var Register = System{
	Key:  "register",
	Form: result.FormRegister,
	Columns: Aliases{
		"id": {
			"id", "ticket id", "ticket number", "ticket no", "ticket nr", "ticket #", "ticket", "ticket key", "number", "#", "no", "nr",
			"incident id", "incident number", "incident no", "incident #", "incident", "request id", "request number", "request no", "request #",
			"case id", "case number", "case no", "case #", "issue key", "issue number", "issue id", "key", "reference", "ref", "record id",
			"service request id", "sr number", "sr no", "call number", "call id", "work order id", "workorderid", "Ticketnummer", "Nummer", "Numéro", "Número", "Numero", "N°",
		},
		"opened": {
			"opened", "opened at", "opened on", "opened date", "open date", "open time", "date opened", "created", "created at", "created on", "created date",
			"created time", "creation date", "creation time", "create date", "create time", "date created", "created datetime", "opened datetime", "opened date/time", "created date/time", "created date and time", "open datetime", "date/time opened", "date/time created", "ticket created",
			"ticket created date", "reported", "reported at", "reported on", "reported date", "date reported", "report date", "submitted", "submitted at", "submitted on",
			"submit date", "date submitted", "submission date", "logged", "logged at", "log date", "date logged", "raised", "raised at", "raised on", "date raised",
			"started", "started at", "received", "received at", "Geöffnet", "Ouvert", "Abierto", "Aberto", "date received", "request date", "requested at", "call date", "start time", "start date", "date", "datetime", "timestamp", "time",
			"Erstellt", "Erstellt am", "Erstellungsdatum", "Eröffnet", "Datum", "Date de création", "Créé le", "Fecha", "Fecha de creación", "Fecha de apertura",
			"Data", "Data de criação", "Data de abertura", "Criado em", "Data creazione", "Aangemaakt", "Aanmelddatum", "Data utworzenia",
		},
		"resolved": {
			"resolved", "resolved at", "resolved on", "resolved date", "resolved time", "resolution date", "resolution datetime", "resolved datetime", "resolved date/time", "date/time resolved", "resolve date", "date resolved", "solved", "solved at", "solved date",
			"date solved", "fixed at", "completed", "completed at", "completed on", "completed date", "completed time", "complete date", "completion date", "date completed",
			"Gelöst", "Gelöst am", "Date de résolution", "Résolu le", "Fecha de resolución", "Data de resolução", "Gereed",
		},
		"closed": {
			"closed", "closed at", "closed on", "closed date", "closed time", "closed datetime", "closed date/time", "date/time closed", "close date", "close time", "closing date", "closure date", "date closed", "ended at", "end time", "end date",
			"Geschlossen", "Geschlossen am", "Date de clôture", "Date de fermeture", "Fecha de cierre", "Data de fechamento", "Fechado em", "Afgemeld", "Afmeldingsdatum",
		},
		"updated": {
			"updated", "updated at", "updated on", "last change", "last change at", "last changed", "last changed at", "last event at", "changed", "changed on", "updated date", "last updated", "last updated at", "last update", "last updated time", "last update time", "modified", "modified at", "modified on",
			"last modified", "last modified at", "last modified date", "date modified", "update time", "sys updated on", "Aktualisiert", "Geändert", "Dernière modification", "Última actualización", "Última atualização",
		},
		"subject": {
			"subject", "summary", "title", "short description", "brief description", "ticket subject", "ticket title", "ticket summary", "issue summary", "issue title", "issue",
			"headline", "request subject", "request title", "ticket name", "problem summary", "Betreff", "Titel", "Kurzbeschreibung", "Objet", "Titre", "Sujet", "Asunto", "Título", "Assunto", "Oggetto", "Titolo", "Onderwerp", "Korte omschrijving", "Temat",
		},
		"description": {
			"description", "details", "detail", "body", "text", "message", "content", "long description", "detailed description", "ticket description", "ticket text", "ticket body", "issue description", "problem description",
			"request description", "request details", "document", "symptom", "symptoms", "problem", "comment", "comments", "notes", "note", "Beschreibung", "Contenu", "Descripción", "Descrição", "Descrizione", "Omschrijving", "Verzoek", "Opis",
		},
		"requester": {
			"requester", "requestor", "requester name", "requestor name", "requested by", "requested for", "requester id", "requestor id", "requester email", "requestor email", "caller", "caller id", "caller name",
			"reporter", "reporter name", "reporter email", "reported by", "raised by", "submitted by", "submitter", "logged by", "opened by", "affected user", "end user", "user", "user name", "username", "user id", "user email", "employee", "employee name", "employee id",
			"customer", "customer name", "customer id", "customer email", "contact", "contact name", "client", "client name", "from", "email", "created by", "author", "name",
			"Melder", "Anforderer", "Antragsteller", "Benutzer", "Demandeur", "Utilisateur", "Solicitante", "Usuario", "Requerente", "Usuário", "Richiedente", "Utente", "Aanmelder",
			"Adresse e-mail", "E-Mail-Adresse", "Dirección de correo electrónico", "Endereço de e-mail", "Indirizzo email", "E-mailadres", "Nom", "Nombre", "Nome", "Naam", "Имя", "氏名", "姓名", "이름",
		},
		"department": {
			"department", "dept", "dept name", "department name", "requester dept", "requestor dept", "user dept", "customer dept", "employee dept", "client department", "reporter department", "contact department", "requester department", "requestor department", "user department", "caller department", "customer department", "employee department", "affected department", "business unit", "org unit",
			"organizational unit", "organisational unit", "organization unit", "organisation unit", "division", "cost center", "cost centre", "Abteilung", "Fachbereich", "Département", "Service demandeur", "Departamento", "Reparto", "Dipartimento", "Afdeling", "Dział",
		},
		"category": {
			"category", "ticket category", "issue category", "incident category", "problem category", "main category", "category 1", "category name", "issue type", "ticket type", "incident type", "request type", "problem type", "type", "topic", "help topic", "topic group", "classification", "class", "label", "labels", "tags", "tag",
			"Kategorie", "Catégorie", "Categoría", "Categoria", "Categorie", "Kategoria", "Typ", "Tipo",
		},
		"subcategory": {
			"subcategory", "sub category", "issue subcategory", "ticket subcategory", "subtype", "sub type", "request type", "issue subtype", "sub issue type", "category 2", "item", "Unterkategorie", "Sous-catégorie", "Subcategoría", "Subcategoria", "Subcategorie", "Sottocategoria",
		},
		"service": {
			"service", "business service", "service name", "affected service", "impacted service", "application", "app", "application name", "affected application", "system", "affected system", "product", "product purchased", "product name", "software", "Anwendung", "Dienst", "Application concernée", "Servicio", "Aplicación", "Serviço", "Sistema", "Applicatie",
		},
		"configuration_item": {
			"configuration item", "ci", "ci name", "affected ci", "cmdb ci", "asset", "asset name", "asset tag", "asset id", "device", "device name", "device id", "hostname", "host", "host name", "computer", "computer name", "machine", "server", "equipment", "Gerät", "Équipement", "Equipo", "Equipamento", "Objectnummer",
		},
		"location": {
			"location", "site", "site name", "office", "branch", "building", "city", "region", "country", "requester location", "user location", "location name", "plant", "store", "campus",
			"Standort", "Ort", "Lieu", "Site concerné", "Ubicación", "Localização", "Local", "Sede", "Vestiging", "Locatie", "Lokalizacja",
		},
		"company": {
			"company", "company name", "organization", "organisation", "organization name", "organisation name", "customer company", "client company", "client organization", "account", "account name", "tenant",
			"Unternehmen", "Firma", "Mandant", "Entreprise", "Société", "Empresa", "Organización", "Organização", "Azienda", "Bedrijf", "Organisatie", "Spółka",
		},
		"assignment_group": {
			"assignment group", "assigned group", "assigned team", "assignee group", "support group", "support team", "resolver group", "resolver team", "resolving group", "owner group", "owning team", "team", "group", "queue", "team assigned", "technician group", "last support team", "current team", "current group", "workgroup", "work group", "operator group", "group name",
			"Team", "Gruppe", "Bearbeitergruppe", "Équipe", "Groupe", "Grupo", "Equipo asignado", "Gruppo", "Behandelaarsgroep",
		},
		"assignee": {
			"assignee", "assigned to", "assigned agent", "agent", "agent name", "technician", "technician name", "tech", "owner", "resolver", "resolved by", "analyst", "engineer", "operator", "assignee name", "assignee email", "assignee id", "handled by", "ticket owner",
			"Bearbeiter", "Zugewiesen an", "Technicien", "Assigné à", "Técnico", "Asignado a", "Atribuído a", "Responsável", "Tecnico", "Behandelaar",
		},
		"priority":      {"priority", "prio", "ticket priority", "priority level", "priority name", "severity", "seriousness", "Priorität", "Priorité", "Prioridad", "Prioridade", "Priorità", "Prioriteit", "Priorytet"},
		"impact":        {"impact", "impact level", "business impact", "Auswirkung", "Impacto"},
		"urgency":       {"urgency", "Dringlichkeit", "Urgence", "Urgencia", "Urgência", "Urgentie"},
		"state":         {"state", "status", "ticket status", "ticket state", "current status", "incident state", "request status", "status name", "stage", "Zustand", "Statut", "État", "Estado", "Stato", "Situação"},
		"channel":       {"channel", "ticket channel", "contact type", "contact method", "source", "ticket source", "reported source", "via", "mode", "origin", "intake channel", "contact channel", "Kanal", "Eingangskanal", "Canal", "Origine", "Soort binnenkomst"},
		"reassignments": {"reassignments", "reassignment count", "reassign count", "number of reassignments", "team changes", "group changes", "number of transfers", "reassigned count", "no of reassignments", "times reassigned", "transfers"},
		"reopens":       {"reopens", "reopen count", "reopened", "reopened count", "times reopened", "number of reopens", "is reopened"},
		"resolution_code": {
			"resolution code", "close code", "closed code", "closure code", "closure category", "resolution category", "resolution type", "cause code", "root cause code", "resolution status code",
		},
		"resolution": {"resolution", "resolution notes", "resolution note", "resolution description", "close notes", "closing notes", "closure notes", "solution", "fix", "workaround", "resolution summary", "resolution comments", "answer", "Lösung", "Solución", "Solução", "Soluzione", "Oplossing"},
		"problem":    {"problem id", "problem record", "related problem", "problem number", "linked problem"},
		"change":     {"change", "change id", "caused by", "caused by change", "related change", "change number", "rfc"},
		"parent":     {"parent", "parent id", "parent ticket", "parent ticket id", "parent incident", "parent case", "master ticket"},
	},
}
