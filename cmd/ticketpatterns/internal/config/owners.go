package config

import (
	"fmt"
	"reflect"
	"slices"

	"ticketpatterns/analyzer/owner"
)

// builtIn stands in a list of the owner map for the built-in values of that
// list, so that a file can add to them.
const builtIn = "..."

// mergeOwners lays the owners of the file over the preset that it names:
//
//   - teams of the file replace those of the preset as a whole;
//   - a function of the file is the preset's function of that name with the
//     fields that the file gives; a list replaces the built-in one, and "..." in
//     it stands for the built-in values; other names are new functions;
//   - functions that the file does not name stay;
//   - a function whose team comes from the preset and is not among the teams of
//     the file has no owner: a gap.
func (c *Config) mergeOwners(doc *document) {
	base, ok := owner.Preset(c.Owners.Preset)
	if !ok {
		base = owner.DefaultMap() // validate names the mistake
	}
	m := &c.Owners
	if m.FunctionsPerPerson == 0 {
		m.FunctionsPerPerson = base.FunctionsPerPerson
	}
	if m.PatternsPerPerson == 0 {
		m.PatternsPerPerson = base.PatternsPerPerson
	}
	if _, set := doc.line("owners.desk"); !set && m.Desk == "" {
		m.Desk = base.Desk
	}
	if len(m.Teams) == 0 {
		m.Teams = base.Teams
	}
	for i := range base.Functions {
		if f := &base.Functions[i]; !slices.ContainsFunc(m.Teams, func(t owner.Team) bool { return t.Name == f.Team }) {
			f.Team = ""
		}
	}
	for i := range m.Functions {
		at := fmt.Sprintf("owners.functions[%d]", i)
		same := func(f owner.Function) bool { return owner.Same(f.Name, m.Functions[i].Name) }
		from := owner.Function{}
		if j := slices.IndexFunc(base.Functions, same); j >= 0 {
			from = base.Functions[j]
			base.Functions = slices.Delete(base.Functions, j, j+1)
		}
		fillFunction(&m.Functions[i], from, func(key string) bool {
			_, set := doc.line(at + "." + key)
			return set
		})
	}
	m.Functions = append(m.Functions, base.Functions...)
}

// fillFunction takes from the built-in function what the file does not set.
func fillFunction(f *owner.Function, from owner.Function, set func(key string) bool) {
	to, base := reflect.ValueOf(f).Elem(), reflect.ValueOf(from)
	for i := range to.NumField() {
		field, other := to.Field(i), base.Field(i)
		if !set(to.Type().Field(i).Tag.Get("mapstructure")) {
			field.Set(other)
			continue
		}
		values, isList := field.Interface().([]string)
		if !isList {
			continue
		}
		builtInValues := other.Interface().([]string)
		if at := slices.Index(values, builtIn); at >= 0 {
			field.Set(reflect.ValueOf(slices.Concat(values[:at], builtInValues, values[at+1:])))
		}
	}
}
