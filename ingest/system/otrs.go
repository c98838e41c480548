package system

// otrs reads the ticket search of Znuny and OTRS, with English or German
// headers. The customer is a firm, the owner an agent.
var otrs = System{
	Key:  "otrs",
	Name: "Znuny / OTRS",
	Strong: []string{
		"FirstLock", "FirstResponseInMin", "SolutionInMin", "SolutionDiffInMin", "ArticleTree", "AccountedTime", "CustomerID",
		"Customer Realname", "Kundennummer", "DynamicField_*",
		"EscalationDestinationIn", "EscalationDestinationTime", "FirstResponseTimeEscalation", "FirstResponseTimeWorkingTime", "SolutionTimeEscalation", "UpdateTimeEscalation", "EscalationResponseTime", "EscalationSolutionTime", "RealTillTimeNotUsed", "UntilTime",
	},
	Weak: []string{"Ticketnummer",
		"Ticket Number", "TicketNumber", "Age", "Queue", "Lock", "Owner", "CustomerUserID", "Created", "Closed", "Alter",
		"Erstellt", "Geschlossen", "Besitzer", "Sperre", "Responsible",
	},
	Columns: Aliases{
		"id":               {"TicketNumber", "Ticket#", "Ticketnummer"},
		"opened":           {"Created", "Erstellt", "Criado", "Creado", "Créé", "Creato", "Utworzono", "Aangemaakt", "Создано", "Vytvořeno", "Létrehozva"},
		"closed":           {"Closed", "Geschlossen", "Hora de Fechamento", "Fechado", "Cerrado", "Fermé", "Chiuso", "Zamknięto", "Gesloten", "Закрыто", "Uzavřeno", "Lezárva"},
		"updated":          {"Changed", "Geändert", "Última Alteração", "Alterado", "Modificado", "Modifié", "Modificato", "Zmieniono", "Gewijzigd", "Изменено"},
		"subject":          {"Subject", "Title", "Betreff", "Titel", "Título", "Asunto", "Assunto", "Titre", "Sujet", "Titolo", "Oggetto", "Tytuł", "Temat", "Onderwerp", "Заголовок", "Тема"},
		"description":      {"ArticleTree"},
		"requester":        {"CustomerName", "Customer Realname", "CustomerUserID", "From", "Von", "Kundenbenutzer", "Usuário Cliente", "Usuário do Cliente", "Nome do Cliente", "Usuario cliente", "Nombre del cliente", "Utilisateur client", "Utente cliente", "Klantgebruiker", "Użytkownik klienta"},
		"department":       {"DynamicField_Department", "DynamicField_Abteilung"},
		"category":         {"Type", "Typ"},
		"service":          {"Service", "Serviço", "Servicio", "Servizio", "Usługa", "Dienst", "Сервис"},
		"company":          {"CustomerID", "Kundennummer", "ID do Cliente", "ID del cliente", "ID client", "Identifiant client", "ID cliente", "Klant-ID", "ID klienta"},
		"assignment_group": {"Queue", "Fila", "Cola", "File d'attente", "File", "Coda", "Kolejka", "Wachtrij", "Очередь", "Fronta", "Várólista"},
		"assignee":         {"Owner", "Besitzer", "Atendente/Proprietário", "Proprietário", "Propietario", "Propriétaire", "Proprietario", "Właściciel", "Eigenaar", "Владелец", "Vlastník", "Responsible", "Verantwortlicher"},
		"priority":         {"Priority", "Priorität", "Prioridade", "Prioridad", "Priorité", "Priorità", "Priorytet", "Prioriteit", "Приоритет"},
		"state":            {"State", "Status", "Estado", "État", "Stato", "Stan", "Состояние"},
	},
	Missing: []string{"##No Data##"},
}
