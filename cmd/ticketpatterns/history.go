package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/cmd/ticketpatterns/internal/archive"
)

func (a *app) historyCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "history [ISSUE|PATTERN]",
		Short: "List past runs and decisions, or the whole life of one issue",
		Long: `History lists the stored runs and all decisions. With the id of an issue or a
pattern it tells its life: what it was called, how it stood, where it was a
pattern, who was asked, what was decided.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withHistory(cmd, func(h *archive.Archive) error {
				if len(args) == 1 {
					return a.tellLife(h, args[0])
				}
				return a.listRuns(h)
			})
		},
	}
	addHistoryFlags(cmd)
	return cmd
}

// withHistory opens the history that the settings name.
func (a *app) withHistory(cmd *cobra.Command, use func(*archive.Archive) error) error {
	c, err := a.loadConfig(cmd)
	if err != nil {
		return err
	}
	h, err := archive.OpenExisting(c.HistoryFile())
	if err != nil {
		return err
	}
	defer h.Close()
	return use(h)
}

func (a *app) listRuns(h *archive.Archive) error {
	runs, err := h.Runs()
	if err != nil {
		return err
	}
	decisions, err := h.Decisions()
	if err != nil {
		return err
	}
	out := printer{w: a.stdout}
	out.linef("%s.", count(len(runs), "run", "runs"))
	for _, r := range runs {
		out.linef("  %s  %s, %s, %s asked for the first time%s", r.Day, english.Tickets(r.Tickets), count(r.Patterns, "pattern", "patterns"), english.Int(r.Escalated), noted(r.Note))
	}
	if len(decisions) > 0 {
		out.linef("%s.", count(len(decisions), "decision", "decisions"))
	}
	for _, d := range decisions {
		out.linef("  %s", decisionLine(d))
	}
	return out.done()
}

func noted(note string) string {
	if note == "" {
		return ""
	}
	return " (" + note + ")"
}

// decisionLine says a decision in one line.
func decisionLine(d past.Decision) string {
	parts := []string{fmt.Sprintf("%d. %s  %s: %s", d.Number, d.On, cmp.Or(d.Pattern, d.Issue), strings.ReplaceAll(d.Kind, "_", " "))}
	if d.Kind == past.Fixed {
		parts[0] += " on " + d.Day
	}
	for _, p := range []struct{ before, text string }{{"to ", d.Owner}, {"with ", d.WithIssue}, {"by ", d.By}, {"", d.Reason}} {
		if p.text != "" {
			parts = append(parts, p.before+p.text)
		}
	}
	if d.Undone != "" {
		parts = append(parts, "taken back on "+d.Undone)
	}
	return strings.Join(parts, ", ")
}

// line is one dated line of a life.
type line struct{ day, text string }

func (a *app) tellLife(h *archive.Archive, id string) error {
	life, err := h.Issue(id)
	if err != nil {
		return err
	}
	last := life.Issues[len(life.Issues)-1]
	out := printer{w: a.stdout}
	out.linef("%s: %s", last.ID, last.Label)
	out.linef("First seen %s; %s since %s; %s remembered.", english.Date(result.Day(last.FirstSeen)), last.Status, english.Date(result.Day(last.Since)), english.Tickets(life.Tickets))
	if len(last.Previous) > 0 {
		out.linef("Made of %s.", english.List(last.Previous))
	}
	if last.Into != "" {
		out.linef("Merged into %s.", last.Into)
	}
	lines := slices.Concat(statusLines(life.Issues), patternLines(life.Patterns), decisionLines(life.Decisions))
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Compare(a.day, b.day) })
	for _, l := range lines {
		out.linef("  %s  %s", l.day, l.text)
	}
	return out.done()
}

// statusLines tells the changes of an issue, not its every state.
func statusLines(states []archive.IssueState) []line {
	lines := []line{{states[0].FirstSeen, "first ticket"}}
	status, label := "", ""
	for _, s := range states {
		if s.Status != status {
			lines = append(lines, line{s.Since, s.Status})
		}
		if s.Label != label && label != "" {
			lines = append(lines, line{s.Run, "now called: " + s.Label})
		}
		if s.Into != "" {
			lines = append(lines, line{s.Run, "merged into " + s.Into})
		}
		status, label = s.Status, s.Label
	}
	return lines
}

// patternLines tells when patterns of an issue were first shown, asked about, said
// aloud again, and last shown.
func patternLines(states []archive.PatternState) []line {
	var lines []line
	last := map[string]archive.PatternState{}
	var order []string
	for _, p := range states {
		before, seen := last[p.ID]
		if !seen {
			order = append(order, p.ID)
			lines = append(lines, line{p.Run, fmt.Sprintf("%s pattern %s found: %s, %s", p.Kind, p.ID, p.Scope, english.Tickets(len(p.Tickets)))})
		}
		switch {
		case p.Asked == p.Run && before.Asked == "":
			lines = append(lines, line{p.Run, fmt.Sprintf("%s: asked %s, answer due %s", p.ID, cmp.Or(p.Team, "for an owner"), p.Due)})
		case p.Asked == p.Run && before.Asked != p.Asked:
			lines = append(lines, line{p.Run, fmt.Sprintf("%s: asked %s again, %s", p.ID, cmp.Or(p.Team, "for an owner"), english.Tickets(len(p.Tickets)))})
		}
		last[p.ID] = p
	}
	for _, id := range order {
		lines = append(lines, line{last[id].Run, fmt.Sprintf("%s: last shown, %s", id, english.Tickets(len(last[id].Tickets)))})
	}
	return lines
}

func decisionLines(decisions []past.Decision) []line {
	var lines []line
	for _, d := range decisions {
		lines = append(lines, line{d.On, "decision " + decisionLine(d)})
		if d.Undone != "" {
			lines = append(lines, line{d.Undone, fmt.Sprintf("decision %d taken back", d.Number)})
		}
	}
	return lines
}
