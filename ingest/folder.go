package ingest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest/csv"
	"ticketpatterns/ingest/dates"
	"ticketpatterns/ingest/xlsx"
)

// Sorted are paths by what they hold.
type Sorted struct {
	Tickets, Changes, People []string
	// Warnings say what of a folder is no list of tickets, and what was done
	// with it.
	Warnings []result.Warning
	folders  map[string]bool // that were looked into
}

// Sort looks into the folders among paths: a file there is what its header says,
// a list of tickets, of people or of changes, or none, which is left out. Every
// other path was named by a person and stays a list of tickets. A folder in which
// nothing is understood stays as it is, so that reading it says why.
func Sort(paths []string, o Options) Sorted {
	s := Sorted{folders: make(map[string]bool)}
	for _, path := range paths {
		if info, err := os.Stat(path); path == "-" || err != nil || !info.IsDir() {
			s.Tickets = append(s.Tickets, path)
			continue
		}
		s.folder(filepath.Clean(path), o)
	}
	if len(s.Tickets) == 0 {
		return Sorted{Tickets: paths} // reading them says what is wrong
	}
	return s
}

// folder sorts the files of one folder.
func (s *Sorted) folder(path string, o Options) {
	files, err := folder(path)
	if err != nil {
		s.Tickets = append(s.Tickets, path)
		return
	}
	var here Sorted
	for _, file := range files {
		here.file(file, o)
	}
	if len(here.Tickets)+len(here.Changes)+len(here.People) == 0 {
		s.Tickets = append(s.Tickets, path)
		return
	}
	here.unread(path, files)
	s.folders[path] = true
	s.Tickets, s.Changes, s.People = append(s.Tickets, here.Tickets...), append(s.Changes, here.Changes...), append(s.People, here.People...)
	s.Warnings = append(s.Warnings, here.Warnings...)
}

// otherEndings are those of files that may hold tickets and are not read.
var otherEndings = []string{".xls", ".xlsb", ".ods", ".numbers", ".zip", ".json", ".xml", ".txt"}

// unread names the files of a folder that may hold tickets in a form that is not
// read.
func (s *Sorted) unread(path string, files []string) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return // it was read a moment ago
	}
	for _, e := range entries {
		name, ending := filepath.Join(path, e.Name()), strings.ToLower(filepath.Ext(e.Name()))
		if !e.IsDir() && !slices.Contains(files, name) && slices.Contains(otherEndings, ending) {
			s.Warnings = append(s.Warnings, result.Warning{Code: result.WarnLeftOut, File: name, Reason: fmt.Sprintf("files that end in %s are not read", ending)})
		}
	}
}

// file sorts one file.
func (s *Sorted) file(name string, o Options) {
	warn := func(code result.WarningCode, reason string) {
		s.Warnings = append(s.Warnings, result.Warning{Code: code, File: name, Reason: reason})
	}
	if _, err := os.Stat(name); err != nil && isLink(name) {
		warn(result.WarnBrokenLink, "")
		return
	}
	switch kind, why := kindOf(name, o); kind {
	case peopleSchema().what:
		s.People = append(s.People, name)
		warn(result.WarnPeopleList, "")
	case changeSchema().what:
		s.Changes = append(s.Changes, name)
		warn(result.WarnChangesList, "")
	case "":
		warn(result.WarnLeftOut, why.Error())
	default:
		s.Tickets = append(s.Tickets, name)
	}
}

