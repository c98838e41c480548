package dataset

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// Nobody is the person of a ticket without requester and of one that a program
// wrote.
const Nobody = -1

// Dataset is the tickets of one run made ready for counting: in a total order,
// with days counted back from AsOf and everything that is compared numbered.
type Dataset struct {
	Tickets   []ticket.Ticket // by opened, source, id
	Refs      []string        // what outputs call each ticket: its id, with its source where ids repeat
	Day       []int           // 0 = the day of AsOf, 1 = the day before
	Person    []int32         // number of the requester; nobody if unknown or a program
	People    int             // distinct requesters
	AsOf      time.Time
	Days      int   // days from the first ticket to AsOf, both included
	opened    []int // by number of days: the tickets opened in the last so many days
	Fields    [FieldCount]column
	FirstSeen [FieldCount][]FirstSeen // by field and value: since when it is in use

	EndsKnown bool // the export says of at least one ticket when it ended; else one without an end is not open

	AnyText     bool // people wrote something
	Boilerplate text.Boilerplate
	Lexicon     text.Lexicon
	Corpus      *text.Corpus
	Texts       []DistinctText
	TextOf      []int32     // by ticket; -1 if there is nothing to compare
	Excluded    []Exclusion // by ticket: why not
	Synonyms    text.Synonyms
	TermUses    []int32 // by term: tickets
}

// New prepares tickets opened up to the end of asOf's day.
func New(tickets []ticket.Ticket, asOf time.Time) *Dataset {
	e := &Dataset{Tickets: tickets, AsOf: asOf}
	if !slices.IsSortedFunc(tickets, CompareTickets) {
		e.Tickets = slices.Clone(tickets)
		slices.SortFunc(e.Tickets, CompareTickets)
	}
	e.Refs = references(e.Tickets)
	e.Day = make([]int, len(e.Tickets))
	for i := range e.Tickets {
		e.Day[i] = e.DaysSince(e.Tickets[i].Opened)
		e.Days = max(e.Days, e.Day[i]+1)
	}
	e.opened = e.countOpened()
	e.EndsKnown = slices.ContainsFunc(e.Tickets, func(t ticket.Ticket) bool { return !t.Finished().IsZero() })
	e.Excluded = make([]Exclusion, len(e.Tickets))
	for t, program := range findMachines(e.Tickets, asOf.Location()) {
		if program || e.Tickets[t].Automated {
			e.Excluded[t] = Machine
		}
	}
	e.numberPeople()
	for f := range FieldCount {
		e.Fields[f] = newColumn(e.Tickets, f)
	}
	e.read()
	e.FirstSeen = e.firstSeen()
	return e
}

// CompareTickets is the total order of tickets: by opened time, source, id, and
// for two tickets of one id by place.
func CompareTickets(a, b ticket.Ticket) int {
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

// CivilDay numbers calendar days in location.
func CivilDay(t time.Time, location *time.Location) int {
	y, m, d := t.In(location).Date()
	return int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// Same reports whether two spellings mean the same; "" is the same as nothing.
func Same(a, b string) bool { return a != "" && fold.Spelling(a) == fold.Spelling(b) }

func (e *Dataset) numberPeople() {
	numbers := map[string]int32{}
	e.Person = make([]int32, len(e.Tickets))
	for i := range e.Tickets {
		name := fold.Spelling(e.Tickets[i].Requester)
		if name == "" || e.Excluded[i] == Machine {
			e.Person[i] = Nobody
			continue
		}
		n, ok := numbers[name]
		if !ok {
			n = int32(len(numbers))
			numbers[name] = n
		}
		e.Person[i] = n
	}
	e.People = len(numbers)
}

// read turns the texts into wordings and indexes them.
func (e *Dataset) read() {
	e.learn()
	e.Corpus = text.NewCorpus(len(e.Tickets), e.document)
	e.TextOf = make([]int32, len(e.Tickets))
	all := distinctTexts{latest: map[uint64]int32{}}
	for i, v := range e.Corpus.Vectors {
		if len(v.Terms) == 0 {
			e.TextOf[i] = -1
			if e.Excluded[i] == Compared {
				e.Excluded[i] = Alone
			}
			continue
		}
		d := all.number(v)
		all.docs[d].Tickets = append(all.docs[d].Tickets, int32(i))
		e.TextOf[i] = d
	}
	e.Texts = all.docs
	e.Corpus.Vectors = nil // the wordings hold them
	e.countUses()
	e.Synonyms = e.Corpus.LearnSynonyms()
	e.Corpus.ForgetOrder()
}

// Vectors returns those of the wordings.
func (e *Dataset) Vectors() []text.Vector {
	out := make([]text.Vector, len(e.Texts))
	for d := range e.Texts {
		out[d] = e.Texts[d].Vector
	}
	return out
}

// countUses counts the tickets that use each term.
func (e *Dataset) countUses() {
	e.TermUses = make([]int32, e.Corpus.Terms())
	for i := range e.Texts {
		for _, t := range e.Texts[i].Vector.Terms {
			e.TermUses[t] += int32(len(e.Texts[i].Tickets))
		}
	}
}

// learn looks at all texts before any is cut: which lines stand in many of them,
// and which language their words are of.
func (e *Dataset) learn() {
	descriptions := make([]string, len(e.Tickets))
	for i := range e.Tickets {
		descriptions[i] = e.Tickets[i].Description
		e.AnyText = e.AnyText || e.Tickets[i].HasText()
	}
	e.Boilerplate = text.LearnBoilerplate(descriptions)
	e.Lexicon = text.LearnLexicon(len(e.Tickets), e.cleaned)
}

// cleaned is what people wrote in a ticket, of that which tells tickets apart.
func (e *Dataset) cleaned(ticket int) string {
	return e.Boilerplate.Clean(e.Tickets[ticket].Subject, e.Tickets[ticket].Description)
}

// document cleans and cuts the text of a ticket. In an export without any text
// the category path stands for the issue; in one with texts, a ticket without is
// left out rather than put beside tickets that say something.
func (e *Dataset) document(ticket int) text.Document {
	if !e.AnyText {
		return text.Document{Key: CategoryPath(&e.Tickets[ticket])}
	}
	if e.Excluded[ticket] != Compared {
		return text.Document{}
	}
	terms := e.Lexicon.Terms(e.cleaned(ticket))
	e.Excluded[ticket] = silent(&e.Tickets[ticket], terms)
	if e.Excluded[ticket] != Compared {
		return text.Document{}
	}
	return text.Document{Terms: terms}
}

// silent says why the terms of a ticket are not worth comparing, if so.
func silent(t *ticket.Ticket, terms []text.Term) Exclusion {
	switch {
	case !t.HasText():
		return Wordless
	case text.IsAutomaticReply(t.Subject):
		return Automatic
	case text.IsVague(terms):
		return Plea
	}
	return Compared
}

// CategoryPath names what a ticket is about when nobody wrote it down.
func CategoryPath(t *ticket.Ticket) string {
	var parts []string
	for _, p := range []string{t.Category, t.Subcategory, t.Service} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " > ")
}

// IDs returns the references of tickets.
func (e *Dataset) IDs(tickets []int32) []string {
	out := make([]string, len(tickets))
	for i, t := range tickets {
		out[i] = e.Refs[t]
	}
	return out
}

// DistinctPeople counts the requesters of tickets; a ticket without requester
// adds nobody.
func (e *Dataset) DistinctPeople(tickets []int32) int {
	seen := map[int32]bool{}
	for _, t := range tickets {
		if e.Person[t] != Nobody {
			seen[e.Person[t]] = true
		}
	}
	return len(seen)
}
