package xlsx

import "testing"

// Lower lets a test meet the limits with little text.
func Lower(t *testing.T) {
	text, texts := maxText, maxStrings
	maxText, maxStrings = 8<<20, 4<<20
	t.Cleanup(func() { maxText, maxStrings = text, texts })
}
