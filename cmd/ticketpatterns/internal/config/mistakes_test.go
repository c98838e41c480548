package config

import (
	"os"
	"path/filepath"
	"testing"
)

// TestMistakes has one file for each mistake, named after it, and the exact
// message. Files without a line in the table fail, too.
func TestMistakes(t *testing.T) {
	want := map[string]string{
		"alias":                   "alias.yaml:2: output.folder: is an anchor or alias, want the value itself\nalias.yaml:3: output.names: is an anchor or alias, want the value itself",
		"bool-for-number":         `bool-for-number.yaml:2: analysis.min_people: is the switch "true", want a whole number`,
		"column-without-header":   `column-without-header.yaml:3: reading.columns[0]: field "department" has no column, want the header of one`,
		"criterion-unknown-kind":  `criterion-unknown-kind.yaml:3: criteria[0].kind: unknown kind "persons", want one of people, unusual, hours, repeat, security, executive, chronic`,
		"criterion-unknown-word":  `criterion-unknown-word.yaml:4: criteria[0].text: unknown word {persons}, want one of {people}, {days}, {times}, {hours}, {weeks}, {tickets}`,
		"criterion-without-on":    `criterion-without-on.yaml:2: criteria[0].on: is missing, want true or false`,
		"department-alias-twice":  `department-alias-twice.yaml:4: reading.departments[1]: "H.R." belongs to "Human Resources" and to "Personnel", want one of them`,
		"date-order":              `date-order.yaml:1: reading.date_order: is "dd/mm", want dmy, mdy, ymd, or empty`,
		"duplicate-key":           `duplicate-key.yaml:3: analysis.min_people: is there twice, want it once (first in line 2)`,
		"empty-section":           `empty-section.yaml:1: analysis: is empty, want keys with values, or the line taken out`,
		"fraction-for-count":      `fraction-for-count.yaml:1: analysis.min_people: is the number 7.9, want a whole number`,
		"function-never-answers":  `function-never-answers.yaml:5: owners.functions[1]: "Wi-Fi" can never answer because "Networking" comes first with all the same values, want a value of its own`,
		"function-without-values": `function-without-values.yaml:5: owners.functions[0]: "Networking" can never answer because it has no values, want categories, broad_categories, services, configuration_items, locations, groups, terms or cause_terms`,
		"infinite":                `infinite.yaml:1: analysis.false_alarms_per_report: is the number .inf, want a number`,
		"list-for-section":        `list-for-section.yaml:1: analysis: is a list, want keys with values`,
		"map-for-list":            `map-for-list.yaml:2: owners.functions: is a group of keys, want a list: a line such as - {name: ...} for each`,
		"names":                   `names.yaml:1: output.names: is "hidden", want masked or shown`,
		"negative-size":           `negative-size.yaml:2: owners.teams[0].size: is -1, want 0 (unknown) or more`,
		"number-for-text":         `number-for-text.yaml:3: owners.teams[0].contact: is the number 4711, want text in quotes: "4711"`,
		"odd-window":              `odd-window.yaml:1: analysis.window_days[1]: is 10, want a multiple of 7`,
		"syntax":                  `syntax.yaml:3: not valid YAML: mapping values are not allowed in this context`,
		"teams-without-functions": `teams-without-functions.yaml:2: owners.functions: none of them has one of these teams, want a team for those that they own`,
		"text-for-list":           `text-for-list.yaml:2: inputs.tickets: is the text "exports/*.csv", want a list such as [a, b]`,
		"ticket-url":              `ticket-url.yaml:1: output.ticket_url: is "javascript:alert({id})", want a web address with {id}, such as https://desk.example.com/{id}`,
		"timezone":                `timezone.yaml:1: reading.timezone: unknown time zone "Europe/Atlantis", want UTC or a name such as Europe/Berlin`,
		"two-documents":           `two-documents.yaml: holds several documents or text after the first, want one document without ---`,
		"unknown-field":           `unknown-field.yaml:3: reading.columns[0]: unknown field "departmnt", want department`,
		"unknown-key":             `unknown-key.yaml:2: analysis."min_peple": unknown key, want min_people`,
		"unknown-key-in-list":     `unknown-key-in-list.yaml:3: owners.teams[0]."siez": unknown key, want size`,
		"unknown-preset":          `unknown-preset.yaml:2: owners.preset: unknown preset "smal", want "small"? (one of "small", "middle", "large", "none")`,
		"unknown-section":         `unknown-section.yaml:1: "mailing": unknown key, want one of inputs, reading, output, history, analysis, criteria, owners, send`,
		"unknown-team":            `unknown-team.yaml:4: owners.functions[0].team: unknown team "Netwrk", want "Network"? (one of "Network", "Desk")`,
		"several": `several.yaml:1: "analisys": unknown key, want analysis
several.yaml:4: output.names: is a list, want text, or ""
several.yaml:5: output."folders": unknown key, want folder`,
	}
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(want) {
		t.Errorf("%d files in testdata, want %d, one for each mistake", len(files), len(want))
	}
	for _, file := range files {
		base := filepath.Base(file)
		t.Run(base, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, err = parse(base, data, nil)
			if err == nil || err.Error() != want[base[:len(base)-len(".yaml")]] {
				t.Errorf("got\n%v\nwant\n%s", err, want[base[:len(base)-len(".yaml")]])
			}
		})
	}
}
