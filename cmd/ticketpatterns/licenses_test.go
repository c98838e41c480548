package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ticketpatterns/reports/html"
)

// licenceFile matches the files in which modules give their terms.
var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|copyright)([._-].*)?$`)

// TestNotices holds that NOTICES has the terms of every module that the program is
// made of, on whatever system it runs. With -update it writes them.
func TestNotices(t *testing.T) {
	var b strings.Builder
	b.WriteString("The terms of everything that ticketpatterns is made of, beside its own (Apache-2.0).\nPages with charts hold Apache ECharts (Apache-2.0) and its licenses; here they stand last.\n")
	section := func(title, dir string) {
		names := licences(t, dir)
		if len(names) == 0 {
			t.Errorf("%s has no licence in %s", title, dir)
		}
		fmt.Fprintf(&b, "\n%s\n%s\n", strings.Repeat("=", 80), title)
		for _, name := range names {
			text, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "\n%s\n", strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")))
		}
	}
	section("The Go standard library and runtime", goTool(t, "env", "GOROOT"))
	for _, line := range modules(t) {
		title, dir, _ := strings.Cut(line, "\t")
		section(title, dir)
	}
	if *update {
		if err := os.WriteFile("NOTICES", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if b.String() != notices {
		t.Error("NOTICES differs from the modules: go test ./cmd/ticketpatterns -run Notices -update")
	}
	out, _ := runOK(t, "licenses")
	if out != notices+html.RuntimeLicences() {
		t.Error("licenses prints something else")
	}
}

// modules lists the modules in the program on each system, as "path version" and
// folder.
func modules(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, system := range []string{"linux", "darwin", "windows"} {
		t.Setenv("GOOS", system)
		out := goTool(t, "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/ticketpatterns")
		all = append(all, strings.Split(out, "\n")...)
	}
	slices.Sort(all)
	return slices.DeleteFunc(slices.Compact(all), func(line string) bool { return line == "" })
}

func licences(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !e.IsDir() && licenceFile.MatchString(e.Name()) && !strings.HasSuffix(e.Name(), ".go") {
			names = append(names, e.Name())
		}
	}
	return names
}
