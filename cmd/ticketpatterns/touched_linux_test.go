package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What a run opens to write, makes, renames and removes, as strace shows it.
var (
	opened  = regexp.MustCompile(`open(?:at)?\(.*?"([^"]*)", [^)]*(?:O_WRONLY|O_RDWR|O_CREAT)`)
	changed = regexp.MustCompile(`(?:rename|renameat2?|link|linkat|unlink|unlinkat|mkdir|mkdirat)\(.*?"([^"]*)"`)
	within  = regexp.MustCompile(`(?:openat|renameat2?|linkat|unlinkat|mkdirat)\((\d+)`) // names below an open folder
)

// TestRunTouchesNothingElse holds that a run opens no connection, and writes to the output
// folder and the history only.
func TestRunTouchesNothingElse(t *testing.T) {
	needStrace(t)
	dir := t.TempDir()
	t.Chdir(dir)
	writeWeeks(t, "tickets.csv", [10]int{0, 8, 9})
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(self, "ticketpatterns"); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("strace", "-f", "-qq", "-o", "trace", "-e", "trace=%network,open,openat,creat,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat",
		filepath.Join(dir, "ticketpatterns"), "analyze", "tickets.csv", "--quiet")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	trace, err := os.ReadFile("trace")
	if err != nil {
		t.Fatal(err)
	}
	writes := 0
	for line := range strings.Lines(string(trace)) {
		if regexp.MustCompile(`\b(?:socket|connect|bind|sendto|sendmsg)\(`).MatchString(line) {
			t.Errorf("a connection: %s", line)
		}
		for _, find := range []*regexp.Regexp{opened, changed} {
			m := find.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			writes++
			name := strings.TrimLeft(strings.TrimPrefix(m[1], dir+"/"), "./") // also .report-history.sqlite.key.12
			if !strings.HasPrefix(name, "report") && !within.MatchString(line) && m[1] != "/dev/null" {
				t.Errorf("%s is written or changed: %s", name, line)
			}
		}
	}
	if writes < 20 {
		t.Errorf("%d calls found that write, so this test looked in the wrong place", writes)
	}
}
