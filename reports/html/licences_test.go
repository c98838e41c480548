package html

import (
	"html"
	"os"
	"strings"
	"testing"

	"ticketpatterns/reports/internal/fixture"
)

// TestPagesHoldTheLicences holds that whoever gets a page has the terms of everything in it.
func TestPagesHoldTheLicences(t *testing.T) {
	terms := RuntimeLicences()
	if terms == "" && os.Getenv("CI") != "true" {
		t.Skip("no chart runtime with its licences; go generate ./...")
	}
	for _, want := range []string{
		"echarts/LICENSE\n", "echarts/NOTICE\n", "zrender/LICENSE\n", "tslib/LICENSE.txt\n", "LICENSE-d3\n",
		"TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION", "Baidu Inc.", "Microsoft Corporation", "Mike Bostock",
	} {
		if !strings.Contains(terms, want) {
			t.Errorf("the licences lack %q", want)
		}
	}
	var page, pack strings.Builder
	a := fixture.Analysis(3)
	if err := WritePage(&page, a, Options{}); err != nil {
		t.Fatal(err)
	}
	if err := WritePack(&pack, a, a.Patterns[0].Owner.Team, Options{}); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"page": page.String(), "pack": pack.String()} {
		if !strings.Contains(html.UnescapeString(text), terms) {
			t.Errorf("the %s lacks the licences", name)
		}
	}
}
