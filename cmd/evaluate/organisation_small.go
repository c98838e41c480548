package main

import (
	"slices"

	"ticketpatterns/analyzer/owner"
)

// A second organisation with the same matters and seven teams, whose map says
// little: the built-in functions, and its applications by their names only. What
// stands above organisationTeams holds for it too.

var smallTeams = []struct {
	team      string
	functions []string
}{
	{"First Line", []string{"User support", "End-user training and adoption"}},
	{"Client Services", []string{"Endpoint and device management", "Printing", "Email and collaboration", "Meeting rooms"}},
	{"Infrastructure", []string{"Networking", "Telephony", "Servers and operating systems", "Databases", "Storage", "Backup and recovery",
		"Cloud platform Azure", "Cloud platform AWS", "Cloud platform Google"}},
	{"Security and Identity", []string{"Identity and access", "Security"}},
	{"Application Management", []string{"Business applications", "Software development", "DevOps and deployment"}},
	{"Clinic Systems", nil},
	{"Facility Management", []string{"Building technology"}},
	{"Head of IT", []string{"Data governance", "Vendor and licence management", "Procurement", "Projects", "Documentation and compliance", "Strategy"}},
}

// smallFunctions are its own functions.
var smallFunctions = []owner.Function{
	{Name: "Medical applications", Team: "Clinic Systems", Terms: []string{"epic", "cerner", "pacs", "lims", "medico"}, Services: []string{"epic", "pacs", "lims"}},
	{Name: "ERP and warehouse", Team: "Application Management", Terms: []string{"sap", "coupa", "wms", "kronos", "workday"}, Services: []string{"sap", "coupa", "wms", "kronos"}},
	{Name: "Web sites", Team: "Application Management", Terms: []string{"intranet", "web shop", "certificate"}, Categories: []string{"web"}},
}

// smallOwners are its teams by the owner that a family names.
var smallOwners = map[string][]string{
	"Workplace / Office team":     {"Client Services"},
	"Workplace / collaboration":   {"Client Services"},
	"SAP / ERP competence centre": {"Application Management"},
	"HR systems":                  {"Application Management"},
	"Clinical applications":       {"Clinic Systems"},
	"Physical security systems":   {"Facility Management"},
	"Identity and access":         {"Security and Identity"},
	"Procurement systems":         {"Application Management"},
	"Network":                     {"Infrastructure"},
	"Voice services":              {"Infrastructure"},
	"DBA / laboratory systems":    {"Infrastructure", "Clinic Systems"},
	"Warehouse systems / network": {"Application Management", "Infrastructure"},
	"Web platform / PKI":          {"Application Management"},
}

// smallMap returns the owner map of the second organisation.
func smallMap() owner.Map {
	m := owner.DefaultMap()
	m.Teams = nil
	for _, t := range smallTeams {
		m.Teams = append(m.Teams, owner.Team{Name: t.team, Contact: "owner@example.com", Size: 3})
	}
	for i := range m.Functions {
		m.Functions[i].Team = ""
		for _, t := range smallTeams {
			if slices.Contains(t.functions, m.Functions[i].Name) {
				m.Functions[i].Team = t.team
			}
		}
	}
	m.Functions = append(slices.Clone(smallFunctions), m.Functions...)
	return m
}

// organisation is one whose map and right answers are known.
type organisation struct {
	name  string
	m     owner.Map
	right map[string][]string // teams by the owner that a family names
}

func organisations() []organisation {
	return []organisation{{"22 teams", organisationMap(), organisationOwners}, {"8 teams", smallMap(), smallOwners}}
}

// ofFunction returns the teams that own a built-in function, or those that share
// what the organisation has split.
func (o organisation) ofFunction(name string) []string {
	if o.name == "22 teams" && name == replacedFunction {
		return []string{"Workplace and Office", "Collaboration"}
	}
	for _, f := range o.m.Functions {
		if f.Name == name {
			return []string{f.Team}
		}
	}
	return nil
}
