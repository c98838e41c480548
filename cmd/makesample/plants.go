package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// plant is one pattern or counter-case that is hidden in the sample.
type plant struct {
	no                    int
	title                 string
	kind                  string // emerging, chronic, or none for a counter-case
	department            string // "" if the plant is spread over departments
	location              string // "" if the plant is spread over sites
	owner                 string // team that should own the root cause; "" for a known gap
	category, subcategory string // that a careful agent would choose
	service               string
	groups                []string // resolver groups that hold the tickets
	problem               string   // problem record that a few tickets are linked to
	pace                  string
	days                  []int // of the phrases, counted from the first day
	weekly                int   // tickets a week, drawn from the phrases; 0 for a plant with days
	payDay                int   // tickets on each pay day, drawn from the phrases; 0 for others
	onePerson             bool
	bounce                bool // the tickets wander between teams
	why                   string

	phrases []phrase
	notes   []string // of the phrases, "" if open; of the pool for a weekly plant
}

// loadPlants reads one plant from each file.
func loadPlants(m *material) error {
	lines, err := readLines("texts/plants/*.txt")
	if err != nil {
		return err
	}
	for _, l := range lines {
		key, value, _ := strings.Cut(l.text, " ")
		if key == "plant" {
			m.plants = append(m.plants, plant{})
		}
		if len(m.plants) == 0 {
			return l.errorf("stands before the first plant")
		}
		if err := m.plants[len(m.plants)-1].set(l, key, strings.TrimSpace(value)); err != nil {
			return err
		}
	}
	slices.SortFunc(m.plants, func(a, b plant) int { return cmp.Compare(a.no, b.no) })
	for i := range m.plants {
		p := &m.plants[i]
		if len(p.days) > 0 && len(p.days) != len(p.phrases) {
			return fmt.Errorf("plant %d: has %d days for %d tickets, want as many", p.no, len(p.days), len(p.phrases))
		}
	}
	return nil
}

// set takes one line of a plant's file.
func (p *plant) set(l line, key, value string) (err error) {
	words := map[string]*string{
		"title": &p.title, "kind": &p.kind, "department": &p.department, "location": &p.location, "owner": &p.owner,
		"service": &p.service, "problem": &p.problem, "pace": &p.pace, "why": &p.why,
	}
	numbers := map[string]*int{"plant": &p.no, "weekly": &p.weekly, "pay-day": &p.payDay}
	answers := map[string]*bool{"one-person": &p.onePerson, "bounce": &p.bounce}
	switch {
	case words[key] != nil:
		*words[key] = value
	case numbers[key] != nil:
		if *numbers[key], err = strconv.Atoi(value); err != nil {
			return l.errorf("%s is %q, want a whole number", key, value)
		}
	case answers[key] != nil:
		*answers[key] = value == "yes"
	case key == "category":
		p.category, p.subcategory = cutCategory(value)
	case key == "groups":
		p.groups = splitTrim(value, ";")
	case key == "days":
		for _, s := range strings.Fields(value) {
			day, err := time.Parse("2006-01-02", "2026-"+s)
			if err != nil {
				return l.errorf("day is %q, want 06-28", s)
			}
			p.days = append(p.days, dayOf(day))
		}
	case key == "+" && p.weekly == 0:
		p.notes[len(p.phrases)-1] = value
	case key == "+":
		p.notes = append(p.notes, value)
	case strings.HasPrefix(key, "="):
		ph, err := parsePhrase(l)
		if err != nil {
			return err
		}
		p.phrases = append(p.phrases, ph)
		if p.weekly == 0 {
			p.notes = append(p.notes, "")
		}
	default:
		return l.errorf("key %q is unknown", key)
	}
	return nil
}

// planted writes the tickets of all plants.
func planted(m *material, people []person) []*ticket {
	d := newDice(dicePlants)
	s := scribe{m, d, people}
	var tickets []*ticket
	for i := range m.plants {
		p := &m.plants[i]
		if p.weekly > 0 {
			tickets = append(tickets, p.everyWeek(s, p.candidates(people))...)
			continue
		}
		if p.payDay > 0 {
			tickets = append(tickets, p.everyPayDay(s, p.people(d, people))...)
			continue
		}
		who := p.people(d, people)
		for k, day := range p.days {
			t := p.ticket(s, p.phrases[k], who[k], moment(d, day))
			p.handle(s, t, p.notes[k])
			tickets = append(tickets, t)
		}
	}
	return tickets
}

