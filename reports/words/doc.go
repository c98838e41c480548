// Package words turns the numbers of an analysis into sentences.
//
// Every sentence, name and number that more than one output shows is made
// here, so that the page, the Markdown and the CSV say the same thing in the
// language of the analysis.
package words
