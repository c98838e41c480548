// Package system holds what is known of the help desk products: by which headers and ids their exports are told, and which of their columns hold which field.
//
// It is data: a file for each product, a line for each in [Tickets], and the
// words by which headers that nobody foresaw are near the usual names. Reading is
// the same for all.
package system
