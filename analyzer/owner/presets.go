package owner

import (
	"slices"

	"ticketpatterns/analyzer/result"
)

// DefaultPreset is the preset of a configuration that names none.
const DefaultPreset = "middle"

// preset is a built-in organisation: its teams and the functions that each of them
// owns. Functions are recognised alike in all presets.
type preset struct {
	name               string
	functionsPerPerson float64
	patternsPerPerson  float64
	teams              []Team
	owns               map[string][]string // team -> functions; what nobody owns is a gap
}

// The built-in organisations. Building technology has no owner in any of them, and
// meeting rooms only in the large one: they lie between IT and building services and
// usually belong to nobody. A map without gaps would also hide that the report lists
// gaps.
var presets = []preset{smallSite, middleSite, largeSite}

// smallSite is a team of one to three people who do everything that is not
// outsourced.
var smallSite = preset{
	name: "small", functionsPerPerson: 8, patternsPerPerson: 3,
	teams: []Team{
		{Name: "IT", Contact: "it@example.com", Size: 2},
		{Name: "Service Provider", Contact: "support@provider.example.com"},
		{Name: "Application Vendors", Contact: "support@vendor.example.com"},
		{Name: "Management", Contact: "management@example.com", Size: 1},
	},
	owns: map[string][]string{
		"IT": {"User support", "Endpoint and device management", "Printing", "Identity and access", "Email and collaboration",
			"End-user training and adoption", "Storage", "Documentation and compliance", "Vendor and licence management"},
		"Service Provider": {"Networking", "Telephony", "Servers and operating systems", "Databases", "Backup and recovery",
			"Cloud platform Azure", "Cloud platform AWS", "Cloud platform Google", "Security"},
		"Application Vendors": {"Business applications", "Software development", "DevOps and deployment"},
		"Management":          {"Data governance", "Procurement", "Projects", "Strategy"},
	},
}

// middleSite is a department of some forty people.
var middleSite = preset{
	name: "middle", functionsPerPerson: 2, patternsPerPerson: 3,
	teams: []Team{
		{Name: "Service Desk", Contact: "servicedesk@example.com", Size: 6},
		{Name: "Workplace", Contact: "workplace@example.com", Size: 4},
		{Name: "Network", Contact: "network@example.com", Size: 3},
		{Name: "Server and Storage", Contact: "servers@example.com", Size: 4},
		{Name: "Database Administration", Contact: "databases@example.com", Size: 2},
		{Name: "Identity and Access", Contact: "identity@example.com", Size: 2},
		{Name: "Collaboration", Contact: "collaboration@example.com", Size: 2},
		{Name: "Cloud", Contact: "cloud@example.com", Size: 2},
		{Name: "Application Support", Contact: "applications@example.com", Size: 5},
		{Name: "Development", Contact: "development@example.com", Size: 6},
		{Name: "Deployment", Contact: "deployment@example.com", Size: 2},
		{Name: "Security", Contact: "security@example.com", Size: 2},
		{Name: "Training and Adoption", Contact: "training@example.com", Size: 1},
		{Name: "IT Management", Contact: "it-management@example.com", Size: 3},
	},
	owns: map[string][]string{
		"Service Desk":            {"User support"},
		"Workplace":               {"Endpoint and device management", "Printing"},
		"Network":                 {"Networking", "Telephony"},
		"Server and Storage":      {"Servers and operating systems", "Storage", "Backup and recovery"},
		"Database Administration": {"Databases"},
		"Identity and Access":     {"Identity and access"},
		"Collaboration":           {"Email and collaboration"},
		"Cloud":                   {"Cloud platform Azure", "Cloud platform AWS", "Cloud platform Google"},
		"Application Support":     {"Business applications"},
		"Development":             {"Software development"},
		"Deployment":              {"DevOps and deployment"},
		"Security":                {"Security"},
		"Training and Adoption":   {"End-user training and adoption"},
		"IT Management": {"Data governance", "Vendor and licence management", "Procurement", "Projects", "Documentation and compliance",
			"Strategy"},
	},
}

