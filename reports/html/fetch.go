//go:build ignore

// Fetch puts the chart runtime, pinned in runtime/package-lock.json, beside
// it with npm. It is what `go generate` runs. Without npm it says what the
// report will lack and succeeds, as the report works without charts.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

const (
	folder  = "runtime"
	library = "echarts"
)

var (
	target = filepath.Join(folder, "echarts.min.js")
	source = filepath.Join(folder, "node_modules", library, "dist", "echarts.min.js")
)

func main() {
	if err := fetch(); err != nil {
		fmt.Fprintf(os.Stderr, `chart runtime: %v
The report will show a table instead of each chart. To get the charts, install
Node.js with npm, run "go generate ./..." again and build again.
`, err)
	}
}

func fetch() error {
	version, err := pinned()
	if err != nil {
		return err
	}
	if present(version) {
		return nil
	}
	npm := exec.Command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
	npm.Dir = folder
	if said, err := npm.CombinedOutput(); err != nil {
		return fmt.Errorf("running npm ci: %w\n%s", err, said)
	}
	script, err := os.ReadFile(source)
	if err != nil {
		return err
	}
	script = bytes.ReplaceAll(script, []byte("\r\n"), []byte("\n"))
	return replace(target, script)
}

// pinned returns the version that package-lock.json names.
func pinned() (string, error) {
	b, err := os.ReadFile(filepath.Join(folder, "package-lock.json"))
	if err != nil {
		return "", err
	}
	var lock struct {
		Packages map[string]struct{ Version string }
	}
	if err := json.Unmarshal(b, &lock); err != nil {
		return "", fmt.Errorf("reading package-lock.json: %w", err)
	}
	version := lock.Packages["node_modules/"+library].Version
	if version == "" {
		return "", fmt.Errorf("package-lock.json names no version of %s", library)
	}
	return version, nil
}

// present reports whether the target is there at the wanted version, which
// the script itself names.
func present(version string) bool {
	b, err := os.ReadFile(target)
	return err == nil && bytes.Contains(b, []byte(`version="`+version+`"`))
}

// replace writes a file by way of a temporary one beside it.
func replace(path string, b []byte) error {
	temporary := path + ".new"
	if err := os.WriteFile(temporary, b, 0o644); err != nil {
		return err
	}
	return os.Rename(temporary, path)
}
