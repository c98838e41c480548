package system

import (
	"regexp"

	"ticketpatterns/analyzer/result"
)

// Aliases gives each field the headers that may name it, the best first.
type Aliases map[string][]string

// System is what is known of one product's exports. It is data: reading is
// the same for all.
type System struct {
	Key  string // short name, used as the source of its tickets
	Name string // of the product; "" where none stands for it, but Form
	Form result.Form

	// Strong and Weak are headers that speak for the system: hardly any other
	// product has the strong ones, few have the weak ones.
	Strong, Weak []string
	IDShape      *regexp.Regexp // of most ids; nil if they have no shape

	Columns Aliases  // the fields of its columns
	Ignore  []string // headers that look like a field and are not
	// Else are columns of a field that no other column holds: who opened a ticket
	// may be its requester, or an agent.
	Else Aliases

	// IDScope are columns without which ids are not unique, such as the
	// repository of an issue; their text goes in front of the id.
	IDScope []string
	// Sequence are columns that number the updates of one ticket.
	Sequence []string
	// Stations are counts of places that a ticket stood in: one more than the
	// moves between them.
	Stations []string
	// ZeroIfEmpty are fields in which an empty cell means none.
	ZeroIfEmpty []string
	// Missing are texts that mean "no value", beside the general ones.
	Missing []string
	// Trait is a warning about all its exports.
	Trait result.WarningCode
	// Lack is said, in English, when a file lacks a column that is needed.
	Lack string
}

// Tickets are all whose exports are known: the canonical columns first, the
// register, which stands for unknown exporters, last.
var Tickets = []System{
	Canonical,
	serviceNow,
	jira,
	glpi,
	gitHub,
	serviceManager,
	zendesk,
	freshdesk,
	freshservice,
	serviceDeskPlus,
	remedy,
	ivanti,
	cherwell,
	topDesk,
	samanage,
	webHelpDesk,
	spiceworks,
	osTicket,
	otrs,
	requestTracker,
	zammad,
	halo,
	connectWise,
	autotask,
	sysAid,
	helpScout,
	hubSpot,
	intercom,
	Register,
}
