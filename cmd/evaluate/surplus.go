package main

import (
	"fmt"
	"io"
	"strings"

	"ticketpatterns/analyzer/result"
)

// surplusTally sums up what reports told of outages of many symptoms.
type surplusTally struct {
	exports, plants, found, asOne, shown, wrong, busy int
}

func (t *surplusTally) count(e export, patterns []result.Pattern) {
	alarms := check(patterns, e.plants)
	t.exports++
	t.plants += len(e.plants)
	for i, p := range e.plants {
		if alarms.found[i] {
			t.found++
		}
		if q := holder(patterns, p, 50); q != nil && q.Kind == result.MajorIncident && showing(patterns, p) == 1 {
			t.asOne++
		}
	}
	t.shown += alarms.shown
	t.wrong += alarms.wrong
	t.busy += alarms.busy
}

func (t *surplusTally) sum(o surplusTally) {
	t.exports, t.plants, t.found = t.exports+o.exports, t.plants+o.plants, t.found+o.found
	t.asOne, t.shown, t.wrong, t.busy = t.asOne+o.asOne, t.shown+o.shown, t.wrong+o.wrong, t.busy+o.busy
}

func (t *surplusTally) row(out *table, background, hidden string) {
	out.add(background, hidden, t.exports, t.plants, t.found, ratio(t.found, t.plants), ratio(t.asOne, t.plants),
		ratio(t.wrong, t.exports), ratio(t.shown, t.exports), ratio(t.busy, t.exports))
}

// surplusCase is one kind of outage of many symptoms; size 0 hides none.
type surplusCase struct{ size, days int }

func (c surplusCase) String() string {
	switch {
	case c.size == 0:
		return "none"
	case c.days == 1:
		return fmt.Sprintf("%d in a day", c.size)
	}
	return fmt.Sprintf("%d in %d days", c.size, c.days)
}

var surplusCases = []surplusCase{{12, 1}, {12, 3}, {24, 1}, {24, 2}, {24, 3}, {0, 1}}

// runSurplus measures which outages of many symptoms are found, and what is told
// where none is.
func runSurplus(args []string, stdout, stderr io.Writer) error {
	r := runs{backgrounds: strings.Join(backgroundNames(), ","), seeds: 5, plants: 3}
	flags := newFlags("surplus", stderr)
	r.add(flags)
	flags.IntVar(&r.plants, "plants", r.plants, "outages in each export")
	data, err := parseData(flags, args)
	if err != nil {
		return err
	}
	if err := r.shrink(); err != nil {
		return err
	}
	out, err := measureSurplus(data, r, surplusCases, stderr)
	if err != nil {
		return err
	}
	return out.write(stdout)
}

func measureSurplus(data folder, r runs, cases []surplusCase, stderr io.Writer) (*table, error) {
	chosen, err := chooseBackgrounds(r.backgrounds)
	if err != nil {
		return nil, err
	}
	if r.quick {
		cases = cases[len(cases)-2:]
	}
	out := &table{header: []string{"background", "hidden", "exports", "outages", "found", "share", "as one", "false alarms/report", "shown/report", "of these major incidents"}}
	all := make([]surplusTally, len(cases))
	bar := newProgress(stderr, len(chosen)*len(cases)*r.seeds)
	defer bar.end()
	for _, b := range chosen {
		texts, err := data.texts(b)
		if err != nil {
			return nil, err
		}
		for i, c := range cases {
			t, err := measureSurplusCase(texts, r, c, func(seed uint64) { bar.step("%s, %s, seed %d", b.name, c, seed) })
			if err != nil {
				return nil, err
			}
			t.row(out, b.name, c.String())
			all[i].sum(t)
		}
	}
	for i, c := range cases {
		all[i].row(out, "all", c.String())
	}
	out.note("Each outage is of one location, group or service, of which two or three tickets a working day are usual; all its tickets say something else.")
	out.note("found: one of the first %d escalated patterns holds half of the outage and is half made of it; as one: it is told as a major incident and nothing else shows it.", topPatterns)
	out.note("false alarms: escalated patterns without any hidden ticket; shown: all patterns without one. Chronic ones do not count.")
	return out, nil
}

// measureSurplusCase makes and analyses the exports of one row.
func measureSurplusCase(texts []wording, r runs, c surplusCase, step func(seed uint64)) (surplusTally, error) {
	var t surplusTally
	for i := range r.seeds {
		o := surplusOptions{r.options(i, c.size, 1), r.plants, c.days}
		if c.size == 0 {
			o.outages = 0
		}
		step(o.seed)
		e := makeSurplus(texts, o)
		a, err := analyse(e)
		if err != nil {
			return t, err
		}
		t.count(e, a.Patterns)
	}
	return t, nil
}
