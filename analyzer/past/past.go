// Package past defines what one analysis remembers for the next: issues, patterns, decisions and the keys of tickets.
//
// It stores no text that people wrote, except labels as shown in reports. Tickets
// and terms are stored as keys that are meaningless without the salt of the site.
// The package imports nothing of the project: an archive stores its values, the
// analyzer reads and writes them.
package past

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"slices"
)

// Key identifies a ticket or a term. Among n keys a collision has a probability of
// about n^2 / 2^65: one in thirty million for a million tickets.
type Key uint64

// KeyOf returns the first 64 bits of the HMAC-SHA256 (RFC 2104) of parts under salt.
// Without the salt nobody can test whether a key belongs to a guessed ticket.
func KeyOf(salt []byte, parts ...string) Key {
	mac := hmac.New(sha256.New, salt)
	for _, p := range parts {
		var length [8]byte
		binary.BigEndian.PutUint64(length[:], uint64(len(p)))
		mac.Write(length[:])
		mac.Write([]byte(p))
	}
	return Key(binary.BigEndian.Uint64(mac.Sum(nil)))
}

// Memory is everything remembered before an analysis. The zero value is that of a
// first run. Days are written as 2006-01-02; "" means none.
type Memory struct {
	Salt      []byte     // of the site; keys made with another salt do not match
	Runs      []Run      // by day, oldest first
	Issues    []Issue    // by FirstSeen, then id
	Patterns  []Pattern  // by id
	Decisions []Decision // in the order they were made
	// Lost tells that there is a memory which could not be read; the rest is empty.
	Lost bool
}

// Issue is a recurring issue as of the last run whose export held one of its
// tickets.
type Issue struct {
	ID        string
	Label     string
	FirstSeen string // day of its first ticket, over all runs
	LastSeen  string // day of its last ticket
	Status    string
	Since     string   // day since which it has this status
	Tickets   []Key    // all tickets ever; none if it was merged into another issue
	Terms     []Term   // mean vector of its tickets, by key; at most 40 terms
	Bound     bool     // held together by a pattern or a decision, whatever the texts say
	Into      string   // id of the issue that it was merged into; "" for none
	Previous  []string // ids of the issues merged into it or that it was split off, sorted
}

// Term is one term of a mean vector, in (0, 1].
type Term struct {
	Key    Key
	Weight float64
}

// Pattern is a pattern as of the last run that showed it.
type Pattern struct {
	ID, Issue, Kind string
	Label           string
	Scope           string // in words; equal for equal scopes
	Where           []Value
	Function        string // function that its owner was found by
	Team            string // team that it was addressed to; "" for none
	Tickets         []Key  // in scope and window
	Status          string
	Since           string
	FirstReported   string // days of runs
	LastReported    string
	Asked           string // day of the first run that escalated it; "" for none
	Due             string // day by which an answer was due
	Criteria        []string

	// Alarm is the day of the last run in which it alarmed, with the tickets and
	// window of that run: the basis of the forecast for later runs.
	Alarm        string
	AlarmTickets int
	AlarmDays    int
}

// Value is one field of a scope, by canonical column.
type Value struct{ Field, Value string }

// The kinds of a Decision.
const (
	Accept             = "accept"
	Decline            = "decline"
	Known              = "known"
	Fixed              = "fixed"
	WrongOwner         = "wrong_owner"
	FindAnOwner        = "find_an_owner" // it has no right owner; the help desk looks for one
	Merge              = "merge"
	Split              = "split"
	NotAPattern        = "not_a_pattern"
	IgnoreUntilDoubled = "ignore_until_doubled"
)

// Kinds lists the kinds of decisions in the order in which they are offered.
func Kinds() []string {
	return []string{Accept, Decline, Known, Fixed, WrongOwner, FindAnOwner, Merge, Split, IgnoreUntilDoubled, NotAPattern}
}

// Decision is a decision of people about a pattern or an issue.
type Decision struct {
	Number    int // from 1, in the order they were recorded
	Pattern   string
	Issue     string
	Kind      string
	Reason    string
	Day       string // day of the fix, of Fixed
	Owner     string // right owner, of WrongOwner
	WithIssue string // of Merge
	By        string
	On        string // day of the decision
	Undone    string // day on which it was undone; "" while it stands
	UndoneBy  string
}

// StandingAnswer returns the last answer given on day since or later and not undone;
// false if there is none.
func StandingAnswer(answers []Decision, since string) (Decision, bool) {
	for _, d := range slices.Backward(answers) {
		if d.Undone == "" && d.On >= since {
			return d, true
		}
	}
	return Decision{}, false
}

// Run holds the totals of one run, for the trend of the desk.
type Run struct {
	Day      string // of AsOf
	Tickets  int    // in the export
	Days     int    // from its first ticket to Day; 0: not known
	Weeks    int    // number of last weeks that the following fields cover
	Opened   int    // tickets opened in these weeks
	Repeated int    // of these, repeat work; negative if unknown
	// HoursMedian is the median time to resolve, in hours, of tickets finished in
	// these weeks; negative if there are none.
	HoursMedian float64
	Escalated   int // patterns escalated for the first time
	Patterns    int
	Fixes       int      // fixes declared at least four weeks ago
	FixesQuiet  int      // of these, without a ticket in the four weeks after
	Gaps        []string // functions without owner that a pattern was assigned to, sorted
}

// CompareIssues orders issues by FirstSeen, then id.
func CompareIssues(a, b Issue) int {
	return cmp.Or(cmp.Compare(a.FirstSeen, b.FirstSeen), cmp.Compare(a.ID, b.ID))
}
