package folder

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"ticketpatterns/reports/internal/fixture"

	"github.com/google/go-cmp/cmp"
)

// faulty is a disk that fails from a call on.
type faulty struct {
	system
	calls  *int
	at     int
	forget bool         // only that call fails, as a full disk or a file that is held open does
	fail   func() error // what happens then
	noLink bool         // a file system without second names
	seen   func(string) // is told each call
}

var (
	errKilled = errors.New("killed")
	errFault  = errors.New("fault")
)

func (f faulty) call(name string) error {
	*f.calls++
	if f.seen != nil {
		f.seen(name)
	}
	if *f.calls == f.at || *f.calls > f.at && !f.forget {
		return f.fail()
	}
	return nil
}

func (f faulty) MkdirAll(name string, mode fs.FileMode) error {
	return f.do("mkdir "+name, func() error { return f.system.MkdirAll(name, mode) })
}

// do calls next unless the call fails.
func (f faulty) do(name string, next func() error) error {
	if err := f.call(name); err != nil {
		return err
	}
	return next()
}

func (f faulty) Rename(from, to string) error {
	return f.do("rename "+to, func() error { return f.system.Rename(from, to) })
}
func (f faulty) Link(from, to string) error {
	if f.noLink {
		return errors.ErrUnsupported
	}
	return f.do("link "+to, func() error { return f.system.Link(from, to) })
}
func (f faulty) Remove(name string) error {
	return f.do("remove "+name, func() error { return f.system.Remove(name) })
}
func (f faulty) RemoveAll(name string) error {
	return f.do("remove "+name, func() error { return f.system.RemoveAll(name) })
}
func (f faulty) SyncFolder(name string) error {
	return f.do("sync "+name, func() error { return f.system.SyncFolder(name) })
}
func (f faulty) Create(name string, mode fs.FileMode) (file, error) {
	if err := f.call("create " + name); err != nil {
		return nil, err
	}
	inner, err := f.system.Create(name, mode)
	return faultyFile{inner, f}, err
}

type faultyFile struct {
	file
	f faulty
}

func (w faultyFile) Write(b []byte) (int, error) {
	if err := w.f.call("write"); err != nil {
		n, _ := w.file.Write(b[:len(b)/2]) // as a full disk does
		return n, err
	}
	return w.file.Write(b)
}
func (w faultyFile) Sync() error { return w.f.do("sync", w.file.Sync) }

// The files of two runs: each has some that the other has not.
var (
	first  = map[string]string{"index.html": "one", "run.json": "one", "teams/a.html": "one", "teams/b.html": "one"}
	second = map[string]string{"index.html": "two", "run.json": "two", "teams/a.html": "two", "teams/c.html": "two", "more/d.html": "two"}
	mine   = map[string]string{"decisions.csv": "mine", "teams/notes.txt": "mine"}
)

func with(sets ...map[string]string) map[string]string {
	out := map[string]string{}
	for _, s := range sets {
		maps.Copy(out, s)
	}
	return out
}

// change puts files in place of those of the last run.
func change(s system, files map[string]string, last map[string]string) (err error) {
	c, err := begin(s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	for name, text := range files {
		if err := c.Add(name, 0o644, func(w io.Writer) error { _, err := io.WriteString(w, text); return err }); err != nil {
			return err
		}
	}
	var gone []string
	for name := range last {
		if _, still := files[name]; !still {
			gone = append(gone, name)
		}
	}
	if err := c.Switch(gone, func(name string) bool { _, ours := last[name]; return ours }); err != nil {
		return err
	}
	return c.Keep()
}

// started returns a folder that holds the first run and somebody's own files.
func started(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range mine {
		put(t, dir, name, text)
	}
	if err := change(must(t, dir), first, nil); err != nil {
		t.Fatal(err)
	}
	want(t, dir, with(first, mine))
	return dir
}

func must(t *testing.T, dir string) disk {
	t.Helper()
	d, err := openDisk(dir)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
		t.Fatal(err)
	}
}

func want(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	if diff := cmp.Diff(files, fixture.Tree(t, dir)); diff != "" {
		t.Fatalf("files (-want +got):\n%s", diff)
	}
	if _, err := os.Stat(filepath.Join(dir, Name)); err == nil {
		t.Fatal("the hidden folder is still there")
	}
}

func TestChange(t *testing.T) {
	dir := started(t)
	if err := change(must(t, dir), second, first); err != nil {
		t.Fatal(err)
	}
	want(t, dir, with(second, mine))
}

// calls counts what a change asks of the file system.
func calls(t *testing.T, noLink bool) int {
	n := 0
	if err := change(faulty{system: must(t, started(t)), calls: &n, noLink: noLink, at: 1 << 30}, second, first); err != nil {
		t.Fatal(err)
	}
	return n
}

// Whichever call fails, once, the folder holds one whole set: the old one if the
// change says that it failed.
func TestOneFailedCall(t *testing.T) {
	for _, noLink := range []bool{false, true} {
		for at := 1; at <= calls(t, noLink); at++ {
			dir, n := started(t), 0
			err := change(faulty{system: must(t, dir), calls: &n, at: at, forget: true, noLink: noLink, fail: func() error { return errFault }}, second, first)
			if _, broken := Recover(dir); broken != nil {
				t.Fatalf("call %d: %v", at, broken)
			}
			got := fixture.Tree(t, dir)
			isNew := got["index.html"] == "two"
			if err == nil && !isNew {
				t.Errorf("call %d: no error, and the old files", at)
			}
			if isNew {
				want(t, dir, with(second, mine))
			} else {
				want(t, dir, with(first, mine))
			}
		}
	}
}

