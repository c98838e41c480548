package main

import (
	"fmt"
	"io"
	"maps"
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
	byFamily := flags.Bool("families", false, "add a row for each family")
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
	hidden, err := measureOwners(data, r, numbers, *byFamily, stderr)
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
func (n *named) count(team, alternative string, byCategory result.Owner, right []string) {
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

// ownerRow is one row of the first table: what became of so many outbreaks.
type ownerRow struct {
	outbreaks int
	named
}

// ownerTable is the first table: by background and size, and by family.
type ownerTable struct {
	out      *table
	byFamily bool
	families map[string]*ownerRow
}

func newOwnerTable(byFamily bool) *ownerTable {
	header := slices.Concat([]string{"background", "hidden", "outbreaks", "found"}, shareHeader, []string{"first, of all"})
	return &ownerTable{&table{header: header}, byFamily, map[string]*ownerRow{}}
}

// add appends a row.
func (o *ownerTable) add(background, hidden string, row ownerRow) {
	o.out.add(slices.Concat([]any{background, hidden, row.outbreaks, row.asked}, row.shares(), []any{ratio(row.first, row.outbreaks)})...)
}

// family returns the sums of one family.
func (o *ownerTable) family(f family) *ownerRow {
	name := f.id + " " + f.title
	if o.families[name] == nil {
		o.families[name] = &ownerRow{}
	}
	return o.families[name]
}

// finish adds the rows of the families, if they are wanted, and the notes.
func (o *ownerTable) finish(unknown []string) *table {
	if o.byFamily {
		for _, name := range slices.Sorted(maps.Keys(o.families)) {
			o.add("all", name, *o.families[name])
		}
	}
	o.out.note("The owner of each outbreak that was found, held against the owner that its family names; in two: or the alternative; category: by the")
	o.out.note("categories of the same tickets alone; of all: outbreaks that were not found count as wrong. Resolver groups are drawn by lot.")
	if len(unknown) > 0 {
		o.out.note("Left out, as the map of the organisation lacks their owner: %s.", strings.Join(unknown, ", "))
	}
	return o.out
}

func measureOwners(data folder, r runs, sizes []int, byFamily bool, stderr io.Writer) (*table, error) {
	chosen, err := chooseBackgrounds(r.backgrounds)
	if err != nil {
		return nil, err
	}
	families, unknown, err := data.ownedFamilies()
	if err != nil {
		return nil, err
	}
	o := newOwnerTable(byFamily)
	all := make([]ownerRow, len(sizes))
	bar := newProgress(stderr, len(chosen)*len(sizes)*r.seeds)
	defer bar.end()
	for _, b := range chosen {
		texts, err := data.texts(b)
		if err != nil {
			return nil, err
		}
		for i, size := range sizes {
			var row ownerRow
			for seed := range r.seeds {
				bar.step("%s, outbreaks of %d, seed %d", b.name, size, r.seed+uint64(seed))
				if err := o.measure(makeExport(texts, families, r.options(seed, size, 1)), &row); err != nil {
					return nil, err
				}
			}
			o.add(b.name, outbreaksOf(size), row)
			all[i].outbreaks += row.outbreaks
			all[i].sum(row.named)
		}
	}
	for i, size := range sizes {
		o.add("all", outbreaksOf(size), all[i])
	}
	return o.finish(unknown), nil
}

func outbreaksOf(size int) string { return fmt.Sprintf("outbreaks of %d", size) }

// measure analyses one export with the map of the organisation, and counts its
// outbreaks in row and in those of their families.
func (o *ownerTable) measure(e export, row *ownerRow) error {
	options := analyzer.DefaultOptions()
	options.Owners = organisationMap()
	finder := options.Owners.Finder()
	a, err := analyseWith(e, options)
	if err != nil {
		return err
	}
	byID := map[string]*ticket.Ticket{}
	for i := range e.tickets {
		byID[e.tickets[i].ID] = &e.tickets[i]
	}
	for _, p := range e.plants {
		q := holder(a.Patterns, p, 50)
		for _, to := range []*ownerRow{row, o.family(p.family)} {
			to.outbreaks++
			if q != nil {
				to.count(q.Owner.Team, q.Owner.Alternative, finder.Find(categoriesOf(q, byID), owner.Context{}), organisationOwners[p.family.owner])
			}
		}
	}
	return nil
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
