// Package cause forms hypotheses of what is behind a pattern of tickets, from counted evidence.
package cause

import "ticketpatterns/analyzer/result"

// kinds are all kinds but unknown, in the order that breaks ties: what is
// dangerous to overlook comes first.
var kinds = []result.CauseKind{
	result.CauseSecurity, result.CauseChange, result.CauseConfiguration, result.CauseCapacity,
	result.CauseVendor, result.CauseHardware, result.CauseAccess, result.CauseTraining,
}

// Facts is what one ticket says about its cause. Texts are folded: lower-case
// words with one space between them, accents kept.
type Facts struct {
	TicketID string
	Text     string // subject and description
	Code     string // resolution code
	Notes    string // resolution notes
}

// Sign is something that is known of tickets together: the shape that they have in
// time and place, or a declared change shortly before.
type Sign struct {
	result.Evidence      // with the tickets that show it; Count is not read
	Vague           bool // tickets only seem to be about it, as a change that they name: half the weight
}
