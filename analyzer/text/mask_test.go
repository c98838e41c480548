package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMask(t *testing.T) {
	names := LearnNames([]string{"Ana Silva", "Weber, Jochen (jweber)", "li.wei@example.org", "Ann", ""})
	for _, c := range []struct{ in, want string }{
		{"mail ana.silva@example.org now", "mail [mail] now"},
		{"see https://intra.example/x?id=1 please", "see [link] please"},
		{"host 10.20.30.40 down", "host [address] down"},
		{"call +49 30 1234567 today", "call [phone] today"},
		{"Phone: 4711 please", "[phone] please"},
		{"(555) 123-4567", "[phone]"},
		{"order 123456789 stuck", "order [number] stuck"},
		{"error 0x80070005 and KB5021233 stay", "error 0x80070005 and KB5021233 stay"},
		{"room 302 on 2026-03-05 at 10:15", "room 302 on 2026-03-05 at 10:15"},
		{"this is Ana Silva speaking", "this is [name] speaking"},
		{"ask Jochen Weber or Weber Jochen", "ask [name] or [name]"},
		{"regards, Silva", "regards, [name]"},
		{"silva is also a wood", "silva is also a wood"},
		{"Ann and the annual report", "Ann and the annual report"},
		{"evil\u202etxt\x1b[31m\x00", "eviltxt[31m"},
	} {
		if got := Mask(c.in, names); got != c.want {
			t.Errorf("Mask(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzMask(f *testing.F) {
	f.Add("call Ana Silva on +49 30 1234567", "Ana Silva")
	f.Add("\xff\u202e", "a@b")
	f.Fuzz(func(t *testing.T, s, name string) {
		masked := Mask(s, LearnNames([]string{name}))
		if !utf8.ValidString(masked) || len(masked) > 4*len(s)+16 {
			t.Errorf("Mask(%q) = %q is torn or grows", s, masked)
		}
		if strings.ContainsAny(masked, "\x00\x1b\u202e") {
			t.Errorf("Mask(%q) = %q holds a control character", s, masked)
		}
	})
}

// Most texts hold no word for a secret, a date of birth, an identity number or a
// telephone, and are spared the expressions that look for them.
func TestRootsAreRare(t *testing.T) {
	const plain = "the printer on floor 3 jams, and the screen is dark. Drucker im Büro geht nicht, bitte prüfen"
	for name, roots := range map[string][]string{"secrets": secretRoots, "birth": rootsOf(bornWords), "identity": rootsOf(idWords), "telephones": rootsOf(phoneWords)} {
		for _, root := range roots {
			if holdsRoot(plain, []string{root}) {
				t.Errorf("%s: %q is taken for the root of a word", name, root)
			}
		}
	}
}
