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
	"ticketpatterns/ingest/prepare"
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
	prepare.Tickets(batch.Tickets, nil, prepare.Rules{})
	c.Tickets, c.Read = len(batch.Tickets), lap()

	options := analyzer.DefaultOptions()
	options.Owners = owner.DefaultMap()
	phases := phaseClock{seconds: map[analyzer.Phase]float64{}}
	found, err := analyzer.Analyze(analyzer.Input{Tickets: batch.Tickets, Warnings: batch.Warnings, Progress: phases.hear}, options)
	if err != nil {
		return c, err
	}
	phases.hear("", 1)
	c.CPUOf = phases.seconds
	c.Patterns, c.Issues, c.Analyse = len(found.Patterns), len(found.Issues), lap()

	run := result.Run{Version: "measured", AsOf: found.AsOf, Inputs: []result.Input{}, Phases: []result.Phase{}, Outputs: []string{}, Warnings: found.Warnings,
		Rows: batch.Files[0].Rows, Kept: batch.Files[0].Kept, Merged: batch.Files[0].Merged, Rejected: batch.Files[0].Rejected}
	if err := reports.Write(out, reports.Document{Analysis: found, Rejects: batch.Rejects, Run: run}); err != nil {
		return c, err
	}
	c.Report, c.Peak = lap(), peakMemory()
	return c, nil
}

// phaseClock adds up the processor time of each phase.
type phaseClock struct {
	phase   analyzer.Phase
	began   float64
	seconds map[analyzer.Phase]float64
}

func (c *phaseClock) hear(phase analyzer.Phase, _ float64) {
	if phase == c.phase {
		return
	}
	now, known := processorSeconds()
	if known && c.phase != "" {
		c.seconds[c.phase] += now - c.began
	}
	c.phase, c.began = phase, now
}

// processorSeconds returns the time that all cores have worked for this process,
// where the kernel tells it (Linux).
func processorSeconds() (seconds float64, ok bool) {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0, false
	}
	return ticks(string(stat))
}

// ticksPerSecond is the kernel's USER_HZ, which is 100 wherever Go runs.
const ticksPerSecond = 100

// ticks adds up utime and stime, fields 14 and 15 of /proc/self/stat (proc(5)).
// Field 2 is the name in parentheses and may hold spaces.
func ticks(stat string) (seconds float64, ok bool) {
	fields := strings.Fields(stat[strings.LastIndexByte(stat, ')')+1:])
	if len(fields) < 13 {
		return 0, false
	}
	user, err := strconv.Atoi(fields[11])
	if err != nil {
		return 0, false
	}
	system, err := strconv.Atoi(fields[12])
	return float64(user+system) / ticksPerSecond, err == nil
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
