package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"ticketpatterns/analyzer"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

const (
	identityRuns  = 11 // weekly runs: ten steps from one to the next
	plantedAtOnce = 8  // tickets of a planted issue in its first fortnight
)

// runIdentity measures whether issues keep their ids from week to week.
func runIdentity(args []string, stdout, stderr io.Writer) error {
	r := runs{backgrounds: strings.Join(backgroundNames(), ","), seeds: 2, plants: 6}
	flags := newFlags("identity", stderr)
	r.add(flags)
	size := flags.Int("size", 20, "tickets of each planted issue, eight of them in its first fortnight")
	data, err := parseData(flags, args)
	if err != nil {
		return err
	}
	if err := r.shrink(); err != nil {
		return err
	}
	out, err := measureIdentity(data, r, *size, stderr)
	if err != nil {
		return err
	}
	return out.write(stdout)
}

// kept sums up what weekly runs kept of the run before.
type kept struct {
	steps, pairs, same int // pairs: tickets in an issue in two runs, one after the other
	left               int // tickets that were in an issue, are still in the export, and are in none
	merged             int // of pairs that changed, into an issue that says so in previous_ids
	plants, followed   int
	said               int // plants that are followed, or whose new issue says so in previous_ids
	grown              grown
	issues             int
}

func (k *kept) add(o kept) {
	k.steps, k.pairs, k.same, k.left = k.steps+o.steps, k.pairs+o.pairs, k.same+o.same, k.left+o.left
	k.merged, k.plants, k.followed, k.issues = k.merged+o.merged, k.plants+o.plants, k.followed+o.followed, k.issues+o.issues
	k.said += o.said
	k.grown.planted, k.grown.held, k.grown.strays = k.grown.planted+o.grown.planted, k.grown.held+o.grown.held, k.grown.strays+o.grown.strays
}

// grown counts what the issues of plants hold beyond doubt in the last run.
type grown struct {
	planted int // tickets of plants seen as one issue
	held    int // of these, those in that issue
	strays  int // other tickets in it
}

func (g *grown) count(p plant, id string, firm map[string]string) {
	for ticket, issue := range firm {
		switch {
		case p.ids[ticket]:
			g.planted++
			if issue == id {
				g.held++
			}
		case issue == id:
			g.strays++
		}
	}
}

func measureIdentity(data folder, r runs, size int, stderr io.Writer) (*table, error) {
	chosen, err := chooseBackgrounds(r.backgrounds)
	if err != nil {
		return nil, err
	}
	families, err := data.families()
	if err != nil {
		return nil, err
	}
	out := &table{header: []string{"background", "exports", "steps", "tickets in an issue", "keep its id", "share", "change, said in previous_ids", "in none any more", "planted issues", "followed", "or said so", "held", "strays", "issues/run"}}
	bar := newProgress(stderr, len(chosen)*r.seeds)
	defer bar.end()
	for _, b := range chosen {
		texts, err := data.texts(b)
		if err != nil {
			return nil, err
		}
		var all kept
		for i := range r.seeds {
			o := r.options(i, size, 1)
			o.weeks += identityRuns
			bar.step("%s, seed %d", b.name, o.seed)
			one, err := follow(spreadOut(makeExport(texts, families, o)), r.weeks)
			if err != nil {
				return nil, err
			}
			all.add(one)
		}
		out.add(b.name, r.seeds, all.steps, all.pairs, all.same, decimals(float64(all.same)/float64(max(all.pairs, 1)), 4), all.merged, all.left,
			all.plants, all.followed, all.said, ratio(all.grown.held, all.grown.planted), ratio(all.grown.strays, all.grown.held+all.grown.strays), all.issues/max(all.steps, 1))
	}
	out.note("%d weekly runs over a window of %d weeks that moves on. A ticket counts in each step from a run in which it is in an issue to the next that still holds it in one.",
		identityRuns, r.weeks)
	out.note("A planted issue is followed if in every run after it was first seen as one issue most of its tickets are in the issue of that id; it says so if another issue that holds most of them names the first in previous_ids.")
	out.note("held: share of the tickets of such plants that the first such issue holds beyond doubt in the last run; strays: share of what it holds that is of no plant or another.")
	return out, nil
}

