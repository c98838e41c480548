package text

import "testing"

func TestShortenAtWord(t *testing.T) {
	for _, c := range []struct {
		in    string
		limit int
		want  string
	}{
		{"short", 10, "short"},
		{"two  \n words", 20, "two words"},
		{"a sentence that is too long", 15, "a sentence…"},
		{"unbreakableword", 5, "unbr…"},
	} {
		if got := ShortenAtWord(c.in, c.limit); got != c.want {
			t.Errorf("ShortenAtWord(%q, %d) = %q, want %q", c.in, c.limit, got, c.want)
		}
	}
}

func TestShorten(t *testing.T) {
	tests := []struct {
		in   string
		max  int
		want string
	}{
		{"short", 5, "short"},
		{"  two\n lines ", 20, "two lines"},
		{"cut here, please", 11, "cut here…"},
		{"日本語チーム", 4, "日本語…"},
		{"", 3, ""},
	}
	for _, test := range tests {
		if got := Shorten(test.in, test.max); got != test.want {
			t.Errorf("Shorten(%q, %d) = %q, want %q", test.in, test.max, got, test.want)
		}
	}
}
