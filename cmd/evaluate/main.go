package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	err := run(os.Args[1:], os.Stdout, os.Stderr)
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "evaluate:", err)
		os.Exit(1)
	}
}

// command is one thing that can be measured.
type command struct {
	name  string
	short string // "" = for this program's own use, not in the help
	run   func(args []string, stdout, stderr io.Writer) error
}

// commands lists them in the order of the help.
func commands() []command {
	return []command{
		{"patterns", "outbreaks hidden in real texts: found or not, and false alarms", runPatterns},
		{"calibration", "exports without outbreaks: false alarms against the knob", runCalibration},
		{"surplus", "outages of many symptoms hidden in real texts: found or not, and false alarms", runSurplus},
		{"issues", "labelled texts: how well issues agree with their true groups", runIssues},
		{"identity", "weekly runs: do issues keep their ids, are planted ones followed", runIdentity},
		{"owners", "hidden outbreaks and resolver groups: how often the right owner is named", runOwners},
		{"counts", "drawn weekly counts: our test of the last beside those of R's surveillance package", runCounts},
		{"scaling", "time and memory against the number of tickets", runScaling},
		{childCommand, "", runMeasure},
	}
}

// run hands the arguments to the command that the first of them names.
func run(args []string, stdout, stderr io.Writer) error {
	if len(args) == 0 || args[0] == "-h" || args[0] == "-help" || args[0] == "--help" || args[0] == "help" {
		usage(stderr)
		return flag.ErrHelp
	}
	var names []string
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(args[1:], stdout, stderr)
		}
		if c.short != "" {
			names = append(names, c.name)
		}
	}
	return fmt.Errorf("unknown command %q, want one of %s", args[0], strings.Join(names, ", "))
}

func usage(w io.Writer) {
	fmt.Fprintln(w, "usage: evaluate COMMAND [FLAGS] DATA")
	for _, c := range commands() {
		if c.short != "" {
			fmt.Fprintf(w, "  %-12s %s\n", c.name, c.short)
		}
	}
}

// newFlags returns the flags of a command; its help goes to stderr.
func newFlags(name string, stderr io.Writer) *flag.FlagSet {
	flags := flag.NewFlagSet("evaluate "+name, flag.ContinueOnError)
	flags.SetOutput(stderr)
	return flags
}

// parse reads flags and the arguments between them, in any order, and returns
// the arguments.
func parse(flags *flag.FlagSet, args []string) ([]string, error) {
	var rest []string
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		if flags.NArg() == 0 {
			return rest, nil
		}
		rest = append(rest, flags.Arg(0))
		args = flags.Args()[1:]
	}
}

// parseData is parse for commands that want the data folder and nothing else.
func parseData(flags *flag.FlagSet, args []string) (folder, error) {
	rest, err := parse(flags, args)
	if err != nil {
		return "", err
	}
	if len(rest) != 1 {
		return "", fmt.Errorf("%d arguments %q, want one: the data folder", len(rest), rest)
	}
	return folder(rest[0]), nil
}
