package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/cmd/ticketpatterns/internal/archive"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
)

const undo = "undo"

// decideFlags are the flags of decide.
type decideFlags struct{ reason, date, owner, with, by, on string }

func (a *app) decideCommand() *cobra.Command {
	var f decideFlags
	cmd := &cobra.Command{
		Use:   "decide PATTERN|ISSUE " + strings.Join(answerNames(), "|"),
		Short: "Record what people decided about a pattern or an issue",
		Long: `Decide records a decision in the history; the next run takes it into account.
The ids are those of the report. The decisions.csv that the report saves is read
by analyze and needs no decide. Nothing is lost: undo takes the last decision
about a pattern or issue back (or the one of a number that history lists), and
the history shows both.`,
		Example: `  ticketpatterns decide P-0123456789 decline --reason "is being replaced in May"
  ticketpatterns decide P-0123456789 fixed --date 2026-03-02
  ticketpatterns decide P-0123456789 wrong_owner --owner Network
  ticketpatterns decide P-0123456789 find_an_owner --reason "nobody runs the lifts"
  ticketpatterns decide I-0123456789 merge --with I-9876543210
  ticketpatterns decide P-0123456789 undo`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error { return a.decide(cmd, args[0], args[1], f) },
	}
	addHistoryFlags(cmd)
	cmd.Flags().StringVar(&f.reason, "reason", "", "why; must be given for decline")
	cmd.Flags().StringVar(&f.date, "date", "", "day of the fix (default: the day of the decision)")
	cmd.Flags().StringVar(&f.owner, "owner", "", "the right owner, for wrong_owner")
	cmd.Flags().StringVar(&f.with, "with", "", "the issue that it is the same as, for merge")
	cmd.Flags().StringVar(&f.by, "by", "", "who decided (default: the user of this computer)")
	cmd.Flags().StringVar(&f.on, "on", "", "day of the decision (default: today)")
	return cmd
}

func answerNames() []string {
	return append(past.Kinds(), undo)
}

func (a *app) decide(cmd *cobra.Command, id, answer string, f decideFlags) error {
	c, err := a.loadConfig(cmd)
	if err != nil {
		return err
	}
	f.on = cmp.Or(f.on, time.Now().Format(time.DateOnly))
	f.by = cmp.Or(f.by, userName())
	answer = decisionWord(answer)
	if !slices.Contains(answerNames(), answer) {
		return usageError(fmt.Errorf("unknown decision %q, want one of %s", answer, strings.Join(answerNames(), ", ")))
	}
	if _, err := time.Parse(time.DateOnly, f.on); err != nil {
		return usageError(fmt.Errorf("--on: is %q, want a day such as 2026-11-22", f.on))
	}
	history, err := archive.OpenExisting(c.HistoryFile())
	if err != nil {
		return err
	}
	defer history.Close()
	if answer == undo {
		d, err := takeBack(history, id, f.by, f.on)
		if err != nil {
			return err
		}
		return a.say("Taken back: decision %d, %s of %s.", d.Number, d.Kind, cmp.Or(d.Pattern, d.Issue))
	}
	d, err := decisionAbout(history, id)
	if err != nil {
		return err
	}
	d.Kind, d.Reason, d.Owner, d.WithIssue, d.By, d.On = answer, f.reason, f.owner, f.with, f.by, f.on
	if d.Kind == past.Fixed {
		d.Day = cmp.Or(f.date, f.on)
	}
	added, err := putDown(history, c, d)
	if err != nil {
		return err
	}
	if added == 0 {
		return a.say("That was decided already.")
	}
	return a.say("Recorded: %s %s, %s, %s. The next run takes it into account; `ticketpatterns decide %s undo` takes it back.", id, answer, d.By, d.On, id)
}

// ownerNames lists the teams of a map, then its functions.
func ownerNames(m owner.Map) []string {
	var all []string
	for _, t := range m.Teams {
		all = append(all, t.Name)
	}
	for _, f := range m.Functions {
		all = append(all, f.Name)
	}
	return all
}

// decisionAbout begins a decision about a pattern or an issue.
func decisionAbout(history *archive.Archive, id string) (past.Decision, error) {
	p, ok, err := history.LastPattern(id)
	if ok {
		return past.Decision{Pattern: id, Issue: p.Issue}, err
	}
	return past.Decision{Issue: id}, err
}

// putDown writes a decision into the history, if it is whole and about what is known.
func putDown(history *archive.Archive, c *config.Config, d past.Decision) (added int, err error) {
	if err := checkDecision(d); err != nil {
		return 0, usageError(err)
	}
	k, err := knownTo(history, c)
	if err != nil {
		return 0, err
	}
	if d, err = k.check(d); err != nil {
		return 0, usageError(err)
	}
	added, err = history.Decide([]past.Decision{d})
	if err != nil || added > 0 {
		return added, err
	}
	if renewed, err := history.Renew(d); err != nil || !renewed {
		return 0, err
	}
	return 1, nil
}

// takeBack undoes the decision of a number, or the last that stands about an id.
func takeBack(history *archive.Archive, id, by, on string) (past.Decision, error) {
	all, err := history.Decisions()
	if err != nil {
		return past.Decision{}, err
	}
	number, _ := strconv.Atoi(id)
	for _, d := range slices.Backward(all) {
		if d.Undone != "" || d.Number != number && (number > 0 || d.Pattern != id && (d.Pattern != "" || d.Issue != id)) {
			continue
		}
		return d, history.Undo(d.Number, by, on)
	}
	return past.Decision{}, usageError(errors.New("no decision stands about " + strconv.Quote(id) + ", want a pattern, an issue or a number that `ticketpatterns history` lists"))
}

// say prints one line to standard output.
func (a *app) say(format string, args ...any) error {
	out := printer{w: a.stdout}
	out.linef(format, args...)
	return out.done()
}
