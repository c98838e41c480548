package describe

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/text"
)

const (
	// askedTickets bounds the tickets of a set whose neighbours are searched.
	askedTickets = 20
	// nearestTickets bounds the earlier tickets taken for each: k of the k nearest
	// neighbours.
	nearestTickets = 15
	// nearestTexts bounds the texts that are looked at for each.
	nearestTexts = 60
	// queryTerms and maxPostings bound the search, as in grouping.
	queryTerms  = 20
	maxPostings = 3000
	// leastAlike is the smallest likeness of tickets that say the same.
	leastAlike = 0.15
	// fieldsWorth is the worth of equal fields beside equal words.
	fieldsWorth = 0.5
)

// alikeFields are the fields that tell what a ticket is about.
var alikeFields = []dataset.Field{dataset.Category, dataset.Subcategory, dataset.Service, dataset.ConfigurationItem, dataset.Location}

// earlier finds earlier tickets that say the same as others, and who resolved them:
// the k nearest neighbours (T. Cover and P. Hart, Nearest Neighbor Pattern
// Classification, 1967) by the cosine of their words and the inverse document
// frequency of their common fields.
type earlier struct {
	data  *dataset.Dataset
	once  sync.Once
	words *text.Index
	// scorers keep their memory: each is as large as the export, and each set of tickets
	// needs one.
	scorers sync.Pool
	value   [dataset.FieldCount][][]int32 // by field and value: tickets, oldest first
	problem map[string][]int32            // by id of the problem record: tickets, oldest first
	track   track
}

func (e *earlier) prepare() {
	e.words = text.NewIndex(e.data.Vectors())
	e.scorers.New = func() any { return text.NewScorer(e.words, len(e.data.Texts)) }
	for _, f := range alikeFields {
		column := &e.data.Fields[f]
		e.value[f] = make([][]int32, len(column.Name))
		for t, v := range column.Value {
			e.value[f][v] = append(e.value[f][v], int32(t))
		}
	}
	e.problem = map[string][]int32{}
	for t := range e.data.Tickets {
		if id := e.data.Tickets[t].Problem; id != "" {
			e.problem[id] = append(e.problem[id], int32(t))
		}
	}
	e.track = e.tryOut()
}

// near is an earlier ticket and how alike it is, in [0, 1+fieldsWorth].
type near struct {
	ticket int32
	like   float64
}

// of returns who resolved earlier tickets like the given ones, oldest first, and how
// often such answers were right in the export itself; nil if there are none. Earlier
// is what was opened before the first of them. Those of their own issue that are as alike
// as they are themselves say the most; only where these are too few, all that say the
// same are asked.
func (e *earlier) of(tickets, ofIssue []int32) *owner.Earlier {
	e.once.Do(e.prepare)
	var found *owner.Earlier
	own := e.asAlike(e.ended(tickets, ofIssue), tickets)
	if len(own) < usualTickets {
		found = e.before(tickets, tickets[0])
	}
	if found == nil && len(own) > 0 {
		found = e.count(own)
		found.Own = true
	}
	if found != nil {
		found.Tried, found.Right = e.track.of(clearness(found))
	}
	return found
}

// asAlike returns those of a list that are as like one of the given tickets as each of
// these is like another of them. A long list of an issue may reach far from what a few of
// its tickets say.
func (e *earlier) asAlike(list, tickets []int32) []int32 {
	asked := spread(tickets, askedTickets)
	likest := func(t int32) float64 {
		like := 0.0
		for _, a := range asked {
			if a != t {
				like = max(like, e.like(t, a))
			}
		}
		return like
	}
	var inside []float64
	for _, a := range asked {
		inside = append(inside, likest(a))
	}
	enough := max(leastAlike, slices.Min(inside))
	return e.data.Filter(list, func(t int32) bool { return likest(t) >= enough })
}

