package cause

var configurationRules = []rule{
	{
		kind: Configuration, name: "notes", says: "resolution notes that name a setting", weight: noted, reads: notes,
		words: []string{
			"setting*", "configuration", "configured", "reconfigured", "misconfigured", "misconfiguration", "wrong vlan", "vlan*", "dhcp scope", "dns record", "dns entry",
			"certificate", "group policy", "gpo", "firewall rule", "registry", "default printer", "wrong profile", "parameter", "policy changed", "einstellung*",
			"konfigur*", "zertifikat*", "gruppenrichtlinie", "paramètre*", "paramétrage", "configuración", "configuracion", "ajuste", "configuração",
			"impostazion*", "configurazione", "instelling*", "configuratie",
		},
		fires:  []example{{ticket: Facts{Notes: "port was in the wrong vlan"}}, {ticket: Facts{Notes: "druckereinstellungen und konfiguration korrigiert"}}},
		silent: []example{{ticket: Facts{Text: "wrong vlan"}}, {ticket: Facts{Notes: "user informed"}}},
	},
	{
		kind: Configuration, name: "code", says: "resolution code that names a configuration", weight: coded, reads: code,
		words:  []string{"configuration", "configuration change", "misconfiguration", "setting*", "settings changed", "konfiguration", "einstellung", "configuración", "paramétrage"},
		fires:  []example{{ticket: Facts{Code: "configuration issue"}}},
		silent: []example{{ticket: Facts{Code: "solved work around"}}},
	},
	{
		kind: Configuration, name: "wording", says: "wording that names a setting", weight: said, reads: text,
		words: []string{
			"setting", "settings", "misconfigured", "configuration", "wrong default", "certificate error", "certificate warning", "certificate expired", "wrong certificate",
			"einstellung", "einstellungen", "konfiguration", "zertifikatsfehler", "zertifikatswarnung", "paramètres", "configuración", "configuração", "impostazioni", "instelling",
		},
		fires:  []example{{ticket: Facts{Text: "the settings are gone after every start"}}},
		silent: []example{{ticket: Facts{Text: "certificate of employment"}}},
	},
	{
		kind: Configuration, name: "one site", weight: supported, supports: true,
		around: func(c Context) []sign { return alikeSigns(c, false) },
		fires:  []example{{Facts{TicketID: "1"}, Context{Alike: []Alike{{Says: "9 of 9 at Leeds", Tickets: []string{"1"}}}}}},
		silent: []example{{Facts{TicketID: "1"}, Context{Alike: []Alike{{Item: true, Says: "9 of 9 model X", Tickets: []string{"1"}}}}}},
	},
}

var capacityRules = []rule{
	{
		kind: Capacity, name: "wording", says: "wording that names slowness, waiting or something full", weight: said, reads: text,
		words: []string{
			"slow", "slowly", "slower", "sluggish", "lagging", "laggy", "timeout", "timeouts", "timed out", "time out", "times out", "takes ages", "takes forever",
			"takes minutes", "hangs for minutes", "long loading", "loading time*", "performance", "disk full", "out of memory", "quota", "overloaded", "no space left",
			"langsam", "langsamer", "dauert ewig", "dauert minuten", "dauert sehr lange", "ladezeit*", "zeitüberschreitung", "lent", "lente", "lenteur*", "rame",
			"délai d attente", "lento", "lenta", "muy lento", "tarda mucho", "demora", "demorando", "traag", "molto lento",
		},
		fires:  []example{{ticket: Facts{Text: "order entry is very slow today"}}, {ticket: Facts{Text: "das system ist langsam"}}},
		silent: []example{{ticket: Facts{Text: "crashes at once"}}},
	},
	{
		kind: Capacity, name: "notes", says: "resolution notes that name load or something full", weight: noted, reads: notes,
		words: []string{
			"disk full", "volume full", "mailbox full", "out of memory", "memory full", "high cpu", "cpu load", "high load", "overload*", "quota increased", "quota raised",
			"quota exceeded", "added memory", "more memory", "added disk", "extended the disk", "disk extended", "bandwidth", "capacity", "pool exhausted", "exhausted",
			"lock wait*", "blocking session*", "slow query", "long running query", "query runs too long", "missing index", "festplatte voll", "speicher voll", "überlast*",
			"disque plein", "saturé", "disco lleno", "disco cheio",
		},
		fires:  []example{{ticket: Facts{Notes: "volume full cleaned up"}}, {ticket: Facts{Notes: "lock waits on the order table"}}},
		silent: []example{{ticket: Facts{Notes: "printer toner full replaced"}}},
	},
	{
		kind: Capacity, name: "code", says: "resolution code that names load or size", weight: coded, reads: code,
		words:  []string{"capacity", "performance", "resources increased", "kapazität"},
		fires:  []example{{ticket: Facts{Code: "performance"}}},
		silent: []example{{ticket: Facts{Code: "closed by caller"}}},
	},
	{
		kind: Capacity, name: "peak hours", weight: supported, supports: true,
		around: func(c Context) []sign {
			if c.Peak.Says == "" {
				return nil
			}
			return []sign{{says: c.Peak.Says, tickets: c.Peak.Tickets}}
		},
		fires:  []example{{Facts{TicketID: "1"}, Context{Peak: Peak{"8 of 9 between 9 and 11", []string{"1"}}}}},
		silent: []example{{Facts{TicketID: "1"}, Context{}}},
	},
	{
		kind: Capacity, name: "slow rise", weight: supported, supports: true,
		around: func(c Context) []sign { return onsetSigns(c, c.Onset.Rising) },
		fires:  []example{{Facts{TicketID: "1"}, Context{Onset: Onset{Rising: true, Says: "2, 4, 6, 8", Tickets: []string{"1"}}}}},
		silent: []example{{Facts{TicketID: "1"}, Context{Onset: Onset{Sudden: true, Says: "8 of 9 within 3 days", Tickets: []string{"1"}}}}},
	},
}

