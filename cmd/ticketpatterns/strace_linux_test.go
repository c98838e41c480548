package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// faults are what goes wrong at the nth call of a kind in a whole run: the call fails,
// or the program is killed at it.
var faults = []struct{ calls, fault string }{
	{"rename,renameat,renameat2", "error=EIO"}, {"rename,renameat,renameat2", "signal=SIGKILL"},
	{"link,linkat", "error=EIO"}, {"link,linkat", "signal=SIGKILL"},
	{"unlink,unlinkat", "error=EIO"}, {"unlink,unlinkat", "signal=SIGKILL"},
	{"fsync,fdatasync", "error=EIO"}, {"fsync,fdatasync", "signal=SIGKILL"},
	{"write,pwrite64", "error=ENOSPC"}, {"write,pwrite64", "signal=SIGKILL"},
	{"mkdir,mkdirat", "error=EACCES"},
}

// faultsAt are the calls, counted from one.
var faultsAt = []int{1, 2, 4, 7, 12, 20, 33}

// strace runs the program under strace, which makes it fail, and reports whether that
// came to pass.
func (w *faultyWorld) strace(calls, fault string, at int) (happened bool, said string, exit error) {
	trace := filepath.Join(w.dir, "trace")
	cmd := exec.Command("strace", "-f", "-qq", "-o", trace, "-e", "trace="+calls, "-e", fmt.Sprintf("inject=%s:%s:when=%d", calls, fault, at),
		w.program, "analyze", "second.csv", "--quiet")
	cmd.Dir = w.now
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	out, err := cmd.CombinedOutput()
	calledOff, readErr := os.ReadFile(trace)
	if readErr != nil {
		w.t.Fatal(readErr)
	}
	return strings.Contains(string(calledOff), "(INJECTED)") || strings.Contains(string(calledOff), "killed by SIGKILL"), string(out), err
}

// faultyWorld is a folder with the report of one export, and one in which the next
// is read while something goes wrong.
type faultyWorld struct {
	t             *testing.T
	dir, program  string
	was, now      string            // folders
	first, second map[string]string // what they hold
}

func newFaultyWorld(t *testing.T) *faultyWorld {
	t.Helper()
	w := &faultyWorld{t: t, dir: t.TempDir()}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	w.program, w.was, w.now = filepath.Join(w.dir, "ticketpatterns"), filepath.Join(w.dir, "was"), filepath.Join(w.dir, "now")
	if err := errors.Join(os.Symlink(self, w.program), os.Mkdir(w.was, 0o755)); err != nil {
		t.Fatal(err)
	}
	t.Chdir(w.was)
	writeHostile(t)
	data, err := os.ReadFile("tickets.csv")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(data), "\n")
	if err := errors.Join(os.WriteFile("first.csv", []byte(strings.Join(lines[:400], "")), 0o644), os.WriteFile("second.csv", data, 0o644)); err != nil {
		t.Fatal(err)
	}
	runOK(t, "analyze", "first.csv", "--quiet")
	w.first = w.report(w.was)
	w.again()
	t.Chdir(w.now)
	runOK(t, "analyze", "second.csv", "--quiet")
	w.second = w.report(w.now)
	return w
}

// again makes the folder anew in which something goes wrong.
func (w *faultyWorld) again() {
	w.t.Helper()
	w.t.Chdir(w.dir)
	if err := errors.Join(os.RemoveAll(w.now), os.CopyFS(w.now, os.DirFS(w.was))); err != nil {
		w.t.Fatal(err)
	}
}

// report reads the files of the report in a folder, but run.json, which has the time.
func (w *faultyWorld) report(dir string) map[string]string {
	w.t.Helper()
	out := map[string]string{}
	root := os.DirFS(filepath.Join(dir, "report"))
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path == "run.json" {
			return err
		}
		data, err := fs.ReadFile(root, path)
		out[path] = string(data)
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return out
}

// whole reports what is wrong with the report after something went wrong: it is that
// of the first export or of the second, or says that it asks nobody.
func (w *faultyWorld) whole(exit error) string {
	got := w.report(w.now)
	maps.DeleteFunc(got, func(name, _ string) bool { return strings.HasPrefix(name, ".") }) // nobody sees it, and the next run removes it
	switch {
	case maps.Equal(got, w.second):
		return ""
	case maps.Equal(got, w.first) && exit != nil:
		return ""
	case maps.Equal(got, w.first):
		return "the report of the first export, and no error"
	}
	var status *exec.ExitError
	if errors.As(exit, &status) && status.ExitCode() == exitForgotten && strings.Contains(got["index.html"], "asks nobody") && got["patterns.csv"] != w.first["patterns.csv"] {
		return ""
	}
	return "a mixture (-second +got): " + fmt.Sprintf("%.2000s", cmp.Diff(slices.Sorted(maps.Keys(w.second)), slices.Sorted(maps.Keys(got))))
}

// needStrace skips a test where strace is not or may not trace; in CI it must.
func needStrace(t *testing.T) {
	t.Helper()
	out, err := exec.Command("strace", "-f", "-qq", "-o", filepath.Join(t.TempDir(), "trace"), "true").CombinedOutput()
	switch {
	case err == nil:
	case os.Getenv("CI") != "":
		t.Fatalf("strace is missing, which .ci/run installs, or may not trace: %s", out)
	default:
		t.Skipf("needs strace: %s", out)
	}
}

// Whatever fails or is killed in a whole run, the report is that of the run before or
// the new one, and the next run works and leaves nothing of what happened.
func TestFaultsInAWholeRun(t *testing.T) {
	needStrace(t)
	if testing.Short() {
		t.Skip("runs the program two hundred times")
	}
	w := newFaultyWorld(t)
	tried := 0
	for _, f := range faults {
		for _, at := range faultsAt {
			w.again()
			happened, said, exit := w.strace(f.calls, f.fault, at)
			if !happened {
				break
			}
			tried++
			name := fmt.Sprintf("%s at %s %d", f.fault, f.calls, at)
			t.Chdir(w.now)
			if strings.Contains(said, "panic:") {
				t.Fatalf("%s: %s", name, said)
			}
			if code, messages := w.look(); code != exitDone {
				t.Fatalf("%s: reading the report after it: exit status %d, %s", name, code, messages)
			}
			if wrong := w.whole(exit); wrong != "" {
				t.Errorf("%s (%v): %s\n%s", name, exit, wrong, said)
			}
			w.next(name)
		}
	}
	t.Logf("%d faults", tried)
	if tried < len(faults) {
		t.Errorf("%d faults came to pass, want one of each kind", tried)
	}
}

// look reads the report, which brings it back whole.
func (w *faultyWorld) look() (int, string) { return tried("render", "report", "--format", "md") }

// next runs the program once more, without faults.
func (w *faultyWorld) next(name string) {
	w.t.Helper()
	if code, messages := tried("analyze", "second.csv", "--quiet"); code != exitDone {
		w.t.Errorf("%s: the next run: exit status %d, %s", name, code, messages)
	}
	got := w.report(w.now)
	if diff := cmp.Diff(slices.Sorted(maps.Keys(w.second)), slices.Sorted(maps.Keys(got))); diff != "" {
		w.t.Errorf("%s: files after the next run (-want +got):\n%s", name, diff)
	}
}
