package system

// glpi reads GLPI's list export with the headers of the user's
// language: English, French, Spanish, Portuguese and German.
var glpi = System{
	Key:  "glpi",
	Name: "GLPI",
	Strong: []string{
		"Requester - Requester", "Demandeur - Demandeur", "Solicitante - Solicitante", "Requerente - Requerente", "Anforderer - Anforderer",
		"Assigned To - Technician", "Attribué à - Technicien", "Asignada a - Técnico", "Asignado a: - Técnico", "Atribuído - Técnico", "Zugewiesen an - Techniker",
		"Tiempo para resolver", "Tempo para solução + Progresso", "TTR",
	},
	Weak: []string{
		"Titre", "Título", "Title", "Statut", "Entidad", "Entidade", "Entité", "Entity", "Date d'ouverture", "Fecha de apertura", "Data de abertura",
		"Opening Date", "Dernière modification", "Última actualización", "Última atualização", "Eröffnungsdatum", "Catégorie", "Categoría",
	},
	Columns: Aliases{
		"id":          {"ID"},
		"opened":      {"Opening Date", "Date d'ouverture", "Fecha de apertura", "Data de abertura", "Eröffnungsdatum", "Datum der Eröffnung"},
		"resolved":    {"Resolution Date", "Date de résolution", "Date de la solution", "Fecha de resolución", "Fecha de solución", "Data da solução", "Data de solução", "Lösungsdatum"},
		"closed":      {"Closing Date", "Date de clôture", "Fecha de cierre", "Data de fechamento", "Abschlussdatum"},
		"updated":     {"Last update", "Dernière modification", "Última actualización", "Última atualização", "Letzte Änderung", "Letzte Aktualisierung"},
		"subject":     {"Title", "Titre", "Título", "Titel"},
		"description": {"Description", "Descripción", "Descrição", "Beschreibung"},
		"requester":   {"Requester - Requester", "Requester", "Demandeur - Demandeur", "Demandeur", "Solicitante - Solicitante", "Solicitante", "Requerente - Requerente", "Requerente", "Anforderer - Anforderer", "Anforderer"},
		"department": {
			"Plug-ins - Departamento - Departamento", "Plugins - Department - Department", "*Departamento", "*Department", "*Département", "*Abteilung",
			"Requester - Requester Group", "Demandeur - Groupe demandeur", "Solicitante - Grupo solicitante", "Requerente - Grupo requerente",
			"Plugins - Info Adicional - Centro de Custo", "*Centro de Custo",
			"Entity", "Entité", "Entidad", "Entidade", "Entität",
		},
		"category":           {"Category", "Catégorie", "Categoría", "Categoria", "Kategorie"},
		"subcategory":        {"Type", "Tipo", "Typ"},
		"service":            {"Associated element - Service", "Applications"},
		"configuration_item": {"Associated elements", "Éléments associés", "Elementos asociados", "Itens associados"},
		"location":           {"Location", "Lieu", "Localización", "Localização", "Standort"},
		"assignment_group": {
			"Assigned To - Technician Group", "Attribué à - Groupe de techniciens", "Attribué à - Groupe technicien",
			"Asignada a - Grupo de técnicos", "Asignado a: - Grupo de técnicos", "Atribuído - Grupo técnico", "Zugewiesen an - Technikergruppe",
		},
		"assignee":      {"Assigned To - Technician", "Attribué à - Technicien", "Asignada a - Técnico", "Asignado a: - Técnico", "Atribuído - Técnico", "Zugewiesen an - Techniker"},
		"priority":      {"Priority", "Priorité", "Prioridad", "Prioridade", "Priorität"},
		"impact":        {"Impact", "Impacto", "Auswirkung"},
		"urgency":       {"Urgency", "Urgence", "Urgencia", "Urgência", "Dringlichkeit"},
		"state":         {"Status", "Statut", "Estado"},
		"channel":       {"Request source", "Source de la demande", "Fuente solicitante", "Origem da requisição", "Anfragequelle"},
		"resolution":    {"Solution - Solution", "Solução - Solução", "Solución - Solución"},
		"problem":       {"Problems - Number"},
		"reassignments": {},
	},
}
