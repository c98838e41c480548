package ingest

import (
	"regexp"
	"slices"
	"sync"

	"ticketpatterns/analyzer/result"
)

// aliases gives each field the headers that may name it, the best first.
type aliases map[string][]string

// system is what is known of one product's exports. It is data: reading is
// the same for all.
type system struct {
	key  string // short name, used as the source of its tickets
	name string // of the product; "" where none stands for it, but form
	form result.Form

	// strong and weak are headers that speak for the system: hardly any other
	// product has the strong ones, few have the weak ones.
	strong, weak []string
	idShape      *regexp.Regexp // of most ids; nil if they have no shape

	columns aliases  // the fields of its columns
	ignore  []string // headers that look like a field and are not

	// idScope are columns without which ids are not unique, such as the
	// repository of an issue; their text goes in front of the id.
	idScope []string
	// sequence are columns that number the updates of one ticket.
	sequence []string
	// stations are counts of places that a ticket stood in: one more than the
	// moves between them.
	stations []string
	// zeroIfEmpty are fields in which an empty cell means none.
	zeroIfEmpty []string
	// missing are texts that mean "no value", beside the general ones.
	missing []string
	// trait is a warning about all its exports; lack is said in English when a file of it cannot be read because a needed column is not there.
	trait result.WarningCode
	lack  string
}

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
		fields:   Fields,
		times:    []string{"opened", "resolved", "closed", "updated"},
		chained:  []string{"opened", "resolved", "closed", "requester", "department", "service", "configuration_item", "location", "assignment_group", "resolution", "change", "parent", "company"},
		required: []string{"opened"},
		needs:    map[string]string{"opened": "when a ticket was opened"},
		losses:   losses,
		missed:   []string{"requester", "category"},
		stems:    ticketStems,
		example:  []string{"id", "opened", "subject", "requester", "department", "category"},
		systems: []system{
			systemCanonical,
			systemServiceNow,
			systemJira,
			systemGLPI,
			systemGitHub,
			systemServiceManager,
			systemZendesk,
			systemFreshdesk,
			systemFreshservice,
			systemServiceDeskPlus,
			systemRemedy,
			systemIvanti,
			systemCherwell,
			systemTOPdesk,
			systemSamanage,
			systemWebHelpDesk,
			systemSpiceworks,
			systemOsTicket,
			systemOTRS,
			systemRequestTracker,
			systemZammad,
			systemHalo,
			systemConnectWise,
			systemAutotask,
			systemSysAid,
			systemHelpScout,
			systemHubSpot,
			systemIntercom,
			systemRegister,
		},
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
