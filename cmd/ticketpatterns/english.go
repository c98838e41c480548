package main

import "ticketpatterns/reports/words"

// english is the language of what the commands say of their own: errors, checks
// and lists, which are for whoever runs the program. What is said of the tickets
// is said in the language of the report.
var english words.Writer

// count writes n with its noun: "1 file", "2 files".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return english.Int(n) + " " + many
}
