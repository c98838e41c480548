// Package memory relates what earlier runs remember to the tickets of a run.
package memory

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/parallel"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/text"
)

// None means no remembered issue.
const None = -1

// Overlay relates what earlier runs remember to the tickets of an export. It is
// immutable after [New]; the zero value remembers nothing.
type Overlay struct {
	// Memory is the memory as given, except that issues merged by decisions are
	// bound.
	Memory past.Memory
	// Issues are the remembered issues, oldest first, without merged ones.
	Issues []Issue
	// Keys holds, by ticket, the key under which it is remembered.
	Keys []past.Key
	// IssueOf holds, by ticket, the index of its remembered issue in Issues, or
	// None.
	IssueOf []int32
	// OwnIssue holds, by ticket, the id of the issue in which it was remembered,
	// before decisions to merge; "" for none.
	OwnIssue []string

	number map[string]int32 // by id: index in Issues
	apart  map[[2]int32]bool
	alias  map[string]string // by id of an issue merged by decisions: the issue it is part of
	into   map[string]string // by id of any merged issue: the issue it was merged into
	taken  map[string]bool   // ids that no new issue may get
}

// Issue is one remembered issue.
type Issue struct {
	past.Issue
	Departed int         // number of its tickets that have left the export
	Mean     text.Vector // remembered mean vector, in the terms of the export
}

// New relates a memory to an export. It applies decisions to merge and split issues
// on every run anew, so that undoing one takes full effect.
func New(m past.Memory, data *dataset.Dataset) *Overlay {
	m.Issues = slices.Clone(m.Issues)
	o := &Overlay{Memory: m, number: map[string]int32{}, apart: map[[2]int32]bool{}, taken: map[string]bool{}}
	for _, i := range m.Issues {
		o.taken[i.ID] = true
	}
	o.Keys = make([]past.Key, len(data.Tickets))
	for t := range o.Keys {
		o.Keys[t] = past.KeyOf(m.Salt, data.Tickets[t].Source, data.Tickets[t].ID)
	}
	next := o.merge()
	o.alias, o.into = map[string]string{}, map[string]string{}
	for id := range next {
		o.alias[id] = resolve(next, id)
	}
	for _, i := range m.Issues {
		o.into[i.ID] = cmp.Or(o.alias[i.ID], i.Into)
		if i.Into == "" && next[i.ID] == "" {
			o.add(i)
		}
	}
	o.split()
	o.place()
	o.placeTerms(data)
	return o
}

func (o *Overlay) add(i past.Issue) int32 {
	n := int32(len(o.Issues))
	o.number[i.ID], o.taken[i.ID] = n, true
	o.Issues = append(o.Issues, Issue{Issue: i})
	return n
}

// place assigns each ticket its remembered issue.
func (o *Overlay) place() {
	issue, own := map[past.Key]int32{}, map[past.Key]string{}
	for _, i := range o.Memory.Issues {
		if to := o.alias[i.ID]; to != "" {
			n := o.number[to]
			o.Issues[n].Departed += len(i.Tickets)
			o.Issues[n].Previous = union(o.Issues[n].Previous, append(i.Previous, i.ID))
			for _, t := range i.Tickets {
				issue[t], own[t] = n, i.ID
			}
		}
	}
	for n := range o.Issues {
		o.Issues[n].Departed += len(o.Issues[n].Tickets)
		for _, t := range o.Issues[n].Tickets {
			issue[t], own[t] = int32(n), o.Issues[n].ID
		}
	}
	o.IssueOf, o.OwnIssue = make([]int32, len(o.Keys)), make([]string, len(o.Keys))
	for t, key := range o.Keys {
		n, ok := issue[key]
		if !ok {
			o.IssueOf[t] = None
			continue
		}
		o.IssueOf[t], o.OwnIssue[t] = n, own[key]
		o.Issues[n].Departed--
	}
}

// union returns the elements of both lists, sorted and distinct.
func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// placeTerms translates the remembered terms of issues into terms of this export.
func (o *Overlay) placeTerms(data *dataset.Dataset) {
	if len(o.Issues) == 0 {
		return
	}
	term := make(map[past.Key]uint32, data.Corpus.Terms())
	for t, key := range o.termKeys(data) {
		term[key] = uint32(t)
	}
	for n := range o.Issues {
		weights := map[uint32]float64{}
		for _, t := range o.Issues[n].Terms {
			if id, ok := term[t.Key]; ok {
				weights[id] = t.Weight
			}
		}
		o.Issues[n].Mean = vectorOf(weights)
	}
}

// termKeys returns, by term of an export, the key under which it is remembered; nil
// without a corpus.
func (o *Overlay) termKeys(data *dataset.Dataset) []past.Key {
	if data.Corpus == nil {
		return nil
	}
	names := data.Corpus.Names()
	keys := make([]past.Key, len(names))
	parallel.Each(len(names), func() func(int) {
		return func(t int) { keys[t] = past.KeyOf(o.Memory.Salt, "term", names[t]) }
	})
	return keys
}

func vectorOf(weights map[uint32]float64) text.Vector {
	var a text.Adder
	for t, w := range weights {
		a.Add(text.Vector{Terms: []uint32{t}, Weights: []float32{1}}, w)
	}
	return a.Sum()
}
