package main

import (
	"fmt"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/reports/words"
)

// misleading returns an error if an export lacks so much that its findings would be
// false. Nothing has been written then.
func misleading(gaps []result.CoverageGap, c *config.Config) error {
	for _, g := range gaps {
		if g.Misleads {
			return fmt.Errorf("%s\nnothing was written, and the report in %s stands; if the export is meant to hold no more, add --partial",
				words.Writer{Language: c.Language()}.CoverageLine(g), c.Output.Folder)
		}
	}
	return nil
}
