package analyzer

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// nobody is the person of a ticket without requester and of one that a program
// wrote.
const nobody = -1

// export is the tickets of one run made ready for counting: in a total order,
// with days counted back from AsOf and everything that is compared numbered.
type export struct {
	tickets []ticket.Ticket // by opened, source, id
	refs    []string        // what outputs call each ticket: its id, with its source where ids repeat
	day     []int           // 0 = the day of AsOf, 1 = the day before
	person  []int32         // number of the requester; nobody if unknown or a program
	people  int             // distinct requesters
	asOf    time.Time
	days    int   // days from the first ticket to AsOf, both included
	opened  []int // by number of days: the tickets opened in the last so many days
	fields  [fieldCount]column

	endsKnown bool // the export says of at least one ticket when it ended; else one without an end is not open

	anyText     bool // people wrote something
	boilerplate text.Boilerplate
	lexicon     text.Lexicon
	corpus      *text.Corpus
	docs        []doc
	docOf       []int32  // by ticket; -1 if there is nothing to compare
	noise       []reason // by ticket: why not
	synonyms    text.Synonyms
	uses        []int32 // by term: tickets
}

// newExport prepares tickets opened up to the end of asOf's day.
func newExport(tickets []ticket.Ticket, asOf time.Time) *export {
	e := &export{tickets: tickets, asOf: asOf}
	if !slices.IsSortedFunc(tickets, compareTickets) {
		e.tickets = slices.Clone(tickets)
		slices.SortFunc(e.tickets, compareTickets)
	}
	e.refs = references(e.tickets)
	today := civilDay(asOf, asOf.Location())
	e.day = make([]int, len(e.tickets))
	for i := range e.tickets {
		e.day[i] = today - civilDay(e.tickets[i].Opened, asOf.Location())
		e.days = max(e.days, e.day[i]+1)
	}
	e.opened = e.countOpened()
	e.endsKnown = slices.ContainsFunc(e.tickets, func(t ticket.Ticket) bool { return !t.Finished().IsZero() })
	e.noise = make([]reason, len(e.tickets))
	for t, program := range findMachines(e.tickets, asOf.Location()) {
		if program || e.tickets[t].Automated {
			e.noise[t] = machine
		}
	}
	e.numberPeople()
	for f := range fieldCount {
		e.fields[f] = newColumn(e.tickets, f)
	}
	e.read()
	return e
}

// compareTickets is the total order of tickets: by opened time, source, id, and
// for two tickets of one id by place.
func compareTickets(a, b ticket.Ticket) int {
	return cmp.Or(a.Opened.Compare(b.Opened), cmp.Compare(a.Source, b.Source), cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line))
}

// references names each ticket by its id; ids that two sources use get their
// source in front.
func references(tickets []ticket.Ticket) []string {
	source := map[string]string{}
	shared := map[string]bool{}
	for i := range tickets {
		t := &tickets[i]
		if s, ok := source[t.ID]; ok && s != t.Source {
			shared[t.ID] = true
		}
		source[t.ID] = t.Source
	}
	refs := make([]string, len(tickets))
	for i := range tickets {
		refs[i] = tickets[i].ID
		if shared[refs[i]] {
			refs[i] = tickets[i].Source + "/" + refs[i]
		}
	}
	return refs
}

