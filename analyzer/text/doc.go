// Package text turns what people wrote into comparable terms.
//
// The way from a ticket to a vector is: Boilerplate.Clean drops mail headers,
// signatures and template lines; Words cuts what is left into lower-case words
// and masks what names one case only (numbers, addresses, dates) while keeping
// codes that name a fault; Lexicon.Terms stops and stems them, each word in the
// language that the export uses it in; NewCorpus weighs them; Synonyms.Expand
// adds the words that keep the same company.
// Mask is for the other end: it hides what could identify a person in a text
// that is going to be shown.
package text
