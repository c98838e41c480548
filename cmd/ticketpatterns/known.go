package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/cmd/ticketpatterns/internal/archive"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/reports/words"
)

// known holds the names that a decision may use: those of the owner map, and the ids of
// the history. Command, file and page refuse all others.
type known struct {
	owners           owner.Map
	in               words.Writer // of the page, which names the preset's teams in its language
	patterns, issues map[string]bool
}

// knownTo reads what a history knows; it knows nothing if it is nil.
func knownTo(history *archive.Archive, c *config.Config) (known, error) {
	k := known{owners: c.Owners, in: words.In(c.Language()).Naming(c.Owners.BuiltIn())}
	if history == nil {
		return k, nil
	}
	var err error
	k.patterns, k.issues, err = history.IDs()
	return k, err
}

// unknown is an error about a name that is not known.
type unknown struct {
	column, name string
	near         string // what was likely meant; "" for none
	want         string // where it can be found
}

// Error says it as the command does, by its flags.
func (u *unknown) Error() string {
	want := u.want
	if u.near != "" {
		want = u.near
	}
	switch u.column {
	case "owner":
		return fmt.Sprintf("--owner: %q is no team or function of the owner map, want %s", u.name, want)
	case "with_issue":
		return fmt.Sprintf("--with: no issue %q in the history, want %s", u.name, want)
	}
	return fmt.Sprintf("no pattern or issue %q in the history, want %s", u.name, want)
}

// check refuses a decision about what is not known, and writes the owner as the map does.
func (k known) check(d past.Decision) (past.Decision, error) {
	if wrong := k.unknowns(&d); len(wrong) > 0 {
		return d, wrong[0]
	}
	return d, nil
}

// unknowns lists what a decision names that is not known, and writes its owner as the map
// does.
func (k known) unknowns(d *past.Decision) []*unknown {
	var wrong []*unknown
	if u := k.unknownIDs(d); u != nil {
		wrong = append(wrong, u)
	}
	if d.Owner == "" {
		return wrong
	}
	name, near := k.ownerNamed(d.Owner)
	if name == "" {
		all := ownerNames(k.owners)
		return append(wrong, &unknown{"owner", d.Owner, near, "one of " + strings.Join(all[:len(k.owners.Teams)], ", ")})
	}
	d.Owner = name
	return wrong
}

// ownerNamed returns the team that a name means, or the function if no team owns it, or
// else the nearest name, as the map writes them. The page's language counts as much as the
// map's.
func (k known) ownerNamed(written string) (name, near string) {
	all := ownerNames(k.owners)
	said := slices.Clone(all)
	for _, n := range all {
		said = append(said, k.in.Team(n))
	}
	at := func(wanted string) int {
		return slices.IndexFunc(said, func(n string) bool { return strings.EqualFold(n, wanted) })
	}
	if i := at(written); i >= 0 {
		name = all[i%len(all)]
		if f := i%len(all) - len(k.owners.Teams); f >= 0 {
			name = cmp.Or(k.owners.Functions[f].Team, name)
		}
		return name, ""
	}
	if n, ok := owner.Nearest(written, said); ok {
		return "", all[at(n)%len(all)]
	}
	return "", ""
}

// unknownIDs returns the first id that the history does not know; nil if there is none.
func (k known) unknownIDs(d *past.Decision) *unknown {
	switch {
	case d.Pattern != "" && !k.patterns[d.Pattern]:
		return unknownID("pattern_id", d.Pattern, k.patterns)
	case d.Pattern == "" && !k.issues[d.Issue]:
		return unknownID("issue_id", d.Issue, k.issues, k.patterns)
	case d.Issue != "" && !k.issues[d.Issue]:
		return unknownID("issue_id", d.Issue, k.issues)
	case d.WithIssue != "" && !k.issues[d.WithIssue]:
		return unknownID("with_issue", d.WithIssue, k.issues)
	}
	return nil
}

func unknownID(column, id string, among ...map[string]bool) *unknown {
	var all []string
	for _, ids := range among {
		all = slices.AppendSeq(all, maps.Keys(ids))
	}
	slices.Sort(all)
	near, _ := owner.Nearest(id, all)
	return &unknown{column, id, near, "an id as the report shows it"}
}
