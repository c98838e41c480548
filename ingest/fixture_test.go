package ingest

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
	wording "ticketpatterns/reports/words"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Each fixture is a made-up export in the shape of one system, named after the
// system's key; the golden file shows how it was understood and what was read.
func TestFixtures(t *testing.T) {
	names, err := filepath.Glob("testdata/*.?sv")
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for _, name := range names {
		stem := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
		key, _, _ := strings.Cut(stem, "-")
		seen[key] = true
		t.Run(stem, func(t *testing.T) {
			b, err := Read([]string{name}, nil, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if f := b.Files[0]; f.Key != key || f.Confidence < sureEnough || f.Kept == 0 || f.Rejected > 0 {
				t.Errorf("recognised %s (%.2f), kept %d, rejected %v, want %s", f.Key, f.Confidence, f.Kept, b.Rejects, key)
			}
			balanced(t, b.Files)
			golden(t, filepath.Join("testdata", stem+".golden"), describe(t, b))
		})
	}
	for _, s := range ticketSchema().systems {
		if !seen[s.Key] {
			t.Errorf("system %s has no fixture", s.Key)
		}
	}
}

// describe shows what was understood and read.
func describe(t *testing.T, b *Batch) string {
	t.Helper()
	var out strings.Builder
	f, in := b.Files[0], inEnglish
	fmt.Fprintf(&out, "%s, confidence %.2f\n%s, %s, header line %d, rows %d = %d + %d + %d\n", in.System(f.System, f.Form), f.Confidence, in.Encoding(f.Encoding), f.Delimiter, f.HeaderLine, f.Rows, f.Kept, f.Merged, f.Rejected)
	for _, c := range f.Columns {
		likely := ""
		if c.Likely {
			likely = " (likely)"
		}
		fmt.Fprintf(&out, "%s <- %s%s\n", c.Field, strings.Join(c.Headers, " | "), likely)
	}
	fmt.Fprintf(&out, "unused: %s\n", strings.Join(f.Unused, " | "))
	for _, d := range f.Dates {
		fmt.Fprintf(&out, "%s: %s\n", d.Column, in.Dates(d.How))
	}
	for _, c := range f.Checks {
		fmt.Fprintf(&out, "check: %s\n", checkText(c))
	}
	for _, w := range f.Warnings {
		fmt.Fprintf(&out, "warning: %s\n", withFix(w))
	}
	for _, w := range f.Hints {
		fmt.Fprintf(&out, "hint: %s\n", withFix(w))
	}
	var csv bytes.Buffer
	if err := WriteCanonical(&csv, b.Tickets); err != nil {
		t.Fatal(err)
	}
	return out.String() + csv.String()
}

// golden compares got with the file, or writes it with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// withFix says a warning of the file that is looked at.
func withFix(w result.Warning) string {
	w.File = ""
	return inEnglish.Warning(w)
}

// checkText says what the times of a file's rows say of each other.
func checkText(c Check) string {
	switch {
	case c.Wrong > 0:
		return inEnglish.WarningText(timeOrder(c))
	case c.Rows == 1:
		return fmt.Sprintf("%s is never after %s, in 1 row that has both", c.First, c.Then)
	}
	return fmt.Sprintf("%s is never after %s, in %d rows that have both", c.First, c.Then, c.Rows)
}

// inEnglish says what reading found, so that the tests read as a user does.
var inEnglish wording.Writer
