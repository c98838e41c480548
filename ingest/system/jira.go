package system

import "regexp"

// jira reads Jira and Jira Service Management, Cloud and Data Center,
// with the headers of the exporting user's language: English, German, French,
// Spanish, Portuguese, Polish, Italian and Dutch.
var jira = System{
	Key:  "jira",
	Name: "Jira",
	Strong: []string{
		"Issue key", "Issue id", "Project key", "Status Category Changed",
		"Clave de incidencia", "ID de la incidencia", "Tipo de Incidencia", "Clave del proyecto", "Categoría de estado",
		"Vorgangsschlüssel", "Vorgangs-ID", "Vorgangstyp", "Projektschlüssel", "Statuskategorie",
		"Clé de ticket", "Clé du ticket", "Identifiant de ticket", "Type de ticket", "Clé de projet", "Catégorie de statut",
		"Chave da item", "Chave do item", "Chave da ocorrência", "Tipo de item", "Chave do projeto", "Categoria do status",
		"Klucz zgłoszenia", "Id. zgłoszenia", "Typ zgłoszenia", "Klucz projektu",
		"Chiave segnalazione", "Tipo di segnalazione", "Issuesleutel",
	},
	Weak: []string{
		"Summary", "Reporter", "Issue Type", "Watchers", "Resumen", "Informador", "Zusammenfassung", "Résumé", "Rapporteur",
		"Resumo", "Relator", "Podsumowanie", "Osoba zgłaszająca", "Component/s", "Fix Version/s", "cf Request Type",
	},
	IDShape: regexp.MustCompile(`^[A-Z][A-Z0-9_]+-[0-9]+$`),
	Columns: Aliases{
		"id": {
			"Issue key", "Key", "Clave de incidencia", "Clave", "Vorgangsschlüssel", "Schlüssel", "Clé de ticket", "Clé du ticket", "Clé",
			"Chave da item", "Chave do item", "Chave da ocorrência", "Chave", "Klucz zgłoszenia", "Klucz", "Chiave segnalazione", "Chiave", "Issuesleutel", "Sleutel",
		},
		"opened":   {"Created", "Creada", "Creado", "Erstellt", "Création", "Créée", "Créé", "Criado", "Criada", "Criado(a)", "Utworzono", "Data creazione", "Creato", "Aangemaakt"},
		"resolved": {"Resolved", "Resuelta", "Resuelto", "Erledigt", "Gelöst", "Résolue", "Résolu", "Resolvido", "Resolvida", "Resolvido(a)", "Rozwiązane", "Rozwiązano", "Risolto", "Opgelost"},
		"updated":  {"Updated", "Actualizada", "Actualizado", "Aktualisiert", "Mise à jour", "Mis à jour", "Atualizado", "Atualizada", "Atualizado(a)", "Zaktualizowano", "Aggiornato", "Bijgewerkt"},
		"subject":  {"Summary", "Resumen", "Zusammenfassung", "Résumé", "Resumo", "Podsumowanie", "Riepilogo", "Samenvatting"},
		"description": {
			"Description", "Descripción", "Beschreibung", "Descrição", "Opis", "Descrizione", "Beschrijving",
		},
		"requester": {
			"Reporter", "Informador", "Autor", "Rapporteur", "Relator", "Osoba zgłaszająca", "Segnalante", "Melder",
			"Creator", "Creador", "Ersteller", "Créateur", "Criador",
		},
		"department": {"cf Department", "cf Departamento", "cf Abteilung", "cf Département", "cf Dział", "cf Business unit", "Department"},
		"company":    {"cf Organizations", "Organizations", "cf Organisations", "Organisationen", "Organizaciones", "Organisations", "Organizações", "Organizacje"},
		"category": {
			"cf Operational categorization", "Component/s", "Components", "cf Category", "cf Request Type", "Request Type",
			"Componentes", "Componente/s", "Komponenten", "Komponente/n", "Composants", "Komponenty",
			"Issue Type", "Tipo de Incidencia", "Vorgangstyp", "Type de ticket", "Tipo de item", "Tipo da item", "Typ zgłoszenia", "Tipo di segnalazione", "Issuetype",
		},
		"subcategory":        {"cf Product categorization", "cf Subcategory"},
		"service":            {"cf Affected services", "cf Service", "cf Services"},
		"configuration_item": {"cf Affected hardware", "cf Assets", "cf Asset"},
		"location":           {"cf Location", "cf Site", "cf Office"},
		"assignment_group":   {"cf Team", "cf Assignee group", "cf Assigned group", "cf Support group"},
		"assignee":           {"Assignee", "Persona asignada", "Responsable", "Bearbeiter", "Zugewiesene Person", "Personne assignée", "Responsável", "Osoba przypisana", "Assegnatario"},
		"priority":           {"Priority", "Prioridad", "Priorität", "Priorité", "Prioridade", "Priorytet", "Priorità", "Prioriteit"},
		"impact":             {"cf Impact"},
		"urgency":            {"cf Urgency"},
		"state":              {"Status", "Estado", "État", "Statut", "Stato"},
		"channel":            {"cf Source", "cf Request channel type", "cf Channel"},
		"resolution_code":    {"Resolution", "Resolución", "Lösung", "Résolution", "Resolução", "Rozwiązanie", "Risoluzione", "Oplossing"},
		"resolution":         {"cf Root cause", "cf Workaround", "last:Comment", "last:Comentario", "last:Kommentar", "last:Commentaire", "last:Comentário", "last:Komentarz"},
		"problem":            {"Inward issue link (Problem/Incident)"},
		"change":             {"Inward issue link (Causes)"},
		"parent":             {"Parent key", "Parent", "Parent id", "Clave principal", "Principal"},
	},
	Missing: []string{"{}", "ApprovalsCFValue{approvals=[]}"},
}
