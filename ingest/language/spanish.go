package language

// spanish holds what Spanish exports say.
var spanish = Language{
	Code: "es",
	Months: [12]string{
		"enero ene",
		"febrero feb",
		"marzo mar",
		"abril abr",
		"mayo may",
		"junio jun",
		"julio jul",
		"agosto ago",
		"septiembre sept",
		"octubre oct",
		"noviembre nov",
		"diciembre dic",
	},
	Days:    [7]string{"lunes lun", "martes mar", "miércoles mié", "jueves jue", "viernes vie", "sábado sáb", "domingo dom"},
	Letters: "áéíñóúü¿¡",
	Headers: map[string]string{
		"opened": "marcatemp inicio",
	},
}
