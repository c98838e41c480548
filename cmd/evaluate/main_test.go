package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// runIt runs the command and returns what it wrote to standard output.
func runIt(t *testing.T, args ...string) (string, error) {
	t.Helper()
	var out, log bytes.Buffer
	err := run(args, &out, &log)
	if err == nil && log.Len() > 0 {
		t.Errorf("%q wrote to a log that is no terminal: %s", args, log.String())
	}
	return out.String(), err
}

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"dance"}, `unknown command "dance"`},
		{[]string{"patterns"}, "want one: the data folder"},
		{[]string{"patterns", "a", "b"}, "want one: the data folder"},
		{[]string{"patterns", "nowhere"}, "no planted/families*.csv"},
		{[]string{"patterns", "nowhere", "-sizes", "4,x"}, `"x" is no whole number`},
		{[]string{"patterns", "-seeds", "0", "nowhere"}, "want 1 or more"},
		{[]string{"patterns", "nowhere", "-backgrounds", "moon"}, `unknown background "moon"`},
	} {
		if _, err := runIt(t, c.args...); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want one with %q", c.args, err, c.want)
		}
	}
	if _, err := runIt(t); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("no arguments: %v, want the help", err)
	}
}

// write writes a file below the folder.
func write(t *testing.T, dir, path, content string) {
	t.Helper()
	name := filepath.Join(dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func packed(t *testing.T, content string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// testData makes a data folder with one family and one background.
func testData(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "planted/families_X.csv", "\ufefffamily_id,family_title,category,root_cause_owner,subject,description\n"+
		"P1,Wi-Fi drops,network,Network,wifi drops,the wifi drops in the west building\n"+
		"P1,Wi-Fi drops,network,Network,wifi gone,wifi drops all day in the west building\n")
	write(t, dir, "datasets/bugdup-eclipse/eclipse_duplicates.csv.gz",
		packed(t, "title,description,product\nprinter jams,\"paper, again\",Printing\n,,\npassword reset,please reset,\n"))
	return dir
}

func TestReadData(t *testing.T) {
	data := folder(testData(t))
	texts, err := data.texts(backgrounds[2])
	if err != nil {
		t.Fatal(err)
	}
	if len(texts) != 2 || texts[0] != (wording{"printer jams", "paper, again", "Printing"}) {
		t.Errorf("texts %q, want two without the empty one", texts)
	}
	families, err := data.families()
	if err != nil {
		t.Fatal(err)
	}
	if len(families) != 1 || len(families[0].phrasings) != 2 || families[0].owner != "Network" {
		t.Errorf("families %+v, want one of two phrasings", families)
	}
	if _, err := data.texts(background{path: backgrounds[2].path, subject: "headline"}); err == nil || !strings.Contains(err.Error(), `no column "headline"`) {
		t.Errorf("error %v, want the missing column", err)
	}
}

func TestPatternsCommand(t *testing.T) {
	args := []string{"patterns", testData(t), "-backgrounds", "eclipse", "-seeds", "1", "-weeks", "10", "-per-week", "10", "-sizes", "2"}
	first, err := runIt(t, args...)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"background", "eclipse     outbreaks of 2", "all         none, surge x1.5"} {
		if !strings.Contains(first, want) {
			t.Errorf("the table lacks %q:\n%s", want, first)
		}
	}
	if again, _ := runIt(t, args...); again != first {
		t.Errorf("a second run says otherwise:\n%s\n%s", first, again)
	}
}
