package fold

import (
	"strings"
	"testing"
)

func TestFolds(t *testing.T) {
	for _, c := range []struct{ in, spelling, wording, letters, words, key string }{
		{"  Dept.  d'Été ", "dept. d'été", "dept d été", "  dept  dete ", "dept|d|ete", "deptdete"},
		{"Incident ID*+", "incident id*+", "incident id", "incident id*+", "incident|id", "incidentid"},
		{"Nr 1234-56 Łódź", "nr 1234-56 łódź", "nr 0 0 łódź", "nr 1234-56 lodz", "nr|1234|56|lodz", "nr123456lodz"},
		{"Straße Æther", "straße æther", "straße æther", "strasse aether", "strasse|aether", "strasseaether"},
		{"Tar\u0131h \u0130", "tar\u0131h i", "tar\u0131h i", "tarih i", "tarih|i", "tarihi"},
		{"e\u0301té #\uff11", "e\u0301té #\uff11", "e té 0", "ete #1", "ete|1", "etenumber1"},
		{"Windows™ \xff", "windows™ \ufffd", "windows", "windowstm  ", "windows", "windowstm"},
	} {
		got := [5]string{Spelling(c.in), Wording(c.in), Letters(c.in), strings.Join(Words(c.in), "|"), Key(c.in)}
		if want := [5]string{c.spelling, c.wording, c.letters, c.words, c.key}; got != want {
			t.Errorf("%q:\n got %q\nwant %q", c.in, got, want)
		}
	}
}

// FuzzFold holds that folding is settled after once.
func FuzzFold(f *testing.F) {
	f.Add("Čas otevření (№ 1)")
	f.Fuzz(func(t *testing.T, s string) {
		for name, fold := range map[string]func(string) string{"Key": Key, "Wording": Wording, "Words": func(s string) string { return strings.Join(Words(s), " ") }} {
			if once := fold(s); fold(once) != once {
				t.Errorf("%s: %q, then %q, then %q", name, s, once, fold(once))
			}
		}
	})
}
