package reports

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
)

func document(a *result.Analysis) Document {
	return Document{Analysis: a, Rejects: fixture.Rejects(), Run: fixture.Run(), TicketURL: "https://desk.example/t/{id}"}
}

// tree reads all files below dir by their path with slashes.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(name)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func written(t *testing.T, dir string, d Document) map[string]string {
	t.Helper()
	if err := Write(dir, d); err != nil {
		t.Fatal(err)
	}
	return tree(t, dir)
}

func names(files map[string]string) []string {
	var out []string
	for name := range files {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

func TestWriteMakesTheContractsFiles(t *testing.T) {
	dir := t.TempDir()
	got := names(written(t, dir, document(fixture.Analysis(3))))
	want := []string{
		"assignments.csv", "escalations.csv", "index.html", "patterns.csv", "patterns.json", "rejects.csv", "run.json",
		"summary.html", "summary.md",
		"teams/business-applications.html", "teams/business-applications.md", "teams/identity.html", "teams/identity.md",
		"teams/network-services.html", "teams/network-services.md",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	run, err := ReadRun(dir)
	if err != nil {
		t.Fatal(err)
	}
	listed := slices.Sorted(slices.Values(run.Outputs))
	if diff := cmp.Diff(want, listed); diff != "" {
		t.Errorf("outputs in run.json (-want +got):\n%s", diff)
	}
}

func TestOnlyRunMayDiffer(t *testing.T) {
	d := document(fixture.Hostile(12))
	first := written(t, t.TempDir(), d)
	d.Run.Started = d.Run.Started.Add(time.Hour)
	d.Run.Phases = []result.Phase{{Name: "read", Milliseconds: 77}}
	second := written(t, t.TempDir(), d)
	for name := range first {
		if differs := first[name] != second[name]; differs != (name == "run.json") {
			t.Errorf("%s: differs between two runs: %v", name, differs)
		}
	}
}

func TestReadAnalysisReturnsWhatWasWritten(t *testing.T) {
	for _, a := range []*result.Analysis{fixture.Analysis(0), fixture.Analysis(12), fixture.Hostile(12)} {
		dir := t.TempDir()
		written(t, dir, document(a))
		for _, path := range []string{dir, filepath.Join(dir, "patterns.json")} {
			got, err := ReadAnalysis(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(a, got, cmpopts.IgnoreFields(result.Analysis{}, "Assignments"), cmp.Comparer(equalText)); diff != "" {
				t.Errorf("%s (-written +read):\n%s", path, diff)
			}
		}
	}
}

// equalText compares as encoding/json writes: each byte that is not UTF-8
// becomes U+FFFD.
func equalText(a, b string) bool { return string([]rune(a)) == string([]rune(b)) }

func TestReadAnalysisSaysWhereItIsWrong(t *testing.T) {
	dir := t.TempDir()
	tests := []struct{ name, text, want string }{
		{"cut.json", "{\n  \"tickets\": 3,\n  \"people\"", "cut.json: line 3: "},
		{"kind.json", "{\n  \"tickets\": \"three\"\n}", "kind.json: line 2: "},
		{"none.json", "", "none.json: line 1: "},
	}
	for _, test := range tests {
		path := filepath.Join(dir, test.name)
		if err := os.WriteFile(path, []byte(test.text), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadAnalysis(path); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want one with %q", test.name, err, test.want)
		}
	}
	if _, err := ReadAnalysis(filepath.Join(dir, "absent")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("absent: error %v, want that it does not exist", err)
	}
	if run, err := ReadRun(dir); err != nil || run.Rows != 0 {
		t.Errorf("a folder without run.json: %v, %v; want the zero run", run, err)
	}
}

func TestWriteRemovesOnlyItsOwnStaleFiles(t *testing.T) {
	dir := t.TempDir()
	written(t, dir, document(fixture.Analysis(3)))
	kept := map[string]string{
		"notes.txt": "mine", "teams/notes.txt": "mine", "teams/by-hand.html": "mine", "decisions.csv": "mine", "old/index.html": "mine",
	}
	for name, text := range kept {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	outside := filepath.Join(filepath.Dir(dir), "outside.md")
	if err := os.WriteFile(outside, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	// A run.json that names files it never wrote.
	bad := document(fixture.Analysis(3)).Run
	bad.Outputs = []string{"teams/identity.md", "notes.txt", "teams/notes.txt", "../outside.md", "teams/../decisions.csv", outside, "index.html", "teams"}
	var b bytes.Buffer
	if err := errors.Join(encode(&b, bad), os.WriteFile(filepath.Join(dir, "run.json"), b.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
	}
	got := written(t, dir, document(fixture.Analysis(1)))
	for name, text := range kept {
		if got[name] != text {
			t.Errorf("%s was touched: %q", name, got[name])
		}
	}
	if _, err := os.Stat(outside); err != nil {
		t.Errorf("a file outside the folder was touched: %v", err)
	}
	if _, there := got["teams/identity.md"]; there {
		t.Error("teams/identity.md of the last run is still there")
	}
	if _, there := got["teams/business-applications.html"]; !there {
		t.Error("teams/business-applications.html of this run is missing")
	}
}

func TestFailedWriteLeavesTheLastReport(t *testing.T) {
	dir := t.TempDir()
	before := written(t, dir, document(fixture.Analysis(3)))
	broken := errors.New("broken")
	fail := func(w io.Writer, d Document) error {
		_, _ = io.WriteString(w, "half a file")
		return broken
	}
	for at := range files() {
		list := files()
		list[at].write = fail
		d := document(fixture.Analysis(5))
		if err := write(dir, d, append(list, packs(d)...)); !errors.Is(err, broken) || !strings.Contains(err.Error(), list[at].path) {
			t.Errorf("%s fails: error %v, want one that says so", list[at].path, err)
		}
		if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
			t.Errorf("%s fails: the last report changed:\n%s", list[at].path, diff)
		}
	}
}

func TestFolderInTheWay(t *testing.T) {
	dir := t.TempDir()
	before := written(t, dir, document(fixture.Analysis(3)))
	if err := errors.Join(os.Remove(filepath.Join(dir, "rejects.csv")), os.Mkdir(filepath.Join(dir, "rejects.csv"), 0o755)); err != nil {
		t.Fatal(err)
	}
	if err := Write(dir, document(fixture.Analysis(5))); err == nil || !strings.Contains(err.Error(), "rejects.csv is a folder") {
		t.Errorf("error %v, want that rejects.csv is a folder", err)
	}
	delete(before, "rejects.csv")
	if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
		t.Errorf("the last report changed:\n%s", diff)
	}
}

func TestWriteRefusesABadTicketURL(t *testing.T) {
	dir := t.TempDir()
	d := document(fixture.Analysis(1))
	d.TicketURL = "javascript:alert({id})"
	if err := Write(dir, d); err == nil || !strings.Contains(err.Error(), "https://") {
		t.Errorf("error %v, want that the address must begin with https://", err)
	}
	if left := tree(t, dir); len(left) != 0 {
		t.Errorf("left behind: %v", names(left))
	}
}

func TestEveryFormat(t *testing.T) {
	dir := t.TempDir()
	d := document(fixture.Hostile(12))
	whole := written(t, dir, d)
	for _, f := range formats {
		t.Run(f.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := WriteFormat(&b, f.name, d); err != nil {
				t.Fatal(err)
			}
			if b.Len() == 0 || b.String() != whole[f.path] {
				t.Errorf("%d bytes differ from %s with %d", b.Len(), f.path, len(whole[f.path]))
			}
			if strings.ContainsRune(b.String(), '\r') && f.name != "html" {
				t.Error("holds a carriage return, want LF line ends")
			}
			if f.name != "json" && strings.ContainsAny(b.String(), "\x00\x07\x1b\u202e\u2066") {
				t.Error("holds a character that controls a terminal or the direction of text")
			}
			if err := WriteFormat(failing{}, f.name, d); !errors.Is(err, errFull) {
				t.Errorf("writing to a full disk: error %v, want %v", err, errFull)
			}
		})
	}
	if err := WriteFormat(io.Discard, "pdf", d); err == nil || !strings.Contains(err.Error(), `"pdf"`) {
		t.Errorf("unknown format: error %v", err)
	}
}

var errFull = errors.New("disk full")

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errFull }

func TestEveryCSVIsInertAndWhole(t *testing.T) {
	d := document(fixture.Hostile(12))
	for name, text := range written(t, t.TempDir(), d) {
		if filepath.Ext(name) != ".csv" {
			continue
		}
		records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if len(records) < 3 {
			t.Errorf("%s: %d lines, want a header and rows", name, len(records))
		}
		for _, record := range records {
			for _, cell := range record {
				if cell != inert(cell) {
					t.Errorf("%s: a spreadsheet would run %.40q", name, cell)
				}
			}
		}
	}
}

func TestInert(t *testing.T) {
	tests := map[string]string{
		"":                       "",
		"plain":                  "plain",
		"=1+1":                   "'=1+1",
		"=cmd|' /C calc'!A0":     "'=cmd|' /C calc'!A0",
		"+49 170 123":            "'+49 170 123",
		"+49170":                 "+49170",
		"-5":                     "-5",
		"-2.3e-7":                "-2.3e-7",
		"-2+3":                   "'-2+3",
		"-Inf":                   "'-Inf",
		"-0x1p-2":                "'-0x1p-2",
		"@SUM(A1)":               "'@SUM(A1)",
		"\t=1":                   "'\t=1",
		"\r=1":                   "'\r=1",
		"\n=1":                   "'\n=1",
		"＝1+1":                   "'＝1+1",
		"a=1":                    "a=1",
		"'=1":                    "'=1",
		"\xff=1":                 "\xff=1",
		"=HYPERLINK(\"http:x\")": "'=HYPERLINK(\"http:x\")",
	}
	for cell, want := range tests {
		if got := inert(cell); got != want {
			t.Errorf("inert(%q) = %q, want %q", cell, got, want)
		}
	}
}

func TestSlug(t *testing.T) {
	tests := map[string]string{
		"Business Applications": "business-applications",
		"  R&D / Labs (EU) ":    "r-d-labs-eu",
		"Büro Köln":             "büro-köln",
		"../../etc/passwd":      "etc-passwd",
		`C:\temp\x`:             "c-temp-x",
		"CON":                   "team-con",
		"com1":                  "team-com1",
		"...":                   "team-",
		"":                      "team-",
		"\u202egnp.exe":         "gnp-exe",
		"<img src=x>":           "img-src-x",
		"日本語チーム":                "日本語チーム",
		strings.Repeat("x", 99): strings.Repeat("x", 48),
	}
	for team, want := range tests {
		if got := slug(team); got != want {
			t.Errorf("slug(%q) = %q, want %q", team, got, want)
		}
	}
}

func TestTeamsWithTheSameSlug(t *testing.T) {
	a := fixture.Analysis(3)
	for i, team := range []string{"Ops A", "ops a", "OPS/A"} {
		a.Patterns[i].Owner.Team, a.Patterns[i].Escalate, a.Patterns[i].Owner.Gap = team, true, false
	}
	got := written(t, t.TempDir(), document(a))
	for name, team := range map[string]string{"teams/ops-a.md": "OPS/A", "teams/ops-a-2.md": "Ops A", "teams/ops-a-3.md": "ops a"} {
		if !strings.HasPrefix(got[name], "# Escalations to "+team+",") {
			t.Errorf("%s begins %.40q, want the pack of %s", name, got[name], team)
		}
	}
	for _, name := range []string{"teams/ops-a.html", "teams/ops-a-2.html", "teams/ops-a-3.html"} {
		if !strings.Contains(got["index.html"], `href="`+name+`"`) {
			t.Errorf("index.html has no link to %s", name)
		}
	}
}

func TestEscalationsHoldEachEscalation(t *testing.T) {
	a := fixture.Analysis(12)
	var b bytes.Buffer
	if err := WriteFormat(&b, "escalations", document(a)); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for _, r := range records[1:] {
		got = append(got, r[0])
	}
	for _, p := range a.Patterns {
		if p.Escalate {
			want = append(want, p.ID)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("escalations (-want +got):\n%s", diff)
	}
	head := strings.Join(records[0], ",")
	if !strings.HasPrefix(head, "correlation_id,short_description,description,assignment_group,") {
		t.Errorf("header %s", head)
	}
	row := map[string]string{}
	for i, name := range records[0] {
		row[name] = records[1][i]
	}
	check := func(name, want string) {
		t.Helper()
		if !strings.Contains(row[name], want) {
			t.Errorf("%s: %q, want it to hold %q", name, row[name], want)
		}
	}
	check("short_description", "SAP GUI closes when posting an invoice")
	check("assignment_group", "Business Applications")
	check("due_date", "2026-12-04")
	check("impact", "8 people affected, at most 41 hours of waiting")
	check("criteria", "At least 8 different people report the same issue within 14 days. (people 8, wanted >= 8")
	check("evidence", "9 tickets, 0.4 expected, 8 people; ")
	check("ticket_ids", "INC00000; INC00001")
}
