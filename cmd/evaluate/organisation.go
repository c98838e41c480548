package main

import (
	"slices"

	"ticketpatterns/analyzer/owner"
)

// The organisation that the planted families come from: a company with a
// clinic, a laboratory, a warehouse and a contact centre. Its owner map is
// written as such a company would write config.yaml, once, before any family is
// measured: the built-in functions under the names of its teams, and one function
// for each group of applications on its list, recognised by their names, by the
// matter they deal with, and by the categories of its desk. Most of these
// applications occur in no family. It must not be fitted to families: no name
// that only their authors give a thing, and none of their faults.

// organisationTeams says which of the built-in functions each team owns.
var organisationTeams = []struct {
	team      string
	functions []string
}{
	{"Service Desk", []string{"User support"}},
	{"Workplace and Office", []string{"Endpoint and device management", "Printing"}},
	{"Collaboration", []string{"Meeting rooms"}},
	{"Network", []string{"Networking"}},
	{"Voice Services", []string{"Telephony"}},
	{"Servers and Storage", []string{"Servers and operating systems", "Storage", "Backup and recovery"}},
	{"Database Administration", []string{"Databases"}},
	{"Identity and Access", []string{"Identity and access"}},
	{"Security", []string{"Security"}},
	{"Cloud", []string{"Cloud platform Azure", "Cloud platform AWS", "Cloud platform Google"}},
	{"Physical Security", []string{"Building technology"}},
	{"Application Support", []string{"Business applications"}},
	{"Development", []string{"Software development", "DevOps and deployment"}},
	{"Training", []string{"End-user training and adoption"}},
	{"IT Management", []string{"Data governance", "Vendor and licence management", "Procurement", "Projects", "Documentation and compliance", "Strategy"}},
	{"ERP Competence Centre", nil}, {"HR Systems", nil}, {"Clinical Applications", nil}, {"Laboratory Systems", nil},
	{"Procurement Systems", nil}, {"Warehouse Systems", nil}, {"Web Platform", nil},
}

// organisationFunctions are its own functions. The first two take the place of
// the built-in one for mail and collaboration, which two teams share here.
var organisationFunctions = []owner.Function{
	{
		Name: "Mail and Office programs", Team: "Workplace and Office",
		Categories: []string{"email", "e-mail", "mail", "outlook", "office", "office 365"}, BroadCategories: []string{"software"},
		Terms: []string{"outlook", "mailbox", "email", "emails", "e-mail", "mail client", "mails", "calendar", "office", "excel", "word", "powerpoint",
			"acrobat", "adobe", "adobe reader", "pdf", "pdfs", "postfach", "kalender"},
		CauseTerms: []string{"outlook profile", "outlook add in", "ost file", "mailbox full"},
	},
	{
		Name: "Collaboration", Team: "Collaboration",
		Categories: []string{"collaboration", "teams", "sharepoint", "onedrive", "messaging"},
		Terms:      []string{"teams", "ms teams", "sharepoint", "onedrive", "zoom", "webex", "online meeting", "teams meeting", "video call", "screen sharing", "whiteboard"},
		CauseTerms: []string{"teams cache", "sharing policy", "sync client"},
	},
	{
		Name: "ERP", Team: "ERP Competence Centre",
		Categories: []string{"erp", "sap", "finance"}, Services: []string{"sap", "erp"},
		Terms:      []string{"sap", "sap gui", "erp", "s 4hana", "fiori", "goods receipt", "posting period", "cost centre", "general ledger", "transaction code"},
		CauseTerms: []string{"abap", "sap transport", "customizing", "idoc"},
	},
	{
		Name: "HR systems", Team: "HR Systems",
		Categories: []string{"hr support", "human resources", "hr", "payroll"}, Services: []string{"hr", "payroll", "time tracking"},
		Terms: []string{"kronos", "workday", "successfactors", "time clock", "time sheet", "timesheet", "timecard", "payslip", "payroll",
			"leave request", "vacation request", "zeiterfassung", "stempeluhr", "gehaltsabrechnung"},
		CauseTerms: []string{"payroll run", "time account"},
	},
	{
		Name: "Clinical applications", Team: "Clinical Applications",
		Categories: []string{"clinical", "clinical application", "health medical services"}, Services: []string{"ehr", "epic", "pacs"},
		Terms:      []string{"epic", "cerner", "ehr", "emr", "patient chart", "patient record", "patient", "patients", "pacs", "radiology", "medication", "ward round", "patientenakte"},
		CauseTerms: []string{"hl7", "dicom"},
	},
	{
		Name: "Laboratory systems", Team: "Laboratory Systems",
		Categories: []string{"laboratory", "lab"}, Services: []string{"lims"},
		Terms:      []string{"lims", "laboratory", "lab results", "sample results", "chromatography", "analyser", "spectrometer", "labor"},
		CauseTerms: []string{"lims interface", "instrument interface"},
	},
	{
		Name: "Procurement systems", Team: "Procurement Systems",
		Categories: []string{"purchase", "purchasing", "procurement"}, Services: []string{"coupa", "ariba"},
		Terms: []string{"coupa", "ariba", "requisition", "requisitions", "purchase order", "purchase orders", "supplier catalogue", "bestellanforderung", "bestellung"},
	},
	{
		Name: "Warehouse systems", Team: "Warehouse Systems",
		Categories: []string{"warehouse", "logistics"}, Services: []string{"wms", "warehouse"},
		Terms:      []string{"warehouse", "wms", "handheld", "handhelds", "barcode scanner", "picking", "putaway", "pallet", "lager"},
		CauseTerms: []string{"wms interface"},
	},
	{
		Name: "Web platform and certificates", Team: "Web Platform",
		Categories: []string{"web", "website", "intranet"}, Services: []string{"intranet", "customer portal"},
		Terms:      []string{"intranet", "website", "web page", "portal page", "certificate", "certificates", "https", "ssl", "zertifikat*"},
		CauseTerms: []string{"certificate expired", "expired certificate", "certificate renewed", "load balancer", "reverse proxy", "ssl certificate"},
	},
}

