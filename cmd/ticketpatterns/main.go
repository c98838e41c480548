package main

import (
	"io"
	"os"
	"runtime/debug"
	_ "time/tzdata" // time zones by name also where the system has none
)

// softMemoryBytes is the memory from which the runtime collects garbage more
// often: an export of a million tickets needs about that much, and a help desk's
// machine rarely has more than twice as much to give. GOMEMLIMIT overrides it.
const softMemoryBytes = 7 << 29 // 3.5 GiB

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softMemoryBytes)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole program but for the process around it. It returns the exit
// status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr}
	return a.untilStopped(func() int { return a.execute(args) })
}
