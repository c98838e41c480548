package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/cmd/evaluate/internal/measure"
)

// labelled is a set of texts with their true groups: a file and its columns.
type labelled struct {
	name, path, subject, description, label string
	none                                    string // the label of texts that belong to no group; "" = the empty one
	upTo                                    string // labels that are equal before this are one: zh-cn and zh; "" = none are
	different                               int    // so many texts, each the first of another group, so that no two are one matter; 0 = all texts
}

var labelledSets = []labelled{
	{name: "banking77", path: "datasets/banking77/banking77.csv", subject: "text", label: "label"},
	{name: "tweet89", path: "datasets/tweet89/tweet89.csv", subject: "text", label: "label_id"},
	{name: "searchsnippets8", path: "datasets/searchsnippets8/searchsnippets8.csv", subject: "text", label: "label_id"},
	{name: "agnews4", path: "datasets/agnews4/agnews4.csv", subject: "text", label: "label_id"},
	{name: "dup-eclipse", path: "datasets/bugdup-eclipse/eclipse_duplicates.csv", subject: "title", description: "description", label: "group_id"},
	{name: "dup-mozilla", path: "datasets/bugdup-mozilla-mobile/mozilla_mobile_duplicates.csv", subject: "title", description: "description", label: "group_id"},
	{name: "dup-hadoop", path: "datasets/gitbugs-hadoop/hadoop_bugs.csv", subject: "title", description: "description", label: "group_id"},
	{name: "multilang", path: "datasets/multilang-tickets-synthetic/multilang_tickets.csv", subject: "subject", description: "body", label: "queue"},
	{name: "vscode-titles", path: "datasets/vscode-multilingual-titles/vscode_multilingual_titles.csv", subject: "title", label: "language", upTo: "-"},
	{name: "askubuntu", path: "datasets/it-intents-small/askubuntu_intents.csv", subject: "text", label: "label", none: "None"},
	{name: "webapps", path: "datasets/it-intents-small/webapps_intents.csv", subject: "text", label: "label", none: "None"},
	{name: "different-intents", path: "datasets/banking77/banking77.csv", subject: "text", label: "label", different: 77},
	{name: "different-tweets", path: "datasets/tweet89/tweet89.csv", subject: "text", label: "label_id", different: 89},
	{name: "different-bugs", path: "datasets/bugdup-mozilla-mobile/mozilla_mobile_duplicates.csv", subject: "title", description: "description", label: "group_id", different: 200},
}

func labelledNames() []string {
	var names []string
	for _, l := range labelledSets {
		names = append(names, l.name)
	}
	return names
}

// runIssues measures how well issues agree with true groups.
func runIssues(args []string, stdout, stderr io.Writer) error {
	flags := newFlags("issues", stderr)
	seed := flags.Uint64("seed", 1, "seed of the days on which the tickets are opened")
	list := flags.String("sets", strings.Join(labelledNames(), ","), "labelled sets, comma-separated")
	quick := flags.Bool("quick", false, "take the first 500 texts of each set, in an order drawn by lot")
	data, err := parseData(flags, args)
	if err != nil {
		return err
	}
	most := 0
	if *quick {
		most = 500
	}
	out, err := measureIssues(data, strings.Split(*list, ","), *seed, most, stderr)
	if err != nil {
		return err
	}
	return out.write(stdout)
}

// measureIssues groups each set, at most so many texts of it; 0 = all.
func measureIssues(data folder, names []string, seed uint64, most int, stderr io.Writer) (*table, error) {
	out := &table{header: []string{"set", "n", "true groups", "grouping", "groups", "left out", "pairs", "firm", "firm pairs", "precision", "recall", "F1", "ARI"}}
	bar := newProgress(stderr, len(names))
	defer bar.end()
	for _, name := range names {
		at := slices.IndexFunc(labelledSets, func(l labelled) bool { return l.name == strings.TrimSpace(name) })
		if at < 0 {
			return nil, fmt.Errorf("unknown set %q, want some of %s", name, strings.Join(labelledNames(), ","))
		}
		bar.step("%s", name)
		tickets, truth, err := data.labelled(labelledSets[at], seed, most)
		if err != nil {
			return nil, err
		}
		got, firm, err := issueOfEach(tickets)
		if err != nil {
			return nil, err
		}
		reportGroupings(out, labelledSets[at].name, truth, got, firm)
	}
	out.note("pairs: share of the pairs of texts of one group that are of one true group; firm pairs: of those that belong to it beyond doubt, which are the share firm of all. precision, recall, F1: B-cubed; a text in no issue counts as an issue of its own. multilang is labelled by 62 queues, far coarser than")
	out.note("issues are; vscode-titles is labelled by language, so that only its precision says something: do issues keep languages apart?")
	out.note("different-*: each text is of another true group, so that all should be left out.")
	return out, nil
}

