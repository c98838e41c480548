package main

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/ingest/xlsx/xlsxtest"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/*.txtar")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"ticketpatterns": main})
}

// TestScripts runs the transcripts in testdata. Beside the usual commands they
// have
//
//	status CODE PROGRAM ARG...
//	pattern NAME RANK PATTERNS.JSON
//	valid SCHEMA PATTERNS.JSON
//	workbook BOOK.XLSX SHEET=FILE.CSV...
//
// The first runs a program and demands its exit status, the second sets NAME to
// the id of a pattern and NAME_ISSUE to that of its issue, the third holds a result
// against the JSON Schema, the fourth makes a workbook.
func TestScripts(t *testing.T) {
	sample, err := filepath.Abs("../../testdata/sample")
	if err != nil {
		t.Fatal(err)
	}
	dir, files := "testdata", []string(nil)
	if testing.Short() { // as under the race detector, which makes each run ten times slower
		dir, files = "", []string{"testdata/analyze.txtar", "testdata/convert.txtar"}
	}
	testscript.Run(t, testscript.Params{
		Dir:           dir,
		Files:         files,
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLE", sample)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"status": status, "pattern": pattern, "valid": valid, "workbook": workbook},
	})
}

func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status CODE PROGRAM ARG...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

func workbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: workbook BOOK.XLSX SHEET=FILE.CSV...")
	}
	var sheets []xlsxtest.Sheet
	for _, arg := range args[1:] {
		name, file, _ := strings.Cut(arg, "=")
		sheets = append(sheets, xlsxtest.Sheet{Name: name, CSV: ts.ReadFile(file)})
	}
	packed, err := xlsxtest.Book(false, sheets...)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), packed, 0o600))
}

func pattern(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: pattern NAME RANK PATTERNS.JSON")
	}
	rank, err := strconv.Atoi(args[1])
	ts.Check(err)
	var a result.Analysis
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[2])), &a))
	for _, p := range a.Patterns {
		if p.Rank == rank {
			ts.Setenv(args[0], p.ID)
			ts.Setenv(args[0]+"_ISSUE", p.IssueID)
			return
		}
	}
	ts.Fatalf("no pattern of rank %d", rank)
}