// civilDay numbers calendar days in location.
func civilDay(t time.Time, location *time.Location) int {
	y, m, d := t.In(location).Date()
	return int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// fold makes spellings equal that differ in case and spacing only.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

func (e *export) numberPeople() {
	numbers := map[string]int32{}
	e.person = make([]int32, len(e.tickets))
	for i := range e.tickets {
		name := fold(e.tickets[i].Requester)
		if name == "" || e.noise[i] == machine {
			e.person[i] = nobody
			continue
		}
		n, ok := numbers[name]
		if !ok {
			n = int32(len(numbers))
			numbers[name] = n
		}
		e.person[i] = n
	}
	e.people = len(numbers)
}

// read turns the texts into wordings and indexes them.
func (e *export) read() {
	e.learn()
	e.corpus = text.NewCorpus(len(e.tickets), e.document)
	e.docOf = make([]int32, len(e.tickets))
	all := wordings{latest: map[uint64]int32{}}
	for i, v := range e.corpus.Vectors {
		if len(v.Terms) == 0 {
			e.docOf[i] = -1
			if e.noise[i] == compared {
				e.noise[i] = alone
			}
			continue
		}
		d := all.number(v)
		all.docs[d].tickets = append(all.docs[d].tickets, int32(i))
		e.docOf[i] = d
	}
	e.docs = all.docs
	e.corpus.Vectors = nil // the wordings hold them
	e.countUses()
	e.synonyms = e.corpus.LearnSynonyms()
	e.corpus.ForgetOrder()
}

// vectors returns those of the wordings.
func (e *export) vectors() []text.Vector {
	out := make([]text.Vector, len(e.docs))
	for d := range e.docs {
		out[d] = e.docs[d].vector
	}
	return out
}

// countUses counts the tickets that use each term.
func (e *export) countUses() {
	e.uses = make([]int32, e.corpus.Terms())
	for i := range e.docs {
		for _, t := range e.docs[i].vector.Terms {
			e.uses[t] += int32(len(e.docs[i].tickets))
		}
	}
}

// learn looks at all texts before any is cut: which lines stand in many of them,
// and which language their words are of.
func (e *export) learn() {
	descriptions := make([]string, len(e.tickets))
	for i := range e.tickets {
		descriptions[i] = e.tickets[i].Description
		e.anyText = e.anyText || e.tickets[i].HasText()
	}
	e.boilerplate = text.LearnBoilerplate(descriptions)
	e.lexicon = text.LearnLexicon(len(e.tickets), e.cleaned)
}

// cleaned is what people wrote in a ticket, of that which tells tickets apart.
func (e *export) cleaned(ticket int) string {
	return e.boilerplate.Clean(e.tickets[ticket].Subject, e.tickets[ticket].Description)
}

// document cleans and cuts the text of a ticket. In an export without any text
// the category path stands for the issue; in one with texts, a ticket without is
// left out rather than put beside tickets that say something.
func (e *export) document(ticket int) text.Document {
	if !e.anyText {
		return text.Document{Key: categoryPath(&e.tickets[ticket])}
	}
	if e.noise[ticket] != compared {
		return text.Document{}
	}
	terms := e.lexicon.Terms(e.cleaned(ticket))
	e.noise[ticket] = silent(&e.tickets[ticket], terms)
	if e.noise[ticket] != compared {
		return text.Document{}
	}
	return text.Document{Terms: terms}
}

// silent says why the terms of a ticket are not worth comparing, if so.
func silent(t *ticket.Ticket, terms []text.Term) reason {
	switch {
	case !t.HasText():
		return wordless
	case text.IsAutomaticReply(t.Subject):
		return automatic
	case text.IsVague(terms):
		return plea
	}
	return compared
}

// categoryPath names what a ticket is about when nobody wrote it down.
func categoryPath(t *ticket.Ticket) string {
	var parts []string
	for _, p := range []string{t.Category, t.Subcategory, t.Service} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " > ")
}

// ids returns the references of tickets.
func (e *export) ids(tickets []int32) []string {
	out := make([]string, len(tickets))
	for i, t := range tickets {
		out[i] = e.refs[t]
	}
	return out
}

// distinctPeople counts the requesters of tickets; a ticket without requester
// adds nobody.
func (e *export) distinctPeople(tickets []int32) int {
	seen := map[int32]bool{}
	for _, t := range tickets {
		if e.person[t] != nobody {
			seen[e.person[t]] = true
		}
	}
	return len(seen)
}
