package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"ticketpatterns/reports"
)

func (a *app) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of patterns.json",
		Long: `Schema prints the JSON Schema (draft 2020-12) of patterns.json: every field with
its type and meaning, and every code that can stand in one. The field "version"
of patterns.json counts up when a field is renamed or dropped or changes its
meaning; new fields and codes can come without a new version.`,
		Example: "  ticketpatterns schema > patterns.schema.json",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if _, err := io.WriteString(a.stdout, reports.Schema()); err != nil {
				return fmt.Errorf("writing to standard output: %w", err)
			}
			return nil
		},
	}
}
