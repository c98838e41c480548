package ingest

import (
	"fmt"
	"slices"
	"strings"
	"ticketpatterns/ingest/dates"
)

// column is one column of the file at hand.
type column struct {
	name   string // header as written
	key    string // folded
	values []string
}

// fieldPlan says which columns a field is read from.
type fieldPlan struct {
	field   string
	columns []int // the first that is not empty counts
	given   bool
	likely  bool // by a header near the usual names
	clean   cleaner
	empty   string // what an empty cell means
	less    bool   // the number is one too high
	comment bool   // the text may stand behind time and author
}

// plan says how records become rows of fields.
type plan struct {
	system   *system
	fields   []fieldPlan // in the order of the schema
	scope    []int       // columns in front of the id
	sequence int         // column that numbers updates, or -1
	used     map[int]bool
}

// columnsOf gathers header and sample values.
func columnsOf(l layout, b *block) []column {
	cols := make([]column, len(l.header))
	for i, h := range l.header {
		cols[i] = column{name: h, key: foldHeader(h)}
	}
	for _, r := range b.records[:min(len(b.records), sampleRows)] {
		for j := 0; j < min(r.cells, len(cols)); j++ {
			cols[j].values = append(cols[j].values, (cleaner{}).clean(string(b.cell(b.spans[r.first+j]))))
		}
	}
	return cols
}

// present returns the share of cells that hold something.
func (c column) present() float64 {
	n := 0
	for _, v := range c.values {
		if v != "" {
			n++
		}
	}
	return float64(n) / float64(max(1, len(c.values)))
}

// share returns the share of values that are not empty for which ok holds.
func (c column) share(ok func(string) bool) float64 {
	n, all := 0, 0
	for _, v := range c.values {
		if v != "" {
			all++
			if ok(v) {
				n++
			}
		}
	}
	return float64(n) / float64(max(1, all))
}

// holdsTimes reports whether most values are times.
func (c column) holdsTimes() bool {
	return c.share(func(v string) bool { return dates.Parse(v).Kind >= dates.Fixed }) >= 0.5
}

// samples returns up to three different values, shortened to one line.
func (c column) samples() []string {
	var out []string
	for _, v := range c.values {
		v = strings.Join(strings.Fields(v), " ")
		if runes := []rune(v); len(runes) > 60 {
			v = string(runes[:57]) + "..."
		}
		if v != "" && !slices.Contains(out, v) {
			out = append(out, v)
		}
		if len(out) == 3 {
			break
		}
	}
	return out
}

// weights of the evidence for a system; each piece is taken as independent of
// the others, so confidence = 1 - product of (1 - weight).
const (
	strongWeight = 0.5
	weakWeight   = 0.25
	shapeWeight  = 0.4
	sureEnough   = 0.75 // two strong headers, or a strong and three weak ones
)

// recognise returns the system that the columns speak for most.
func recognise(s *schema, cols []column) (*system, float64, []string) {
	best, confidence, evidence := s.plain(), 0.0, []string(nil)
	for i := range s.systems {
		sys := &s.systems[i]
		c, ev := sys.evidence(s, cols)
		if c > confidence {
			best, confidence, evidence = sys, c, ev
		}
	}
	if confidence < sureEnough {
		n := 0
		for _, c := range cols {
			if s.known[c.key] {
				n++
			}
		}
		return s.plain(), float64(n) / float64(max(1, len(cols))), []string{
			fmt.Sprintf("no known system; %d of %d headers are usual names", n, len(cols)),
		}
	}
	return best, confidence, evidence
}

