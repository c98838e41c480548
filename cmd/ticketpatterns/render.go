package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"ticketpatterns/reports/i18n"

	"github.com/spf13/cobra"

	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/reports"
)

func (a *app) renderCommand() *cobra.Command {
	var format, out, locale string
	cmd := &cobra.Command{
		Use:   "render RUN",
		Short: "Show a stored run again, in another format",
		Long: `Render takes a day that history lists, or the patterns.json of a run (or the
folder that holds it), and writes that run in another format or language. Formats: ` + english.List(reports.Formats()) + `.`,
		Example: "  ticketpatterns render report --format md\n  ticketpatterns render 2026-03-01 --format html --locale de-DE --out maerz.html",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.render(cmd, args[0], format, out, locale)
		},
	}
	addHistoryFlags(cmd)
	cmd.Flags().StringVar(&format, "format", "md", "one of "+english.List(reports.Formats()))
	cmd.Flags().StringVar(&locale, "locale", "", "language and its way of writing numbers and days, such as en-US or de-DE (default: that of the run)")
	cmd.Flags().Lookup("locale").Annotations = map[string][]string{config.NoSetting: {"true"}}
	// Not the --out of analyze: it names a file, and no setting stands behind it.
	cmd.Flags().StringVar(&out, "out", "", "file to write (default: standard output)")
	cmd.Flags().Lookup("out").Annotations = map[string][]string{config.NoSetting: {"true"}}
	return cmd
}

func (a *app) render(cmd *cobra.Command, run, format, out, locale string) error {
	if !slices.Contains(reports.Formats(), format) {
		return usageError(fmt.Errorf("--format: unknown format %q, want one of %s", format, english.List(reports.Formats())))
	}
	c, err := a.loadConfig(cmd)
	if err != nil {
		return err
	}
	found, stored, err := a.stored(cmd, run)
	if err != nil {
		return err
	}
	if locale != "" {
		language, err := i18n.Open(locale)
		if err != nil {
			return usageError(fmt.Errorf("--locale: %w", err))
		}
		found.Locale = language.Locale()
	}
	document := reports.Document{Analysis: found, Run: stored, TicketURL: c.Output.TicketURL, SaveAs: decisionsPath(c)}
	return a.write(out, func(w io.Writer) error { return reports.WriteFormat(w, format, document) })
}

// write sends what make writes to a file, or to standard output if file is "".
// The file appears only when it is whole; until then an older one stays. A pipe or a
// device, such as the null device, is written to and never replaced.
func (a *app) write(file string, make func(io.Writer) error) error {
	if file == "" {
		if err := make(a.stdout); err != nil {
			return fmt.Errorf("writing to standard output: %w", err)
		}
		return nil
	}
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return writeInto(file, make)
	}
	part, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+".*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", file, err)
	}
	defer os.Remove(part.Name()) // gone already if all went well
	err = make(part)
	if closed := part.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(part.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(part.Name(), file)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", file, err)
	}
	return nil
}

// writeInto writes to what is no file.
func writeInto(name string, make func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	err = make(f)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}
