package text

import (
	"fmt"
	"testing"
)

func TestRepeatedSaysNothing(t *testing.T) {
	const banner = "CAUTION: External email. Do not click links. Report phishing with the button."
	subjects, descriptions := make([]string, 100), make([]string, 100)
	for i := range subjects {
		subjects[i], descriptions[i] = fmt.Sprintf("[Ticket#%d] printer %d", i, i), fmt.Sprintf("printer on floor %d jams", i%50)
		switch {
		case i%3 == 0:
			descriptions[i] += "\n\n" + banner
		case i%3 == 1:
			descriptions[i] += ". " + "Diese Nachricht ist vertraulich. Drucken Sie sie nicht"
		}
		if i < 30 {
			subjects[i] = "RE: [SUSPECTED SPAM] " + subjects[i]
		}
	}
	r := LearnRepeated(100, func(i int) (string, string) { return subjects[i], descriptions[i] })
	for _, c := range []struct{ subject, description, wantSubject, want string }{
		{"[SUSPECTED SPAM] [Ticket#7] vpn is slow", "the vpn is slow\n" + banner, "vpn is slow", "the vpn is slow\n"},
		{"Re: [VPN] down", "it is down. Diese Nachricht ist vertraulich. Drucken Sie sie nicht", "[VPN] down", "it is down. "},
		{"printer", "Report phishing with the button", "printer", ""},
		{"printer", "somebody tried phishing. It was a mail.", "printer", "somebody tried phishing. It was a mail."},
		{"[Ticket#9]", "", "[Ticket#9]", ""},
		{"mail", "it is slow\n\nOn Monday Ann wrote:\n> The database is down", "mail", "it is slow\n\nOn Monday Ann wrote:"},
	} {
		if got := r.Subject(c.subject); got != c.wantSubject {
			t.Errorf("subject %q, want %q", got, c.wantSubject)
		}
		if got := r.Said(c.subject, c.description); got != c.want {
			t.Errorf("%q says %q, want %q", c.description, got, c.want)
		}
	}
	none := LearnRepeated(0, nil)
	if got := none.Said("a", "b. c.\nd"); got != "b. c.\nd" {
		t.Errorf("with nothing learned: %q", got)
	}
}
