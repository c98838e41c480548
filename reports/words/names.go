package words

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/i18n"
)

var statusNames = map[result.Status]i18n.English{
	result.StatusNew:     "new",
	result.StatusGrowing: "growing",
	result.StatusSteady:  "steady",
	result.StatusFading:  "fading",
	result.StatusQuiet:   "quiet",
	result.StatusBack:    "came back",
}

var kindNames = map[result.Kind]i18n.English{
	result.Emerging:      "unusual",
	result.Chronic:       "chronic",
	result.MajorIncident: "possible major incident",
}

var causeNames = map[result.CauseKind]i18n.English{
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

var fieldNames = map[string]i18n.English{
	"department":         "department",
	"location":           "location",
	"category":           "category",
	"subcategory":        "subcategory",
	"service":            "service",
	"configuration_item": "configuration item",
	"assignment_group":   "resolver group",
	"resolution_code":    "resolution code",
	"company":            "company",
	"channel":            "channel",
	"priority":           "priority",
}

// The lists that findings stand in, in every output.
const (
	ListSetbacks  i18n.English = "Not over yet"
	ListEmerging  i18n.English = "Unusual now"
	ListPlaces    i18n.English = "Many people, one place"
	ListAnswered  i18n.English = "Answered, and watched"
	ListChronic   i18n.English = "Chronic"
	ListOver      i18n.English = "Recently over"
	ListRecurring i18n.English = "Recurs at this time, no news"
)

// Status names the stage of an issue in its life cycle.
func (w Writer) Status(s result.Status) string {
	if name, ok := statusNames[s]; ok {
		return w.Text(name)
	}
	return string(s)
}

// Kind names a kind of pattern.
func (w Writer) Kind(k result.Kind) string {
	if name, ok := kindNames[k]; ok {
		return w.Text(name)
	}
	return string(k)
}

// Cause names a kind of cause as the end of "This could be".
func (w Writer) Cause(k result.CauseKind) string {
	if name, ok := causeNames[k]; ok {
		return w.Text(name)
	}
	return string(k)
}

// Field names a canonical ticket column, for the department that which stands for it.
func (w Writer) Field(column string) string {
	if column == "department" && w.standIn != "" {
		column = w.standIn
	}
	if name, ok := fieldNames[column]; ok {
		return w.Text(name)
	}
	return column
}

// OwnerName names the owner of a pattern, or says that there is none.
func (w Writer) OwnerName(o result.Owner) string {
	if o.Gap || o.Team == "" {
		return w.Text("unowned")
	}
	return w.Team(o.Team)
}
