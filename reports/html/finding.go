package html

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"ticketpatterns/analyzer/text"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/html/chart"
	"ticketpatterns/reports/markdown"
	"ticketpatterns/reports/words"
)

// finding is one pattern as the templates see it.
type finding struct {
	*result.Pattern
	links
	in words.Writer

	Anchor     string // id of its section
	Earlier    bool   // a report of the past weeks would have shown it; nothing is asked now
	Pack       bool   // stands in a team's pack, which is printed whole
	Short      string // its label on one line
	Name       string // the same at length
	Where      string
	Since      result.Day // the issue's first ticket if chronic, else the window's
	OwnerName  string
	StatusName string
	NextAction result.NextAction
	Setback    result.Setback
	Chip       string     // whose turn it is; "" if nobody's
	ChipMeans  string     // the same in a sentence
	State      string     // how it stands, in one cell
	NewSince   result.Day // the report before, if it is not in that; "" otherwise
	Spark      chart.Spark
	Timeline   chart.Figure
	Markdown   string    // the escalation to copy
	Shared     []overlap // others that hold some of its tickets
}

func newFinding(in words.Writer, p *result.Pattern, a *result.Analysis, l links) (*finding, error) {
	today := result.DayOf(a.AsOf)
	f := &finding{
		Pattern:    p,
		links:      l,
		in:         in,
		Anchor:     anchor(p),
		Short:      in.Name(p, 70),
		Name:       in.Name(p, 160),
		Where:      text.Shorten(in.Where(p), 60),
		Since:      words.Since(p, a.Issues),
		OwnerName:  in.OwnerName(p.Owner),
		StatusName: in.Status(p.Status),
		NextAction: p.NextAction(today),
		Setback:    p.Setback(today),
		Chip:       in.NextAction(p, today),
		ChipMeans:  in.NextActionMeans(p, today),
		State:      in.State(p, a),
		NewSince:   a.NewSince(p),
		Spark:      chart.NewSpark(in, p, a.Desk.Weeks),
		Markdown:   markdown.Escalation(in, p),
	}
	var err error
	f.Timeline, err = chart.Timeline(p, "chart-"+f.Anchor)(in, a)
	return f, err
}

// anchor returns the pattern's id, so that links stay valid from week to week. A
// hyphen replaces characters that a fragment cannot hold; the rank then keeps such
// ids apart.
func anchor(p *result.Pattern) string {
	id := strings.Map(func(r rune) rune {
		if r < 0x80 && (r == '-' || r == '_' || r == '.' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z') {
			return r
		}
		return '-'
	}, p.ID)
	if id != p.ID || id == "" {
		id = fmt.Sprintf("%s-%d", id, p.Rank)
	}
	return id
}

// Record returns its record as plain text, for readers without scripts.
func (f *finding) Record() []words.Section { return f.in.Record(f.Pattern) }

// inShort are the parts of a record that say what is asked of whom, and why.
var inShort = []words.SectionCode{
	words.SectionStatement, words.SectionAsk, words.SectionOwner, words.SectionCause, words.SectionHypothesis, words.SectionTickets,
}

// InShort is the record in short: the first line of these parts.
func (f *finding) InShort() []words.Section {
	var out []words.Section
	for _, s := range f.Record() {
		if slices.Contains(inShort, s.Code) {
			s.Lines = s.Lines[:1]
			out = append(out, s)
		}
	}
	return out
}

// Scopes lists where the pattern is.
func (f *finding) Scopes() []words.Scope { return f.in.Scopes(f.Pattern) }

// Emerging reports whether the pattern is above what is expected.
func (f *finding) Emerging() bool { return f.Kind != result.Chronic }

// Stands says since when the pattern has its status.
func (f *finding) Stands() string { return f.in.Stands(f.Pattern) }

// Lost is the working hours lost, with how they were computed.
func (f *finding) Lost() string { return f.in.HoursLost(f.Impact) }

// LostShort is Lost in as few characters as a row has room for.
func (f *finding) LostShort() string {
	low, high := f.Impact.PersonHoursLow, f.Impact.PersonHours
	switch {
	case high == nil:
		return f.in.Text("unknown")
	case low == nil || f.in.Number(*low) == f.in.Number(*high):
		return f.in.Number(*high)
	}
	return f.in.Number(*low) + "–" + f.in.Number(*high)
}

