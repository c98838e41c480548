package language

// french holds what French exports say.
var french = Language{
	Code: "fr",
	Months: [12]string{
		"janvier janv",
		"février févr",
		"mars",
		"avril avr",
		"mai",
		"juin",
		"juillet juil",
		"août",
		"septembre sept",
		"octobre oct",
		"novembre nov",
		"décembre déc",
	},
	Days:    [7]string{"lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam", "dimanche dim"},
	Letters: "àâæçéèêëîïôœùûüÿ",
	Headers: map[string]string{
		"opened": "horodat",
	},
}
