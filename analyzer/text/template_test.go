package text

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTemplate(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"numbers and machines", "[ALERT] WEB-01 disk /data 90 % used", []string{"alert", "0", "disk", "0", "used"}},
		{"job names", "Job FI_DAILY_POST ended abnormally on SRV-SAP-11", []string{"job", "0", "ended", "abnormally", "on", "0"}},
		{"what is filled in counts once", "order 4711 0815 2026-03-05 10:15 late", []string{"order", "0", "late"}},
		{"letters of all scripts", "Größe überschritten — печать", []string{"größe", "überschritten", "печать"}},
		{"nothing", " ", nil},
	} {
		if diff := cmp.Diff(c.want, Template(c.in)); diff != "" {
			t.Errorf("%s: Template(%q) (-want +got):\n%s", c.name, c.in, diff)
		}
	}
}

func FuzzTemplate(f *testing.F) {
	f.Add("[ALERT] WEB-01 disk /data 90 % used")
	f.Add("\xff_\u202e ǅ")
	f.Fuzz(func(t *testing.T, s string) {
		words := Template(s)
		for i, w := range words {
			if w == "" || w != filledIn && strings.ContainsFunc(w, func(r rune) bool { return r == '_' || r >= '0' && r <= '9' }) {
				t.Errorf("Template(%q) holds %q", s, w)
			}
			if i > 0 && w == filledIn && words[i-1] == filledIn {
				t.Errorf("Template(%q) = %q, want one mark for what is filled in", s, words)
			}
		}
		if again := Template(strings.Join(words, " ")); utf8Clean(s) && !slices.Equal(again, words) {
			t.Errorf("Template of the template %q = %q", words, again)
		}
	})
}

// utf8Clean reports texts whose lower-case form is final.
func utf8Clean(s string) bool {
	lower := strings.ToLower(s)
	return strings.ToLower(lower) == lower
}

func TestIsAutomaticReply(t *testing.T) {
	for subject, want := range map[string]bool{
		"Automatic reply: your ticket 4711":          true,
		"RE: Out of Office: your ticket was updated": true,
		"Out of office":                               true,
		"AW: Abwesenheitsnotiz: Drucker":              true,
		"Réponse automatique : congés":                true,
		"Undeliverable: invoice":                      true,
		"Delivery Status Notification (Failure)":      true,
		"Read: password expires soon":                 true,
		"Satisfaction survey for INC0012345":          true,
		"How did we do?":                              true,
		"Your feedback on request 4711":               true,
		"自动答复: 会议":                                    true,
		"out of office replies are not sent":          false,
		"Read only access to the finance folder":      false,
		"Survey tool does not open":                   false,
		"How did we do the year-end closing in 2025?": false,
		"automatic reply does not switch off":         false,
		"printer: undeliverable jobs":                 false,
		"":                                            false,
	} {
		if got := IsAutomaticReply(subject); got != want {
			t.Errorf("IsAutomaticReply(%q) = %v, want %v", subject, got, want)
		}
	}
}

func TestIsVague(t *testing.T) {
	for s, want := range map[string]bool{
		"please help, it is not working again": true,
		"Hallo, geht schon wieder nicht":       true,
		"test":                                 true,
		"":                                     true,
		"bonjour, ça ne marche toujours pas":   true,
		"outlook not working again":            false,
		"issue with my system":                 true,
		"Problem mit dem System":               true,
		"necesito ayuda con el sistema":        true,
		"Problem mit dem Kassensystem":         false,
		"access to the system":                 false,
		"error 0x80070005":                     false,
		"der Drucker funktioniert nicht":       false,
		"打印机坏了":                                false,
		"password":                             false,
	} {
		if got := IsVague(Terms(s, "en")); got != want {
			t.Errorf("IsVague(%q) = %v, want %v", s, got, want)
		}
	}
}
