// Package text turns what people wrote into comparable terms.
//
// The steps from a ticket to a vector are: Boilerplate.Clean drops mail headers,
// signatures and template lines; Words splits the rest into lower-case words, masks
// what belongs to one case only (numbers, addresses, dates) and keeps codes that
// identify a fault; Lexicon.Terms removes stop words and stems the others, each in
// the language that the export uses it in; NewCorpus weights them; Synonyms.Expand
// adds words that occur in the same contexts. Mask serves the other direction: it
// hides what could identify a person in a text to be shown.
package text