// few lists the first headers and counts the others.
func few(headers []string) string {
	const shown = 3
	if len(headers) <= shown+1 {
		return strings.Join(headers, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(headers[:shown], ", "), len(headers)-shown)
}

// evidence weighs what speaks for the system.
func (sys *system) evidence(s *schema, cols []column) (float64, []string) {
	if len(sys.strong) == 0 {
		return 0, nil
	}
	if sys == &s.systems[0] && !canonicalHeader(s, cols) {
		return 0, nil
	}
	doubt := 1.0
	count := func(headers []string, weight float64) (found []string) {
		for _, h := range headers {
			a := s.aliases[h]
			if i := slices.IndexFunc(cols, func(c column) bool { return a.matches(c.key) }); i >= 0 {
				found = append(found, cols[i].name)
				doubt *= 1 - weight
			}
		}
		return found
	}
	var evidence []string
	strong := count(sys.strong, strongWeight)
	if len(strong) > 0 {
		evidence = append(evidence, "headers that few others have: "+few(strong))
	}
	if weak := count(sys.weak, weakWeight); len(weak) > 0 {
		evidence = append(evidence, "headers that fit: "+few(weak))
	}
	if i := s.firstColumn(sys.columns["id"], cols); sys.idShape != nil && i >= 0 && cols[i].present() > 0 && cols[i].share(sys.idShape.MatchString) > 0.5 {
		evidence = append(evidence, fmt.Sprintf("ids such as %s", cols[i].samples()[0]))
		doubt *= 1 - shapeWeight
	} else if len(strong) == 0 && len(sys.strong) > 0 && doubt > 0.2 {
		return 0, nil
	}
	return 1 - doubt, evidence
}

// canonicalHeader reports whether all headers are canonical names, with id and
// the first time among them.
func canonicalHeader(s *schema, cols []column) bool {
	need := map[string]bool{"id": true, s.times[0]: true}
	for _, c := range cols {
		if !slices.Contains(s.fields, c.name) {
			return false
		}
		delete(need, c.name)
	}
	return len(need) == 0
}

// firstColumn returns the first column that one of the aliases names, or -1.
func (s *schema) firstColumn(names []string, cols []column) int {
	for _, name := range names {
		a := s.aliases[name]
		if i := slices.IndexFunc(cols, func(c column) bool { return a.matches(c.key) }); i >= 0 {
			return i
		}
	}
	return -1
}

// newPlan gives columns to fields: those that the user names, then those of
// the system, then those with usual names.
func newPlan(s *schema, sys *system, cols []column, given []ColumnMapping) (*plan, error) {
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
	for _, h := range sys.ignore {
		p.use(namedColumns(cols, h))
	}
	for _, from := range []*system{sys, s.plain()} {
		for _, field := range s.fields {
			if len(found[field]) == 0 {
				found[field] = p.choose(s, field, from.columns[field], cols)
			}
		}
	}
	likely := make(map[string]bool)
	p.chooseNear(s, found, cols, likely)
	recode(found, cols, byUser)
	for _, field := range s.fields {
		if len(found[field]) > 0 {
			p.fields = append(p.fields, sys.planField(s, field, found[field], cols))
			p.fields[len(p.fields)-1].given, p.fields[len(p.fields)-1].likely = byUser[field], likely[field]
		}
	}
	for _, h := range sys.idScope {
		if is := namedColumns(cols, h); len(is) > 0 && len(p.scope) == 0 {
			p.scope = is[:1]
		}
	}
	if i := s.firstColumn(sys.sequence, cols); i >= 0 {
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
func (sys *system) planField(s *schema, field string, columns []int, cols []column) fieldPlan {
	f := fieldPlan{
		field: field, columns: columns,
		clean: cleaner{named: isNamed(field), time: s.isTime(field) && field != s.times[0], extra: set(sys.missing...)},
		less:  slices.ContainsFunc(sys.stations, func(h string) bool { return s.aliases[h].matches(cols[columns[0]].key) }),
	}
	for _, name := range sys.columns[field] {
		f.comment = f.comment || s.aliases[name].last
	}
	if slices.Contains(sys.zeroIfEmpty, field) {
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
			if !p.used[i] && !slices.Contains(all, i) && a.matches(cols[i].key) {
				same = append(same, i)
			}
		}
		if a.last {
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
		func(c column) bool { return c.name == trim(header) },
		func(c column) bool { return strings.EqualFold(c.name, trim(header)) },
		func(c column) bool { return c.key != "" && c.key == foldHeader(header) },
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
