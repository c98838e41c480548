package analyzer

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What gateways, forms and mail programs write into many tickets changes no issue,
// no label, no owner, no cause and no criterion.
func TestRepeatedTextChangesNothing(t *testing.T) {
	type shown struct {
		Label, Team, Cause string
		Phrases            []string
		Tickets            int
		Criteria           []string
	}
	analyze := func(add func(i int, subject, description string) (string, string)) []shown {
		d := newDesk(2, 26, 40) // without a chance finding at the threshold, which anything moves
		d.PlantCrashes(0)
		for i := range d.Tickets {
			k := &d.Tickets[i]
			k.Description = "Hello team, " + k.Subject + ". " + k.Description
			k.Subject, k.Description = add(i, k.Subject, k.Description)
		}
		var out []shown
		for _, p := range d.analyze(t).Patterns {
			out = append(out, shown{p.Label, p.Owner.Team, string(p.Cause.Kind), p.Phrases, len(p.Tickets), criterionNames(p)})
		}
		return out
	}
	want := analyze(func(_ int, s, d string) (string, string) { return s, d })
	if len(want) == 0 {
		t.Fatal("nothing found")
	}
	for _, c := range []struct {
		name string
		add  func(i int, subject, description string) (string, string)
	}{
		{"banner below", func(i int, s, d string) (string, string) {
			if i%5 > 1 {
				d += "\n\nCAUTION: External email. Do not click links or open attachments unless you recognise the sender. Report phishing with the button."
			}
			return s, d
		}},
		{"banner in front, German, with the sender", func(i int, s, d string) (string, string) {
			if i%2 == 0 {
				d = fmt.Sprintf("ACHTUNG: Externe E-Mail von p%d@example.org. Melden Sie Phishing der IT-Sicherheit. ", i) + d
			}
			return s, d
		}},
		{"footer of one ticket in ten", func(i int, s, d string) (string, string) {
			if i%10 == 3 {
				d += " This mail was scanned for viruses."
			}
			return s, d
		}},
		{"quoted mail", func(i int, s, d string) (string, string) {
			if i%2 == 0 {
				d += "\n\n-----Original Message-----\nFrom: Service Desk\nSent: Monday\nTo: All staff\nSubject: Planned maintenance of the database and the VPN firewall\n\nDear all, the database server will be patched."
			}
			return s, d
		}},
		{"form", func(i int, s, d string) (string, string) { return s, d + "\nDatabase: none\nVPN: no" }},
		{"tags", func(i int, s, d string) (string, string) {
			if i%4 == 0 {
				s = fmt.Sprintf("RE: [SUSPECTED SPAM] [Ticket#%d] ", i) + s
			}
			return s, d
		}},
	} {
		if diff := cmp.Diff(want, analyze(c.add)); diff != "" {
			t.Errorf("%s:\n%s", c.name, strings.TrimSpace(diff))
		}
	}
}
