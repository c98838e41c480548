package ingest

import (
	"regexp"

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

// ticketSystems are all whose exports are known: the canonical columns first, the
// register, which stands for unknown exporters, last.
var ticketSystems = []system{
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
}
