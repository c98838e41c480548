package past

import "testing"

// Keys depend on the salt and on how the parts are cut.
func TestKeyOf(t *testing.T) {
	base := KeyOf([]byte("salt"), "desk", "T1")
	if base != KeyOf([]byte("salt"), "desk", "T1") {
		t.Error("equal parts have different keys")
	}
	for name, other := range map[string]Key{
		"salt": KeyOf([]byte("other"), "desk", "T1"), "cut": KeyOf([]byte("salt"), "deskT", "1"),
		"number of parts": KeyOf([]byte("salt"), "desk", "T1", ""),
	} {
		if other == base {
			t.Errorf("another %s gives the same key", name)
		}
	}
}

// RFC 4231 holds test vectors of HMAC-SHA256 itself; this one is of our framing,
// computed by hand with openssl: parts are preceded by their length.
func TestKeyIsStable(t *testing.T) {
	if got, want := KeyOf([]byte("k"), "a"), Key(0xc3659a4f7f39e5d1); got != want {
		t.Errorf("key = %#x, want %#x: archives in use would forget everything", got, want)
	}
}
