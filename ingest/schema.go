package ingest

import (
	"slices"
	"sync"
	"ticketpatterns/ingest/csv"
	"ticketpatterns/ingest/system"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// schema is one kind of file: tickets, changes or people.
type schema struct {
	what     string                     // "tickets"
	fields   []string                   // canonical names, in order
	times    []string                   // of these, the times; the first of them is required
	chained  []string                   // fields for which a further column may fill an empty cell
	required []string                   // fields without which a file is refused
	needs    map[string]string          // what a required field says, in words
	losses   map[string]result.LossCode // what is lost without a field
	missed   []string                   // fields whose lack is worth a warning
	example  []string                   // fields that a small file would have
	stems    []system.Stem              // headers near the usual names
	aliases  map[string]system.Alias    // every alias of every system, read
	known    map[string]bool            // folded headers that stand for a field
	systems  []system.System            // all that may be recognised; the last one is the plain register
}

// plain returns the system that stands for unknown exporters.
func (s *schema) plain() *system.System { return &s.systems[len(s.systems)-1] }

// needed reports whether a value needs its first time.
func (s *schema) needed() bool { return len(s.times) > 0 && slices.Contains(s.required, s.times[0]) }

// isTime reports whether a field is a time.
func (s *schema) isTime(field string) bool { return slices.Contains(s.times, field) }

// ticketSchema is built once from the table of systems.
var ticketSchema = sync.OnceValue(func() *schema {
	return (&schema{
		what:     "tickets",
		fields:   ticket.FieldNames,
		times:    []string{"opened", "resolved", "closed", "updated"},
		chained:  []string{"opened", "resolved", "closed", "requester", "department", "service", "configuration_item", "location", "assignment_group", "resolution", "change", "parent", "company"},
		required: []string{"opened"},
		needs:    map[string]string{"opened": "when a ticket was opened"},
		losses:   losses,
		missed:   []string{"requester", "category"},
		stems:    system.Stems,
		example:  []string{"id", "opened", "subject", "requester", "department", "category"},
		systems:  system.Tickets,
	}).compile()
})

// compile reads the aliases of all systems once.
func (s *schema) compile() *schema {
	s.aliases, s.known = make(map[string]system.Alias), make(map[string]bool)
	for i := range s.systems {
		sys := &s.systems[i]
		for _, columns := range []system.Aliases{sys.Columns, sys.Else} {
			for _, names := range columns {
				for _, name := range names {
					a := system.ParseAlias(name)
					s.aliases[name] = a
					s.known[a.Key] = s.known[a.Key] || !a.Prefix && !a.Suffix
				}
			}
		}
		for _, name := range slices.Concat(sys.Strong, sys.Weak, sys.Sequence, sys.Stations) {
			s.aliases[name] = system.ParseAlias(name)
		}
	}
	return s
}

// vocabulary returns the headers that the schema understands, with those that
// the user named.
func (s *schema) vocabulary(given []ColumnMapping) csv.Vocabulary {
	named := make(map[string]bool, len(given))
	for _, m := range given {
		named[system.FoldHeader(m.Column)] = true
	}
	return csv.Vocabulary{What: s.what, Example: s.example, Named: len(given) > 0, Times: s.needed() && s.stems != nil, Key: func(header string) string {
		key := system.FoldHeader(header)
		if s.known[key] || named[key] || nearUsual(key) {
			return key
		}
		return ""
	}}
}
