package main

import (
	"time"
)

// ticket is one row of tickets.csv before it is written.
type ticket struct {
	number                string
	opened, resolved      time.Time // resolved is zero while the ticket is open
	subject, description  string
	requester             person
	department, location  string // as exported, possibly empty
	category, subcategory string
	service, item         string
	group, agent          string
	priority, state       string
	channel               string
	reassigned, reopened  int
	closeCode, closeNotes string
	causedBy, problem     string
	plant                 int    // number of the plant, 0 for the background
	lang                  string // of the text
	topic                 string // id of the topic, "" for plants
	repeats               int    // extra copies of the row in the export
}

// How many tickets the sample has beside the plants.
const (
	backgroundTickets = 3590
	machineTickets    = 250
	outsiderTickets   = 20 // of the background
	blankDepartments  = 22 // of the background, by people whom people.csv knows
	sentTwice         = 12 // mails that made two tickets
	repeatedRows      = 8  // rows that stand twice in the export
)

// wrongCategoryPercent of the background have a category that somebody guessed.
const wrongCategoryPercent = 20

// minutesOf says how long tickets take, by pace.
var minutesOf = map[string][]int{
	"quick":  {4, 6, 8, 10, 12, 15, 20, 25, 35, 50, 90},
	"normal": {30, 60, 90, 120, 180, 240, 360, 1200, 1500, 2900, 4300},
	"slow":   {240, 600, 1440, 2880, 4320, 5760, 7200, 10080, 14400, 20160},
}

// finish resolves a ticket after the time its pace takes, or leaves it open if
// that is after the export.
func finish(d dice, t *ticket, pace string, m *material) {
	minutes := pick(d, minutesOf[pace])
	minutes += d.IntN(minutes/2 + 1)
	resolve(d, t, intoOfficeHours(t.opened.Add(time.Duration(minutes)*time.Minute)), m)
}

// resolve resolves a ticket at a time, or leaves it open if that is after the export.
func resolve(d dice, t *ticket, at time.Time, m *material) {
	at = at.Add(time.Duration(d.IntN(60)) * time.Second)
	if at.After(exported) {
		leaveOpen(d, t, m)
		return
	}
	t.resolved = at
	t.state = "Closed"
	if at.AddDate(0, 0, closeDays).After(exported) {
		t.state = "Resolved"
	}
	t.closeCode = pick(d, m.talk["code"])
}

// leaveOpen keeps a ticket unfinished.
func leaveOpen(d dice, t *ticket, m *material) {
	t.state, t.closeNotes = pick(d, m.talk["unfinished"]), ""
}

// closeDays is how long a resolved ticket waits before it is closed.
const closeDays = 5

// fate draws what happens to a ticket on its way through the desk.
func fate(d dice, t *ticket, m *material) {
	t.agent = pick(d, m.agents[t.group])
	t.priority = pick(d, m.talk["priority"])
	t.channel = pick(d, m.talk["channel"])
	t.reassigned = []int{0, 1, 2, 3}[d.weighted([]int{72, 18, 7, 3})]
	if d.chance(3) {
		t.reopened = 1 + d.IntN(2)
	}
}

// place sets what the export says of where the requester works.
func place(d dice, t *ticket) {
	t.department = t.requester.department
	if !t.requester.outsider && !d.chance(2) {
		t.location = t.requester.site.name
	}
}

// background draws the everyday tickets.
func background(m *material, people, outsiders []person) []*ticket {
	d := newDice(diceBackground)
	b := newCrowd(m, people)
	days := dayWeights()
	tickets := make([]*ticket, backgroundTickets)
	for i := range tickets {
		who := b.draw(d)
		topics := b.topicWeights[who.department]
		if i < outsiderTickets {
			who = pick(d, outsiders)
		}
		t := everyday(m, d, people, &m.topics[d.weighted(topics)], who, moment(d, d.weighted(days)))
		if i >= outsiderTickets && i < outsiderTickets+blankDepartments {
			t.department = ""
		}
		tickets[i] = t
	}
	return tickets
}