// spreadOut dates the tickets of each plant: eight in the first fortnight before
// the first run, the others evenly over the weeks of the later runs.
func spreadOut(e export) export {
	first := plantEnd.AddDate(0, 0, -7*(identityRuns-1))
	for _, p := range e.plants {
		n := 0
		for i := range e.tickets {
			t := &e.tickets[i]
			if !p.ids[t.ID] {
				continue
			}
			day := first.AddDate(0, 0, -n%outbreakDays)
			if n >= plantedAtOnce {
				day = first.AddDate(0, 0, 1+(n-plantedAtOnce)*7*(identityRuns-1)/max(len(p.ids)-plantedAtOnce, 1))
			}
			moved := day.Add(10 * time.Hour)
			if !t.Resolved.IsZero() {
				t.Resolved = moved.Add(t.Resolved.Sub(t.Opened))
			}
			t.Opened = moved
			n++
		}
	}
	slices.SortStableFunc(e.tickets, func(a, b ticket.Ticket) int { return cmp.Or(a.Opened.Compare(b.Opened), cmp.Compare(a.ID, b.ID)) })
	return e
}

// follow analyses an export in weekly runs, each with the memory of the last.
func follow(e export, weeks int) (kept, error) {
	var k kept
	var memory past.Memory
	var firm map[string]string
	before := map[string]string{}
	ids := make([]string, len(e.plants)) // of the planted issues; "" before they are seen
	lost, untold := make([]bool, len(e.plants)), make([]bool, len(e.plants))
	for run := range identityRuns {
		asOf := plantEnd.AddDate(0, 0, -7*(identityRuns-1-run)).Add(24*time.Hour - time.Second)
		a, next, err := week(e.tickets, asOf, weeks, memory)
		if err != nil {
			return k, err
		}
		memory = next
		now := issueByTicket(a)
		firm = firmByTicket(a)
		if run > 0 {
			k.step(before, now, a)
		}
		k.steps++
		k.issues += len(a.Issues)
		for i, p := range e.plants {
			id := mostlyIn(p, now)
			switch {
			case ids[i] == "":
				ids[i] = id
			case id != ids[i]:
				lost[i] = true
				untold[i] = untold[i] || !previously(a, id, ids[i])
			}
		}
		before = now
	}
	k.steps--
	for i := range ids {
		if ids[i] != "" {
			k.plants++
			if !lost[i] {
				k.followed++
			}
			if !untold[i] {
				k.said++
			}
			k.grown.count(e.plants[i], ids[i], firm)
		}
	}
	return k, nil
}

// previously reports whether an issue says that it was made of another.
func previously(a *result.Analysis, id, other string) bool {
	return slices.ContainsFunc(a.Issues, func(i result.Issue) bool { return i.ID == id && slices.Contains(i.PreviousIDs, other) })
}

// week analyses the weeks that end at asOf.
func week(tickets []ticket.Ticket, asOf time.Time, weeks int, memory past.Memory) (*result.Analysis, past.Memory, error) {
	o := analyzer.DefaultOptions()
	o.Owners = owner.DefaultMap()
	o.AsOf = asOf
	from := asOf.AddDate(0, 0, -7*weeks)
	var in []ticket.Ticket
	for _, t := range tickets {
		if t.Opened.After(from) && !t.Opened.After(asOf) {
			in = append(in, t)
		}
	}
	a, next, err := analyzer.Continue(analyzer.Input{Tickets: in}, o, memory)
	if err != nil {
		return nil, memory, fmt.Errorf("analysing a made export: %w", err)
	}
	return a, next, nil
}

// issueByTicket maps every ticket of an analysis to the issue that it belongs to or
// perhaps belongs to, "" for none.
func issueByTicket(a *result.Analysis) map[string]string {
	issues := map[string]string{}
	for _, s := range a.Assignments {
		issues[s.TicketID] = cmp.Or(s.IssueID, s.PerhapsIssue)
	}
	return issues
}

// firmByTicket maps every ticket of an analysis to the issue that it belongs to beyond
// doubt, "" for none.
func firmByTicket(a *result.Analysis) map[string]string {
	issues := map[string]string{}
	for _, s := range a.Assignments {
		issues[s.TicketID] = s.IssueID
	}
	return issues
}

// step compares a run with the one before.
func (k *kept) step(before, now map[string]string, a *result.Analysis) {
	previous := map[string][]string{}
	for _, i := range a.Issues {
		previous[i.ID] = i.PreviousIDs
	}
	for ticket, was := range before {
		is, still := now[ticket]
		switch {
		case was == "" || !still:
		case is == "":
			k.left++
		default:
			k.pairs++
			if is == was {
				k.same++
			} else if slices.Contains(previous[is], was) {
				k.merged++
			}
		}
	}
}

// mostlyIn is the issue that holds most of a plant's tickets so far; "" if none
// holds half of them, or if they are fewer than its first eight.
func mostlyIn(p plant, now map[string]string) string {
	seen, counts := 0, map[string]int{}
	for id := range p.ids {
		if issue, ok := now[id]; ok {
			seen++
			counts[issue]++
		}
	}
	for issue, n := range counts {
		if issue != "" && 2*n > seen && seen >= plantedAtOnce {
			return issue
		}
	}
	return ""
}
