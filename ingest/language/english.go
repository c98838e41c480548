package language

// english holds what English exports say.
var english = Language{
	Code: "en",
	Months: [12]string{
		"January Jan",
		"February Feb",
		"March Mar",
		"April Apr",
		"May",
		"June Jun",
		"July Jul",
		"August Aug",
		"September Sep",
		"October Oct",
		"November Nov",
		"December Dec",
	},
	Days: [7]string{"Monday Mon", "Tuesday Tue", "Wednesday Wed", "Thursday Thu", "Friday Fri", "Saturday Sat", "Sunday Sun"},
	Headers: map[string]string{
		"opened": "timestamp entered requested opendt",
	},
}
