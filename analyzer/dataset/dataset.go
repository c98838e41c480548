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

// Nobody is the person of a ticket without a requester or opened by a program.
const Nobody = -1

// Dataset holds the tickets of one run, prepared for counting: in a total order,
// with days counted back from AsOf and with numbers for everything that is compared.
// It is immutable after [New].
type Dataset struct {
	Tickets      []ticket.Ticket // by opened, source, id
	Refs         []string        // by ticket: its id in outputs, prefixed with the source where sources share ids
	Day          []int           // by ticket: 0 = the day of AsOf, 1 = the day before
	Person       []int32         // by ticket: number of the requester, or Nobody
	People       int             // distinct requesters
	AsOf         time.Time
	Days         int   // days from the first ticket to AsOf, both included
	openedWithin []int // by n: tickets opened in the last n days
	Fields       [FieldCount]column
	FirstSeen    [FieldCount][]FirstSeen // by field and value

	EndsKnown bool // some ticket has an end time; otherwise a missing end does not mean open

	AnyText     bool          // the texts tell tickets apart; otherwise their category paths stand in
	Repeated    text.Repeated // what a large share of all tickets carry
	Boilerplate text.Boilerplate
	Lexicon     text.Lexicon
	Corpus      *text.Corpus
	Texts       []DistinctText
	TextOf      []int32     // by ticket: index in Texts; -1 if excluded
	Excluded    []Exclusion // by ticket: why it has no text to compare
	Synonyms    text.Synonyms
	TermUses    []int32 // by term: number of tickets that use it
}

// New prepares tickets for counting. None may be opened after the day of asOf.
func New(tickets []ticket.Ticket, asOf time.Time) *Dataset {
	return NewWatched(tickets, asOf, func(float64) {})
}

// NewWatched is New that tells how much more of the work is done, as shares of it. That
// changes nothing in the result.
func NewWatched(tickets []ticket.Ticket, asOf time.Time, more func(share float64)) *Dataset {
	d := &Dataset{Tickets: tickets, AsOf: asOf}
	if !slices.IsSortedFunc(tickets, CompareTickets) {
		d.Tickets = slices.Clone(tickets)
		slices.SortFunc(d.Tickets, CompareTickets)
	}
	d.Refs = references(d.Tickets)
	d.Day = make([]int, len(d.Tickets))
	for i := range d.Tickets {
		d.Day[i] = d.DaysSince(d.Tickets[i].Opened)
		d.Days = max(d.Days, d.Day[i]+1)
	}
	d.openedWithin = d.countOpened()
	d.EndsKnown = slices.ContainsFunc(d.Tickets, func(t ticket.Ticket) bool { return !t.Finished().IsZero() })
	d.Excluded = make([]Exclusion, len(d.Tickets))
	for t, program := range findMachines(d.Tickets, asOf.Location()) {
		if program || d.Tickets[t].Automated {
			d.Excluded[t] = Machine
		}
	}
	d.numberPeople()
	for f := range FieldCount {
		d.Fields[f] = newColumn(d.Tickets, f)
	}
	d.indexTexts(more)
	d.FirstSeen = d.firstSeen()
	return d
}

// CompareTickets is the total order of tickets: by opened time, source, id, then
// position in the input.
func CompareTickets(a, b ticket.Ticket) int {
	return cmp.Or(a.Opened.Compare(b.Opened), cmp.Compare(a.Source, b.Source), cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line))
}

// references returns the id of each ticket, prefixed with its source where several
// sources use the id.
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

