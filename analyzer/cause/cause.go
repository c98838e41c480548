// Package cause forms hypotheses of what is behind a pattern of tickets, from counted evidence.
package cause

import "ticketpatterns/analyzer/say"

// Kind is a class of causes.
type Kind string

// The kinds of causes.
const (
	Change        Kind = "change"
	Configuration Kind = "configuration"
	Training      Kind = "training"
	Capacity      Kind = "capacity"
	Hardware      Kind = "hardware"
	Access        Kind = "access"
	Security      Kind = "security"
	Vendor        Kind = "vendor"
	Unknown       Kind = "unknown"
)

// Kinds are all kinds but Unknown, in the order that breaks ties: what is
// dangerous to overlook comes first.
var Kinds = []Kind{Security, Change, Configuration, Capacity, Vendor, Hardware, Access, Training}

// Facts is what one ticket says about its cause. Texts are folded: lower-case
// words with one space between them, accents kept.
type Facts struct {
	TicketID string
	Text     string // subject and description
	Code     string // resolution code
	Notes    string // resolution notes
}

// Context is what is known of the tickets together. The zero value means that
// nothing of it is known.
type Context struct {
	Language *say.Language // of the answer, and of what is said in words here

	Changes []Declared // declared changes shortly before the first ticket
	Onset   Onset
	Hours   Hours
	Peak    Peak
	Alike   []Alike // what the tickets share and the desk does not
}

// Declared is a change shortly before the first ticket.
type Declared struct {
	Says    string   // in words
	Tickets []string // that it concerns
	Exact   bool     // it is about the very service, item or site of tickets; else they only name it
}

// Onset is how a pattern began.
type Onset struct {
	Sudden  bool     // most of its tickets came within few days of the first, and none before
	Rising  bool     // it grew from week to week
	Says    string   // in words, with counts
	Tickets []string // that show it
}

// Hours is how long its tickets took, against those of the desk.
type Hours struct {
	Short   bool // half as long as usual, or less
	Says    string
	Tickets []string // that were resolved
}

// Peak is a time of day at which its tickets come more often than others.
type Peak struct {
	Says    string // "" = there is none
	Tickets []string
}

// Alike is a value that most of the tickets share.
type Alike struct {
	Item    bool // one configuration item or model; else a site
	Says    string
	Tickets []string
}

// Answer is a hypothesis, never a verdict.
type Answer struct {
	Kind Kind
	// Confidence is 0 for Unknown, and below 0.9 in all others: see Find.
	Confidence float64
	Evidence   []Evidence // strongest first
	Check      string     // what would confirm or refute it
	// Alternative is the kind with the second most evidence; "" for none.
	Alternative Kind
}

// Evidence is one counted reason.
type Evidence struct {
	What    string
	Count   int
	Tickets []string // in the order given
}
