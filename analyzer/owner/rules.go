package owner

// rule is one kind of evidence: what it reads of a ticket, which values of a
// function it looks for there, and how much one ticket that shows it weighs.
type rule struct {
	name   string
	says   string // how a reason words it, before the values that were found
	weight int
	side   side
	exact  bool // only the functions with the closest value count: see closest
	reads  func(Facts) []string
	values func(*Function) []string

	fires  []example
	silent []example
}

// side tells how a ticket was filed, by what people saw, from what is behind
// it. Where both sides point to different teams, the answer says so.
type side int

const (
	symptom side = iota
	cause
)

// example is a value of the map and a ticket, tested to fire or to be silent.
type example struct {
	value  string
	ticket Facts
}

// rules are all the evidence there is. The weights say: what the desk found
// out when it closed a ticket outweighs the box that was ticked when it was
// opened, and what a machine recorded outweighs a word in a text. Most notes
// name no cause at all, so a cause that those of a quarter of the tickets name
// is as heavy as how all of them were filed. Category, service, group and
// wording are ways to say one thing (a ticket is routed by its category), so of
// the symptom rules that one ticket shows only the heaviest counts.
var rules = []rule{
	{
		name: "cause in notes", says: "resolution notes name", weight: 8, side: cause,
		reads:  func(f Facts) []string { return []string{f.Resolution} },
		values: func(f *Function) []string { return f.CauseTerms },
		fires: []example{
			{"vlan", Facts{Resolution: "Printer was in the wrong VLAN, moved."}},
			{"switch port", Facts{Resolution: "replaced patch cable at Switch-Port 12"}},
			{"zertifikat*", Facts{Resolution: "Zertifikatskette erneuert"}},
		},
		silent: []example{
			{"vlan", Facts{Text: "is it the vlan again?"}},
			{"switch port", Facts{Resolution: "port of the switch replaced"}},
			{"lan", Facts{Resolution: "vlan changed"}},
		},
	},
	{
		name: "configuration item", says: "configuration item", weight: 3, side: cause, exact: true,
		reads:  func(f Facts) []string { return []string{f.ConfigurationItem} },
		values: func(f *Function) []string { return f.ConfigurationItems },
		fires:  []example{{"sql", Facts{ConfigurationItem: "SRV-SQL-01"}}, {"prt*", Facts{ConfigurationItem: "PRT0042"}}},
		silent: []example{{"sql", Facts{ConfigurationItem: "mysqlhost"}}, {"prt", Facts{Service: "PRT"}}},
	},
	{
		name: "resolver group", says: "resolver group", weight: 2, side: symptom, exact: true,
		reads:  func(f Facts) []string { return []string{f.Group} },
		values: func(f *Function) []string { return f.Groups },
		fires:  []example{{"network", Facts{Group: "IT Network Operations"}}, {"reseau", Facts{Group: "Équipe Réseau"}}},
		silent: []example{{"network", Facts{Group: "Service Desk", Category: "Network"}}},
	},
	{
		name: "cause in text", says: "text names", weight: 2, side: cause,
		reads:  func(f Facts) []string { return []string{f.Text} },
		values: func(f *Function) []string { return f.CauseTerms },
		fires:  []example{{"certificate expired", Facts{Text: "It says: Certificate expired!"}}},
		silent: []example{{"certificate expired", Facts{Text: "I need a certificate of employment"}}},
	},
	{
		name: "category", says: "category", weight: 2, side: symptom, exact: true,
		reads:  func(f Facts) []string { return append(levels(f.Category), levels(f.Subcategory)...) },
		values: func(f *Function) []string { return f.Categories },
		fires: []example{
			{"printing", Facts{Category: "Printing"}},
			{"hardware", Facts{Category: "Hardware > Printer"}},
			{"hardware > printer", Facts{Category: "Hardware", Subcategory: "Printer"}},
			{"impresion", Facts{Category: "Impresión"}},
		},
		silent: []example{{"print", Facts{Category: "Printing"}}, {"hardware > printer", Facts{Category: "Hardware"}}},
	},
	{
		name: "service", says: "service", weight: 2, side: symptom, exact: true,
		reads:  func(f Facts) []string { return []string{f.Service} },
		values: func(f *Function) []string { return f.Services },
		fires:  []example{{"sap", Facts{Service: "SAP ERP (production)"}}},
		silent: []example{{"sap", Facts{Service: "Sapphire"}}},
	},
	{
		name: "wording", says: "text says", weight: 1, side: symptom,
		reads:  func(f Facts) []string { return []string{f.Text} },
		values: func(f *Function) []string { return f.Terms },
		fires:  []example{{"drucker*", Facts{Text: "Druckerwarteschlange hängt"}}, {"shared drive", Facts{Text: "Shared  drive\ngone"}}},
		silent: []example{{"shared drive", Facts{Text: "drive shared with me"}}, {"drucker*", Facts{Text: "Netzwerkdrucker"}}},
	},
	{
		name: "location", says: "location", weight: 1, side: cause, exact: true,
		reads:  func(f Facts) []string { return levels(f.Location) },
		values: func(f *Function) []string { return f.Locations },
		fires:  []example{{"plant 2", Facts{Location: "Plant 2, Hall B"}}},
		silent: []example{{"plant 2", Facts{Location: "Plant 21"}}},
	},
}

const (
	// splitAt is the share of the winner's weight from which a runner-up means
	// that the evidence is split.
	splitAt = 2.0 / 3
	// partAt is the share of tickets from which a symptom or a cause is worth a
	// sentence of its own.
	partAt = 1.0 / 3
	// alternativeAt is the share of the winner's weight below which a runner-up
	// is chance, not an alternative.
	alternativeAt = 0.2
)
