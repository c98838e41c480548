package archive

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ticketpatterns/analyzer/past"
)

// must opens an archive for a test.
func must(t *testing.T, file string) *Archive {
	t.Helper()
	a, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

// memory is what a run of a day might hand back; n makes it another one.
func memory(day string, n int) past.Memory {
	return past.Memory{
		Runs: []past.Run{{Day: day, Tickets: 100 + n, Days: 90 + n, Weeks: 4, Opened: 40, Repeated: 30, HoursMedian: 5.5, Patterns: 1, Escalated: 1, Fixes: 2, FixesQuiet: 1, Gaps: []string{"Projects"}}},
		Issues: []past.Issue{
			{ID: "I-1", Label: "printer jams", FirstSeen: "2026-01-01", LastSeen: day, Status: "steady", Since: day, Tickets: []past.Key{1, 2, past.Key(1<<63 + 5)},
				Terms: []past.Term{{Key: 9, Weight: 0.5}, {Key: 1 << 63, Weight: 0.25}}, Bound: true, Previous: []string{"I-0"}},
			{ID: fmt.Sprintf("I-new%d", n), Label: "vpn", FirstSeen: "2026-02-01", LastSeen: day, Status: "new", Since: day, Tickets: []past.Key{past.Key(100 + n)}},
		},
		Patterns: []past.Pattern{{
			ID: "P-1", Issue: "I-1", Kind: "emerging", Label: "printer jams", Scope: "department Finance", Where: []past.Value{{Field: "department", Value: "Finance"}},
			Team: "Workplace", Function: "Printing", Tickets: []past.Key{1, 2}, Status: "steady", Since: day, FirstReported: "2026-03-01", LastReported: day,
			Asked: day, Due: "2026-04-01", Criteria: []string{"people"}, Alarm: day, AlarmTickets: 8, AlarmDays: 14,
		}},
	}
}

func save(t *testing.T, a *Archive, m past.Memory) {
	t.Helper()
	if err := a.Save(Record{Version: "test", Memory: m, Documents: map[string][]byte{"patterns.json": []byte(`{"tickets": 1}`)}}); err != nil {
		t.Fatal(err)
	}
}

func recalled(t *testing.T, a *Archive, day string) past.Memory {
	t.Helper()
	m, err := a.Memory("", day)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Salt) < 16 {
		t.Errorf("salt of %d bytes, want 16 or more", len(m.Salt))
	}
	m.Salt = nil
	return m
}

func TestMemoryComesBack(t *testing.T) {
	a := must(t, filepath.Join(t.TempDir(), "history 100%?.sqlite"))
	want := memory("2026-03-01", 1)
	save(t, a, want)
	if diff := cmp.Diff(want, recalled(t, a, "2026-03-02")); diff != "" {
		t.Errorf("memory (-saved +recalled):\n%s", diff)
	}
	if got := recalled(t, a, "2026-03-01"); len(got.Runs)+len(got.Issues)+len(got.Patterns) != 0 {
		t.Errorf("memory before the first run: %+v, want none", got)
	}
	if got, err := a.Memory("invented", "2026-03-02"); err != nil || len(got.Runs) != 0 {
		t.Errorf("memory of another note: %+v, %v, want none", got, err)
	}
}

// A day that is run again replaces itself, and what came before it is as it was.
func TestSameDayReplaces(t *testing.T) {
	a := must(t, filepath.Join(t.TempDir(), "h"))
	first, second := memory("2026-03-01", 1), memory("2026-03-08", 2)
	second.Runs = append(first.Runs, second.Runs...)
	second.Issues[0].Tickets = []past.Key{1, 7}
	save(t, a, first)
	save(t, a, second)
	before := recalled(t, a, "2026-03-08")
	for range 2 {
		save(t, a, second)
	}
	if diff := cmp.Diff(before, recalled(t, a, "2026-03-08")); diff != "" {
		t.Errorf("memory before the day (-once +again):\n%s", diff)
	}
	runs, err := a.Runs()
	if err != nil || len(runs) != 2 {
		t.Errorf("%d runs, %v, want 2", len(runs), err)
	}
}

