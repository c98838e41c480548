package words

import "ticketpatterns/analyzer/result"

var statusNames = map[result.Status]string{
	result.StatusNew:     "new",
	result.StatusGrowing: "growing",
	result.StatusSteady:  "steady",
	result.StatusFading:  "fading",
	result.StatusQuiet:   "quiet",
	result.StatusBack:    "came back",
}

var causeNames = map[result.CauseKind]string{
	result.CauseChange:        "a change that broke something",
	result.CauseConfiguration: "a configuration that is wrong",
	result.CauseTraining:      "a tool that nobody was taught",
	result.CauseCapacity:      "too little capacity",
	result.CauseHardware:      "hardware that fails",
	result.CauseAccess:        "access that is missing or wrong",
	result.CauseSecurity:      "a security matter",
	result.CauseVendor:        "a vendor's fault",
	result.CauseUnknown:       "not clear from the tickets",
}

var fieldNames = map[string]string{
	"configuration_item": "configuration item",
	"assignment_group":   "support group",
	"resolution_code":    "resolution code",
}

// Status names the place of an issue in its life.
func Status(s result.Status) string {
	if name, ok := statusNames[s]; ok {
		return name
	}
	return string(s)
}

// Cause names a kind of cause as the end of "This could be".
func Cause(k result.CauseKind) string {
	if name, ok := causeNames[k]; ok {
		return name
	}
	return string(k)
}

// Field names a canonical ticket column.
func Field(column string) string {
	if name, ok := fieldNames[column]; ok {
		return name
	}
	return column
}

// OwnerName names the owner of a pattern, or says that there is none.
func OwnerName(o result.Owner) string {
	if o.Gap || o.Team == "" {
		return "nobody owns this"
	}
	return o.Team
}
