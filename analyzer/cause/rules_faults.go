package cause

import "ticketpatterns/analyzer/result"

var configurationRules = []rule{
	{
		kind: result.CauseConfiguration, code: result.EvidenceConfigurationNotes, weight: noted, reads: notes,
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
		kind: result.CauseConfiguration, code: result.EvidenceConfigurationCode, weight: coded, reads: code,
		words:  []string{"configuration", "configuration change", "misconfiguration", "setting*", "settings changed", "konfiguration", "einstellung", "configuración", "paramétrage"},
		fires:  []example{{ticket: Facts{Code: "configuration issue"}}},
		silent: []example{{ticket: Facts{Code: "solved work around"}}},
	},
	{
		kind: result.CauseConfiguration, code: result.EvidenceConfigurationText, weight: said, reads: text,
		words: []string{
			"setting", "settings", "misconfigured", "configuration", "wrong default", "certificate error", "certificate warning", "certificate expired", "wrong certificate",
			"einstellung", "einstellungen", "konfiguration", "zertifikatsfehler", "zertifikatswarnung", "paramètres", "configuración", "configuração", "impostazioni", "instelling",
		},
		fires:  []example{{ticket: Facts{Text: "the settings are gone after every start"}}},
		silent: []example{{ticket: Facts{Text: "certificate of employment"}}},
	},
	{
		kind: result.CauseConfiguration, code: result.EvidenceOneLocation, weight: supported, supports: true,
		fires:  []example{shown(result.EvidenceOneLocation, "1")},
		silent: []example{shown(result.EvidenceOneItem, "1"), shown(result.EvidenceOneLocation, "2")},
	},
}

var capacityRules = []rule{
	{
		kind: result.CauseCapacity, code: result.EvidenceCapacityText, weight: said, reads: text,
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
		kind: result.CauseCapacity, code: result.EvidenceCapacityNotes, weight: noted, reads: notes,
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
		kind: result.CauseCapacity, code: result.EvidenceCapacityCode, weight: coded, reads: code,
		words:  []string{"capacity", "performance", "resources increased", "kapazität"},
		fires:  []example{{ticket: Facts{Code: "performance"}}},
		silent: []example{{ticket: Facts{Code: "closed by caller"}}},
	},
	{
		kind: result.CauseCapacity, code: result.EvidencePeakHours, weight: supported, supports: true,
		fires:  []example{shown(result.EvidencePeakHours, "1")},
		silent: []example{shown(result.EvidenceSuddenOnset, "1"), shown(result.EvidencePeakHours, "2")},
	},
	{
		kind: result.CauseCapacity, code: result.EvidenceSlowRise, weight: supported, supports: true,
		fires:  []example{shown(result.EvidenceSlowRise, "1")},
		silent: []example{shown(result.EvidenceSuddenOnset, "1"), shown(result.EvidenceSlowRise, "2")},
	},
}

var hardwareRules = []rule{
	{
		kind: result.CauseHardware, code: result.EvidenceHardwareText, weight: said, reads: text,
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
		kind: result.CauseHardware, code: result.EvidenceHardwareNotes, weight: noted, reads: notes,
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
		kind: result.CauseHardware, code: result.EvidenceHardwareCode, weight: coded, reads: code,
		words:  []string{"hardware", "hardware failure", "hardware replaced", "replaced", "repaired", "part replaced", "swapped"},
		fires:  []example{{ticket: Facts{Code: "hardware failure"}}},
		silent: []example{{ticket: Facts{Code: "user error"}}},
	},
	{
		kind: result.CauseHardware, code: result.EvidenceOneItem, weight: supported, supports: true,
		fires:  []example{shown(result.EvidenceOneItem, "1")},
		silent: []example{shown(result.EvidenceOneLocation, "1"), shown(result.EvidenceOneItem, "2")},
	},
	{
		kind: result.CauseHardware, code: result.EvidenceOneKindOfItem, weight: supported, supports: true,
		fires:  []example{shown(result.EvidenceOneKindOfItem, "1")},
		silent: []example{shown(result.EvidenceOneLocation, "1")},
	},
}

var vendorRules = []rule{
	{
		kind: result.CauseVendor, code: result.EvidenceVendorNotes, weight: noted, reads: notes,
		words: []string{
			"vendor", "supplier", "provider", "carrier", "third party", "outage at", "known issue at", "manufacturer", "microsoft outage", "service health", "case opened with", "case raised with",
			"lieferant*", "anbieter*", "hersteller*", "fournisseur", "opérateur", "proveedor", "fabricante", "fornecedor", "fornitore", "leverancier",
		},
		fires:  []example{{ticket: Facts{Notes: "outage confirmed by the provider"}}},
		silent: []example{{ticket: Facts{Text: "the supplier portal is down"}}},
	},
	{
		kind: result.CauseVendor, code: result.EvidenceVendorText, weight: said, reads: text,
		words: []string{
			"vendor says", "provider says", "supplier says", "isp outage", "provider outage", "outage at the provider", "status page says", "störung beim anbieter",
			"panne chez", "caída del proveedor", "falha do fornecedor",
		},
		fires:  []example{{ticket: Facts{Text: "the provider says there is an outage"}}},
		silent: []example{{ticket: Facts{Text: "please create a new vendor in the system"}}},
	},
	{
		kind: result.CauseVendor, code: result.EvidenceVendorCode, weight: coded, reads: code,
		words:  []string{"vendor", "third party", "supplier", "resolved by vendor", "external", "provider", "lieferant", "fournisseur", "proveedor"},
		fires:  []example{{ticket: Facts{Code: "resolved by vendor"}}},
		silent: []example{{ticket: Facts{Code: "solved permanently"}}},
	},
}