// A program that ends at any call leaves what the next start makes whole again.
func TestEveryCallTheLast(t *testing.T) {
	for _, noLink := range []bool{false, true} {
		total := calls(t, noLink)
		for at := 1; at <= total; at++ {
			dir, n := started(t), 0
			err := change(faulty{system: must(t, dir), calls: &n, at: at, noLink: noLink, fail: func() error { return errKilled }}, second, first)
			if err == nil {
				t.Fatalf("call %d of %d: not killed", at, total)
			}
			// Also the first recovery may be killed.
			m := 0
			_, _ = recoverFrom(faulty{system: must(t, dir), calls: &m, at: 1 + at%7, noLink: noLink, fail: func() error { return errKilled }})
			if _, err := Recover(dir); err != nil {
				t.Fatalf("call %d: %v", at, err)
			}
			if fixture.Tree(t, dir)["index.html"] == "two" {
				want(t, dir, with(second, mine))
			} else {
				want(t, dir, with(first, mine))
			}
			if err := change(must(t, dir), second, with(first, second)); err != nil {
				t.Fatal(err)
			}
			want(t, dir, with(second, mine))
		}
	}
}

// A real process that the system kills at each rename, link and removal.
func TestKilledProcess(t *testing.T) {
	if at := os.Getenv("FOLDER_KILL_AT"); at != "" {
		n, stop := 0, 0
		stop, _ = strconv.Atoi(at)
		s := faulty{system: must(t, os.Getenv("FOLDER_DIR")), calls: &n, at: stop, fail: func() error {
			self, _ := os.FindProcess(os.Getpid())
			_ = self.Kill()
			select {}
		}}
		_ = change(s, second, first)
		return
	}
	if testing.Short() {
		t.Skip("starts a process for every call")
	}
	total := calls(t, false)
	for at := 1; at <= total; at += 2 {
		dir := started(t)
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilledProcess$")
		cmd.Env = append(os.Environ(), "FOLDER_KILL_AT="+strconv.Itoa(at), "FOLDER_DIR="+dir)
		if err := cmd.Run(); err == nil {
			t.Fatalf("call %d: not killed", at)
		}
		if _, err := Recover(dir); err != nil {
			t.Fatalf("call %d: %v", at, err)
		}
		if fixture.Tree(t, dir)["index.html"] == "two" {
			want(t, dir, with(second, mine))
		} else {
			want(t, dir, with(first, mine))
		}
	}
}

// What somebody put in a place after a run was killed stays.
func TestOwnFilesSurviveRecovery(t *testing.T) {
	dir := started(t)
	n, stop := 0, 0
	count := faulty{system: must(t, started(t)), calls: &n, at: 1 << 30, seen: func(name string) {
		if strings.HasPrefix(name, "rename "+journalPath) {
			stop = n + 1
		}
	}}
	if err := change(count, second, first); err != nil || stop == 0 {
		t.Fatal(err, stop)
	}
	m := 0
	_ = change(faulty{system: must(t, dir), calls: &m, at: stop, fail: func() error { return errKilled }}, second, first)
	put(t, dir, "more/d.html", "by hand")
	put(t, dir, "index.html", "by hand")
	if done, err := Recover(dir); err != nil || !done {
		t.Fatal(done, err)
	}
	want(t, dir, with(first, mine, map[string]string{"more/d.html": "by hand", "index.html": "by hand"}))
}

// Files that no run wrote are not lost when a run takes their places.
func TestForeignFilesKeepASecondName(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "index.html", "a home page")
	put(t, dir, "index.html.before", "an older one")
	if err := change(must(t, dir), first, nil); err != nil {
		t.Fatal(err)
	}
	want(t, dir, with(first, map[string]string{"index.html.before": "an older one", "index.html.before-2": "a home page"}))
}

// A journal that somebody wrote leads nowhere else.
func TestHostileJournal(t *testing.T) {
	for _, name := range []string{"../out.txt", "/etc/passwd", "a/../../out.txt", ""} {
		dir := filepath.Join(t.TempDir(), "in")
		put(t, dir, "../out.txt", "mine")
		put(t, dir, journalPath, fmt.Sprintf(`{"places": [{"name": %q, "new": true, "old": false}]}`, name))
		if _, err := Recover(dir); err == nil || !strings.Contains(err.Error(), "no file of the folder") {
			t.Errorf("%q: %v, want it refused", name, err)
		}
		if fixture.Tree(t, filepath.Dir(dir))["out.txt"] != "mine" {
			t.Errorf("%q: a file outside was touched", name)
		}
	}
}

func TestCheck(t *testing.T) {
	dir := started(t)
	if err := Check(dir, []string{"index.html", "teams/x.md", "none/y.md"}); err != nil {
		t.Error(err)
	}
	if err := Check(dir, []string{"teams"}); err == nil || !strings.Contains(err.Error(), "teams is a folder") {
		t.Errorf("%v, want that teams is a folder", err)
	}
	want(t, dir, with(first, mine))
}