// Known says since when people report it.
func (f *finding) Known() string { return f.in.Known(f.Pattern) }

// Handled says how its tickets were handled.
func (f *finding) Handled() string { return f.in.Handling(f.Impact, len(f.Tickets)) }

// Finished says how many tickets were finished and noted.
func (f *finding) Finished() string { return f.in.Finished(f.Pattern) }

// Used says how often a workaround closed a ticket.
func (f *finding) Used(w result.Workaround) string { return f.in.Used(w, f.Pattern) }

// MisfitText writes what does not fit.
func (f *finding) MisfitText(m result.Misfit) string { return f.in.Misfit(m) }

// NoMisfit says that no ticket contradicts a common cause.
func (f *finding) NoMisfit() string { return f.in.Text(words.NoMisfit) }

// Seen compares seen with expected.
func (f *finding) Seen() string { return f.in.SeenExpected(f.Pattern) }

// SeenShort compares seen with usual in as few characters as a row has room for.
func (f *finding) SeenShort() string {
	switch {
	case f.Kind == result.Chronic: // nothing is unusual about their number
		return f.in.Int(len(f.Tickets))
	case f.Expected == nil:
		return f.in.Text("%d (no baseline)", len(f.Tickets))
	}
	return f.in.Int(len(f.Tickets)) + " (" + f.in.Usual(*f.Expected) + ")"
}

// Quotes are the exemplars in which people said something.
func (f *finding) Quotes() []result.Exemplar { return words.Quotable(f.Pattern) }

// What is shown of quotes at once: how much of each, in runes, and of how many.
const (
	subjectRunes     = 120
	descriptionRunes = 180
	quotesShown      = 3
)

// FirstQuotes are those that are shown at once.
func (f *finding) FirstQuotes() []result.Exemplar {
	all := f.Quotes()
	return all[:min(len(all), quotesShown)]
}

// QuotesCut reports whether there are more quotes, or longer ones, than are shown at
// once.
func (f *finding) QuotesCut() bool {
	return len(f.Quotes()) > quotesShown || slices.ContainsFunc(f.Quotes(), func(e result.Exemplar) bool {
		return utf8.RuneCountInString(e.Subject) > subjectRunes || utf8.RuneCountInString(e.Description) > descriptionRunes
	})
}

// Glance is what its first lines say in numbers.
func (f *finding) Glance() []string { return f.in.Glance(f.Pattern) }

// Statement says in one sentence who reports what, where and since when.
func (f *finding) Statement() string { return f.in.Statement(f.Pattern) }

// AskText says what the owner is asked to do and by when.
func (f *finding) AskText() string { return f.in.Ask(f.Pattern) }

// StandingReason says why it alarms again or stays silent.
func (f *finding) StandingReason() string { return f.in.StandingReason(f.Pattern) }

// Event says what happened on a day of its history.
func (f *finding) Event(e result.Event) string { return f.in.Event(f.Pattern, e) }

// OtherShares are the shares of fields that Spread does not show.
func (f *finding) OtherShares() []result.Share {
	return slices.DeleteFunc(slices.Clone(f.Shares), func(s result.Share) bool {
		return slices.ContainsFunc(f.Spread, func(of result.Spread) bool { return of.Field == s.Field })
	})
}

// ShareOf is a part of a whole, in [0, 1].
func (f *finding) ShareOf(count, of int) float64 { return float64(count) / float64(max(of, 1)) }

// OtherChanges are the changes that the cause does not name.
func (f *finding) OtherChanges() []result.Change { return words.OtherChanges(f.Pattern) }

// PeopleText is the number of different people.
func (f *finding) PeopleText() string { return f.in.Requesters(f.Pattern) }

// counted is one line of evidence with the tickets that show it.
type counted struct {
	result.Evidence
	Some someTickets
}

// Counted adds the first tickets to each line of evidence.
func (f *finding) Counted(evidence []result.Evidence) []counted {
	out := make([]counted, len(evidence))
	for i, e := range evidence {
		out[i] = counted{e, f.Some(e.Tickets)}
	}
	return out
}
