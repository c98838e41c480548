package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ticketpatterns/ingest"
)

// TestMain lets the test program stand in for evaluate when scaling runs itself.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == childCommand {
		main()
		return
	}
	os.Exit(m.Run())
}

func TestWriteExport(t *testing.T) {
	for name, texts := range map[string][]wording{"invented": nil, "recombined": testTexts(40)} {
		t.Run(name, func(t *testing.T) {
			var first, again bytes.Buffer
			for _, b := range []*bytes.Buffer{&first, &again} {
				if err := writeExport(b, 700, newWordings(1, texts)); err != nil {
					t.Fatal(err)
				}
			}
			if first.String() != again.String() {
				t.Error("the same seed writes another export")
			}
			batch, err := ingest.ReadReader(&first, "export.csv", ingest.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if len(batch.Tickets) != 700 || len(batch.Rejects) != 0 {
				t.Fatalf("%d tickets, %d rejects, want 700 and none", len(batch.Tickets), len(batch.Rejects))
			}
			days, people := map[string]bool{}, map[string]bool{}
			for _, k := range batch.Tickets {
				days[k.Opened.Format("2006-01-02")], people[k.Requester] = true, true
				if !k.HasText() || k.Department == "" || k.Location == "" || k.Opened.After(plantEnd.AddDate(0, 0, 1)) {
					t.Errorf("ticket %+v", k)
				}
			}
			if len(days) != scalingDays {
				t.Errorf("%d days, want %d", len(days), scalingDays)
			}
			if len(people) < 20 || len(people) > 60 {
				t.Errorf("%d people, want about %d", len(people), 700/ticketsPerPerson)
			}
		})
	}
}

// TestNames holds that names repeat as the words of real texts do.
func TestNames(t *testing.T) {
	w, seen := newWordings(1, nil), map[string]bool{}
	for range 5000 {
		seen[w.name()] = true
	}
	if len(seen) < 1000 || len(seen) > 4000 {
		t.Errorf("%d different names of 5000, want some to repeat and many not", len(seen))
	}
}

func TestRecombinedTextsHoldHalves(t *testing.T) {
	w := newWordings(3, []wording{{"s", "a b c d", "x"}, {"s", "e f g h", "x"}})
	seen := map[string]bool{}
	for range 100 {
		seen[w.next().description] = true
	}
	for _, want := range []string{"a b c d", "e f g h", "a b g h", "e f c d"} {
		if !seen[want] {
			t.Errorf("%q is never made: %v", want, seen)
		}
	}
	if len(seen) != 4 {
		t.Errorf("made %v, want four texts", seen)
	}
}

func TestExponent(t *testing.T) {
	for _, c := range []struct {
		before *cost
		now    cost
		want   string
	}{
		{nil, cost{Tickets: 10, CPU: 1}, "-"},
		{&cost{Tickets: 10, CPU: 1}, cost{Tickets: 100, CPU: 10}, "1.00"},
		{&cost{Tickets: 10, CPU: 1}, cost{Tickets: 20, CPU: 4}, "2.00"},
		{&cost{Tickets: 10, CPU: 1}, cost{Tickets: 10, CPU: 4}, "-"},
	} {
		if got := exponent(c.before, c.now); got != c.want {
			t.Errorf("%+v after %+v: exponent %s, want %s", c.now, c.before, got, c.want)
		}
	}
}

func TestHighWater(t *testing.T) {
	if n, ok := highWater([]byte("Name:\tx\nVmPeak:\t  99 kB\nVmHWM:\t    1234 kB\n")); n != 1234 || !ok {
		t.Errorf("got %d, %t, want 1234", n, ok)
	}
	if _, ok := highWater([]byte("Name:\tx\n")); ok {
		t.Error("found a mark that is not there")
	}
	if got := peakMemory(); got < 1<<20 {
		t.Errorf("this process held %d bytes at most, want a megabyte at least", got)
	}
}

func TestTicks(t *testing.T) {
	if s, ok := ticks("12 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0"); s != 3 || !ok {
		t.Errorf("got %g s, %t, want 3", s, ok)
	}
	if _, ok := ticks("12 (a) S 1 2"); ok {
		t.Error("found times that are not there")
	}
}

func TestMeasureRun(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "export.csv")
	if err := writeExportFile(file, 300, newWordings(1, nil)); err != nil {
		t.Fatal(err)
	}
	out, err := runIt(t, childCommand, file, filepath.Join(dir, "report"), filepath.Join(dir, "cpu.pprof"))
	if err != nil {
		t.Fatal(err)
	}
	var c cost
	if err := json.Unmarshal([]byte(out), &c); err != nil || c.Tickets != 300 || c.Read <= 0 || c.Analyse <= 0 || c.Report <= 0 || c.Peak <= 0 {
		t.Errorf("measured %s, error %v", out, err)
	}
	for _, name := range []string{"report/index.html", "cpu.pprof"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestScalingCommand(t *testing.T) {
	out, err := runIt(t, "scaling", "-sizes", "100,200")
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Split(out, "\n"); len(lines) < 4 || !strings.HasPrefix(lines[1], "100 ") || !strings.HasPrefix(lines[2], "200 ") {
		t.Errorf("want two rows, got\n%s", out)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"scaling", "data"}, "invented tickets need no data"},
		{[]string{"scaling", "-texts", "endava"}, "want one with -texts endava"},
		{[]string{"scaling", "-texts", "moon", "data"}, `unknown background "moon"`},
		{[]string{"scaling", "-sizes", "many"}, `"many" is no whole number`},
		{[]string{childCommand, "export.csv"}, "want EXPORT REPORT"},
	} {
		if _, err := runIt(t, c.args...); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want one with %q", c.args, err, c.want)
		}
	}
}
