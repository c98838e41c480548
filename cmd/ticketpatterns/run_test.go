package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
)

// runOK runs the program in this process and demands that it succeeds.
func runOK(t *testing.T, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, messages bytes.Buffer
	if code := run(args, strings.NewReader(""), &out, &messages); code != exitDone {
		t.Fatalf("ticketpatterns %s: exit status %d\n%s", strings.Join(args, " "), code, messages.String())
	}
	return out.String(), messages.String()
}

var manualLine = regexp.MustCompile(`(?m)^//\tticketpatterns (.*)$`)

// TestManual runs every command that the package comment shows.
func TestManual(t *testing.T) {
	manual, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	lines := manualLine.FindAllStringSubmatch(string(manual), -1)
	if len(lines) < 8 {
		t.Fatalf("the manual shows %d commands, want 8 or more", len(lines))
	}
	chdirSample(t)
	for _, line := range lines {
		runOK(t, splitQuoted(line[1])...)
	}
}

var word = regexp.MustCompile(`"([^"]*)"|(\S+)`)

// splitQuoted cuts a line as a shell does, with double quotes only.
func splitQuoted(line string) []string {
	var args []string
	for _, m := range word.FindAllStringSubmatch(line, -1) {
		args = append(args, m[1]+m[2])
	}
	return args
}

// TestSameBytes holds that two runs of one input and configuration differ in
// nothing but run.json.
func TestSameBytes(t *testing.T) {
	chdirSample(t)
	args := []string{"analyze", "tickets.csv", "--changes", "changes.csv", "--people", "people.csv", "--quiet", "--out"}
	runOK(t, append(args, "report")...)
	first := files(t, "report")
	runOK(t, append(args, "report")...) // the page names the folder for decisions.csv
	second := files(t, "report")
	if len(first) < 8 || len(first) != len(second) {
		t.Fatalf("%d and %d files, want 8 or more and as many", len(first), len(second))
	}
	for name, want := range first {
		if name != "run.json" && !bytes.Equal(want, second[name]) {
			t.Errorf("%s differs between two runs of one input", name)
		}
	}
	checkRunRecord(t, first["run.json"])
}

// files returns the contents of all files below a folder.
func files(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		all[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// checkRunRecord holds run.json of a run without a configuration file against
// the contract.
func checkRunRecord(t *testing.T, data []byte) {
	t.Helper()
	var got result.Run
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if got.Rows == 0 || got.Rows != got.Kept+got.Merged+got.Rejected {
		t.Errorf("rows %d, kept %d, merged %d, rejected %d: want rows = kept + merged + rejected", got.Rows, got.Kept, got.Merged, got.Rejected)
	}
	var roles []string
	for _, in := range got.Inputs {
		roles = append(roles, in.Role)
		if len(in.SHA256) != 64 || in.Bytes == 0 {
			t.Errorf("input %+v, want its sha256 and size", in)
		}
	}
	if !slices.Equal(roles, []string{"tickets", "changes", "people"}) {
		t.Errorf("inputs %v, want tickets, changes and people", roles)
	}
	if len(got.Phases) != 2 || got.Version == "" || got.AsOf.IsZero() || got.ConfigSHA256 != "" {
		t.Errorf("got %+v, want two phases, a version, a time, and no sha256 without a configuration file", got)
	}
}

// TestHostileText holds that nothing in an export steers the terminal: no
// escape, no carriage return, no mark that turns the reading direction.
func TestHostileText(t *testing.T) {
	const hostile = "\x1b]0;owned\x07\x1b[2Jprinter\u202edesrever\u2066 \u009b31m </script><img onerror=alert(1)> =cmd|' /C calc'!A0"
	var csv strings.Builder
	csv.WriteString("id,opened,subject,department,category,requester," + strings.ReplaceAll(hostile, ",", "") + "\n")
	for i := range 60 {
		day := "2026-03-" + string(rune('0'+i/20)) + string(rune('1'+i%9))
		csv.WriteString(strings.Join([]string{string(rune('a'+i%26)) + string(rune('a'+i/26)) + "\x1b[31m", day, `"` + hostile + `"`, hostile, hostile, hostile + string(rune('a'+i%26)), "x"}, ",") + "\n")
	}
	csv.WriteString("zz,\x1b[31mnever\x1b[0m," + hostile + ",,,,\n")
	t.Chdir(t.TempDir())
	if err := os.WriteFile("hostile.csv", []byte(csv.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"inspect", "hostile.csv"}, {"analyze", "hostile.csv"}, {"analyze", "hostile.csv", "--json-logs"},
		{"render", "report", "--format", "md"}, {"check", "--category", hostile, "--text", hostile},
	} {
		stdout, stderr := runOK(t, args...)
		if stdout == "" {
			t.Errorf("%s: said nothing", args[0])
		}
		for _, text := range []string{stdout, stderr} {
			if bad := regexp.MustCompile("[\x00-\x08\x0b-\x1f\x7f\u0080-\u009f\u202a-\u202e\u2066-\u2069]").FindString(text); bad != "" {
				t.Errorf("%s: output holds %q", args[0], bad)
			}
		}
	}
	var out, messages bytes.Buffer
	if code := run([]string{"analyze", "no\x1b[31msuch.csv"}, nil, &out, &messages); code != exitFailed || strings.ContainsRune(messages.String(), 0x1b) {
		t.Errorf("exit status %d, messages %q, want %d and no escape", code, messages.String(), exitFailed)
	}
}

// failingWriter is a full disk.
type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, fs.ErrInvalid }

func TestFullDisk(t *testing.T) {
	for _, command := range []string{"version", "check"} {
		var messages bytes.Buffer
		if code := run([]string{command}, nil, failingWriter{}, &messages); code != exitFailed {
			t.Errorf("%s with standard output that fails: exit status %d, want %d", command, code, exitFailed)
		}
	}
}

// chdirSample makes a folder with copies of the sample under the names that
// the manual uses, and goes there.
func chdirSample(t *testing.T) {
	t.Helper()
	folder := t.TempDir()
	for _, name := range []string{"tickets.csv", "changes.csv", "people.csv"} {
		data, err := os.ReadFile(filepath.Join("../../testdata/sample", name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(folder)
}
