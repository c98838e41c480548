package past

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// ID returns prefix ("I-" for issues, "P-" for patterns) followed by the first ten
// hexadecimal digits of the SHA-256 of parts. Equal parts give equal ids.
func ID(prefix string, parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return prefix + hex.EncodeToString(sum[:5])
}
