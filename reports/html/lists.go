package html

import (
	"slices"
	"strings"
	"ticketpatterns/analyzer/text"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const (
	firstScreen  = 10 // findings on the first screen
	firstChronic = 3  // of these, reserved for chronic ones
)

// list is one table of findings.
type list struct {
	Title, Note string
	Findings    []*finding
}

// rank fills the first screen from the lists of the analysis, each in its order, with
// room kept for chronic findings. The rest follows in the same order.
func (v *view) rank() {
	of := map[*result.Pattern]*finding{}
	for _, f := range v.Findings {
		of[f.Pattern] = f
	}
	lists := v.in.Lists(v.Analysis)
	room := firstScreen
	for i, l := range lists {
		kept := 0
		if !l.Chronic {
			kept = min(len(lists[len(lists)-1].Patterns), firstChronic)
		}
		shown := min(len(l.Patterns), room-kept)
		room -= shown
		next := list{Title: l.Title, Note: l.Note}
		for j, p := range lists[i].Patterns {
			if j < shown {
				next.Findings = append(next.Findings, of[p])
			} else {
				v.Rest = append(v.Rest, of[p])
			}
		}
		if shown > 0 {
			v.Lists = append(v.Lists, next)
		}
	}
}

// choices are the values that findings can be filtered by, sorted by their text.
type choices struct{ Teams, Departments, Kinds, Statuses []choice }

// choice is a value in the data of a page and what stands for it.
type choice struct{ Value, Text string }

func newChoices(in words.Writer, findings []*finding) choices {
	var c choices
	for _, f := range findings {
		c.Teams = append(c.Teams, choice{f.OwnerName, f.OwnerName})
		c.Kinds = append(c.Kinds, choice{string(f.Kind), in.Kind(f.Kind)})
		c.Statuses = append(c.Statuses, choice{string(f.Status), f.StatusName})
		for _, d := range f.departments() {
			c.Departments = append(c.Departments, choice{d, d})
		}
	}
	for _, s := range []*[]choice{&c.Teams, &c.Departments, &c.Kinds, &c.Statuses} {
		slices.SortFunc(*s, func(a, b choice) int { return strings.Compare(a.Text, b.Text) })
		*s = slices.Compact(*s)
	}
	return c
}

// departments returns the department of its scope, or those that most of its
// tickets come from if its scope leaves the department open.
func (f *finding) departments() []string {
	var out []string
	if f.Department != "" {
		out = append(out, text.OneLine(f.Department))
	}
	for _, s := range f.Spread {
		if s.Field != "department" {
			continue
		}
		for _, v := range s.Values {
			if name := text.OneLine(v.Value); name != "" && !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// Departments are its departments for the filter, a line each.
func (f *finding) Departments() string { return strings.Join(f.departments(), "\n") }
