package words

import (
	"slices"
	"testing"

	"ticketpatterns/analyzer/result"
)

func TestPerhapsIsSaidAndNotCounted(t *testing.T) {
	for want, ids := range map[string][]string{
		"1 more ticket perhaps belongs here and is not counted: T7":      {"T7"},
		"2 more tickets perhaps belong here and are not counted: T7, T8": {"T7", "T8"},
	} {
		if got := (Writer{}).Misfits(&result.Pattern{Perhaps: ids}); !slices.Equal(got, []string{want}) {
			t.Errorf("Misfits with perhaps %v = %q, want %q", ids, got, want)
		}
	}
}
