package archive

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

var shownQuery = regexp.MustCompile(`(?m)^sqlite3 \S+ "(.*)"$`)

// TestShownQueries holds that the queries of history.md run.
func TestShownQueries(t *testing.T) {
	text, err := os.ReadFile("history.md")
	if err != nil {
		t.Fatal(err)
	}
	a := must(t, filepath.Join(t.TempDir(), "h.sqlite"))
	save(t, a, memory("2026-03-01", 3))
	queries := shownQuery.FindAllStringSubmatch(string(text), -1)
	if len(queries) < 3 {
		t.Fatalf("history.md shows %d queries, want 3 or more", len(queries))
	}
	for _, q := range queries {
		rows, err := a.db.Query(q[1])
		if err != nil {
			t.Errorf("%v\n%s", err, q[1])
			continue
		}
		for rows.Next() {
		}
		if err := rows.Err(); err != nil {
			t.Errorf("%v\n%s", err, q[1])
		}
		rows.Close()
	}
}
