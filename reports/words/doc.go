// Package words turns the numbers of an analysis into plain English.
//
// Every sentence, name and number that more than one output shows is made
// here, so that the page, the Markdown and the CSV say the same thing and a
// translation has one place to begin.
package words
