package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// groupedSet is a labelled set whose label is taken for the resolver group.
type groupedSet struct {
	name, path            string
	subject, description  string // columns; "" = none
	category, service     string
	subcategory, location string
	item, group, opened   string
	shuffled              bool // the file has no order in time
}

var groupedSets = []groupedSet{
	{name: "endava", path: "datasets/it-service-tickets-endava/it_service_tickets_47k.csv", description: "text", group: "topic_group", shuffled: true},
	{name: "multilang", path: "datasets/multilang-tickets-synthetic/multilang_tickets.csv", subject: "subject", description: "body", group: "queue", shuffled: true},
	{name: "eclipse", path: "datasets/bugdup-eclipse/eclipse_duplicates.csv", subject: "title", description: "description", group: "component", shuffled: true},
	{name: "banking", path: "datasets/banking77/banking77.csv", description: "text", group: "label", shuffled: true},
	{name: "italian", path: "datasets/helpdesk-log-italian/tickets.csv", category: "service_type", subcategory: "seriousness", service: "product", item: "customer", location: "responsible_section", group: "workgroup", opened: "opened_at"},
	{name: "volvo", path: "datasets/volvo-vinst-incidents/incidents.csv", service: "product", location: "country", category: "impact", group: "last_support_team", opened: "opened_at"},
}

// mostGrouped bounds the tickets of a set.
const mostGrouped = 9000

// tickets reads a set, in the order of time or, where it has none, shuffled.
func (f folder) grouped(g groupedSet) ([]ticket.Ticket, error) {
	s, err := f.sheet(g.path)
	if err != nil {
		return nil, err
	}
	if err := s.need(g.group); err != nil {
		return nil, err
	}
	rows := slices.DeleteFunc(slices.Clone(s.rows), func(row []string) bool { return s.cell(row, g.group) == "" })
	if g.shuffled {
		rand.New(rand.NewPCG(1, 5)).Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	} else {
		slices.SortStableFunc(rows, func(a, b []string) int { return cmp.Compare(s.cell(a, g.opened), s.cell(b, g.opened)) })
	}
	rows = rows[max(0, len(rows)-mostGrouped):]
	var all []ticket.Ticket
	for i, row := range rows {
		opened := plantEnd.Add(-time.Duration(len(rows)-i) * 30 * time.Minute)
		all = append(all, ticket.Ticket{
			Source: "set", ID: fmt.Sprintf("S%07d", i), Opened: opened, Resolved: opened.Add(time.Minute), Subject: s.cell(row, g.subject), Description: s.cell(row, g.description),
			Category: s.cell(row, g.category), Subcategory: s.cell(row, g.subcategory), Service: s.cell(row, g.service), Location: s.cell(row, g.location), ConfigurationItem: s.cell(row, g.item), AssignmentGroup: s.cell(row, g.group),
		})
	}
	return all, nil
}

// measureAssignment predicts the groups of the last third of labelled tickets from
// the first two.
func measureAssignment(data folder, r runs, w wanted, stderr io.Writer) (*table, error) {
	out := &table{header: []string{"set", "groups", "learned from", "asked", "majority", "complement Bayes", "owner: first", "owner: in two", "strong", "right", "fair", "right", "weak", "right"}}
	bar := newProgress(stderr, len(groupedSets))
	defer bar.end()
	for _, g := range groupedSets {
		bar.step("%s", g.name)
		tickets, err := data.grouped(g)
		if err != nil {
			return nil, err
		}
		if r.quick {
			tickets = tickets[:min(len(tickets), 600)]
		}
		assign(out, g.name, tickets, w.asked)
	}
	out.note("The group of the last third of the tickets, predicted from the first two; of the last third a sample is asked. The owner map is empty, so that")
	out.note("only the history speaks. complement Bayes: Rennie et al. 2003, over words and field values, weights normalised.")
	return out, nil
}

