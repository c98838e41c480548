package past

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// ID returns an id that begins with prefix ("I-" for issues, "P-" for patterns) and
// is the same whenever it is made of the same parts: ten hexadecimal digits of their
// SHA-256.
func ID(prefix string, parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return prefix + hex.EncodeToString(sum[:5])
}