// Whatever is handed back week after week is what is recalled, and whatever is
// written again changes nothing.
func TestChainOfRuns(t *testing.T) {
	folder := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		a, err := Open(filepath.Join(folder, fmt.Sprint(n)))
		if err != nil {
			t.Fatal(err)
		}
		defer a.Close()
		var runs []past.Run
		for week := range rapid.IntRange(1, 4).Draw(t, "weeks") {
			m := past.Memory{}
			runs = append(runs, past.Run{Day: fmt.Sprintf("2026-03-%02d", 1+7*week), HoursMedian: -1})
			m.Runs = runs
			placed := map[past.Key]bool{}
			for i := range rapid.IntRange(0, 4).Draw(t, "issues") {
				x := past.Issue{ID: fmt.Sprint("I-", i), FirstSeen: "2026-01-01", LastSeen: rapid.SampledFrom([]string{"2026-02-01", "2026-02-02"}).Draw(t, "last")}
				for key := range past.Key(6) {
					if !placed[key] && rapid.Bool().Draw(t, "in") {
						placed[key] = true
						x.Tickets = append(x.Tickets, key)
					}
				}
				m.Issues = append(m.Issues, x)
			}
			if old, err := a.Memory("", "2027-01-01"); err == nil && len(old.Issues) > len(m.Issues) {
				continue // issues are never forgotten
			}
			if err := a.Save(Record{Memory: m}); err != nil {
				t.Fatal(err)
			}
			got, err := a.Memory("", "2027-01-01")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(m.Issues, got.Issues); diff != "" {
				t.Fatalf("week %d (-saved +recalled):\n%s", week, diff)
			}
		}
	})
}

func TestDecisions(t *testing.T) {
	a := must(t, filepath.Join(t.TempDir(), "h"))
	d := past.Decision{Pattern: "P-1", Issue: "I-1", Kind: past.Decline, Reason: "=known", By: "Kim", On: "2026-03-02"}
	for i, want := range []int{1, 0} {
		if added, err := a.Decide([]past.Decision{d}); err != nil || added != want {
			t.Errorf("time %d: %d added, %v, want %d", i+1, added, err, want)
		}
	}
	if err := a.Undo(1, "Lee", "2026-03-03"); err != nil {
		t.Fatal(err)
	}
	if added, err := a.Decide([]past.Decision{d}); err != nil || added != 0 {
		t.Errorf("read again after the undoing: %d added, %v, want none", added, err)
	}
	got, err := a.Decisions()
	d.Number, d.Undone, d.UndoneBy = 1, "2026-03-03", "Lee"
	if diff := cmp.Diff([]past.Decision{d}, got); diff != "" || err != nil {
		t.Errorf("decisions, %v (-want +got):\n%s", err, diff)
	}
	if err := a.Undo(1, "", ""); err == nil {
		t.Error("undone twice")
	}
	if err := a.Undo(7, "", ""); err == nil {
		t.Error("undone what was never decided")
	}
}

// version makes a file as the program of that version did; its salt is the text salt.
func version(t *testing.T, file string, n int) *Archive {
	t.Helper()
	a, err := connect(file)
	if err == nil {
		err = a.migrate(n)
	}
	if err == nil {
		_, err = a.db.Exec("INSERT INTO site (salt) VALUES (?)", []byte(oldSalt))
	}
	if err != nil {
		t.Fatal(err)
	}
	return a
}

const oldSalt = "SALTOFTHEOLDHISTORY2345678"

