// Package cause forms hypotheses about the cause of a pattern of tickets, from counted evidence.
package cause

import "ticketpatterns/analyzer/result"

// kinds are all kinds but unknown, in the order that breaks ties: what is most
// dangerous to overlook comes first.
var kinds = []result.CauseKind{
	result.CauseSecurity, result.CauseChange, result.CauseConfiguration, result.CauseCapacity,
	result.CauseVendor, result.CauseHardware, result.CauseAccess, result.CauseTraining,
}

// Facts is what one ticket says about its cause. Texts are folded: lower-case words
// separated by single spaces, with their accents.
type Facts struct {
	TicketID string
	Text     string // subject and description
	Code     string // resolution code
	Notes    string // resolution notes
}

// Sign is evidence that tickets give together: their distribution in time and place,
// or a declared change shortly before.
type Sign struct {
	result.Evidence      // Tickets show it; Count is ignored
	Vague           bool // tickets only seem to be about it, such as a change that they mention: half the weight
}