// candidates returns the people of the plant's department and location.
func (p *plant) candidates(people []person) []person {
	var out []person
	for _, who := range people {
		if (p.department == "" || who.department == p.department) && (p.location == "" || who.site.name == p.location) {
			out = append(out, who)
		}
	}
	return out
}

// people returns a requester for each ticket: different people, or one person
// for all.
func (p *plant) people(d dice, people []person) []person {
	who := p.candidates(people)
	d.Shuffle(len(who), func(i, j int) { who[i], who[j] = who[j], who[i] })
	if p.onePerson {
		for i := range who {
			who[i] = who[0]
		}
	}
	return who
}

// everyWeek writes the tickets of a weekly plant: as many each week as the plant
// says, but fewer in weeks of holidays and more in the surge.
func (p *plant) everyWeek(s scribe, people []person) []*ticket {
	var tickets []*ticket
	for week := range weeks {
		for range (p.weekly*weekPercent(week) + 50) / 100 {
			who := pick(s.d, people)
			t := p.ticket(s, p.inLanguageOf(s.d, who), who, moment(s.d, 7*week+s.d.weighted(weekdayShare)))
			t.closeNotes = closingNote(s.d, p.notes, s.m)
			if s.d.chance(linkedPercent) {
				t.problem = p.problem
			}
			finish(s.d, t, p.pace, s.m)
			tickets = append(tickets, t)
		}
	}
	return tickets
}

// everyPayDay writes the tickets of a plant that comes on each pay day, or the working
// day after, from different people each time.
func (p *plant) everyPayDay(s scribe, people []person) []*ticket {
	var tickets []*ticket
	for _, payDay := range payDays() {
		for range p.payDay {
			day := payDay
			if s.d.chance(40) {
				day = workingDay(day + 1)
			}
			who := people[len(tickets)%len(people)]
			t := p.ticket(s, p.inLanguageOf(s.d, who), who, moment(s.d, day))
			finish(s.d, t, p.pace, s.m)
			tickets = append(tickets, t)
		}
	}
	return tickets
}

// linkedPercent of the tickets of a chronic plant are linked to its problem record.
const linkedPercent = 4

// inLanguageOf returns a phrase that the person can have written.
func (p *plant) inLanguageOf(d dice, who person) phrase {
	var can []phrase
	for _, ph := range p.phrases {
		if ph.lang == "en" || ph.lang == who.lang {
			can = append(can, ph)
		}
	}
	return pick(d, can)
}

// ticket writes one ticket of the plant, not yet handled.
func (p *plant) ticket(s scribe, ph phrase, who person, opened time.Time) *ticket {
	l := letter{who, opened, ph.lang}
	t := &ticket{
		opened: opened, requester: who, lang: ph.lang, plant: p.no,
		category: p.category, subcategory: p.subcategory, group: pick(s.d, p.groups),
	}
	t.subject, t.description = s.fillBoth(ph.subject, ph.description, l)
	t.description = s.greet(t.description, l)
	place(s.d, t)
	t.department, t.location = who.department, who.site.name
	fate(s.d, t, s.m)
	if ph.category != "" {
		t.category, t.subcategory = ph.category, ph.subcategory
	} else if s.d.chance(65) {
		t.service = p.service
	}
	return t
}

// handle closes a ticket with its note, or leaves it open.
func (p *plant) handle(s scribe, t *ticket, note string) {
	if p.bounce {
		t.reassigned = 2 + s.d.IntN(4)
	}
	switch {
	case note != "":
		t.closeNotes = note
		closeInTime(s, t, p.pace)
	case p.pace == "slow":
		leaveOpen(s.d, t, s.m)
	default:
		finish(s.d, t, p.pace, s.m)
	}
}

// closeInTime resolves a ticket before the export, whatever its pace, so that
// its note can be read there.
func closeInTime(s scribe, t *ticket, pace string) {
	at := t.opened.Add(time.Duration(20+s.d.IntN(12)) * time.Hour)
	if at = intoOfficeHours(at); at.After(exported) || pace == "quick" {
		at = t.opened.Add(time.Duration(10+s.d.IntN(25)) * time.Minute)
	}
	resolve(s.d, t, at, s.m)
}
