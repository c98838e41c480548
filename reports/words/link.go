package words

import (
	"regexp"
	"strings"
)

// parted stands where programs would see a link. It has no width, so that a reader sees
// the same text.
const parted = "\u200b"

// These find where mail programs, chats and renderers of Markdown begin to see an address
// that is written without marks. They know more than a thousand endings of names of
// machines, and new ones come each year: each dot before two letters is parted, also in
// names of files.
var (
	linkWeb    = regexp.MustCompile(`(?i)\b(www)\.`)
	linkName   = regexp.MustCompile(`\.(\p{L}{2})`)
	linkScheme = regexp.MustCompile(`(?i)\b(mailto|tel|sms|sip|callto|xmpp|magnet|file|news):(\S)`)
)

// Unlinked keeps programs from turning parts of a text into links or mentions: addresses
// of the web and of mail, bare names of machines, paths of shares. What it has parted it
// does not part again.
func Unlinked(s string) string {
	s = strings.NewReplacer("@", "@"+parted).Replace(s)
	for range 2 { // two by two, of three the first two only
		s = strings.NewReplacer("//", "/"+parted+"/", `\\`, `\`+parted+`\`).Replace(s)
	}
	s = linkScheme.ReplaceAllString(s, "$1:"+parted+"$2")
	s = linkName.ReplaceAllString(linkWeb.ReplaceAllString(s, "$1"+parted+"."), "."+parted+"$1")
	for strings.Contains(s, parted+parted) {
		s = strings.ReplaceAll(s, parted+parted, parted)
	}
	return s
}
