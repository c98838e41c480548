package main

import (
	"bytes"
	"os"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"ticketpatterns/reports"
)

// validDocument holds the contents of a patterns.json against a JSON Schema.
func validDocument(schema, document []byte) error {
	const name = "patterns.schema.json"
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		return err
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(name, parsed); err != nil {
		return err
	}
	compiled, err := c.Compile(name)
	if err != nil {
		return err
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	if err != nil {
		return err
	}
	return compiled.Validate(value)
}

// valid is the command of the transcripts.
func valid(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: valid SCHEMA PATTERNS.JSON")
	}
	ts.Check(validDocument([]byte(ts.ReadFile(args[0])), []byte(ts.ReadFile(args[1]))))
}

// readValid reads a patterns.json that must match its schema.
func readValid(file string) ([]byte, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return data, validDocument([]byte(reports.Schema()), data)
}
