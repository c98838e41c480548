package language

// german holds what German exports say.
var german = Language{
	Code: "de",
	Months: [12]string{
		"Januar Jan",
		"Februar Feb",
		"März Mär",
		"April Apr",
		"Mai",
		"Juni Jun",
		"Juli Jul",
		"August Aug",
		"September Sep Sept",
		"Oktober Okt",
		"November Nov",
		"Dezember Dez",
	},
	Days:    [7]string{"Montag Mo", "Dienstag Di", "Mittwoch Mi", "Donnerstag Do", "Freitag Fr", "Samstag Sa", "Sonntag So"},
	Letters: "äöüß",
	Headers: map[string]string{
		"opened": "zeitstempel eingang eingegang",
	},
}
