package owner

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"ticketpatterns/analyzer/fold"
)

const (
	// proposedFrom is how many tickets a value must have to be proposed.
	proposedFrom = 5
	// proposedShare is the share of a group's tickets that one function must have.
	proposedShare = 0.5
	// mostProposed bounds the new functions, and mostWords the words of each.
	mostProposed = 20
	mostWords    = 4
	// wordShare is the share of a service's tickets that must say a word, and
	// wordRatio how many times as often as all other tickets.
	wordShare = 0.2
	wordRatio = 10
)

// Proposal is what an export suggests to write into the owner map. Nothing of it is
// taken by itself.
type Proposal struct {
	Groups    []GroupProposal    // groups to bind to functions, most tickets first
	Functions []FunctionProposal // applications that no function knows, most tickets first
}

// GroupProposal binds a resolver group that the map does not know to the function
// that most of its tickets are about.
type GroupProposal struct {
	Group, Function string
	Count, Of       int // tickets about the function, of those of the group that show any
}

// FunctionProposal is a service that no function knows, with the words that tell it.
type FunctionProposal struct {
	Name      string
	Tickets   int
	Group     string // that finished most of them, but for the desk's; "" for none
	Team      string // of that group on the map; "" if the map does not know it
	Count, Of int    // tickets that ended with Group, of those with any group but the desk's
	Words     []WordProposal
}

// WordProposal is a word that tells a service.
type WordProposal struct {
	Word             string
	Count, Elsewhere int // tickets of the service, and others, that say it
}

// Propose returns what the tickets of an export suggest to write into the map.
func (f *Finder) Propose(facts []Facts) Proposal {
	return Proposal{Groups: f.proposeGroups(facts), Functions: f.proposeFunctions(facts)}
}

func (f *Finder) proposeGroups(facts []Facts) []GroupProposal {
	about := map[string]map[string]int{}
	for _, t := range facts {
		if key(t.Group) == "" || f.Bind(t.Group).recognised {
			continue
		}
		if s := f.Symptom(t); s != "" {
			if about[t.Group] == nil {
				about[t.Group] = map[string]int{}
			}
			about[t.Group][s]++
		}
	}
	var all []GroupProposal
	for group, counts := range about {
		p := GroupProposal{Group: group}
		p.Function, p.Count, p.Of = most(counts)
		if p.Count >= proposedFrom && float64(p.Count) >= proposedShare*float64(p.Of) {
			all = append(all, p)
		}
	}
	slices.SortFunc(all, func(a, b GroupProposal) int { return cmp.Or(cmp.Compare(b.Of, a.Of), cmp.Compare(a.Group, b.Group)) })
	return all
}

// most returns the most frequent key, of equals the first in the alphabet, and the
// sum.
func most(counts map[string]int) (name string, count, sum int) {
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		sum += counts[k]
		if counts[k] > count {
			name, count = k, counts[k]
		}
	}
	return name, count, sum
}

func (f *Finder) proposeFunctions(facts []Facts) []FunctionProposal {
	byService := map[string][]Facts{}
	says := map[string]int{}
	for _, t := range facts {
		for w := range wordsOf(t) {
			says[w]++
		}
		if t.Service != "" && f.Symptom(Facts{Service: t.Service}) == "" && !f.m.hasFunction(t.Service) {
			byService[t.Service] = append(byService[t.Service], t)
		}
	}
	var all []FunctionProposal
	for name, of := range byService {
		if len(of) >= proposedFrom && key(name) != "" {
			all = append(all, f.proposeFunction(name, of, says, len(facts)))
		}
	}
	slices.SortFunc(all, func(a, b FunctionProposal) int {
		return cmp.Or(cmp.Compare(b.Tickets, a.Tickets), cmp.Compare(a.Name, b.Name))
	})
	return all[:min(len(all), mostProposed)]
}

func (f *Finder) proposeFunction(name string, of []Facts, says map[string]int, tickets int) FunctionProposal {
	p := FunctionProposal{Name: name, Tickets: len(of)}
	groups, inside := map[string]int{}, map[string]int{}
	for _, t := range of {
		if key(t.Group) != "" && !f.Bind(t.Group).Desk {
			groups[t.Group]++
		}
		for w := range wordsOf(t) {
			inside[w]++
		}
	}
	p.Group, p.Count, p.Of = most(groups)
	p.Team = f.Bind(p.Group).Team
	for w, n := range inside {
		elsewhere := says[w] - n
		here, there := float64(n)/float64(len(of)), (float64(elsewhere)+0.5)/float64(tickets-len(of)+1)
		if here >= wordShare && here >= wordRatio*there && n >= proposedFrom && len([]rune(w)) >= minStem {
			p.Words = append(p.Words, WordProposal{w, n, elsewhere})
		}
	}
	slices.SortFunc(p.Words, func(a, b WordProposal) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Elsewhere, b.Elsewhere), cmp.Compare(a.Word, b.Word))
	})
	p.Words = p.Words[:min(len(p.Words), mostWords)]
	return p
}

// wordsOf returns the words of a ticket, without numbers.
func wordsOf(t Facts) map[string]bool {
	words := map[string]bool{}
	for _, w := range fold.Words(t.Subject + "\n" + t.Text) {
		if strings.Trim(w, "0123456789") != "" {
			words[w] = true
		}
	}
	return words
}

// GroupsWith returns the groups values of a function with further ones, as
// config.yaml takes them: "..." stands for the built-in ones.
func (m Map) GroupsWith(function string, further ...string) []string {
	var values []string
	built := builtInValues(func(f *Function) []string { return f.Groups })
	for _, f := range m.Functions {
		if key(f.Name) != key(function) {
			continue
		}
		for _, v := range f.Groups {
			switch {
			case !built[[2]string{key(f.Name), key(v)}]:
				values = append(values, v)
			case !slices.Contains(values, "..."):
				values = append(values, "...")
			}
		}
	}
	return append(values, further...)
}
