//go:build unix

package main

import (
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

// cpuTime returns what all cores together have spent on this program.
func cpuTime(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestLongWordCostsLittle holds that one word of a million letters costs less than a second,
// from reading to the report, wherever it stands.
func TestLongWordCostsLittle(t *testing.T) {
	t.Chdir(t.TempDir())
	const head = "id,opened,subject,description,requester,department,category\n"
	var rows strings.Builder
	for i := range 200 {
		day := time.Date(2026, 5, 1+i%50, 9, 0, 0, 0, time.UTC).Format(time.DateOnly)
		rows.WriteString("T" + string(rune('A'+i%26)) + strings.Repeat("1", 1+i/26) + "," + day + "T10:00:00Z,printer jams again,tray two is stuck,clerk,Sales,Hardware\n")
	}
	spent := func(row string) time.Duration {
		if err := os.WriteFile("tickets.csv", []byte(head+rows.String()+row), 0o600); err != nil {
			t.Fatal(err)
		}
		before := cpuTime(t)
		runOK(t, "analyze", "tickets.csv", "--quiet", "--no-history")
		return cpuTime(t) - before
	}
	spent("")
	without := spent("")
	for name, letters := range map[string]string{"Latin": "qzkvxjwy", "capitals": "QZKVXJWY", "Cyrillic": "джзщ", "Han": "打印机网", "marks": "e\u0301\u0308", "dots": "ab.cd"} {
		word := strings.Repeat(letters, 1_000_000/len([]rune(letters)))
		if more := spent("Z1,2026-06-18T10:00:00Z,"+word+",tray two is stuck,"+word+",Sales,"+word+"\n") - without; more > time.Second {
			t.Errorf("%s: a word of a million letters, three times, costs %v, want less than a second", name, more)
		}
	}
}
