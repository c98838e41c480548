package words

import (
	"slices"

	"ticketpatterns/reports/i18n"
)

// functionNames are the functions of the built-in owner maps, which every language
// names. Those that the site wrote stay as they are.
var functionNames = []i18n.English{
	"User support",
	"Endpoint and device management",
	"Printing",
	"Meeting rooms",
	"Building technology",
	"End-user training and adoption",
	"Business applications",
	"Software development",
	"DevOps and deployment",
	"Data governance",
	"Vendor and licence management",
	"Procurement",
	"Projects",
	"Documentation and compliance",
	"Strategy",
	"Networking",
	"Telephony",
	"Servers and operating systems",
	"Databases",
	"Storage",
	"Backup and recovery",
	"Identity and access",
	"Email and collaboration",
	"Cloud platform Azure",
	"Cloud platform AWS",
	"Cloud platform Google",
	"Security",
}

// teamNames are the teams of the built-in owner maps. Those whose name is that of a
// function stand above.
var teamNames = append([]i18n.English{
	"IT",
	"Service Provider",
	"Application Vendors",
	"Management",
	"Service Desk",
	"Workplace",
	"Network",
	"Server and Storage",
	"Database Administration",
	"Identity and Access",
	"Collaboration",
	"Cloud",
	"Application Support",
	"Development",
	"Deployment",
	"Training and Adoption",
	"IT Management",
	"End User Computing",
	"Print Services",
	"Workplace Technology",
	"Network Operations",
	"Voice Services",
	"Server Operations",
	"Storage and Backup",
	"Identity and Access Management",
	"Messaging and Collaboration",
	"Cloud Platform Azure",
	"Cloud Platform AWS",
	"Cloud Platform Google",
	"Business Applications",
	"Software Engineering",
	"Release and Deployment",
	"Security Operations",
	"Digital Adoption",
	"Data Office",
	"Vendor Management",
	"Project Office",
	"IT Compliance",
	"Architecture and Strategy",
}, functionNames...)

// Team names a team of the owner map. People may also name a function as owner.
func (w Writer) Team(name string) string {
	english := i18n.English(name)
	switch {
	case slices.Contains(w.preset.Teams, name) && slices.Contains(teamNames, english):
		return w.Phrase(english)
	case slices.Contains(w.preset.Functions, name) && slices.Contains(functionNames, english):
		return w.Phrase(english)
	}
	return name
}

// Function names a function; "" is what no function fits.
func (w Writer) Function(name string) string {
	switch {
	case name == "":
		return w.Text("not in the owner map")
	case w.preset.Functions != nil && !slices.Contains(w.preset.Functions, name):
		return name
	case slices.Contains(functionNames, i18n.English(name)):
		return w.Phrase(i18n.English(name))
	}
	return name
}
