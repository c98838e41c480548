package main

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/cmd/ticketpatterns/internal/archive"
	"ticketpatterns/reports"
)

func (a *app) diffCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "diff RUN RUN",
		Short: "Say what changed between two runs, in words",
		Long: `Diff compares two runs: days that history lists, or folders and patterns.json
files that analyze wrote.`,
		Example: "  ticketpatterns diff 2026-03-01 2026-03-08",
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			first, _, err := a.stored(cmd, args[0])
			if err != nil {
				return err
			}
			second, _, err := a.stored(cmd, args[1])
			if err != nil {
				return err
			}
			out := printer{w: a.stdout}
			tellChanges(&out, first, second)
			return out.done()
		},
	}
	addHistoryFlags(cmd)
	return cmd
}

var dayName = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// stored returns a run: of a day in the history, or of a folder or file.
func (a *app) stored(cmd *cobra.Command, run string) (*result.Analysis, result.Run, error) {
	if _, err := os.Stat(run); err == nil || !dayName.MatchString(run) {
		if err := a.bringBack(run); err != nil {
			return nil, result.Run{}, err
		}
		found, err := reports.ReadAnalysis(run)
		if err != nil {
			return nil, result.Run{}, err
		}
		record, err := reports.ReadRun(run)
		return found, record, err
	}
	var found *result.Analysis
	var record result.Run
	err := a.withHistory(cmd, func(h *archive.Archive) error {
		analysis, err := h.Document(run, storedAnalysis)
		if err != nil {
			return err
		}
		about, err := h.Document(run, storedRun)
		if err != nil {
			return err
		}
		if found, err = reports.ParseAnalysis(analysis); err == nil {
			err = json.Unmarshal(about, &record)
		}
		if err != nil {
			return fmt.Errorf("reading the run of %s from the history: %w", run, err)
		}
		return nil
	})
	return found, record, err
}

// tellChanges says what a person wants to know about the second run who read the
// first.
func tellChanges(out *printer, first, second *result.Analysis) {
	out.linef("From %s to %s: %s then, %s now.", english.Date(result.DayOf(first.AsOf)), english.Date(result.DayOf(second.AsOf)),
		count(len(first.Patterns), "pattern", "patterns"), english.Int(len(second.Patterns)))
	changes := patternChanges(first, second)
	changes = append(changes, issueChanges(first, second)...)
	if len(changes) == 0 {
		out.linef("Nothing changed.")
	}
	for _, c := range changes {
		out.linef("- %s", c)
	}
}

func patternChanges(first, second *result.Analysis) []string {
	before := map[string]*result.Pattern{}
	for i := range first.Patterns {
		before[first.Patterns[i].ID] = &first.Patterns[i]
	}
	var changes []string
	still := map[string]bool{}
	for i := range second.Patterns {
		p := &second.Patterns[i]
		still[p.ID] = true
		was, known := before[p.ID]
		if !known {
			changes = append(changes, fmt.Sprintf("New: %s (%s)", english.Statement(p), p.ID))
			continue
		}
		if what := whatChanged(was, p); len(what) > 0 {
			changes = append(changes, fmt.Sprintf("“%s” (%s): %s.", p.Label, p.ID, strings.Join(what, "; ")))
		}
	}
	for i := range first.Patterns {
		if p := &first.Patterns[i]; !still[p.ID] {
			changes = append(changes, fmt.Sprintf("No longer shown: “%s” (%s), %s then.", p.Label, p.ID, english.Tickets(len(p.Tickets))))
		}
	}
	return changes
}

// whatChanged says how a pattern differs.
func whatChanged(was, p *result.Pattern) []string {
	var what []string
	add := func(format string, args ...any) { what = append(what, fmt.Sprintf(format, args...)) }
	if len(was.Tickets) != len(p.Tickets) {
		add("%s, %d before", english.Tickets(len(p.Tickets)), len(was.Tickets))
	}
	if was.Requesters != p.Requesters {
		add("%s, %d before", count(p.Requesters, "person", "people"), was.Requesters)
	}
	if was.Owner.Team != p.Owner.Team {
		add("owner %s, %s before", ownerName(p.Owner), ownerName(was.Owner))
	}
	switch {
	case p.Escalate && !was.Escalate:
		add("escalated")
	case !p.Escalate && was.Escalate:
		add("no longer escalated")
	}
	if p.Status != was.Status {
		add("%s, %s before", p.Status, was.Status)
	}
	if reason := english.StandingReason(p); reason != "" && reason != english.StandingReason(was) {
		add("%s", strings.TrimSuffix(reason, "."))
	}
	return what
}

func ownerName(o result.Owner) string {
	if o.Gap || o.Team == "" {
		return "nobody"
	}
	return o.Team
}

// backNamed is how many issues that are back are named, the largest first.
const backNamed = 3

// issueChanges tells what became of issues that were merged or split, or came back.
func issueChanges(first, second *result.Analysis) []string {
	before := map[string]*result.Issue{}
	for i := range first.Issues {
		before[first.Issues[i].ID] = &first.Issues[i]
	}
	var changes []string
	fresh, back := 0, []string{}
	for i := range second.Issues {
		now := &second.Issues[i]
		was, known := before[now.ID]
		if !known {
			fresh++
		}
		for _, id := range now.PreviousIDs {
			if _, there := before[id]; there && (!known || !slices.Contains(was.PreviousIDs, id)) {
				changes = append(changes, fmt.Sprintf("Issue “%s” (%s) was made of %s.", now.Label, now.ID, id))
			}
		}
		if known && now.Status == result.StatusBack && was.Status != result.StatusBack {
			back = append(back, fmt.Sprintf("“%s” (%s)", now.Label, now.ID))
		}
	}
	if more := len(back) - backNamed; more > 0 {
		back = append(back[:backNamed], english.Int(more)+" more")
	}
	if len(back) > 0 {
		changes = append(changes, "Back after eight silent weeks or more: "+english.List(back)+".")
	}
	if fresh > 0 {
		changes = append(changes, count(fresh, "issue", "issues")+" that the first run did not have.")
	}
	return changes
}
