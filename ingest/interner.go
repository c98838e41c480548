package ingest

import (
	"hash/maphash"
	"strings"
)

const (
	maxInternedBytes = 64      // longer texts rarely repeat
	maxInterned      = 1 << 15 // texts kept for a column
	internProbes     = 8       // places looked at for one text
	internTrial      = 4096    // texts after which a column must have repeated itself
)

// interner keeps one cleaned copy of each text of a column: names of teams,
// states and people repeat in most rows. A column whose texts do not repeat, such
// as ids, is told from the first few thousand and left alone.
type interner struct {
	slots       []interned // a power of two
	kept        int
	asked, hits int
	off         bool
}

// interned is a text as it was written and what it holds.
type interned struct{ raw, clean string }

// internSeed makes hashes that nobody can foresee; nothing depends on them but
// where in memory a text lies.
var internSeed = maphash.MakeSeed()

// clean returns what raw holds, as c says, in a copy that is shared by equal
// texts. ok is false if it is not shared: then nothing is said of raw.
func (n *interner) clean(raw string, c *cleaner) (text string, ok bool) {
	if n.off || len(raw) > maxInternedBytes {
		return "", false
	}
	if n.asked++; n.asked == internTrial && n.hits < internTrial/2 {
		*n = interner{off: true}
		return "", false
	}
	if 2*n.kept >= len(n.slots) && len(n.slots) < 2*maxInterned {
		n.grow()
	}
	slot, found := n.find(raw)
	switch {
	case found:
		n.hits++
	case slot == nil || n.kept >= maxInterned:
		return "", false
	default:
		n.kept++
		slot.raw = strings.Clone(raw)
		slot.clean = c.clean(slot.raw)
	}
	return slot.clean, true
}

// find returns the slot that holds raw, or else a free one; nil if there is none
// near its place.
func (n *interner) find(raw string) (slot *interned, found bool) {
	at := maphash.String(internSeed, raw)
	for range internProbes {
		slot = &n.slots[at&uint64(len(n.slots)-1)]
		if slot.raw == raw {
			return slot, true
		}
		if slot.raw == "" {
			return slot, false
		}
		at++
	}
	return nil, false
}

// grow makes room for more texts.
func (n *interner) grow() {
	old := n.slots
	n.slots, n.kept = make([]interned, max(64, 4*len(old))), 0
	for _, o := range old {
		if o.raw == "" {
			continue
		}
		if slot, _ := n.find(o.raw); slot != nil {
			*slot = o
			n.kept++
		}
	}
}