// A file of the first version is brought to the newest with all it holds.
func TestOldVersionIsBroughtForward(t *testing.T) {
	file := filepath.Join(t.TempDir(), "h")
	old := version(t, file, 1)
	if _, err := old.db.Exec("INSERT INTO run (day, note, version, tickets, weeks, opened, repeated, patterns, escalated, gaps) VALUES ('2026-01-04', '', 'v', 5, 4, 5, 1, 0, 0, '[]')"); err != nil {
		t.Fatal(err)
	}
	old.Close()
	if err := os.Chmod(file, 0o644); err != nil {
		t.Fatal(err)
	}
	a := must(t, file)
	if m := recalled(t, a, "2026-02-01"); len(m.Runs) != 1 || m.Runs[0].Tickets != 5 || m.Runs[0].Repeated != -1 {
		t.Errorf("runs %+v, want the one of the old file, its repeat work unknown", m.Runs)
	}
	save(t, a, memory("2026-03-01", 1))
	if info, err := os.Stat(file); err != nil || info.Mode().Perm()&0o007 != 0 && runtime.GOOS != "windows" {
		t.Errorf("mode %v, %v, want nothing for others", info.Mode(), err)
	}
}

// The salt of an earlier version moves into the key and leaves nothing in the file, and
// its documents are sealed.
func TestSaltMovesOut(t *testing.T) {
	file := filepath.Join(t.TempDir(), "h")
	old := version(t, file, 3)
	packed, err := pack([]byte(`{"tickets": ["INC0042"]}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{
		"INSERT INTO run (day, note, version, tickets, weeks, opened, patterns, escalated, gaps) VALUES ('2026-01-04', '', 'v', 5, 4, 5, 0, 0, '[]')",
		"INSERT INTO document (run, name, gzip) VALUES (1, 'patterns.json', ?)",
	} {
		if _, err := old.db.Exec(query, packed); err != nil && !strings.Contains(err.Error(), "argument") {
			if _, err := old.db.Exec(query); err != nil {
				t.Fatal(err)
			}
		}
	}
	old.Close()
	a := must(t, file)
	if m, err := a.Memory("", "2027-01-01"); err != nil || string(m.Salt) != oldSalt {
		t.Errorf("salt %q, %v, want that of the old file", m.Salt, err)
	}
	if data, err := a.Document("2026-01-04", "patterns.json"); err != nil || string(data) != `{"tickets": ["INC0042"]}` {
		t.Errorf("document %q, %v", data, err)
	}
	a.Close()
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, secret := range map[string][]byte{"the salt": []byte(oldSalt), "a document": packed} {
		if bytes.Contains(whole, secret) {
			t.Errorf("%s is still in the file", name)
		}
	}
}

// The history says nothing about tickets to whoever lacks the key, and files are for
// their owner.
func TestKeyIsKeptApart(t *testing.T) {
	file := filepath.Join(t.TempDir(), "new", "h")
	a := must(t, file)
	const secret = `{"tickets": ["INC0042", "INC0043"]}`
	if err := a.Save(Record{Memory: memory("2026-03-01", 1), Documents: map[string][]byte{"patterns.json": []byte(secret)}}); err != nil {
		t.Fatal(err)
	}
	salt := a.key.salt
	a.Close()
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	packed, err := pack([]byte(secret))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(whole, salt) || bytes.Contains(whole, packed) || bytes.Contains(whole, []byte("INC0042")) {
		t.Error("the history holds its salt, or tickets in clear")
	}
	if runtime.GOOS != "windows" {
		for name, want := range map[string]os.FileMode{file: 0o600, file + KeyEnding: 0o600, filepath.Dir(file): 0o700} {
			if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
				t.Errorf("%s: mode %v, %v, want %v", name, info.Mode(), err, want)
			}
		}
	}
}

// Without its key, or with another one, a history is refused; it is never given a new
// key.
func TestKeyThatIsWrong(t *testing.T) {
	file := filepath.Join(t.TempDir(), "h")
	a := must(t, file)
	save(t, a, memory("2026-03-01", 1))
	a.Close()
	whole, err := os.ReadFile(file + KeyEnding)
	if err != nil {
		t.Fatal(err)
	}
	for says, content := range map[string]string{"key of another history": "ABCDEFGHIJKLMNOPQRSTUVWXYZ\n", "holds no key": "\n", "is missing": ""} {
		os.Remove(file + KeyEnding)
		if content != "" {
			if err := os.WriteFile(file+KeyEnding, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if b, err := Open(file); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v, want a word of %q", err, says)
			if err == nil {
				b.Close()
			}
		}
	}
	if err := os.WriteFile(file+KeyEnding, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	recalled(t, must(t, file), "2027-01-01")
}

// A history that begins anew takes the key that is there: ids come out the same.
func TestKeyIsUsedAgain(t *testing.T) {
	file := filepath.Join(t.TempDir(), "h")
	a := must(t, file)
	salt := string(a.key.salt)
	a.Close()
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if b := must(t, file); string(b.key.salt) != salt {
		t.Errorf("key %q, want the old one %q", b.key.salt, salt)
	}
}

func TestFilesThatCannotBeUsed(t *testing.T) {
	folder := t.TempDir()
	sqliteFile := func(name, statement string) string {
		file := filepath.Join(folder, name)
		db, err := sql.Open("sqlite", file)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
		return file
	}
	newer := filepath.Join(folder, "newer")
	must(t, newer).Close()
	sqliteFile("newer", "PRAGMA user_version = 99")
	other := sqliteFile("other", "CREATE TABLE theirs (x)")
	text := filepath.Join(folder, "text")
	if err := os.WriteFile(text, bytes.Repeat([]byte("no database "), 200), 0o600); err != nil {
		t.Fatal(err)
	}
	damaged := filepath.Join(folder, "damaged")
	a := must(t, damaged)
	save(t, a, memory("2026-03-01", 1))
	a.Close()
	whole, err := os.ReadFile(damaged)
	if err != nil {
		t.Fatal(err)
	}
	copy(whole[4096:], bytes.Repeat([]byte{0xee}, len(whole)-4096))
	if err := os.WriteFile(damaged, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	for file, says := range map[string]string{
		newer: "want a newer program", other: "another program", text: "damaged or no history",
		filepath.Join(text, "below"): "making the folder of the history",
	} {
		if a, err := Open(file); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v, want a word of %q", filepath.Base(file), err, says)
			if err == nil {
				a.Close()
			}
		}
	}
	a, err = Open(damaged)
	if err == nil {
		_, err = a.Memory("", "2027-01-01")
		a.Close()
	}
	if err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("damaged: %v, want it said", err)
	}
	if _, err := OpenExisting(filepath.Join(folder, "none")); err == nil || !strings.Contains(err.Error(), "is not there") {
		t.Errorf("missing: %v, want it said", err)
	}
}

// A full disk is said, and what was stored before stays as it was.
func TestFullDisk(t *testing.T) {
	a := must(t, filepath.Join(t.TempDir(), "h"))
	first := memory("2026-03-01", 1)
	save(t, a, first)
	if _, err := a.db.Exec("PRAGMA max_page_count = 30"); err != nil {
		t.Fatal(err)
	}
	large := memory("2026-03-08", 2)
	for k := range past.Key(20000) {
		large.Issues[0].Tickets = append(large.Issues[0].Tickets, 1000+k)
	}
	err := a.Save(Record{Memory: large})
	if err == nil || !strings.Contains(err.Error(), "the disk is full") {
		t.Errorf("%v, want the full disk said", err)
	}
	if diff := cmp.Diff(first, recalled(t, a, "2027-01-01")); diff != "" {
		t.Errorf("memory after the failure (-before +after):\n%s", diff)
	}
}

// A run that is killed in the middle leaves the file and its journal as they are
// at that moment. Whoever opens them finds the state before.
func TestKilledRunLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	a := must(t, filepath.Join(folder, "h"))
	first := memory("2026-03-01", 1)
	save(t, a, first)
	stop := errors.New("stop")
	killed := filepath.Join(t.TempDir(), "h")
	err := inTransaction(a.ctx, a.db, func(c *sql.Conn) error {
		if _, err := c.ExecContext(a.ctx, "PRAGMA cache_spill = 1; PRAGMA cache_size = 1"); err != nil {
			return err
		}
		for i := range 3000 {
			if _, err := c.ExecContext(a.ctx, "INSERT INTO ticket (run, key, issue) VALUES (1, ?, 'I-1')", 5000+i); err != nil {
				return err
			}
		}
		for from, to := range map[string]string{a.file: killed, a.file + "-journal": killed + "-journal", a.file + KeyEnding: killed + KeyEnding} {
			data, err := os.ReadFile(from)
			if err != nil {
				return err
			}
			if err := os.WriteFile(to, data, 0o600); err != nil {
				return err
			}
		}
		return stop
	})
	if !errors.Is(err, stop) {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, recalled(t, must(t, killed), "2027-01-01")); diff != "" {
		t.Errorf("memory after the kill (-before +after):\n%s", diff)
	}
}

// Runs at once wait for each other, and all are there in the end.
func TestRunsAtOnce(t *testing.T) {
	file := filepath.Join(t.TempDir(), "h")
	var all sync.WaitGroup
	for i := range 6 {
		all.Go(func() {
			a, err := Open(file)
			if err != nil {
				t.Error(err)
				return
			}
			defer a.Close()
			if err := a.Save(Record{Memory: memory(fmt.Sprintf("2026-03-%02d", 1+i), i)}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if runs, err := must(t, file).Runs(); err != nil || len(runs) != 6 {
		t.Errorf("%d runs, %v, want 6", len(runs), err)
	}
}

func TestHistoryOfAnIssue(t *testing.T) {
	a := must(t, filepath.Join(t.TempDir(), "h"))
	first, second := memory("2026-03-01", 1), memory("2026-03-08", 1)
	second.Issues[0].Status = "growing"
	save(t, a, first)
	save(t, a, second)
	if _, err := a.Decide([]past.Decision{{Pattern: "P-1", Kind: past.Known, On: "2026-03-02"}, {Pattern: "P-other", Kind: past.Known, On: "2026-03-02"}}); err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"I-1", "P-1"} {
		h, err := a.Issue(id)
		if err != nil || len(h.Issues) != 2 || h.Issues[1].Status != "growing" || len(h.Patterns) != 2 || len(h.Decisions) != 1 || h.Tickets != 3 {
			t.Errorf("%s: %+v, %v; want two states, two sightings, one decision, three tickets", id, h, err)
		}
	}
	if _, err := a.Issue("I-none"); err == nil {
		t.Error("found an issue that is not there")
	}
	if data, err := a.Document("2026-03-08", "patterns.json"); err != nil || string(data) != `{"tickets": 1}` {
		t.Errorf("document %q, %v", data, err)
	}
	if _, err := a.Document("2026-03-09", "patterns.json"); !errors.Is(err, errNoRun) {
		t.Errorf("%v, want that there is no run", err)
	}
}

// What is read from a file that somebody edited is checked.
func FuzzDecode(f *testing.F) {
	f.Add(encodeKeys([]past.Key{1, 1 << 63}))
	f.Add(encodeTerms([]past.Term{{Key: 3, Weight: 0.5}}))
	f.Fuzz(func(t *testing.T, b []byte) {
		if keys, err := decodeKeys(b); err == nil && !bytes.Equal(encodeKeys(keys), b) {
			t.Errorf("keys %v are written as other bytes than read", keys)
		}
		if terms, err := decodeTerms(b); err == nil && !bytes.Equal(encodeTerms(terms), b) {
			t.Errorf("terms %v are written as other bytes than read", terms)
		}
	})
}
