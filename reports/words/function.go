package words

import (
	"slices"

	"ticketpatterns/reports/i18n"
)

// functionNames are the functions of the built-in owner maps, which every language
// names. Those of a user's own map stay as they are.
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

// Function names a function; "" is what no function fits.
func (w Writer) Function(name string) string {
	switch {
	case name == "":
		return w.Text("not in the owner map")
	case slices.Contains(functionNames, i18n.English(name)):
		return w.Phrase(i18n.English(name))
	}
	return name
}
