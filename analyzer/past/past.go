// Package past defines what one analysis remembers for the next: issues, patterns, decisions and the keys that tickets are known by.
//
// It holds no text that people wrote. Tickets and terms are known by keys that
// say nothing without the salt of the site; labels are as the report shows
// them. The package imports nothing of the project: an archive stores its
// values, the analyzer reads and makes them.
package past

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"slices"
)

// Key stands for a ticket or a term. Two of n keys are equal by chance with a
// probability of about n^2 / 2^65: one in thirty million for a million tickets.
type Key uint64

// KeyOf returns the first 64 bits of the HMAC-SHA256 (RFC 2104) of parts under
// salt. Without the salt nobody can tell whether a guessed ticket is meant.
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

// Memory is all that is remembered before an analysis. The zero value is that
// of a first run. Days are written as 2006-01-02; "" is no day.
type Memory struct {
	Salt      []byte     // of the site; keys made with another say nothing
	Runs      []Run      // by day, oldest first
	Issues    []Issue    // by the day they were first seen, then id
	Patterns  []Pattern  // by id
	Decisions []Decision // in the order they were made
}

// Issue is a recurring issue as the last run that held a ticket of it saw it.
type Issue struct {
	ID        string
	Label     string
	FirstSeen string // day of its first ticket, of all runs
	LastSeen  string // day of its last ticket
	Status    string
	Since     string   // day since which it has this status
	Tickets   []Key    // all tickets ever; of those merged away, none
	Terms     []Term   // mean vector of its tickets, by key; at most 40
	Bound     bool     // a pattern or a decision holds its tickets together, whatever they say
	Into      string   // id of the issue that it has been merged into; "" for none
	Previous  []string // ids of issues that it was made of, sorted
}

// Term is one term of a mean vector, in (0, 1].
type Term struct {
	Key    Key
	Weight float64
}

// Pattern is a pattern as the last run that showed it saw it.
type Pattern struct {
	ID, Issue, Kind string
	Label           string
	Scope           string // in words; equal for the same scope
	Where           []Value
	Function        string // that its owner was found for
	Team            string // that it was addressed to; "" for nobody
	Tickets         []Key  // in scope and window
	Status          string
	Since           string
	FirstReported   string // days of runs
	LastReported    string
	Asked           string // first run that escalated it; "" for none
	Due             string // day by which an answer was asked
	Criteria        []string

	// Alarm is the run that last said it aloud, with what was seen then: its own
	// forecast for later runs.
	Alarm        string
	AlarmTickets int
	AlarmDays    int
}

// Value is one field of a scope, by canonical column.
type Value struct{ Field, Value string }

// The kinds of Decision.
const (
	Accept             = "accept"
	Decline            = "decline"
	Known              = "known"
	Fixed              = "fixed"
	WrongOwner         = "wrong_owner"
	Merge              = "merge"
	Split              = "split"
	NotAPattern        = "not_a_pattern"
	IgnoreUntilDoubled = "ignore_until_doubled"
)

// Kinds lists the kinds of decisions.
func Kinds() []string {
	return []string{Accept, Decline, Known, Fixed, WrongOwner, Merge, Split, NotAPattern, IgnoreUntilDoubled}
}

// Decision is what somebody decided about a pattern or an issue.
type Decision struct {
	Number    int // from 1, in the order they were recorded
	Pattern   string
	Issue     string
	Kind      string
	Reason    string
	Day       string // of a fix
	Owner     string // the right one, of WrongOwner
	WithIssue string // of Merge
	By        string
	On        string // day on which it was decided
	Undone    string // day on which it was taken back; "" while it stands
	UndoneBy  string
}

// StandingAnswer returns the last answer that was given on a day or later and not
// taken back.
func StandingAnswer(answers []Decision, since string) (Decision, bool) {
	for _, d := range slices.Backward(answers) {
		if d.Undone == "" && d.On >= since {
			return d, true
		}
	}
	return Decision{}, false
}

// Run is what one run counted: the desk's own trend.
type Run struct {
	Day      string // of AsOf
	Tickets  int    // in the export
	Weeks    int    // the last weeks that the following are counted over
	Opened   int    // tickets of these weeks
	Repeated int    // of these, repeat work; negative if unknown
	// HoursMedian is the median time to resolve of tickets finished in these
	// weeks; negative if none was.
	HoursMedian float64
	Escalated   int // patterns asked about for the first time
	Patterns    int
	Fixes       int      // made four weeks before or earlier
	FixesQuiet  int      // of these, without a ticket in the four weeks after
	Gaps        []string // functions without owner into which a pattern fell, sorted
}

// CompareIssues orders issues by the day they were first seen, then id.
func CompareIssues(a, b Issue) int {
	return cmp.Or(cmp.Compare(a.FirstSeen, b.FirstSeen), cmp.Compare(a.ID, b.ID))
}
