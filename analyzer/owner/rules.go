package owner

import (
	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/result"
)

// rule is one kind of evidence: the part of a ticket that it reads, the values of a
// function that it searches for, and how far it is trusted.
type rule struct {
	code  result.EvidenceCode
	trust float64 // see the package comment
	side  side
	exact bool // only the functions with the most specific value count: see closest
	// fallback rules count for tickets that show nothing else, unnoted ones for
	// tickets whose notes name no cause.
	fallback, unnoted bool

	// A rule that compares words has reads and values; one that weighs the context
	// has around, which returns what ticket i shows for each function.
	reads  func(Facts) []string
	values func(*Function) []string
	around func(q *question, i int) []sign
	// past is of a rule of the history, which speaks in every ticket: of which earlier
	// tickets. told is the rule by which these, and all others, show the values: the
	// groups that resolved them, or the causes in their notes or codes.
	past func(Context) *Earlier
	told int
	// raw is the value by which a rule of the context is counted elsewhere; nil: the
	// share elsewhere is unknown.
	raw func(Facts) string

	// among tells which tickets could show it; nil means all.
	among func(Facts) bool

	fires  []example
	silent []example
}

// side separates how a ticket was filed, by symptoms, from its cause. If the two
// sides point to different teams, the answer says so. What became of earlier tickets
// is neither.
type side int

const (
	symptom side = iota
	cause
	history
	sides // how many there are
)

// example is a value of the map, a ticket and its context, tested to match or not to
// match.
type example struct {
	value   string
	ticket  Facts
	context Context
	beside  []Facts // further tickets of the same pattern
}

