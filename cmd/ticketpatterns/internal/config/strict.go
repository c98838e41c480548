package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// mistakes collects what is wrong, so that all of it is said at once.
type mistakes struct {
	list []mistake
}

type mistake struct {
	line int // 0: not in the file
	text string
}

func (m *mistakes) add(line int, format string, args ...any) {
	m.list = append(m.list, mistake{line, fmt.Sprintf(format, args...)})
}

// err joins the mistakes in the order of their lines; nil if there are none.
func (m *mistakes) err() error {
	slices.SortStableFunc(m.list, func(a, b mistake) int { return a.line - b.line })
	all := make([]error, len(m.list))
	for i, one := range m.list {
		all[i] = errors.New(one.text)
	}
	return errors.Join(all...)
}

// document is the file as a tree that knows its lines.
type document struct {
	file string
	root *yaml.Node // nil without a file or in an empty one
}

// readStrictly parses the bytes and holds every key and value against Config.
func readStrictly(file string, data []byte) (*document, error) {
	doc := &document{file: file}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var node yaml.Node
	switch err := decoder.Decode(&node); {
	case errors.Is(err, io.EOF):
		return doc, nil
	case err != nil:
		return nil, syntaxError(file, err)
	}
	c := checker{file: file}
	if err := decoder.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: holds several documents or text after the first, want one document without ---", file)
	}
	doc.root = node.Content[0]
	if doc.root.Tag == "!!null" {
		doc.root = nil
		return doc, nil
	}
	c.value(doc.root, reflect.TypeFor[Config](), "")
	return doc, c.err()
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntaxError gives the parser's message the form of all others.
func syntaxError(file string, err error) error {
	text := strings.ReplaceAll(err.Error(), "\n", " ")
	if m := yamlLine.FindStringSubmatch(text); m != nil {
		if m[1] != "" {
			return fmt.Errorf("%s:%s: not valid YAML: %s", file, m[1], m[2])
		}
		return fmt.Errorf("%s: not valid YAML: %s", file, m[2])
	}
	return fmt.Errorf("%s: not valid YAML: %s", file, text)
}

// checker walks the file and the type of Config side by side.
type checker struct {
	mistakes
	file string
}

func (c *checker) wrong(n *yaml.Node, path, format string, args ...any) {
	if path == "" {
		path = "the file"
	}
	c.add(n.Line, "%s:%d: %s: %s", c.file, n.Line, path, fmt.Sprintf(format, args...))
}

// value checks one value against the type it must have.
func (c *checker) value(n *yaml.Node, t reflect.Type, path string) {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		c.wrong(n, path, "is an anchor or alias, want the value itself")
	case n.Tag == "!!null":
		c.wrong(n, path, "is empty, want %s, or the line taken out", article(t))
	case t.Kind() == reflect.Struct:
		c.section(n, t, path)
	case t.Kind() == reflect.Slice:
		if n.Kind != yaml.SequenceNode {
			c.wrong(n, path, "is %s, want %s", describe(n), article(t))
			return
		}
		for i, item := range n.Content {
			c.value(item, t.Elem(), fmt.Sprintf("%s[%d]", path, i))
		}
	default:
		c.scalar(n, t, path)
	}
}

// section checks the keys of a mapping and then their values.
func (c *checker) section(n *yaml.Node, t reflect.Type, path string) {
	if n.Kind != yaml.MappingNode {
		c.wrong(n, path, "is %s, want keys with values", describe(n))
		return
	}
	types := map[string]reflect.Type{}
	var known []string
	for i := range t.NumField() {
		if tag := t.Field(i).Tag.Get("mapstructure"); tag != "-" {
			types[tag] = t.Field(i).Type
			known = append(known, tag)
		}
	}
	first := map[string]int{}
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		at := join(path, strconv.Quote(key.Value))
		if types[key.Value] != nil {
			at = join(path, key.Value)
		}
		switch line, twice := first[key.Value]; {
		case types[key.Value] == nil:
			c.wrong(key, at, "unknown key, %s", wantKey(key.Value, known, "one of "+strings.Join(known, ", ")))
		case twice:
			c.wrong(key, at, "is there twice, want it once (first in line %d)", line)
		default:
			first[key.Value] = key.Line
			c.value(value, types[key.Value], at)
		}
	}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// scalar checks a single value. YAML reads 4711 as a number and true as a
// switch, so text that looks like one needs quotes.
func (c *checker) scalar(n *yaml.Node, t reflect.Type, path string) {
	if n.Kind != yaml.ScalarNode {
		c.wrong(n, path, "is %s, want %s", describe(n), article(t))
		return
	}
	ok := false
	switch t.Kind() {
	case reflect.String:
		ok = n.Tag == "!!str"
	case reflect.Bool:
		ok = n.Tag == "!!bool"
	case reflect.Int:
		ok = n.Tag == "!!int" && n.Decode(new(int)) == nil
	case reflect.Float64:
		var f float64
		ok = (n.Tag == "!!float" || n.Tag == "!!int") && n.Decode(&f) == nil && f == f && f-f == 0 // neither NaN nor infinite
	}
	if ok {
		return
	}
	want := article(t)
	if t.Kind() == reflect.String {
		want = fmt.Sprintf("text in quotes: %q", n.Value)
	}
	c.wrong(n, path, "is %s, want %s", describe(n), want)
}

// describe says what a value is, in words and as typed.
func describe(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a group of keys"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case n.Tag == "!!str":
		return fmt.Sprintf("the text %q", n.Value)
	case n.Tag == "!!bool":
		return "the switch " + strconv.Quote(n.Value)
	case n.Tag == "!!timestamp":
		return "the date " + strconv.Quote(n.Value)
	case n.Tag == "!!int" || n.Tag == "!!float":
		return "the number " + n.Value
	}
	return fmt.Sprintf("%q", n.Value)
}

// article names what a type takes.
func article(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Struct:
		return "keys with values"
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Struct {
			return "a list: a line such as - {name: ...} for each"
		}
		return "a list such as [a, b]"
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "a whole number"
	case reflect.Float64:
		return "a number"
	}
	return `text, or ""`
}

var pathStep = regexp.MustCompile(`[a-z_]+|\[\d+\]`)

// line returns the line of the value at a path such as "owners.teams[2].name".
// If it is not in the file, ok is false and the line is that of the nearest
// thing around it that is; 0 if nothing is.
func (d *document) line(path string) (line int, ok bool) {
	if d.root == nil {
		return 0, false
	}
	node := d.root
	for _, step := range pathStep.FindAllString(path, -1) {
		next := child(node, step)
		if next == nil {
			return line, false
		}
		node, line = next, next.Line
	}
	return line, true
}

func child(n *yaml.Node, step string) *yaml.Node {
	if strings.HasPrefix(step, "[") {
		i, err := strconv.Atoi(strings.Trim(step, "[]"))
		if err != nil || n.Kind != yaml.SequenceNode || i >= len(n.Content) {
			return nil
		}
		return n.Content[i]
	}
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value == step {
			return n.Content[i+1]
		}
	}
	return nil
}
