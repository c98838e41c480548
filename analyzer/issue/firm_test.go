package issue

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/memory"
)

// Tickets that share stock words, and each of which is about a thing that no other names,
// are no issue; those that share the thing are.
func TestStockWordsMakeNoIssue(t *testing.T) {
	all := []string{
		"improve performance of gcd", "improve performance of casecmp", "improve performance of sorting", "improve performance of regexps",
		"cannot reach the file share", "the file share cannot be reached", "file share not reached",
	}
	for i := range 30 {
		all = append(all, fmt.Sprintf("alpha%d beta%d", i, i))
	}
	e := subjects(all...)
	var firm [][]string
	for _, i := range Group(e, nil, 0.3, &memory.Overlay{}).Issues {
		var in []string
		for _, t := range i.Tickets {
			in = append(in, e.Tickets[t].Subject)
		}
		firm = append(firm, slices.Sorted(slices.Values(in)))
	}
	if diff := cmp.Diff([][]string{slices.Sorted(slices.Values(all[4:7]))}, firm); diff != "" {
		t.Errorf("issues (-want +got):\n%s", diff)
	}
}

// A pattern's own tickets are firm however they are worded, and others that are as near to
// it. What people hold together is firm.
func TestCoreOfPattern(t *testing.T) {
	e := subjects("ledger crashes saving invoice", "ledger closes invoice", "invoice crashes ledger", "closes saving ledger",
		"ledger closes saving invoice", "ledger read only document", "document read only", "only document")
	g := newGrouping(e, 0.3, expand(e))
	g.clusters = []cluster{{docs: []int32{0, 1, 2, 3, 4, 5}, bound: true}, {docs: []int32{6, 7}}}
	alone := make([][]neighbour, len(e.Texts))
	g.markFirm([][]int32{{0, 1, 2, 3}}, maxCut, alone)
	if diff := cmp.Diff([]int32{0, 1, 2, 3, 4}, g.clusters[0].firm); diff != "" {
		t.Errorf("firm texts (-want +got):\n%s", diff)
	}
	g.markFirm(nil, maxCut, alone)
	if diff := cmp.Diff(g.clusters[0].docs, g.clusters[0].firm); diff != "" {
		t.Errorf("firm texts of what people hold together (-want +got):\n%s", diff)
	}
}

// Of a cluster that nothing binds the largest part that reaches the cut is firm.
func TestLargestPart(t *testing.T) {
	e := subjects("scanner battery empty hall", "scanner empty hall", "scanner battery hall", "scanner charged night", "charged night shift", "badge lost", "lost badge office")
	g := newGrouping(e, 0.3, expand(e))
	g.clusters = []cluster{{docs: []int32{0, 1, 2, 3, 4}}, {docs: []int32{5, 6}}}
	g.markFirm(nil, 0.6, nearestOf(g.vectors))
	if diff := cmp.Diff([]int32{0, 1, 2}, g.clusters[0].firm); diff != "" {
		t.Errorf("firm texts (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int32{5, 6}, g.clusters[1].firm); diff != "" {
		t.Errorf("firm texts of the other (-want +got):\n%s", diff)
	}
}