// like is how alike two tickets are.
func (e *earlier) like(a, b int32) float64 {
	words := 0.0
	if x, y := e.data.TextOf[a], e.data.TextOf[b]; x >= 0 && y >= 0 {
		words = text.Dot(e.data.Texts[x].Vector, e.data.Texts[y].Vector)
	}
	return words + fieldsWorth*e.sameFields(a, b)
}

// ended returns the newest tickets of a list that were opened before others, the given
// ones, and are finished, oldest first.
func (e *earlier) ended(tickets, list []int32) []int32 {
	var out []int32
	for _, t := range list {
		if _, is := slices.BinarySearch(tickets, t); !is && t < tickets[0] && e.resolved(t) {
			out = append(out, t)
		}
	}
	return out[max(0, len(out)-askedTickets*nearestTickets):]
}

// ofProblems returns who resolved earlier tickets of the problem records that the given
// tickets, or earlier ones of their issue, are linked to; nil if there are none. What the
// desk found to be one problem has one cause, whatever the tickets say.
func (e *earlier) ofProblems(tickets, ofIssue []int32) *owner.Earlier {
	e.once.Do(e.prepare)
	var linked []int32
	seen := map[string]bool{"": true}
	for _, t := range slices.Concat(tickets, e.ended(tickets, ofIssue)) {
		if id := e.data.Tickets[t].Problem; !seen[id] {
			seen[id] = true
			linked = append(linked, e.problem[id]...)
		}
	}
	slices.Sort(linked)
	return e.count(e.ended(tickets, slices.Compact(linked)))
}

// before returns who resolved tickets opened before a ticket that are like the given
// ones.
func (e *earlier) before(tickets []int32, before int32) *owner.Earlier {
	scorer := e.scorers.Get().(*text.Scorer)
	defer e.scorers.Put(scorer)
	asked := spread(tickets, askedTickets)
	var found []near
	var inside []float64
	for _, t := range asked {
		own := 0.0
		var taken []near
		for _, n := range e.nearest(scorer, t, before) {
			if _, is := slices.BinarySearch(tickets, n.ticket); is {
				own = max(own, n.like)
				continue
			}
			if n.ticket < before && e.resolved(n.ticket) && len(taken) < nearestTickets {
				taken = append(taken, n)
			}
		}
		found = append(found, taken...)
		inside = append(inside, own)
	}
	slices.Sort(inside)
	return e.count(alikeEnough(found, max(leastAlike, inside[len(inside)/4])))
}

// spread returns an even choice of at most n tickets.
func spread(tickets []int32, n int) []int32 {
	if len(tickets) <= n {
		return tickets
	}
	var chosen []int32
	for i := range n {
		chosen = append(chosen, tickets[i*len(tickets)/n])
	}
	return chosen
}

// resolved reports whether a ticket is finished and its group known.
func (e *earlier) resolved(t int32) bool {
	return e.data.Fields[dataset.AssignmentGroup].Value[t] != dataset.Unknown && (!e.data.EndsKnown || !e.data.Tickets[t].Finished().IsZero())
}

// nearest returns the tickets most like t, around it or the last before a ticket, most
// alike first, newest of equals first.
func (e *earlier) nearest(scorer *text.Scorer, t, before int32) []near {
	likes := map[int32]float64{}
	if x := e.data.TextOf[t]; x >= 0 {
		var texts []near
		scorer.Similar(text.Strongest(e.data.Texts[x].Vector, queryTerms), maxPostings, func(doc int32, score float64) {
			texts = append(texts, near{doc, score})
		})
		sortNear(texts)
		left := maxPostings
		for _, n := range texts[:min(len(texts), nearestTexts)] {
			same := e.data.Texts[n.ticket].Tickets
			ended := e.newest(same, before, max(left, 2*nearestTickets))
			left -= len(ended)
			for _, other := range slices.Concat(ended, around(same, t)) {
				likes[other] = n.like
			}
		}
		for other := range likes {
			likes[other] += fieldsWorth * e.sameFields(t, other)
		}
	} else {
		for _, other := range e.sharing(t, before) {
			likes[other] = e.sameFields(t, other)
		}
	}
	var all []near
	for other, like := range likes {
		if other != t {
			all = append(all, near{other, like})
		}
	}
	sortNear(all)
	return all
}

