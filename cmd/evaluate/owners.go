package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"ticketpatterns/analyzer"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
)

// runOwners measures whether the right owner is named: of hidden outbreaks, of mixed
// outages, of the tickets of exports that tell the resolver group, and of the last
// third of labelled tickets.
func runOwners(args []string, stdout, stderr io.Writer) error {
	r := runs{backgrounds: strings.Join(backgroundNames(), ","), seeds: 10, plants: 6}
	flags := newFlags("owners", stderr)
	r.add(flags)
	w := wanted{}
	sizes := flags.String("sizes", "8,16", "tickets of each outbreak, comma-separated")
	flags.BoolVar(&w.families, "families", false, "add a row for each family")
	flags.BoolVar(&w.given, "given", false, "ask of the hidden tickets themselves, without a search for them")
	flags.StringVar(&w.tables, "tables", "outbreaks,mixed,groups,tickets", "`tables` to make, comma-separated")
	flags.BoolVar(&w.misses, "misses", false, "list the outbreaks whose owner is wrong, with the evidence")
	flags.IntVar(&w.asked, "asked", 600, "tickets asked of each labelled set")
	data, err := parseData(flags, args)
	if err != nil {
		return err
	}
	if err := r.shrink(); err != nil {
		return err
	}
	if w.sizes, err = parseInts(*sizes); err != nil {
		return fmt.Errorf("-sizes: %w", err)
	}
	makers := map[string]func() (*table, error){
		"outbreaks": func() (*table, error) { return measureOwners(data, r, w, stderr) },
		"mixed":     func() (*table, error) { return measureMixed(data, r, w, stderr) },
		"groups":    func() (*table, error) { return measureGroups(data, stderr) },
		"tickets":   func() (*table, error) { return measureAssignment(data, r, w, stderr) },
	}
	for i, name := range strings.Split(w.tables, ",") {
		maker, ok := makers[name]
		if !ok {
			return fmt.Errorf("-tables: unknown table %q, want some of %s", name, strings.Join(slices.Sorted(maps.Keys(makers)), ","))
		}
		t, err := maker()
		if err != nil {
			return err
		}
		if i > 0 {
			fmt.Fprintln(stdout)
		}
		if err := t.write(stdout); err != nil {
			return err
		}
	}
	return nil
}

// wanted says what of the owners is measured.
type wanted struct {
	sizes                   []int
	families, given, misses bool
	tables                  string
	asked                   int
}

// ownerRow is one row of the first two tables: what became of so many outbreaks.
type ownerRow struct {
	outbreaks int
	named
	held     int               // the team of the group that holds most is right
	strength map[string]*named // by the strength of the answer
}

// count holds one answer, and the simpler ones beside it, against the right teams.
func (o *ownerRow) count(a *asker, ids []string, right []string) result.Owner {
	got := a.owner(ids)
	plain := a.byCategory(ids)
	o.named.count(got.Team, got.Alternative, plain, right)
	if slices.Contains(right, a.held(ids)) {
		o.held++
	}
	if o.strength == nil {
		o.strength = map[string]*named{}
	}
	s := strengthOf(got)
	if o.strength[s] == nil {
		o.strength[s] = &named{}
	}
	o.strength[s].count(got.Team, got.Alternative, plain, right)
	return got
}

// strengths are how sure an answer may be.
var strengths = []string{"strong", "fair", "weak"}

func strengthOf(o result.Owner) string { return string(o.Strength) }

// cells are what a row ends with.
func (o *ownerRow) cells() []any {
	cells := append(o.shares(), ratio(o.held, o.asked))
	for _, s := range strengths {
		n := o.strength[s]
		if n == nil {
			n = &named{}
		}
		cells = append(cells, ratio(n.asked, o.asked), ratio(n.first, n.asked))
	}
	return cells
}

var ownerHeader = slices.Concat(shareHeader, []string{"held most", "strong", "right", "fair", "right", "weak", "right"})

// ownerTable sums up rows by their names, in the order in which they first came.
type ownerTable struct {
	out   *table
	names [][3]string
	rows  map[[3]string]*ownerRow
}

func newOwnerTable(first ...string) *ownerTable {
	return &ownerTable{&table{header: slices.Concat(first, []string{"asked", "found"}, ownerHeader)}, nil, map[[3]string]*ownerRow{}}
}

func (o *ownerTable) row(organisation, groups, of string) *ownerRow {
	name := [3]string{organisation, groups, of}
	if o.rows[name] == nil {
		o.rows[name] = &ownerRow{}
		o.names = append(o.names, name)
	}
	return o.rows[name]
}

func (o *ownerTable) finish() *table {
	for _, name := range o.names {
		row := o.rows[name]
		o.out.add(slices.Concat([]any{name[0], name[1], name[2], row.outbreaks, row.asked}, row.cells())...)
	}
	o.out.note("groups: how many tickets have the right team as their resolver group; all others have one by lot. in two: the owner or the alternative;")
	o.out.note("category: by the categories of the same tickets alone; held most: the team of the group that holds most of them. strong, fair, weak:")
	o.out.note("the share of answers that are, and how many of these are right first.")
	return o.out
}

func truthName(truth float64) string {
	if truth == 0 {
		return "by lot"
	}
	return fmt.Sprintf("%.0f %%", 100*truth)
}

