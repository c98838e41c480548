package reports

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/invopop/jsonschema"
	validator "github.com/santhosh-tekuri/jsonschema/v6"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
)

// resultPackage is the package whose types patterns.json is made of.
const resultPackage = "analyzer/result"

// TestSchemaIsThatOfTheTypes holds that the schema is generated from the types and
// their comments; -update writes it.
func TestSchemaIsThatOfTheTypes(t *testing.T) {
	got := append(generateSchema(t), '\n')
	if *update {
		if err := os.WriteFile(schemaPath, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(Schema(), string(got)); diff != "" {
		t.Errorf("%s differs from the types; `go test ./reports -run Schema -update` writes it, and FormatVersion says when to count up (- file, + types):\n%s", schemaPath, diff)
	}
}

// TestSchemaTakesWhatIsWritten holds documents against the schema: full, empty and
// hostile ones. Package main does so for the report of the sample.
func TestSchemaTakesWhatIsWritten(t *testing.T) {
	for name, a := range map[string]*result.Analysis{
		"several": fixture.Analysis(6), "none": fixture.Analysis(0), "hostile": fixture.Hostile(6),
	} {
		if err := checkSchema(t, formatOf(t, "json", a)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, wrong := range []string{
		`"version": 2|"version": 1`, `"kind": "emerging"|"kind": "large"`, `"as_of": |"of": `, `"tickets": |"tickets": "many", "was": `,
	} {
		from, to, _ := strings.Cut(wrong, "|")
		text := formatOf(t, "json", fixture.Analysis(6))
		changed := strings.Replace(text, from, to, 1)
		if changed == text || checkSchema(t, changed) == nil {
			t.Errorf("%s for %s: want it there, and refused", to, from)
		}
	}
}

func checkSchema(t *testing.T, text string) error {
	t.Helper()
	c := validator.NewCompiler()
	c.AssertFormat()
	file, err := os.ReadFile(schemaPath) // not Schema, which is older while -update writes it
	if err != nil {
		t.Fatal(err)
	}
	schema, err := validator.UnmarshalJSON(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.AddResource(schemaPath, schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile(schemaPath)
	if err != nil {
		t.Fatal(err)
	}
	value, err := validator.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return compiled.Validate(value)
}

// generateSchema makes the schema of patterns.json.
func generateSchema(t *testing.T) []byte {
	t.Helper()
	codes := readCodes(t)
	r := &jsonschema.Reflector{AllowAdditionalProperties: true, DoNotReference: false}
	r.Mapper = codes.schemaOf
	t.Chdir("..")
	for _, folder := range []string{resultPackage, "reports"} {
		if err := r.AddGoComments("ticketpatterns", folder, jsonschema.WithFullComment()); err != nil {
			t.Fatal(err)
		}
	}
	for name, comment := range r.CommentMap {
		r.CommentMap[name] = oneLine(comment)
	}
	t.Chdir("reports")
	s := r.Reflect(&analysisFile{})
	root := s.Definitions["analysisFile"]
	delete(s.Definitions, "analysisFile")
	s.Ref, s.Type, s.Properties, s.Required = "", root.Type, root.Properties, root.Required
	s.ID, s.Title = jsonschema.ID("urn:ticketpatterns:patterns:"+strconv.Itoa(FormatVersion)), "patterns.json of ticketpatterns"
	s.Description = r.CommentMap["ticketpatterns/reports.analysisFile"]
	if version, ok := s.Properties.Get("version"); ok {
		version.Const = FormatVersion
	}
	seen := map[reflect.Type]bool{}
	allowEmpty(s, s.Definitions, reflect.TypeFor[result.Analysis](), seen)
	for name, schema := range codes {
		s.Definitions[name] = schema
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(s); err != nil {
		t.Fatal(err)
	}
	return bytes.TrimSpace(out.Bytes())
}

// oneLine undoes the line breaks of a comment, but not its lists.
func oneLine(comment string) string {
	return strings.Join(strings.Fields(comment), " ")
}

// codes are the named string types, with the values that they can have.
type codes map[string]*jsonschema.Schema

// schemaOf refers to a code; nil for all other types.
func (c codes) schemaOf(t reflect.Type) *jsonschema.Schema {
	if _, ok := c[t.Name()]; !ok || t.Kind() != reflect.String || !strings.HasSuffix(t.PkgPath(), resultPackage) {
		return nil
	}
	return &jsonschema.Schema{Ref: "#/$defs/" + t.Name()}
}

// readCodes reads the named string types of package result from their source.
func readCodes(t *testing.T) codes {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("..", resultPackage, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	positions := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(positions, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	p, err := doc.NewFromFiles(positions, files, "ticketpatterns/"+resultPackage)
	if err != nil {
		t.Fatal(err)
	}
	all := codes{"Day": {Type: "string", Pattern: `^(\d{4}-\d\d-\d\d)?$`}}
	for _, named := range p.Types {
		spec, ok := named.Decl.Specs[0].(*ast.TypeSpec)
		if kind, isName := spec.Type.(*ast.Ident); !ok || !isName || kind.Name != "string" {
			continue
		}
		schema := all[named.Name]
		if schema == nil {
			schema = &jsonschema.Schema{Type: "string"}
			all[named.Name] = schema
		}
		schema.Description = oneLine(named.Doc)
		for _, group := range named.Consts {
			addValues(t, schema, group)
		}
		if len(schema.OneOf) > 0 && mayBeEmpty(schema) {
			schema.OneOf = append(schema.OneOf, &jsonschema.Schema{Const: ""})
		}
	}
	return all
}

// addValues adds the constants of one declaration to a code, with what their
// comments say.
func addValues(t *testing.T, schema *jsonschema.Schema, group *doc.Value) {
	t.Helper()
	for _, spec := range group.Decl.Specs {
		value := spec.(*ast.ValueSpec)
		for _, v := range value.Values {
			literal, ok := v.(*ast.BasicLit)
			if !ok {
				continue
			}
			text, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			comment := value.Doc.Text()
			if comment == "" {
				comment = value.Comment.Text()
			}
			schema.OneOf = append(schema.OneOf, &jsonschema.Schema{Const: text, Description: oneLine(comment)})
		}
	}
}

// allowEmpty lets null stand for what is a pointer in Go, and the empty text for a
// code where the comment says what it means.
func allowEmpty(s *jsonschema.Schema, definitions jsonschema.Definitions, t reflect.Type, seen map[reflect.Type]bool) {
	if seen[t] {
		return
	}
	seen[t] = true
	for i := range t.NumField() {
		field := t.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		property, ok := s.Properties.Get(name)
		if !ok {
			continue
		}
		inner := field.Type
		switch {
		case inner.Kind() == reflect.String && property.Ref != "" && mayBeEmpty(property):
			s.Properties.Set(name, or(property, &jsonschema.Schema{Const: ""}))
		case inner.Kind() == reflect.Pointer:
			s.Properties.Set(name, orNull(property))
			inner = inner.Elem()
		case inner.Kind() == reflect.Slice && inner.Elem().Kind() == reflect.Pointer:
			property.Items = orNull(property.Items)
			inner = inner.Elem().Elem()
		case inner.Kind() == reflect.Slice:
			inner = inner.Elem()
		}
		if below := definitions[inner.Name()]; below != nil && inner.Kind() == reflect.Struct {
			allowEmpty(below, definitions, inner, seen)
		}
	}
}

// mayBeEmpty reports whether a comment says what the empty text means.
func mayBeEmpty(s *jsonschema.Schema) bool { return strings.Contains(s.Description, `""`) }

func orNull(s *jsonschema.Schema) *jsonschema.Schema {
	return or(s, &jsonschema.Schema{Type: "null"})
}

// or takes both, under the description of the first.
func or(s, other *jsonschema.Schema) *jsonschema.Schema {
	description := s.Description
	s.Description = ""
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{s, other}, Description: description}
}
