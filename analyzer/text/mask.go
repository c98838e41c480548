package text

import (
	"strings"
	"unicode"
)

// The masks that stand in place of what could identify a person or open a door.
const (
	MaskMail    = "[mail]"
	MaskLink    = "[link]"
	MaskAddress = "[address]" // of a machine
	MaskID      = "[id]"
	MaskPhone   = "[phone]"
	MaskNumber  = "[number]"
	MaskName    = "[name]"
	MaskDate    = "[date]"   // of birth
	MaskSecret  = "[secret]" // password, key
)

// Mask hides what could identify a person in s, and what opens a door: addresses
// of mail, web and machines, numbers of phones, cards, accounts and people, dates
// of birth, passwords, and the names in n. own are the people of the ticket that
// s stands in: their short names are hidden too. Control characters and marks
// that turn the reading direction are removed. The time is linear in the length
// of s.
func Mask(s string, n Names, own ...string) string {
	s = Plain(s)
	s = maskSecrets(s)
	small := strings.ToLower(s)
	for _, p := range personal {
		if (p.sign == "" || strings.ContainsAny(s, p.sign)) && (p.roots == nil || holdsRoot(small, p.roots)) {
			s = p.replace(s)
		}
	}
	return n.hideLogins(n.with(own).hide(n.hideLogins(s, ofParts)), anyLogin)
}

// Plain removes control characters but line breaks and tabs, and the marks that
// turn or hide the reading direction, so that a text reads as it stands.
func Plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
