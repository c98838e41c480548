package archive

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"

	"ticketpatterns/analyzer/past"
)

const (
	keyBytes  = 8
	termBytes = keyBytes + 4
)

func encodeKeys(keys []past.Key) []byte {
	out := make([]byte, 0, keyBytes*len(keys))
	for _, k := range keys {
		out = binary.BigEndian.AppendUint64(out, uint64(k))
	}
	return out
}

func decodeKeys(b []byte) ([]past.Key, error) {
	if len(b)%keyBytes != 0 {
		return nil, fmt.Errorf("%d bytes of keys, want a multiple of %d", len(b), keyBytes)
	}
	var keys []past.Key
	for ; len(b) > 0; b = b[keyBytes:] {
		keys = append(keys, past.Key(binary.BigEndian.Uint64(b)))
	}
	return keys, nil
}

func encodeTerms(terms []past.Term) []byte {
	out := make([]byte, 0, termBytes*len(terms))
	for _, t := range terms {
		out = binary.BigEndian.AppendUint64(out, uint64(t.Key))
		out = binary.BigEndian.AppendUint32(out, math.Float32bits(float32(t.Weight)))
	}
	return out
}

func decodeTerms(b []byte) ([]past.Term, error) {
	if len(b)%termBytes != 0 {
		return nil, fmt.Errorf("%d bytes of terms, want a multiple of %d", len(b), termBytes)
	}
	var terms []past.Term
	for ; len(b) > 0; b = b[termBytes:] {
		w := float64(math.Float32frombits(binary.BigEndian.Uint32(b[keyBytes:])))
		if !(w > 0 && w <= 1) {
			return nil, fmt.Errorf("a term of weight %g, want one in (0, 1]", w)
		}
		terms = append(terms, past.Term{Key: past.Key(binary.BigEndian.Uint64(b)), Weight: w})
	}
	return terms, nil
}

// encodeList writes a list as JSON, so that sqlite3's json functions can read it.
func encodeList[T any](list []T) (string, error) {
	if list == nil {
		return "[]", nil
	}
	b, err := json.Marshal(list)
	return string(b), err
}

func decodeList[T any](text string) ([]T, error) {
	var list []T
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, nil
	}
	return list, nil
}
