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
	Shared  float32 // how much of the text others say too, in (0, 1]: see [text.NewCorpus]
	Like    int32   // number of the first text with this vector: itself, or one that differs in words that no other text holds
	Tickets []int32 // ascending
}

// distinctTexts numbers vectors; equal vectors get the same number, unless their texts hold
// words of their own.
type distinctTexts struct {
	texts  []DistinctText
	latest map[uint64]int32 // by hash: 1 + number of the last text that is the first with its vector
	before []int32          // by number: of such a text, 1 + number of the previous one with the same hash
	whole  []int32          // by number: of such a text, 1 + number of the one with its vector and no word of its own
}

func (w *distinctTexts) number(v text.Vector, shared float32) int32 {
	h := hash(v)
	first := w.latest[h] - 1
	for first >= 0 && !sameTerms(w.texts[first].Vector, v) {
		first = w.before[first] - 1
	}
	n := int32(len(w.texts))
	if first < 0 {
		first = n
		w.before, w.whole = append(w.before, w.latest[h]), append(w.whole, 0)
		w.latest[h] = n + 1
	} else if shared == 1 && w.whole[first] > 0 {
		return w.whole[first] - 1
	} else {
		w.before, w.whole = append(w.before, 0), append(w.whole, 0)
	}
	if shared == 1 {
		w.whole[first] = n + 1
	}
	w.texts = append(w.texts, DistinctText{Vector: v, Shared: shared, Like: first})
	return n
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