// crowd knows who opens how many tickets about what.
type crowd struct {
	m            *material
	people       map[string][]person
	shares       []int            // of the departments
	topicWeights map[string][]int // by department
}

func newCrowd(m *material, people []person) *crowd {
	c := &crowd{m: m, people: map[string][]person{}, topicWeights: map[string][]int{}}
	for _, p := range people {
		c.people[p.department] = append(c.people[p.department], p)
	}
	for _, dep := range m.departments {
		c.shares = append(c.shares, dep.share)
		weights := make([]int, len(m.topics))
		for i := range m.topics {
			weights[i] = m.topics[i].weightIn(dep.name)
		}
		c.topicWeights[dep.name] = weights
	}
	return c
}

// draw returns who opens the next ticket. In each department the first fifth of
// the people opens twice as many as the others.
func (c *crowd) draw(d dice) person {
	people := c.people[c.m.departments[d.weighted(c.shares)].name]
	if d.chance(20) {
		people = people[:len(people)/5]
	}
	return pick(d, people)
}

// everyday writes one ticket of a topic.
func everyday(m *material, d dice, people []person, about *topic, who person, opened time.Time) *ticket {
	t := &ticket{
		opened: opened, requester: who, lang: "en", topic: about.id,
		category: about.category, subcategory: about.subcategory, group: about.group,
	}
	if len(about.phrases[who.lang]) > 0 && !d.chance(10) {
		t.lang = who.lang
	}
	s, l := scribe{m, d, people}, letter{who, opened, t.lang}
	t.subject, t.description = s.compose(about.phrases[t.lang], l)
	t.description = s.dress(t.description, l)
	t.subject, t.description = s.scrawl(t.subject, t.description, l)
	t.subject, t.description = s.wrap(t.subject, t.description, l)
	place(d, t)
	fate(d, t, m)
	t.closeNotes = s.fill(closingNote(d, about.notes, m), l)
	if d.chance(wrongCategoryPercent) {
		t.category, t.subcategory = cutCategory(pick(d, m.talk["guess"]))
	} else if d.chance(65) {
		t.service = about.service
	}
	if item := map[string]string{"Hardware": "{pc}", "Printing": "{printer}"}[t.category]; d.chance(40) {
		t.item = s.fill(item, l)
	}
	if dayOf(opened)/7 == surgeWeek && about.category == "Email" && d.chance(25) {
		t.causedBy = mailboxMove
	}
	finish(d, t, about.pace, m)
	return t
}

// mailboxMove is the change before the surge.
const mailboxMove = "CHG0030025"

// closingNote returns what the desk writes at the end, often little or nothing.
func closingNote(d dice, notes []string, m *material) string {
	switch n := d.IntN(100); {
	case n < 35:
		return pick(d, notes)
	case n < 60:
		return pick(d, m.talk["note"])
	}
	return ""
}

// machineMails draws the mails of monitoring and of the schedulers, as evenly
// over nights and weekends as machines work.
func machineMails(m *material, people []person) []*ticket {
	d := newDice(diceMachines)
	weights := make([]int, len(m.machines))
	for i, t := range m.machines {
		weights[i] = t.weight
	}
	tickets := make([]*ticket, machineTickets)
	for i := range tickets {
		about := &m.machines[d.weighted(weights)]
		day := d.IntN(7 * weeks)
		opened := firstDay.AddDate(0, 0, day).Add(time.Duration(d.IntN(86400)) * time.Second)
		who := person{name: about.id, department: "Information Technology", site: &m.sites[0], lang: "en"}
		s, l := scribe{m, d, people}, letter{who, opened, "en"}
		p := about.phrases["en"][0]
		t := &ticket{
			opened: opened, requester: who, lang: "en", topic: about.id,
			category: about.category, subcategory: about.subcategory, service: about.service, group: about.group,
		}
		t.subject, t.description = s.fillBoth(p.subject, p.description, l)
		place(d, t)
		fate(d, t, m)
		t.channel = "Monitoring"
		finish(d, t, about.pace, m)
		tickets[i] = t
	}
	return tickets
}
