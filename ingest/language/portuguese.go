package language

// portuguese holds what Portuguese exports say.
var portuguese = Language{
	Code: "pt",
	Months: [12]string{
		"janeiro jan",
		"fevereiro fev",
		"março mar",
		"abril abr",
		"maio mai",
		"junho jun",
		"julho jul",
		"agosto ago",
		"setembro set",
		"outubro out",
		"novembro nov",
		"dezembro dez",
	},
	Days:    [7]string{"segunda seg", "terça ter", "quarta qua", "quinta qui", "sexta sex", "sábado sáb", "domingo dom"},
	Letters: "áâãàçéêíóôõúü",
	Headers: map[string]string{
		"opened":           "carimbo datahora inicio",
		"assignment_group": "fila",
		"updated":          "alterac",
	},
}
