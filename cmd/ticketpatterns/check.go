package main

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ticketpatterns/analyzer/escalate"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
)

// question is a ticket that somebody makes up to see who would own it.
type question struct {
	facts      owner.Facts
	department string
	expect     string
	learn      bool
}

func (a *app) checkCommand() *cobra.Command {
	var q question
	cmd := &cobra.Command{
		Use:   "check [EXPORT.csv ...]",
		Short: "Check config.yaml and the owner map; ask who would own a problem",
		Long: `Check reads the configuration and names all its mistakes (those of keys and
types first; once these are mended, those of values), then says which functions
are unowned and which teams hold too much or cannot be written to.

With an export it shows to which function each of its resolver groups would be
bound, and why, and the categories and services that no function knows. With
--learn it proposes entries of the owner map from it, with counts, to be read and
pasted: groups for functions, and services that no function knows.

With --category, --text or another property of a ticket it says who would own
the cause, and why; with --department also which criteria do not count there.
With --expect TEAM it fails if the answer is another one,
so that an owner map can have tests of its own; --expect "" means nobody.`,
		Example: `  ticketpatterns check
  ticketpatterns check tickets.csv
  ticketpatterns check --learn tickets.csv
  ticketpatterns check --category Printing --text "label printer offline" --expect Workplace`,
		RunE: func(cmd *cobra.Command, args []string) error { return a.check(cmd, args, q) },
	}
	addReadingFlags(cmd)
	flags := cmd.Flags()
	flags.StringVar(&q.facts.Category, "category", "", "category of the ticket; levels as in \"Hardware > Printer\"")
	flags.StringVar(&q.facts.Subcategory, "subcategory", "", "subcategory of the ticket")
	flags.StringVar(&q.department, "department", "", "department of the requester; decides only about exceptions to criteria")
	flags.StringVar(&q.facts.Service, "service", "", "service or application")
	flags.StringVar(&q.facts.ConfigurationItem, "configuration-item", "", "device or system")
	flags.StringVar(&q.facts.Location, "location", "", "site of the requester")
	flags.StringVar(&q.facts.Group, "group", "", "resolver group that holds it")
	flags.StringVar(&q.facts.Subject, "text", "", "what people write")
	flags.StringVar(&q.facts.Resolution, "resolution", "", "what the desk noted when it closed the ticket")
	flags.BoolVar(&q.learn, "learn", false, "propose entries of the owner map from the exports, as YAML to paste")
	flags.StringVar(&q.expect, "expect", "", "the team that should own it")
	return cmd
}

func (a *app) check(cmd *cobra.Command, exports []string, q question) error {
	c, err := a.loadConfig(cmd)
	if err != nil {
		return err
	}
	out := printer{w: a.stdout}
	asked := q.facts != owner.Facts{}
	expects := cmd.Flags().Changed("expect")
	switch {
	case expects && !asked:
		return usageError(errors.New("--expect: needs a ticket to ask about, such as --category Printing"))
	case (asked || q.department != "") && len(exports) > 0:
		return usageError(errors.New("an export and a ticket to ask about are two questions: ask one at a time"))
	case q.learn && len(exports) == 0:
		return usageError(errors.New("--learn: needs an export to learn from, such as check --learn tickets.csv"))
	case q.learn:
		return a.learn(exports, c)
	case len(exports) > 0:
		return a.checkExport(exports, c)
	case !asked && q.department == "":
		describeConfig(&out, c)
		return out.done()
	}
	if expects {
		if err := knownTeam(c.Owners, q.expect); err != nil {
			return usageError(err)
		}
	}
	var answer result.Owner
	if asked {
		answer = c.Owners.Find([]owner.Facts{q.facts}, owner.Context{})
		describeAnswer(&out, c.Owners, answer)
	} else {
		out.linef("No department owns a cause: ask with --category, --service, --text or another property of a ticket.")
	}
	describeExceptions(&out, c.Criteria, q)
	if err := out.done(); err != nil {
		return err
	}
	if expects && !owner.Same(answer.Team, q.expect) {
		return fmt.Errorf("the owner is %s, want %s", teamOrNobody(answer.Team), teamOrNobody(q.expect))
	}
	return nil
}

