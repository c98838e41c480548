package main

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/cmd/ticketpatterns/internal/lock"
)

// tried runs the program and returns its exit status and messages.
func tried(args ...string) (int, string) {
	var out, messages bytes.Buffer
	code := run(args, strings.NewReader(""), &out, &messages)
	return code, messages.String()
}

// treeOf reads all files below the current folder.
func treeOf(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		out[filepath.ToSlash(path)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// runWarnings are the codes in run.json.
func runWarnings(t *testing.T) (codes []result.WarningCode) {
	t.Helper()
	data, err := os.ReadFile("report/run.json")
	if err != nil {
		t.Fatal(err)
	}
	var run result.Run
	if err := json.Unmarshal(data, &run); err != nil {
		t.Fatal(err)
	}
	for _, w := range run.Warnings {
		codes = append(codes, w.Code)
	}
	return codes
}

// asked returns the packs and the import files.
func asked(all map[string]string) map[string]string {
	out := maps.Clone(all)
	maps.DeleteFunc(out, func(name, _ string) bool {
		return !strings.Contains(name, "/teams/") && !strings.Contains(name, "/escalations")
	})
	return out
}

// If the memory cannot be read, nobody is asked again: packs and import files stay,
// page and mail say so first, and the exit status tells.
func TestWithoutMemoryNobodyIsAsked(t *testing.T) {
	t.Chdir(t.TempDir())
	writeWeeks(t, "tickets.csv", [10]int{8, 9, 8, 0, 0, 0, 0, 0, 0, 0})
	if p, _ := runWeek(t, 1); p == nil || !p.Escalate {
		t.Fatalf("week 1: %+v, want it escalated", p)
	}
	before := treeOf(t)
	if n := len(asked(before)); n < 5 {
		t.Fatalf("%d packs and import files, want five or more", n)
	}
	key := "report-history.sqlite.key"
	for name, spoil := range map[string]func() error{
		"a missing key":     func() error { return os.Remove(key) },
		"a damaged history": func() error { return os.WriteFile("report-history.sqlite", bytes.Repeat([]byte("x"), 9000), 0o600) },
	} {
		if err := spoil(); err != nil {
			t.Fatal(err)
		}
		code, messages := tried("analyze", "tickets.csv", "--quiet", "--as-of", weekDay(2), "--fail-on-escalations")
		if code != exitForgotten || !strings.Contains(messages, "the report is written, and asks nobody") {
			t.Errorf("%s: exit status %d, %s", name, code, messages)
		}
		after := treeOf(t)
		if diff := cmp.Diff(asked(before), asked(after)); diff != "" {
			t.Errorf("%s: packs or import files changed:\n%s", name, diff)
		}
		for _, file := range []string{"report/index.html", "report/summary.html", "report/summary.md"} {
			if text := after[file]; text == before[file] || !strings.Contains(text, "The history could not be used, so this report asks nobody") {
				t.Errorf("%s: %s does not say so", name, file)
			}
		}
		if !slices.Contains(runWarnings(t), result.WarnForgotten) || strings.Contains(after["report/patterns.json"], `"escalate": true`) {
			t.Errorf("%s: run.json has no code, or something is escalated", name)
		}
		for _, file := range []string{"report-history.sqlite", key} {
			if err := os.WriteFile(file, []byte(before[file]), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	if p, _ := runWeek(t, 2); p == nil || p.Standing.Reason.Code == result.ReasonForgotten {
		t.Errorf("with the history again: %+v, want it remembered", p)
	}
}

// A run that cannot be remembered asks nobody either: the next one would ask again.
func TestRunThatCannotBeRemembered(t *testing.T) {
	t.Chdir(t.TempDir())
	writeWeeks(t, "tickets.csv", [10]int{0, 8, 9, 8})
	runOK(t, "analyze", "tickets.csv", "--quiet", "--as-of", weekDay(0))
	before := treeOf(t)
	db, err := sql.Open("sqlite", "report-history.sqlite")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("BEGIN IMMEDIATE"); err != nil { // others may read
		t.Fatal(err)
	}
	if code, said := tried("analyze", "tickets.csv", "--quiet", "--as-of", weekDay(2), "--strict"); code != exitFailed || treeOf(t)["report/index.html"] != before["report/index.html"] {
		t.Errorf("strict: exit status %d, %s; want nothing written", code, said)
	}
	code, said := tried("analyze", "tickets.csv", "--quiet", "--as-of", weekDay(2), "--fail-on-escalations")
	if code != exitForgotten || !strings.Contains(said, "the report is written, and asks nobody") {
		t.Errorf("exit status %d, %s", code, said)
	}
	after := treeOf(t)
	if diff := cmp.Diff(asked(before), asked(after)); diff != "" {
		t.Errorf("packs or import files changed:\n%s", diff)
	}
	if strings.Contains(after["report/patterns.json"], `"escalate": true`) || !slices.Contains(runWarnings(t), result.WarnForgotten) {
		t.Error("something is escalated, or run.json has no code")
	}
	if _, err := db.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	code, said = tried("analyze", "tickets.csv", "--quiet", "--as-of", weekDay(2), "--fail-on-escalations")
	if code != exitEscalations || cmp.Equal(asked(before), asked(treeOf(t))) {
		t.Errorf("once it can be: exit status %d, %s; want it to ask", code, said)
	}
}

// What is odd about a run is said with --quiet, stands in run.json, and ends a strict
// run before it writes anything.
func TestOddRuns(t *testing.T) {
	t.Chdir(t.TempDir())
	writeWeeks(t, "tickets.csv", [10]int{})
	writeWeeks(t, "other.csv", [10]int{3})
	decisions := func(row string) func() {
		return func() {
			text := "pattern_id,issue_id,decision,reason,date,owner,with_issue,decided_by,decided_on\n" + row + "\n"
			if err := errors.Join(os.MkdirAll("report", 0o755), os.WriteFile("report/decisions.csv", []byte(text), 0o600)); err != nil {
				t.Fatal(err)
			}
		}
	}
	runOK(t, "analyze", "tickets.csv", "--quiet", "--as-of", weekDay(8))
	for _, test := range []struct {
		code    result.WarningCode
		prepare func()
		args    []string
		says    string
	}{
		{result.WarnSameExport, nil, []string{"tickets.csv", "--as-of", weekDay(9)}, "those that the last run read"},
		{result.WarnEarlierDay, nil, []string{"other.csv", "--as-of", weekDay(7)}, "ends before the last one"},
		{result.WarnDayOutside, nil, []string{"other.csv", "--as-of", "2031-01-01"}, "outside the export"},
		{result.WarnDayOutside, nil, []string{"other.csv", "--as-of", "2001-01-01", "--no-history"}, "outside the export"},
		{result.WarnDecisionUnknown, decisions("P-none,,accept,,,,,Kim,2026-06-01"), []string{"other.csv", "--history", "one.sqlite"}, "pattern_id “P-none” is not in the history"},
		{result.WarnDecisionUnknown, decisions(",I-none,wrong_owner,,,Nobody Inc,,Kim,2026-06-01"), []string{"other.csv", "--history", "two.sqlite"}, "owner “Nobody Inc” is no team"},
		{result.WarnDecisionDay, decisions("P-none,,accept,,,,,Kim,2999-01-01"), []string{"other.csv", "--history", "three.sqlite"}, "2999-01-01 is a day to come"},
		{result.WarnDecisionRow, decisions("P-none,,accept,,,,,Kim,31.12.2026"), []string{"other.csv", "--history", "four.sqlite"}, "line 2 is not used"},
		{result.WarnDecisionRow, decisions("P-none,,decline," + strings.Repeat("x", maxReason+1) + ",,,,Kim,2026-06-01"), []string{"other.csv", "--history", "five.sqlite"}, "reason: is longer than"},
	} {
		if test.prepare != nil {
			test.prepare()
		}
		before := treeOf(t)
		args := append([]string{"analyze", "--quiet"}, test.args...)
		if code, messages := tried(append(args, "--strict")...); code != exitFailed || !strings.Contains(messages, test.says) || !strings.Contains(messages, "--strict: nothing is written") {
			t.Errorf("%s, strict: exit status %d, %s", test.says, code, messages)
		}
		if diff := cmp.Diff(before, treeOf(t)); diff != "" {
			t.Errorf("%s, strict: something is written:\n%s", test.says, diff)
		}
		if code, messages := tried(args...); code != exitDone || !strings.Contains(messages, test.says) {
			t.Errorf("%s: exit status %d, %s", test.says, code, messages)
		}
		if !slices.Contains(runWarnings(t), test.code) {
			t.Errorf("%s: run.json has no %s", test.says, test.code)
		}
	}
}

// Two runs at once: one waits, and then knows what the other remembered. Whoever does
// not want to wait learns who holds the lock.
func TestTwoRunsAtOnce(t *testing.T) {
	t.Chdir(t.TempDir())
	writeWeeks(t, "tickets.csv", [10]int{})
	seen := make(chan string)
	for range 2 {
		go func() {
			code, messages := tried("analyze", "tickets.csv", "--quiet")
			seen <- fmt.Sprint(code, messages)
		}()
	}
	first, second := <-seen, <-seen
	if (first == "0") == (second == "0") || !strings.Contains(first+second, "those that the last run read") {
		t.Errorf("%q and %q, want that one of them knows of the other", first, second)
	}
	for _, file := range []string{"report-history.sqlite.lock", "report/.ticketpatterns.lock"} {
		held, err := lock.Acquire(file, "somebody else", time.Minute, func(string) {})
		if err != nil {
			t.Fatal(err)
		}
		if code, messages := tried("analyze", "tickets.csv", "--quiet", "--lock-timeout", "10ms"); code != exitFailed || !strings.Contains(messages, "somebody else holds ") {
			t.Errorf("%s: exit status %d, %s; want who holds it", file, code, messages)
		}
		if err := held.Release(); err != nil {
			t.Error(err)
		}
	}
	for name := range treeOf(t) {
		if strings.Contains(name, ".lock") || strings.Contains(name, "/.") {
			t.Errorf("left behind: %s", name)
		}
	}
}

// Whoever reads a report after a run was killed in it reads one whole report.
func TestTornReportIsBroughtBack(t *testing.T) {
	t.Chdir(t.TempDir())
	writeWeeks(t, "tickets.csv", [10]int{})
	runOK(t, "analyze", "tickets.csv", "--quiet")
	before := treeOf(t)
	for _, args := range [][]string{{"render", "report"}, {"render", "report/patterns.json"}, {"diff", "report", "report"}} {
		err := errors.Join(os.MkdirAll("report/.ticketpatterns/old", 0o700), os.MkdirAll("report/.ticketpatterns/new", 0o700),
			os.Rename("report/patterns.json", "report/.ticketpatterns/old/patterns.json"), os.WriteFile("report/patterns.json", []byte("{}"), 0o644),
			os.WriteFile("report/.ticketpatterns/journal.json", fmt.Appendf(nil, `{"places": [{"name": "patterns.json", "new": true, "old": true, "sha256": "%x"}]}`, sha256.Sum256([]byte("{}"))), 0o600))
		if err != nil {
			t.Fatal(err)
		}
		runOK(t, args...)
		if diff := cmp.Diff(before, treeOf(t)); diff != "" {
			t.Errorf("%v (-before +after):\n%s", args, diff)
		}
	}
}

// Two replays into one folder at once: one waits, and each leaves a whole replay. Whoever does
// not want to wait learns who holds the lock.
func TestTwoReplaysAtOnce(t *testing.T) {
	t.Chdir(t.TempDir())
	writeWeeks(t, "tickets.csv", [10]int{8, 9, 8, 0, 0, 0, 0, 0, 0, 0})
	args := []string{"replay", "tickets.csv", "--mondays", "2", "--quiet"}
	runOK(t, args...)
	want := treeOf(t)
	seen := make(chan string)
	for range 2 {
		go func() {
			code, messages := tried(args...)
			seen <- fmt.Sprint(code, messages)
		}()
	}
	for range 2 {
		if said := <-seen; said != "0" {
			t.Errorf("a replay ends with %q, want status 0", said)
		}
	}
	got := treeOf(t)
	for _, all := range []map[string]string{want, got} { // keys are random, and the record has their sums
		maps.DeleteFunc(all, func(name, _ string) bool {
			return strings.Contains(name, "history.sqlite") || name == "replay/replay-run.json"
		})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("a replay alone and two at once (-alone +two):\n%s", diff)
	}
	held, err := lock.Acquire("replay/.ticketpatterns.lock", "somebody else", time.Minute, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	if code, messages := tried(append(args, "--lock-timeout", "10ms")...); code != exitFailed || !strings.Contains(messages, "somebody else holds ") {
		t.Errorf("exit status %d, %s; want who holds it", code, messages)
	}
	if err := held.Release(); err != nil {
		t.Error(err)
	}
}

// Two that send at once send each letter once.
func TestTwoSendAtOnce(t *testing.T) {
	t.Chdir(t.TempDir())
	writeWeeks(t, "tickets.csv", [10]int{8, 9, 8, 0, 0, 0, 0, 0, 0, 0})
	settings := "send:\n  from: desk@ledgra.example\n  lead: [lead@ledgra.example, other@ledgra.example]\n  folder: outbox\n"
	if err := os.WriteFile("config.yaml", []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	runOK(t, "analyze", "tickets.csv", "--quiet")
	said := make(chan string)
	for range 3 {
		go func() {
			var out, messages bytes.Buffer
			code := run([]string{"send"}, strings.NewReader(""), &out, &messages)
			said <- fmt.Sprintln(code, messages.String()) + out.String()
		}()
	}
	all := <-said + <-said + <-said
	for _, to := range []string{"lead@ledgra.example", "other@ledgra.example"} {
		if sent, skipped := strings.Count(all, "Sent to "+to), strings.Count(all, "Not sent to "+to); sent != 1 || skipped != 2 {
			t.Errorf("%s: sent %d times and skipped %d times, want once and twice:\n%s", to, sent, skipped, all)
		}
	}
}
