package main

import (
	"io"
	"os"
	_ "time/tzdata" // time zones by name also where the system has none
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole program but for the process around it. It returns the exit
// status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr}
	root := a.rootCommand()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.Execute()
	if err != nil && !a.started {
		err = usageError(err) // cobra refused the command line
	}
	a.setLog() // the flags may have been refused before a command set it
	a.report(err)
	return exitCode(err)
}
