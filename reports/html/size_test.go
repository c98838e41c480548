package html

import (
	"bytes"
	"testing"

	"ticketpatterns/reports/internal/fixture"
)

// TestPageFitsIntoAMail holds the size of the page.
func TestPageFitsIntoAMail(t *testing.T) {
	for findings, most := range map[int]int{10: 1_200_000, 500: 2_500_000} {
		var page bytes.Buffer
		if err := WritePage(&page, fixture.Analysis(findings), options()); err != nil {
			t.Fatal(err)
		}
		if page.Len() >= most {
			t.Errorf("the page of %d findings has %d bytes, want fewer than %d", findings, page.Len(), most)
		}
	}
}