// CivilDay returns the number of t's calendar day in location, counted from
// 1970-01-01.
func CivilDay(t time.Time, location *time.Location) int {
	y, m, d := t.In(location).Date()
	return int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// SameSpelling reports whether two values differ in spelling only (case, accents,
// spaces). Empty values equal nothing.
func SameSpelling(a, b string) bool { return a != "" && fold.Spelling(a) == fold.Spelling(b) }

func (d *Dataset) numberPeople() {
	numbers := map[string]int32{}
	d.Person = make([]int32, len(d.Tickets))
	for i := range d.Tickets {
		name := fold.Spelling(d.Tickets[i].Requester)
		if name == "" || d.Excluded[i] == Machine {
			d.Person[i] = Nobody
			continue
		}
		n, ok := numbers[name]
		if !ok {
			n = int32(len(numbers))
			numbers[name] = n
		}
		d.Person[i] = n
	}
	d.People = len(numbers)
}

// The shares of the work with texts that its steps take, as seen on exports of ten and
// forty thousand tickets: what forms repeat, the language of words, vectors, synonyms.
const (
	repeatedShare = 0.2
	lexiconShare  = 0.2
	vectorsShare  = 0.35
	synonymsShare = 1 - repeatedShare - lexiconShare - vectorsShare
)

// indexTexts turns the texts of tickets into distinct term vectors and indexes them.
func (d *Dataset) indexTexts(more func(share float64)) {
	d.learnTexts(more)
	d.Corpus = text.NewCorpus(len(d.Tickets), d.document)
	if d.AnyText && !d.textsTell() {
		d.AnyText = false
		d.Corpus = text.NewCorpus(len(d.Tickets), d.document)
	}
	more(vectorsShare)
	d.TextOf = make([]int32, len(d.Tickets))
	all := distinctTexts{latest: map[uint64]int32{}}
	for i, v := range d.Corpus.Vectors {
		if len(v.Terms) == 0 {
			d.TextOf[i] = -1
			if d.Excluded[i] == NotExcluded {
				d.Excluded[i] = NoSharedTerm
			}
			continue
		}
		n := all.number(v, d.Corpus.Shared[i])
		all.texts[n].Tickets = append(all.texts[n].Tickets, int32(i))
		d.TextOf[i] = n
	}
	d.Texts = all.texts
	d.Corpus.Vectors, d.Corpus.Shared = nil, nil // Texts holds them
	d.countUses()
	d.Synonyms = d.Corpus.LearnSynonyms()
	d.Corpus.ForgetOrder()
	more(synonymsShare)
}

// leastTelling is one in how many tickets has to say something, so that texts and not
// categories are compared: a report on what fewer say would be silent about the rest.
const leastTelling = 100

// textsTell reports whether at least one in leastTelling tickets says something, and not
// all of these the same: a subject such as "Incident" that a portal gives every ticket
// tells no more than none. Where categories do not tell tickets apart either, texts stay.
func (d *Dataset) textsTell() bool {
	var written, telling []int
	for t, why := range d.Excluded {
		if why != Machine {
			written = append(written, t)
		}
		if why == NotExcluded {
			telling = append(telling, t)
		}
	}
	return len(telling)*leastTelling >= len(written) && differ(telling, d.cleanText) ||
		!differ(written, func(t int) string { return CategoryPath(&d.Tickets[t]) })
}

// differ reports whether two of these tickets say different things.
func differ(tickets []int, says func(int) string) bool {
	return slices.ContainsFunc(tickets, func(t int) bool { return fold.Spelling(says(t)) != fold.Spelling(says(tickets[0])) })
}

// Vectors returns the vectors of Texts, in their order.
func (d *Dataset) Vectors() []text.Vector {
	out := make([]text.Vector, len(d.Texts))
	for n := range d.Texts {
		out[n] = d.Texts[n].Vector
	}
	return out
}

// countUses counts the tickets that use each term.
func (d *Dataset) countUses() {
	d.TermUses = make([]int32, d.Corpus.Terms())
	for i := range d.Texts {
		for _, t := range d.Texts[i].Vector.Terms {
			d.TermUses[t] += int32(len(d.Texts[i].Tickets))
		}
	}
}

// learnTexts learns from all texts, before any is tokenized, which lines are
// boilerplate and which language each word belongs to.
func (d *Dataset) learnTexts(more func(share float64)) {
	d.AnyText = slices.ContainsFunc(d.Tickets, func(t ticket.Ticket) bool { return t.HasText() })
	d.Repeated = d.learnRepeated()
	d.Boilerplate = text.LearnBoilerplate(len(d.Tickets), func(i int) string { return d.Repeated.Description(d.Tickets[i].Description) })
	more(repeatedShare)
	d.Lexicon = text.LearnLexicon(len(d.Tickets), d.cleanText)
	more(lexiconShare)
}

// topicFields say what a ticket is about.
var topicFields = [...]Field{Category, Subcategory, Service, ConfigurationItem}

// learnRepeated learns from what people wrote: a program's mails are alike.
func (d *Dataset) learnRepeated() text.Repeated {
	var written []int32
	for t, why := range d.Excluded {
		if why != Machine {
			written = append(written, int32(t))
		}
	}
	return text.LearnRepeated(len(written), func(i int) text.Carrier {
		t := written[i]
		c := text.Carrier{Subject: d.Tickets[t].Subject, Description: d.Tickets[t].Description, Person: d.Person[t], Week: d.Day[t] / 7}
		for _, f := range topicFields {
			c.Topics = append(c.Topics, d.Fields[f].Value[t])
		}
		return c
	})
}

// cleanText returns the text of a ticket without boilerplate.
func (d *Dataset) cleanText(ticket int) string {
	t := &d.Tickets[ticket]
	return d.Boilerplate.Clean(d.Repeated.Subject(t.Subject), d.Repeated.Description(t.Description))
}

// Said returns the description of a ticket as evidence: what a large share of all
// tickets carry counts for nothing, nor does quoted mail.
func (d *Dataset) Said(ticket int32) string {
	t := &d.Tickets[ticket]
	return d.Repeated.Said(t.Subject, t.Description)
}

// document tokenizes the text of a ticket. In an export without texts that tell tickets
// apart the category path stands in for the text; in one with texts, a ticket without text is excluded
// rather than compared by category with tickets that have one.
func (d *Dataset) document(ticket int) text.Document {
	if !d.AnyText {
		if d.Excluded[ticket] != Machine {
			d.Excluded[ticket] = NotExcluded
		}
		return text.Document{Key: CategoryPath(&d.Tickets[ticket])}
	}
	if d.Excluded[ticket] != NotExcluded {
		return text.Document{}
	}
	terms := d.Lexicon.Terms(d.cleanText(ticket))
	d.Excluded[ticket] = exclusionOf(&d.Tickets[ticket], d.Repeated.Subject(d.Tickets[ticket].Subject), terms)
	if d.Excluded[ticket] != NotExcluded {
		return text.Document{}
	}
	return text.Document{Terms: terms}
}

// exclusionOf returns why the text of a ticket, its subject without tags, is not
// worth comparing, or NotExcluded.
func exclusionOf(t *ticket.Ticket, subject string, terms []text.Term) Exclusion {
	switch {
	case !t.HasText():
		return NoText
	case text.IsAutomaticReply(subject):
		return AutoReply
	case text.IsVague(terms):
		return Vague
	}
	return NotExcluded
}

// CategoryPath joins category, subcategory and service with " > ", skipping empty
// ones.
func CategoryPath(t *ticket.Ticket) string {
	var parts []string
	for _, p := range []string{t.Category, t.Subcategory, t.Service} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " > ")
}

// IDs returns the Refs of tickets.
func (d *Dataset) IDs(tickets []int32) []string {
	out := make([]string, len(tickets))
	for i, t := range tickets {
		out[i] = d.Refs[t]
	}
	return out
}

// DistinctPeople counts the distinct requesters of tickets. Tickets without a
// requester do not count.
func (d *Dataset) DistinctPeople(tickets []int32) int {
	seen := map[int32]bool{}
	for _, t := range tickets {
		if d.Person[t] != Nobody {
			seen[d.Person[t]] = true
		}
	}
	return len(seen)
}
