package text

import (
	"fmt"
	"math"
	"testing"
)

func terms(words ...string) Document {
	var d Document
	for _, w := range words {
		d.Terms = append(d.Terms, Term{Stem: w, Surface: w})
	}
	return d
}

// By hand, with N = 3 and df = 2: idf = ln(4/3) + 1 = 1.287682. "a" stands
// twice in the first document: (1 + ln 2) * 1.287682 = 2.180235; "b" once. The
// pair "a a" stands in one document only and is left out.
func TestCorpusWeights(t *testing.T) {
	c := corpusOf([]Document{terms("a", "a", "b"), terms("a", "x", "b"), terms("y")})
	length := math.Hypot(2.180235, 1.287682)
	v := c.Vectors[0]
	if len(v.Terms) != 2 {
		t.Fatalf("terms = %v, want a and b", v.Terms)
	}
	for i, want := range []float64{2.180235 / length, 1.287682 / length} {
		if got := float64(v.Weights[i]); math.Abs(got-want) > 1e-6 {
			t.Errorf("weight of %q = %.6f, want %.6f", c.Surface(v.Terms[i]), got, want)
		}
	}
	if len(c.Vectors[2].Terms) != 0 {
		t.Errorf("a document of its own words has the vector %v, want none", c.Vectors[2])
	}
}

// What more than a fifth of all documents say tells none of them from another.
func TestCommonTermsAreLeftOut(t *testing.T) {
	var docs []Document
	for i := range 100 {
		d := terms("rare" + fmt.Sprint(i/2))
		if i < 21 {
			d = terms("common", "rare"+fmt.Sprint(i/2))
		}
		docs = append(docs, d)
	}
	c := corpusOf(docs)
	for i, v := range c.Vectors {
		for _, term := range v.Terms {
			if c.Surface(term) == "common" {
				t.Fatalf("document %d is weighed by a term of 21 of 100 documents", i)
			}
		}
	}
}

func TestSurfaceIsWhatPeopleWrite(t *testing.T) {
	doc := func(surface string) Document { return Document{Terms: []Term{{Stem: "crash", Surface: surface}}} }
	c := corpusOf([]Document{doc("crashes"), doc("crash"), doc("crashes")})
	if got := c.Surface(0); got != "crashes" {
		t.Errorf("surface = %q, want the most frequent spelling", got)
	}
}

func TestKeysStandForMissingTexts(t *testing.T) {
	c := corpusOf([]Document{{Key: "Hardware > Mouse"}, {Key: "Hardware > Mouse"}, {Key: "Access"}, {}})
	if got := Dot(c.Vectors[0], c.Vectors[1]); math.Abs(got-1) > 1e-6 {
		t.Errorf("cosine of equal keys = %g, want 1", got)
	}
	if got := Dot(c.Vectors[0], c.Vectors[2]); got != 0 {
		t.Errorf("cosine of different keys = %g, want 0", got)
	}
	if len(c.Vectors[3].Terms) != 0 {
		t.Error("a document with nothing to compare has a vector")
	}
}

func TestVectorArithmetic(t *testing.T) {
	a := Vector{Terms: []uint32{1, 3}, Weights: []float32{3, 4}}
	b := Vector{Terms: []uint32{2, 3}, Weights: []float32{1, 2}}
	if got := Dot(a, b); got != 8 {
		t.Errorf("dot = %g, want 8", got)
	}
	if got := Length(a); got != 5 {
		t.Errorf("length = %g, want 5", got)
	}
	sum := Add(a, b, -2)
	if len(sum.Terms) != 3 || sum.Weights[0] != 3 || sum.Weights[1] != -2 || sum.Weights[2] != 0 {
		t.Errorf("a - 2b = %+v, want 3, -2, 0 at 1, 2, 3", sum)
	}
	if top := Strongest(a, 1); len(top.Terms) != 1 || top.Terms[0] != 3 {
		t.Errorf("strongest = %+v, want term 3", top)
	}
	if u := Unit(a); math.Abs(Length(u)-1) > 1e-6 {
		t.Errorf("length of unit = %g", Length(u))
	}
}

func ExampleNewCorpus() {
	learned := learnBoilerplate([]string(nil))
	var docs []Document
	for _, s := range []string{"RE: Outlook crashes at start", "outlook crashed when starting", "printer jam"} {
		docs = append(docs, Document{Terms: Terms(learned.Clean(s, ""), "en")})
	}
	c := NewCorpus(len(docs), func(i int) Document { return docs[i] })
	fmt.Printf("%.1f %.1f\n", Dot(c.Vectors[0], c.Vectors[1]), Dot(c.Vectors[0], c.Vectors[2]))
	// Output: 1.0 0.0
}
