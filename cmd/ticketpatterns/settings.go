package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// settingsHeader stands above the settings. It is the same for all, so that
// printed settings are printed the same again.
const settingsHeader = `# All settings in force. Relative paths are relative to the folder in which this
# was printed. config.yaml as shipped explains each setting.

`

func (a *app) configCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Print all settings in force, as a valid config.yaml",
		Long: `Config prints every setting that is in force after the configuration file, the
environment and the flags, with the whole owner map. The output is a valid
configuration file. Relative paths in it are relative to the current folder, so
save it there.`,
		Example: "  ticketpatterns config --timezone Europe/Berlin",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.printConfig(cmd) },
	}
	addReadingFlags(cmd)
	addReportFlags(cmd)
	return cmd
}

func (a *app) printConfig(cmd *cobra.Command) error {
	c, err := a.loadConfig(cmd)
	if err != nil {
		return err
	}
	text, err := c.Print()
	if err != nil {
		return err
	}
	if _, err := io.WriteString(a.stdout, settingsHeader+text); err != nil {
		return fmt.Errorf("writing to standard output: %w", err)
	}
	return nil
}
