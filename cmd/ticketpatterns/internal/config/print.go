package config

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"

	"ticketpatterns/analyzer/owner"
)

// chosenUTC is UTC by its other name. As timezone: UTC in a file means that
// nobody chose a zone, it stands for a UTC that somebody did choose.
const chosenUTC = "Etc/UTC"

// printedColumns is where lists are wrapped.
const printedColumns = 100

// Print returns the settings as a configuration file that loads to the same
// settings. Relative paths are relative to the current folder, so the file must
// lie there.
func (c *Config) Print() (string, error) {
	out := *c
	if c.ZoneGiven && c.Reading.Timezone == Default().Reading.Timezone {
		out.Reading.Timezone = chosenUTC
	}
	var p printer
	p.section(reflect.ValueOf(out), "", false)
	return strings.TrimPrefix(p.text.String(), "\n"), p.err
}

// printer writes settings as YAML, by the types and keys of Config.
type printer struct {
	text strings.Builder
	err  error
}

// section writes the keys of a struct. Inside a record of a list, brief leaves
// out what is empty.
func (p *printer) section(v reflect.Value, indent string, brief bool) {
	for i := range v.NumField() {
		key, value := v.Type().Field(i).Tag.Get("mapstructure"), v.Field(i)
		if key == "-" || brief && empty(value) {
			continue
		}
		if indent == "" {
			p.text.WriteString("\n")
		}
		fmt.Fprintf(&p.text, "%s%s:", indent, key)
		p.value(value, indent, len(indent)+len(key)+1)
	}
}

// empty reports that a record means the same without the value. Switches are
// always written.
func empty(v reflect.Value) bool {
	return v.Kind() != reflect.Bool && v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0
}

// value writes what follows a key that ends at a column.
func (p *printer) value(v reflect.Value, indent string, column int) {
	switch {
	case v.Kind() == reflect.Struct:
		p.text.WriteString("\n")
		p.section(v, indent+"  ", false)
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct && v.Len() > 0:
		p.text.WriteString("\n")
		p.records(v, indent+"  ")
	case v.Kind() == reflect.Slice:
		p.list(v, indent+"  ", column)
	default:
		p.text.WriteString(" " + p.scalar(v) + "\n")
	}
}

// records writes a list of structs. A function of the owner map is written in
// full, because what it leaves out would come from the preset.
func (p *printer) records(v reflect.Value, indent string) {
	brief := v.Type().Elem() != reflect.TypeFor[owner.Function]()
	for i := range v.Len() {
		var record printer
		record.section(v.Index(i), indent+"  ", brief)
		p.err = firstError(p.err, record.err)
		p.text.WriteString(indent + "- " + strings.TrimPrefix(record.text.String(), indent+"  "))
	}
}

// list writes a list of scalars in brackets, wrapped.
func (p *printer) list(v reflect.Value, indent string, column int) {
	p.text.WriteString(" [")
	column += 2
	for i := range v.Len() {
		item := p.scalar(v.Index(i))
		if i < v.Len()-1 {
			item += ","
		}
		switch {
		case i > 0 && column+1+len(item) > printedColumns:
			p.text.WriteString("\n" + indent + item)
			column = len(indent)
		case i > 0:
			p.text.WriteString(" " + item)
			column++
		default:
			p.text.WriteString(item)
		}
		column += len(item)
	}
	p.text.WriteString("]\n")
}

// scalar returns a single value as it may stand in a list, quoted where needed.
func (p *printer) scalar(v reflect.Value) string {
	if v.Kind() != reflect.String {
		return fmt.Sprint(v.Interface())
	}
	text := yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: v.String()}
	if strings.ContainsFunc(text.Value, unicode.IsControl) {
		text.Style = yaml.DoubleQuotedStyle
	}
	data, err := yaml.Marshal(&yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle, Content: []*yaml.Node{&text}})
	p.err = firstError(p.err, err)
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(string(data)), "["), "]")
}

func firstError(before, err error) error {
	if before != nil || err == nil {
		return before
	}
	return fmt.Errorf("printing the settings: %w", err)
}