func assign(out *table, name string, tickets []ticket.Ticket, most int) {
	learned := 2 * len(tickets) / 3
	truth := map[string]string{}
	counts := map[string]int{}
	hidden := slices.Clone(tickets)
	bayes := newComplementBayes()
	for i := range tickets {
		t := &tickets[i]
		if i < learned {
			counts[t.AssignmentGroup]++
			bayes.learn(t.AssignmentGroup, tokensOf(t))
			continue
		}
		truth[t.ID] = t.AssignmentGroup
		hidden[i].AssignmentGroup, hidden[i].Resolved = "", time.Time{}
	}
	majority := slices.MaxFunc(slices.Sorted(maps.Keys(counts)), func(a, b string) int { return cmp.Or(cmp.Compare(counts[a], counts[b]), cmp.Compare(b, a)) })
	m, _ := owner.Preset("none")
	d := describe.New(dataset.New(hidden, plantEnd), describe.Options{Owners: m})
	step := max(1, (len(tickets)-learned)/most)
	bayes.normalise()
	asked, byMajority, byBayes := 0, 0, 0
	row := ownerRow{strength: map[string]*named{}}
	for i := learned; i < len(tickets); i += step {
		t := &tickets[i]
		asked++
		if t.AssignmentGroup == majority {
			byMajority++
		}
		if bayes.predict(tokensOf(t)) == t.AssignmentGroup {
			byBayes++
		}
		got := d.Owner(dataset.Scope{}, []int32{int32(i)}, nil)
		s := strengthOf(got)
		if row.strength[s] == nil {
			row.strength[s] = &named{}
		}
		for _, n := range []*named{&row.named, row.strength[s]} {
			n.count(got.Team, got.Alternative, got, []string{truth[t.ID]})
		}
	}
	cells := []any{name, len(counts), learned, asked, ratio(byMajority, asked), ratio(byBayes, asked), ratio(row.first, asked), ratio(row.two, asked)}
	out.add(append(cells, row.cells()[5:]...)...)
}

// tokensOf are the words of a ticket and its field values.
func tokensOf(t *ticket.Ticket) []string {
	var tokens []string
	for _, term := range text.Terms(t.Subject+"\n"+t.Description, text.Languages[0]) {
		tokens = append(tokens, term.Stem)
	}
	for i, v := range []string{t.Category, t.Subcategory, t.Service, t.Location, t.ConfigurationItem} {
		if v != "" {
			tokens = append(tokens, fmt.Sprintf("%d=%s", i, v))
		}
	}
	return tokens
}

// complementBayes is the classifier of J. Rennie, L. Shih, J. Teevan and D. Karger,
// Tackling the Poor Assumptions of Naive Bayes Text Classifiers, ICML 2003: a class
// is weighed by how little the words fit all other classes. Counts are dampened to
// log(1+n), smoothed by one, and the weights of a class are normalised to 1.
type complementBayes struct {
	counts map[string]map[string]float64 // by class and token
	total  map[string]float64            // by token
	sum    float64
	weight map[string]map[string]float64
}

func newComplementBayes() *complementBayes {
	return &complementBayes{counts: map[string]map[string]float64{}, total: map[string]float64{}, weight: map[string]map[string]float64{}}
}

func (c *complementBayes) learn(class string, tokens []string) {
	if c.counts[class] == nil {
		c.counts[class] = map[string]float64{}
	}
	for token, n := range frequencies(tokens) {
		c.counts[class][token] += n
		c.total[token] += n
		c.sum += n
	}
}

func frequencies(tokens []string) map[string]float64 {
	f := map[string]float64{}
	for _, t := range tokens {
		f[t]++
	}
	for t, n := range f {
		f[t] = math.Log1p(n)
	}
	return f
}

func (c *complementBayes) normalise() {
	tokens := slices.Sorted(maps.Keys(c.total))
	for class, counts := range c.counts {
		own, norm := 0.0, 0.0
		for _, token := range tokens {
			own += counts[token]
		}
		w := map[string]float64{}
		for _, token := range tokens {
			w[token] = -math.Log((c.total[token] - counts[token] + 1) / (c.sum - own + float64(len(tokens))))
			norm += w[token]
		}
		for token := range w {
			w[token] /= norm
		}
		c.weight[class] = w
	}
}

func (c *complementBayes) predict(tokens []string) string {
	best, most := "", math.Inf(-1)
	f := frequencies(tokens)
	order := slices.Sorted(maps.Keys(f))
	for _, class := range slices.Sorted(maps.Keys(c.weight)) {
		score := 0.0
		for _, token := range order {
			score += f[token] * c.weight[class][token]
		}
		if score > most {
			best, most = class, score
		}
	}
	return best
}
