package text

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// mixed is an export in two languages, with texts long enough to show theirs.
func mixed() []string {
	var texts []string
	for range 4 {
		texts = append(texts,
			"Der Drucker im Netzwerk druckt nicht, weil das Papier in dem Fach klemmt",
			"Das Netzwerk auf unserer Etage ist langsam und der Drucker auch",
			"The screen of my laptop is black and it does not start when I press the button",
			"My laptop is slow and the screen flickers, it was fine on the old dock")
	}
	return texts
}

// A subject without any stop word is of the language that its words are used in.
func TestLexiconKnowsShortTexts(t *testing.T) {
	x := learnFrom(mixed())
	for s, want := range map[string]Language{
		"Papier klemmt Fach":      "de",
		"screen flickers":         "en",
		"laptop black":            "en",
		"Drucker langsam":         "de",
		"je ne peux pas imprimer": "fr", // stop words of a language that was not learned
		"xyzzy":                   x.Main(),
		"":                        x.Main(),
	} {
		if got := x.Guess(Words(s)); got != want {
			t.Errorf("Guess(%q) = %s, want %s", s, got, want)
		}
	}
	if got := (Lexicon{}).Guess(Words("vpn token")); got != "en" {
		t.Errorf("nothing learned: %s, want en", got)
	}
}

// A word has one stem, whatever the text around it is written in.
func TestOneWordOneStem(t *testing.T) {
	x := learnFrom(mixed())
	stemIn := func(s string) string {
		for _, term := range x.Terms(s) {
			if term.Surface == "drucker" {
				return term.Stem
			}
		}
		return ""
	}
	german, english := stemIn("der Drucker ist nicht an"), stemIn("the drucker is not on")
	if german == "" || german != english {
		t.Errorf("stems %q and %q, want one", german, english)
	}
}

func TestParts(t *testing.T) {
	texts := mixed()
	for range 3 {
		texts = append(texts, "Die Abteilung hat keinen Zugang und der Zugang fehlt", "Die Ausgabe ist nicht da", "Das Arbeit und der Platz")
	}
	x := learnFrom(texts)
	for w, want := range map[string][]string{
		"netzwerkdrucker":  {"netzwerk", "drucker"},
		"abteilungszugang": {"abteilung", "zugang"}, // linking s
		"papierfach":       {"papier", "fach"},
		"netzwerkkabel":    nil, // nobody says kabel alone
		"drucker":          nil,
		"flickerscreen":    nil, // no German words
		"":                 nil,
	} {
		if diff := cmp.Diff(want, x.Parts(w)); diff != "" {
			t.Errorf("Parts(%q) (-want +got):\n%s", w, diff)
		}
	}
	english := learnFrom([]string{"the note book is on the table", "the note book is here", "a note in the book and so on", "the note is in the book"})
	if got := english.Parts("notebook"); got != nil {
		t.Errorf("an English word is parted into %q", got)
	}
}

// A compound brings its parts, but makes no pair of words that nobody wrote.
func TestPartsMakeNoPairs(t *testing.T) {
	x := learnFrom(mixed())
	doc := Document{Terms: x.Terms("netzwerkdrucker langsam")}
	c := corpusOf([]Document{doc, doc})
	var got []string
	for _, term := range c.Vectors[0].Terms {
		got = append(got, c.Surface(term))
	}
	if diff := cmp.Diff([]string{"netzwerkdrucker", "netzwerk", "drucker", "langsam", "netzwerkdrucker langsam"}, got); diff != "" {
		t.Errorf("terms (-want +got):\n%s", diff)
	}
}

func FuzzLexicon(f *testing.F) {
	f.Add("Netzwerkdrucker druckt nicht")
	f.Add("打印机 \xff äöüß")
	x := learnFrom(mixed())
	f.Fuzz(func(t *testing.T, s string) {
		own := learnFrom([]string{s, s, s})
		for _, l := range []Lexicon{x, own} {
			terms := l.Terms(s)
			if len(terms) > maxTerms {
				t.Errorf("%d terms, want at most %d", len(terms), maxTerms)
			}
			for _, term := range terms {
				if term.Stem == "" || term.Surface == "" {
					t.Errorf("Terms(%q) holds %+v", s, term)
				}
			}
		}
	})
}

func ExampleLexicon_Parts() {
	x := learnFrom([]string{
		"der Drucker ist nicht da", "mein Drucker und das Netzwerk", "das Netzwerk ist nicht da", "ein Drucker in dem Netzwerk",
	})
	fmt.Println(x.Parts("netzwerkdrucker"))
	// Output: [netzwerk drucker]
}