// largeSite is an organisation with a team for almost every function.
var largeSite = preset{
	name: "large", functionsPerPerson: 1, patternsPerPerson: 2,
	teams: []Team{
		{Name: "Service Desk", Contact: "servicedesk@example.com", Size: 25},
		{Name: "End User Computing", Contact: "endpoints@example.com", Size: 12},
		{Name: "Print Services", Contact: "print@example.com", Size: 4},
		{Name: "Workplace Technology", Contact: "rooms@example.com", Size: 4},
		{Name: "Network Operations", Contact: "network@example.com", Size: 10},
		{Name: "Voice Services", Contact: "voice@example.com", Size: 4},
		{Name: "Server Operations", Contact: "servers@example.com", Size: 12},
		{Name: "Database Administration", Contact: "databases@example.com", Size: 6},
		{Name: "Storage and Backup", Contact: "storage@example.com", Size: 5},
		{Name: "Identity and Access Management", Contact: "identity@example.com", Size: 6},
		{Name: "Messaging and Collaboration", Contact: "collaboration@example.com", Size: 6},
		{Name: "Cloud Platform Azure", Contact: "azure@example.com", Size: 5},
		{Name: "Cloud Platform AWS", Contact: "aws@example.com", Size: 5},
		{Name: "Cloud Platform Google", Contact: "gcp@example.com", Size: 3},
		{Name: "Business Applications", Contact: "applications@example.com", Size: 20},
		{Name: "Software Engineering", Contact: "engineering@example.com", Size: 40},
		{Name: "Release and Deployment", Contact: "releases@example.com", Size: 6},
		{Name: "Security Operations", Contact: "soc@example.com", Size: 8},
		{Name: "Digital Adoption", Contact: "adoption@example.com", Size: 4},
		{Name: "Data Office", Contact: "data@example.com", Size: 4},
		{Name: "Vendor Management", Contact: "vendors@example.com", Size: 3},
		{Name: "Procurement", Contact: "procurement@example.com", Size: 4},
		{Name: "Project Office", Contact: "projects@example.com", Size: 5},
		{Name: "IT Compliance", Contact: "compliance@example.com", Size: 3},
		{Name: "Architecture and Strategy", Contact: "architecture@example.com", Size: 4},
	},
	owns: map[string][]string{
		"Service Desk":                   {"User support"},
		"End User Computing":             {"Endpoint and device management"},
		"Print Services":                 {"Printing"},
		"Workplace Technology":           {"Meeting rooms"},
		"Network Operations":             {"Networking"},
		"Voice Services":                 {"Telephony"},
		"Server Operations":              {"Servers and operating systems"},
		"Database Administration":        {"Databases"},
		"Storage and Backup":             {"Storage", "Backup and recovery"},
		"Identity and Access Management": {"Identity and access"},
		"Messaging and Collaboration":    {"Email and collaboration"},
		"Cloud Platform Azure":           {"Cloud platform Azure"},
		"Cloud Platform AWS":             {"Cloud platform AWS"},
		"Cloud Platform Google":          {"Cloud platform Google"},
		"Business Applications":          {"Business applications"},
		"Software Engineering":           {"Software development"},
		"Release and Deployment":         {"DevOps and deployment"},
		"Security Operations":            {"Security"},
		"Digital Adoption":               {"End-user training and adoption"},
		"Data Office":                    {"Data governance"},
		"Vendor Management":              {"Vendor and licence management"},
		"Procurement":                    {"Procurement"},
		"Project Office":                 {"Projects"},
		"IT Compliance":                  {"Documentation and compliance"},
		"Architecture and Strategy":      {"Strategy"},
	},
}

// presetNames names the built-in maps, smallest first; "none" is a map without
// teams and functions.
func presetNames() []string {
	var names []string
	for _, p := range presets {
		names = append(names, p.name)
	}
	return append(names, "none")
}

// Preset returns a new copy of a built-in map by name; false if there is no such
// name.
func Preset(name string) (Map, bool) {
	if name == "none" {
		return Map{Preset: name, FunctionsPerPerson: middleSite.functionsPerPerson, PatternsPerPerson: middleSite.patternsPerPerson}, true
	}
	at := slices.IndexFunc(presets, func(p preset) bool { return p.name == name })
	if at < 0 {
		return Map{}, false
	}
	p := presets[at]
	m := Map{
		Preset: name, Desk: "User support", FunctionsPerPerson: p.functionsPerPerson, PatternsPerPerson: p.patternsPerPerson,
		Teams: slices.Clone(p.teams), Functions: functions(),
	}
	for i := range m.Functions {
		for team, owned := range p.owns {
			if slices.Contains(owned, m.Functions[i].Name) {
				m.Functions[i].Team = team
			}
		}
	}
	return m, true
}

// DefaultMap returns the map of the default preset, equal to the owners of
// config.yaml as shipped. Users are meant to keep its functions and replace its
// teams.
func DefaultMap() Map {
	m, _ := Preset(DefaultPreset)
	return m
}

// BuiltIn returns the names that the map has from its preset. A team that the site wrote
// is its own, also under a name of the preset.
func (m Map) BuiltIn() result.Preset {
	p, _ := Preset(m.Preset)
	names := result.Preset{Teams: []string{}, Functions: []string{}}
	for _, t := range m.Teams {
		if slices.Contains(p.Teams, t) {
			names.Teams = append(names.Teams, t.Name)
		}
	}
	for _, f := range m.Functions {
		if slices.ContainsFunc(p.Functions, func(known Function) bool { return known.Name == f.Name }) {
			names.Functions = append(names.Functions, f.Name)
		}
	}
	return names
}
