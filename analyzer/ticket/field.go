package ticket

import "time"

// Kind says what a field holds and so how its cells are written.
type Kind uint8

const (
	Text  Kind = iota
	Time       // RFC 3339
	Times      // a Count: how often something happened
	Kept       // a Count of 0 or 1, written the other way round: whether it did not happen
)

// Field is one field of a ticket as tables hold it: a column of the canonical
// CSV. The accessor of its kind is set, the others are nil.
type Field struct {
	Name  string
	Kind  Kind
	Text  func(*Ticket) *string
	Time  func(*Ticket) *time.Time
	Count func(*Ticket) *Count

	Named   bool // it names a person, a team, a place or a thing
	Prose   bool // somebody wrote it in words of their own
	Lasting bool // it describes the request; other fields say how the request stands
}

// Fields are all fields, in the order of the canonical columns. A new field of
// Ticket that exports may hold is a line here.
var Fields = []Field{
	{Name: "source", Text: func(t *Ticket) *string { return &t.Source }},
	{Name: "id", Text: func(t *Ticket) *string { return &t.ID }},
	{Name: "opened", Kind: Time, Time: func(t *Ticket) *time.Time { return &t.Opened }},
	{Name: "resolved", Kind: Time, Time: func(t *Ticket) *time.Time { return &t.Resolved }},
	{Name: "closed", Kind: Time, Time: func(t *Ticket) *time.Time { return &t.Closed }},
	{Name: "updated", Kind: Time, Time: func(t *Ticket) *time.Time { return &t.Updated }},
	{Name: "subject", Prose: true, Lasting: true, Text: func(t *Ticket) *string { return &t.Subject }},
	{Name: "description", Prose: true, Lasting: true, Text: func(t *Ticket) *string { return &t.Description }},
	{Name: "requester", Named: true, Lasting: true, Text: func(t *Ticket) *string { return &t.Requester }},
	{Name: "department", Named: true, Lasting: true, Text: func(t *Ticket) *string { return &t.Department }},
	{Name: "category", Lasting: true, Text: func(t *Ticket) *string { return &t.Category }},
	{Name: "subcategory", Lasting: true, Text: func(t *Ticket) *string { return &t.Subcategory }},
	{Name: "service", Named: true, Lasting: true, Text: func(t *Ticket) *string { return &t.Service }},
	{Name: "configuration_item", Named: true, Lasting: true, Text: func(t *Ticket) *string { return &t.ConfigurationItem }},
	{Name: "location", Named: true, Lasting: true, Text: func(t *Ticket) *string { return &t.Location }},
	{Name: "assignment_group", Named: true, Text: func(t *Ticket) *string { return &t.AssignmentGroup }},
	{Name: "assignee", Named: true, Text: func(t *Ticket) *string { return &t.Assignee }},
	{Name: "priority", Lasting: true, Text: func(t *Ticket) *string { return &t.Priority }},
	{Name: "impact", Lasting: true, Text: func(t *Ticket) *string { return &t.Impact }},
	{Name: "urgency", Lasting: true, Text: func(t *Ticket) *string { return &t.Urgency }},
	{Name: "state", Text: func(t *Ticket) *string { return &t.State }},
	{Name: "channel", Lasting: true, Text: func(t *Ticket) *string { return &t.Channel }},
	{Name: "reassignments", Kind: Times, Lasting: true, Count: func(t *Ticket) *Count { return &t.Reassignments }},
	{Name: "reopens", Kind: Times, Lasting: true, Count: func(t *Ticket) *Count { return &t.Reopens }},
	{Name: "resolution_code", Text: func(t *Ticket) *string { return &t.ResolutionCode }},
	{Name: "resolution", Prose: true, Text: func(t *Ticket) *string { return &t.Resolution }},
	{Name: "problem", Lasting: true, Text: func(t *Ticket) *string { return &t.Problem }},
	{Name: "change", Lasting: true, Text: func(t *Ticket) *string { return &t.Change }},
	{Name: "parent", Lasting: true, Text: func(t *Ticket) *string { return &t.Parent }},
	{Name: "company", Named: true, Lasting: true, Text: func(t *Ticket) *string { return &t.Company }},
	{Name: "sla_met", Kind: Kept, Lasting: true, Count: func(t *Ticket) *Count { return &t.Breaches }},
}

// FieldNames are the names of all Fields: the canonical header.
var FieldNames = func() []string {
	names := make([]string, len(Fields))
	for i, f := range Fields {
		names[i] = f.Name
	}
	return names
}()

// FieldNamed returns the field called name; nil if there is none.
func FieldNamed(name string) *Field {
	for i := range Fields {
		if Fields[i].Name == name {
			return &Fields[i]
		}
	}
	return nil
}
