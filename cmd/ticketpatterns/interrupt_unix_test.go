//go:build unix

package main

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/cmd/ticketpatterns/internal/lock"
)

// A run that is stopped by Ctrl-C leaves the files as they were, and no locks.
func TestStoppedRunLeavesNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	writeWeeks(t, "tickets.csv", [10]int{})
	if code, messages := tried("analyze", "tickets.csv"); code != exitDone {
		t.Fatalf("the first run: exit status %d, %s", code, messages)
	}
	before := treeOf(t)
	other, err := lock.Acquire(filepath.Join("report", folderLock), "the test", time.Second, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	second := exec.Command("ticketpatterns", "analyze", "tickets.csv", "--json-logs")
	said, err := second.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := second.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(said)
	for lines.Scan() && !strings.Contains(lines.Text(), "waiting for the test") {
	}
	began := time.Now()
	if err := second.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	last := ""
	for lines.Scan() {
		last = lines.Text()
	}
	_ = second.Wait() // the status says it
	if code := second.ProcessState.ExitCode(); code != exitStopped || !strings.Contains(last, "as it was") || time.Since(began) > 5*time.Second {
		t.Errorf("exit status %d after %s, last message %q; want %d at once, and that the report is as it was", code, time.Since(began), last, exitStopped)
	}
	if err := other.Release(); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(before, treeOf(t)); d != "" {
		t.Errorf("files after the stopped run (-before +after):\n%s", d)
	}
}

// stopping does the work of a run that listens, and returns its exit status and messages.
func stopping(work func(a *app)) (code int, messages string) {
	var out bytes.Buffer
	a := &app{stderr: &out}
	a.setLog()
	code = a.untilStopped(func() int {
		defer a.interrupts.listen()()
		work(a)
		return exitDone
	})
	return code, out.String()
}

func interrupt(t *testing.T) {
	if err := syscall.Kill(syscall.Getpid(), syscall.SIGINT); err != nil {
		t.Error(err)
	}
}

// Work that never ends is left, and what it holds is given back, latest first.
func TestStopsWhateverTheWorkDoes(t *testing.T) {
	given := ""
	never := make(chan bool)
	code, messages := stopping(func(a *app) {
		a.interrupts.holds(func() { given += "first " })
		a.interrupts.holds(func() { given += "returned " })()
		a.interrupts.holds(func() { given += "last " })
		interrupt(t)
		<-never
	})
	if code != exitStopped || given != "returned last first " || !strings.Contains(messages, errStopped.Error()) {
		t.Errorf("exit status %d, given back %q, messages %q", code, given, messages)
	}
}

// Files that are being replaced are replaced first.
func TestStopsBehindTheReport(t *testing.T) {
	replaced := false
	never := make(chan bool)
	code, messages := stopping(func(a *app) {
		if err := a.interrupts.replacing(func() error {
			interrupt(t)
			time.Sleep(50 * time.Millisecond)
			replaced = true
			return nil
		}); err != nil {
			t.Error(err)
		}
		<-never
	})
	if code != exitStopped || !replaced || !strings.Contains(messages, errLate.Error()) {
		t.Errorf("exit status %d, replaced %t, messages %q", code, replaced, messages)
	}
}
