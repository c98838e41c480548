package language

// dutch holds what Dutch exports say.
var dutch = Language{
	Code: "nl",
	Months: [12]string{
		"januari jan",
		"februari feb",
		"maart mrt",
		"april apr",
		"mei",
		"juni jun",
		"juli jul",
		"augustus aug",
		"september sep",
		"oktober okt",
		"november nov",
		"december dec",
	},
	Days:    [7]string{"maandag ma", "dinsdag di", "woensdag wo", "donderdag do", "vrijdag vr", "zaterdag za", "zondag zo"},
	Letters: "éëïóöüèê",
	Headers: map[string]string{
		"opened": "tijdstempel",
	},
}
