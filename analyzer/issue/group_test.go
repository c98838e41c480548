package issue

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/internal/fixture"
	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// subjects makes an export of one ticket a day.
func subjects(all ...string) *dataset.Dataset {
	var tickets []ticket.Ticket
	for i, s := range all {
		tickets = append(tickets, ticket.Ticket{ID: fmt.Sprintf("T%05d", i), Opened: fixture.LastDay.AddDate(0, 0, i-len(all)+1), Subject: s})
	}
	return dataset.New(tickets, fixture.LastDay)
}

// together lists the subjects of each group of three or more tickets.
func together(data *dataset.Dataset, clusters []cluster) [][]string {
	var out [][]string
	for _, c := range clusters {
		if c.tickets < MinTickets {
			continue
		}
		var in []string
		for _, d := range c.docs {
			for _, t := range data.Texts[d].Tickets {
				in = append(in, data.Tickets[t].Subject)
			}
		}
		slices.Sort(in)
		out = append(out, in)
	}
	slices.SortFunc(out, slices.Compare)
	return out
}

// grouped groups without a memory.
func grouped(data *dataset.Dataset, seeds [][]int32, floor float64) []cluster {
	clusters, _ := group(data, seeds, floor, &memory.Overlay{})
	return clusters
}

var threeIssues = []string{
	"printer jams on tray two", "tray two of the printer jams", "printer tray two jams again",
	"vpn drops at home", "at home the vpn drops", "vpn drops when working from home",
	"payslip missing for march", "march payslip missing", "missing my payslip march",
}

func TestEqualThingsAreGrouped(t *testing.T) {
	e := subjects(threeIssues...)
	want := [][]string{slices.Sorted(slices.Values(threeIssues[:3])), slices.Sorted(slices.Values(threeIssues[6:])), slices.Sorted(slices.Values(threeIssues[3:6]))}
	slices.SortFunc(want, slices.Compare)
	if diff := cmp.Diff(want, together(e, grouped(e, nil, 0.4))); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
}

// A pattern found in its scope is one issue, however differently it is worded;
// a wording that two patterns hold goes to the first.
func TestSeedsAreOneIssue(t *testing.T) {
	e := subjects("printer jams on tray two", "vpn drops at home", "payslip missing for march", "printer jams daily", "vpn drops daily", "payslip missing daily")
	groups := together(e, grouped(e, [][]int32{{0, 1, 2}, {0, 3}}, 0.9))
	want := [][]string{{"payslip missing for march", "printer jams on tray two", "vpn drops at home"}}
	if diff := cmp.Diff(want, groups); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
}

// Every wording is in exactly one cluster, every cluster's sum is the sum of its
// tickets' vectors, and no two clusters that are neighbours could still be
// joined.
func TestGroupsAreWhatTheySay(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	words := []string{"printer", "vpn", "password", "screen", "mouse", "invoice", "locked", "slow", "paper", "token", "cable", "folder"}
	var all []string
	for range 300 {
		s := ""
		for range 2 + random.IntN(4) {
			s += words[int(random.ExpFloat64()*4)%len(words)] + " "
		}
		all = append(all, s)
	}
	e := subjects(all...)
	floor := 0.5
	clusters, vectors := group(e, nil, floor, &memory.Overlay{})
	seen := make([]bool, len(e.Texts))
	for _, c := range clusters {
		var sum text.Vector
		tickets := 0
		for _, d := range c.docs {
			if seen[d] {
				t.Fatalf("wording %d is in two clusters", d)
			}
			seen[d] = true
			tickets += len(e.Texts[d].Tickets)
			sum = text.Add(sum, vectors[d], float64(len(e.Texts[d].Tickets)))
		}
		if tickets != c.tickets || math.Abs(text.Length(sum)-text.Length(c.sum)) > 1e-3 {
			t.Errorf("cluster of %d tickets and length %g, want %d and %g", c.tickets, text.Length(c.sum), tickets, text.Length(sum))
		}
	}
	if slices.Contains(seen, false) {
		t.Error("a wording is in no cluster")
	}
	if len(clusters) < 5 || len(clusters) > len(e.Texts)/2 {
		t.Errorf("%d clusters of %d wordings, want a grouping", len(clusters), len(e.Texts))
	}
}

