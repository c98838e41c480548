package ingest

import (
	"fmt"
	"slices"
	"strings"
	"ticketpatterns/ingest/csv"
	"ticketpatterns/ingest/system"
)

// fieldPlan says which columns a field is read from.
type fieldPlan struct {
	field   string
	columns []int // the first that is not empty counts
	clocks  []int // for each of columns: the column that holds its time of day, or -1; nil if none does
	given   bool
	likely  bool // by a header near the usual names
	clean   cleaner
	empty   string // what an empty cell means
	less    bool   // the number is one too high
	comment bool   // the text may stand behind time and author
}

// plan says how records become rows of fields.
type plan struct {
	system   *system.System
	fields   []fieldPlan // in the order of the schema
	scope    []int       // columns in front of the id
	sequence int         // column that numbers updates, or -1
	used     map[int]bool
}

// newPlan gives columns to fields: those that the user names, then those of
// the system, then those with usual names.
func newPlan(s *schema, sys *system.System, cols []column, given []ColumnMapping) (*plan, error) {
	p := &plan{system: sys, sequence: -1, used: make(map[int]bool)}
	found := make(map[string][]int)
	byUser := make(map[string]bool)
	for _, m := range given {
		if !slices.Contains(s.fields, m.Field) {
			continue
		}
		is := namedColumns(cols, m.Column)
		if len(is) == 0 {
			return nil, fmt.Errorf("no column %q for field %s, the columns are %s", m.Column, m.Field, headerList(cols))
		}
		found[m.Field] = append(found[m.Field], is...)
		byUser[m.Field] = true
		p.use(is)
	}
	for _, h := range sys.Ignore {
		p.use(namedColumns(cols, h))
	}
	p.ignoreMisleading(cols)
	for _, from := range []system.Aliases{sys.Columns, sys.Else, s.plain().Columns} {
		for _, field := range s.fields {
			if len(found[field]) == 0 {
				found[field] = p.choose(s, field, from[field], cols)
			}
		}
	}
	likely := make(map[string]bool)
	p.retitle(found, cols, byUser)
	p.chooseNear(s, found, cols, likely)
	p.chooseByValues(s, found, cols, likely)
	recode(found, cols, byUser)
	for _, field := range s.fields {
		if len(found[field]) > 0 {
			p.fields = append(p.fields, s.planField(sys, field, found[field], cols))
			p.fields[len(p.fields)-1].given, p.fields[len(p.fields)-1].likely = byUser[field], likely[field]
		}
	}
	for i := range p.fields {
		p.addClocks(s, &p.fields[i], cols)
	}
	for _, h := range sys.IDScope {
		if is := namedColumns(cols, h); len(is) > 0 && len(p.scope) == 0 {
			p.scope = is[:1]
		}
	}
	if i := s.firstColumn(sys.Sequence, cols); i >= 0 {
		p.sequence = i
		p.used[i] = true
	}
	return p, nil
}

// recode takes a column called resolution for the code where it holds a few words
// that repeat, such as Fixed, and no other column holds the code.
func recode(found map[string][]int, cols []column, byUser map[string]bool) {
	const few, short = 20, 30
	is := found["resolution"]
	if len(is) != 1 || len(found["resolution_code"]) > 0 || byUser["resolution"] {
		return
	}
	c := cols[is[0]]
	filled := int(c.present() * float64(len(c.values)))
	if filled < 2*few || c.different() > few+1 || c.share(func(v string) bool { return len(v) <= short }) < 1 {
		return
	}
	found["resolution_code"], found["resolution"] = is, nil
}

// planField says how the system's cells of a field are read.
func (s *schema) planField(sys *system.System, field string, columns []int, cols []column) fieldPlan {
	f := fieldPlan{
		field: field, columns: columns,
		clean: cleaner{named: isNamed(field), time: s.isTime(field) && field != s.times[0], extra: set(sys.Missing...), foreign: sys != &s.systems[0], prose: isProse(field)},
		less:  slices.ContainsFunc(sys.Stations, func(h string) bool { return s.aliases[h].Matches(cols[columns[0]].key) }),
	}
	for _, name := range sys.Columns[field] {
		f.comment = f.comment || s.aliases[name].Last
	}
	if slices.Contains(sys.ZeroIfEmpty, field) {
		f.empty = "0"
	}
	return f
}

func (p *plan) use(columns []int) {
	for _, i := range columns {
		p.used[i] = true
	}
}

// choose returns the free columns that the aliases name for a field, the best
// first, and marks them as used.
func (p *plan) choose(s *schema, field string, names []string, cols []column) []int {
	var all []int
	for _, name := range names {
		a := s.aliases[name]
		var same []int
		for i := range cols {
			if !p.used[i] && !slices.Contains(all, i) && a.Matches(cols[i].key) {
				same = append(same, i)
			}
		}
		if a.Last {
			slices.Reverse(same)
		}
		all = append(all, same...)
	}
	if s.isTime(field) {
		if times := slices.DeleteFunc(slices.Clone(all), func(i int) bool { return cols[i].present() > 0 && !cols[i].holdsTimes() }); len(times) > 0 {
			all = times
		}
	}
	if !slices.Contains(s.chained, field) {
		all = narrow(all, cols)
	}
	p.use(all)
	return all
}

// narrow keeps the first column that holds anything, with its repeats.
func narrow(all []int, cols []column) []int {
	if len(all) == 0 {
		return nil
	}
	best := all[0]
	for _, i := range all {
		if cols[i].present() > 0 {
			best = i
			break
		}
	}
	return slices.DeleteFunc(all, func(i int) bool { return cols[i].key != cols[best].key })
}

// namedColumns returns the columns with a header: written the same way, or
// else the same but for case, accents and marks.
func namedColumns(cols []column, header string) []int {
	for _, same := range []func(column) bool{
		func(c column) bool { return c.name == csv.Trim(header) },
		func(c column) bool { return strings.EqualFold(c.name, csv.Trim(header)) },
		func(c column) bool { return c.key != "" && c.key == system.FoldHeader(header) },
	} {
		var is []int
		for i := range cols {
			if same(cols[i]) {
				is = append(is, i)
			}
		}
		if len(is) > 0 {
			return is
		}
	}
	return nil
}

// headerList returns the headers as a list, shortened.
func headerList(cols []column) string {
	var names []string
	for _, c := range cols {
		if q := fmt.Sprintf("%q", c.name); c.name != "" && !slices.Contains(names, q) {
			names = append(names, q)
		}
	}
	if len(names) > 40 {
		names = append(names[:40], fmt.Sprintf("and %d more", len(names)-40))
	}
	return strings.Join(names, ", ")
}
