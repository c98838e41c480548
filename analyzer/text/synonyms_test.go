package text

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// By hand: n(a) = n(b) = n(c) = n(y) = 3 and n(x) = 6 companions; their powers
// of 0.75 sum to 4 * 2.27951 + 3.83366 = 12.95170. a and b have the one companion
// x, so their rows are equal and a brings half of its own weight of b: (1, 0.5)
// divided by its length. The companions of x are a and b alike,
// ln( (3/6) / (2.27951/12.95170) ) = 1.04415 each, so its row is (0.70711, 0.70711).
func TestSynonymsByHand(t *testing.T) {
	var docs []Document
	for range 3 {
		docs = append(docs, terms("a", "x"), terms("b", "x"), terms("c", "y"))
	}
	c := corpusOf(docs)
	id := func(s string) uint32 { return uint32(slices.Index(c.surface, s)) }
	companions := newCompanions(c.order, len(c.kind))
	if got := companions.p[id("x")]; math.Abs(got-3.83366/12.95170) > 1e-5 {
		t.Errorf("p(x) = %.5f, want %.5f", got, 3.83366/12.95170)
	}
	row := companions.row(id("x"), make([]float64, len(c.kind)))
	want := Vector{Terms: []uint32{id("a"), id("b")}, Weights: []float32{math.Sqrt2 / 2, math.Sqrt2 / 2}}
	if diff := cmp.Diff(want, row, closeTo); diff != "" {
		t.Errorf("row of x (-want +got):\n%s", diff)
	}
	length := math.Hypot(1, 0.5)
	got := c.LearnSynonyms().Expand(Vector{Terms: []uint32{id("a")}, Weights: []float32{1}})
	want = Vector{Terms: []uint32{id("a"), id("b")}, Weights: []float32{float32(1 / length), float32(0.5 / length)}}
	if diff := cmp.Diff(want, got, closeTo); diff != "" {
		t.Errorf("a expanded (-want +got):\n%s", diff)
	}
}

var closeTo = cmp.Comparer(func(a, b float32) bool { return math.Abs(float64(a-b)) < 1e-5 })

// Two uses say no more than that two texts are alike.
func TestRareWordsHaveNoSynonyms(t *testing.T) {
	c := corpusOf([]Document{terms("a", "x"), terms("a", "x"), terms("b", "x"), terms("b", "x")})
	for term, near := range c.LearnSynonyms().near {
		if c.Surface(uint32(term)) != "x" && len(near) > 0 {
			t.Errorf("%q, used twice, has synonyms", c.Surface(uint32(term)))
		}
	}
}

func TestNoSynonymsOfNothing(t *testing.T) {
	s := corpusOf(nil).LearnSynonyms()
	v := Vector{Terms: []uint32{7}, Weights: []float32{1}}
	if diff := cmp.Diff(v, s.Expand(v)); diff != "" {
		t.Errorf("a word that nobody learned about changes:\n%s", diff)
	}
	if got := (Synonyms{}).Expand(Vector{}); len(got.Terms) != 0 {
		t.Errorf("nothing expands to %v", got)
	}
}

// Whatever is expanded stays a unit vector of at most 40 ascending terms, and
// the same corpus teaches the same.
func TestExpandedVectorsAreUnitVectors(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	var docs []Document
	for range 400 {
		var words []string
		for range 3 + random.IntN(60) {
			words = append(words, fmt.Sprint("w", int(random.ExpFloat64()*30)))
		}
		docs = append(docs, terms(words...))
	}
	c := corpusOf(docs)
	s, again := c.LearnSynonyms(), c.LearnSynonyms()
	for i, v := range c.Vectors {
		x := s.Expand(v)
		if len(x.Terms) > expandedTerms || !slices.IsSorted(x.Terms) || len(x.Terms) > 0 && math.Abs(Length(x)-1) > 1e-5 {
			t.Fatalf("document %d expands to %d terms, length %g", i, len(x.Terms), Length(x))
		}
		if diff := cmp.Diff(x, again.Expand(v)); diff != "" {
			t.Fatalf("document %d expands differently the second time:\n%s", i, diff)
		}
	}
}

func ExampleSynonyms_Expand() {
	var docs []Document
	for _, thing := range []string{"screen", "tablet", "laptop", "browser"} {
		docs = append(docs, Document{Terms: Terms(thing+" froze during meeting", "en")}, Document{Terms: Terms(thing+" hung during meeting", "en")})
	}
	docs = append(docs, Document{Terms: Terms("badge lost at entrance", "en")}, Document{Terms: Terms("badge lost in canteen", "en")})
	c := corpusOf(docs)
	s := c.LearnSynonyms()
	froze, hung, badge := c.Vectors[0], c.Vectors[1], c.Vectors[8]
	fmt.Printf("froze and hung: %.1f, with synonyms %.1f\n", Dot(froze, hung), Dot(s.Expand(froze), s.Expand(hung)))
	fmt.Printf("froze and badge: %.1f, with synonyms %.1f\n", Dot(froze, badge), Dot(s.Expand(froze), s.Expand(badge)))
	// Output:
	// froze and hung: 0.7, with synonyms 0.9
	// froze and badge: 0.0, with synonyms 0.0
}
