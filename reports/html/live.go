package html

import (
	"encoding/json"
	"fmt"
	"html/template"
	"slices"

	"ticketpatterns/analyzer/result"
)

// Live is what a page has in addition while a server shows it.
type Live struct {
	Decisions string     // address to which decisions are sent
	Shown     result.Day // the run on the page
	Runs      []LiveRun  // all that are stored, the latest first
	Decided   []Decided  // decisions that stand, in the order they were made
}

// LiveRun is the address of a stored run.
type LiveRun struct {
	Day  result.Day
	Path string
}

// Decided is a decision that the page begins with.
type Decided struct {
	Decision
	Saved bool `json:"saved"`
}

// Decision is one by the columns of decisions.csv, as the page sends and receives it.
type Decision struct {
	Pattern   string `json:"pattern_id"`
	Issue     string `json:"issue_id"`
	Kind      string `json:"decision"`
	Reason    string `json:"reason"`
	Day       string `json:"date"`
	Owner     string `json:"owner"`
	WithIssue string `json:"with_issue"`
	By        string `json:"decided_by"`
	On        string `json:"decided_on"`
}

// setLive lets the page send decisions to where it came from, and nothing elsewhere.
func (v *view) setLive(live *Live) {
	if live == nil {
		return
	}
	shown := *live
	shown.Decided = slices.Clone(live.Decided)
	for i := range shown.Decided {
		shown.Decided[i].Owner = v.in.Team(shown.Decided[i].Owner)
	}
	v.Live = &shown
	v.Policy += "; connect-src 'self'"
}

// DecidedBefore are the decisions that the page begins with.
func (l *Live) DecidedBefore() (template.JS, error) {
	b, err := json.Marshal(append([]Decided{}, l.Decided...))
	if err != nil {
		return "", fmt.Errorf("encoding the decisions: %w", err)
	}
	return template.JS(b), nil
}