// knownTeam refuses a name that no team of the map has; "" stands for nobody.
func knownTeam(m owner.Map, name string) error {
	var names []string
	for _, t := range m.Teams {
		if owner.Same(t.Name, name) {
			return nil
		}
		names = append(names, t.Name)
	}
	if name == "" {
		return nil
	}
	hint := "one of " + strings.Join(names, ", ") + `, or "" for nobody`
	if near, ok := owner.Nearest(name, names); ok {
		hint = fmt.Sprintf("%q? (%s)", near, hint)
	}
	return fmt.Errorf("--expect: no team is called %q, want %s", name, hint)
}

// describeExceptions says which criteria do not count for a ticket, and why.
func describeExceptions(out *printer, criteria []escalate.Criterion, q question) {
	for _, c := range criteria {
		if e, ok := c.Excepted(q.department, q.facts.Category); ok && c.On {
			out.linef("The criterion %q does not count here: %s.", c.Name, strings.TrimRight(e.Reason, "."))
		}
	}
}

func teamOrNobody(team string) string {
	if team == "" {
		return "nobody"
	}
	return fmt.Sprintf("%q", team)
}

// describeConfig says what a configuration without mistakes holds, and what
// in its owner map deserves a look.
func describeConfig(out *printer, c *config.Config) {
	m := c.Owners
	on := 0
	for _, one := range c.Criteria {
		if one.On {
			on++
		}
	}
	out.linef("%s: no mistakes.", cmp.Or(c.File, "built-in settings"))
	out.linef("%s, %d of them on; %s; %s; preset %s.", count(len(c.Criteria), "criterion", "criteria"), on,
		count(len(m.Functions), "function", "functions"), count(len(m.Teams), "team", "teams"), m.Preset)
	for _, gap := range m.Gaps() {
		out.linef("Unowned: %s.", gap)
	}
	for _, l := range m.Load(nil) {
		switch {
		case l.Overloaded:
			out.linef("Too much: %s. %s", l.Team, english.LoadReason(&l))
		case l.Alone:
			out.linef("Single person: %s. %s", l.Team, english.LoadReason(&l))
		case l.Functions == 0:
			out.linef("Unused: %s owns no function.", l.Team)
		}
		if l.Contact == "" && l.Functions > 0 {
			out.linef("No contact: %s owns functions, and its escalations name nobody to write to.", l.Team)
		}
	}
}

// describeAnswer says who would own a ticket and why.
func describeAnswer(out *printer, m owner.Map, answer result.Owner) {
	switch {
	case answer.Gap && answer.Function == "":
		out.linef("Unowned: the owner map does not know this kind of ticket.")
	case answer.Gap:
		out.linef("Unowned: the owner map names no team for %s.", answer.Function)
	default:
		out.linef("%s owns it, for %s.%s", answer.Team, answer.Function, contact(answer.Contact))
	}
	out.linef("Why: %s", english.OwnerReason(answer))
	if answer.Confidence > 0 {
		out.linef("%s", english.Strength(answer))
	}
	if answer.Alternative != "" {
		almost := ""
		if answer.Split {
			almost = ", for which there is almost as much evidence"
		}
		out.linef("It could also be %s, for %s%s.", answer.Alternative, answer.AlternativeFunction, almost)
	}
	for _, f := range m.Functions {
		if f.Name != answer.Function || answer.Gap {
			continue
		}
		out.linef("May decide alone: %s.", cmp.Or(string(f.DecidesAlone), "not said"))
		out.linef("Needs others for: %s.", strings.TrimRight(cmp.Or(string(f.NeedsOthers), "not said"), "."))
	}
}

func contact(address string) string {
	if address == "" {
		return ""
	}
	return " Contact: " + address + "."
}
