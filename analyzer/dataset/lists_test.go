package dataset

import (
	"slices"
	"testing"
)

func TestUnion(t *testing.T) {
	for _, c := range []struct{ a, b, want []int32 }{
		{nil, nil, nil}, {[]int32{1, 3}, nil, []int32{1, 3}}, {[]int32{1, 3, 5}, []int32{0, 3, 9}, []int32{0, 1, 3, 5, 9}},
	} {
		if got := Union(c.a, c.b); !slices.Equal(got, c.want) {
			t.Errorf("Union(%v, %v) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
