package folder

import (
	"fmt"
	"strings"
	"testing"

	"ticketpatterns/reports/internal/fixture"
)

// A journal vouches for what it says a run wrote by its sum: what lies in the place and is
// something else stays.
func TestForgedJournalRemovesNothing(t *testing.T) {
	for _, sum := range []string{"", strings.Repeat("0", 64)} {
		for name, old := range map[string]bool{"decisions.csv": false, "teams/notes.txt": true} {
			dir := started(t)
			put(t, dir, oldFolder+"/"+name, "another")
			put(t, dir, journalPath, fmt.Sprintf(`{"places": [{"name": %q, "new": true, "old": %t, "sha256": %q}]}`, name, old, sum))
			if _, err := Recover(dir); err != nil {
				t.Fatal(err)
			}
			want(t, dir, with(first, mine))
		}
	}
}

// What somebody wrote into a new file after a run was killed stays.
func TestEditedFilesSurviveRecovery(t *testing.T) {
	dir, n, stop := started(t), 0, 0
	count := faulty{system: must(t, started(t)), calls: &n, at: 1 << 30, seen: func(name string) {
		if strings.HasPrefix(name, "rename ") {
			stop = n + 1 // the first call behind the last rename
		}
	}}
	if err := change(count, second, first); err != nil {
		t.Fatal(err)
	}
	m := 0
	_ = change(faulty{system: must(t, dir), calls: &m, at: stop, fail: func() error { return errKilled }}, second, first)
	if fixture.Tree(t, dir)["index.html"] != "two" {
		t.Fatal("the new files are not in place yet")
	}
	put(t, dir, "index.html", "by hand")
	if done, err := Recover(dir); err != nil || !done {
		t.Fatal(done, err)
	}
	want(t, dir, with(first, mine, map[string]string{"index.html": "by hand"}))
}
