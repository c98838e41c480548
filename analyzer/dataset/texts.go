package dataset

import (
	"encoding/binary"
	"hash/fnv"
	"slices"

	"ticketpatterns/analyzer/text"
)

// DistinctText is one term vector with all tickets whose text has it.
type DistinctText struct {
	Vector  text.Vector
	Tickets []int32 // ascending
}

// distinctTexts numbers vectors; equal vectors get the same number.
type distinctTexts struct {
	texts  []DistinctText
	latest map[uint64]int32 // by hash: 1 + number of the last text with it
	before []int32          // by number: 1 + number of the previous text with the same hash
}

func (w *distinctTexts) number(v text.Vector) int32 {
	h := hash(v)
	for n := w.latest[h]; n > 0; n = w.before[n-1] {
		if sameTerms(w.texts[n-1].Vector, v) {
			return n - 1
		}
	}
	w.texts = append(w.texts, DistinctText{Vector: v})
	w.before = append(w.before, w.latest[h])
	w.latest[h] = int32(len(w.texts))
	return int32(len(w.texts)) - 1
}

// sameTerms reports whether two vectors hold the same terms equally often; the
// weight of a term depends on its frequency in the text.
func sameTerms(a, b text.Vector) bool {
	return slices.Equal(a.Terms, b.Terms) && slices.EqualFunc(a.Weights, b.Weights, func(x, y float32) bool { return rounded(x) == rounded(y) })
}

func rounded(weight float32) uint16 { return uint16(weight * 65535) }

// hash is equal for equal vectors, and rarely for others.
func hash(v text.Vector) uint64 {
	h := fnv.New64a()
	var number [6]byte
	for i, t := range v.Terms {
		binary.LittleEndian.PutUint32(number[:4], t)
		binary.LittleEndian.PutUint16(number[4:], rounded(v.Weights[i]))
		_, _ = h.Write(number[:]) // a hash never fails
	}
	return h.Sum64()
}
