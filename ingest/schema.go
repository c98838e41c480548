package ingest

import (
	"slices"
	"sync"

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
	stems    []stem                     // headers near the usual names
	aliases  map[string]alias           // every alias of every system, read
	known    map[string]bool            // folded headers that stand for a field
	systems  []system                   // all that may be recognised; the last one is the plain register
}

// plain returns the system that stands for unknown exporters.
func (s *schema) plain() *system { return &s.systems[len(s.systems)-1] }

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
		stems:    ticketStems,
		example:  []string{"id", "opened", "subject", "requester", "department", "category"},
		systems:  ticketSystems,
	}).compile()
})

// compile reads the aliases of all systems once.
func (s *schema) compile() *schema {
	s.aliases, s.known = make(map[string]alias), make(map[string]bool)
	for i := range s.systems {
		sys := &s.systems[i]
		for _, names := range sys.columns {
			for _, name := range names {
				a := parseAlias(name)
				s.aliases[name] = a
				s.known[a.key] = s.known[a.key] || !a.prefix && !a.suffix
			}
		}
		for _, name := range slices.Concat(sys.strong, sys.weak, sys.sequence, sys.stations) {
			s.aliases[name] = parseAlias(name)
		}
	}
	return s
}
