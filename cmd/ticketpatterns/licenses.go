package main

import (
	_ "embed"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"ticketpatterns/reports/html"
)

// notices are the licences of all modules in the program, made from the modules
// themselves: go test ./cmd/ticketpatterns -run Notices -update.
//
//go:embed NOTICES
var notices string

func (a *app) licensesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "licenses",
		Short: "Print the licences of everything that the program is made of",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if _, err := io.WriteString(a.stdout, notices+html.RuntimeLicences()); err != nil {
				return fmt.Errorf("writing to standard output: %w", err)
			}
			return nil
		},
	}
}
