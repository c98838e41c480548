package main

import (
	"errors"
	"flag"
	"fmt"

	"ticketpatterns/analyzer"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
)

// runs says which exports a command makes for each row of its table.
type runs struct {
	backgrounds string // names, comma-separated
	seed        uint64 // of the first export; the next has the next
	seeds       int    // exports
	perWeek     int
	weeks       int
	plants      int
	spread      int // departments that report each outbreak; 0 for 1
	quick       bool
}

// add adds the flags that say which exports are made.
func (r *runs) add(flags *flag.FlagSet) {
	flags.StringVar(&r.backgrounds, "backgrounds", r.backgrounds, "`texts` around the outbreaks, comma-separated")
	flags.Uint64Var(&r.seed, "seed", 1, "first seed")
	flags.IntVar(&r.seeds, "seeds", r.seeds, "exports made for each row, each with the next seed")
	flags.IntVar(&r.perWeek, "per-week", 250, "background tickets a week")
	flags.IntVar(&r.weeks, "weeks", 26, "weeks of each export")
	flags.BoolVar(&r.quick, "quick", false, "make a few small exports only, to see that all works")
}

// shrink makes a quick run quick, and refuses numbers that make no export.
func (r *runs) shrink() error {
	if r.quick {
		r.seeds, r.perWeek = min(r.seeds, 2), min(r.perWeek, 60)
	}
	if r.seeds < 1 || r.perWeek < 1 || r.weeks < 3 {
		return errors.New("-seeds and -per-week want 1 or more, -weeks 3 or more")
	}
	return nil
}

// options returns what to make for the i-th seed.
func (r *runs) options(i, size int, surge float64) plantOptions {
	return plantOptions{
		seed: r.seed + uint64(i), weeks: r.weeks, perWeek: r.perWeek, plants: r.plants, size: size, within: outbreakDays, surge: surge,
	}
}

// analyse runs the analysis with the built-in options and owners.
func analyse(e export) (*result.Analysis, error) {
	o := analyzer.DefaultOptions()
	o.Owners = owner.DefaultMap()
	return analyseWith(e, o)
}

func analyseWith(e export, o analyzer.Options) (*result.Analysis, error) {
	o.AsOf = plantEnd
	a, err := analyzer.Analyze(analyzer.Input{Tickets: e.tickets}, o)
	if err != nil {
		return nil, fmt.Errorf("analysing a made export: %w", err)
	}
	return a, nil
}
