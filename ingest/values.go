package ingest

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"ticketpatterns/ingest/dates"
	"ticketpatterns/ingest/system"
)

// What columns hold decides where their names do not: these rules read no words
// of any language but the few in this file.

// chooseByValues gives columns to the fields without which little can be said,
// where no header tells of them: the times that come first, numbers that are
// different in each row, texts. Each is marked as likely.
func (p *plan) chooseByValues(s *schema, found map[string][]int, cols []column, likely map[string]bool) {
	if s.stems == nil {
		return
	}
	take := func(field string, i int) {
		if i >= 0 && len(found[field]) == 0 {
			found[field], likely[field] = []int{i}, true
			p.use(found[field])
		}
	}
	take("id", p.numbering(cols))
	isTicket := func(field string) bool { return len(found[field]) > 0 }
	if slices.ContainsFunc([]string{"id", "subject", "description", "requester"}, isTicket) {
		take("opened", p.firstTimes(s, found, cols))
	}
	if len(found["subject"]) == 0 && len(found["description"]) == 0 {
		take("subject", p.texts(cols))
	}
}

// firstTimes returns the free column of times that no other column of times
// precedes, or -1: a ticket is opened before anything else happens to it.
func (p *plan) firstTimes(s *schema, found map[string][]int, cols []column) int {
	best := -1
	var others []int
	for _, field := range s.times {
		others = append(others, found[field]...)
	}
	for i, c := range cols {
		if !p.used[i] && c.present() > 0.5 && c.holdsTimes() && !system.NotOpened(c.key) {
			others = append(others, i)
		}
	}
	days := make(map[int][]int)
	for _, i := range others {
		days[i] = cols[i].days()
	}
	for _, i := range others {
		if !p.used[i] && best < 0 && !slices.ContainsFunc(others, func(j int) bool { return j != i && !precedes(days[i], days[j]) }) {
			best = i
		}
	}
	return best
}

// days returns the seconds since 1970 of each sample, 0 where it is no time, in
// the order that most of them prove, else day first.
func (c column) days() []int {
	gathered := dates.Column{}
	stamps := make([]dates.Stamp, len(c.values))
	for i, v := range c.values {
		stamps[i] = dates.Parse(v)
		gathered.Add(stamps[i], v, i)
	}
	order, _ := gathered.Leader()
	if order == dates.Unordered {
		order = dates.DayFirst
	}
	seconds := make([]int, len(stamps))
	for i, s := range stamps {
		if at := s.Time(order, time.UTC); !at.IsZero() {
			seconds[i] = int(at.Unix())
		}
	}
	return seconds
}

// precedes reports whether times come before others in nearly all rows that have
// both.
func precedes(times, others []int) bool {
	const nearlyAll = 0.9
	both, before := 0, 0
	for i := range min(len(times), len(others)) {
		if times[i] != 0 && others[i] != 0 {
			both++
			if times[i] <= others[i] {
				before++
			}
		}
	}
	return float64(before) >= nearlyAll*float64(both)
}

// numberWords end headers of columns that number something.
var numberWords = []string{"id", "no", "nr", "num", "number", "nummer", "numero", "code"}

// numbering returns the column that numbers the rows, or -1: one of the first two,
// or one whose header ends like a number's, different in each row, short, and with a
// digit in each cell.
func (p *plan) numbering(cols []column) int {
	const fewest, longest = 3, 24
	for i, c := range cols {
		named := slices.ContainsFunc(numberWords, func(end string) bool { return strings.HasSuffix(c.key, end) })
		if i > 1 && !named || p.used[i] || len(c.values) < fewest || c.different() < len(c.values) || c.holdsTimes() {
			continue
		}
		number := func(v string) bool {
			return len(v) <= longest && strings.ContainsFunc(v, unicode.IsDigit) && !strings.ContainsAny(v, " @,")
		}
		if c.present() == 1 && c.share(number) == 1 {
			return i
		}
	}
	return -1
}

// texts returns the free column that holds sentences, or -1; of several, the one
// with the shorter ones, as a subject is.
func (p *plan) texts(cols []column) int {
	best, shortest := -1, 0.0
	for i, c := range cols {
		if p.used[i] || c.holdsTimes() || c.share(isSentence) < 0.5 || c.different() < 2 {
			continue
		}
		runes := 0
		for _, v := range c.values {
			runes += len(v)
		}
		if mean := float64(runes) / float64(len(c.values)); best < 0 || mean < shortest {
			best, shortest = i, mean
		}
	}
	return best
}

// isSentence reports whether a cell has more words than a name.
func isSentence(v string) bool { return len(strings.Fields(v)) >= 4 || len([]rune(v)) > 40 }

// nameKeys are headers that may mean the name of a person or of a ticket.
var nameKeys = set("name", "nom", "nombre", "nome", "naam")

// retitle takes a column called name that holds sentences for the subject, which
// trackers call the name of a ticket.
func (p *plan) retitle(found map[string][]int, cols []column, byUser map[string]bool) {
	is := found["requester"]
	if len(is) == 0 || byUser["requester"] || !nameKeys[cols[is[0]].key] || cols[is[0]].share(isSentence) < 0.5 {
		return
	}
	if found["requester"] = is[1:]; len(found["subject"]) == 0 {
		found["subject"] = is[:1]
	} else {
		p.used[is[0]] = false
	}
}

// addressParts are what a state of a country stands beside.
var addressParts = set("city", "zip", "zipcode", "postalcode", "postcode", "country", "county", "street", "address", "town")

// ignoreMisleading passes over columns that are called like a field and are part
// of something else: State beside City and Status is where somebody lives.
func (p *plan) ignoreMisleading(cols []column) {
	has := func(ok func(column) bool) bool { return slices.ContainsFunc(cols, ok) }
	if !has(func(c column) bool { return addressParts[c.key] }) || !has(func(c column) bool { return strings.HasSuffix(c.key, "status") }) {
		return
	}
	for i, c := range cols {
		if c.key == "state" {
			p.used[i] = true
		}
	}
}

// named returns the column that names what column i numbers, such as queueName
// beside queueId; i if there is none.
func (p *plan) named(i int, cols []column) int {
	base, isID := strings.CutSuffix(cols[i].key, "id")
	if !isID || base == "" {
		return i
	}
	for j, c := range cols {
		if !p.used[j] && (c.key == base || c.key == base+"name" || c.key == base+"title") && c.present() > 0 {
			return j
		}
	}
	return i
}