func measureOwners(data folder, r runs, w wanted, stderr io.Writer) (*table, error) {
	chosen, err := chooseBackgrounds(r.backgrounds)
	if err != nil {
		return nil, err
	}
	families, unknown, err := data.ownedFamilies()
	if err != nil {
		return nil, err
	}
	o := newOwnerTable("organisation", "groups", "outbreaks")
	bar := newProgress(stderr, len(chosen)*len(w.sizes)*r.seeds)
	defer bar.end()
	for _, b := range chosen {
		texts, err := data.texts(b)
		if err != nil {
			return nil, err
		}
		for _, size := range w.sizes {
			for seed := range r.seeds {
				bar.step("%s, outbreaks of %d, seed %d", b.name, size, r.seed+uint64(seed))
				options := r.options(seed, size, 1)
				if err := o.measure(makeExport(texts, families, options), b.name, options, w); err != nil {
					return nil, err
				}
			}
		}
	}
	if len(unknown) > 0 {
		o.out.note("Left out, as the maps of the organisations lack their owner: %s.", strings.Join(unknown, ", "))
	}
	return o.finish(), nil
}

// measure asks for the owners of the outbreaks of one export, by every organisation
// with every kind of groups. The search for them sees groups by lot.
func (o *ownerTable) measure(e export, background string, made plantOptions, w wanted) error {
	found := make([][]string, len(e.plants))
	for i, p := range e.plants {
		found[i] = slices.Sorted(maps.Keys(p.ids))
	}
	if !w.given {
		options := analyzer.DefaultOptions()
		options.Owners = organisationMap()
		a, err := analyseWith(e, options)
		if err != nil {
			return err
		}
		for i, p := range e.plants {
			if found[i] = nil; holder(a.Patterns, p, 50) != nil {
				found[i] = holder(a.Patterns, p, 50).Tickets
			}
		}
	}
	familyOf := map[string]family{}
	for _, p := range e.plants {
		for id := range p.ids {
			familyOf[id] = p.family
		}
	}
	data := dataset.New(e.tickets, plantEnd)
	for _, org := range organisations() {
		for _, truth := range truths {
			a := org.ask(data, func(id string) []string { return org.right[familyOf[id].owner] }, truth, made.seed)
			for i, p := range e.plants {
				o.count(a, found[i], org, truth, background, made, p.family, w)
			}
		}
	}
	return nil
}

func (o *ownerTable) count(a *asker, ids []string, org organisation, truth float64, background string, made plantOptions, f family, w wanted) {
	rows := []*ownerRow{o.row(org.name, truthName(truth), outbreaksOf(made.size)), o.row(org.name, truthName(truth), "in "+background)}
	if w.families {
		rows = append(rows, o.row(org.name, truthName(truth), f.id+" "+f.title))
	}
	for _, row := range rows {
		row.outbreaks++
	}
	if ids == nil {
		return
	}
	for i, row := range rows {
		right := org.right[f.owner]
		got := row.count(a, ids, right)
		if i == 0 && w.misses && !slices.Contains(right, got.Team) {
			o.out.note("%s %s %s %d seed %d: %s %s: %s", org.name, truthName(truth), background, made.size, made.seed, f.id, f.title, toldOf(got, right))
		}
	}
}

// toldOf writes an answer with its evidence in one line.
func toldOf(got result.Owner, right []string) string {
	var told []string
	for _, e := range got.Evidence {
		told = append(told, fmt.Sprintf("%s %d/%d %v", e.Code, e.Count, e.Of, e.Values))
	}
	text := fmt.Sprintf("%s (%s, %s %.2f) not %v, or %s (%s): %s", got.Team, got.Function, strengthOf(got), got.Confidence, right, got.Alternative, got.AlternativeFunction, strings.Join(told, "; "))
	if got.Reason.Rival != nil {
		for _, e := range got.Reason.Rival.Evidence {
			text += fmt.Sprintf(" | %s %d/%d %v", e.Code, e.Count, e.Of, e.Values)
		}
	}
	return text
}

func outbreaksOf(size int) string { return fmt.Sprintf("outbreaks of %d", size) }

// measureMixed asks for the owners of mixed outages.
func measureMixed(data folder, r runs, w wanted, stderr io.Writer) (*table, error) {
	chosen, err := chooseBackgrounds(r.backgrounds)
	if err != nil {
		return nil, err
	}
	o := newOwnerTable("organisation", "groups", "mixed outage")
	bar := newProgress(stderr, len(chosen)*(len(outages)+len(unnamedOutages))*r.seeds)
	defer bar.end()
	for _, b := range chosen {
		texts, err := data.texts(b)
		if err != nil {
			return nil, err
		}
		for seed := range r.seeds {
			options := r.options(seed, 0, 1)
			options.plants = 0
			e := makeExport(texts, nil, options)
			for _, of := range slices.Concat(outages, unnamedOutages) {
				bar.step("%s, %s, seed %d", b.name, of.kind, options.seed)
				o.measureOutage(e, of, options.seed, w)
			}
		}
	}
	o.out.note("The outage is given, not searched for: %d tickets within %d hours that share few words.", outageTickets, outageHours)
	return o.finish(), nil
}

func (o *ownerTable) measureOutage(e export, of outage, seed uint64, w wanted) {
	tickets, ids := addOutage(e, of, seed)
	asked := slices.Sorted(maps.Keys(ids))
	data := dataset.New(tickets, plantEnd)
	for _, org := range organisations() {
		right := org.ofFunction(of.function)
		for _, truth := range truths {
			a := org.ask(data, func(id string) []string {
				if ids[id] {
					return right
				}
				return nil
			}, truth, seed)
			row := o.row(org.name, truthName(truth), of.kind)
			row.outbreaks++
			if got := row.count(a, asked, right); w.misses && !slices.Contains(right, got.Team) {
				o.out.note("%s %s seed %d: %s: %s", org.name, truthName(truth), seed, of.kind, toldOf(got, right))
			}
		}
	}
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
