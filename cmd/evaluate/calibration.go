package main

import (
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"ticketpatterns/analyzer"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/cmd/evaluate/internal/measure"
)

// runCalibration counts false alarms where nothing is hidden, against the knob.
func runCalibration(args []string, stdout, stderr io.Writer) error {
	r := runs{backgrounds: strings.Join(backgroundNames(), ","), seeds: 50}
	flags := newFlags("calibration", stderr)
	r.add(flags)
	list := flags.String("knobs", "0.5,1,2", "false alarms accepted per report, comma-separated")
	said := flags.String("said", "texts", "what tickets say: texts, nothing (they have a category only) or same (all the same)")
	data, err := parseData(flags, args)
	if err != nil {
		return err
	}
	if err := r.shrink(); err != nil {
		return err
	}
	knobs, err := parseFloats(*list)
	if err != nil {
		return fmt.Errorf("-knobs: %w", err)
	}
	say, known := sayings[*said]
	if !known {
		return fmt.Errorf("-said: is %q, want texts, nothing or same", *said)
	}
	out, err := measureCalibration(data, r, knobs, say, stderr)
	if err != nil {
		return err
	}
	return out.write(stdout)
}

// sayings make of a text what tickets say in an export.
var sayings = map[string]func(wording) wording{
	"texts":   func(w wording) wording { return w },
	"nothing": func(w wording) wording { return wording{category: w.category} },
	"same":    func(w wording) wording { return wording{subject: "Incident", category: w.category} },
}

// calm are the false alarms of reports on exports without outbreaks.
type calm struct {
	background string
	shown      []int          // patterns that are not chronic, by export
	wrong      []int          // of these, escalated
	busy       []int          // of shown, major incidents
	weak       int            // weak signals, of all exports
	family     map[string]int // of shown, by the kind of search
}

// measureCalibration makes r.seeds exports, the backgrounds taking turns, and
// analyses each of them once for each knob.
func measureCalibration(data folder, r runs, knobs []float64, say func(wording) wording, stderr io.Writer) (*table, error) {
	chosen, err := chooseBackgrounds(r.backgrounds)
	if err != nil {
		return nil, err
	}
	texts := make([][]wording, len(chosen))
	for i, b := range chosen {
		if texts[i], err = data.texts(b); err != nil {
			return nil, err
		}
		for k, w := range texts[i] {
			texts[i][k] = say(w)
		}
	}
	out := &table{header: []string{"accepted/report", "background", "reports", "false alarms", "mean", "95 % interval", "reports without", "weak signals/report", "escalated/report", "major incidents/report", "by kind of search"}}
	bar := newProgress(stderr, len(knobs)*r.seeds)
	defer bar.end()
	for _, knob := range knobs {
		counted := make([]calm, len(chosen))
		for i := range r.seeds {
			at := i % len(chosen)
			counted[at].background = chosen[at].name
			bar.step("knob %g, %s, seed %d", knob, chosen[at].name, r.seed+uint64(i))
			if err := counted[at].add(texts[at], r.options(i, 0, 1), knob); err != nil {
				return nil, err
			}
		}
		reportCalm(out, knob, counted)
	}
	out.note("No outbreak is hidden: dates, departments, people and texts are drawn independently, so every pattern that is not chronic is a false alarm.")
	return out, nil
}

// add analyses one export without outbreaks.
func (c *calm) add(texts []wording, o plantOptions, knob float64) error {
	options := analyzer.DefaultOptions()
	options.Owners = owner.DefaultMap()
	options.FalseAlarmsPerReport = knob
	a, err := analyseWith(makeExport(texts, nil, o), options)
	if err != nil {
		return err
	}
	if c.family == nil {
		c.family = map[string]int{}
	}
	for _, p := range a.Patterns {
		if p.MayBeChance {
			c.weak++
		}
		if p.Kind == result.Emerging {
			c.family[p.Family]++
		}
	}
	alarms := check(a.Patterns, nil)
	c.shown, c.wrong, c.busy = append(c.shown, alarms.shown), append(c.wrong, alarms.wrong), append(c.busy, alarms.busy)
	return nil
}

// reportCalm adds a row for each background and one for all of them.
func reportCalm(out *table, knob float64, counted []calm) {
	all := calm{background: "all", family: map[string]int{}}
	for _, c := range counted {
		all.shown, all.wrong, all.busy = append(all.shown, c.shown...), append(all.wrong, c.wrong...), append(all.busy, c.busy...)
		all.weak += c.weak
		for f, n := range c.family {
			all.family[f] += n
		}
	}
	for _, c := range append(counted, all) {
		if len(c.shown) == 0 {
			continue
		}
		sum, escalated, without, busy := 0, 0, 0, 0
		for i, n := range c.shown {
			sum += n
			escalated += c.wrong[i]
			busy += c.busy[i]
			if n == 0 {
				without++
			}
		}
		mean, low, high := measure.Mean(c.shown)
		out.add(knob, c.background, len(c.shown), sum, decimals(mean, 2), interval(low, high), without,
			ratio(c.weak, len(c.shown)), ratio(escalated, len(c.shown)), ratio(busy, len(c.shown)), byFamily(c.family))
	}
}

// byFamily formats the false alarms of each kind of search.
func byFamily(counts map[string]int) string {
	var parts []string
	for _, f := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%s %d", f, counts[f]))
	}
	return strings.Join(parts, ", ")
}

// interval formats the ends of an interval, of which the upper may be infinite.
func interval(low, high float64) string {
	if math.IsInf(high, 1) {
		return decimals(low, 2) + " or more"
	}
	return decimals(low, 2) + " to " + decimals(high, 2)
}

// parseFloats reads numbers above 0, comma-separated.
func parseFloats(list string) ([]float64, error) {
	var numbers []float64
	for _, s := range strings.Split(list, ",") {
		n, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
		if err != nil || !(n > 0) {
			return nil, fmt.Errorf("%q is no number above 0", s)
		}
		numbers = append(numbers, n)
	}
	return numbers, nil
}