// isLink reports whether a name is that of a link, wherever it leads.
func isLink(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// kindOf returns what a file holds, in the words of its schema, or "" and why it
// is nothing that is read. A file that cannot be opened is left to the reader of
// tickets, who says so.
func kindOf(name string, o Options) (string, error) {
	f, err := openFile(name)
	if err != nil {
		return ticketSchema().what, nil
	}
	defer f.Close()
	w := asWorkbook(f)
	if w == nil {
		return kindOfText(f, o, false)
	}
	book, err := xlsx.Open(w, w.size)
	if err != nil {
		return "", err
	}
	found, why := "", errors.New("no sheet holds tickets")
	for _, name := range book.Sheets {
		sheet, err := book.Sheet(name)
		if err != nil {
			return "", err
		}
		kind, err := kindOfText(sheet, o, true)
		sheet.Close()
		switch {
		case kind == ticketSchema().what:
			return kind, nil
		case found == "":
			found = kind
		}
		if len(book.Sheets) == 1 {
			why = err
		}
	}
	return found, why
}

// kindOfText returns what a text holds, from its first rows.
func kindOfText(r io.Reader, o Options, sheet bool) (string, error) {
	const enough = 256 << 10
	text, err := csv.NewReader(r, o.Encoding, 0)
	if err != nil {
		return "", err
	}
	defer text.Close()
	sample, _, err := csv.ReadSample(text, enough)
	if err != nil && len(sample) == 0 {
		return "", err
	}
	tickets, noTickets := look(sample, ticketSchema(), o.Columns, sheet)
	changes, noChanges := look(sample, changeSchema(), nil, sheet)
	people, noPeople := look(sample, peopleSchema(), nil, sheet)
	switch {
	case noChanges == nil && changes.tellsChanges(tickets, noTickets == nil):
		return changeSchema().what, nil
	case noTickets == nil && tickets.tellsTickets():
		return ticketSchema().what, nil
	case noPeople == nil && people.tellsPeople():
		return peopleSchema().what, nil
	case noTickets != nil && tickets.nearlyTickets():
		return ticketSchema().what, nil // reading it says what is missing
	case noTickets == nil:
		return "", errors.New("it has times, but neither texts nor what else tickets have")
	}
	return "", withoutLine(noTickets)
}

// seen is what the header of a text says in one schema.
type seen struct {
	headers map[string]string // by field, the first column taken
	likely  map[string]bool   // fields whose column is only near the usual names
	ids     []string          // some
	known   bool              // a system is recognised
	clock   bool              // the opened times have a time of day
}

// look reads header and first rows by one schema. What was found stands beside an
// error too.
func look(sample []byte, s *schema, given []ColumnMapping, sheet bool) (seen, error) {
	rd := newReading("", s, Options{}, (*rowTarget).ticket)
	rd.sheet = sheet
	found := seen{headers: make(map[string]string), likely: make(map[string]bool)}
	var err error
	if rd.layout, err = csv.Sniff(sample, rd.vocabulary(given)); err != nil {
		return found, err
	}
	err = rd.understand(csv.SampleBlock(sample, rd.layout), given)
	found.known = rd.file.System != "" && rd.file.Confidence >= sureEnough
	for _, c := range rd.file.Columns {
		if len(c.Headers) > 0 {
			found.headers[c.Field], found.likely[c.Field] = c.Headers[0], c.Likely
		}
		switch c.Field {
		case "id":
			found.ids = c.Samples
		case "opened":
			found.clock = slices.ContainsFunc(c.Samples, func(v string) bool { return strings.Contains(v, ":") || dates.Parse(v).Nanos > 0 })
		}
	}
	return found, err
}

// holds reports how many of the fields have a column.
func (s seen) holds(fields ...string) int {
	n := 0
	for _, f := range fields {
		if s.headers[f] != "" {
			n++
		}
	}
	return n
}

// tellsTickets reports whether a text with an opened time is a list of tickets:
// by its system, or by a text or what else only tickets have. A column of mere
// days with an unusual name may be when a device was bought: it takes one that
// works on it, too.
func (s seen) tellsTickets() bool {
	if s.known {
		return true
	}
	if s.likely["opened"] && !s.clock && s.holds("assignee", "assignment_group", "priority", "resolved", "closed", "channel") == 0 {
		return false
	}
	others := s.holds("category", "subcategory", "service", "state", "priority", "impact", "assignee", "assignment_group", "resolved", "closed", "resolution", "channel")
	return s.holds("subject", "description") > 0 || others > 1 || others > 0 && s.holds("id") > 0
}

// nearlyTickets reports whether a text without an opened time is a list of tickets
// that lacks it.
func (s seen) nearlyTickets() bool {
	return s.known || s.holds("id") > 0 && s.holds("subject", "description") > 0 && s.holds("state", "priority", "assignment_group", "resolved", "closed", "requester") > 0
}

// tellsPeople reports whether a text with departments is a list of people.
func (s seen) tellsPeople() bool {
	return s.holds("requester", "login", "mail", "name") > 0 || s.holds("first", "last") == 2
}

// changeIDs are what numbers of changes begin with.
var changeIDs = []string{"CHG", "CRQ", "RFC", "CHANGE", "CHN"}

// tellsChanges reports whether a text with a start is a list of changes: by its
// numbers, by what its start is called, or because it says when something starts and
// ends and for whom nowhere.
func (s seen) tellsChanges(tickets seen, opened bool) bool {
	for _, id := range s.ids {
		if slices.ContainsFunc(changeIDs, func(mark string) bool { return strings.HasPrefix(strings.ToUpper(id), mark) }) {
			return true
		}
	}
	if tickets.known || s.holds("id", "summary") == 0 {
		return false
	}
	if opened && tickets.headers["opened"] != s.headers["start"] {
		return false
	}
	names := strings.ToLower(s.headers["start"] + " " + s.headers["id"])
	return hasAny(names, "planned", "scheduled", "deploy", "implement", "change", "rfc") ||
		hasAny(names, "start", "begin") && s.holds("end") > 0 && tickets.holds("requester", "department") == 0
}

func hasAny(s string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(s, part) })
}

// Desks warns where one folder holds the exports of two desks: tickets of
// different sources whose numbers have nothing in common.
func (s *Sorted) Desks(tickets []ticket.Ticket) []result.Warning {
	const most = 1000 // ways of writing numbers that are kept of one source
	type desk struct{ folder, source string }
	shapes, sample := map[desk]map[string]bool{}, map[desk]string{}
	var desks []desk
	for i := range tickets {
		t := &tickets[i]
		d := desk{filepath.Dir(t.Pos.File), t.Source}
		if !s.folders[d.folder] {
			continue
		}
		if shapes[d] == nil {
			shapes[d], sample[d] = make(map[string]bool), t.ID
			desks = append(desks, d)
		}
		if len(shapes[d]) < most {
			shapes[d][lead(t.ID)] = true
		}
	}
	var warnings []result.Warning
	slices.SortFunc(desks, func(a, b desk) int {
		return strings.Compare(a.folder+"\x00"+a.source, b.folder+"\x00"+b.source)
	})
	for i, a := range desks {
		for _, b := range desks[i+1:] {
			if a.folder == b.folder && disjoint(shapes[a], shapes[b]) {
				warnings = append(warnings, result.Warning{Code: result.WarnTwoDesks, File: a.folder, Samples: []string{
					fmt.Sprintf("%s (%s)", a.source, sample[a]), fmt.Sprintf("%s (%s)", b.source, sample[b]),
				}})
			}
		}
	}
	return warnings
}

// lead returns the letters that an id begins with and the shape of the rest.
func lead(id string) string {
	rest := strings.TrimLeft(strings.ToUpper(id), "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	return strings.ToUpper(id[:len(id)-min(len(id), len(rest))]) + shape(rest)
}

func disjoint(a, b map[string]bool) bool {
	for key := range a {
		if b[key] {
			return false
		}
	}
	return true
}
