package ingest

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"ticketpatterns/ingest/system"
	"time"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// Changes is what was read from lists of changes.
type Changes struct {
	Changes  []ticket.Change // by start, id; each id once, the last row counts
	Rejects  []ticket.Reject
	Files    []File
	Warnings []result.Warning
}

// changeRow is one change in canonical columns, as gocsv reads it.
type changeRow struct {
	ID                string `csv:"id"`
	Start             string `csv:"start"`
	End               string `csv:"end"`
	Summary           string `csv:"summary"`
	Service           string `csv:"service"`
	ConfigurationItem string `csv:"configuration_item"`
	Location          string `csv:"location"`
	Type              string `csv:"type"`
	State             string `csv:"state"`
	Risk              string `csv:"risk"`
	Group             string `csv:"group"`
}

// change sets c to the row, without its times, and returns no fault.
func (r *changeRow) change(c *ticket.Change) string {
	*c = ticket.Change{
		ID: r.ID, Summary: r.Summary, Service: r.Service, ConfigurationItem: r.ConfigurationItem,
		Location: r.Location, Type: r.Type, State: r.State, Risk: r.Risk, Group: r.Group,
	}
	return ""
}

// changeSchema is what a list of changes may hold.
var changeSchema = sync.OnceValue(func() *schema {
	return (&schema{
		what:     "changes",
		fields:   []string{"id", "start", "end", "summary", "service", "configuration_item", "location", "type", "state", "risk", "group"},
		times:    []string{"start", "end"},
		chained:  []string{"start", "end"},
		required: []string{"start"},
		example:  []string{"id", "start", "end", "summary"},
		needs:    map[string]string{"start": "when a change started"},
		systems: []system.System{{
			Key:  "changes",
			Form: result.FormChanges,
			Columns: system.Aliases{
				"id":                 {"id", "change id", "change number", "change request", "change", "number", "rfc", "Change ID*+", "Infrastructure Change ID", "key", "issue key"},
				"start":              {"start", "start date", "start time", "actual start", "work start", "actual start date", "planned start", "planned start date", "scheduled start", "scheduled start date", "implementation start", "change start", "started", "begin", "date", "deployed at", "implemented", "implementation date"},
				"end":                {"end", "end date", "end time", "actual end", "work end", "actual end date", "planned end", "planned end date", "scheduled end", "scheduled end date", "implementation end", "change end", "finished", "closed at", "completed"},
				"summary":            {"summary", "short description", "title", "subject", "description", "change summary", "name", "what"},
				"service":            {"service", "business service", "affected service", "application", "system", "product", "component"},
				"configuration_item": {"configuration item", "cmdb ci", "ci", "affected ci", "asset", "host", "hostname", "server", "device"},
				"location":           {"location", "site", "region", "office", "environment"},
				"type":               {"type", "change type", "category", "class"},
				"state":              {"state", "status", "outcome", "result", "change status"},
				"risk":               {"risk", "risk level", "change risk", "impact"},
				"group":              {"group", "assignment group", "team", "implementation team", "implementer", "assigned group", "change owner group", "owner"},
			},
		}},
	}).compile()
})

// ReadChanges reads lists of changes, releases and maintenance; paths are as in
// Read. Options.Columns is for tickets and does not apply. A row without a
// start is rejected.
func ReadChanges(paths []string, o Options) (*Changes, error) {
	o.Columns = nil
	if err := o.Validate(); err != nil {
		return nil, err
	}
	c := &Changes{}
	err := eachFile(paths, nil, func(r io.Reader, name string) error {
		t, err := readTable(r, name, changeSchema(), o, nil, (*changeRow).change)
		c.Files, c.Rejects = append(c.Files, t.file), append(c.Rejects, t.rejects.listed...)
		c.Warnings = append(c.Warnings, t.file.Warnings...)
		if err != nil {
			return err
		}
		c.add(t)
		return nil
	})
	slices.SortStableFunc(c.Changes, func(a, b ticket.Change) int {
		return cmp.Or(a.Start.Compare(b.Start), strings.Compare(a.ID, b.ID))
	})
	return c, err
}

// add takes the changes of the file read last. A change without an id is
// called by its place; of several rows of one change the last counts.
func (c *Changes) add(t *table[ticket.Change]) {
	f := &c.Files[len(c.Files)-1]
	at := make(map[string]int, len(c.Changes))
	for i := range c.Changes {
		at[c.Changes[i].ID] = i
	}
	t.each(func(i int, value *ticket.Change, times []time.Time) {
		v := *value
		v.Start, v.End = times[0], times[1]
		if v.ID == "" {
			v.ID = fmt.Sprintf("line %d", t.lines[i])
		}
		if k, ok := at[v.ID]; ok {
			c.Changes[k] = v
			f.Kept--
			f.Merged++
			return
		}
		at[v.ID] = len(c.Changes)
		c.Changes = append(c.Changes, v)
	})
}
