package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os/exec"
	"strconv"
	"strings"

	"ticketpatterns/analyzer/stat"
)

// surveillanceScript tests counts with R's surveillance package.
//
//go:embed surveillance.R
var surveillanceScript string

// The tests that counts compares.
const (
	oursIndex = iota
	earsIndex
	farringtonIndex
	countTests
)

var countTestNames = [countTests]string{"gamma-poisson", "earsC", "farringtonFlexible"}

// countSetting is how the weekly counts of a row are drawn.
type countSetting struct {
	mean float64
	size int // of the negative binomial distribution; 0: they are Poisson
}

func (s countSetting) String() string {
	if s.size == 0 {
		return fmt.Sprintf("Poisson %g", s.mean)
	}
	return fmt.Sprintf("negative binomial %g, size %d", s.mean, s.size)
}

var countSettings = []countSetting{{0.5, 0}, {2, 0}, {8, 0}, {0.5, 2}, {2, 2}, {8, 2}}

// added are the tickets of the outbreaks in the last week; the first is none.
var added = []int{0, 4, 8}

// countWeeks is the length of a series.
const countWeeks = 26

// runCounts compares our test of a count with its past with those of R's surveillance
// package on the same counts, in which nothing happened or an outbreak is hidden.
func runCounts(args []string, stdout, stderr io.Writer) error {
	flags := newFlags("counts", stderr)
	seed := flags.Uint64("seed", 1, "seed of the counts")
	series := flags.Int("series", 1000, "series drawn for each row")
	alpha := flags.Float64("alpha", 0.01, "one-sided probability of an alarm where nothing happened")
	script := flags.String("peer", "Rscript", "`interpreter` of R with the package surveillance, which tests beside where it is there; \"\" = none")
	quick := flags.Bool("quick", false, "draw 20 series only")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return fmt.Errorf("unexpected argument %q: counts need no data", rest[0])
	}
	if *quick {
		*series = 20
	}
	out, err := compareCounts(*seed, *series, *alpha, findR(*script))
	if err != nil {
		return err
	}
	return out.write(stdout)
}

func compareCounts(seed uint64, series int, alpha float64, r string) (*table, error) {
	out := &table{header: []string{"weekly counts", "test", "series", "alarms +0", "+4", "+8"}}
	random := rand.New(rand.NewPCG(seed, 6))
	for _, s := range countSettings {
		drawn := make([][]int, series)
		for i := range drawn {
			drawn[i] = s.draw(random)
		}
		var shares [countTests][]any
		for _, more := range added {
			alarms, err := countAlarms(drawn, more, alpha, r)
			if err != nil {
				return nil, err
			}
			for k := range shares {
				shares[k] = append(shares[k], ratio3(alarms[k], series))
			}
		}
		for k, name := range countTestNames {
			if k == oursIndex || r != "" {
				out.add(append([]any{s, name, series}, shares[k]...)...)
			}
		}
	}
	out.note("alarms: share of the series whose last of %d weeks has a probability below %g, with so many tickets added to it.", countWeeks, alpha)
	if r == "" {
		out.note("No peer ran: -peer wants an R with the package surveillance (in Debian r-cran-surveillance).")
	}
	return out, nil
}

func ratio3(part, whole int) string { return decimals(float64(part)/float64(max(whole, 1)), 3) }

// countAlarms counts the series in which each test raises an alarm when so many tickets
// are added to the last week.
func countAlarms(series [][]int, more int, alpha float64, r string) (alarms [countTests]int, err error) {
	var lines strings.Builder
	for _, counts := range series {
		counts = append([]int{}, counts...)
		last := len(counts) - 1
		counts[last] += more
		if (stat.GammaPoisson{}).Compare(stat.Sample{Count: counts[last], Baseline: counts[:last]}).P < alpha {
			alarms[oursIndex]++
		}
		for i, n := range counts {
			if i > 0 {
				lines.WriteByte(',')
			}
			lines.WriteString(strconv.Itoa(n))
		}
		lines.WriteByte('\n')
	}
	if r == "" {
		return alarms, nil
	}
	said, err := askR(r, lines.String(), alpha)
	if err != nil {
		return alarms, err
	}
	if len(said) != len(series) {
		return alarms, fmt.Errorf("%s answered %d series, want %d", r, len(said), len(series))
	}
	for _, line := range said {
		var ears, farrington int
		if _, err := fmt.Sscanf(line, "%d,%d", &ears, &farrington); err != nil {
			return alarms, fmt.Errorf("%s answered %q, want two of 0 and 1", r, line)
		}
		alarms[earsIndex] += ears
		alarms[farringtonIndex] += farrington
	}
	return alarms, nil
}

// findR returns an interpreter of R that has the package surveillance; "" if there is
// none.
func findR(script string) string {
	if script == "" || exec.Command(script, "-e", "library(surveillance)").Run() != nil {
		return ""
	}
	return script
}

// askR runs the script and returns its lines.
func askR(script, counts string, alpha float64) ([]string, error) {
	var out, log bytes.Buffer
	child := exec.Command(script, "-e", surveillanceScript, fmt.Sprint(alpha))
	child.Stdin, child.Stdout, child.Stderr = strings.NewReader(counts), &out, &log
	if err := child.Run(); err != nil {
		return nil, fmt.Errorf("running surveillance.R with %s: %w: %s", script, err, bytes.TrimSpace(log.Bytes()))
	}
	return strings.Fields(out.String()), nil
}

// draw draws weekly counts.
func (s countSetting) draw(random *rand.Rand) []int {
	counts := make([]int, countWeeks)
	for i := range counts {
		mean := s.mean
		if s.size > 0 { // a Poisson count whose mean has a gamma distribution of that shape
			mean = 0
			for range s.size {
				mean += random.ExpFloat64() * s.mean / float64(s.size)
			}
		}
		counts[i] = poissonCount(random, mean)
	}
	return counts
}

// poissonCount draws a Poisson variable of a small mean (Knuth, The Art of Computer
// Programming, volume 2, section 3.4.1).
func poissonCount(random *rand.Rand, mean float64) int {
	limit, n := math.Exp(-mean), 0
	for p := random.Float64(); p > limit; p *= random.Float64() {
		n++
	}
	return n
}
