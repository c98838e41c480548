package archive

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/past"
)

// stored returns the bytes of a history of several pages of each kind, and its name.
func stored(t *testing.T) (whole []byte, file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "h")
	a := must(t, file)
	for n := range 3 {
		m := memory(fmt.Sprintf("2026-03-%02d", 1+7*n), n)
		for k := range past.Key(3000) {
			m.Issues[0].Tickets = append(m.Issues[0].Tickets, 1000+k<<40)
		}
		m.Issues[0].Label = strings.Repeat("a long label ", 2000) // runs over into pages of its own
		save(t, a, m)
	}
	if _, err := a.Decide([]past.Decision{{Pattern: "P-1", Issue: "I-1", Kind: past.Accept, By: "Kim", On: "2026-03-02"}}); err != nil {
		t.Fatal(err)
	}
	a.Close()
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return whole, file
}

// all is everything that can be read of a history.
type all struct {
	Memory   past.Memory
	Runs     []Run
	Document []byte
	Issue    History
}

func readAll(file string) (all, error) {
	a, err := Open(file)
	if err != nil {
		return all{}, err
	}
	defer a.Close()
	var x all
	if x.Memory, err = a.Memory("", "2027-01-01"); err != nil {
		return x, err
	}
	if x.Runs, err = a.Runs(); err != nil {
		return x, err
	}
	if x.Issue, err = a.Issue("I-1"); err != nil {
		return x, err
	}
	x.Document, err = a.Document("2026-03-08", "patterns.json")
	return x, err
}

// TestDamageIsNoticed holds that whatever changes in the file is found at opening, or changes
// nothing that is read.
func TestDamageIsNoticed(t *testing.T) {
	whole, file := stored(t)
	want, err := readAll(file)
	if err != nil {
		t.Fatal(err)
	}
	harmless := 0
	try := func(name string, bad []byte) {
		if err := os.WriteFile(file, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		a, err := Open(file)
		if err != nil {
			if says := err.Error(); !strings.Contains(says, "damaged") && !strings.Contains(says, "newer program") && !strings.Contains(says, "another program") && !strings.Contains(says, "unsupported file format") {
				t.Errorf("%s: %v, want what is wrong", name, err)
			}
			return
		}
		a.Close()
		harmless++
		if got, err := readAll(file); err != nil || !cmp.Equal(want, got) {
			t.Errorf("%s: not noticed at opening; then %v\n%s", name, err, cmp.Diff(want, got))
		}
	}
	const places = 200
	for i := range places {
		bad := bytes.Clone(whole)
		at := i * (len(whole) - 8) / (places - 1)
		for n := range 8 {
			bad[at+n] ^= 0xff
		}
		try(fmt.Sprintf("8 bytes at %d", at), bad)
	}
	for at := range 100 { // the header, bit by bit
		bad := bytes.Clone(whole)
		bad[at] ^= 1 << (at % 8)
		try(fmt.Sprintf("a bit at %d", at), bad)
	}
	if harmless > 40 {
		t.Errorf("%d of %d damages were taken for harmless, want few", harmless, places+100)
	}
	const page = 4096
	for at := page; at+2*page <= len(whole); at += page {
		bad := bytes.Clone(whole)
		copy(bad[at:], whole[at+page:at+2*page])
		copy(bad[at+page:], whole[at:at+page])
		try(fmt.Sprintf("pages exchanged at %d", at), bad)
		try(fmt.Sprintf("cut at %d", at), whole[:at])
	}
}

// TestSumOfAnEarlierVersion holds that a file without a sum gets one, and that one that has lost
// it is damaged.
func TestSumOfAnEarlierVersion(t *testing.T) {
	file := filepath.Join(t.TempDir(), "h")
	version(t, file, 4).Close()
	must(t, file).Close()
	must(t, file).Close()
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("DELETE FROM page_sum"); err != nil {
		t.Fatal(err)
	}
	if a, err := Open(file); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("%v, want that it is damaged", err)
		if err == nil {
			a.Close()
		}
	}
}

// TestNothingNewWritesNothing holds that reading the file of decisions again leaves the history
// as it is.
func TestNothingNewWritesNothing(t *testing.T) {
	before, file := stored(t)
	a := must(t, file)
	if _, err := a.Decide([]past.Decision{{Pattern: "P-1", Issue: "I-1", Kind: past.Accept, By: "Kim", On: "2026-03-02"}}); err != nil {
		t.Fatal(err)
	}
	a.Close()
	after, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, after) {
		t.Error("the file changed")
	}
}

// BenchmarkOpen opens a history of 200,000 tickets, 4 MB.
func BenchmarkOpen(b *testing.B) {
	file := filepath.Join(b.TempDir(), "h")
	a, err := Open(file)
	if err != nil {
		b.Fatal(err)
	}
	m := memory("2026-03-01", 1)
	for k := range past.Key(200_000) {
		m.Issues[0].Tickets = append(m.Issues[0].Tickets, past.Key(uint64(k+1)*0x9e3779b97f4a7c15))
	}
	if err := a.Save(Record{Version: "test", Memory: m}); err != nil {
		b.Fatal(err)
	}
	a.Close()
	info, err := os.Stat(file)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	for b.Loop() {
		a, err := Open(file)
		if err != nil {
			b.Fatal(err)
		}
		a.Close()
	}
}
