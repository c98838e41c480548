package config

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"ticketpatterns/ingest/prepare"
	"ticketpatterns/reports/i18n"
	"time"

	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest"
)

// validate runs every check of the merged configuration. Each mistake is said
// with its place: the line of the file, the flag or the variable.
func (c *Config) validate(doc *document, m *merged) error {
	var wrong mistakes
	report := func(err error) {
		for _, one := range flatten(err) {
			line, place := m.place(one.Error())
			wrong.add(line, "%s%s", place, one)
		}
	}
	for _, err := range c.checkReading() {
		report(err)
	}
	for _, err := range c.checkFiles() {
		report(err)
	}
	for _, err := range c.Send.check() {
		report(err)
	}
	report(c.Options().Validate())
	for i := range c.Criteria {
		at := fmt.Sprintf("criteria[%d]", i)
		if _, inFile := doc.line(at); inFile {
			if _, ok := doc.line(at + ".on"); !ok {
				report(fmt.Errorf("%s.on: is missing, want true or false", at))
			}
		}
	}
	if len(c.Owners.Gaps()) == len(c.Owners.Functions) && len(c.Owners.Teams) > 0 {
		report(fmt.Errorf("owners.functions: none of them has one of these teams, want a team for those that they own"))
	}
	report(c.Owners.Validate())
	return wrong.err()
}

// flatten returns the single errors of errors.Join.
func flatten(err error) []error {
	if err == nil {
		return nil
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var all []error
	for _, e := range joined.Unwrap() {
		all = append(all, flatten(e)...)
	}
	return all
}

var leadingPath = regexp.MustCompile(`^[a-z_]+(?:\.[a-z_]+|\[\d+\])*`)

// place says where the key that a message begins with was set.
func (m *merged) place(message string) (line int, prefix string) {
	path := leadingPath.FindString(message)
	for key, flag := range m.flags {
		if path == key {
			return 0, flag + ": "
		}
	}
	for key, name := range m.env {
		if path == key || strings.HasPrefix(path, key+"[") {
			return 0, name + ": "
		}
	}
	if m.doc.file == "" {
		return 0, ""
	}
	line, _ = m.doc.line(path)
	if line == 0 {
		return 0, m.doc.file + ": "
	}
	return line, fmt.Sprintf("%s:%d: ", m.doc.file, line)
}

func (c *Config) checkReading() []error {
	var wrong []error
	if zone := c.Reading.Timezone; zone == "" || zone == "Local" {
		wrong = append(wrong, fmt.Errorf("reading.timezone: is %q, want UTC or a name such as Europe/Berlin", zone))
	} else if _, err := time.LoadLocation(zone); err != nil {
		wrong = append(wrong, fmt.Errorf("reading.timezone: unknown time zone %q, want UTC or a name such as Europe/Berlin", zone))
	}
	if order := c.Reading.DateOrder; !slices.Contains([]string{"", "dmy", "mdy", "ymd"}, order) {
		wrong = append(wrong, fmt.Errorf("reading.date_order: is %q, want dmy, mdy, ymd, or empty", order))
	}
	if err := (ingest.Options{Encoding: c.Reading.Encoding}).Validate(); err != nil {
		wrong = append(wrong, fmt.Errorf("reading.encoding: %w", err))
	}
	if most := c.Reading.MaxUnpackedMB; most < 1 || most > 1<<20 {
		wrong = append(wrong, fmt.Errorf("reading.max_unpacked_mb: is %d, want 1 to 1048576", most))
	}
	for i, m := range c.Reading.Columns {
		if text := checkColumn(m.Field, m.Column); text != "" {
			wrong = append(wrong, fmt.Errorf("reading.columns[%d]: %s", i, text))
		}
	}
	if err := prepare.CheckDepartmentChain(c.Reading.DepartmentFrom); err != nil {
		wrong = append(wrong, fmt.Errorf("reading.department_from%w", err))
	}
	if err := (prepare.SenderRules{Programs: c.Reading.Automated}).Validate(); err != nil {
		wrong = append(wrong, fmt.Errorf("reading.automated%w", err))
	}
	if err := (prepare.SenderRules{People: c.Reading.NotAutomated}).Validate(); err != nil {
		wrong = append(wrong, fmt.Errorf("reading.not_automated%w", err))
	}
	if err := prepare.CheckDepartmentRules(c.Reading.Departments); err != nil {
		for line := range strings.Lines(err.Error()) {
			wrong = append(wrong, fmt.Errorf("reading.departments%s", strings.TrimSuffix(line, "\n")))
		}
	}
	return wrong
}

// checkColumn says what is wrong with giving column to field; "" for nothing.
func checkColumn(field, column string) string {
	if !slices.Contains(ticket.FieldNames, field) {
		return fmt.Sprintf("unknown field %q, %s", field, wantKey(field, ticket.FieldNames, "one of "+strings.Join(ticket.FieldNames, ", ")))
	}
	if strings.TrimSpace(column) == "" {
		return fmt.Sprintf("field %q has no column, want the header of one", field)
	}
	return ""
}

func (c *Config) checkFiles() []error {
	var wrong []error
	if c.Output.Folder == "" {
		wrong = append(wrong, fmt.Errorf("output.folder: is empty, want a folder"))
	}
	if names := c.Output.Names; names != "masked" && names != "shown" {
		wrong = append(wrong, fmt.Errorf("output.names: is %q, want masked or shown", names))
	}
	if _, err := i18n.Open(c.Output.Locale); err != nil {
		wrong = append(wrong, fmt.Errorf("output.locale: %w", err))
	}
	if err := checkTicketURL(c.Output.TicketURL); err != nil {
		wrong = append(wrong, err)
	}
	for key, paths := range map[string][]string{"tickets": c.Inputs.Tickets, "changes": c.Inputs.Changes, "people": c.Inputs.People} {
		if i := slices.Index(paths, ""); i >= 0 {
			wrong = append(wrong, fmt.Errorf("inputs.%s[%d]: is empty, want a file, a folder or a pattern", key, i))
		}
	}
	return wrong
}

// checkTicketURL lets only web addresses through: the address becomes a link
// in every page.
func checkTicketURL(address string) error {
	if address == "" {
		return nil
	}
	u, err := url.Parse(strings.ReplaceAll(address, "{id}", "1"))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || !strings.Contains(address, "{id}") || strings.ContainsAny(address, " \t\r\n\"<>`\\^|") {
		return fmt.Errorf("output.ticket_url: is %q, want a web address with {id}, such as https://desk.example.com/{id}", address)
	}
	return nil
}