func sortNear(all []near) {
	slices.SortFunc(all, func(a, b near) int { return cmp.Or(cmp.Compare(b.like, a.like), cmp.Compare(b.ticket, a.ticket)) })
}

// newest returns the last finished tickets of a list before a ticket, at most so many:
// the open ones of an outbreak tell nothing of who resolves it.
func (e *earlier) newest(list []int32, before int32, most int) []int32 {
	at, _ := slices.BinarySearch(list, before)
	var out []int32
	for _, t := range slices.Backward(list[max(0, at-maxPostings):at]) {
		if len(out) == most {
			break
		}
		if e.resolved(t) {
			out = append(out, t)
		}
	}
	return out
}

// around returns the tickets of a list next to a ticket, which tell how alike those of
// its own set are.
func around(list []int32, t int32) []int32 {
	at, _ := slices.BinarySearch(list, t)
	return list[max(0, at-2*nearestTickets):min(len(list), at+nearestTickets)]
}

// sharing returns tickets before a ticket with a field of t, by its rarest values.
func (e *earlier) sharing(t, before int32) []int32 {
	var lists [][]int32
	for _, f := range alikeFields {
		if v := e.data.Fields[f].Value[t]; v != dataset.Unknown {
			lists = append(lists, e.value[f][v])
		}
	}
	slices.SortStableFunc(lists, func(a, b []int32) int { return cmp.Compare(len(a), len(b)) })
	var all []int32
	for _, list := range lists {
		if len(all) > maxPostings {
			break
		}
		at, _ := slices.BinarySearch(list, before)
		all = append(all, list[max(0, at-maxPostings):min(len(list), at+nearestTickets)]...)
	}
	return all
}

// sameFields returns the share of t's fields that another ticket has too, each
// weighed by how rare its value is, in [0, 1].
func (e *earlier) sameFields(t, other int32) float64 {
	same, all := 0.0, 0.0
	for _, f := range alikeFields {
		column := &e.data.Fields[f]
		v := column.Value[t]
		if v == dataset.Unknown {
			continue
		}
		w := math.Log(float64(len(e.data.Tickets)+1) / float64(len(e.value[f][v])))
		all += w
		if column.Value[other] == v {
			same += w
		}
	}
	if all == 0 {
		return 0
	}
	return same / all
}

// alikeEnough returns the tickets that are, each once, oldest first.
func alikeEnough(found []near, enough float64) []int32 {
	var out []int32
	for _, n := range found {
		if n.like >= enough {
			out = append(out, n.ticket)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// count counts who resolved tickets, and keeps what was noted about them; nil if there
// are none.
func (e *earlier) count(tickets []int32) *owner.Earlier {
	groups := map[string]*owner.EarlierGroup{}
	out := &owner.Earlier{}
	for _, t := range tickets {
		out.Of++
		column := &e.data.Fields[dataset.AssignmentGroup]
		name := column.Name[column.Value[t]]
		if groups[name] == nil {
			groups[name] = &owner.EarlierGroup{Group: name}
		}
		g, k := groups[name], &e.data.Tickets[t]
		g.Tickets = append(g.Tickets, e.data.Refs[t])
		if k.Resolution != "" || k.ResolutionCode != "" {
			out.Noted = append(out.Noted, owner.Facts{TicketID: e.data.Refs[t], Code: k.ResolutionCode, Resolution: k.Resolution})
		}
		if k.Reassignments.N > 0 {
			g.Bounced++
		}
		if k.Reopens.N > 0 {
			g.Reopened++
		}
	}
	if out.Of == 0 {
		return nil
	}
	for _, g := range groups {
		out.Groups = append(out.Groups, *g)
	}
	slices.SortFunc(out.Groups, func(a, b owner.EarlierGroup) int {
		return cmp.Or(cmp.Compare(len(b.Tickets), len(a.Tickets)), cmp.Compare(a.Group, b.Group))
	})
	return out
}