// In few wordings the graph holds all pairs, so the clusters are those of the
// full tree of average link cut at the same height.
func TestGroupsAreThoseOfTheTree(t *testing.T) {
	e := subjects(threeIssues...)
	clusters, vectors := group(e, nil, 0.2, &memory.Overlay{})
	weight := make([]int, len(e.Texts))
	similarity := make([][]float64, len(e.Texts))
	for d := range e.Texts {
		weight[d] = len(e.Texts[d].Tickets)
		for _, v := range vectors {
			similarity[d] = append(similarity[d], text.Dot(vectors[d], v))
		}
	}
	largest := mergeBestPairs(similarity, weight, 0.2)
	var got [][]int
	for _, c := range clusters {
		var members []int
		for _, d := range c.docs {
			members = append(members, int(d))
		}
		if len(members) > 1 {
			got = append(got, members)
		}
	}
	slices.SortFunc(largest, slices.Compare)
	slices.SortFunc(got, slices.Compare)
	if diff := cmp.Diff(largest, got); diff != "" {
		t.Errorf("clusters (-tree +graph):\n%s", diff)
	}
}

// mergeBestPairs is average link as it is defined: the two groups with the highest
// mean similarity become one until it falls below floor. It returns the groups of
// two and more.
func mergeBestPairs(similarity [][]float64, weight []int, floor float64) [][]int {
	var groups [][]int
	for i := range weight {
		groups = append(groups, []int{i})
	}
	mean := func(a, b []int) float64 {
		sum, pairs := 0.0, 0.0
		for _, i := range a {
			for _, j := range b {
				w := float64(weight[i] * weight[j])
				sum += w * similarity[i][j]
				pairs += w
			}
		}
		return sum / pairs
	}
	for len(groups) > 1 {
		bi, bj, best := 0, 0, -1.0
		for i := range groups {
			for j := range i {
				if s := mean(groups[i], groups[j]); s > best {
					bi, bj, best = i, j, s
				}
			}
		}
		if best < floor {
			break
		}
		groups[bj] = slices.Sorted(slices.Values(slices.Concat(groups[bi], groups[bj])))
		groups = slices.Delete(groups, bi, bi+1)
	}
	return slices.DeleteFunc(groups, func(g []int) bool { return len(g) < 2 })
}

func TestNearestKeepsTheBest(t *testing.T) {
	var n nearest
	for d := range int32(40) {
		n.offer(d, float32(d%20)/20)
	}
	if len(n.list) != neighbours || n.list[0] != (neighbour{19, 0.95}) || n.list[1] != (neighbour{39, 0.95}) {
		t.Errorf("nearest = %v, want 15 from 0.95 down, the lower number of equals first", n.list)
	}
	if !slices.IsSortedFunc(n.list, func(a, b neighbour) int { return int(1000*b.score) - int(1000*a.score) }) {
		t.Errorf("nearest = %v, want them in order", n.list)
	}
}

// A wording moves towards its neighbours as far as they are near: by hand, v = (1, 0)
// with the one neighbour (0, 1) at cosine 0.3 becomes (1, 0.3/5) / |(1, 0.3/5)| =
// (0.998205, 0.059892).
func TestDiffuse(t *testing.T) {
	vectors := []text.Vector{{Terms: []uint32{0}, Weights: []float32{1}}, {Terms: []uint32{1}, Weights: []float32{1}}}
	got := smooth(vectors, [][]neighbour{{{1, 0.3}}, nil})
	want := []text.Vector{{Terms: []uint32{0, 1}, Weights: []float32{0.998205, 0.059892}}, vectors[1]}
	near := cmp.Comparer(func(a, b float32) bool { return math.Abs(float64(a-b)) < 1e-6 })
	if diff := cmp.Diff(want, got, near); diff != "" {
		t.Errorf("diffused (-want +got):\n%s", diff)
	}
}