// organisationCategories are what the desk's categories of the backgrounds mean
// where the built-in functions do not know them.
var organisationCategories = map[string][]string{
	"Endpoint and device management": {"administrative rights", "hardware support"},
	"User support":                   {"miscellaneous", "technical support", "it support", "customer service", "general inquiry"},
	"Projects":                       {"internal project"},
	"Networking":                     {"network infrastructure"},
	"Security":                       {"security operations"},
	"Servers and operating systems":  {"service outages and maintenance"},
	"Software development":           {"platform", "jdt", "pde", "cdt", "egit", "equinox"},
	"DevOps and deployment":          {"release management"},
	"Documentation and compliance":   {"legal compliance requests"},
}

// organisationOwners says which of its teams is right where a family names the
// owner of its root cause. A family that names two is right with either.
var organisationOwners = map[string][]string{
	"Workplace / Office team":     {"Workplace and Office"},
	"Workplace / collaboration":   {"Collaboration"},
	"SAP / ERP competence centre": {"ERP Competence Centre"},
	"HR systems":                  {"HR Systems"},
	"Clinical applications":       {"Clinical Applications"},
	"Physical security systems":   {"Physical Security"},
	"Identity and access":         {"Identity and Access"},
	"Procurement systems":         {"Procurement Systems"},
	"Network":                     {"Network"},
	"Voice services":              {"Voice Services"},
	"DBA / laboratory systems":    {"Database Administration", "Laboratory Systems"},
	"Warehouse systems / network": {"Warehouse Systems", "Network"},
	"Web platform / PKI":          {"Web Platform"},
}

// replacedFunction is the built-in one that the organisation has split.
const replacedFunction = "Email and collaboration"

// organisationMap returns the owner map of the organisation.
func organisationMap() owner.Map {
	m := owner.DefaultMap()
	m.Teams = nil
	for _, t := range organisationTeams {
		m.Teams = append(m.Teams, owner.Team{Name: t.team, Contact: "owner@example.com", Size: 4})
	}
	functions := slices.Clone(organisationFunctions)
	for _, f := range m.Functions {
		if f.Name == replacedFunction {
			continue
		}
		f.Team = ""
		for _, t := range organisationTeams {
			if slices.Contains(t.functions, f.Name) {
				f.Team = t.team
			}
		}
		f.Categories = slices.Concat(f.Categories, organisationCategories[f.Name])
		f.Carries = slices.DeleteFunc(slices.Clone(f.Carries), func(name string) bool { return name == replacedFunction })
		functions = append(functions, f)
	}
	m.Functions = functions
	return m
}