// reportGroupings adds the row of the issues and those of the two groupings that
// need no thought.
func reportGroupings(out *table, set string, truth, got, firm []string) {
	alone, one := make([]string, len(truth)), make([]string, len(truth))
	for i := range one {
		one[i] = "all"
	}
	for _, g := range []struct {
		name         string
		groups, firm []string
	}{{"issues", got, firm}, {"each alone", alone, alone}, {"all in one", one, one}} {
		a, f := measure.Compare(truth, g.groups), measure.Compare(truth, g.firm)
		out.add(set, a.N, a.Truth, g.name, a.Groups, decimals(a.LeftOut, 2), ratio(int(a.SamePairs), int(a.Pairs)), decimals(1-f.LeftOut, 2), ratio(int(f.SamePairs), int(f.Pairs)),
			decimals(a.Precision, 3), decimals(a.Recall, 3), decimals(a.F1, 3), decimals(a.ARI, 3))
	}
}

// labelled reads a set as tickets, each of another person and opened on a day
// drawn by lot, and the true group of each; "" for none.
func (f folder) labelled(l labelled, seed uint64, most int) ([]ticket.Ticket, []string, error) {
	s, err := f.sheet(l.path)
	if err != nil {
		return nil, nil, err
	}
	if err := s.need(l.subject, l.description, l.label); err != nil {
		return nil, nil, err
	}
	chance := rand.New(rand.NewPCG(seed, 1))
	rows := l.chosen(s)
	if most > 0 {
		chance.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		rows = rows[:min(most, len(rows))]
	}
	var tickets []ticket.Ticket
	var truth []string
	for i, row := range rows {
		truth = append(truth, l.group(s.cell(row, l.label)))
		tickets = append(tickets, ticket.Ticket{
			Source: l.name, ID: strconv.Itoa(i), Requester: "person " + strconv.Itoa(i),
			Subject: s.cell(row, l.subject), Description: s.cell(row, l.description),
			Opened: plantEnd.AddDate(0, 0, -chance.IntN(26*7)).Add(time.Duration(7+chance.IntN(12)) * time.Hour),
		})
	}
	return tickets, truth, nil
}

// chosen returns the rows of a sheet that are read.
func (l labelled) chosen(s *sheet) [][]string {
	if l.different == 0 {
		return slices.Clone(s.rows)
	}
	var rows [][]string
	seen := map[string]bool{}
	for _, row := range s.rows {
		if group := l.group(s.cell(row, l.label)); len(rows) < l.different && !seen[group] {
			seen[group] = true
			rows = append(rows, row)
		}
	}
	return rows
}

// group returns the true group that a label stands for; "" for none.
func (l labelled) group(label string) string {
	label = strings.TrimSpace(label)
	if label == l.none {
		return ""
	}
	if l.upTo != "" {
		label, _, _ = strings.Cut(label, l.upTo)
	}
	return label
}

// issueOfEach returns the issue that each ticket belongs to or perhaps belongs to, and the
// one that it belongs to beyond doubt; "" for none.
func issueOfEach(tickets []ticket.Ticket) (got, firm []string, err error) {
	a, err := analyse(export{tickets: tickets})
	if err != nil {
		return nil, nil, err
	}
	all, sure := issueByTicket(a), firmByTicket(a)
	for i := range tickets {
		got, firm = append(got, all[tickets[i].ID]), append(firm, sure[tickets[i].ID])
	}
	return got, firm, nil
}
