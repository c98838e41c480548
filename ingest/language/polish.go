package language

// polish holds what Polish exports say.
var polish = Language{
	Code: "pl",
	Months: [12]string{
		"styczeń stycznia sty",
		"luty lutego lut",
		"marzec marca mar",
		"kwiecień kwietnia kwi",
		"maj maja",
		"czerwiec czerwca cze",
		"lipiec lipca lip",
		"sierpień sierpnia sie",
		"wrzesień września wrz",
		"październik października paź",
		"listopad listopada lis",
		"grudzień grudnia gru",
	},
	Days:    [7]string{"poniedziałek pon", "wtorek wt", "środa śr", "czwartek czw", "piątek pt", "sobota sob", "niedziela niedz"},
	Letters: "ąćęłńóśźż",
	Headers: map[string]string{
		"opened":    "sygnatur",
		"requester": "zglaszaj",
		"id":        "numer",
		"closed":    "zamkni",
		"resolved":  "rozwiaz",
	},
}