var hardwareRules = []rule{
	{
		kind: Hardware, name: "wording", says: "wording that names broken equipment", weight: said, reads: text,
		words: []string{
			"broken screen", "screen broken", "broken keyboard", "is broken", "battery", "batteries", "toner", "paper jam", "jammed", "cracked", "defective", "flickering", "flickers",
			"does not power", "won t turn on", "does not turn on", "not charging", "won t charge", "overheating", "overheats", "noisy fan", "dead pixel*", "beeps",
			"defekt", "defekter", "kaputt", "akku", "akkus", "papierstau", "lädt nicht", "flackert", "en panne", "cassé", "batterie", "écran noir", "batería", "bateria",
			"roto", "rota", "no enciende", "quebrado", "não liga", "rotto", "batteria", "kapot", "accu",
		},
		fires:  []example{{ticket: Facts{Text: "scanner battery dead again"}}, {ticket: Facts{Text: "akku lädt nicht"}}},
		silent: []example{{ticket: Facts{Text: "the link does not open"}}, {ticket: Facts{Text: "broken link in the guide"}}},
	},
	{
		kind: Hardware, name: "notes", says: "resolution notes that name a repair or a swap", weight: noted, reads: notes,
		words: []string{
			"replaced the battery", "battery replaced", "battery swapped", "swapped battery", "new battery", "replaced battery", "replaced laptop", "laptop replaced",
			"device replaced", "replaced device", "replaced the device", "hardware defect", "hardware fault", "hardware failure", "faulty hardware", "cable replaced",
			"replaced cable", "replaced the cable", "new cable", "toner replaced", "replaced toner", "repaired", "swapped device", "spare device", "sent for repair",
			"getauscht", "ausgetauscht", "ersetzt", "repariert", "remplacé", "réparé", "reemplazado", "sustituido", "reparado", "substituído", "trocado", "sostituito", "vervangen",
		},
		fires:  []example{{ticket: Facts{Notes: "battery swapped"}}, {ticket: Facts{Notes: "gerät getauscht"}}},
		silent: []example{{ticket: Facts{Notes: "replaced the shortcut"}}},
	},
	{
		kind: Hardware, name: "code", says: "resolution code that names equipment", weight: coded, reads: code,
		words:  []string{"hardware", "hardware failure", "hardware replaced", "replaced", "repaired", "part replaced", "swapped"},
		fires:  []example{{ticket: Facts{Code: "hardware failure"}}},
		silent: []example{{ticket: Facts{Code: "user error"}}},
	},
	{
		kind: Hardware, name: "one model", weight: supported, supports: true,
		around: func(c Context) []sign { return alikeSigns(c, true) },
		fires:  []example{{Facts{TicketID: "1"}, Context{Alike: []Alike{{Item: true, Says: "9 of 9 model X", Tickets: []string{"1"}}}}}},
		silent: []example{{Facts{TicketID: "1"}, Context{Alike: []Alike{{Says: "9 of 9 at Leeds", Tickets: []string{"1"}}}}}},
	},
}

var vendorRules = []rule{
	{
		kind: Vendor, name: "notes", says: "resolution notes that name a supplier or provider", weight: noted, reads: notes,
		words: []string{
			"vendor", "supplier", "provider", "carrier", "third party", "outage at", "known issue at", "manufacturer", "microsoft outage", "service health", "case opened with", "case raised with",
			"lieferant*", "anbieter*", "hersteller*", "fournisseur", "opérateur", "proveedor", "fabricante", "fornecedor", "fornitore", "leverancier",
		},
		fires:  []example{{ticket: Facts{Notes: "outage confirmed by the provider"}}},
		silent: []example{{ticket: Facts{Text: "the supplier portal is down"}}},
	},
	{
		kind: Vendor, name: "wording", says: "wording that names an outage at a supplier", weight: said, reads: text,
		words: []string{
			"vendor says", "provider says", "supplier says", "isp outage", "provider outage", "outage at the provider", "status page says", "störung beim anbieter",
			"panne chez", "caída del proveedor", "falha do fornecedor",
		},
		fires:  []example{{ticket: Facts{Text: "the provider says there is an outage"}}},
		silent: []example{{ticket: Facts{Text: "please create a new vendor in the system"}}},
	},
	{
		kind: Vendor, name: "code", says: "resolution code that names a supplier", weight: coded, reads: code,
		words:  []string{"vendor", "third party", "supplier", "resolved by vendor", "external", "provider", "lieferant", "fournisseur", "proveedor"},
		fires:  []example{{ticket: Facts{Code: "resolved by vendor"}}},
		silent: []example{{ticket: Facts{Code: "solved permanently"}}},
	},
}
