package html

import (
	"cmp"
	"slices"
	"strings"
	"ticketpatterns/reports/i18n"
)

// decision is one answer that people can give to a finding. The page keeps it
// in the browser and saves it as a row of decisions.csv.
type decision struct {
	Value string       // in the column decision
	Text  i18n.English // to choose it by
	Done  i18n.English // once it is taken
	Needs string       // the column that must be filled for it; "" for none
}

// decisions holds the answers in the order in which all places offer them. The text of
// each begins with the word of the column.
var decisions = []decision{
	{"accept", "accept: the team takes it over", "accepted", ""},
	{"decline", "decline, with a reason", "declined", "reason"},
	{"known", "known and being worked on", "known", ""},
	{"fixed", "fixed on a date", "fixed", "date"},
	{"wrong_owner", "wrong owner", "wrong owner", "owner"},
	{"find_an_owner", "find an owner: the help desk looks for one", "an owner is being found", ""},
	{"merge", "merge: the same as another finding", "merged", "with_issue"},
	{"split", "split: several issues in one", "to be split", "reason"},
	{"ignore_until_doubled", "ignore until doubled", "ignored until doubled", ""},
	{"not_a_pattern", "not a pattern", "not a pattern", ""},
}

// offer is a decision in the language of the page.
type offer struct{ Value, Text, Done, Needs string }

// Decisions are the answers that can be given.
func (v *view) Decisions() []offer {
	out := make([]offer, len(decisions))
	for i, d := range decisions {
		out[i] = offer{d.Value, v.in.Text(d.Text), v.in.Text(d.Done), d.Needs}
	}
	return out
}

// SavePlace is where the file of decisions belongs.
func (v *view) SavePlace() string { return cmp.Or(v.SaveAs, "decisions.csv") }

// TeamNames are the teams of the owner map, sorted by how the page names them, to name
// the right owner.
func (v *view) TeamNames() []choice {
	var names []choice
	add := func(team string) {
		if team != "" {
			names = append(names, choice{team, v.in.Team(team)})
		}
	}
	for _, l := range v.Load {
		add(l.Team)
	}
	for _, f := range v.Findings {
		add(f.Owner.Team)
		add(f.Owner.Alternative)
	}
	slices.SortFunc(names, func(a, b choice) int {
		return cmp.Or(strings.Compare(a.Text, b.Text), strings.Compare(a.Value, b.Value))
	})
	return slices.Compact(names)
}
