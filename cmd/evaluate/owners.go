package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"ticketpatterns/analyzer"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// runOwners measures whether the right owner is named: of hidden outbreaks, and
// of the tickets of exports that tell the resolver group.
func runOwners(args []string, stdout, stderr io.Writer) error {
	r := runs{backgrounds: strings.Join(backgroundNames(), ","), seeds: 10, plants: 6}
	flags := newFlags("owners", stderr)
	r.add(flags)
	sizes := flags.String("sizes", "8,16", "tickets of each outbreak, comma-separated")
	data, err := parseData(flags, args)
	if err != nil {
		return err
	}
	if err := r.shrink(); err != nil {
		return err
	}
	numbers, err := parseInts(*sizes)
	if err != nil {
		return fmt.Errorf("-sizes: %w", err)
	}
	hidden, err := measureOwners(data, r, numbers, stderr)
	if err != nil {
		return err
	}
	if err := hidden.write(stdout); err != nil {
		return err
	}
	groups, err := measureGroups(data, stderr)
	if err != nil {
		return err
	}
	fmt.Fprintln(stdout)
	return groups.write(stdout)
}

// named counts how often the right owner was named.
type named struct {
	asked      int
	first, two int // by the whole evidence
	plain      int // by the category alone, first
	plainTwo   int
}

// count holds two answers against the teams that are right.
func (n *named) count(team, alternative string, byCategory owner.Answer, right []string) {
	n.asked++
	is := func(team string) bool { return team != "" && slices.Contains(right, team) }
	add := func(to *int, yes bool) {
		if yes {
			*to++
		}
	}
	add(&n.first, is(team))
	add(&n.two, is(team) || is(alternative))
	add(&n.plain, is(byCategory.Team))
	add(&n.plainTwo, is(byCategory.Team) || is(byCategory.Alternative))
}

func (n *named) sum(other named) {
	n.asked += other.asked
	n.first += other.first
	n.two += other.two
	n.plain += other.plain
	n.plainTwo += other.plainTwo
}

// shares are the cells that every row ends with.
func (n *named) shares() []any {
	return []any{ratio(n.first, n.asked), ratio(n.two, n.asked), ratio(n.plain, n.asked), ratio(n.plainTwo, n.asked)}
}

var shareHeader = []string{"first", "in two", "category: first", "category: in two"}

// ownerRow is one row of the first table.
type ownerRow struct {
	outbreaks int
	named
}

func measureOwners(data folder, r runs, sizes []int, stderr io.Writer) (*table, error) {
	chosen, err := chooseBackgrounds(r.backgrounds)
	if err != nil {
		return nil, err
	}
	families, unknown, err := data.ownedFamilies()
	if err != nil {
		return nil, err
	}
	out := &table{header: append([]string{"background", "hidden", "exports", "outbreaks", "found"}, shareHeader...)}
	out.header = append(out.header, "first, of all")
	all := make([]ownerRow, len(sizes))
	add := func(background string, size int, exports int, row ownerRow) {
		out.add(slices.Concat([]any{background, fmt.Sprintf("outbreaks of %d", size), exports, row.outbreaks, row.asked}, row.shares(),
			[]any{ratio(row.first, row.outbreaks)})...)
	}
	bar := newProgress(stderr, len(chosen)*len(sizes)*r.seeds)
	defer bar.end()
	for _, b := range chosen {
		texts, err := data.texts(b)
		if err != nil {
			return nil, err
		}
		for i, size := range sizes {
			row, err := measureOwnersOf(texts, families, r, size, func(seed int) { bar.step("%s, outbreaks of %d, seed %d", b.name, size, seed) })
			if err != nil {
				return nil, err
			}
			add(b.name, size, r.seeds, row)
			all[i].outbreaks += row.outbreaks
			all[i].sum(row.named)
		}
	}
	for i, size := range sizes {
		add("all", size, r.seeds*len(chosen), all[i])
	}
	out.note("The owner of each outbreak that was found, held against the owner that its family names; in two: or the alternative; category: by the")
	out.note("categories of the same tickets alone; of all: outbreaks that were not found count as wrong. Resolver groups are drawn by lot.")
	if len(unknown) > 0 {
		out.note("Left out, as the map of the organisation lacks their owner: %s.", strings.Join(unknown, ", "))
	}
	return out, nil
}

// ownedFamilies reads the families whose owner is on the map of the organisation,
// and names the owners that are not.
func (f folder) ownedFamilies() (owned []family, unknown []string, err error) {
	families, err := f.families()
	if err != nil {
		return nil, nil, err
	}
	for _, k := range families {
		if _, ok := organisationOwners[k.owner]; ok {
			owned = append(owned, k)
		} else if !slices.Contains(unknown, k.owner) {
			unknown = append(unknown, k.owner)
		}
	}
	return owned, unknown, nil
}

func measureOwnersOf(texts []wording, families []family, r runs, size int, step func(seed int)) (row ownerRow, err error) {
	options := analyzer.DefaultOptions()
	options.Owners = organisationMap()
	finder := options.Owners.Finder()
	for i := range r.seeds {
		o := r.options(i, size, 1)
		step(int(o.seed))
		e := makeExport(texts, families, o)
		a, err := analyseWith(e, options)
		if err != nil {
			return row, err
		}
		byID := map[string]*ticket.Ticket{}
		for i := range e.tickets {
			byID[e.tickets[i].ID] = &e.tickets[i]
		}
		for _, p := range e.plants {
			row.outbreaks++
			if q := holder(a.Patterns, p, 50); q != nil {
				row.count(q.Owner.Team, q.Owner.Alternative, finder.Find(categoriesOf(q, byID), owner.Context{}), organisationOwners[p.family.owner])
			}
		}
	}
	return row, nil
}

// categoriesOf are the tickets of a pattern with nothing but their categories.
func categoriesOf(q *result.Pattern, byID map[string]*ticket.Ticket) []owner.Facts {
	var facts []owner.Facts
	for _, id := range q.Tickets {
		facts = append(facts, categoryOf(byID[id]))
	}
	return facts
}

func categoryOf(t *ticket.Ticket) owner.Facts {
	return owner.Facts{TicketID: t.ID, Category: t.Category, Subcategory: t.Subcategory}
}
