package owner

// applicationFunctions are what the organisation works with, and how it changes.
func applicationFunctions() []Function {
	return []Function{
		{
			Name:         "Business applications",
			DecidesAlone: "settings, roles and master data of an application after its deployment",
			NeedsOthers:  "code (Software development), releases (DevOps and deployment), queries and indexes (Databases)",
			Categories:   []string{"business application", "business applications", "erp", "sap", "crm"},
			BroadCategories: []string{"application", "applications", "software", "anwendung", "anwendungen", "applicatif", "logiciel", "aplicacion", "aplicaciones",
				"aplicativo", "aplicacao", "sistema"},
			Services:           []string{"erp", "sap", "crm", "salesforce", "payroll", "finance", "hr", "warehouse", "time tracking"},
			ConfigurationItems: []string{"sap", "erp", "crm"},
			Groups:             []string{"application support", "applications", "sap", "erp", "crm"},
			Terms: []string{"sap", "erp", "crm", "salesforce", "application", "app crashes", "anwendung*", "application plante", "aplicacion", "aplicacao", "invoice", "rechnung*",
				"posting", "timesheet", "purchase order", "report is empty"},
			CauseTerms: []string{"master data", "customizing", "application settings", "application configuration", "interface job", "batch job", "workflow stuck", "client version",
				"application restarted", "add on", "stammdaten"},
		},
		{
			Name:         "Software development",
			DecidesAlone: "how code is written and mended",
			NeedsOthers:  "when it goes live (DevOps and deployment), what it should do (owner of the application)",
			Categories:   []string{"bug", "defect", "custom software", "in house software", "development", "eigenentwicklung", "developpement", "desarrollo", "desenvolvimento"},
			Services:     []string{"intranet", "customer portal", "web shop"},
			Groups:       []string{"development", "developers", "software engineering", "entwicklung", "desarrollo"},
			Terms:        []string{"bug", "stack trace", "null pointer", "exception", "javascript error", "internal server error", "error 500", "http 500"},
			CauseTerms:   []string{"code fix", "fixed in code", "bug fix", "bugfix", "software bug", "known bug", "memory leak", "regression", "null pointer", "race condition", "defect raised"},
		},
		{
			Name:         "DevOps and deployment",
			DecidesAlone: "how and when releases are rolled out and rolled back",
			NeedsOthers:  "what is in a release (Software development, owner of the application)",
			Categories:   []string{"deployment", "release", "software distribution", "softwareverteilung", "deploiement", "despliegue", "implantacao"},
			Services:     []string{"software distribution", "deployment"},
			Groups:       []string{"devops", "deployment", "release management", "software distribution"},
			Terms: []string{"since the update", "after the update", "since the release", "after the release", "new version", "seit dem update", "nach dem update", "depuis la mise a jour",
				"desde la actualizacion", "tras la actualizacion", "desde a atualizacao"},
			CauseTerms: []string{"rolled back", "rollback", "deployment", "deployed", "release pipeline", "faulty package", "package redeployed", "feature flag", "failed release", "update withdrawn"},
		},
	}
}

// governanceFunctions are decided rather than operated. They are recognised by
// few words, as few tickets are theirs.
func governanceFunctions() []Function {
	return []Function{
		{
			Name:         "Data governance",
			DecidesAlone: "who owns which data, how long they are kept",
			NeedsOthers:  "personal data (data protection officer)",
			Categories:   []string{"data quality", "data governance", "data protection", "gdpr", "datenschutz"},
			Terms:        []string{"personal data", "data protection", "gdpr", "dsgvo", "rgpd", "duplicate records", "wrong data"},
			CauseTerms:   []string{"data cleanup", "duplicate record", "data owner", "retention", "data quality"},
		},
		{
			Name:         "Vendor and licence management",
			DecidesAlone: "licence counts, renewals and complaints to suppliers",
			NeedsOthers:  "new contracts (Procurement)",
			Categories:   []string{"licence", "license", "licensing", "licenses", "vendor", "lizenz*", "licencia", "licencias", "licenca"},
			Terms:        []string{"licence", "license", "licence expired", "license expired", "lizenz*", "licencia", "licenca", "no license"},
			CauseTerms: []string{"licence assigned", "license assigned", "license expired", "licence expired", "no free licence", "no free license", "vendor outage", "provider outage",
				"vendor ticket", "vendor case", "supplier", "lizenz zugewiesen"},
		},
		{
			Name:         "Procurement",
			DecidesAlone: "orders within the catalogue",
			NeedsOthers:  "anything outside the catalogue (Strategy)",
			Categories:   []string{"procurement", "purchase", "purchasing", "purchase order", "hardware request", "beschaffung", "bestellung", "achat", "compra", "compras"},
			Groups:       []string{"procurement", "purchasing"},
			Terms:        []string{"order a new", "new laptop for", "bestellen", "commander", "solicitud de compra"},
			CauseTerms:   []string{"ordered", "out of stock", "delivery delayed", "bestellt"},
		},
		{
			Name:         "Projects",
			DecidesAlone: "plans and dates of projects",
			NeedsOthers:  "the hand-over to operation (owner of the application)",
			Categories:   []string{"project", "projects", "migration", "projekt", "projet", "proyecto", "projeto"},
			Terms:        []string{"since the migration", "after the migration", "nach der migration", "depuis la migration", "desde la migracion", "go live"},
			CauseTerms:   []string{"migration wave", "not migrated", "migration project", "project team", "cutover"},
		},
		{
			Name:         "Documentation and compliance",
			DecidesAlone: "which guides exist and who reviews them; answers to audits",
			NeedsOthers:  "the content (owner of the function)",
			Categories:   []string{"documentation", "compliance", "audit", "dokumentation", "documentacion", "documentacao"},
			Terms:        []string{"instructions are wrong", "guide is outdated", "link in the guide", "audit evidence", "anleitung falsch"},
			CauseTerms:   []string{"guide outdated", "article outdated", "documentation updated", "updated the guide", "wrong instructions"},
		},
		{
			Name:         "Strategy",
			DecidesAlone: "which services IT offers, and which it ends",
			NeedsOthers:  "the budget (board)",
			Categories:   []string{"new service", "service request catalogue", "demand"},
			Terms:        []string{"not offered", "can we get", "is it allowed to use"},
			CauseTerms:   []string{"not an approved tool", "not supported by it", "unapproved software", "no such service", "shadow it"},
		},
	}
}
