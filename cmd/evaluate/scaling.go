package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"

	"ticketpatterns/analyzer"
)

// cost is what one run took, as the child process that made it measured.
type cost struct {
	Tickets               int
	Read, Analyse, Report float64                    // seconds
	Peak                  int64                      // bytes of memory held at most
	CPU                   float64                    // seconds of all cores, of the whole process
	CPUOf                 map[analyzer.Phase]float64 // the same, by phase of the analysis; empty where the system does not tell
	Patterns, Issues      int
}

// costedPhases are the columns of the phases.
var costedPhases = []struct {
	header string
	phase  analyzer.Phase
}{
	{"texts", analyzer.PhaseTexts}, {"shuffles", analyzer.PhaseShuffles}, {"search", analyzer.PhaseSearch},
	{"past weeks", analyzer.PhasePastWeeks}, {"issues", analyzer.PhaseIssues}, {"describe", analyzer.PhaseDescribe},
}

func (c cost) total() float64 { return c.Read + c.Analyse + c.Report }

// runScaling measures time and memory against the number of tickets. Each size
// is run in a process of its own, so that its memory is its own.
func runScaling(args []string, stdout, stderr io.Writer) error {
	flags := newFlags("scaling", stderr)
	list := flags.String("sizes", "10000,30000,100000,300000,1000000", "tickets of each run, comma-separated")
	seed := flags.Uint64("seed", 1, "seed of the made exports")
	from := flags.String("texts", "invented", "invented, or the `background` of DATA whose texts are recombined")
	profiles := flags.String("profiles", "", "`folder` for a CPU profile of each run")
	python := flags.String("peer", "python3", "`interpreter` with pandas and scikit-learn, which run beside where it is there; \"\" = none")
	quick := flags.Bool("quick", false, "run 1000 and 3000 tickets only")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if *quick {
		*list = "1000,3000"
	}
	sizes, err := parseInts(*list)
	if err != nil {
		return fmt.Errorf("-sizes: %w", err)
	}
	texts, err := textsToRecombine(*from, rest)
	if err != nil {
		return err
	}
	out, err := measureScaling(sizes, *seed, texts, *profiles, findPeer(*python), stderr)
	if err != nil {
		return err
	}
	return out.write(stdout)
}

// textsToRecombine reads the named background from the data folder; nil if
// tickets are invented.
func textsToRecombine(from string, arguments []string) ([]wording, error) {
	if from == "invented" {
		if len(arguments) > 0 {
			return nil, fmt.Errorf("unexpected argument %q: invented tickets need no data", arguments[0])
		}
		return nil, nil
	}
	if len(arguments) != 1 {
		return nil, fmt.Errorf("%d arguments, want one with -texts %s: the data folder", len(arguments), from)
	}
	chosen, err := chooseBackgrounds(from)
	if err != nil {
		return nil, err
	}
	return folder(arguments[0]).texts(chosen[0])
}

func measureScaling(sizes []int, seed uint64, texts []wording, profiles string, beside peer, stderr io.Writer) (*table, error) {
	out := &table{header: []string{"tickets", "reading s", "analysing s", "reporting s", "total s", "total/reading", "CPU s"}}
	for _, p := range costedPhases {
		out.header = append(out.header, p.header)
	}
	out.header = append(append(out.header, "exponent", "peak MB", "patterns", "issues"), beside.header()...)
	bar := newProgress(stderr, len(sizes))
	defer bar.end()
	var before *cost
	for _, n := range sizes {
		bar.step("%d tickets", n)
		c, other, err := measureSize(n, seed, texts, profiles, beside)
		if err != nil {
			return nil, fmt.Errorf("measuring %d tickets: %w", n, err)
		}
		row := []any{c.Tickets, decimals(c.Read, 2), decimals(c.Analyse, 2), decimals(c.Report, 2), decimals(c.total(), 2),
			decimals(c.total()/c.Read, 1), decimals(c.CPU, 1)}
		for _, p := range costedPhases {
			row = append(row, decimals(c.CPUOf[p.phase], 1))
		}
		row = append(row, exponent(before, c), c.Peak>>20, c.Patterns, c.Issues)
		out.add(append(row, beside.columns(c, other)...)...)
		before = &c
	}
	out.note("texts to describe: the CPU time of each phase of the analysis.")
	out.note("exponent: k if the CPU time, which other programs disturb least, grew as tickets^k since the row before. %d cores, %s/%s, %s.", runtime.GOMAXPROCS(0), runtime.GOOS, runtime.GOARCH, runtime.Version())
	beside.note(out)
	return out, nil
}

// exponent says how the CPU time grew from one size to the next.
func exponent(before *cost, c cost) string {
	if before == nil || before.Tickets == c.Tickets {
		return "-"
	}
	return decimals(math.Log(c.CPU/before.CPU)/math.Log(float64(c.Tickets)/float64(before.Tickets)), 2)
}

// measureSize makes an export of n tickets and has a child process read,
// analyse and report it, and then the peer.
func measureSize(n int, seed uint64, texts []wording, profiles string, beside peer) (c cost, other peerCost, err error) {
	dir, err := os.MkdirTemp("", "evaluate-")
	if err != nil {
		return c, other, err
	}
	defer func() {
		if removed := os.RemoveAll(dir); err == nil {
			err = removed
		}
	}()
	file := filepath.Join(dir, "export.csv")
	if err := writeExportFile(file, n, newWordings(seed, texts)); err != nil {
		return c, other, err
	}
	args := []string{childCommand, file, filepath.Join(dir, "report")}
	if profiles != "" {
		args = append(args, filepath.Join(profiles, "cpu-"+strconv.Itoa(n)+".pprof"))
	}
	if c, err = measureInChild(args); err != nil {
		return c, other, err
	}
	other, err = beside.measure(file, n)
	return c, other, err
}

// measureInChild runs this program again with args.
func measureInChild(args []string) (c cost, err error) {
	self, err := os.Executable()
	if err != nil {
		return c, err
	}
	var out, log bytes.Buffer
	child := exec.Command(self, args...)
	child.Stdout, child.Stderr = &out, &log
	if err := child.Run(); err != nil {
		return c, fmt.Errorf("running %s: %w: %s", childCommand, err, bytes.TrimSpace(log.Bytes()))
	}
	if err := json.Unmarshal(out.Bytes(), &c); err != nil {
		return c, fmt.Errorf("reading the answer of %s: %w", childCommand, err)
	}
	c.CPU = (child.ProcessState.UserTime() + child.ProcessState.SystemTime()).Seconds()
	return c, nil
}
