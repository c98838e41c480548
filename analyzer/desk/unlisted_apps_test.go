package desk

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestMayRequestMissesNothing compares the fast question with the slow one on texts
// made of the words of requests and of others.
func TestMayRequestMissesNothing(t *testing.T) {
	words := strings.Fields("please Please can i we install Install installation of download use Using subscribe to subscription for licence License account " +
		"access try buy allow allowed approve lizenz für zugang zu accès à abonnement licencia de licença do para the a our die le app tool software " +
		"Figma figma.com notion.so draw.io Miro7 word (use) re-install, Excel C++ .NET ÖBB é")
	asks := 0
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 12).Draw(t, "words"), rapid.SampledFrom([]string{" ", "  "}).Draw(t, "gap"))
		if request.MatchString(s) {
			asks++
			if !mayRequest(s) {
				t.Fatalf("%q asks for %q, and the fast question says no", s, request.FindString(s))
			}
		}
	})
	if asks == 0 {
		t.Error("no text asked for anything: the test cannot fail")
	}
	if mayRequest("the printer on the second floor is out of toner and beeps") {
		t.Error("a text without a request may ask for something: nothing is saved")
	}
}

func TestUnlistedApps(t *testing.T) {
	asked := func(subjects ...string) string {
		tickets := printers(400, nil)
		for i, s := range subjects {
			tickets[399-i].Subject = s
		}
		tickets[0].Service, tickets[1].Requester = "Ledgerline", "Maria Lopez"
		var names []string
		for _, a := range measureWork(deskOf(tickets)).Asked {
			names = append(names, fmt.Sprintf("%s %d", a.Name, a.People))
		}
		return strings.Join(names, ", ")
	}
	for _, c := range []struct {
		name     string
		subjects []string
		want     string
	}{
		{"two people", []string{"Can I install Notionary?", "please allow me to use the Notionary app"}, "Notionary 2"},
		{"one person", []string{"Can I install Notionary?"}, ""},
		{"a domain", []string{"access to filedrop.io please", "may we use filedrop.io"}, "filedrop.io 2"},
		{"on the list of services", []string{"please install Ledgerline", "install Ledgerline for me"}, ""},
		{"in the owner map", []string{"please install Outlook", "install Outlook for me"}, ""},
		{"a person", []string{"access to Maria mailbox", "access to Maria calendar"}, ""},
		{"no name", []string{"install the update", "install the update"}, ""},
		{"all in capitals", []string{"INSTALL NOTIONARY", "INSTALL NOTIONARY NOW"}, ""},
		{"German nouns", []string{"Kann ich bitte den Kopierer nutzen und wie", "ich möchte bitte die Software installieren Kopierer"}, ""},
		{"a name in German", []string{"kann ich bitte die App nutzen ChatHelfer", "wir möchten gerne nutzen ChatHelfer"}, "ChatHelfer 2"},
		{"two names", []string{"use Notionary", "use Notionary", "use Paintery", "use Paintery", "use Paintery"}, "Paintery 3, Notionary 2"},
	} {
		if got := asked(c.subjects...); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
