//go:build unix

package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// What is no file is written to and stays what it is: as root, a rename would take
// the null device from the whole computer.
func TestPipeIsNotReplaced(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	read := make(chan string)
	go func() {
		data, _ := os.ReadFile(pipe)
		read <- string(data)
	}()
	a := &app{}
	if err := a.write(pipe, func(w io.Writer) error { _, err := io.WriteString(w, "text"); return err }); err != nil {
		t.Fatal(err)
	}
	if got := <-read; got != "text" {
		t.Errorf("read %q, want text", got)
	}
	if info, err := os.Stat(pipe); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
		t.Errorf("the pipe is %v, %v", info, err)
	}
}

// Pipes in the place of the configuration or the decisions are refused, not waited for.
func TestPipesAreNoSettings(t *testing.T) {
	t.Chdir(t.TempDir())
	writeWeeks(t, "tickets.csv", [10]int{})
	if err := syscall.Mkfifo("pipe", 0o600); err != nil {
		t.Fatal(err)
	}
	for _, flag := range []string{"--config", "--decisions"} {
		if code, messages := tried("analyze", "tickets.csv", flag, "pipe"); code != exitUsage || !strings.Contains(messages, "is no file") {
			t.Errorf("%s: exit status %d, %s", flag, code, messages)
		}
	}
}