// rules are all kinds of evidence, most trusted first. The trust follows these
// considerations: what the desk found out when closing a ticket outweighs the
// category chosen when it was opened; who resolved earlier tickets that say the same,
// a ticket of the same problem record, or a ticket that was passed on, outweighs who
// holds one, but not the cause that they wrote down, unless they wrote it of other
// tickets; and what a machine recorded outweighs a word in a text. Most notes
// name no cause, so a cause named in the notes of a quarter of the tickets is as
// heavy as how all of them were filed. A subject names the failing thing more often
// than a description, which tells the story around it. A broad category (software,
// hardware) is chosen for want of a better one, so it counts a quarter, and only
// if a ticket shows nothing else.
var rules = []rule{
	{
		code: result.EvidenceCauseInNotes, trust: 4, side: cause,
		reads:  func(f Facts) []string { return []string{f.Resolution} },
		values: func(f *Function) []string { return f.CauseTerms },
		among:  func(f Facts) bool { return len(fold.Words(f.Resolution)) > 0 },
		fires: []example{
			{value: "vlan", ticket: Facts{Resolution: "Printer was in the wrong VLAN, moved."}},
			{value: "switch port", ticket: Facts{Resolution: "replaced patch cable at Switch-Port 12"}},
			{value: "zertifikat*", ticket: Facts{Resolution: "Zertifikatskette erneuert"}},
		},
		silent: []example{
			{value: "vlan", ticket: Facts{Text: "is it the vlan again?"}},
			{value: "switch port", ticket: Facts{Resolution: "port of the switch replaced"}},
			{value: "lan", ticket: Facts{Resolution: "vlan changed"}},
		},
	},
	{
		code: result.EvidenceCauseInCode, trust: 2, side: cause,
		reads:  func(f Facts) []string { return []string{f.Code} },
		values: func(f *Function) []string { return f.CauseTerms },
		among:  func(f Facts) bool { return len(fold.Words(f.Code)) > 0 },
		fires:  []example{{value: "hardware defect", ticket: Facts{Code: "Hardware defect"}}},
		silent: []example{{value: "hardware defect", ticket: Facts{Resolution: "hardware defect"}}},
	},
	{
		code: result.EvidenceEarlier, trust: 2, side: history, past: alike, told: heldBy,
		fires: []example{
			{value: "network", context: Context{Earlier: &Earlier{Of: 9, Groups: []EarlierGroup{{Group: "Network", Tickets: []string{"1", "2", "3", "4"}}}}}},
		},
		silent: []example{
			{value: "network", context: Context{Earlier: &Earlier{Of: 9, Groups: []EarlierGroup{{Group: "Payroll", Tickets: []string{"1", "2"}}}}}},
			{value: "network", context: Context{Earlier: &Earlier{Of: 9, Groups: []EarlierGroup{{Group: "Service Desk", Tickets: []string{"1", "2"}}}}}},
		},
	},
	{
		code: result.EvidenceProblem, trust: 2, side: history, past: ofProblem, told: heldBy,
		fires: []example{
			{value: "network", context: Context{Problem: &Earlier{Of: 4, Groups: []EarlierGroup{{Group: "Network", Tickets: []string{"1", "2", "3", "4"}}}}}},
		},
		silent: []example{
			{value: "network", context: Context{Problem: &Earlier{Of: 2, Groups: []EarlierGroup{{Group: "Payroll", Tickets: []string{"1", "2"}}}}}},
			{value: "network", context: Context{Problem: &Earlier{Of: 2, Groups: []EarlierGroup{{Group: "Service Desk", Tickets: []string{"1", "2"}}}}}},
		},
	},
	{
		code: result.EvidenceEarlierNotes, trust: 2, side: history, past: alike, told: causeInNotes,
		fires: []example{
			{value: "vlan", context: Context{Earlier: &Earlier{Of: 2, Noted: []Facts{{TicketID: "1", Resolution: "moved to another VLAN"}}}}},
		},
		silent: []example{
			{value: "vlan", context: Context{Earlier: &Earlier{Of: 2, Noted: []Facts{{TicketID: "1", Text: "vlan?", Resolution: "moved"}}}}},
			{value: "vlan", context: Context{Earlier: &Earlier{Of: 2, Noted: []Facts{{TicketID: "1", Code: "vlan"}}}}},
		},
	},
	{
		code: result.EvidencePassedOn, trust: 2, side: cause, unnoted: true,
		around: func(q *question, i int) []sign {
			if f := q.facts[i]; passedOn(f) {
				return q.group(i, f.Group)
			}
			return nil
		},
		among: passedOn,
		raw: func(f Facts) string {
			if passedOn(f) {
				return f.Group
			}
			return ""
		},
		fires: []example{
			{value: "network", ticket: Facts{Group: "IT Network Operations", Bounces: 2, Finished: true}},
		},
		silent: []example{
			{value: "network", ticket: Facts{Group: "Network", Finished: true}},
			{value: "network", ticket: Facts{Group: "Network", Bounces: 2}},
			{value: "network", ticket: Facts{Group: "Network", Bounces: 2, Finished: true}, context: Context{ScopeIsGroup: true}},
			{value: "network", ticket: Facts{Group: "Service Desk", Bounces: 2, Finished: true}},
		},
	},
	{
		code: result.EvidenceItem, trust: 1.5, side: cause, exact: true,
		reads:  func(f Facts) []string { return []string{f.ConfigurationItem} },
		values: func(f *Function) []string { return f.ConfigurationItems },
		fires: []example{
			{value: "sql", ticket: Facts{ConfigurationItem: "SRV-SQL-01"}},
			{value: "prt*", ticket: Facts{ConfigurationItem: "PRT0042"}},
		},
		silent: []example{
			{value: "sql", ticket: Facts{ConfigurationItem: "mysqlhost"}},
			{value: "prt", ticket: Facts{Service: "PRT"}},
		},
	},
	{
		code: result.EvidenceChangedBy, trust: 1.5, side: cause, around: (*question).changed,
		fires: []example{
			{value: "network", ticket: Facts{TicketID: "1"}, context: Context{Changes: []Change{{ID: "C1", Group: "Network", Tickets: []string{"1"}}}}},
		},
		silent: []example{
			{value: "network", ticket: Facts{TicketID: "2"}, context: Context{Changes: []Change{{ID: "C1", Group: "Network", Tickets: []string{"1"}}}}},
			{value: "network", ticket: Facts{TicketID: "1"}, context: Context{Changes: []Change{{ID: "C1", Group: "Payroll", Tickets: []string{"1"}}}}},
			{value: "network", ticket: Facts{TicketID: "1"}, context: Context{Changes: []Change{{ID: "C1", Tickets: []string{"1"}}}}},
		},
	},
	{
		code: result.EvidenceSeveralSymptoms, trust: 1.5, side: cause, around: (*question).together,
		fires: []example{
			{
				ticket:  Facts{Subject: "printer offline", Location: "Leeds"},
				context: Context{Place: "Leeds", Days: 7, Beside: []Beside{{"storage", []string{"8", "9", "10"}, 0.1}, {"identity", []string{"11", "12", "13"}, 0}}},
				beside:  []Facts{{Subject: "label printer", Location: "Leeds"}},
			},
			{
				ticket:  Facts{Subject: "printer offline", Location: "Leeds"},
				context: Context{Place: "Leeds", Days: 7},
				beside: []Facts{
					{Subject: "printer", Location: "Leeds"}, {Subject: "drive gone", Location: "Leeds"}, {Subject: "no drive", Location: "Leeds"},
					{Subject: "password", Location: "Leeds"}, {Subject: "password again", Location: "Leeds"},
				},
			},
		},
		silent: []example{
			{ // two kinds are not several
				ticket:  Facts{Subject: "printer offline", Location: "Leeds"},
				context: Context{Place: "Leeds", Days: 7, Beside: []Beside{{"storage", []string{"8", "9", "10"}, 0.1}}},
				beside:  []Facts{{Subject: "label printer", Location: "Leeds"}},
			},
			{ // one issue under many categories is one symptom
				ticket:  Facts{Subject: "printer offline", Location: "Leeds"},
				context: Context{Place: "Leeds", Days: 7},
				beside: []Facts{
					{Subject: "printer", Category: "storage", Location: "Leeds"}, {Subject: "printer", Category: "storage", Location: "Leeds"},
					{Subject: "printer", Category: "identity", Location: "Leeds"}, {Subject: "printer", Category: "identity", Location: "Leeds"},
				},
			},
			{ // not in one place
				ticket:  Facts{Subject: "printer offline", Location: "Leeds"},
				context: Context{Beside: []Beside{{"storage", []string{"8"}, 0}, {"identity", []string{"9"}, 0}}},
			},
			{ // elsewhere
				ticket:  Facts{Subject: "printer offline", Location: "Porto"},
				context: Context{Place: "Leeds", Days: 7, Beside: []Beside{{"storage", []string{"8"}, 0}, {"identity", []string{"9"}, 0}}},
			},
			{ // a symptom that does not stand on it
				ticket:  Facts{Subject: "chair broken", Location: "Leeds"},
				context: Context{Place: "Leeds", Days: 7, Beside: []Beside{{"storage", []string{"8"}, 0}, {"garden", []string{"9"}, 0}}},
			},
		},
	},
	{
		code: result.EvidenceCauseInText, trust: 1, side: cause,
		reads:  func(f Facts) []string { return []string{f.Subject, f.Text} },
		values: func(f *Function) []string { return f.CauseTerms },
		fires: []example{
			{value: "certificate expired", ticket: Facts{Text: "It says: Certificate expired!"}},
			{value: "certificate expired", ticket: Facts{Subject: "certificate expired"}},
		},
		silent: []example{
			{value: "certificate expired", ticket: Facts{Text: "I need a certificate of employment"}},
		},
	},
	{
		code: result.EvidenceEarlierCode, trust: 1, side: history, past: alike, told: causeInCode,
		fires: []example{
			{value: "hardware defect", context: Context{Earlier: &Earlier{Of: 2, Noted: []Facts{{TicketID: "1", Code: "Hardware defect"}}}}},
		},
		silent: []example{
			{value: "hardware defect", context: Context{Earlier: &Earlier{Of: 2, Noted: []Facts{{TicketID: "1", Resolution: "hardware defect"}}}}},
		},
	},
	{
		code: result.EvidenceHeldBy, trust: 1, side: symptom,
		around: func(q *question, i int) []sign { return q.group(i, q.facts[i].Group) },
		raw:    func(f Facts) string { return f.Group },
		fires: []example{
			{value: "network", ticket: Facts{Group: "IT Network Operations"}},
			{value: "reseau", ticket: Facts{Group: "Équipe Réseau"}},
			{value: "network", ticket: Facts{Group: "Netwrok Team"}}, // by likeness
		},
		silent: []example{
			{value: "network", ticket: Facts{Group: "Service Desk", Category: "Network"}},
			{value: "network", ticket: Facts{Group: "Network"}, context: Context{ScopeIsGroup: true}},
			{value: "network", ticket: Facts{Group: "Networth Team"}},
		},
	},
	{
		code: result.EvidenceCategory, trust: 1, side: symptom, exact: true,
		reads:  func(f Facts) []string { return append(levels(f.Category), levels(f.Subcategory)...) },
		values: func(f *Function) []string { return f.Categories },
		fires: []example{
			{value: "printing", ticket: Facts{Category: "Printing"}},
			{value: "hardware", ticket: Facts{Category: "Hardware > Printer"}},
			{value: "hardware > printer", ticket: Facts{Category: "Hardware", Subcategory: "Printer"}},
			{value: "impresion", ticket: Facts{Category: "Impresión"}},
		},
		silent: []example{
			{value: "print", ticket: Facts{Category: "Printing"}},
			{value: "hardware > printer", ticket: Facts{Category: "Hardware"}},
		},
	},
	{
		code: result.EvidenceService, trust: 1, side: symptom, exact: true,
		reads:  func(f Facts) []string { return []string{f.Service} },
		values: func(f *Function) []string { return f.Services },
		fires:  []example{{value: "sap", ticket: Facts{Service: "SAP ERP (production)"}}},
		silent: []example{{value: "sap", ticket: Facts{Service: "Sapphire"}}},
	},
	{
		code: result.EvidenceUsualGroup, trust: 1, side: symptom, around: (*question).usual,
		fires: []example{
			{value: "network", ticket: Facts{Service: "VPN"}, context: Context{Usual: []Usual{{Service: "vpn", Group: "Network", Count: 9, Of: 10}}}},
			{value: "network", ticket: Facts{ConfigurationItem: "SW-1"}, context: Context{Usual: []Usual{{ConfigurationItem: "SW-1", Group: "Network", Count: 9, Of: 10}}}},
		},
		silent: []example{
			{value: "network", ticket: Facts{Service: "VPN"}, context: Context{Usual: []Usual{{Service: "Payroll", Group: "Network", Count: 9, Of: 10}}}},
			{value: "network", ticket: Facts{Service: "VPN"}, context: Context{ScopeIsGroup: true, Usual: []Usual{{Service: "VPN", Group: "Network", Count: 9, Of: 10}}}},
		},
	},
	{
		code: result.EvidenceSubject, trust: 1, side: symptom,
		reads:  func(f Facts) []string { return []string{f.Subject} },
		values: func(f *Function) []string { return f.Terms },
		fires:  []example{{value: "drucker*", ticket: Facts{Subject: "Druckerwarteschlange hängt"}}},
		silent: []example{{value: "drucker*", ticket: Facts{Subject: "Netzwerkdrucker"}}, {value: "wifi", ticket: Facts{Text: "wifi"}}},
	},
	{
		code: result.EvidenceText, trust: 0.5, side: symptom,
		reads:  func(f Facts) []string { return []string{f.Text} },
		values: func(f *Function) []string { return f.Terms },
		fires:  []example{{value: "shared drive", ticket: Facts{Text: "Shared  drive\ngone"}}},
		silent: []example{{value: "shared drive", ticket: Facts{Text: "drive shared with me"}}},
	},
	{
		code: result.EvidenceLocation, trust: 0.5, side: cause, exact: true,
		reads:  func(f Facts) []string { return levels(f.Location) },
		values: func(f *Function) []string { return f.Locations },
		fires:  []example{{value: "plant 2", ticket: Facts{Location: "Plant 2, Hall B"}}},
		silent: []example{{value: "plant 2", ticket: Facts{Location: "Plant 21"}}},
	},
	{
		code: result.EvidenceBroadCategory, trust: 0.25, side: symptom, exact: true, fallback: true,
		reads:  func(f Facts) []string { return append(levels(f.Category), levels(f.Subcategory)...) },
		values: func(f *Function) []string { return f.BroadCategories },
		fires:  []example{{value: "software", ticket: Facts{Category: "Software > Other"}}},
		silent: []example{{value: "software", ticket: Facts{Category: "Softwareverteilung"}}},
	},
}

const (
	// causeInNotes, causeInCode and heldBy are the places of these rules in rules.
	causeInNotes = 0
	causeInCode  = 1
	heldBy       = 11
	// splitAt is the share of the winner's weight from which a runner-up splits the
	// evidence.
	splitAt = 2.0 / 3
	// partAt is the share of tickets from which a symptom or a cause is worth a
	// sentence of its own.
	partAt = 1.0 / 3
	// alternativeAt is the share of the winner's weight from which a runner-up is an
	// alternative rather than chance.
	alternativeAt = 0.2
	// kindsTogether is the number of kinds of symptom that point to the function
	// they depend on, each with at least kindTickets tickets.
	kindsTogether = 3
	kindTickets   = 2
	// kindsAlone is the number of kinds that do so with a ticket each.
	kindsAlone = 5
)

func alike(c Context) *Earlier     { return c.Earlier }
func ofProblem(c Context) *Earlier { return c.Problem }

// passedOn reports whether a ticket was passed on to the group that finished it.
func passedOn(f Facts) bool { return f.Finished && f.Bounces > 0 }
