package text

import (
	"fmt"
	"strings"
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
	r := LearnRepeated(100, func(i int) Carrier {
		return Carrier{Subject: subjects[i], Description: descriptions[i], Person: int32(i), Week: i % 10}
	})
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

// What makes people write the same is a form only if they share nothing else.
func TestRepeatedOfManyPeopleWeeksAndTopics(t *testing.T) {
	const same = "the order screen closes by itself when it is saved"
	for _, c := range []struct {
		name    string
		carries func(i int) bool
		topic   func(i int) int32
		person  func(i int) int32
		want    bool
	}{
		{"a fifth of all", func(i int) bool { return i%5 == 0 }, func(int) int32 { return 0 }, func(i int) int32 { return int32(i) }, true},
		{"a fifth, of a few days", func(i int) bool { return i < 200 }, func(int) int32 { return 0 }, func(i int) int32 { return int32(i) }, false},
		{"a fifth, of one sender", func(i int) bool { return i%5 == 0 }, func(int) int32 { return 0 }, func(i int) int32 { return int32(min(i%5, 1) * i) }, false},
		{"a fifth, nobody named", func(i int) bool { return i%5 == 0 }, func(int) int32 { return 0 }, func(int) int32 { return -1 }, true},
		{"one in ten, of any topic", func(i int) bool { return i%10 == 0 }, func(i int) int32 { return int32(1 + i/10%7) }, func(i int) int32 { return int32(i) }, true},
		{"one in ten, of one topic", func(i int) bool { return i%10 == 0 }, func(i int) int32 { return int32(1 + i%10) }, func(i int) int32 { return int32(i) }, false},
		{"one in ten, no topics", func(i int) bool { return i%10 == 0 }, func(int) int32 { return 0 }, func(i int) int32 { return int32(i) }, false},
		{"one in fifty", func(i int) bool { return i%50 == 0 }, func(i int) int32 { return int32(1 + i/50%7) }, func(i int) int32 { return int32(i) }, false},
	} {
		r := LearnRepeated(1000, func(i int) Carrier {
			k := Carrier{Subject: "help", Description: fmt.Sprintf("case of %c", 'a'+i%26), Person: c.person(i), Week: i / 100, Topics: []int32{c.topic(i)}}
			if c.carries(i) {
				k.Subject, k.Description = "[Tag] help", k.Description+"\n"+same
			}
			return k
		})
		if got := r.Said("help", same) == "" && r.Subject("[TAG] help") == "help"; got != c.want {
			t.Errorf("%s: repeated = %v, want %v", c.name, got, c.want)
		}
	}
}

// No language and no script is known: sentences end where Unicode says so.
func TestRepeatedInAnyScript(t *testing.T) {
	for _, banner := range []string{
		"CAUTION: mail of b@example.org, see https://example.org/%d.", "外部からのメールです。", "이 메일은 외부에서 왔습니다.", "هل تعرف المرسل؟", "यह बाहर की मेल है।", "Внимание: внешняя почта!", "Ver. 2.0 geprüft!",
	} {
		r := LearnRepeated(100, func(i int) Carrier {
			return Carrier{Description: fmt.Sprintf("%c is broken! ", 'a'+i%26) + strings.ReplaceAll(banner, "b@", fmt.Sprintf("b%d@", i)) + " " + fmt.Sprintf("it is of %c", 'z'-i%26), Person: int32(i), Week: i}
		})
		if got := r.Said("", "printer is broken! "+banner+" it is new"); got != "printer is broken! it is new" {
			t.Errorf("%s: %q", banner, got)
		}
	}
}

// Of a form what was filled in stays.
func TestRepeatedLabels(t *testing.T) {
	r := LearnRepeated(100, func(i int) Carrier {
		return Carrier{Description: fmt.Sprintf("Database: %c\nDevice: none\nName: %c\nit is %c", 'a'+i%26, 'a'+i%26, 'a'+i%26), Person: int32(i), Week: i}
	})
	if got := r.Said("", "Database: stock\nDevice: none\nName: Ann\nerror: slow"); got != " stock\nerror: slow" && got != "stock\nerror: slow" {
		t.Errorf("said = %q", got)
	}
}

// Where a quoted mail or a signature begins stays known, however many mails have it.
func TestRepeatedLinesThatPartMail(t *testing.T) {
	mail := func(i int) string {
		return fmt.Sprintf("%c is broken\nMit freundlichen Grüßen\nAnn of Team %c\n\n-----Original Message-----\nFrom: desk\nSent: Monday\nTo: all\nSubject: RE: news\n\nthe database %c", 'a'+i%26, 'a'+i%26, 'a'+i%26)
	}
	r := LearnRepeated(100, func(i int) Carrier { return Carrier{Description: mail(i), Person: int32(i), Week: i} })
	if got := r.Said("", mail(3)); got != "d is broken" {
		t.Errorf("said = %q", got)
	}
	if got := (Boilerplate{}).Clean("", r.Description(mail(3))); got != "\nd is broken" {
		t.Errorf("clean = %q", got)
	}
}

// What forms put in front of subjects says nothing, and neither does the name of a person
// behind it. Where people write behind it themselves, that stays.
func TestSubjectsOfForms(t *testing.T) {
	names := []string{"Karla Mesa", "Marta Okoro", "Jo van Dyk", "Ana María Ruiz"}
	said := []string{"printer jams", "VPN drops", "Outlook Crashes", "no sound"}
	learned := LearnRepeated(240, func(i int) Carrier {
		c := Carrier{Subject: said[i/7%4], Person: int32(i % 40), Week: i % 12, Topics: []int32{int32(1 + i%5)}}
		switch i % 3 {
		case 0:
			c.Subject = "Ticket from the portal-" + names[i/5%4]
		case 1:
			c.Subject = "New request: " + said[i/7%4]
		}
		return c
	})
	for subject, want := range map[string]string{
		"Ticket from the portal-Karla Mesa":     "",
		"Ticket from the portal-Piet Bakker":    "",
		"Ticket from the portal-mouse is dead":  "mouse is dead",
		"New request: Outlook Crashes":          "Outlook Crashes",
		"New request: printer jams":             "printer jams",
		"Log-in fails since Monday":             "Log-in fails since Monday",
		"Error in SAP: cannot post":             "Error in SAP: cannot post",
		"Karla Mesa":                            "Karla Mesa",
		"Re: Ticket from the portal-Jo van Dyk": "",
	} {
		if got := learned.Subject(subject); got != want {
			t.Errorf("%q: %q, want %q", subject, got, want)
		}
	}
}
