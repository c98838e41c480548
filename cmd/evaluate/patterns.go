package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// surgeFactor multiplies the last fortnight in the surge case.
const surgeFactor = 1.5

// tally sums up what the reports of one row told.
type tally struct {
	exports, plants, planted    int // planted: tickets
	found, strict, shown, wrong int
	twice                       int // plants that two or more patterns show
	said                        said
}

func (t *tally) count(plants []plant, a alarms) {
	t.exports++
	t.plants += len(plants)
	for i, p := range plants {
		t.planted += len(p.ids)
		if a.found[i] {
			t.found++
		}
		if a.strict[i] {
			t.strict++
		}
	}
	t.twice += a.twice
	t.said.sum(a.said)
	t.shown += a.shown
	t.wrong += a.wrong
}

func (t *tally) sum(other tally) {
	t.exports += other.exports
	t.plants += other.plants
	t.planted += other.planted
	t.found += other.found
	t.strict += other.strict
	t.twice += other.twice
	t.said.sum(other.said)
	t.shown += other.shown
	t.wrong += other.wrong
}

// row is the table's row of t.
func (t *tally) row(out *table, background, plant string) {
	size := "-"
	if t.plants > 0 {
		size = decimals(float64(t.planted)/float64(t.plants), 1)
	}
	out.add(background, plant, size, t.exports, t.plants, t.found, ratio(t.found, t.plants), ratio(t.strict, t.plants), t.twice,
		ratio(t.said.strays, t.said.tickets), ratio(t.said.tickets-t.said.strays, t.said.planted), ratio(t.said.right, t.said.labels),
		ratio(t.said.holding, t.said.unmarked), ratio(t.said.labels-t.said.unmarked, t.said.labels), ratio(t.wrong, t.exports), ratio(t.shown, t.exports))
}

// patternCase is one kind of made export.
type patternCase struct {
	name         string
	plants, size int
	within       int // days
	surge        float64
}

// runPatterns measures which hidden outbreaks are found.
func runPatterns(args []string, stdout, stderr io.Writer) error {
	r := runs{backgrounds: strings.Join(backgroundNames(), ","), seeds: 10, plants: 6}
	flags := newFlags("patterns", stderr)
	r.add(flags)
	sizes := flags.String("sizes", "4,8,16,32", "tickets of each outbreak, comma-separated")
	within := flags.String("within", "14,2,1", "days within which each outbreak is reported, comma-separated; less than 14 is a burst since the report before")
	flags.IntVar(&r.plants, "plants", r.plants, "outbreaks in each export")
	flags.IntVar(&r.spread, "spread", 1, "departments that report each outbreak, in turn")
	data, err := parseData(flags, args)
	if err != nil {
		return err
	}
	if err := r.shrink(); err != nil {
		return err
	}
	cases, err := patternCases(*sizes, *within, r)
	if err != nil {
		return err
	}
	out, err := measurePatterns(data, r, cases, stderr)
	if err != nil {
		return err
	}
	return out.write(stdout)
}

// largestBurst is the size of the largest outbreak that is tried as a burst: larger ones
// are found anyway.
const largestBurst = 8

// patternCases returns one case for each size and time, and the surge.
func patternCases(sizes, within string, r runs) ([]patternCase, error) {
	numbers, err := parseInts(sizes)
	if err != nil {
		return nil, fmt.Errorf("-sizes: %w", err)
	}
	days, err := parseInts(within)
	if err != nil {
		return nil, fmt.Errorf("-within: %w", err)
	}
	if r.quick {
		numbers, days = numbers[:min(2, len(numbers))], days[:1]
	}
	var cases []patternCase
	for _, d := range days {
		for _, n := range numbers {
			if d >= outbreakDays {
				cases = append(cases, patternCase{outbreaksOf(n), r.plants, n, d, 1})
			} else if n <= largestBurst {
				cases = append(cases, patternCase{fmt.Sprintf("%s within %d days", outbreaksOf(n), d), r.plants, n, d, 1})
			}
		}
	}
	return append(cases, patternCase{fmt.Sprintf("none, surge x%g", surgeFactor), 0, 0, outbreakDays, surgeFactor}), nil
}

func measurePatterns(data folder, r runs, cases []patternCase, stderr io.Writer) (*table, error) {
	chosen, err := chooseBackgrounds(r.backgrounds)
	if err != nil {
		return nil, err
	}
	families, err := data.families()
	if err != nil {
		return nil, err
	}
	out := &table{header: []string{"background", "hidden", "tickets each", "exports", "outbreaks", "found", "share", "strictly", "shown twice", "strays", "held", "label right", "label holds", "examples", "false alarms/report", "shown/report"}}
	all := make([]tally, len(cases))
	bar := newProgress(stderr, len(chosen)*len(cases)*r.seeds)
	defer bar.end()
	for _, b := range chosen {
		texts, err := data.texts(b)
		if err != nil {
			return nil, err
		}
		for i, c := range cases {
			t, err := measureCase(texts, families, r, c, func(seed int) { bar.step("%s, %s, seed %d", b.name, c.name, seed) })
			if err != nil {
				return nil, err
			}
			t.row(out, b.name, c.name)
			all[i].sum(t)
		}
	}
	for i, c := range cases {
		all[i].row(out, "all", c.name)
	}
	out.note("found: one of the first %d escalated patterns holds half of the outbreak and is half made of it; strictly: it holds 70 %% of it.", topPatterns)
	out.note("shown twice: outbreaks of which two or more emerging patterns hold four tickets or 30 %%.")
	out.note("strays, held: of the firm tickets of patterns that find an outbreak, those that are none of it; of its tickets, those that are firm there.")
	out.note("label right: most words of the label are in two phrasings of the fault, and no stray alone says them all. label holds: of labels that are no")
	out.note("example, those of which most firm tickets say more than half of the words. examples: labels that are the words of one ticket, marked as such.")
	out.note("false alarms: escalated emerging patterns without any hidden ticket; shown: all emerging patterns without one.")
	out.note("tickets each: a family of phrasings has at most %d, so that larger outbreaks are cut.", mostPhrasings(families))
	return out, nil
}

// measureCase makes and analyses the exports of one row.
func measureCase(texts []wording, families []family, r runs, c patternCase, step func(seed int)) (tally, error) {
	var t tally
	for i := range r.seeds {
		o := r.options(i, c.size, c.surge)
		o.plants, o.within, o.spread = c.plants, c.within, r.spread
		step(int(o.seed))
		e := makeExport(texts, families, o)
		a, err := analyse(e)
		if err != nil {
			return t, err
		}
		found := check(a.Patterns, e.plants)
		found.said = saidOf(a.Patterns, e)
		t.count(e.plants, found)
	}
	return t, nil
}

func mostPhrasings(families []family) int {
	most := 0
	for _, f := range families {
		most = max(most, len(f.phrasings))
	}
	return most
}

// parseInts reads positive whole numbers, comma-separated.
func parseInts(list string) ([]int, error) {
	var numbers []int
	for _, s := range strings.Split(list, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n < 1 {
			return nil, fmt.Errorf("%q is no whole number above 0", s)
		}
		numbers = append(numbers, n)
	}
	return numbers, nil
}
