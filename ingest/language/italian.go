package language

// italian holds what Italian exports say.
var italian = Language{
	Code: "it",
	Months: [12]string{
		"gennaio gen",
		"febbraio feb",
		"marzo mar",
		"aprile apr",
		"maggio mag",
		"giugno giu",
		"luglio lug",
		"agosto ago",
		"settembre set",
		"ottobre ott",
		"novembre nov",
		"dicembre dic",
	},
	Days:    [7]string{"lunedì lun", "martedì mar", "mercoledì mer", "giovedì gio", "venerdì ven", "sabato sab", "domenica dom"},
	Letters: "àèéìîòóù",
	Headers: map[string]string{
		"opened": "cronolog",
	},
}
