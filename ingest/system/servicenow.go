package system

import "regexp"

// serviceNow reads incident lists with field names (native CSV) or
// labels (XLSX saved as CSV) in English, German, French, Spanish and Portuguese,
// and audit logs with one row for each update.
var serviceNow = System{
	Key:  "servicenow",
	Name: "ServiceNow",
	Strong: []string{
		"short_description", "caller_id", "sys_updated_on", "sys_created_on", "sys_updated_at",
		"cmdb_ci", "incident_state", "sys_mod_count", "u_affected_user",
		"Zuweisungsgruppe", "Groupe d'affectation", "Grupo de asignación", "Grupo de atribuição", "Breve descripción", "Descrição resumida", "Brève description", "Description brève",
	},
	Weak: []string{"number", "opened_at", "assignment_group", "assigned_to", "close_code", "close_notes", "contact_type", "business_service", "caller", "configuration item", "opened",
		"Kurzbeschreibung", "Anrufer", "Zugewiesen an", "Konfigurationselement", "Geöffnet", "Appelant", "Affecté à", "Élément de configuration", "Ouvert",
		"Elemento de configuración", "Asignado a", "Abierto", "Atribuição a", "Atribuído a", "Aberto(a)", "Aberto", "Item de configuração", "IC afetado"},
	IDShape: regexp.MustCompile(`^(INC|RITM|REQ|SCTASK|TASK|CS|PRB)[0-9a-z]{5,}$`),
	Columns: Aliases{
		"id":                 {"number", "task_effective_number", "Nummer", "Numéro", "Número"},
		"opened":             {"opened_at", "Opened", "Geöffnet", "Ouvert", "Abierto", "Aberto(a)", "Aberto", "sys_created_on", "sys_created_at", "Created", "Erstellt", "Créé", "Creado", "Criado"},
		"resolved":           {"resolved_at", "Resolved", "Gelöst", "Résolu", "Resuelto", "Resolvido", "Resolvido(a)"},
		"closed":             {"closed_at", "Closed", "Geschlossen", "Fermé", "Clôturé", "Cerrado", "Fechado", "Fechado(a)", "Encerrado"},
		"updated":            {"sys_updated_on", "sys_updated_at", "Updated", "Aktualisiert", "Mis à jour", "Actualizado", "Atualizado", "Atualizado em"},
		"subject":            {"short_description", "Kurzbeschreibung", "Brève description", "Description brève", "Breve descripción", "Descripción breve", "Descrição resumida", "Descrição curta"},
		"description":        {"description", "Beschreibung", "Descripción", "Descrição"},
		"requester":          {"caller_id", "Caller", "u_affected_user", "requested_for", "Anrufer", "Melder", "Appelant", "Persona que llama", "Solicitante", "Chamador"},
		"department":         {"caller_id.department", "caller_id.department.name", "Caller Department", "u_department", "Department", "caller_id.u_department"},
		"category":           {"category", "Kategorie", "Catégorie", "Categoría", "Categoria"},
		"subcategory":        {"subcategory", "Unterkategorie", "Sous-catégorie", "Subcategoría", "Subcategoria"},
		"service":            {"business_service", "Service", "Servicio", "Serviço", "service_offering", "Impacted Service", "Impacted Service Offering"},
		"configuration_item": {"cmdb_ci", "Configuration item", "Konfigurationselement", "Élément de configuration", "Elemento de configuración", "CI impactado", "Item de configuração", "IC afetado", "Impacted Configuration Item"},
		"company":            {"company", "caller_id.company", "caller_id.company.name"},
		"location":           {"location", "Standort", "Emplacement", "Ubicación", "Localização", "caller_id.location", "caller_id.location.name"},
		"assignment_group":   {"assignment_group", "Zuweisungsgruppe", "Groupe d'affectation", "Grupo de asignación", "Grupo de atribuição"},
		"assignee":           {"assigned_to", "Zugewiesen an", "Affecté à", "Asignado a", "Atribuição a", "Atribuído a"},
		"priority":           {"priority", "Priorität", "Priorité", "Prioridad", "Prioridade"},
		"impact":             {"impact"},
		"urgency":            {"urgency"},
		"state":              {"state", "incident_state", "Status", "Zustand", "État", "Estado"},
		"channel":            {"contact_type", "Channel"},
		"reassignments":      {"reassignment_count"},
		"reopens":            {"reopen_count"},
		"resolution_code":    {"close_code", "closed_code", "Resolution code", "Resolution category"},
		"resolution":         {"close_notes", "Resolution notes"},
		"problem":            {"problem_id", "Problem"},
		"change":             {"caused_by", "Caused by Change", "rfc", "Change Request"},
		"parent":             {"parent_incident", "parent"},
		"sla_met":            {"made_sla"},
	},
	Sequence: []string{"sys_mod_count", "Updates"},
	Missing:  []string{"UNKNOWN"},
}
