package main

import (
	"cmp"
	"io"
	"log/slog"
	"os"

	"github.com/spf13/cobra"

	"ticketpatterns/cmd/ticketpatterns/internal/config"
)

// app is one run of the program: where it reads and writes, and the flags that
// every command has.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	log            *slog.Logger
	started        bool // a command took over from cobra
	interrupts     interrupts

	configFile string
	quiet      bool
	jsonLogs   bool
}

// execute runs the command that args name.
func (a *app) execute(args []string) int {
	root := a.rootCommand()
	root.SetArgs(args)
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	err := root.Execute()
	if err != nil && !a.started {
		err = usageError(err) // cobra refused the command line
	}
	a.setLog() // the flags may have been refused before a command set it
	a.report(err)
	return exitCode(err)
}

func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "ticketpatterns",
		Short: "Find recurring issues in help desk tickets and the teams that own them",
		Long: `Ticketpatterns reads exported help desk tickets, finds issues that come up more
often than they should, and names the team that should own the cause.

The weekly run:   ticketpatterns analyze EXPORT.csv
The first time:   ticketpatterns inspect EXPORT.csv`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRun: func(*cobra.Command, []string) {
			a.started = true
			a.setLog()
		},
	}
	root.SetVersionTemplate("ticketpatterns {{.Version}}\n")
	all := root.PersistentFlags()
	all.StringVar(&a.configFile, "config", "", "configuration file (default: config.yaml in the current folder, if there is one)")
	all.BoolVar(&a.quiet, "quiet", false, "say only errors and what is odd about a run")
	all.BoolVar(&a.jsonLogs, "json-logs", false, "write messages as JSON lines")
	root.AddCommand(a.analyzeCommand(), a.inspectCommand(), a.convertCommand(), a.checkCommand(), a.configCommand(), a.renderCommand(),
		a.historyCommand(), a.diffCommand(), a.replayCommand(), a.decideCommand(), a.sendCommand(), a.serveCommand(), a.schemaCommand(), a.versionCommand(), a.licensesCommand())
	return root
}

// loadConfig reads the configuration with the flags of cmd over it.
func (a *app) loadConfig(cmd *cobra.Command) (*config.Config, error) {
	c, err := config.Load(cmp.Or(a.configFile, os.Getenv(config.ConfigEnv)), cmd.Flags())
	if err != nil {
		return nil, usageError(err)
	}
	a.log.Info("settings: "+cmp.Or(c.File, "built in"), "config", c.File, "sha256", c.SHA256)
	return c, nil
}

// addReadingFlags adds the flags of all commands that read exports. The
// configuration binds them by name.
func addReadingFlags(cmd *cobra.Command) {
	cmd.Flags().String("source", "", "name that the tickets get as their source (default: the recognised system)")
	cmd.Flags().StringArray("map", nil, "column of a field, as field=Column; may be repeated")
	cmd.Flags().String("timezone", "", "time zone of times without one, such as Europe/Berlin (default UTC)")
	cmd.Flags().String("date-order", "", "how 03/04/2026 is meant where the file does not prove it: dmy, mdy or ymd")
}

// addPeopleFlag adds the flag for what tickets do not say of their requesters.
func addPeopleFlag(cmd *cobra.Command) {
	cmd.Flags().StringArray("people", nil, "CSV or .xlsx of requesters with department and location; may be repeated")
}

// addReportFlags adds the flags that are settings of the report and the history.
func addReportFlags(cmd *cobra.Command) {
	cmd.Flags().String("out", "", "folder of the report (default report)")
	cmd.Flags().String("names", "", "names of people in quoted texts: masked or shown (default masked)")
	cmd.Flags().String("locale", "", "language of the report and its way of writing numbers and days, such as en-US or de-DE (default en-GB)")
	addHistoryFlags(cmd)
	cmd.Flags().String("decisions", "", "CSV of decisions as the report saves it (default: decisions.csv in the output folder or beside the history)")
	cmd.Flags().Bool("remember-text", false, "keep quoted texts in the history too")
}
