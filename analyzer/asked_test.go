package analyzer

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestMayAskMissesNothing compares the fast question with the slow one on texts
// made of the words of requests and of others.
func TestMayAskMissesNothing(t *testing.T) {
	words := strings.Fields("please Please can i we install Install installation of download use Using subscribe to subscription for licence License account " +
		"access try buy allow allowed approve lizenz für zugang zu accès à abonnement licencia de licença do para the a our die le app tool software " +
		"Figma figma.com notion.so draw.io Miro7 word (use) re-install, Excel C++ .NET ÖBB é")
	asks := 0
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 12).Draw(t, "words"), rapid.SampledFrom([]string{" ", "  "}).Draw(t, "gap"))
		if asking.MatchString(s) {
			asks++
			if !mayAsk(s) {
				t.Fatalf("%q asks for %q, and the fast question says no", s, asking.FindString(s))
			}
		}
	})
	if asks == 0 {
		t.Error("no text asked for anything: the test cannot fail")
	}
	if mayAsk("the printer on the second floor is out of toner and beeps") {
		t.Error("a text without a request may ask for something: nothing is saved")
	}
}
