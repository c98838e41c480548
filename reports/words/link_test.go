package words

import (
	"regexp"
	"strings"
	"testing"
)

// anyLink is what chats, mail programs and renderers of Markdown turn into a link or a
// mention though no mark says so.
var anyLink = regexp.MustCompile(`(?i)\bwww\.|//|@[^\s\x{200b}]|[\p{L}\p{N}-]\.\p{L}{2}|\\\\|\b(mailto|tel|sms|file|xmpp):[^\s\x{200b}]`)

func TestUnlinked(t *testing.T) {
	for _, s := range []string{
		"evil.org", "evil.org/x", "www.evil.org", "WWW.EVIL.ORG", "evil.zip", "evil.online/a?b", "sub.evil.co.uk", "evil.рф", "почта.рус", "例え.みんな", "evil.xn--p1ai", "https://evil.org", "////evil",
		"me@evil.org", "@all", "@@here", `\\evil.org\share`, `\\\\evil\share`, "file:///c:/x", "tel:+4912345", "mailto:me", "a.bc.de.fg", "evil.org.", "(evil.org)", "version.txt",
	} {
		got := Unlinked(s)
		if found := anyLink.FindString(got); found != "" {
			t.Errorf("Unlinked(%q) = %q, in which %q becomes a link", s, got, found)
		}
		if strings.ReplaceAll(got, parted, "") != s {
			t.Errorf("Unlinked(%q) = %q, want the same to read", s, got)
		}
		if again := Unlinked(got); again != got {
			t.Errorf("Unlinked(%q) = %q, want what is parted left alone", got, again)
		}
	}
	for _, s := range []string{"v1.2", "3.5 hours", "10.1.2.3", "12.5%", "z. B. ja.", "e.g. this", "end. Start", "a/b", "at 5: x", "ratio 1:2", "the file: gone"} {
		if got := Unlinked(s); got != s {
			t.Errorf("Unlinked(%q) = %q, want it as it is", s, got)
		}
	}
}
