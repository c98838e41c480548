package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"text/template"
	"time"
)

// planting is what became of a plant.
type planting struct {
	plant
	First, Last         string
	Tickets, Requesters int
	ids                 []string // nil for the surge, whose tickets are those of a week
}

// plantings returns what became of each plant, in the order of their numbers.
func (s *sample) plantings() []planting {
	var out []planting
	for _, p := range s.plants {
		pl := planting{plant: p}
		who := map[string]bool{}
		for _, t := range s.tickets {
			surge := len(p.phrases) == 0
			if surge && dayOf(t.opened)/7 != surgeWeek || !surge && t.plant != p.no {
				continue
			}
			who[t.requester.name] = true
			pl.Tickets++
			pl.Last = t.opened.Format(time.DateOnly)
			if pl.First == "" {
				pl.First = pl.Last
			}
			if !surge {
				pl.ids = append(pl.ids, t.number)
			}
		}
		pl.Requesters = len(who)
		out = append(out, pl)
	}
	return out
}

// plantsCSV returns plants.csv.
func (s *sample) plantsCSV() ([]byte, error) {
	rows := [][]string{{"plant", "title", "kind", "department", "first", "last", "tickets", "requesters", "owner", "ids", "location"}}
	for _, p := range s.plantings() {
		rows = append(rows, []string{
			strconv.Itoa(p.no), p.title, p.kind, p.department, p.First, p.Last, strconv.Itoa(p.Tickets),
			strconv.Itoa(p.Requesters), p.owner, strings.Join(p.ids, ";"), p.location,
		})
	}
	return plainCSV(rows)
}

// plainCSV returns rows with quotes only where they are needed.
func plainCSV(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		return nil, fmt.Errorf("writing csv: %w", err)
	}
	return b.Bytes(), nil
}

// The parts of a planting that README.md shows.

// No is the number of the plant.
func (p planting) No() int { return p.no }

// Title is the plant in a few words.
func (p planting) Title() string { return p.title }

// Why says what is planted and what a report should make of it.
func (p planting) Why() string { return p.why }

// Kind says what a report should call it.
func (p planting) Kind() string {
	switch p.kind {
	case "none":
		return "no pattern"
	case "major_incident":
		return "possible major incident"
	}
	return p.kind
}

// Scope says where it is.
func (p planting) Scope() string {
	if p.department == "" && p.location == "" {
		return "everywhere"
	}
	return p.department + p.location
}

// Owner is the team that should own the root cause.
func (p planting) Owner() string {
	switch {
	case p.kind == "none":
		return "-"
	case p.owner == "":
		return "nobody (known gap)"
	}
	return p.owner
}

// readme returns README.md, filled from texts/readme.md.tmpl.
func (s *sample) readme(m *material) ([]byte, error) {
	tmpl, err := template.ParseFS(texts, "texts/readme.md.tmpl")
	if err != nil {
		return nil, err
	}
	langs := map[string]int{}
	for _, t := range s.tickets {
		langs[t.lang]++
	}
	percent := func(n int) string { return fmt.Sprintf("%d %%", (100*n+len(s.tickets)/2)/len(s.tickets)) }
	var b bytes.Buffer
	err = tmpl.Execute(&b, map[string]any{
		"Tickets": len(s.tickets), "Rows": len(s.tickets) + repeatedRows + len(m.broken), "Repeated": repeatedRows,
		"Broken": len(m.broken), "From": firstDay.Format(time.DateOnly), "To": lastDay.Format(time.DateOnly),
		"People": len(s.people), "Departments": len(m.departments), "Sites": len(m.sites), "Topics": len(m.topics),
		"Changes": len(m.changes), "Plants": s.plantings(), "Machines": machineTickets, "SentTwice": sentTwice,
		"Blank": blankDepartments, "Outsiders": outsiderTickets,
		"German": percent(langs["de"]), "Romance": percent(langs["fr"] + langs["es"]),
	})
	return b.Bytes(), err
}
