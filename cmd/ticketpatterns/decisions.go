package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"ticketpatterns/analyzer/past"
)

// decisionsFile is the name under which the report saves decisions.
const decisionsFile = "decisions.csv"

// decisionColumns are the columns of the file. pattern_id or issue_id, decision
// and decided_on must be there; the others may be missing.
var decisionColumns = []string{"pattern_id", "issue_id", "decision", "reason", "date", "owner", "with_issue", "decided_by", "decided_on"}

// The bounds of a file of decisions: one is some hundred bytes, and people read it.
const (
	maxDecisionBytes = 8 << 20
	maxDecisions     = 10_000
	maxDecisionCell  = 200 // characters
	maxReason        = 2_000
)

// decidedRow is a decision and where it stands.
type decidedRow struct {
	past.Decision
	file string
	line int
}

// rowError says why a row of decisions is not used.
type rowError struct {
	file string
	line int
	err  error
}

func (e *rowError) Error() string { return fmt.Sprintf("%s:%d: %v", e.file, e.line, e.err) }
func (e *rowError) Unwrap() error { return e.err }

// parseDecisions reads what the report saved. Each row that cannot be used is
// said as file:line: column: what is wrong, and the others count.
func parseDecisions(file string, data []byte) (decisions []decidedRow, wrong []*rowError) {
	at := func(line int, err error) []*rowError { return append(wrong, &rowError{file, line, err}) }
	if len(data) > maxDecisionBytes {
		return nil, at(1, fmt.Errorf("the file is larger than %d MB, want the decisions that the report saves", maxDecisionBytes>>20))
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	if err != nil {
		line, err := brokenAt(err)
		return nil, at(line, err)
	}
	column := map[string]int{}
	for i, name := range header {
		column[strings.ToLower(strings.TrimSpace(name))] = i
	}
	for _, name := range []string{"pattern_id", "decision"} {
		if _, ok := column[name]; !ok {
			return nil, at(1, fmt.Errorf("no column %q, want %s", name, strings.Join(decisionColumns, ",")))
		}
	}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return decisions, wrong
		}
		if err != nil { // FieldPos knows no row then
			line, err := brokenAt(err)
			return decisions, at(line, err)
		}
		line, _ := r.FieldPos(0)
		if len(decisions)+len(wrong) == maxDecisions {
			return decisions, at(line, fmt.Errorf("this row and those below are one too many, want at most %d", maxDecisions))
		}
		cell := func(name string) string {
			if i, ok := column[name]; ok && i < len(row) {
				return unescape(row[i])
			}
			return ""
		}
		d := past.Decision{Pattern: cell("pattern_id"), Issue: cell("issue_id"), Kind: decisionWord(cell("decision")), Reason: cell("reason"), Day: cell("date"),
			Owner: cell("owner"), WithIssue: cell("with_issue"), By: cell("decided_by"), On: cell("decided_on")}
		if err := checkDecision(d); err != nil {
			wrong = at(line, err)
			continue
		}
		decisions = append(decisions, decidedRow{d, file, line})
	}
}

// brokenAt returns the line from which a file is no CSV, and what is wrong there.
func brokenAt(err error) (int, error) {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return parse.StartLine, fmt.Errorf("is not written as CSV: %w", parse.Err)
	}
	return 1, err
}

// decisionWord returns the word of a decision that people may write in other ways, such as
// Wrong-owner or accepted; what is none stays as it is.
func decisionWord(written string) string {
	word := strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(strings.TrimSpace(written)))
	for _, kind := range append(past.Kinds(), undo) {
		if word == kind || word == kind+"ed" || word == strings.TrimSuffix(kind, "e")+"ed" || shortKinds[word] == kind {
			return kind
		}
	}
	return written
}

// shortKinds are shorter words for decisions.
var shortKinds = map[string]string{"ignore": past.IgnoreUntilDoubled, "find_owner": past.FindAnOwner}

// unescape takes off the apostrophe that keeps a spreadsheet from running a cell.
func unescape(cell string) string {
	cell = strings.TrimSpace(cell)
	if rest, ok := strings.CutPrefix(cell, "'"); ok && rest != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(rest)[0]) {
		return rest
	}
	return cell
}

// checkDecision says what a decision lacks.
func checkDecision(d past.Decision) error {
	day := func(text string) bool { _, err := time.Parse(time.DateOnly, text); return err == nil }
	cells := []string{d.Pattern, d.Issue, d.Kind, d.Day, d.Owner, d.WithIssue, d.By, d.On}
	switch {
	case slices.ContainsFunc(cells, func(cell string) bool { return utf8.RuneCountInString(cell) > maxDecisionCell }):
		return fmt.Errorf("a cell is longer than %d characters", maxDecisionCell)
	case utf8.RuneCountInString(d.Reason) > maxReason:
		return fmt.Errorf("reason: is longer than %d characters", maxReason)
	case d.Pattern == "" && d.Issue == "":
		return errors.New("pattern_id: is empty, want the id of a pattern or, in issue_id, of an issue")
	case !slices.Contains(past.Kinds(), d.Kind):
		return fmt.Errorf("decision: is %q, want one of %s", d.Kind, english.List(past.Kinds()))
	case !day(d.On):
		return fmt.Errorf("decided_on: is %q, want a day such as 2026-11-22", d.On)
	case d.Kind == past.Fixed && !day(d.Day):
		return fmt.Errorf("date: is %q, want the day of the fix, such as 2026-11-22", d.Day)
	case d.Kind == past.WrongOwner && d.Owner == "":
		return errors.New("owner: is empty, want the right owner")
	case d.Kind == past.Merge && d.WithIssue == "":
		return errors.New("with_issue: is empty, want the id of the issue that it is the same as")
	case d.Kind == past.Decline && d.Reason == "":
		return errors.New("reason: is empty, want why it is declined")
	case d.Kind == past.Split && d.Pattern == "":
		return errors.New("pattern_id: is empty, want the pattern that is to be split off its issue")
	}
	return nil
}
