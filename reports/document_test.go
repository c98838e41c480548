package reports

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
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

func written(t *testing.T, dir string, d Document) map[string]string {
	t.Helper()
	if err := Write(dir, d); err != nil {
		t.Fatal(err)
	}
	return fixture.Tree(t, dir)
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
		"assignments.csv", "escalations-jira.csv", "escalations-servicenow.csv", "escalations.csv", "index.html", "patterns.csv", "patterns.json", "rejects.csv", "run.json",
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
		{"kind.json", "{\"version\": 2,\n  \"tickets\": \"three\"\n}", "kind.json: line 2: "},
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
	// A run.json that names files which no run wrote, with true sums of some.
	bad, err := ReadRun(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(slices.Sorted(maps.Keys(kept)), "../outside.md", "teams/../decisions.csv", outside, "teams", `teams\by-hand.html`, "") {
		bad.Outputs = append(bad.Outputs, name)
		if !isPack(name) {
			bad.OutputSHA256[name] = "4a0e0ef72ea5be4e8b0e2eb34b1d8ac4ee1bc5d7ea0cb6f4d9c6b0ff4ed1f1d1"
		}
	}
	forge(t, dir, bad)
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

// forge puts a run.json into a folder.
func forge(t *testing.T, dir string, run result.Run) {
	t.Helper()
	var b bytes.Buffer
	if err := errors.Join(encode(&b, run), os.WriteFile(filepath.Join(dir, "run.json"), b.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// TestForgedRunRemovesNothing holds that what no run wrote, or somebody edited since, is not lost,
// whatever run.json says: it stays, or keeps a second name.
func TestForgedRunRemovesNothing(t *testing.T) {
	dir := t.TempDir()
	written(t, dir, document(fixture.Analysis(3)))
	run, err := ReadRun(dir)
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := t.TempDir()
	mine := map[string]string{"teams/mine.html": "", "teams/identity.md": "", "index.html": ".before", "patterns.csv": ".before", "escalations.csv": ".before"}
	for name := range mine {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte("mine: "+name), 0o644); err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(run.Outputs, name) {
			run.Outputs = append(run.Outputs, name)
		}
	}
	linked := filepath.Join(elsewhere, "linked.html")
	if err := os.WriteFile(linked, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "teams", "linked.html")
	canLink := os.Symlink(linked, link) == nil // Windows may not let us
	if canLink {
		run.Outputs = append(run.Outputs, "teams/linked.html")
		run.OutputSHA256["teams/linked.html"] = fmt.Sprintf("%x", sha256.Sum256([]byte("mine")))
	}
	for range 2 {
		forge(t, dir, run)
		written(t, dir, document(fixture.Analysis(1)))
	}
	for name, ending := range mine {
		if got, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name+ending))); string(got) != "mine: "+name {
			t.Errorf("%s: %q, %v", name+ending, got, err)
		}
	}
	if _, err := os.Lstat(link); err != nil && canLink {
		t.Errorf("the link was removed: %v", err)
	}
	if got, err := os.ReadFile(linked); string(got) != "mine" {
		t.Errorf("what a link leads to: %q, %v", got, err)
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
		if _, err := prepare(dir, d, append(list, packs(d)...)); !errors.Is(err, broken) || !strings.Contains(err.Error(), list[at].path) {
			t.Errorf("%s fails: error %v, want one that says so", list[at].path, err)
		}
		if diff := cmp.Diff(before, fixture.Tree(t, dir)); diff != "" {
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
	if diff := cmp.Diff(before, fixture.Tree(t, dir)); diff != "" {
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
	if left := fixture.Tree(t, dir); len(left) != 0 {
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
