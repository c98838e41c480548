package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"case and punctuation", "Outlook CRASHES, again!", []string{"outlook", "crashes", "again"}},
		{"numbers name one case", "INC0012345 since 2026-03-05 10:15 on 17", []string{"since", "on"}},
		{"words with four digits name one thing", "laptop LT20394 printer p12", []string{"laptop", "printer", "p12"}},
		{"fault codes stay", "error 0x80070005 KB5021233 ORA-12154 http 502", []string{"error", "0x80070005", "kb5021233", "ora-12154", "http", "502"}},
		{"other numbers go", "room 302 page 404", []string{"room", "page", "404"}},
		{"addresses go", "see https://a.example/b?c=d or mail x.y@example.org from 10.0.0.7", []string{"see", "or", "mail", "from"}},
		{"ids go", "id 123e4567-e89b-12d3-a456-426614174000 end", []string{"id", "end"}},
		{"dots and underscores part words", "user_profile.settings", []string{"user", "profile", "settings"}},
		{"accents stay", "Größe änderung é", []string{"größe", "änderung"}},
		{"full width is folded", "ＯＵＴＬＯＯＫ", []string{"outlook"}},
		{"han becomes pairs", "打印机坏了", []string{"打印", "印机", "机坏", "坏了"}},
		{"kana and latin", "VPN接続", []string{"vpn", "接続"}},
		{"empty", "  \n\t", []string{}},
	} {
		if diff := cmp.Diff(c.want, Words(c.in)); diff != "" {
			t.Errorf("%s: Words(%q) (-want +got):\n%s", c.name, c.in, diff)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"Outlook crashes", "0x80070005", "打印机坏了", "a@b.c", "\xff\xfe", "\u202eabc", "İSTANBUL ǅ ﬁ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, w := range Words(s) {
			if w == "" || strings.IndexFunc(w, unicode.IsSpace) >= 0 {
				t.Errorf("Words(%q) holds %q", s, w)
			}
			if w != strings.ToLower(w) && utf8.ValidString(w) {
				t.Errorf("Words(%q) holds %q in upper case", s, w)
			}
		}
	})
}

func TestGuess(t *testing.T) {
	for text, want := range map[string]Language{
		"the printer on my floor does not print":          "en",
		"der Drucker auf unserer Etage druckt nicht mehr": "de",
		"je ne peux pas imprimer depuis hier":             "fr",
		"no puedo imprimir desde ayer en la oficina":      "es",
		"não consigo imprimir desde ontem":                "pt",
		"non riesco a stampare da ieri":                   "it",
		"ik kan sinds gisteren niet meer printen":         "nl",
		"vpn token": "de", // no stop word: the fallback
	} {
		if got := Guess(Words(text), "de"); got != want {
			t.Errorf("Guess(%q) = %s, want %s", text, got, want)
		}
	}
}

func TestTermsMeetAcrossForms(t *testing.T) {
	stems := func(s string) []string {
		var out []string
		for _, term := range Terms(s, "en") {
			out = append(out, term.Stem)
		}
		return out
	}
	if diff := cmp.Diff(stems("printing the invoices"), stems("Hello, please: printed invoice, thanks")); diff != "" {
		t.Errorf("stems differ:\n%s", diff)
	}
	if got := stems("please help me with this problem, thank you"); len(got) != 0 {
		t.Errorf("terms of a plea = %v, want none", got)
	}
}
