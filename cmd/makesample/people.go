package main

import "fmt"

// person is somebody who opens tickets.
type person struct {
	name       string
	department string
	site       *site
	lang       string
	outsider   bool // not in people.csv, and without a department
}

// makePeople invents the staff, each with a name of their own.
func makePeople(m *material) ([]person, error) {
	d := newDice(dicePeople)
	names := newNames(m, d)
	shares := make([]int, len(m.sites))
	for i, s := range m.sites {
		shares[i] = s.share
	}
	var people []person
	for _, dep := range m.departments {
		for range dep.people {
			name, err := names.next()
			if err != nil {
				return nil, err
			}
			s := &m.sites[d.weighted(shares)]
			p := person{name: name, department: dep.name, site: s, lang: "en"}
			if d.chance(nativePercent) {
				p.lang = s.lang
			}
			people = append(people, p)
		}
	}
	return people, nil
}

// nativePercent of the people of a site write in its language where they can.
const nativePercent = 80

// makeOutsiders invents contractors and guests whom nobody keeps a record of.
func makeOutsiders(m *material, known []person) []person {
	d := newDice(diceOutsiders)
	taken := map[string]bool{}
	for _, p := range known {
		taken[p.name] = true
	}
	var out []person
	for len(out) < 12 {
		name := pick(d, m.lists["given"]) + " " + pick(d, m.lists["family"]) + " (external)"
		if !taken[name] {
			taken[name] = true
			out = append(out, person{name: name, site: &m.sites[0], lang: "en", outsider: true})
		}
	}
	return out
}

// names hands out each pair of a given and a family name once.
type names struct {
	given, family []string
	d             dice
	taken         map[string]bool
}

func newNames(m *material, d dice) *names {
	return &names{given: m.lists["given"], family: m.lists["family"], d: d, taken: map[string]bool{}}
}

func (n *names) next() (string, error) {
	if len(n.taken) >= len(n.given)*len(n.family)/2 {
		return "", fmt.Errorf("naming people: %d given and %d family names are too few", len(n.given), len(n.family))
	}
	for {
		name := pick(n.d, n.given) + " " + pick(n.d, n.family)
		if !n.taken[name] {
			n.taken[name] = true
			return name, nil
		}
	}
}

// peopleCSV returns people.csv.
func peopleCSV(people []person) ([]byte, error) {
	rows := [][]string{{"requester", "department", "location"}}
	for _, p := range people {
		rows = append(rows, []string{p.name, p.department, p.site.name})
	}
	return plainCSV(rows)
}
