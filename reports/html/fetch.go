//go:build ignore

// Fetch puts what the page and its tests need from npm, pinned in a
// package-lock.json each, beside these files. It is what `go generate` runs.
// Without npm it says what will be missing and succeeds, as everything else
// works without.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
)

// script is one file of an npm package.
type script struct {
	folder  string // with package.json and package-lock.json
	library string
	source  string // below the package
	target  string // below folder
	mark    string // what the script says before its version
	without string // what is missing without it
}

var scripts = []script{
	{
		folder: "runtime", library: "echarts", source: "dist/echarts.min.js", target: "echarts.min.js", mark: `version="`,
		without: "The report will show a table instead of each chart.",
	},
	{
		folder: "axe", library: "axe-core", source: "axe.min.js", target: "axe.min.js", mark: `.version="`,
		without: "The tests of accessibility will be skipped; the report lacks nothing.",
	},
}

// licences is the end of the name of the file with the terms of a script.
const licences = ".LICENSES.txt"

func main() {
	for _, s := range scripts {
		if err := s.fetch(); err != nil {
			fmt.Fprintf(os.Stderr, `%s: %v
%s
To get it, install Node.js with npm, run "go generate ./..." again and build again.
`, s.library, err, s.without)
		}
	}
}

func (s script) fetch() error {
	version, err := s.pinned()
	if err != nil {
		return err
	}
	if s.present(version) {
		return nil
	}
	npm := exec.Command("npm", "ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
	npm.Dir = s.folder
	if said, err := npm.CombinedOutput(); err != nil {
		return fmt.Errorf("running npm ci: %w\n%s", err, said)
	}
	b, err := os.ReadFile(filepath.Join(s.folder, "node_modules", s.library, filepath.FromSlash(s.source)))
	if err != nil {
		return err
	}
	if err := s.writeLicences(); err != nil {
		return err
	}
	return replace(filepath.Join(s.folder, s.target), lines(b))
}

// licenceFile matches the files in which packages give their terms.
var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|notice|copyright)`)

// writeLicences gathers the terms of the library and of all that it is made of.
func (s script) writeLicences() error {
	var all bytes.Buffer
	root := filepath.Join(s.folder, "node_modules")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !licenceFile.MatchString(d.Name()) {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		fmt.Fprintf(&all, "%s\n\n%s\n\n", filepath.ToSlash(name), bytes.TrimSpace(lines(text)))
		return err
	})
	if err != nil {
		return err
	}
	return replace(filepath.Join(s.folder, s.target+licences), all.Bytes())
}

// lines ends lines with LF.
func lines(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")) }

// pinned returns the version that package-lock.json names.
func (s script) pinned() (string, error) {
	b, err := os.ReadFile(filepath.Join(s.folder, "package-lock.json"))
	if err != nil {
		return "", err
	}
	var lock struct {
		Packages map[string]struct{ Version string }
	}
	if err := json.Unmarshal(b, &lock); err != nil {
		return "", fmt.Errorf("reading package-lock.json: %w", err)
	}
	version := lock.Packages["node_modules/"+s.library].Version
	if version == "" {
		return "", fmt.Errorf("package-lock.json names no version of %s", s.library)
	}
	return version, nil
}

// present reports whether the target is there at the wanted version, which
// the script itself names, and its terms with it.
func (s script) present(version string) bool {
	if _, err := os.Stat(filepath.Join(s.folder, s.target+licences)); err != nil {
		return false
	}
	b, err := os.ReadFile(filepath.Join(s.folder, s.target))
	return err == nil && bytes.Contains(b, []byte(s.mark+version+`"`))
}

// replace writes a file by way of a temporary one beside it.
func replace(path string, b []byte) error {
	temporary := path + ".new"
	if err := os.WriteFile(temporary, b, 0o644); err != nil {
		return err
	}
	return os.Rename(temporary, path)
}
