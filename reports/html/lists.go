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

// rank fills the first screen: first what was dealt with and is not over, then
// emerging findings, those that are answered, and chronic ones, each in the order of
// the analysis.
func rank(in words.Writer, findings []*finding, baseline bool) (first []list, rest []*finding) {
	var s, e, w, c []*finding
	for _, f := range findings {
		switch {
		case f.Setback != "":
			s = append(s, f)
		case f.NextAction == result.NextAnswered:
			w = append(w, f)
		case f.Kind == result.Chronic:
			c = append(c, f)
		default:
			e = append(e, f)
		}
	}
	reserved := min(len(c), firstChronic)
	ns := min(len(s), firstScreen-reserved)
	ne := min(len(e), firstScreen-reserved-ns)
	nw := min(len(w), firstScreen-reserved-ns-ne)
	nc := min(len(c), firstScreen-ns-ne-nw)
	for _, l := range []list{setbackList(in, s[:ns]), emergingList(in, e[:ne], baseline), answeredList(in, w[:nw]), chronicList(in, c[:nc])} {
		if len(l.Findings) > 0 {
			first = append(first, l)
		}
	}
	return first, slices.Concat(s[ns:], e[ne:], w[nw:], c[nc:])
}

func setbackList(in words.Writer, findings []*finding) list {
	return list{in.Text(words.ListSetbacks), in.Text("A fix failed, an answer is overdue, or it came back after it was over."), findings}
}

func emergingList(in words.Writer, findings []*finding, baseline bool) list {
	if !baseline {
		return list{in.Text(words.ListPlaces), in.Text("There is no baseline yet: these are places where many report the same and others do not."), findings}
	}
	return list{in.Text(words.ListEmerging), in.Text("More tickets than the past and the rest of the desk explain. Weak signals stand last."), findings}
}

func answeredList(in words.Writer, findings []*finding) list {
	return list{in.Text(words.ListAnswered), in.Text("Decided before. The report asks again if one of these grows or comes back."), findings}
}

func chronicList(in words.Writer, findings []*finding) list {
	note := in.Text("Not new, but they cost time every week.")
	days := 0
	for _, f := range findings {
		days = max(days, f.WindowDays)
	}
	if weeks := days / 7; weeks > 0 {
		note = in.Count(weeks, "Not new, but they cost time every week. The numbers are those of the last %d week.", "Not new, but they cost time every week. The numbers are those of the last %d weeks.")
	}
	return list{in.Text(words.ListChronic), note, findings}
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
