package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/pprof"
	"strconv"
	"strings"
	"time"

	"ticketpatterns/analyzer"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/ingest"
	"ticketpatterns/reports"
)

// childCommand is the command that scaling runs in processes of its own:
// measure EXPORT REPORT [PROFILE].
const childCommand = "measure"

// runMeasure reads, analyses and reports one export as ticketpatterns analyze
// does, and prints what that cost as JSON.
func runMeasure(args []string, stdout, _ io.Writer) (err error) {
	if len(args) < 2 || len(args) > 3 {
		return fmt.Errorf("%d arguments, want EXPORT REPORT [PROFILE]", len(args))
	}
	if len(args) == 3 {
		f, err := os.Create(args[2])
		if err != nil {
			return err
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer func() {
			pprof.StopCPUProfile()
			if closed := f.Close(); err == nil {
				err = closed
			}
		}()
	}
	c, err := measureRun(args[0], args[1])
	if err != nil {
		return err
	}
	return json.NewEncoder(stdout).Encode(c)
}

func measureRun(file, out string) (c cost, err error) {
	began := time.Now()
	lap := func() float64 {
		now := time.Now()
		seconds := now.Sub(began).Seconds()
		began = now
		return seconds
	}
	batch, err := ingest.Read([]string{file}, nil, ingest.Options{})
	if err != nil {
		return c, err
	}
	ingest.Prepare(batch.Tickets, nil, ingest.Rules{})
	c.Tickets, c.Read = len(batch.Tickets), lap()

	options := analyzer.DefaultOptions()
	options.Owners = owner.DefaultMap()
	found, err := analyzer.Analyze(analyzer.Input{Tickets: batch.Tickets, Warnings: batch.Warnings}, options)
	if err != nil {
		return c, err
	}
	c.Patterns, c.Issues, c.Analyse = len(found.Patterns), len(found.Issues), lap()

	run := result.Run{Version: "measured", AsOf: found.AsOf, Inputs: []result.Input{}, Phases: []result.Phase{}, Outputs: []string{}, Warnings: found.Warnings,
		Rows: batch.Files[0].Rows, Kept: batch.Files[0].Kept, Merged: batch.Files[0].Merged, Rejected: batch.Files[0].Rejected}
	if err := reports.Write(out, reports.Document{Analysis: found, Rejects: batch.Rejects, Run: run}); err != nil {
		return c, err
	}
	c.Report, c.Peak = lap(), peakMemory()
	return c, nil
}

// peakMemory returns the bytes that this process held at most: the high-water
// mark of its resident set where the kernel tells it (Linux), else what the
// runtime has taken from the system, which is more.
func peakMemory() int64 {
	if status, err := os.ReadFile("/proc/self/status"); err == nil {
		if kilobytes, ok := highWater(status); ok {
			return kilobytes << 10
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.Sys)
}

// highWater finds the line "VmHWM:  1234 kB" (proc(5)).
func highWater(status []byte) (kilobytes int64, ok bool) {
	for lines := bufio.NewScanner(bytes.NewReader(status)); lines.Scan(); {
		if value, is := strings.CutPrefix(lines.Text(), "VmHWM:"); is {
			n, err := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(value, "kB")), 10, 64)
			return n, err == nil
		}
	}
	return 0, false
}
